// TimerHeap: the loop's timers in order of (deadline, order of setting). Not for: calling them, see
// event_loop.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/runtime/timer_handle.h"

namespace loopscope::runtime {

// A heap of four children a node, its keys beside the pointers, so that sifting touches no timer. Cancelling
// only marks: O(1). Cancelled ones leave when they reach the top, or all at once when they are more than 100
// and more than half (CPython's rule).
class TimerHeap {
 public:
  TimerHeap() = default;
  TimerHeap(const TimerHeap&) = delete;
  TimerHeap& operator=(const TimerHeap&) = delete;

  void push(TimerHandle& timer);
  // `timer` is in this heap and was not cancelled before.
  void cancel(TimerHandle& timer);
  // Lets go of cancelled timers as above; a loop does it once a turn, before it looks at the first deadline.
  void purge();
  bool empty() const { return entries_.empty(); }
  std::size_t size() const { return entries_.size(); }
  // The first one, cancelled or not; nullptr in an empty heap.
  TimerHandle* first() const { return entries_.empty() ? nullptr : entries_.front().timer; }
  // Takes the first one out, if its deadline has come at `now`; else nullptr.
  TimerHandle* take_due(Microseconds now);
  // Takes any one out, in no order: to empty a heap.
  TimerHandle* take_any();

 private:
  struct Entry {
    std::int64_t when;
    std::uint64_t sequence;
    TimerHandle* timer;

    bool before(const Entry& other) const {
      return when != other.when ? when < other.when : sequence < other.sequence;
    }
  };

  void remove_first();
  void sift_down(std::size_t hole, Entry entry);

  std::vector<Entry> entries_;
  std::uint64_t sequence_ = 0;
  std::size_t cancelled_ = 0;
};

}  // namespace loopscope::runtime
