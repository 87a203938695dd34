// Task<T> and create_task: a C++ coroutine that runs beside the others. Not for: waiting for several of them,
// see gather.h.
#pragma once

#include <string>
#include <string_view>
#include <utility>

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
};

// The coroutine's first step is in the next turn of the loop (in this one, if it has not begun): nothing of
// it runs before create_task returns.
template <class T>
Task<T> create_task(EventLoop& loop, Coroutine<T> coroutine, const TaskOptions& options = {}) {
  return Task<T>(TaskState<T>::start(loop, coroutine.take(), options));
}

}  // namespace loopscope::runtime
