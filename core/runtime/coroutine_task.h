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

// Between a step and the coroutines that it resumes. One per thread, and no loop's: it is in reach without a
// pointer, and a step that runs another loop inside leaves nothing in it that is still wanted.
struct CoroutineStep {
  enum class Stop : std::uint8_t {
    GoesOn,         // with the task's innermost coroutine
    Turn,           // until the next turn
    Waits,          // for a future
    AtEnd,          // the outermost coroutine is; its result was handed over
    StartsAnother,  // `eager` has its first step now
  };

  // For awaiters, from await_resume after a suspension: what is thrown in there, to be moved from, or
  // nullptr. It is told once.
  Error* take_thrown() {
    Error* error = thrown;
    if (error != nullptr) [[unlikely]] {
      thrown = nullptr;
    }
    return error;
  }

  Error* thrown = nullptr;
  CoroutineTask* eager = nullptr;
  Stop stop = Stop::GoesOn;  // why the coroutine gave up; every await_suspend says it
};
inline constinit thread_local CoroutineStep coroutine_step;

// The trampoline of architecture.md: a coroutine never resumes another one. It leaves the next handle in
// innermost_ and suspends, and the step's loop resumes that: the stack stays flat for any number of ready
// awaits and any depth of nesting.
class CoroutineTask : public TaskBase, public InBlocks {
 public:
  using Stop = CoroutineStep::Stop;

  // One step: until the chain waits, yields or ends.
  StepOutcome step(Error* thrown);
  StepOutcome continue_step() { return StepOutcome::Done; }  // C++ code is never held
  // The same with all around it, of a task without news in a loop that nobody watches. True: the task has
  // yielded, and is to be put on the ready queue; all else is done. Its place is the ready queue meanwhile,
  // and it is the loop's current_task() until the caller says otherwise.
  [[gnu::always_inline]] bool run_plain_step(EventLoop& loop) {
    loop.current_task_ = this;
    resume();
    if (coroutine_step.stop != Stop::Turn) [[unlikely]] {
      end_plain_step();
      return false;
    }
    return true;
  }

  // For awaiters, from await_suspend. `next` runs before this step's resume() returns to the loop.
  void go_on_with(CoroutineHandle next) {
    innermost_ = next;
    coroutine_step.stop = Stop::GoesOn;
  }
  static void suspend_for_turn() { coroutine_step.stop = Stop::Turn; }
  void suspend_on(FutureBase& future);
  Handle& node() { return *this; }
  // `task`, which is new and not on the ready queue, has its first step now, then this one goes on.
  static void start_another(CoroutineTask& task) {
    coroutine_step.eager = &task;
    coroutine_step.stop = Stop::StartsAnother;
  }
  static void suspend_at_end() { coroutine_step.stop = Stop::AtEnd; }

  // `task` as one of these; nullptr: its code is of another kind (a script's).
  static const CoroutineTask* from(const TaskBase& task) {
    const auto& one = static_cast<const CoroutineTask&>(task);
    return one.is_coroutine() ? &one : nullptr;
  }
  // The functions that are under way in it, outermost first; none when it has ended.
  std::vector<std::source_location> stack() const;

 protected:
  CoroutineTask(EventLoop& loop, CoroutineHandle outermost, const TaskOptions& options)
      : TaskBase(loop, options), innermost_(outermost) {
    mark_as_coroutine();
    outermost.promise().task = this;
  }
  ~CoroutineTask() override { destroy_frames(); }
  StepOutcome run_node(Invocation invocation) final;
  void abandon() override { destroy_frames(); }
  // Where the coroutine that ends is from: at co_return of the outermost one.
  std::source_location outermost_location() const { return innermost_.promise().location; }

 private:
  void resume() {
    do {
      innermost_.resume();
    } while (coroutine_step.stop == Stop::GoesOn);
  }
  void end_plain_step();
  void after_resume();
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
