// TimerHeap's sifting and its lazy removal. Not for: calling timers, see event_loop_turn.cpp.
#include "core/runtime/timer_heap.h"

#include <algorithm>
#include <cstdlib>

namespace loopscope::runtime {
namespace {

constexpr std::size_t kChildren = 4;
constexpr std::size_t kFewestToPurge = 100;  // CPython's _MIN_SCHEDULED_TIMER_HANDLES

}  // namespace

std::uint32_t TimerHeap::take_slot(TimerHandle& timer) {
  if (first_free_ == kNoSlot) {
    if (slots_.size() >= kNoSlot) std::abort();  // 67,108,864 timers: the header's limit
    slots_.push_back({&timer, kNoSlot});
    return static_cast<std::uint32_t>(slots_.size() - 1);
  }
  const std::uint32_t slot = first_free_;
  first_free_ = slots_[slot].next_free;
  slots_[slot] = {&timer, kNoSlot};
  return slot;
}

TimerHandle* TimerHeap::free_slot(std::uint32_t slot) {
  TimerHandle* timer = slots_[slot].timer;
  slots_[slot] = {nullptr, first_free_};
  first_free_ = slot;
  return timer;
}

void TimerHeap::push(TimerHandle& timer, Microseconds when) {
  timer.place_ = Handle::Place::TimerHeap;
  timer.slot_ = take_slot(timer);
  const Entry entry{when.count(), sequence_++ << kSlotBits | timer.slot_};
  std::size_t hole = entries_.size();
  entries_.push_back(entry);
  while (hole > 0) {
    const std::size_t parent = (hole - 1) / kChildren;
    if (!entry.before(entries_[parent])) break;
    entries_[hole] = entries_[parent];
    hole = parent;
  }
  entries_[hole] = entry;
}

void TimerHeap::remove(TimerHandle& timer) {
  slots_[timer.slot_].timer = nullptr;
  timer.place_ = Handle::Place::Nowhere;
  ++removed_;
}

void TimerHeap::sift_down(std::size_t hole, Entry entry) {
  const std::size_t size = entries_.size();
  for (;;) {
    const std::size_t first = hole * kChildren + 1;
    if (first >= size) break;
    const std::size_t end = std::min(first + kChildren, size);
    std::size_t least = first;
    for (std::size_t child = first + 1; child < end; ++child) {
      least = entries_[child].before(entries_[least]) ? child : least;
    }
    if (!entries_[least].before(entry)) break;
    entries_[hole] = entries_[least];
    hole = least;
  }
  entries_[hole] = entry;
}

void TimerHeap::remove_first() {
  const Entry last = entries_.back();
  entries_.pop_back();
  if (!entries_.empty()) sift_down(0, last);
}

void TimerHeap::purge() {
  if (removed_ == 0) return;
  if (entries_.size() > kFewestToPurge && removed_ * 2 > entries_.size()) {
    std::erase_if(entries_, [this](const Entry& entry) {
      const bool removed = slots_[entry.slot()].timer == nullptr;
      if (removed) free_slot(entry.slot());
      return removed;
    });
    for (std::size_t i = entries_.size() / kChildren + 1; i-- > 0;) {
      if (i < entries_.size()) sift_down(i, entries_[i]);
    }
    removed_ = 0;
    return;
  }
  while (!entries_.empty() && slots_[entries_.front().slot()].timer == nullptr) {
    free_slot(entries_.front().slot());
    remove_first();
    --removed_;
  }
}

// The next timer is wanted in a moment, and lies anywhere in memory; so do the slots of those that may come
// after it.
void TimerHeap::prefetch_next() const {
  if (entries_.empty()) return;
  __builtin_prefetch(slots_[entries_.front().slot()].timer);
  const std::size_t end = std::min(kChildren + 1, entries_.size());
  for (std::size_t child = 1; child < end; ++child) __builtin_prefetch(&slots_[entries_[child].slot()]);
}

TimerHandle* TimerHeap::take_due(Microseconds now) {
  while (!entries_.empty() && entries_.front().when <= now.count()) {
    TimerHandle* timer = free_slot(entries_.front().slot());
    remove_first();
    prefetch_next();
    if (timer != nullptr) {
      timer->place_ = Handle::Place::Nowhere;
      return timer;
    }
    --removed_;
  }
  return nullptr;
}

TimerHandle* TimerHeap::take_any() {
  while (!entries_.empty()) {
    TimerHandle* timer = free_slot(entries_.back().slot());
    entries_.pop_back();
    if (timer != nullptr) {
      timer->place_ = Handle::Place::Nowhere;
      return timer;
    }
    --removed_;
  }
  return nullptr;
}

}  // namespace loopscope::runtime
