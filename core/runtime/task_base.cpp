// TaskBase: the rules of stepping, waiting, cancelling and ending. Not for: its records in the trace, see
// task_trace.cpp.
#include "core/runtime/task_base.h"

#include <bit>
#include <utility>

#include "core/runtime/event_loop.h"

namespace loopscope::runtime {

TaskBase::TaskBase(EventLoop& loop, const TaskOptions& options) : FutureBase(loop) {
  is_task_ = true;
  of_task_ = true;
  hidden_ = options.hidden;
  if (options.name.empty()) {
    name_.set_number(loop.ids().next_task_name++);
  } else {
    name_.set_text(options.name);
  }
  if (!hidden_) trace_id_ = loop.ids().next_task++;
  trace_created(options);
}

TaskBase::~TaskBase() = default;

std::string TaskBase::name() const { return name_.str(); }

void TaskBase::set_name(std::string_view name) { name_.set_text(name); }

void TaskBase::start(bool eagerly) {
  retain();
  loop_->add_task(*this);
  if (!eagerly) loop_->call_soon(*this);
}

// In the trace the interrupted step ends and begins again: steps never lie one inside another.
TaskBase* TaskBase::begin_eagerly() {
  TaskBase* interrupted = loop_->current_task_;
  if (interrupted != nullptr && loop_->recorder_ != nullptr) interrupted->trace_step_end();
  start(true);
  begin_step();
  return interrupted;
}

void TaskBase::end_eagerly(TaskBase* interrupted) {
  EventLoop* loop = loop_;
  end_step();  // this may be gone afterwards
  loop->current_task_ = interrupted;
  if (interrupted != nullptr && loop->recorder_ != nullptr) interrupted->trace_step_begin();
}

// What the future that was waited for came to, and what is due to be thrown in.
Error TaskBase::take_news() {
  Error thrown;
  if (waits_) {
    waits_ = false;
    const Ref<FutureBase> source = std::move(waiting_for_);
    if (source->error_kind_ != ErrorKind::None) {
      thrown = source->take_error();
    }
  }
  if (throw_pending_) {
    thrown = Error(error_kind_, std::move(payload_));
    error_kind_ = ErrorKind::None;
    throw_pending_ = false;
  }
  if (must_cancel_) {
    Ref<ErrorPayload> message = std::move(payload_);
    if (!thrown.cancelled()) thrown = Error(ErrorKind::Cancelled, std::move(message));
    must_cancel_ = false;
  }
  return thrown;
}

void TaskBase::step_again_with(const Error& error) {
  // A cancellation that is due is thrown in instead, unless this error is one.
  if (!must_cancel_ || error.cancelled()) {
    throw_pending_ = true;
    error_kind_ = error.kind();
    payload_ = error.payload_ref();
  }
  loop_->call_soon(*this);
}

WaitRefusal TaskBase::wait_on(FutureBase& future) {
  if (future.loop_ != loop_) return WaitRefusal::OtherLoop;
  if (&future == this) return WaitRefusal::Itself;
  waiting_for_ = Ref<FutureBase>(&future);
  waits_ = true;
  if (loop_->recorder_ != nullptr) trace_wait();
  future.add_done_callback(*this);
  if (must_cancel_ && future.cancel(payload_)) {
    must_cancel_ = false;
    payload_ = nullptr;
  }
  return WaitRefusal::None;
}

bool TaskBase::finish_returned() {
  if (must_cancel_) {
    must_cancel_ = false;
    end_cancelled(std::move(payload_));
    return false;
  }
  return finish();
}

void TaskBase::finish_failed(const Error& error) {
  must_cancel_ = false;
  if (error.cancelled()) {
    end_with_cancellation(error);
  } else {
    fail(error);
  }
}

// Down a chain of tasks that wait for each other it goes by a loop: such a chain may be 100,000 long, or a
// circle. That is seen by Brent's rule: the mark stays where the chain was at each power of two, and the
// chain comes back to it.
bool TaskBase::cancel(Ref<ErrorPayload> message) {
  error_unretrieved_ = false;
  if (done()) return false;
  if (loop_->cancel_queue_ == nullptr) loop_->cancel_circle_ = CancelCircle::None;
  TaskBase* task = this;
  const TaskBase* mark = nullptr;
  std::uint32_t passed = 0;
  for (;;) {
    if (task == mark) {
      loop_->cancel_circle_ = CancelCircle::Tasks;
      return false;
    }
    if (std::has_single_bit(++passed)) mark = task;
    ++task->cancels_requested_;
    if (loop_->recorder_ != nullptr) task->trace_cancel();
    FutureBase* target = task->waiting_for_.get();
    if (target != nullptr && target->is_task_ && !target->done()) {
      task = static_cast<TaskBase*>(target);
      task->error_unretrieved_ = false;
      continue;
    }
    if (target != nullptr && target->cancel(message)) return true;
    if (loop_->cancel_circle_ != CancelCircle::None) return false;
    task->must_cancel_ = true;
    task->throw_pending_ = false;
    task->error_kind_ = ErrorKind::None;
    task->payload_ = std::move(message);
    return true;
  }
}

std::uint32_t TaskBase::uncancel() {
  if (cancels_requested_ == 0) return 0;
  --cancels_requested_;
  if (cancels_requested_ == 0) {
    if (must_cancel_) payload_ = nullptr;
    must_cancel_ = false;
  }
  return cancels_requested_;
}

void TaskBase::finished() {
  if (loop_->recorder_ != nullptr) trace_done();
  loop_->remove_task(*this);
  release();
}

}  // namespace loopscope::runtime
