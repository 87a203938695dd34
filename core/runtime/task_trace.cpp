// What a task writes into the trace. Not for: deciding anything; with no recorder none of this runs.
#include <string>
#include <utility>

#include "core/runtime/event_loop.h"

namespace loopscope::runtime {

using trace::Kind;

void TaskBase::trace_created(const TaskOptions& options) {
  trace::Recorder* recorder = loop_->recorder();
  if (recorder == nullptr || hidden_) return;
  const std::uint64_t name_id = recorder->intern(name());
  const std::uint64_t coroutine_id = recorder->intern(options.coroutine_name);
  loop_->trace({.kind = Kind::TaskCreated,
                .subject = id(),
                .object = loop_->current_id(),
                .line = options.line,
                .value = name_id | coroutine_id << 32U});
}

void TaskBase::trace_step_begin() {
  if (!hidden_) loop_->trace_between_steps({.kind = Kind::StepBegin, .subject = id(), .line = line()});
  loop_->between_steps_.reset();
}

void TaskBase::trace_step_end() {
  if (!hidden_) loop_->trace_between_steps({.kind = Kind::StepEnd, .subject = id(), .line = line()});
}

void TaskBase::trace_wait() {
  if (hidden_) return;
  WaitDescription wait;
  waiting_for_->describe_wait(wait);
  loop_->trace_between_steps({.kind = Kind::WaitBegin,
                              .detail = static_cast<std::uint16_t>(wait.kind),
                              .subject = id(),
                              .object = wait.object,
                              .line = line(),
                              .value = wait.value});
  for (const trace::TaskId other : wait.further) {
    loop_->trace_between_steps({.kind = Kind::WaitOn, .subject = id(), .object = other});
  }
}

void TaskBase::trace_cancel() {
  if (hidden_) return;
  const TaskBase* by = loop_->current_task();
  loop_->trace({.kind = Kind::CancelRequested,
                .subject = id(),
                .object = loop_->current_id(),
                .line = by != nullptr ? by->line() : 0});
}

void TaskBase::trace_done() {
  if (hidden_) return;
  trace::Outcome outcome = trace::Outcome::Finished;
  trace::StringId text = 0;
  if (cancelled()) {
    outcome = trace::Outcome::Cancelled;
  } else if (failed()) {
    outcome = trace::Outcome::Failed;
    text = loop_->recorder()->add_text(error().message());
  }
  loop_->trace_between_steps({.kind = Kind::TaskDone,
                              .detail = static_cast<std::uint16_t>(outcome),
                              .subject = id(),
                              .object = text,
                              .line = failed() ? line() : 0});
}

void TaskBase::describe_wait(WaitDescription& out) const {
  out.kind = trace::WaitKind::Task;
  out.object = id();
}

}  // namespace loopscope::runtime
