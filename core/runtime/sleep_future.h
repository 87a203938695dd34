// SleepFuture: the future inside asyncio.sleep, and its timer, in one object.
// Not for: awaiting it from C++ (sleep.h), nor for blocking sleeps, which are the script's
// (EventLoop::hold_until).
#pragma once

#include "core/runtime/event_loop.h"

namespace loopscope::runtime {

// Done, without a value, when its deadline has come: the timer's turn finishes it, and who waits goes on in
// the turn after. Cancelling it takes the timer back. That is asyncio.sleep(d) for d > 0 to the hop; a sleep
// of 0 or less is a bare yield.
class SleepFuture final : public FutureBase {
 public:
  // Sets the timer at once.
  static Ref<SleepFuture> start(EventLoop& loop, Microseconds delay);

  bool cancel(Ref<ErrorPayload> message = {}) override;
  void describe_wait(WaitDescription& out) const override;
  Microseconds deadline() const { return timer_.when(); }
  std::uint32_t timer_id() const { return timer_.timer_id(); }

 private:
  struct Timer final : TimerHandle {
    explicit Timer(SleepFuture& sleep) : TimerHandle(&SleepFuture::on_timer), owner(sleep) {}
    SleepFuture& owner;
  };

  explicit SleepFuture(EventLoop& loop) : FutureBase(loop), timer_(*this) {}
  ~SleepFuture() override = default;
  static StepOutcome on_timer(Handle& node, Invocation invocation);

  Timer timer_;  // owns a reference while it is linked
};

}  // namespace loopscope::runtime
