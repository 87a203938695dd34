// Waiters: those who wait at a lock, an event, a queue, first come first. Not for: when one of them is woken;
// that is each primitive's own rule.
#pragma once

#include <algorithm>
#include <iterator>
#include <list>
#include <utility>

#include "core/runtime/future.h"

namespace loopscope::runtime {

// It must outlive its places: a lock outlives the tasks that wait for it.
class Waiters {
 public:
  // One who waits: from its construction to its destruction, so that a frame that is torn down leaves the
  // list, too.
  class Place {
   public:
    Place(EventLoop& loop, Waiters& waiters, trace::WaitKind kind)
        : waiters_(waiters), at_(waiters.list_.emplace(waiters.list_.end(), loop)) {
      future().base().set_wait_kind(kind);
    }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    ~Place() { waiters_.list_.erase(at_); }

    Future<> future() const { return at_->future(); }

   private:
    Waiters& waiters_;
    std::list<Promise<>>::iterator at_;
  };

  // Wakes the first that is not woken or cancelled yet; false: there is none.
  bool wake_next() {
    return std::ranges::any_of(list_, [](const Promise<>& waiter) { return waiter.set_result(); });
  }
  // Wakes the very first; nothing if that was woken or cancelled already.
  void wake_first() {
    if (!list_.empty()) list_.front().set_result();
  }
  void wake_all() {
    for (const Promise<>& waiter : list_) waiter.set_result();
  }
  bool all_cancelled() const {
    return std::ranges::all_of(list_, [](const Promise<>& waiter) { return waiter.future().cancelled(); });
  }

 private:
  std::list<Promise<>> list_;
};

}  // namespace loopscope::runtime
