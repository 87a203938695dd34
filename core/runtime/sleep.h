// sleep, yield_now, this_loop: what a coroutine asks of the loop it runs in. Not for: deadlines of other
// things' waits.
#pragma once

#include <chrono>
#include <new>
#include <utility>

#include "core/runtime/awaiting.h"
#include "core/runtime/sleep_future.h"

namespace loopscope::runtime {

// Result<> done = co_await yield_now();   // asyncio.sleep(0)
// Suspends the task; the loop resumes it in the next turn, after all that was ready before it. The error is
// Cancelled.
struct [[nodiscard("co_await it")]] YieldAwaiter {
  bool await_ready() const { return false; }
  void await_suspend(std::coroutine_handle<>) const { CoroutineTask::suspend_for_turn(); }
  Result<> await_resume() const {
    if (Error* error = coroutine_step.take_thrown()) return std::unexpected(std::move(*error));
    return {};
  }
};
inline YieldAwaiter yield_now() { return {}; }

// Result<> done = co_await sleep(10ms);
// Suspends the task; the loop resumes it in the turn after the one in which the deadline has come, never
// early. A delay of zero or less is yield_now(). Cancelling the task ends the sleep.
struct [[nodiscard("co_await it")]] SleepAwaiter {
  explicit SleepAwaiter(Microseconds time) : delay(time) {}
  SleepAwaiter(const SleepAwaiter&) = delete;
  SleepAwaiter& operator=(const SleepAwaiter&) = delete;
  ~SleepAwaiter() {
    if (sleeps) future.~FrameSleep();
  }

  bool await_ready() const { return false; }
  template <class Promise>
  void await_suspend(std::coroutine_handle<Promise> coroutine) {
    if (delay <= Microseconds::zero()) {
      CoroutineTask::suspend_for_turn();
    } else {
      CoroutineTask* task = coroutine.promise().task;
      new (&future) FrameSleep(task->loop(), Microseconds(delay));
      sleeps = true;
      future.will_touch(task->node());
      task->suspend_on(future);
    }
  }
  Result<> await_resume() const {
    if (Error* error = coroutine_step.take_thrown()) return std::unexpected(std::move(*error));
    return {};
  }

  union {
    Microseconds delay;
    FrameSleep future;  // once it sleeps; here, so that a sleep allocates nothing
  };
  bool sleeps = false;
};
template <class Rep, class Period>
SleepAwaiter sleep(std::chrono::duration<Rep, Period> delay) {
  return SleepAwaiter(std::chrono::ceil<Microseconds>(delay));
}

// EventLoop& loop = co_await this_loop();   // never suspends
struct [[nodiscard("co_await it")]] ThisLoopAwaiter {
  bool await_ready() const { return false; }
  template <class Promise>
  bool await_suspend(std::coroutine_handle<Promise> coroutine) {
    loop = &coroutine.promise().task->loop();
    return false;
  }
  EventLoop& await_resume() const { return *loop; }
  EventLoop* loop = nullptr;
};
inline ThisLoopAwaiter this_loop() { return {}; }

}  // namespace loopscope::runtime
