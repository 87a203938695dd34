// SleepFuture: its timer finishes it. Not for: the C++ await, see sleep.h.
#include "core/runtime/sleep_future.h"

#include <utility>

namespace loopscope::runtime {

Ref<SleepFuture> SleepFuture::start(EventLoop& loop, Microseconds delay) {
  Ref<SleepFuture> sleep(kAdopt, new SleepFuture(loop));
  sleep->set_wait_kind(trace::WaitKind::Sleep);
  sleep->retain();  // the timer's
  loop.call_later(delay, sleep->timer_);
  return sleep;
}

StepOutcome SleepFuture::on_timer(Handle& node, Invocation invocation) {
  const Ref<SleepFuture> sleep(kAdopt, &static_cast<Timer&>(node).owner);
  if (invocation == Invocation::Run) sleep->finish();
  return StepOutcome::Done;
}

bool SleepFuture::cancel(Ref<ErrorPayload> message) {
  if (!done()) loop().cancel(timer_);
  return FutureBase::cancel(std::move(message));
}

void SleepFuture::describe_wait(WaitDescription& out) const {
  out.kind = trace::WaitKind::Sleep;
  out.object = timer_id();
  out.value = static_cast<std::uint64_t>(deadline().count());
}

}  // namespace loopscope::runtime
