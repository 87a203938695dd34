// Handle: one thing for the loop to call, as an intrusive node: on the ready queue, among a future's
// callbacks, or on the timer heap (timer_handle.h). Not for: what is called; that is the function and the
// object that embeds the node.
#pragma once

#include <cstddef>
#include <cstdint>

namespace loopscope::runtime {

// What a call came to.
enum class StepOutcome : std::uint8_t {
  Done,  // the loop goes on with the next handle
  Held,  // blocked, or out of its slice: the loop runs nothing else and calls the same handle again
         // (Invocation::Continue)
};

enum class Invocation : std::uint8_t {
  Run,       // its turn has come
  Continue,  // the last call was Held: go on
  Discard,   // it will never run (cancelled, removed, or its loop or future is gone): let go of what it owns
};

// Contract: a node that was handed to the loop or to a future gets, in the end, exactly one Run (with as many
// Continue as it was Held) or one Discard. A node that owns a reference for its stay lets go of it there. It
// is linked in one place at most. When a cancelled one gets its Discard: see EventLoop::cancel.
class Handle {
 public:
  using Function = StepOutcome (*)(Handle& self, Invocation invocation);

  // `function` is the one indirect call of a hop.
  explicit Handle(Function function) : function_(function) {}
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;

  bool linked() const { return place_ != Place::Nowhere; }
  // Waits among a future's callbacks; FutureBase::remove_done_callback takes it back.
  bool listening() const { return place_ == Place::Callbacks; }
  bool cancelled() const { return cancelled_; }
  // It is a TaskBase's: the task waits for the future whose callback this is.
  bool of_task() const { return of_task_; }
  // Tells kinds of callback apart when walking a list of them.
  bool calls(Function function) const { return function_ == function; }
  // The next node of the list that this one is in; nullptr at its end.
  Handle* next() const { return next_; }

 protected:
  ~Handle() = default;  // owned by the object that embeds it

 private:
  friend class HandleList;
  friend class EventLoop;
  friend class LoopProbe;
  friend class FutureBase;
  friend class TaskBase;
  friend class TimerHeap;
  friend class TimerHandle;

  enum class Place : std::uint8_t { Nowhere, ReadyQueue, Callbacks, TimerHeap };

  Function function_;
  Handle* next_ = nullptr;
  Handle* previous_ = nullptr;  // of the first node of a list: the last one
  std::uint32_t trace_id_ = 0;  // TaskId of a task's node, TimerId of a timer; here because it fills a hole
  Place place_ = Place::Nowhere;
  bool cancelled_ = false;
  bool of_task_ = false;  // it is a TaskBase's
};

// A list of nodes in one pointer: append, unlink and take the first in O(1). Owns nothing.
class HandleList {
 public:
  bool empty() const { return first_ == nullptr; }
  Handle* first() const { return first_; }

  void append(Handle& node) {
    node.next_ = nullptr;
    if (first_ == nullptr) {
      first_ = &node;
    } else {
      first_->previous_->next_ = &node;
      node.previous_ = first_->previous_;
    }
    first_->previous_ = &node;
  }
  void unlink(Handle& node) {
    if (first_ == &node) {
      first_ = node.next_;
      if (first_ != nullptr) first_->previous_ = node.previous_;
    } else {
      node.previous_->next_ = node.next_;
      (node.next_ != nullptr ? node.next_ : first_)->previous_ = node.previous_;
    }
    node.next_ = node.previous_ = nullptr;
  }
  Handle* take_first() {
    Handle* node = first_;
    first_ = node->next_;
    if (first_ != nullptr) first_->previous_ = node->previous_;
    node->next_ = node->previous_ = nullptr;
    return node;
  }

 private:
  Handle* first_ = nullptr;
};

}  // namespace loopscope::runtime
