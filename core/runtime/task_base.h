// TaskBase: what C++ tasks and the script's tasks share: Task.__step, __wakeup, cancel and uncancel of
// CPython, once. Not for: running anybody's code; a derived class's step() does that (coroutine_task.h,
// core/modules).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/runtime/cancel_count.h"
#include "core/runtime/future_base.h"
#include "core/runtime/task_name.h"

namespace loopscope::runtime {

class TaskBase;

struct TaskOptions {
  std::string_view name = {};            // empty: "Task-N", counted by RunIds
  std::string_view coroutine_name = {};  // for the trace
  std::uint32_t line = 0;                // where it was created, for the trace
  bool hidden = false;  // not in the trace and not among its counts (asyncio.run's own clean-up)
};

// What a task seldom needs. A base, so that it comes before the node, and what a step needs lies together.
struct TaskLinks {
  TaskBase* next_task_ = nullptr;
  TaskBase* previous_task_ = nullptr;
  TaskName name_;
  Ref<FutureBase> waiting_for_;
};

// Why a task cannot wait for a future. The derived class says it in words, by step_again_with().
enum class WaitRefusal : std::uint8_t { None, OtherLoop, Itself };

// A future that a coroutine fills. The loop keeps every unfinished task alive. It has one node: either it is
// on the ready queue, or among the callbacks of the one future that it waits for.
//
// A derived class D implements run_node by `return run_as<D>(invocation);`, calls start() when it is built,
// and has
//   StepOutcome step(const Error* thrown);   // run the coroutine on: send None, or throw *thrown in where it
//   stands StepOutcome continue_step();             // the last call returned Held: go on with the same step
// which, before they return Done, call exactly one of step_again, step_again_with, wait_on (until it refuses
// nothing), finish_returned, finish_failed. They may return Held at any point instead; see
// EventLoop::hold_until, hold_for_slice.
class TaskBase : public FutureBase, private TaskLinks, private Handle {
 public:
  using FutureBase::cancelled;

  trace::TaskId id() const { return hidden_ ? 0 : trace_id_; }
  std::string name() const;
  void set_name(std::string_view name);
  // Where the task's code stands, for the trace; 0: unknown.
  virtual std::uint32_t line() const { return 0; }

  // Asks the task to stop: Cancelled is thrown in at its next step, or now into what it waits for. It may
  // refuse by not passing the error on. False when it is done, or when what it waits for waits for itself:
  // nothing ends such tasks (CPython: RecursionError). Never runs anybody's code before it returns.
  bool cancel(Ref<ErrorPayload> message = {}) final;
  std::uint32_t cancelling() const { return cancels_requested_; }
  std::uint32_t uncancel();
  bool must_cancel() const { return must_cancel_; }
  // The future it is parked at; nullptr while it runs or is ready to begin or go on after a bare yield.
  FutureBase* waiting_for() const { return waiting_for_.get(); }
  // Its code runs, or is held.
  bool in_step() const;
  // The unfinished task created next after this one; begin with EventLoop::first_task().
  TaskBase* next_task() const { return next_task_; }
  void describe_wait(WaitDescription& out) const override;

  // The task whose node this is, of a node with of_task().
  static Ref<TaskBase> of_node(Handle& node) { return Ref<TaskBase>(static_cast<TaskBase*>(&node)); }
  static const TaskBase& of_node(const Handle& node) { return static_cast<const TaskBase&>(node); }

 protected:
  TaskBase(EventLoop& loop, const TaskOptions& options);
  ~TaskBase() override;

  // The loop's reference, and call_soon of the first step. Once, when the derived object is complete.
  // Eagerly: without the call_soon; the derived class runs the first step inside the step of another task.
  void start(bool eagerly = false);

  // An eager start instead of start(), amid what the loop runs just now: between the two calls the derived
  // class runs its first step, and does what ends one. begin_eagerly gives the task whose step is
  // interrupted.
  TaskBase* begin_eagerly();
  void end_eagerly(TaskBase* interrupted);

  // The coroutine yielded nothing (sleep(0)): its next step is in the next turn.
  void step_again();
  // The same, and `error` is thrown in there (a bad yield).
  void step_again_with(const Error& error);
  // The coroutine waits for `future`: its next step comes when that is done, with its error thrown in, if it
  // has one; the value is the future's. If a refusal is returned nothing happened yet.
  [[nodiscard("a refused wait never wakes up")]] WaitRefusal wait_on(FutureBase& future);
  // The coroutine returned, and a derived class has stored the value. False when a cancellation was still
  // due: then the task ended as cancelled, and the value does not count.
  bool finish_returned();
  // The coroutine raised. Cancelled ends the task as cancelled.
  void finish_failed(const Error& error);

  // Both sides of a step, for a class that runs one inside another.
  void begin_step();
  void end_step();
  // What is called when the task's turn has come.
  virtual StepOutcome run_node(Invocation invocation) = 0;
  // Defined in task_step.h, which event_loop.h brings along.
  template <class Derived>
  StepOutcome run_as(Invocation invocation);
  // For derived classes whose steps the loop runs without run_node, if it can.
  void mark_as_coroutine() { of_coroutine_ = unstarted_ = true; }
  bool is_coroutine() const { return of_coroutine_; }

  // The loop goes away and this task has not ended: destroy the coroutine's frames, innermost first, without
  // recursion.
  virtual void abandon() = 0;

 private:
  friend class EventLoop;
  friend class Handle;
  friend class CoroutineTask;

  // Most steps have no news: nothing was waited for and nothing is to be thrown in.
  bool has_news() const { return waits_ || must_cancel_ || throw_pending_; }
  Error take_news();
  template <class Derived>
  static StepOutcome step_with_news(TaskBase& base);
  void finished();
  void trace_step_begin();
  void trace_step_end();
  void trace_wait();
  void trace_created(const TaskOptions& options);
  void trace_cancel();
  void trace_done();

  CancelCount cancels_requested_;  // right here, where it fills a hole
};

}  // namespace loopscope::runtime
