// CoroutineTask: its step, refused waits, and destroying a chain of frames. Not for: the plain step of most
// turns, it is inline in the header.
#include "core/runtime/coroutine_task.h"

#include <algorithm>

namespace loopscope::runtime {

constinit thread_local UnstartedHook unstarted_hook = nullptr;

void destroy_unstarted(CoroutineHandle coroutine) {
  if (unstarted_hook != nullptr) unstarted_hook(coroutine.promise());
  coroutine.destroy();
}

StepOutcome CoroutineTask::run_node(Invocation invocation) { return run_as<CoroutineTask>(invocation); }

StepOutcome CoroutineTask::step(Error* thrown) {
  if (unstarted_) [[unlikely]] {
    unstarted_ = false;
    if (thrown != nullptr) return end_unstarted(*thrown);
  }
  coroutine_step.thrown = thrown;
  resume();
  coroutine_step.thrown = nullptr;
  after_resume();
  return StepOutcome::Done;
}

void CoroutineTask::end_plain_step() {
  after_resume();
  end_step();
}

void CoroutineTask::after_resume() {
  switch (coroutine_step.stop) {
    case Stop::Turn:
      step_again();
      break;
    case Stop::AtEnd:
      destroy_frames();
      break;
    case Stop::StartsAnother:
      run_eager_steps();
      break;
    case Stop::Waits:
    case Stop::GoesOn:
      break;
  }
}

void CoroutineTask::suspend_on(FutureBase& future) {
  coroutine_step.stop = Stop::Waits;
  switch (wait_on(future)) {
    case WaitRefusal::None:
      return;
    case WaitRefusal::OtherLoop:
      step_again_with(Error(ErrorKind::InvalidState, "the awaited future belongs to a different event loop"));
      return;
    case WaitRefusal::Itself:
      step_again_with(Error(ErrorKind::InvalidState, "a task cannot await itself"));
      return;
  }
}

StepOutcome CoroutineTask::end_unstarted(const Error& error) {
  destroy_frames();
  finish_failed(error);
  return StepOutcome::Done;
}

// The rest of a step in which tasks were started eagerly: each has its first step before its starter goes on,
// from a list and not on the stack, since a task that starts a task that starts a task may go on for long.
void CoroutineTask::run_eager_steps() {
  std::vector<CoroutineTask*> starters;
  CoroutineTask* running = this;
  for (;;) {
    if (coroutine_step.stop == Stop::StartsAnother) {
      starters.push_back(running);
      running->end_step();
      running = coroutine_step.eager;
      running->unstarted_ = false;
      running->begin_step();
    } else {
      running->after_resume();
      if (starters.empty()) return;
      running->end_step();
      running = starters.back();
      starters.pop_back();
      running->begin_step();
    }
    running->resume();
  }
}

std::vector<std::source_location> CoroutineTask::stack() const {
  std::vector<std::source_location> functions;
  for (CoroutineHandle frame = innermost_; frame;) {
    const CoroutinePromise& promise = frame.promise();
    functions.push_back(promise.location);
    frame = promise.awaiter != nullptr ? promise.awaiter->parent : nullptr;
  }
  std::ranges::reverse(functions);
  return functions;
}

// Innermost first, as unwinding would: an inner frame may refer to what an outer one owns. An awaiter never
// destroys the frame it awaits, so each is destroyed once, and by a loop.
void CoroutineTask::destroy_frames() {
  while (innermost_) {
    const CoroutineHandle frame = innermost_;
    const CoroutineAwaiter* awaiter = frame.promise().awaiter;
    innermost_ = awaiter != nullptr ? awaiter->parent : nullptr;
    frame.destroy();
  }
}

}  // namespace loopscope::runtime
