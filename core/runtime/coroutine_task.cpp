// CoroutineTask: refused waits, and destroying a chain of frames. Not for: the step, it is inline in the
// header.
#include "core/runtime/coroutine_task.h"

namespace loopscope::runtime {

void CoroutineTask::suspend_on(FutureBase& future) {
  loop_->stop_ = EventLoop::CoroutineStop::Suspended;
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
