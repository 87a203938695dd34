// start_eagerly: a task that begins at once: asyncio.Task(eager_start=True) for C++ (asyncio/tasks.py,
// __eager_start). Not for: callbacks, which are no task's step; there is create_task.
#pragma once

#include <utility>

#include "core/runtime/task.h"

namespace loopscope::runtime {

template <class T>
struct [[nodiscard("co_await it")]] EagerStart {
  bool await_ready() const { return false; }
  template <class Promise>
  void await_suspend(std::coroutine_handle<Promise> starter) {
    CoroutineTask& task = *starter.promise().task;
    state = TaskState<T>::start(task.loop(), coroutine.take(), options, true);
    task.start_another(*state);
  }
  Task<T> await_resume() { return Task<T>(std::move(state)); }

  Coroutine<T> coroutine;
  TaskOptions options;
  Ref<TaskState<T>> state = {};
};

// The new task runs until it waits for the first time, or ends, before the co_await goes on: within the same
// step of the loop, and with current_task() being the new one meanwhile. One that ends there takes no turn at
// all. Tasks may start tasks eagerly to any depth.
//
//   Task<Page> page = co_await start_eagerly(cached_or_loaded(url));
//   if (page.done()) ...   // it was in the cache
template <class T>
EagerStart<T> start_eagerly(Coroutine<T> coroutine, const TaskOptions& options = {}) {
  return {std::move(coroutine), options};
}

}  // namespace loopscope::runtime
