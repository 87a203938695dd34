// TaskGroup: tasks that end together, before the block that starts them goes on: asyncio.TaskGroup for C++
// (asyncio/taskgroups.py). Not for: tasks whose errors are looked at one by one, that is gather_results.
#pragma once

#include <utility>
#include <vector>

#include "core/runtime/done_listener.h"
#include "core/runtime/task.h"

namespace loopscope::runtime {

// run(body) awaits `body` inside the task that awaits it, without a hop, then all the group's tasks. They may
// start further ones.
// - A task that fails cancels its siblings and the body; that cancellation is the group's own, and taken
// back.
// - A body that fails, or is cancelled, cancels the tasks; so does a cancellation while the group waits for
// them.
// - Then the error is a group (error_group.h) of the tasks' errors in the order in which they came, the
// body's last.
//   Tasks that were cancelled add none. Where there is none, it is Cancelled if it was cancelled from
//   outside; a cancellation from outside that met with errors is asked for again, for the next await.
//
//   TaskGroup group(loop);
//   Result<> all = co_await group.run(body(group));
//   // Coroutine<> body(TaskGroup& group) { group.create_task(load(1)); group.create_task(load(2)); co_return
//   {}; }
//
// Used once.
class TaskGroup final : DoneListener {
 public:
  explicit TaskGroup(EventLoop& loop) : loop_(loop) {}

  template <class T>
  Coroutine<T> run(Coroutine<T> body) {
    if (Result<> entered = enter(); !entered) co_return entered.error();
    Result<T> result = co_await std::move(body);
    if (Result<> left = co_await leave(result ? Error() : result.error()); !left) co_return left.error();
    co_return result;
  }

  // Its first step is in the next turn. InvalidState, and the coroutine never runs, before run(), when the
  // group is shutting down after an error, and when it has ended. Who drops the result loses nothing: the
  // group keeps the task and hears of its error.
  template <class T>
  Result<Task<T>> create_task(Coroutine<T> coroutine, const TaskOptions& options = {}) {
    if (Result<> open = accepts(); !open) {
      const CoroutineHandle unwanted = coroutine.take();
      unwanted.destroy();
      return std::unexpected(open.error());
    }
    Task<T> task = runtime::create_task(loop_, std::move(coroutine), options);
    listen(task.base());
    return task;
  }

 private:
  Result<> enter();
  Result<> accepts() const;
  Coroutine<> leave(Error of_body);
  void abort();
  void on_done(FutureBase& task, std::size_t number) override;
  const FutureBase* waited_at() const override { return all_done_; }

  EventLoop& loop_;
  Ref<TaskBase> parent_;                // from run()'s beginning to its end
  ListenerFuture* all_done_ = nullptr;  // where the parent waits for the last task
  std::vector<Error> errors_;
  bool entered_ = false;
  bool exiting_ = false;
  bool aborting_ = false;
  bool cancelled_parent_ = false;
};

}  // namespace loopscope::runtime
