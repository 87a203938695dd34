// TimerHeap: the loop's timers in order of (deadline, order of setting). Not for: calling them, see
// event_loop.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "core/runtime/timer_buckets.h"
#include "core/runtime/timer_handle.h"

namespace loopscope::runtime {

// A heap of four children a node, whose entries are 16 bytes, so that the four lie in one cache line and
// sifting touches no timer. When there are many timers it holds only the next of them, and the rest lies in
// buckets. An entry names its timer by a slot of a table; removing a timer empties the slot: O(1), and the
// timer may be destroyed at once. Entries of removed timers leave when they reach the top, or all together
// when they are more than 100 and more than half (CPython's rule). At most 67,108,864 timers at a time.
class TimerHeap {
 public:
  TimerHeap() = default;
  TimerHeap(const TimerHeap&) = delete;
  TimerHeap& operator=(const TimerHeap&) = delete;

  void push(TimerHandle& timer, Microseconds when);
  // `timer` is in this heap; it is in none afterwards.
  void remove(TimerHandle& timer);
  // Drops entries of removed timers as above. A loop does it once a turn, before it looks at the first
  // deadline.
  void purge();
  bool empty() const { return size() == 0; }
  // Entries, those of removed timers included.
  std::size_t size() const { return entries_.size() + (later_ ? later_->size() : 0); }
  // Right after purge(), of a heap that is not empty: the first timer's deadline.
  Microseconds first_deadline() const { return Microseconds(entries_.front().when); }
  // Takes the first timer out, if its deadline has come at `now`; else nullptr.
  TimerHandle* take_due(Microseconds now);
  // Takes any timer out, in no order, until there is none: to empty a heap.
  TimerHandle* take_any();

 private:
  static constexpr unsigned kSlotBits = 26;
  static constexpr std::uint32_t kNoSlot = (1U << kSlotBits) - 1;

  static constexpr std::size_t kFewestToDivide = 512;

  using Entry = TimerEntry;
  static std::uint32_t slot_of(const Entry& entry) { return static_cast<std::uint32_t>(entry.key) & kNoSlot; }
  // A timer; none (it was removed, its entry is still there); or, of a free slot, the next free one.
  struct Slot {
    TimerHandle* timer = nullptr;
    std::uint32_t next_free = kNoSlot;
  };

  std::uint32_t take_slot(TimerHandle& timer);
  TimerHandle* free_slot(std::uint32_t slot);
  void push_entry(const Entry& entry);
  void remove_first();
  bool drop_removed(const Entry& entry);
  void heapify();
  void divide();
  void take_later();
  void sift_down(std::size_t hole, Entry entry);
  void prefetch_next() const;

  std::vector<Entry> entries_;
  std::unique_ptr<TimerBuckets> later_;  // null: there never were many
  std::size_t entries_to_divide_ = kFewestToDivide;
  std::vector<Slot> slots_;
  std::uint32_t first_free_ = kNoSlot;
  std::uint64_t sequence_ = 0;
  std::size_t removed_ = 0;  // entries whose slot is empty
};

}  // namespace loopscope::runtime
