// TimerHeap's sifting and its lazy removal. Not for: calling timers, see event_loop_turn.cpp.
#include "core/runtime/timer_heap.h"

#include <algorithm>

namespace loopscope::runtime {
namespace {

constexpr std::size_t kChildren = 4;  // fewer levels than 2, and the four keys lie within two cache lines
constexpr std::size_t kFewestToPurge = 100;  // CPython's _MIN_SCHEDULED_TIMER_HANDLES

}  // namespace

void TimerHeap::push(TimerHandle& timer) {
  timer.place_ = Handle::Place::TimerHeap;
  const Entry entry{timer.when_.count(), sequence_++, &timer};
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

void TimerHeap::cancel(TimerHandle& timer) {
  timer.cancelled_ = true;
  ++cancelled_;
}

void TimerHeap::sift_down(std::size_t hole, Entry entry) {
  const std::size_t size = entries_.size();
  for (;;) {
    const std::size_t first = hole * kChildren + 1;
    if (first >= size) break;
    const std::size_t end = std::min(first + kChildren, size);
    std::size_t least = first;
    for (std::size_t child = first + 1; child < end; ++child) {
      if (entries_[child].before(entries_[least])) least = child;
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
  if (cancelled_ == 0) return;
  if (entries_.size() > kFewestToPurge && cancelled_ * 2 > entries_.size()) {
    // The discarded owners may set timers again, so the heap is in order before the first of them hears of
    // it.
    std::vector<TimerHandle*> discarded;
    discarded.reserve(cancelled_);
    std::size_t kept = 0;
    for (const Entry& entry : entries_) {
      if (entry.timer->cancelled_) {
        discarded.push_back(entry.timer);
      } else {
        entries_[kept++] = entry;
      }
    }
    entries_.resize(kept);
    for (std::size_t i = kept / kChildren + 1; i-- > 0;) {
      if (i < kept) sift_down(i, entries_[i]);
    }
    cancelled_ = 0;
    for (TimerHandle* timer : discarded) {
      timer->place_ = Handle::Place::Nowhere;
      timer->function_(*timer, Invocation::Discard);
    }
    return;
  }
  while (!entries_.empty() && entries_.front().timer->cancelled_) {
    TimerHandle* timer = entries_.front().timer;
    remove_first();
    --cancelled_;
    timer->place_ = Handle::Place::Nowhere;
    timer->function_(*timer, Invocation::Discard);
  }
}

TimerHandle* TimerHeap::take_due(Microseconds now) {
  if (entries_.empty() || entries_.front().when > now.count()) return nullptr;
  TimerHandle* timer = entries_.front().timer;
  remove_first();
  if (timer->cancelled_) --cancelled_;
  timer->place_ = Handle::Place::Nowhere;
  return timer;
}

TimerHandle* TimerHeap::take_any() {
  if (entries_.empty()) return nullptr;
  TimerHandle* timer = entries_.back().timer;
  entries_.pop_back();
  if (timer->cancelled_) --cancelled_;
  timer->place_ = Handle::Place::Nowhere;
  return timer;
}

}  // namespace loopscope::runtime
