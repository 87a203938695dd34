// One payload type holds what the script gave: an exception, or a cancellation's message.
// Not for: payloads of the runtime's own, which only requests have (network_module.cpp).
#include "core/modules/asyncio_errors.h"

#include <new>

#include "core/modules/script_run.h"

namespace loopscope::modules {
namespace {

using python::GcVisitor;
using python::Heap;
using python::Object;
using python::Value;
using python::Vm;
using runtime::Error;
using runtime::ErrorKind;
using runtime::ErrorPayload;

// Stands in a heap object of its own and forwards the count of references to it, so that the collector sees
// the way from a future over its error to what the exception's traceback holds: often that future.
class ScriptPayload final : public ErrorPayload {
 public:
  ScriptPayload(Value value, bool is_exception) : value_(std::move(value)), is_exception_(is_exception) {}
  ~ScriptPayload() = default;

  void retain() override { ++owner()->references; }
  void release() override { python::drop_reference(owner()); }
  // The last line of the traceback.
  std::string message() const override {
    if (!is_exception_) return "cancelled";
    std::string text = const_cast<ScriptPayload*>(this)->owner()->type->vm->format_exception(value_);
    while (text.ends_with('\n')) text.pop_back();
    std::size_t line = text.rfind('\n');
    return line == std::string::npos ? text : text.substr(line + 1);
  }
  const Value& value() const { return value_; }
  bool is_exception() const { return is_exception_; }
  void forget_value() { value_ = Value::none(); }
  Object* owner();

 private:
  Value value_;
  bool is_exception_;
};

struct PayloadObject : Object {
  Embedded<ScriptPayload> payload;
};
constexpr std::size_t kPayloadOffset = sizeof(Object);
static_assert(sizeof(Object) % alignof(ScriptPayload) == 0);

Object* ScriptPayload::owner() {
  return reinterpret_cast<Object*>(reinterpret_cast<std::byte*>(this) - kPayloadOffset);
}

ScriptPayload* payload_of(Object* object) { return static_cast<PayloadObject*>(object)->payload.get(); }

void dealloc(Heap&, Object* object) { payload_of(object)->~ScriptPayload(); }
void traverse(Object* object, GcVisitor& visitor) { visitor.visit(payload_of(object)->value()); }
void clear(Heap&, Object* object) { payload_of(object)->forget_value(); }

runtime::Ref<ErrorPayload> make_payload(Vm& vm, Value value, bool is_exception) {
  auto* object = vm.heap.make<PayloadObject>(ScriptRun::of(vm).asyncio.error_payload.get());
  return {runtime::kAdopt, static_cast<ErrorPayload*>(new (object->payload.bytes)
                                                          ScriptPayload(std::move(value), is_exception))};
}

}  // namespace

python::Ref<python::Type> make_error_payload_type(Vm& vm) {
  python::TypeSpec spec;
  spec.name = "_asyncio.ErrorPayload";
  spec.basic_size = sizeof(PayloadObject);
  spec.flags = python::kTypeTracked | python::kTypeClosed;
  spec.slots.dealloc = dealloc;
  spec.slots.traverse = traverse;
  spec.slots.clear = clear;
  return python::make_type(vm, spec);
}

void visit_error(const runtime::FutureBase& future, GcVisitor& visitor) {
  if (future.payload() != nullptr) {
    visitor.visit(static_cast<ScriptPayload*>(future.payload())->owner());
  }
}

Error error_of_exception(Vm& vm, Value exception) {
  const auto& types = ScriptRun::of(vm).asyncio;
  bool cancelled = types.cancelled_error && vm.is_instance(exception, types.cancelled_error.get());
  return Error(cancelled ? ErrorKind::Cancelled : ErrorKind::Failed,
               make_payload(vm, std::move(exception), true));
}

runtime::Ref<ErrorPayload> cancel_message(Vm& vm, const Value& message) {
  if (message.is_empty() || message.is_none()) return {};
  return make_payload(vm, message, false);
}

Value exception_of_error(Vm& vm, const Error& error) {
  const auto& types = ScriptRun::of(vm).asyncio;
  bool of_script = error.is(ErrorKind::Cancelled) || error.is(ErrorKind::Failed);
  if (of_script && error.payload() != nullptr) {
    const auto& payload = static_cast<const ScriptPayload&>(*error.payload());
    if (payload.is_exception()) return payload.value();
    vm.raise_with(types.cancelled_error.get(), payload.value());
    return vm.take_exception();
  }
  if (error.cancelled()) return vm.make_exception(types.cancelled_error.get(), "");
  return vm.make_exception(vm.types.runtime_error, error.message());
}

Value cancellation_as_result(Vm& vm, const Error& error) {
  Value message = vm.names.empty_string;
  if (error.payload() != nullptr) {
    const auto& payload = static_cast<const ScriptPayload&>(*error.payload());
    if (!payload.is_exception()) message = payload.value();
  }
  vm.raise_with(ScriptRun::of(vm).asyncio.cancelled_error.get(), std::move(message));
  return vm.take_exception();
}

}  // namespace loopscope::modules
