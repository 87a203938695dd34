// call_soon, call_later, on_done for C++ callables: a Handle that owns what it calls. Not for: hot paths,
// these allocate.
#pragma once

#include <concepts>
#include <memory>
#include <utility>

#include "core/runtime/event_loop.h"

namespace loopscope::runtime {

// Frees itself after its one Run or Discard.
template <class Base, std::invocable F>
class OwnedCallback final : public Base {
 public:
  explicit OwnedCallback(F function) : Base(&OwnedCallback::invoke), function_(std::move(function)) {}

 private:
  static StepOutcome invoke(Handle& node, Invocation invocation) {
    const std::unique_ptr<OwnedCallback> self(static_cast<OwnedCallback*>(&node));
    if (invocation == Invocation::Run) self->function_();
    return StepOutcome::Done;
  }

  F function_;
};

// `function` is called, once, in the next turn. The handle is valid until then, for EventLoop::cancel.
template <std::invocable F>
Handle& call_soon(EventLoop& loop, F function) {
  auto* callback = new OwnedCallback<Callback, F>(std::move(function));
  loop.call_soon(*callback);
  return *callback;
}

// `function` is called, once, in the first turn that begins `delay` from now or later. The handle is valid
// until then.
template <std::invocable F>
TimerHandle& call_later(EventLoop& loop, Microseconds delay, F function) {
  auto* callback = new OwnedCallback<TimerHandle, F>(std::move(function));
  loop.call_later(delay, *callback);
  return *callback;
}

// `function` is called, once, in the turn after the future is done. It is dropped uncalled if the future
// never is. The handle is valid until then, for FutureBase::remove_done_callback while the future is not
// done.
template <std::invocable F>
Handle& on_done(FutureBase& future, F function) {
  auto* callback = new OwnedCallback<Callback, F>(std::move(function));
  future.add_done_callback(*callback);
  return *callback;
}

}  // namespace loopscope::runtime
