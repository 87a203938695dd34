// Semaphore and BoundedSemaphore: asyncio's for C++ (asyncio/locks.py). Not for: values that are handed over,
// that is a Queue.
#pragma once

#include <cstddef>

#include "core/runtime/waiters.h"

namespace loopscope::runtime {

// A number of permits. Who comes while there is none, or while others wait, waits; permits go to those who
// wait in their order, even if one is free at that moment. Outlives those who wait.
//
//   Semaphore at_most_three(loop, 3);
//   if (auto permit = co_await at_most_three.acquire(); !permit) co_return permit.error();
//   ...
//   at_most_three.release();
class Semaphore {
 public:
  explicit Semaphore(EventLoop& loop, std::size_t permits = 1) : loop_(loop), permits_(permits) {}

  // acquire() would suspend.
  bool locked() const { return permits_ == 0 || !waiters_.all_cancelled(); }
  // Permits that nobody holds and that nobody was woken for.
  std::size_t permits() const { return permits_; }

  // The error is Cancelled; then no permit is held.
  Coroutine<> acquire() {
    if (!locked()) {
      --permits_;
      co_return {};
    }
    Result<> woken;
    bool given = false;
    {
      Waiter waiter(loop_, waiters_, trace::WaitKind::Lock);
      woken = co_await waiter;
      given = waiter.woken();
    }
    if (!woken && given) ++permits_;
    while (permits_ > 0 && wake_next()) {  // others may have had to wait behind this one
    }
    co_return woken;
  }
  // Gives a permit back, to the first who waits.
  void release() {
    ++permits_;
    wake_next();
  }

 private:
  bool wake_next() {
    if (!waiters_.wake_next()) return false;
    --permits_;
    return true;
  }

  EventLoop& loop_;
  Waiters waiters_;
  std::size_t permits_;
};

// A Semaphore that counts no further than where it began: an error shows that somebody released twice.
class BoundedSemaphore : private Semaphore {
 public:
  explicit BoundedSemaphore(EventLoop& loop, std::size_t permits = 1)
      : Semaphore(loop, permits), bound_(permits) {}

  using Semaphore::acquire;
  using Semaphore::locked;
  using Semaphore::permits;

  // InvalidState, and nothing done: no permit is out (asyncio's ValueError).
  [[nodiscard("it says that somebody released twice")]] Result<> release() {
    if (permits() >= bound_)
      return std::unexpected(Error(ErrorKind::InvalidState, "BoundedSemaphore released too many times"));
    Semaphore::release();
    return {};
  }

 private:
  std::size_t bound_;
};

}  // namespace loopscope::runtime
