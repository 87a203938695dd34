// SleepFuture: its timer finishes it. Not for: the C++ await, see sleep.h.
#include "core/runtime/sleep_future.h"

#include <utility>

namespace loopscope::runtime {

void SleepBase::start(Microseconds delay) {
  retain();
  loop().call_later(delay, timer_);
}

void SleepBase::withdraw() {
  if (timer_.scheduled()) loop().cancel(timer_);
}

StepOutcome SleepBase::on_timer(Handle& node, Invocation invocation) {
  const Ref<SleepBase> sleep(kAdopt, &static_cast<Timer&>(node).owner);
  if (invocation == Invocation::Run) sleep->finish();
  return StepOutcome::Done;
}

bool SleepBase::cancel(Ref<ErrorPayload> message) {
  const Ref<SleepBase> keep(this);
  if (!done()) loop().cancel(timer_);
  return FutureBase::cancel(std::move(message));
}

void SleepBase::describe_wait(WaitDescription& out) const {
  out.kind = trace::WaitKind::Sleep;
  out.object = timer_id();
  out.value = static_cast<std::uint64_t>(deadline().count());
}

Ref<SleepFuture> SleepFuture::start(EventLoop& loop, Microseconds delay) {
  Ref<SleepFuture> sleep(kAdopt, new SleepFuture(loop));
  sleep->SleepBase::start(delay);
  return sleep;
}

}  // namespace loopscope::runtime
