// Callbacks of the script run on one fiber of the run, one after the other, as the loop calls them.
// Not for: steps of tasks (asyncio_task.cpp).
#include "core/modules/asyncio_callback.h"

#include "core/modules/asyncio_loop.h"
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

StepOutcome drive(Vm& vm, LoopObject* loop, const Value& function) {
  ScriptRun& run = ScriptRun::of(vm);
  RunResult result = run.run_fiber(*run.thread().callback_fiber);
  switch (result.kind) {
    case RunResult::Kind::kBlocking:
      run.begin_block(*run.thread().callback_fiber, result.block);
      return loop->loop->hold_until(run.block_deadline());
    case RunResult::Kind::kOutOfBudget:
      return loop->loop->hold_for_slice();
    case RunResult::Kind::kRaised:
      run.thread().callback_fiber.reset();
      if (ends_the_program(vm, result.value)) {
        run.break_off_with(std::move(result.value));
      } else {
        std::string shown = callback_text(vm, function);
        report_loop_error(vm, loop, "Exception in callback " + shown, "handle", "<Handle " + shown + ">", {},
                          result.value);
      }
      break;
    case RunResult::Kind::kReturned:
    case RunResult::Kind::kAwaiting:
      run.thread().callback_fiber.reset();
      break;
  }
  trace_callback(run, trace::Kind::CallbackEnd, function);
  return StepOutcome::Done;
}

}  // namespace

StepOutcome begin_callback(Vm& vm, LoopObject* loop, const Value& function, std::span<const Value> arguments,
                           const Value& context) {
  ScriptRun& run = ScriptRun::of(vm);
  trace_callback(run, trace::Kind::CallbackBegin, function);
  run.thread().callback_fiber = std::make_unique<Fiber>();
  run.thread().callback_fiber->context = context;
  vm.start_call(*run.thread().callback_fiber, function, arguments);
  return drive(vm, loop, function);
}

StepOutcome continue_callback(Vm& vm, LoopObject* loop, const Value& function) {
  ScriptRun& run = ScriptRun::of(vm);
  if (run.is_blocked()) {
    std::optional<Value> value = run.continue_block();
    if (!value) return loop->loop->hold_until(run.block_deadline());
    vm.resume(run.innermost(*run.thread().callback_fiber), std::move(*value));
  }
  return drive(vm, loop, function);
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
  if (invocation == Invocation::Run) {
    Value future = self.future_.value();
    outcome = begin_callback(self.vm_, self.future_->loop.get(), self.function_, std::span(&future, 1),
                             self.context_);
  } else if (invocation == Invocation::Continue) {
    outcome = continue_callback(self.vm_, self.future_->loop.get(), self.function_);
  }
  if (outcome == StepOutcome::Done) delete &self;
  return outcome;
}

}  // namespace loopscope::modules
