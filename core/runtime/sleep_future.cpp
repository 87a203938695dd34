// SleepFuture: its timer finishes it. Not for: the C++ await, see sleep.h.
#include "core/runtime/sleep_future.h"

#include <utility>

namespace loopscope::runtime {

void SleepBase::start(Microseconds delay) {
  retain();
  loop().call_later(delay, *this);
}

void SleepBase::withdraw() {
  if (scheduled()) loop().cancel(static_cast<TimerHandle&>(*this));
}

StepOutcome SleepBase::on_timer(Handle& node, Invocation invocation) {
  const Ref<SleepBase> sleep(kAdopt, &static_cast<SleepBase&>(static_cast<TimerHandle&>(node)));
  if (invocation == Invocation::Run) sleep->finish();
  return StepOutcome::Done;
}

bool SleepBase::cancel(Ref<ErrorPayload> message) {
  const Ref<SleepBase> keep(this);
  if (!done()) loop().cancel(static_cast<TimerHandle&>(*this));
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
