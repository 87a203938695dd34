// Timeout: a deadline for whatever a coroutine awaits: asyncio.timeout and timeout_at for C++
// (asyncio/timeouts.py). Not for: a single await with a fixed time, wait_for.h is shorter.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <utility>

#include "core/runtime/alarm.h"
#include "core/runtime/coroutine.h"

namespace loopscope::runtime {

// run(body) awaits `body` inside the task that awaits it, without a hop. When the deadline comes before its
// end the task is cancelled, and the error is Timeout; the body may refuse, and then its result counts. The
// cancellation is the deadline's own, and is taken back, if nobody else asked for one since run() began: of
// nested timeouts each takes back its own, and a cancellation from outside stays one.
//
//   Timeout limit = timeout(loop, 100ms);
//   Result<Page> page = co_await limit.run(load(limit));   // load may call limit.reschedule(...)
//   if (limit.expired()) ...
//
// It outlives what runs under it, and is used once.
class Timeout final : Alarm {
 public:
  // `deadline` on the loop's clock; nullopt: none, until reschedule(). One that is past cancels in the next
  // turn.
  explicit Timeout(EventLoop& loop, std::optional<Microseconds> deadline = std::nullopt)
      : loop_(loop), deadline_(deadline) {}

  template <class T>
  Coroutine<T> run(Coroutine<T> body) {
    if (Result<> entered = enter(); !entered) co_return entered.error();
    Result<T> result = co_await std::move(body);
    if (ended_by_it(result ? Error() : result.error())) co_return Error(ErrorKind::Timeout);
    co_return result;
  }

  // InvalidState before run() began and after the deadline came.
  Result<> reschedule(std::optional<Microseconds> deadline);
  std::optional<Microseconds> deadline() const { return deadline_; }
  // The deadline came while run() was under way.
  bool expired() const { return state_ == State::Expiring || state_ == State::Expired; }

 private:
  enum class State : std::uint8_t { Created, Entered, Expiring, Expired, Exited };

  Result<> enter();
  bool ended_by_it(const Error& error);
  void on_alarm() override;

  EventLoop& loop_;
  std::optional<Microseconds> deadline_;
  TaskBase* task_ = nullptr;
  std::uint32_t cancelling_before_ = 0;
  State state_ = State::Created;
};

// A deadline `delay` from now.
template <class Rep, class Period>
Timeout timeout(EventLoop& loop, std::chrono::duration<Rep, Period> delay) {
  return Timeout(loop, loop.time() + std::min(std::chrono::ceil<Microseconds>(delay), EventLoop::kNever));
}
// At `deadline` on the loop's clock.
inline Timeout timeout_at(EventLoop& loop, std::optional<Microseconds> deadline) {
  return Timeout(loop, deadline);
}

}  // namespace loopscope::runtime
