// Waiters and Waiter: those who wait at a lock, a semaphore, a queue, first come first. Not for: when one of
// them is woken; that is each primitive's own rule.
#pragma once

#include <cstddef>
#include <utility>

#include "core/runtime/coroutine.h"
#include "core/runtime/frame_future.h"
#include "core/runtime/linked_list.h"

namespace loopscope::runtime {

class Waiter;

// Everything here is O(1) but waking all, and allocates nothing.
class Waiters {
 public:
  Waiters() = default;
  Waiters(const Waiters&) = delete;
  Waiters& operator=(const Waiters&) = delete;
  // Those who still wait wait for ever, or until they are cancelled.
  inline ~Waiters();

  // Wakes the first that is not woken or cancelled yet; false: there is none.
  inline bool wake_next();
  // Wakes the very first; nothing if that was woken or cancelled already.
  inline void wake_first();
  inline void wake_all();
  // Nobody is in line but those who were cancelled and had no step since.
  bool all_cancelled() const { return uncancelled_ == 0; }

 private:
  friend class Waiter;
  struct InLine;
  struct Asleep;

  LinkedList<Waiter, InLine> line_;    // from a waiter's first moment to its last
  LinkedList<Waiter, Asleep> asleep_;  // those of them that are neither woken nor cancelled
  std::size_t uncancelled_ = 0;
};

// One who waits, in its coroutine's frame: in line from its construction to its destruction, so that a frame
// that is torn down leaves the line, too.
class Waiter final : public FrameFuture, ListNode<Waiters::InLine>, ListNode<Waiters::Asleep> {
 public:
  Waiter(EventLoop& loop, Waiters& waiters, trace::WaitKind kind)
      : FrameFuture(loop, kind), waiters_(&waiters) {
    waiters.line_.append(*this);
    waiters.asleep_.append(*this);
    ++waiters.uncancelled_;
  }
  ~Waiter() override {
    if (!cancelled()) no_longer_counts();
  }

  bool cancel(Ref<ErrorPayload> message = {}) override {
    if (!done()) {
      ListNode<Waiters::Asleep>::unlink();
      no_longer_counts();
    }
    return FutureBase::cancel(std::move(message));
  }

 private:
  friend class Waiters;
  template <class T, class Tag>
  friend class LinkedList;

  void no_longer_counts() {
    if (waiters_ != nullptr) --waiters_->uncancelled_;
  }

  Waiters* waiters_;  // null: gone
};

inline Waiters::~Waiters() {
  while (Waiter* waiter = line_.first()) {
    waiter->waiters_ = nullptr;
    waiter->ListNode<InLine>::unlink();
  }
}

inline bool Waiters::wake_next() {
  Waiter* waiter = asleep_.first();
  if (waiter == nullptr) return false;
  waiter->ListNode<Asleep>::unlink();
  return waiter->wake();
}

inline void Waiters::wake_first() {
  if (line_.first() != nullptr && line_.first() == asleep_.first()) wake_next();
}

inline void Waiters::wake_all() {
  while (wake_next()) {
  }
}

}  // namespace loopscope::runtime
