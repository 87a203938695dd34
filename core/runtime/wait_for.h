// wait_for: a coroutine with a deadline: asyncio.wait_for for C++. Not for: deadlines of several awaits
// together.
#pragma once

#include <utility>

#include "core/runtime/coroutine.h"
#include "core/runtime/sleep.h"

namespace loopscope::runtime {

// The deadline of one task's wait: when it comes, the task is cancelled.
class Deadline {
 public:
  Deadline(EventLoop& loop, Microseconds delay);
  Deadline(const Deadline&) = delete;
  Deadline& operator=(const Deadline&) = delete;
  ~Deadline() { withdraw(); }

  // The wait is over with `error` (kind None: well). True: it ended because of the deadline, and the
  // cancellation, which nobody else asked for, is taken back.
  bool ended_by_it(const Error& error);

 private:
  // Lives as long as the loop may still reach it, which may be longer than the deadline's owner.
  struct Timer final : TimerHandle, InBlocks {
    explicit Timer(Deadline& deadline) : TimerHandle(&Deadline::on_timer), owner(&deadline) {}
    Deadline* owner;
  };
  static StepOutcome on_timer(Handle& node, Invocation invocation);
  void withdraw();

  EventLoop& loop_;
  TaskBase& task_;
  Timer* timer_;
  std::uint32_t cancelling_before_;
  bool expired_ = false;
};

// Awaits `coroutine` inside the task that awaits this, without a hop. When `timeout` has passed before its
// end it is cancelled, and the error is Timeout; it may refuse, and then its result counts. If the task
// itself is cancelled, so is the coroutine. A timeout of zero or less cancels at the coroutine's first
// suspension.
//
//   Result<int> five = co_await wait_for(compute(), 100ms);
template <class T, class Rep, class Period>
Coroutine<T> wait_for(Coroutine<T> coroutine, std::chrono::duration<Rep, Period> timeout) {
  EventLoop& loop = co_await this_loop();
  Deadline deadline(loop, std::chrono::ceil<Microseconds>(timeout));
  Result<T> result = co_await std::move(coroutine);
  if (deadline.ended_by_it(result ? Error() : result.error())) co_return Error(ErrorKind::Timeout);
  co_return result;
}

}  // namespace loopscope::runtime
