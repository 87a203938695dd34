// Event: asyncio.Event for C++ (asyncio/locks.py). Not for: handing over values, that is a Promise or a
// Queue.
#pragma once

#include "core/runtime/waiters.h"

namespace loopscope::runtime {

// A flag that tasks wait for. Outlives those who wait.
//
//   Event doors(loop);
//   Result<> open = co_await doors.wait();
class Event {
 public:
  explicit Event(EventLoop& loop) : loop_(loop) {}

  bool is_set() const { return set_; }
  // Wakes all who wait: each goes on in the next turn, even if the event is cleared before.
  void set() {
    if (std::exchange(set_, true)) return;
    waiters_.wake_all();
  }
  void clear() { set_ = false; }

  // Suspends until the event is set; not at all if it is. The error is Cancelled.
  Coroutine<> wait() {
    if (set_) co_return {};
    Waiter waiter(loop_, waiters_, trace::WaitKind::Lock);
    co_return co_await waiter;
  }

 private:
  EventLoop& loop_;
  Waiters waiters_;
  bool set_ = false;
};

}  // namespace loopscope::runtime
