// CallbackNode: a function of the script among a future's callbacks; and running any callback of the script
// as a loop's handle. Not for: call_soon and call_later, whose handles the script can hold
// (asyncio_handle.cpp).
#pragma once

#include <functional>
#include <span>
#include <string>

#include "core/modules/asyncio_types.h"
#include "core/python/vm.h"
#include "core/runtime/event_loop.h"

namespace loopscope::modules {

// Owns itself while it is linked: made by add, gone after its Run or Discard.
class CallbackNode final : public runtime::Callback {
 public:
  // future.add_done_callback(function).
  static void add(python::Vm& vm, FutureObject* future, python::Value function, python::Value context);
  // The node that `handle` is, nullptr if it is another kind of handle.
  static const CallbackNode* of(const runtime::Handle& handle);
  static CallbackNode* of(runtime::Handle& handle);

  const python::Value& function() const { return function_; }
  const python::Ref<FutureObject>& future() const { return future_; }
  const python::Value& context() const { return context_; }

 private:
  CallbackNode(python::Vm& vm, FutureObject* future, python::Value function, python::Value context)
      : Callback(&CallbackNode::run),
        vm_(vm),
        function_(std::move(function)),
        future_(python::Ref<FutureObject>::share(future)),
        context_(std::move(context)) {}
  ~CallbackNode() = default;
  static runtime::StepOutcome run(runtime::Handle& node, runtime::Invocation invocation);

  python::Vm& vm_;
  python::Value function_;
  python::Ref<FutureObject> future_;
  python::Value context_;  // for its fiber (context_variables.h)
};

// What a handle calls: function(*arguments) in `context` (context_variables.h), which is afterwards as the
// function left it.
struct CallbackCall {
  LoopObject* loop;
  const python::Value& function;
  std::span<const python::Value> arguments;
  python::Value& context;
  python::Object* handle = nullptr;  // the script's handle; null: it gets one if somebody asks for it
};

// Calls it on the run's callback fiber. What it raises goes to the loop's exception handler, in the same
// turn. Held: call continue_callback when the loop calls the same handle again.
runtime::StepOutcome begin_callback(python::Vm& vm, const CallbackCall& call);
runtime::StepOutcome continue_callback(python::Vm& vm, const CallbackCall& call);

}  // namespace loopscope::modules
