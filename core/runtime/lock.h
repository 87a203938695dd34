// Lock: asyncio.Lock for C++ (asyncio/locks.py, Lock.acquire and release). Not for: threads, there are none.
#pragma once

#include "core/runtime/waiters.h"

namespace loopscope::runtime {

// At most one task holds it; those who wait get it in the order in which they came. Outlives those who wait.
//
//   if (auto locked = co_await lock.acquire(); !locked) co_return locked.error();
//   ...
//   lock.release();
class Lock {
 public:
  explicit Lock(EventLoop& loop) : loop_(loop) {}

  bool locked() const { return locked_; }
  // Suspends while another task holds the lock, or others wait for it. The error is Cancelled; then it is not
  // held.
  Coroutine<> acquire() {
    if (!locked_ && waiters_.all_cancelled()) {
      locked_ = true;
      co_return {};
    }
    Result<> woken;
    {
      Waiter waiter(loop_, waiters_, trace::WaitKind::Lock);
      woken = co_await waiter;
    }
    if (!woken) {
      if (!locked_) waiters_.wake_first();  // it may have been this one's turn
      co_return woken;
    }
    locked_ = true;
    co_return {};
  }
  // Wakes the first who waits; it holds the lock from its next step on. False: nobody holds it (asyncio's
  // RuntimeError).
  bool release() {
    if (!std::exchange(locked_, false)) return false;
    waiters_.wake_first();
    return true;
  }

 private:
  EventLoop& loop_;
  Waiters waiters_;
  bool locked_ = false;
};

}  // namespace loopscope::runtime
