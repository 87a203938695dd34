// TaskGroup's rules: who is cancelled for whom, and which error comes of it. Not for: starting tasks, see
// task_group.h.
#include "core/runtime/task_group.h"

#include <string>

#include "core/runtime/diagnostics.h"
#include "core/runtime/error_group.h"

namespace loopscope::runtime {
namespace {

std::unexpected<Error> invalid(std::string_view message) {
  return std::unexpected(Error(ErrorKind::InvalidState, message));
}

}  // namespace

Result<> TaskGroup::enter() {
  if (entered_) return invalid("TaskGroup has already been entered");
  entered_ = true;
  parent_ = Ref<TaskBase>(loop_.current_task());
  return {};
}

Result<> TaskGroup::accepts() const {
  if (!entered_) return invalid("TaskGroup has not been entered");
  if (exiting_ && !listening()) return invalid("TaskGroup is finished");
  if (aborting_) return invalid("TaskGroup is shutting down");
  return {};
}

Coroutine<> TaskGroup::leave(Error of_body) {
  exiting_ = true;
  Error cancellation = of_body.cancelled() ? of_body : Error();
  if (of_body && !aborting_) abort();
  while (listening()) {
    ListenerFuture all_done(loop_, *this);
    all_done_ = &all_done;
    Result<> waited = co_await all_done;
    all_done_ = nullptr;
    if (!waited && !aborting_) {
      cancellation = waited.error();
      abort();
    }
  }
  const Ref<TaskBase> parent = std::move(parent_);
  if (cancelled_parent_ && parent->uncancel() == 0) cancellation = Error();
  if (cancellation && errors_.empty()) co_return cancellation;
  if (of_body && !of_body.cancelled()) errors_.push_back(std::move(of_body));
  if (errors_.empty()) co_return {};
  if (parent->cancelling() > 0) {
    // Once more, so that the next await is cancelled, and the count is what it was.
    parent->uncancel();
    parent->cancel();
  }
  co_return ErrorGroup::make("unhandled errors in a TaskGroup", std::move(errors_));
}

void TaskGroup::abort() {
  aborting_ = true;
  for_each_future([](FutureBase& task) {
    if (!task.done()) task.cancel();
  });
}

void TaskGroup::on_done(FutureBase& task, std::size_t /*number*/) {
  if (all_done_ != nullptr && !listening()) all_done_->wake();
  if (!task.failed()) return;
  task.mark_retrieved();
  errors_.push_back(task.error());
  if (!parent_ || parent_->done()) {
    call_exception_handler(
        loop_, {.message = describe(task) + " has errored out but its parent task is already completed",
                .error = task.error(),
                .future = &task});
    return;
  }
  if (!aborting_ && !cancelled_parent_) {
    abort();
    cancelled_parent_ = true;
    parent_->cancel();
  }
}

}  // namespace loopscope::runtime
