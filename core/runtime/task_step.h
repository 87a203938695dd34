// TaskBase::run_node: one step of a task from the outside, inlined around the derived class's own step.
// Not for: including it by itself; event_loop.h does at its end.
#pragma once

#include "core/runtime/event_loop.h"

namespace loopscope::runtime {

inline bool TaskBase::begin_step(Error& thrown) {
  in_step_ = true;
  loop_->current_task_ = this;
  if (waiting_for_ || must_cancel_ || throw_pending_) begin_step_slowly(thrown);
  if (loop_->recorder_ != nullptr) [[unlikely]] {
    trace_step_begin();
  }
  return static_cast<bool>(thrown);
}

// The last reference may go here: nothing may touch the task afterwards.
inline void TaskBase::end_step() {
  in_step_ = false;
  if (loop_->recorder_ != nullptr) [[unlikely]] {
    trace_step_end();
  }
  loop_->current_task_ = nullptr;
  if (done()) finished();
}

inline void TaskBase::step_again() { loop_->call_soon(*this); }

template <class Derived>
StepOutcome TaskBase::run_node(Handle& node, Invocation invocation) {
  TaskBase& base = static_cast<TaskBase&>(node);
  Derived& task = static_cast<Derived&>(base);
  StepOutcome outcome = StepOutcome::Done;
  switch (invocation) {
    case Invocation::Run: {
      Error thrown;
      outcome = base.begin_step(thrown) ? task.step(&thrown) : task.step(nullptr);
      break;
    }
    case Invocation::Continue:
      outcome = task.continue_step();
      break;
    case Invocation::Discard:
      return StepOutcome::Done;  // the loop is being torn down: abandon() does what is to be done
  }
  if (outcome == StepOutcome::Done) base.end_step();
  return outcome;
}

}  // namespace loopscope::runtime
