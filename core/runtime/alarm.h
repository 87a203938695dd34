// Alarm: a callback at a time, or in the next turn, whose owner may die before: what timeouts are made of.
// Not for: sleeping (sleep.h), or callbacks of their own (callback.h).
#pragma once

#include "core/runtime/event_loop.h"

namespace loopscope::runtime {

// Base of an owner in a frame or on the stack. At most one is set at a time.
class Alarm {
 public:
  Alarm(const Alarm&) = delete;
  Alarm& operator=(const Alarm&) = delete;

 protected:
  Alarm() = default;
  ~Alarm() { cancel_alarm(); }

  // on_alarm() is called in the first turn that begins at or after `when`; one that was set before is
  // cancelled.
  void set_alarm(EventLoop& loop, Microseconds when);
  // In the next turn.
  void set_alarm_soon(EventLoop& loop);
  // It does not come. One that is due already keeps its place in the turn, as a cancelled handle does in
  // CPython.
  void cancel_alarm();
  virtual void on_alarm() = 0;

 private:
  // Lives as long as the loop may still reach it, which may be longer than the owner.
  struct Timer;

  static StepOutcome on_timer(Handle& node, Invocation invocation);

  Timer* timer_ = nullptr;
  EventLoop* loop_ = nullptr;
};

}  // namespace loopscope::runtime
