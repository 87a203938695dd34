// EventLoop: the ready queue, the timers and the turn: CPython's BaseEventLoop without threads and sockets.
// Not for: waiting itself, the host does that (host.h); nor for what a task's step is (task_base.h).
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "core/runtime/host.h"
#include "core/runtime/run_ids.h"
#include "core/runtime/task_base.h"
#include "core/runtime/timer_heap.h"
#include "core/trace/recorder.h"

namespace loopscope::runtime {

class CoroutineTask;
struct CancelQueue;

// What the last cancel() ran into: tasks that wait for each other in a circle, or gathers with tasks that
// wait for them. Nothing ends these.
enum class CancelCircle : std::uint8_t { None, Tasks, Gathers };

// What is to be torn down with the loop although nobody may own it any more (a gather and its children own
// each other).
class LoopMember {
 public:
  // Let go of every other object and be forgotten. The loop calls it once, when it is destroyed.
  virtual void abandon_member() = 0;

 protected:
  explicit LoopMember(EventLoop& loop);
  ~LoopMember();
  void leave_loop();  // no longer needs it; the destructor does it, too

 private:
  friend class EventLoop;
  EventLoop* member_of_;
  LoopMember* next_member_ = nullptr;
  LoopMember* previous_member_ = nullptr;
};

// What is to be done about a loop's steps and errors beyond running on: see diagnostics.h.
class LoopProbe {
 public:
  virtual ~LoopProbe() = default;
  // Calls run(node) and looks at what it does. Only while its loop's debug mode is on.
  virtual StepOutcome run_step(Handle& node) = 0;
  // The loop goes away before `task` has ended. Only in debug mode.
  virtual void task_abandoned(TaskBase& task) = 0;

 protected:
  static StepOutcome run(Handle& node) { return node.call(Invocation::Run); }
};

// What run_once came to.
struct Progress {
  enum class Kind : std::uint8_t {
    Ran,        // a whole turn ran: call again
    SliceOver,  // the host's slice is used up, perhaps amid a turn: give the thread back, then call again
    Held,   // a step is blocked or out of its slice (held_for): let the time pass, poll the host, call again
    Idle,   // nothing is ready; the host has armed its wakeup and wants the thread back: call again when it
            // wakes
    Stuck,  // nothing is ready, no timer, no request: only somebody from outside can go on
    Stopped,    // stop() was called; the turn in which it was is complete
    BrokenOff,  // break_off() was called; its turn is not complete, and does not count
  };
  Kind kind = Kind::Ran;
  std::optional<Microseconds> deadline =
      {};  // Idle: of the first timer. Held: when the block ends, if it is a matter of time
};

// One thread, one host; several loops may follow one another on a host, sharing `ids` and `recorder`.
//
//   host::VirtualHost host(...);
//   EventLoop loop(host);
//   Result<int> answer = run(loop, compute());   // run.h
//
// Everything that resumes is resumed inside run_once, and nowhere else.
class EventLoop {
 public:
  struct Options {
    trace::Recorder* recorder = nullptr;  // null: no trace
    RunIds* ids = nullptr;                // null: the loop counts for itself
    // Handles that run between two questions whether the host's slice is over: few enough for some
    // microseconds, enough to cost nothing per step. Tests ask after each.
    std::uint32_t steps_per_slice_check = 256;
  };

  explicit EventLoop(Host& host) : EventLoop(host, Options{}) {}
  EventLoop(Host& host, Options options);
  ~EventLoop();
  EventLoop(const EventLoop&) = delete;
  EventLoop& operator=(const EventLoop&) = delete;

  // Destroys the frames of unfinished tasks and discards what is queued; nothing runs any more. What is
  // queued later is discarded by the destructor.
  void tear_down();

  Host& host() const { return host_; }
  Microseconds time() const { return host_.now(); }
  trace::Recorder* recorder() const { return recorder_; }
  RunIds& ids() { return ids_; }

  // Calls `node` in the next turn (in this one if it has not begun), after all that is ready now.
  void call_soon(Handle& node);
  // Moves `timer` to the ready queue in the first turn that begins at or after `when`. A deadline of the past
  // is due at once.
  void call_at(Microseconds when, TimerHandle& timer);
  void call_later(Microseconds delay, TimerHandle& timer) {
    call_at(time() + std::min(delay, kNever), timer);
  }
  // The node will not run: on the ready queue it keeps its place, as in CPython (its turn is counted), and
  // gets Discard when it is reached. Nothing if it is not linked, or cancelled already.
  void cancel(Handle& node);
  // The same; a timer that waits for its deadline gets Discard at once, inside this call.
  void cancel(TimerHandle& timer);

  // False: run_once gives Idle (or Stuck) instead of waiting in the host, because the caller has others who
  // may go on meanwhile.
  void wait_in_host(bool waits) { waits_in_host_ = waits; }
  bool has_ready() const { return first_ready_ != nullptr || rest_of_turn_ != nullptr; }
  // At most one turn: waits (Host::idle_until) only if nothing is ready, polls the host, moves due timers,
  // then runs what was ready when the turn began. A turn that was left amid goes on.
  Progress run_once() { return run_turns(1); }
  // The same again and again, until it comes to something else than Ran, or has come to it `most` times.
  Progress run_turns(std::uint64_t most);
  // Ends run_once with Stopped after the turn that runs, or the next one if none runs.
  void stop() { attention_ |= kStopping; }
  // Ends run_once right after the step that runs (SystemExit in a callback); what was ready stays so.
  void break_off() {
    broken_off_ = true;
    steps_at_check_ -= steps_until_check_ - 1;
    steps_until_check_ = 1;
  }
  bool stopping() const { return needs(kStopping); }
  // Between the first and the last step of a turn: somebody's code runs, or the turn was left amid.
  bool in_turn() const { return needs(kInTurn); }

  // Set once, by diagnostics.h, which owns nothing of it afterwards; null: nobody asked for diagnostics.
  LoopProbe* probe() const { return probe_.get(); }
  void set_probe(std::unique_ptr<LoopProbe> probe) { probe_ = std::move(probe); }
  // Each step goes through the probe (which there must be).
  void set_debug(bool debug) {
    attention_ = static_cast<std::uint8_t>((attention_ & ~kDebug) | (debug ? kDebug : 0));
  }
  bool debug() const { return needs(kDebug); }

  // Turns until `future` is done and its callbacks had their turn, as CPython counts them. Waits in the host.
  // An error (Stuck, InvalidState) when the loop cannot go on before; a host that never blocks (the
  // browser's) must be pumped with run_once.
  Result<> run_until_complete(FutureBase& future);

  // A step returns what these return. Until: the block ends at `deadline`, or (nullopt) when a request is
  // done.
  [[nodiscard("return it from the step")]] StepOutcome hold_until(std::optional<Microseconds> deadline);
  [[nodiscard("return it from the step")]] StepOutcome hold_for_slice();
  bool held() const { return held_ != nullptr; }

  // The task whose step runs or is held; nullptr between steps and in callbacks.
  TaskBase* current_task() const { return current_task_; }
  CancelCircle cancel_circle() const { return cancel_circle_; }
  // For the trace: who does what is being done. 0: nobody's task.
  trace::TaskId current_id() const { return current_task_ != nullptr ? current_task_->id() : 0; }
  // Unfinished tasks in order of creation, by TaskBase::next_task().
  TaskBase* first_task() const { return first_task_; }
  std::size_t task_count() const { return task_count_; }

  // The queues, for those who draw or test them.
  std::size_t ready_count() const;  // walks the queue
  std::size_t timer_count() const { return timers_.size(); }
  std::uint64_t turns() const { return turns_; }
  std::uint64_t steps() const { return steps_at_check_ - steps_until_check_; }

  // Writes a record at the time of now, if there is a recorder and `record` is not a hidden task's.
  void trace(trace::Record record) {
    if (recorder_ != nullptr) trace_now(record);
  }

  // A longer delay counts as this: a hundred thousand years.
  static constexpr Microseconds kNever{3'153'600'000'000'000'000};
  // Handles that run between two looks at the host while there is always something ready.
  static constexpr std::uint32_t kStepsPerPoll = 64;

 private:
  friend class TaskBase;
  friend class FutureBase;
  friend class LoopMember;
  friend class GatherFuture;
  friend class CoroutineTask;

  enum class Hold : std::uint8_t { Slice, Deadline, Request };
  // What a turn has to look at besides the ready queue, in one word: most have nothing.
  enum Attention : std::uint8_t {
    kInTurn = 1,
    kPollDue = 2,
    kTimers = 4,  // there may be some
    kStopping = 8,
    kDebug = 16,
    kTraced = 32,
  };
  bool needs(int attention) const { return (attention_ & attention) != 0; }

  void append_ready(Handle& node);
  void push_ready(Handle& node);
  Handle* pop_ready();
  void join_rest_of_turn();
  void remove_ready(Handle& node);  // slow: only for tearing down
  void take_ready();
  std::optional<Progress> prepare_turn();
  bool runs_on(std::uint64_t last_turn);
  bool run_other(Handle& node);
  std::optional<Progress> begin_turn();
  std::optional<Progress> idle();
  std::optional<Progress> check_after_steps();
  void poll_host();
  void let_held_time_pass();
  void move_due_timers();
  void add_task(TaskBase& task);
  void remove_task(TaskBase& task);
  void abandon_task(TaskBase& task);
  void trace_now(trace::Record record);
  // As trace(), where a step has nothing more to do or has not begun: such records share one look at the
  // clock.
  void trace_between_steps(trace::Record record);
  void trace_ready(Handle& node);

  Host& host_;
  trace::Recorder* recorder_;
  RunIds own_ids_;
  RunIds& ids_;

  // The ready queue: singly linked by next_; the tail is the place where the next node's address goes. What
  // the turn that runs has still to call is a list of its own, and comes before it.
  Handle* first_ready_ = nullptr;
  Handle** ready_tail_ = &first_ready_;
  Handle* rest_of_turn_ = nullptr;
  std::uint8_t attention_ = 0;  // of Attention
  bool waits_in_host_ = true;
  bool broken_off_ = false;
  // Steps are counted down to the next check, which costs one decrement a step; the total is a difference.
  std::uint32_t steps_until_check_;
  std::uint64_t steps_at_check_;
  std::uint32_t steps_per_check_;
  std::uint32_t steps_per_slice_check_;
  std::uint64_t last_poll_step_ = 0;
  std::uint64_t last_slice_step_ = 0;
  TaskBase* current_task_ = nullptr;

  Handle* held_ = nullptr;
  Hold hold_ = Hold::Slice;
  std::optional<Microseconds> hold_deadline_;

  TimerHeap timers_;
  std::optional<Microseconds> between_steps_;  // the time, while no code runs that is not the loop's
  std::uint64_t turns_ = 0;
  TaskBase* first_task_ = nullptr;
  TaskBase* last_task_ = nullptr;
  std::size_t task_count_ = 0;
  LoopMember* first_member_ = nullptr;
  CancelQueue* cancel_queue_ = nullptr;  // of the GatherFuture::cancel that runs
  CancelCircle cancel_circle_ = CancelCircle::None;
  std::unique_ptr<LoopProbe> probe_;
};

inline void EventLoop::append_ready(Handle& node) {
  node.next_ = nullptr;
  *ready_tail_ = &node;
  ready_tail_ = &node.next_;
}

inline void EventLoop::push_ready(Handle& node) {
  node.place_ = Handle::Place::ReadyQueue;
  append_ready(node);
}

inline Handle* EventLoop::pop_ready() {
  Handle* node = first_ready_;
  first_ready_ = node->next_;
  if (first_ready_ == nullptr) ready_tail_ = &first_ready_;
  node->place_ = Handle::Place::Nowhere;
  return node;
}

inline void EventLoop::call_soon(Handle& node) {
  push_ready(node);
  if (recorder_ != nullptr) [[unlikely]] {
    trace_ready(node);
  }
}

}  // namespace loopscope::runtime

#include "core/runtime/task_step.h"  // what a task inlines around its step needs both classes
