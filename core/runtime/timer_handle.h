// TimerHandle: a Callback with a deadline. Not for: the order in which deadlines come due, see timer_heap.h.
#pragma once

#include "core/runtime/handle.h"
#include "core/runtime/host.h"

namespace loopscope::runtime {

// Set by EventLoop::call_at or call_later. When the deadline has come the loop moves it to the ready queue
// and calls it there, in the order of (deadline, order of setting).
class TimerHandle : public Callback {
 public:
  using Callback::Callback;

  // On the loop's clock. Stays readable after the timer fired.
  Microseconds when() const { return when_; }
  // Is waiting for its deadline (neither due, nor cancelled).
  bool scheduled() const { return place_ == Place::TimerHeap; }
  std::uint32_t timer_id() const { return trace_id_; }
  // While it is scheduled: its call will touch `node`, which is fetched into the cache shortly before.
  void will_touch(Handle& node) { previous_ = &node; }

 private:
  friend class EventLoop;
  friend class TimerHeap;
  Microseconds when_{0};
  std::uint32_t slot_ = 0;  // in the heap's table, while it is scheduled
};

}  // namespace loopscope::runtime
