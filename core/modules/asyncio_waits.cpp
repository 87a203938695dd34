// The object that a library coroutine awaits for a sleep, a request or a turn; and the loop's clock in
// seconds. Not for: starting requests (network_module.cpp).
#include "core/modules/asyncio_waits.h"

#include <cmath>

#include "core/modules/http_outcome.h"
#include "core/modules/script_run.h"

namespace loopscope::modules {
namespace {

using python::Heap;
using python::Object;
using python::Ref;
using python::Type;
using python::Value;
using python::Vm;
using runtime::FutureBase;
using runtime::Microseconds;

// Beyond this a deadline counts as never: 100,000 years, safely within 64 bits of microseconds.
constexpr double kNeverSeconds = 3.0e12;

Value request_result(Vm& vm, FutureBase& future) {
  auto& request = static_cast<runtime::RequestFuture&>(future);
  runtime::Error error = request.error();
  if (!error) {
    std::expected<runtime::HttpResponse, runtime::HttpError> outcome = std::move(request.response());
    return http_outcome(vm, outcome);
  }
  future.mark_retrieved();
  runtime::HttpError reason{runtime::HttpError::Kind::Broken, error.message()};
  if (error.is(runtime::ErrorKind::Network) && error.payload() != nullptr) {
    reason = static_cast<runtime::HttpErrorPayload*>(error.payload())->http_error();
  }
  std::expected<runtime::HttpResponse, runtime::HttpError> outcome = std::unexpected(std::move(reason));
  return http_outcome(vm, outcome);
}

Value await_step(Vm& vm, const Value& self) {
  auto* wait = self.as<WaitObject>();
  if (wait->kind == WaitKind::Turn) {
    if (std::exchange(wait->asked, true)) return Value::none();
    return vm.wait_for(Value::none());
  }
  if (!wait->future->done()) return vm.wait_for(self);
  return wait->kind == WaitKind::Request ? request_result(vm, *wait->future) : Value::none();
}

void dealloc(Heap&, Object* object) { static_cast<WaitObject*>(object)->future.~Ref(); }

}  // namespace

Ref<Type> make_wait_type(Vm& vm) {
  python::TypeSpec spec;
  spec.name = "_asyncio.Wait";
  spec.basic_size = sizeof(WaitObject);
  spec.flags = python::kTypeClosed;
  spec.slots.dealloc = dealloc;
  spec.slots.await_step = await_step;
  return python::make_type(vm, spec);
}

Value make_wait(Vm& vm, WaitKind kind, runtime::Ref<FutureBase> future) {
  auto* wait = vm.heap.make<WaitObject>(ScriptRun::of(vm).asyncio.wait.get());
  new (&wait->future) runtime::Ref<FutureBase>(std::move(future));
  wait->kind = kind;
  return Value::steal(wait);
}

double loop_time(runtime::EventLoop& loop) {
  return static_cast<double>(kMonotonicStartUs + loop.time().count()) / 1e6;
}

Microseconds deadline_at(double when) {
  double seconds = std::fmin(std::fmax(when, -kNeverSeconds), kNeverSeconds);
  return Microseconds{static_cast<std::int64_t>(std::nearbyint(seconds * 1e6)) - kMonotonicStartUs};
}

Microseconds deadline_after(runtime::EventLoop& loop, double seconds) {
  return deadline_at(loop_time(loop) + seconds);
}

}  // namespace loopscope::modules
