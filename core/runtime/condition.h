// Condition: asyncio.Condition for C++ (asyncio/locks.py): waiting until another task says that something has
// changed, under a lock. Not for: a single flag, that is an Event.
#pragma once

#include <concepts>
#include <cstddef>
#include <optional>

#include "core/runtime/lock.h"

namespace loopscope::runtime {

// Outlives those who wait.
//
//   Condition changed(loop);
//   if (auto locked = co_await changed.acquire(); !locked) co_return locked.error();
//   Result<> full = co_await changed.wait_for([&basket] { return basket.full(); });
//   ...                                     // locked again, also when `full` is an error
//   changed.release();
class Condition {
 public:
  // With a lock of its own.
  explicit Condition(EventLoop& loop) : loop_(loop), own_lock_(std::in_place, loop), lock_(*own_lock_) {}
  // With one that others lock, too, and that outlives this.
  Condition(EventLoop& loop, Lock& lock) : loop_(loop), lock_(lock) {}

  bool locked() const { return lock_.locked(); }
  Coroutine<> acquire() { return lock_.acquire(); }
  bool release() { return lock_.release(); }

  // Releases the lock, waits to be notified, and takes the lock again, whatever happens: it is held
  // afterwards. The errors are Cancelled (a notification that came to it goes on to the next), and
  // InvalidState when the lock is not held.
  Coroutine<> wait() {
    if (!locked()) co_return not_locked("cannot wait on un-acquired lock");
    lock_.release();
    Result<> woken;
    {
      Waiter waiter(loop_, waiters_, trace::WaitKind::Lock);
      woken = co_await waiter;
    }
    for (;;) {
      Result<> relocked = co_await lock_.acquire();
      if (relocked) break;
      woken = relocked;  // the last cancellation counts
    }
    if (!woken) waiters_.wake_next();
    co_return woken;
  }
  // wait() until `holds()`, which is asked under the lock, at once and after each notification.
  template <std::predicate Predicate>
  Coroutine<> wait_for(Predicate holds) {
    while (!holds()) {
      if (auto woken = co_await wait(); !woken) co_return woken;
    }
    co_return {};
  }

  // Wakes the first `count` who wait and are not woken yet. They go on when they have the lock, which the
  // caller is to release. InvalidState: it is not locked.
  Result<> notify(std::size_t count = 1) {
    if (!locked()) return std::unexpected(not_locked("cannot notify on un-acquired lock"));
    while (count > 0 && waiters_.wake_next()) --count;
    return {};
  }
  Result<> notify_all() { return notify(static_cast<std::size_t>(-1)); }

 private:
  static Error not_locked(std::string_view message) { return Error(ErrorKind::InvalidState, message); }

  EventLoop& loop_;
  std::optional<Lock> own_lock_;
  Lock& lock_;
  Waiters waiters_;
};

}  // namespace loopscope::runtime
