// FutureBase's transitions and its list of callbacks. Not for: tasks' own rules of cancelling, see
// task_base.cpp.
#include "core/runtime/future_base.h"

#include <utility>

#include "core/runtime/event_loop.h"

namespace loopscope::runtime {

FutureBase::~FutureBase() { discard_callbacks(); }

void FutureBase::discard_callbacks() {
  while (!callbacks_.empty()) {
    Handle* node = callbacks_.take_first();
    node->place_ = Handle::Place::Nowhere;
    node->call(Invocation::Discard);
  }
}

void FutureBase::schedule_callbacks() {
  while (!callbacks_.empty()) {
    Handle* node = callbacks_.take_first();
    loop_->call_soon(*node);
  }
}

Error FutureBase::error() const {
  if (state_ == State::Pending) return Error(ErrorKind::InvalidState, "the future is not done yet");
  return Error(error_kind_, payload_);
}

Error FutureBase::take_error() {
  mark_retrieved();
  Error taken = error();
  if (given_once_) payload_ = nullptr;
  return taken;
}

void FutureBase::add_done_callback(Handle& callback) {
  if (done()) {
    loop_->call_soon(callback);
    return;
  }
  callbacks_.append(callback);
  callback.place_ = Handle::Place::Callbacks;
}

void FutureBase::attach(Handle& node) {
  callbacks_.append(node);
  node.place_ = Handle::Place::Callbacks;
}

void FutureBase::remove_done_callback(Handle& callback) {
  callbacks_.unlink(callback);
  callback.place_ = Handle::Place::Nowhere;
  callback.call(Invocation::Discard);
}

bool FutureBase::cancel(Ref<ErrorPayload> message) {
  error_unretrieved_ = false;
  if (done()) return false;
  end_cancelled(std::move(message));
  return true;
}

void FutureBase::end_with_cancellation(const Error& error) {
  given_once_ = true;
  end_cancelled(error.payload_ref());
}

void FutureBase::end_cancelled(Ref<ErrorPayload> payload) {
  payload_ = std::move(payload);
  error_kind_ = ErrorKind::Cancelled;
  state_ = State::Cancelled;
  schedule_callbacks();
}

bool FutureBase::fail(const Error& error) {
  if (done()) return false;
  error_kind_ = error.kind();
  payload_ = error.payload_ref();
  state_ = State::Finished;
  schedule_callbacks();
  error_unretrieved_ = true;
  return true;
}

bool FutureBase::finish() {
  if (done()) return false;
  state_ = State::Finished;
  schedule_callbacks();
  return true;
}

void FutureBase::describe_wait(WaitDescription& out) const { out.kind = wait_kind_; }

}  // namespace loopscope::runtime
