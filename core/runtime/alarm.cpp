// Alarm's timer, which outlives it where it must. Not for: what happens then.
#include "core/runtime/alarm.h"

#include <memory>
#include <utility>

#include "core/runtime/block_pool.h"

namespace loopscope::runtime {

struct Alarm::Timer final : TimerHandle, InBlocks {
  explicit Timer(Alarm& alarm) : TimerHandle(&Alarm::on_timer), owner(&alarm) {}
  Alarm* owner;  // null: it was cancelled
};

StepOutcome Alarm::on_timer(Handle& node, Invocation invocation) {
  const std::unique_ptr<Timer> timer(static_cast<Timer*>(&node));
  if (timer->owner == nullptr) return StepOutcome::Done;
  timer->owner->timer_ = nullptr;
  if (invocation == Invocation::Run) timer->owner->on_alarm();
  return StepOutcome::Done;
}

void Alarm::set_alarm(EventLoop& loop, Microseconds when) {
  cancel_alarm();
  loop_ = &loop;
  timer_ = new Timer(*this);
  loop.call_at(when, *timer_);
}

void Alarm::set_alarm_soon(EventLoop& loop) {
  cancel_alarm();
  loop_ = &loop;
  timer_ = new Timer(*this);
  loop.call_soon(*timer_);
}

void Alarm::cancel_alarm() {
  if (timer_ == nullptr) return;
  Timer* timer = std::exchange(timer_, nullptr);
  timer->owner = nullptr;
  loop_->cancel(*timer);
}

}  // namespace loopscope::runtime
