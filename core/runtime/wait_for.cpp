// Deadline: asyncio.timeout's rules of cancelling and uncancelling. Not for: the await, see wait_for.h.
#include "core/runtime/wait_for.h"

#include <memory>

namespace loopscope::runtime {

Deadline::Deadline(EventLoop& loop, Microseconds delay)
    : loop_(loop),
      task_(*loop.current_task()),
      timer_(new Timer(*this)),
      cancelling_before_(task_.cancelling()) {
  if (delay <= Microseconds::zero()) {
    loop.call_soon(*timer_);
  } else {
    loop.call_later(delay, *timer_);
  }
}

StepOutcome Deadline::on_timer(Handle& node, Invocation invocation) {
  const std::unique_ptr<Timer> timer(static_cast<Timer*>(&node));
  Deadline* deadline = timer->owner;
  if (deadline == nullptr) return StepOutcome::Done;
  deadline->timer_ = nullptr;
  if (invocation == Invocation::Run) {
    deadline->expired_ = true;
    deadline->task_.cancel();
  }
  return StepOutcome::Done;
}

void Deadline::withdraw() {
  if (timer_ == nullptr) return;
  Timer* timer = std::exchange(timer_, nullptr);
  timer->owner = nullptr;
  loop_.cancel(*timer);
}

bool Deadline::ended_by_it(const Error& error) {
  withdraw();
  return expired_ && task_.uncancel() <= cancelling_before_ && error.cancelled();
}

}  // namespace loopscope::runtime
