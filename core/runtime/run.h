// run: asyncio.run for C++. Not for: hosts that do not block; those pump EventLoop::run_once.
#pragma once

#include <utility>

#include "core/runtime/task.h"

namespace loopscope::runtime {

// Asks every unfinished task to stop, in order of creation, and runs the loop until they have ended. The
// errors of those that fail go to the loop's exception handler (diagnostics.h).
Result<> cancel_all_tasks(EventLoop& loop);

// Runs `coroutine` as a task until it has ended, then cancels what it left behind. The error is the task's,
// or Stuck when nothing can go on any more.
//
//   host::VirtualHost host(...);
//   EventLoop loop(host);
//   Result<int> answer = run(loop, compute());
template <class T>
Result<T> run(EventLoop& loop, Coroutine<T> coroutine) {
  const Task<T> main = create_task(loop, std::move(coroutine));
  const Result<> ran = loop.run_until_complete(main.base());
  const Result<> cleared = cancel_all_tasks(loop);
  if (!ran) return std::unexpected(ran.error());
  if (!cleared) return std::unexpected(cleared.error());
  return main.take_result();
}

}  // namespace loopscope::runtime
