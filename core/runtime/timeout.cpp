// Timeout's rules: when a cancellation is the deadline's. Not for: the await, see timeout.h.
#include "core/runtime/timeout.h"

#include <string>

namespace loopscope::runtime {
namespace {

Error invalid(std::string_view message) { return Error(ErrorKind::InvalidState, message); }

}  // namespace

Result<> Timeout::enter() {
  if (state_ != State::Created) return std::unexpected(invalid("Timeout has already been entered"));
  state_ = State::Entered;
  task_ = loop_.current_task();
  cancelling_before_ = task_->cancelling();
  return reschedule(deadline_);
}

Result<> Timeout::reschedule(std::optional<Microseconds> deadline) {
  switch (state_) {
    case State::Entered:
      break;
    case State::Created:
      return std::unexpected(invalid("Timeout has not been entered"));
    case State::Expiring:
      return std::unexpected(invalid("Cannot change state of expiring Timeout"));
    case State::Expired:
      return std::unexpected(invalid("Cannot change state of expired Timeout"));
    case State::Exited:
      return std::unexpected(invalid("Cannot change state of finished Timeout"));
  }
  deadline_ = deadline;
  if (!deadline) {
    cancel_alarm();
  } else if (*deadline <= loop_.time()) {
    set_alarm_soon(loop_);
  } else {
    set_alarm(loop_, *deadline);
  }
  return {};
}

void Timeout::on_alarm() {
  task_->cancel();
  state_ = State::Expiring;
}

bool Timeout::ended_by_it(const Error& error) {
  cancel_alarm();
  if (state_ == State::Entered) state_ = State::Exited;
  if (state_ != State::Expiring) return false;
  state_ = State::Expired;
  return task_->uncancel() <= cancelling_before_ && error.cancelled();
}

}  // namespace loopscope::runtime
