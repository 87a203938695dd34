// TaskBase::run_as: one step of a task from the outside, inlined around the derived class's own step.
// Not for: including it by itself; event_loop.h does at its end.
#pragma once

#include "core/runtime/event_loop.h"

namespace loopscope::runtime {

inline bool TaskBase::in_step() const { return loop_->current_task_ == this; }

inline void TaskBase::begin_step() {
  loop_->current_task_ = this;
  if (loop_->recorder_ != nullptr) [[unlikely]] {
    trace_step_begin();
  }
}

// The last reference may go here: nothing may touch the task afterwards.
inline void TaskBase::end_step() {
  if (loop_->recorder_ != nullptr) [[unlikely]] {
    trace_step_end();
  }
  loop_->current_task_ = nullptr;
  if (done()) finished();
}

inline void TaskBase::step_again() { loop_->call_soon(*this); }

template <class Derived>
StepOutcome TaskBase::step_with_news(TaskBase& base) {
  Error thrown = base.take_news();
  return static_cast<Derived&>(base).step(thrown ? &thrown : nullptr);
}

template <class Derived>
StepOutcome TaskBase::run_as(Invocation invocation) {
  StepOutcome outcome = StepOutcome::Done;
  if (invocation == Invocation::Run) [[likely]] {
    begin_step();
    if (has_news()) {
      outcome = step_with_news<Derived>(*this);
    } else {
      outcome = static_cast<Derived*>(this)->step(nullptr);
    }
  } else if (invocation == Invocation::Continue) {
    outcome = static_cast<Derived*>(this)->continue_step();
  } else {
    return StepOutcome::Done;  // the loop is being torn down: abandon() does what is to be done
  }
  if (outcome == StepOutcome::Done) end_step();
  return outcome;
}

inline StepOutcome Handle::call(Invocation invocation) {
  if (of_task_) return static_cast<TaskBase*>(this)->run_node(invocation);
  return static_cast<Callback*>(this)->function_(*this, invocation);
}

}  // namespace loopscope::runtime
