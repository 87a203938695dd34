// CoroutineTask: a task whose code is a chain of C++ coroutines. Not for: the coroutine type (coroutine.h) or
// the typed share in a task (task.h).
#pragma once

#include <coroutine>
#include <source_location>
#include <vector>

#include "core/runtime/block_pool.h"
#include "core/runtime/event_loop.h"
#include "core/runtime/unretrieved_error.h"
#include "core/runtime/value_slot.h"

namespace loopscope::runtime {

class CoroutineTask;
struct CoroutineAwaiter;

// What every coroutine's promise begins with. Frames live in blocks of the pool.
struct CoroutinePromise : InBlocks {
  CoroutineTask* task = nullptr;        // whose step runs it; set when it is started
  CoroutineAwaiter* awaiter = nullptr;  // who awaits it, in the frame of its parent; null: the task itself
  std::source_location location;        // the function that it is a call of
};
using CoroutineHandle = std::coroutine_handle<CoroutinePromise>;

// Called before a coroutine that was never started is destroyed; diagnostics.h sets it in debug mode.
using UnstartedHook = void (*)(const CoroutinePromise& promise);
extern constinit thread_local UnstartedHook unstarted_hook;
// The end of a coroutine that nobody awaited or made a task of.
void destroy_unstarted(CoroutineHandle coroutine);

struct CoroutineAwaiter {
  CoroutineHandle parent = nullptr;
};

// The trampoline of architecture.md: a coroutine never resumes another one. It leaves the next handle in
// innermost_ and suspends, and the step's loop resumes that: the stack stays flat for any number of ready
// awaits and any depth of nesting.
class CoroutineTask : public TaskBase, public InBlocks {
 public:
  // One step: until the chain waits, yields or ends.
  StepOutcome step(const Error* thrown) {
    if (!started_) [[unlikely]] {
      started_ = true;
      if (thrown != nullptr) return end_unstarted(*thrown);
    }
    EventLoop& event_loop = *loop_;
    event_loop.thrown_ = thrown;
    event_loop.stop_ = EventLoop::CoroutineStop::None;
    do {
      innermost_.resume();
    } while (event_loop.stop_ == EventLoop::CoroutineStop::None);
    if (event_loop.stop_ == EventLoop::CoroutineStop::AtEnd) {
      destroy_frames();
    } else if (event_loop.stop_ == EventLoop::CoroutineStop::StartsAnother) [[unlikely]] {
      run_eager_steps();
    }
    return StepOutcome::Done;
  }
  StepOutcome continue_step() { return StepOutcome::Done; }  // C++ code is never held

  // For awaiters, from await_suspend. `next` runs before this step's resume() returns to the loop.
  void go_on_with(CoroutineHandle next) { innermost_ = next; }
  void suspend_for_turn() {
    loop_->stop_ = EventLoop::CoroutineStop::Suspended;
    step_again();
  }
  void suspend_on(FutureBase& future);
  // `task`, which is new and not on the ready queue, has its first step now, then this one goes on.
  void start_another(CoroutineTask& task) {
    loop_->eager_ = &task;
    loop_->stop_ = EventLoop::CoroutineStop::StartsAnother;
  }
  // The outermost coroutine is at its end; its result was handed over.
  void suspend_at_end() { loop_->stop_ = EventLoop::CoroutineStop::AtEnd; }
  // For awaiters, from await_resume after a suspension: what is thrown in there, or nullptr.
  const Error* thrown() const { return loop_->thrown_; }

  // `task` as one of these; nullptr: its code is of another kind (a script's).
  static const CoroutineTask* from(const TaskBase& task) {
    const auto& one = static_cast<const CoroutineTask&>(task);
    return one.runs_as<CoroutineTask>() ? &one : nullptr;
  }
  // The functions that are under way in it, outermost first; none when it has ended.
  std::vector<std::source_location> stack() const;

 protected:
  CoroutineTask(EventLoop& loop, CoroutineHandle outermost, const TaskOptions& options)
      : TaskBase(loop, &TaskBase::run_node<CoroutineTask>, options), innermost_(outermost) {
    outermost.promise().task = this;
  }
  ~CoroutineTask() override { destroy_frames(); }
  void abandon() override { destroy_frames(); }
  // Where the coroutine that ends is from: at co_return of the outermost one.
  std::source_location outermost_location() const { return innermost_.promise().location; }

 private:
  StepOutcome end_unstarted(const Error& error);
  void run_eager_steps();
  void destroy_frames();

  CoroutineHandle innermost_;  // the coroutine that runs, or is to run next, or is parked
};

// A CoroutineTask with room for its value.
template <class T>
class TaskState final : public CoroutineTask, public ValueSlot<T> {
 public:
  static Ref<TaskState> start(EventLoop& loop, CoroutineHandle outermost, const TaskOptions& options,
                              bool eagerly = false) {
    Ref<TaskState> task(kAdopt, new TaskState(loop, outermost, options));
    task->TaskBase::start(eagerly);
    return task;
  }

  // From the outermost coroutine's co_return.
  void complete(Result<T> result) {
    if (!result) {
      finish_failed(result.error());
      if (failed()) watch_error(*this, outermost_location());
      return;
    }
    if constexpr (!std::is_void_v<T>) this->put(std::move(*result));
    (void)finish_returned();
  }

 private:
  using CoroutineTask::CoroutineTask;
  ~TaskState() override { discard_callbacks(); }
};

}  // namespace loopscope::runtime
