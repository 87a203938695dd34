// wait_for: a coroutine, task or future with a deadline: asyncio.wait_for for C++ (asyncio/tasks.py). Not
// for: deadlines of several awaits together, or that move: timeout.h.
#pragma once

#include <chrono>
#include <optional>
#include <utility>

#include "core/runtime/timeout.h"
#include "core/runtime/wait.h"

namespace loopscope::runtime {

// Asks a future to stop and suspends until it has ended, a turn at least. The error is Cancelled.
Coroutine<> cancel_and_wait(EventLoop& loop, Ref<FutureBase> future);

// What a wait with no time left comes to: a future that is done gives its result; else it is cancelled, and
// the error is Timeout unless it refuses.
template <class T>
Coroutine<T> wait_for_no_time(EventLoop& loop, Future<T> future) {
  if (!future.done()) {
    if (auto ended = co_await cancel_and_wait(loop, future.base_ref()); !ended) co_return ended.error();
    if (future.cancelled()) co_return Error(ErrorKind::Timeout);
  }
  co_return future.shared_result();
}

// Awaiting a future, as a coroutine.
template <class T>
Coroutine<T> result_of(Future<T> future) {
  if constexpr (std::is_void_v<T> || std::is_copy_constructible_v<T>) {
    co_return co_await future;
  } else {
    co_return co_await std::move(future);
  }
}

// Awaits `coroutine` inside the task that awaits this, without a hop. When `delay` has passed before its end
// it is cancelled, and the error is Timeout; it may refuse, and then its result counts. If the task itself is
// cancelled, so is the coroutine. With a delay of zero or less it becomes a task that is cancelled before its
// first step.
//
//   Result<int> five = co_await wait_for(compute(), 100ms);
template <class T, class Rep, class Period>
Coroutine<T> wait_for(Coroutine<T> coroutine, std::chrono::duration<Rep, Period> delay) {
  EventLoop& loop = co_await this_loop();
  if (delay <= delay.zero()) {
    co_return co_await wait_for_no_time(loop, create_task(loop, std::move(coroutine)));
  }
  Timeout limit = timeout(loop, delay);
  co_return co_await limit.run(std::move(coroutine));
}

// A task or future, which is cancelled with the wait (shield.h keeps it from that).
template <class T, class Rep, class Period>
Coroutine<T> wait_for(Future<T> future, std::chrono::duration<Rep, Period> delay) {
  EventLoop& loop = co_await this_loop();
  if (delay <= delay.zero()) co_return co_await wait_for_no_time<T>(loop, std::move(future));
  Timeout limit = timeout(loop, delay);
  co_return co_await limit.run(result_of(std::move(future)));
}

}  // namespace loopscope::runtime
