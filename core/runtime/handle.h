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

class Callback;
class Handle;
using HandleFunction = StepOutcome (*)(Handle& self, Invocation invocation);

// Contract: a node that was handed to the loop or to a future gets, in the end, exactly one Run (with as many
// Continue as it was Held) or one Discard. A node that owns a reference for its stay lets go of it there. It
// is linked in one place at most. When a cancelled one gets its Discard: see EventLoop::cancel.
// It is a Callback, or a TaskBase's.
class Handle {
 public:
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;

  bool linked() const { return place_ != Place::Nowhere; }
  // Waits among a future's callbacks; FutureBase::remove_done_callback takes it back.
  bool listening() const { return place_ == Place::Callbacks; }
  bool cancelled() const { return cancelled_; }
  // It is a TaskBase's: the task waits for the future whose callback this is.
  bool of_task() const { return of_task_; }
  // Tells kinds of callback apart when walking a list of them.
  bool calls(HandleFunction function) const;
  // The next node of the list that this one is in; nullptr at its end.
  Handle* next() const { return next_; }

 protected:
  Handle() = default;
  ~Handle() = default;  // owned by the object that embeds it

 private:
  friend class HandleList;
  friend class EventLoop;
  friend class LoopProbe;
  friend class FutureBase;
  friend class TaskBase;
  friend class TimerHeap;
  friend class TimerHandle;
  friend class CoroutineTask;

  enum class Place : std::uint8_t { Nowhere, ReadyQueue, Callbacks, TimerHeap };

  // Its function, or its task's step. Defined in task_step.h.
  StepOutcome call(Invocation invocation);
  // kPlainCoroutine: a C++ task of which nothing but the next step is wanted. The bits are where they lie
  // in memory, so that this is one load and one comparison.
  static constexpr unsigned kPlainCoroutine = 1;
  unsigned kind_of_step() const {
    return static_cast<unsigned>(of_coroutine_) | static_cast<unsigned>(cancelled_) << 1U |
           static_cast<unsigned>(must_cancel_) << 2U | static_cast<unsigned>(throw_pending_) << 3U |
           static_cast<unsigned>(waits_) << 4U | static_cast<unsigned>(unstarted_) << 5U;
  }

  // What a hop touches comes last, beside what a C++ task has first (coroutine_task.h).
  Handle* previous_ = nullptr;  // of the first node of a list: the last one
  Handle* next_ = nullptr;
  std::uint32_t trace_id_ = 0;  // TaskId of a task's node, TimerId of a timer; here because it fills a hole
  Place place_ = Place::Nowhere;
  bool of_coroutine_ : 1 = false;  // a CoroutineTask's
  bool cancelled_ : 1 = false;
  // Of a task: what the next step has to look at before it runs.
  bool must_cancel_ : 1 = false;    // throw Cancelled in
  bool throw_pending_ : 1 = false;  // throw error_kind_ and payload_ in
  bool waits_ : 1 = false;          // waiting_for_ is set
  bool unstarted_ : 1 = false;      // of a C++ task: it is the first one
  bool of_task_ : 1 = false;        // a TaskBase's, of whatever kind
};

// A Handle that calls a function: the one indirect call of a hop.
class Callback : public Handle {
 public:
  using Function = HandleFunction;
  explicit Callback(Function function) : function_(function) {}

 protected:
  ~Callback() = default;

 private:
  friend class Handle;
  Function function_;
};

inline bool Handle::calls(HandleFunction function) const {
  return !of_task_ && static_cast<const Callback*>(this)->function_ == function;
}

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
