// Task<T> and create_task: a C++ coroutine that runs beside the others. Not for: waiting for several of them,
// see gather.h.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/runtime/coroutine.h"
#include "core/runtime/future.h"

namespace loopscope::runtime {

// A share in a task, awaited as a Future<T>. Dropping it does not stop the task: the loop keeps it until it
// has ended.
template <class T = void>
class [[nodiscard("keep it, or nobody hears of the task's error")]] Task : public Future<T> {
 public:
  Task() = default;
  explicit Task(const Ref<TaskState<T>>& state) : Future<T>(state, state.get()) {}

  TaskBase& base() const { return static_cast<TaskBase&>(Future<T>::base()); }
  trace::TaskId id() const { return base().id(); }
  std::string name() const { return base().name(); }
  void set_name(std::string_view name) const { base().set_name(name); }
  // Requests to cancel it that nobody took back; see TaskBase.
  std::uint32_t cancelling() const { return base().cancelling(); }
  std::uint32_t uncancel() const { return base().uncancel(); }
};

// The coroutine's first step is in the next turn of the loop (in this one, if it has not begun): nothing of
// it runs before create_task returns.
template <class T>
Task<T> create_task(EventLoop& loop, Coroutine<T> coroutine, const TaskOptions& options = {}) {
  return Task<T>(TaskState<T>::start(loop, coroutine.take(), options));
}

// TaskBase& me = co_await this_task();   // asyncio.current_task; never suspends
struct [[nodiscard("co_await it")]] ThisTaskAwaiter {
  bool await_ready() const { return false; }
  template <class Promise>
  bool await_suspend(std::coroutine_handle<Promise> coroutine) {
    task = coroutine.promise().task;
    return false;
  }
  TaskBase& await_resume() const { return *task; }
  CoroutineTask* task = nullptr;
};
inline ThisTaskAwaiter this_task() { return {}; }

// The unfinished tasks in order of creation: asyncio.all_tasks. Without keeping them:
// EventLoop::first_task().
inline std::vector<Ref<TaskBase>> all_tasks(const EventLoop& loop) {
  std::vector<Ref<TaskBase>> tasks;
  tasks.reserve(loop.task_count());
  for (TaskBase* task = loop.first_task(); task != nullptr; task = task->next_task())
    tasks.emplace_back(task);
  return tasks;
}

}  // namespace loopscope::runtime
