// FutureAwaiter: what `co_await` of anything future-like does. Not for: the types that are awaited.
#pragma once

#include "core/runtime/coroutine_task.h"

namespace loopscope::runtime {

// If the future is done the coroutine goes on at once. Else its task waits, and the loop resumes it in the
// turn after the future's end, inside run_once. Lives in the frame of the coroutine that awaits; the future
// must be kept alive beside it.
struct FutureAwaiter {
  explicit FutureAwaiter(FutureBase& awaited) : future(&awaited) {}

  bool await_ready() const { return future->done(); }
  template <class Promise>
  void await_suspend(std::coroutine_handle<Promise> coroutine) {
    coroutine.promise().task->suspend_on(*future);
  }
  // The error to give to the coroutine instead of the future's result; nullptr: the result.
  static Error* take_thrown() { return coroutine_step.take_thrown(); }

  FutureBase* future;
};

}  // namespace loopscope::runtime
