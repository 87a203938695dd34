// Callbacks of the script run on one fiber of the run, one after the other, as the loop calls them.
// Not for: steps of tasks (asyncio_task.cpp).
#include "core/modules/asyncio_callback.h"

#include "core/modules/asyncio_handle.h"
#include "core/modules/asyncio_report.h"
#include "core/modules/asyncio_repr.h"
#include "core/modules/asyncio_task.h"
#include "core/modules/script_run.h"

namespace loopscope::modules {
namespace {

using python::Fiber;
using python::RunResult;
using python::Value;
using python::Vm;
using runtime::Handle;
using runtime::Invocation;
using runtime::StepOutcome;

void trace_callback(ScriptRun& run, trace::Kind kind, const Value& function) {
  if (run.recorder() == nullptr) return;
  trace::StringId name = 0;
  if (kind == trace::Kind::CallbackBegin) name = run.recorder()->intern(callback_text(run.vm, function));
  run.trace({.kind = kind, .object = name});
}

// The callback failed: what the loop's handler is called with now; empty: it has none, and the error was
// printed.
Value failed(Vm& vm, const CallbackCall& call, const Value& exception) {
  std::string shown = callback_text(vm, call.function, call.arguments, call.loop->debug);
  std::string message = "Exception in callback " + shown;
  LoopError error = {.message = message, .key = "handle", .exception = exception, .origin = call.handle};
  if (has_handler(call.loop)) {
    error.subject = call.handle != nullptr
                        ? Value::share(call.handle)
                        : make_handle(vm, call.loop, call.function, call.arguments, call.context);
    return handler_argument(vm, error);
  }
  error.text = "<Handle " + shown + created_at_text(vm, call.handle) + ">";
  print_loop_error(vm, error);
  return {};
}

void report_if_slow(Vm& vm, const CallbackCall& call) {
  if (!is_slow(call.loop)) return;
  Value handle = call.handle != nullptr
                     ? Value::share(call.handle)
                     : make_handle(vm, call.loop, call.function, call.arguments, call.context);
  report_slow(vm, call.loop, repr_now(vm, handle));
}

StepOutcome drive(Vm& vm, const CallbackCall& call) {
  ScriptRun& run = ScriptRun::of(vm);
  for (;;) {
    RunResult result = run.run_fiber(*run.thread().callback_fiber);
    if (result.kind == RunResult::Kind::kBlocking) {
      run.begin_block(*run.thread().callback_fiber, result.block);
      return call.loop->loop->hold_until(run.block_deadline());
    }
    if (result.kind == RunResult::Kind::kOutOfBudget) return call.loop->loop->hold_for_slice();
    call.context = std::move(run.thread().callback_fiber->context);
    run.thread().callback_fiber.reset();
    const bool reported = std::exchange(run.thread().callback_is_report, false);
    if (result.kind == RunResult::Kind::kRaised) {
      if (ends_the_program(vm, result.value)) {
        run.break_off_with(std::move(result.value));
      } else if (!reported) {
        if (Value argument = failed(vm, call, result.value)) {
          run.thread().callback_fiber = std::make_unique<Fiber>();
          run.thread().callback_fiber->root_handled.exception = std::move(result.value);
          run.thread().callback_is_report = true;
          vm.start_call(*run.thread().callback_fiber, handler_method(vm, call.loop), std::span(&argument, 1));
          continue;
        }
      }
    }
    report_if_slow(vm, call);
    trace_callback(run, trace::Kind::CallbackEnd, call.function);
    return StepOutcome::Done;
  }
}

}  // namespace

StepOutcome begin_callback(Vm& vm, const CallbackCall& call) {
  ScriptRun& run = ScriptRun::of(vm);
  trace_callback(run, trace::Kind::CallbackBegin, call.function);
  begin_timed(call.loop);
  run.thread().callback_fiber = std::make_unique<Fiber>();
  run.thread().callback_fiber->context = call.context;
  vm.start_call(*run.thread().callback_fiber, call.function, call.arguments);
  return drive(vm, call);
}

StepOutcome continue_callback(Vm& vm, const CallbackCall& call) {
  ScriptRun& run = ScriptRun::of(vm);
  if (run.is_blocked()) {
    std::optional<Value> value = run.continue_block();
    if (!value) return call.loop->loop->hold_until(run.block_deadline());
    vm.resume(run.innermost(*run.thread().callback_fiber), std::move(*value));
  }
  return drive(vm, call);
}

void CallbackNode::add(Vm& vm, FutureObject* future, Value function, Value context) {
  core_of(future).add_done_callback(*new CallbackNode(vm, future, std::move(function), std::move(context)));
}

const CallbackNode* CallbackNode::of(const Handle& handle) {
  return handle.calls(&CallbackNode::run) ? static_cast<const CallbackNode*>(&handle) : nullptr;
}
CallbackNode* CallbackNode::of(Handle& handle) {
  return handle.calls(&CallbackNode::run) ? static_cast<CallbackNode*>(&handle) : nullptr;
}

StepOutcome CallbackNode::run(Handle& node, Invocation invocation) {
  auto& self = static_cast<CallbackNode&>(node);
  StepOutcome outcome = StepOutcome::Done;
  if (invocation != Invocation::Discard) {
    Value future = self.future_.value();
    const CallbackCall call = {self.future_->loop.get(), self.function_, std::span(&future, 1),
                               self.context_};
    outcome =
        invocation == Invocation::Run ? begin_callback(self.vm_, call) : continue_callback(self.vm_, call);
  }
  if (outcome == StepOutcome::Done) {
    Vm& vm = self.vm_;
    delete &self;
    // What it lets go of says its last word before anything else runs.
    if (invocation != Invocation::Discard && vm.heap.has_finalizers()) vm.run_finalizers();
  }
  return outcome;
}

}  // namespace loopscope::modules
