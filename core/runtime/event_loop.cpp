// EventLoop: its timers, its list of tasks, running until a future is done, and the tearing down.
// Not for: the turn, see event_loop_turn.cpp.
#include "core/runtime/event_loop.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace loopscope::runtime {
namespace {

// Stops the loop when the future's callbacks have their turn: CPython's _run_until_complete_cb.
struct StopWhenDone final : Callback {
  explicit StopWhenDone(EventLoop& event_loop) : Callback(&StopWhenDone::on_done), loop(event_loop) {}
  static StepOutcome on_done(Handle& node, Invocation invocation) {
    if (invocation == Invocation::Run) {
      auto& self = static_cast<StopWhenDone&>(node);
      self.called = true;
      self.loop.stop();
    }
    return StepOutcome::Done;
  }
  EventLoop& loop;
  bool called = false;
};

}  // namespace

EventLoop::EventLoop(Host& host, Options options)
    : host_(host),
      recorder_(options.recorder),
      ids_(options.ids != nullptr ? *options.ids : own_ids_),
      steps_until_check_(std::min(kStepsPerPoll, options.steps_per_slice_check)),
      steps_at_check_(steps_until_check_),
      steps_per_check_(steps_until_check_),
      steps_per_slice_check_(options.steps_per_slice_check) {
  if (recorder_ != nullptr) attention_ = kTraced;
}

EventLoop::~EventLoop() { tear_down(); }

void EventLoop::tear_down() {
  if (held_ != nullptr) std::exchange(held_, nullptr)->call(Invocation::Discard);
  current_task_ = nullptr;
  attention_ &= static_cast<std::uint8_t>(~kInTurn);
  join_rest_of_turn();
  // What is let go may queue something in its destructors: until nothing is left.
  while (first_ready_ != nullptr || first_task_ != nullptr || first_member_ != nullptr || !timers_.empty()) {
    while (first_ready_ != nullptr) {
      pop_ready()->call(Invocation::Discard);
    }
    while (first_task_ != nullptr) abandon_task(*first_task_);
    while (first_member_ != nullptr) {
      LoopMember* member = first_member_;
      member->leave_loop();
      member->abandon_member();
    }
    while (TimerHandle* timer = timers_.take_any()) timer->call(Invocation::Discard);
  }
}

void EventLoop::abandon_task(TaskBase& task) {
  if (debug()) probe_->task_abandoned(task);
  remove_task(task);
  if (task.place_ == Handle::Place::ReadyQueue) remove_ready(task);
  if (task.place_ == Handle::Place::Callbacks) {
    task.waiting_for_->callbacks_.unlink(task);
    task.place_ = Handle::Place::Nowhere;
  }
  task.waiting_for_ = nullptr;
  task.waits_ = false;
  task.abandon();
  task.payload_ = nullptr;
  task.error_kind_ = ErrorKind::Cancelled;
  task.state_ = FutureBase::State::Cancelled;
  task.discard_callbacks();
  task.release();
}

void EventLoop::call_at(Microseconds when, TimerHandle& timer) {
  timer.when_ = when;
  timer.cancelled_ = false;
  timer.trace_id_ = ids_.next_timer++;
  timers_.push(timer, when);
  attention_ |= kTimers;
  if (recorder_ != nullptr) {
    trace({.kind = trace::Kind::TimerSet,
           .subject = timer.trace_id_,
           .object = current_id(),
           .value = static_cast<std::uint64_t>(when.count())});
  }
}

void EventLoop::cancel(Handle& node) {
  if (node.place_ == Handle::Place::ReadyQueue) node.cancelled_ = true;
}

void EventLoop::cancel(TimerHandle& timer) {
  if (timer.place_ != Handle::Place::TimerHeap) {
    cancel(static_cast<Handle&>(timer));
    return;
  }
  timers_.remove(timer);
  timer.cancelled_ = true;
  if (recorder_ != nullptr) trace({.kind = trace::Kind::TimerCancelled, .subject = timer.trace_id_});
  timer.call(Invocation::Discard);
}

// The turn is not gone on with: what is left of it is ready as before.
void EventLoop::join_rest_of_turn() {
  if (rest_of_turn_ == nullptr) return;
  Handle** end = &rest_of_turn_;
  while (*end != nullptr) end = &(*end)->next_;
  *end = first_ready_;
  if (first_ready_ == nullptr) ready_tail_ = end;
  first_ready_ = std::exchange(rest_of_turn_, nullptr);
}

void EventLoop::remove_ready(Handle& node) {
  join_rest_of_turn();
  Handle** at = &first_ready_;
  while (*at != &node) at = &(*at)->next_;
  *at = node.next_;
  if (node.next_ == nullptr) ready_tail_ = at;
  node.next_ = nullptr;
  node.place_ = Handle::Place::Nowhere;
}

std::size_t EventLoop::ready_count() const {
  std::size_t count = 0;
  for (const Handle* first : {rest_of_turn_, first_ready_}) {
    for (const Handle* node = first; node != nullptr; node = node->next_) ++count;
  }
  return count;
}

void EventLoop::add_task(TaskBase& task) {
  task.previous_task_ = last_task_;
  task.next_task_ = nullptr;
  (last_task_ != nullptr ? last_task_->next_task_ : first_task_) = &task;
  last_task_ = &task;
  ++task_count_;
}

void EventLoop::remove_task(TaskBase& task) {
  (task.previous_task_ != nullptr ? task.previous_task_->next_task_ : first_task_) = task.next_task_;
  (task.next_task_ != nullptr ? task.next_task_->previous_task_ : last_task_) = task.previous_task_;
  task.next_task_ = task.previous_task_ = nullptr;
  --task_count_;
}

void EventLoop::trace_now(trace::Record record) {
  record.time = static_cast<std::uint64_t>(host_.now().count());
  recorder_->add(record);
}

void EventLoop::trace_between_steps(trace::Record record) {
  if (!between_steps_) between_steps_ = host_.now();
  record.time = static_cast<std::uint64_t>(between_steps_->count());
  recorder_->add(record);
}

void EventLoop::trace_ready(Handle& node) {
  if (!node.of_task_) return;
  const TaskBase& task = static_cast<TaskBase&>(node);
  if (task.hidden_) return;
  const trace::Record record{.kind = trace::Kind::TaskReady, .subject = task.id(), .object = current_id()};
  if (&task == current_task_) {
    trace_between_steps(record);
  } else {
    trace(record);
  }
}

void EventLoop::let_held_time_pass() {
  if (hold_ == Hold::Slice) return;
  host_.idle_until(hold_deadline_);
  host_.poll();
}

Result<> EventLoop::run_until_complete(FutureBase& future) {
  const Ref<FutureBase> keep(&future);
  StopWhenDone stopper(*this);
  future.add_done_callback(stopper);
  trace({.kind = trace::Kind::LoopBegin});
  Error error;
  for (;;) {
    const Progress progress = run_turns(std::numeric_limits<std::uint64_t>::max());
    if (progress.kind == Progress::Kind::Held) {
      let_held_time_pass();
    } else if (progress.kind == Progress::Kind::Stopped || progress.kind == Progress::Kind::BrokenOff) {
      if (!stopper.called) {
        error = Error(ErrorKind::InvalidState, "the event loop was stopped before the future was done");
      }
      break;
    } else if (progress.kind == Progress::Kind::Stuck) {
      error = Error(ErrorKind::Stuck);
      break;
    } else if (progress.kind == Progress::Kind::Idle) {
      error = Error(ErrorKind::InvalidState,
                    "this host does not block: call run_once each time its wakeup comes, instead of "
                    "run_until_complete");
      break;
    }
  }
  trace({.kind = trace::Kind::LoopEnd});
  if (stopper.place_ == Handle::Place::Callbacks) future.remove_done_callback(stopper);
  if (stopper.place_ == Handle::Place::ReadyQueue) remove_ready(stopper);
  if (error) return std::unexpected(std::move(error));
  return {};
}

LoopMember::LoopMember(EventLoop& loop) : member_of_(&loop), next_member_(loop.first_member_) {
  if (next_member_ != nullptr) next_member_->previous_member_ = this;
  loop.first_member_ = this;
}

LoopMember::~LoopMember() { leave_loop(); }

void LoopMember::leave_loop() {
  if (member_of_ == nullptr) return;
  (previous_member_ != nullptr ? previous_member_->next_member_ : member_of_->first_member_) = next_member_;
  if (next_member_ != nullptr) next_member_->previous_member_ = previous_member_;
  member_of_ = nullptr;
}

}  // namespace loopscope::runtime
