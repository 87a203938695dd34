// TimerHeap's sifting and its lazy removal. Not for: calling timers, see event_loop_turn.cpp.
#include "core/runtime/timer_heap.h"

#include <algorithm>
#include <cstdlib>

namespace loopscope::runtime {
namespace {

constexpr std::size_t kChildren = 4;
constexpr std::size_t kCacheLine = 64;
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
  if (later_ && later_->takes(entry.when)) {
    later_->add(entry);
    return;
  }
  push_entry(entry);
  if (entries_.size() >= entries_to_divide_) [[unlikely]] {
    divide();
  }
}

void TimerHeap::push_entry(const Entry& entry) {
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

// All but the next deadline's timers go into buckets. Next time it is done when there are twice as many that
// the buckets do not take, and more than lie in them, so that each timer is moved a few times at most.
void TimerHeap::divide() {
  if (later_ && later_->size() > entries_.size()) {
    entries_to_divide_ = later_->size();
    return;
  }
  std::vector<Entry> all = std::move(entries_);
  entries_.clear();
  if (later_) later_->take_all(all);
  const std::int64_t first = std::ranges::min(all, {}, &Entry::when).when;
  later_ = std::make_unique<TimerBuckets>(std::max<std::int64_t>(first, 0));
  for (const Entry& entry : all) {
    if (later_->takes(entry.when)) {
      later_->add(entry);
    } else {
      push_entry(entry);
    }
  }
  entries_to_divide_ = std::max(kFewestToDivide, 2 * entries_.size());
}

// The next ones out of the buckets. They are wanted soon, and lie anywhere in memory.
void TimerHeap::take_later() {
  std::vector<Entry> next;
  while (entries_.empty() && later_ && later_->size() > 0) {
    next.clear();
    later_->take_first(next);
    for (const Entry& entry : next) {
      if (drop_removed(entry)) {
        --removed_;
      } else {
        const auto* timer = reinterpret_cast<const std::byte*>(slots_[slot_of(entry)].timer);
        __builtin_prefetch(timer);
        __builtin_prefetch(timer - kCacheLine);  // what embeds it begins before it
        push_entry(entry);
      }
    }
  }
  entries_to_divide_ = std::max(kFewestToDivide, 2 * entries_.size());
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

// Whether it is a removed timer's. Then its slot is free.
bool TimerHeap::drop_removed(const Entry& entry) {
  const bool removed = slots_[slot_of(entry)].timer == nullptr;
  if (removed) free_slot(slot_of(entry));
  return removed;
}

void TimerHeap::heapify() {
  for (std::size_t i = entries_.size() / kChildren + 1; i-- > 0;) {
    if (i < entries_.size()) sift_down(i, entries_[i]);
  }
}

void TimerHeap::purge() {
  if (removed_ > 0 && size() > kFewestToPurge && removed_ * 2 > size()) {
    if (later_) later_->take_all(entries_);
    later_ = nullptr;
    std::erase_if(entries_, [this](const Entry& entry) { return drop_removed(entry); });
    heapify();
    removed_ = 0;
    if (entries_.size() >= kFewestToDivide) divide();
  }
  for (;;) {
    if (entries_.empty()) take_later();
    if (removed_ == 0 || entries_.empty() || !drop_removed(entries_.front())) return;
    remove_first();
    --removed_;
  }
}

// What the next timer is to touch is wanted in a moment, and lies anywhere in memory; so do the slots of
// those that may come after it.
void TimerHeap::prefetch_next() const {
  if (entries_.empty()) return;
  if (const TimerHandle* next = slots_[slot_of(entries_.front())].timer) {
    __builtin_prefetch(next->previous_);
  }
  const std::size_t end = std::min(kChildren + 1, entries_.size());
  for (std::size_t child = 1; child < end; ++child) __builtin_prefetch(&slots_[slot_of(entries_[child])]);
}

TimerHandle* TimerHeap::take_due(Microseconds now) {
  for (;;) {
    if (entries_.empty()) take_later();
    if (entries_.empty() || entries_.front().when > now.count()) return nullptr;
    TimerHandle* timer = free_slot(slot_of(entries_.front()));
    remove_first();
    prefetch_next();
    if (timer != nullptr) {
      timer->place_ = Handle::Place::Nowhere;
      return timer;
    }
    --removed_;
  }
}

TimerHandle* TimerHeap::take_any() {
  if (entries_.empty() && later_) later_->take_all(entries_);
  while (!entries_.empty()) {
    TimerHandle* timer = free_slot(slot_of(entries_.back()));
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
