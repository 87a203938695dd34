// SleepFuture: the future inside asyncio.sleep, and its timer, in one object.
// Not for: awaiting it from C++ (sleep.h), nor for blocking sleeps, which are the script's
// (EventLoop::hold_until).
#pragma once

#include "core/runtime/block_pool.h"
#include "core/runtime/event_loop.h"

namespace loopscope::runtime {

// Done, without a value, when its deadline has come: the timer's turn finishes it, and who waits goes on in
// the turn after. Cancelling it takes the timer back. That is asyncio.sleep(d) for d > 0 to the hop; a sleep
// of 0 or less is a bare yield.
class SleepBase : public FutureBase, private TimerHandle {
 public:
  using FutureBase::cancelled;
  bool cancel(Ref<ErrorPayload> message = {}) override;
  void describe_wait(WaitDescription& out) const override;
  Microseconds deadline() const { return when(); }
  using TimerHandle::timer_id;
  using TimerHandle::will_touch;

 protected:
  explicit SleepBase(EventLoop& loop) : FutureBase(loop), TimerHandle(&SleepBase::on_timer) {
    set_wait_kind(trace::WaitKind::Sleep);
  }
  ~SleepBase() override = default;

  // Sets the timer; it owns a reference while it is linked.
  void start(Microseconds delay);
  // The future dies while its timer is set.
  void withdraw();

 private:
  static StepOutcome on_timer(Handle& node, Invocation invocation);
};

// One of its own, shared by references.
class SleepFuture final : public SleepBase, public InBlocks {
 public:
  // Sets the timer at once.
  static Ref<SleepFuture> start(EventLoop& loop, Microseconds delay);

 private:
  using SleepBase::SleepBase;
  ~SleepFuture() override = default;
};

// One inside a coroutine's frame, which outlives everybody who refers to it: only the task of that frame
// waits for it.
class FrameSleep final : public SleepBase {
 public:
  FrameSleep(EventLoop& loop, Microseconds delay) : SleepBase(loop) { start(delay); }
  ~FrameSleep() override { withdraw(); }
  void retain() override {}
  void release() override {}
};

}  // namespace loopscope::runtime
