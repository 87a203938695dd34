// EventLoop's turn: CPython's _run_once, cut so that it can be left amid. Not for: building up and tearing
// down, event_loop.cpp.
#include "core/runtime/event_loop.h"

namespace loopscope::runtime {

using trace::Kind;

Progress EventLoop::run_once() {
  if (held_ != nullptr) {
    if (held_->function_(*held_, Invocation::Continue) == StepOutcome::Held) {
      return {Progress::Kind::Held, hold_deadline_};
    }
    held_ = nullptr;
    if (auto progress = check_after_step()) return *progress;
  }
  if (!in_turn_) {
    if (auto progress = begin_turn()) return *progress;
  }
  while (todo_ > 0) {
    --todo_;
    ++steps_;
    Handle* node = pop_ready();
    if (node->cancelled_) [[unlikely]] {
      node->function_(*node, Invocation::Discard);
      continue;
    }
    if (node->function_(*node, Invocation::Run) == StepOutcome::Held) [[unlikely]] {
      held_ = node;
      return {Progress::Kind::Held, hold_deadline_};
    }
    if (--steps_until_slice_check_ == 0) [[unlikely]] {
      if (auto progress = check_after_step()) return *progress;
    }
  }
  return end_turn();
}

std::optional<Progress> EventLoop::check_after_step() {
  steps_until_slice_check_ = steps_per_slice_check_;
  if (broken_off_) {
    broken_off_ = false;
    in_turn_ = false;
    todo_ = 0;
    return Progress{Progress::Kind::BrokenOff};
  }
  if (host_.slice_over()) return Progress{Progress::Kind::SliceOver};
  return std::nullopt;
}

std::optional<Progress> EventLoop::begin_turn() {
  timers_.purge();
  if (first_ready_ == nullptr) {
    host_.poll();
    last_poll_step_ = steps_;
    if (first_ready_ == nullptr && !stopping_) {
      if (auto progress = idle()) return progress;
    }
  } else if (steps_ - last_poll_step_ >= kStepsPerPoll) {
    host_.poll();
    last_poll_step_ = steps_;
  }
  if (!timers_.empty()) move_due_timers();
  todo_ = ready_count_;
  in_turn_ = true;
  return std::nullopt;
}

// Nothing is ready. Gives the reason to return, or nothing when there is a turn to run.
std::optional<Progress> EventLoop::idle() {
  std::optional<Microseconds> deadline;
  if (const TimerHandle* first = timers_.first()) deadline = first->when();
  if (deadline && *deadline <= host_.now()) return std::nullopt;
  if (!host_.idle_until(deadline)) {
    const bool stuck = !deadline && host_.requests_under_way() == 0;
    return Progress{stuck ? Progress::Kind::Stuck : Progress::Kind::Idle, deadline};
  }
  host_.poll();
  return std::nullopt;
}

void EventLoop::move_due_timers() {
  const Microseconds now = host_.now();
  while (TimerHandle* timer = timers_.take_due(now)) {
    if (recorder_ != nullptr && !timer->cancelled_)
      trace({.kind = Kind::TimerFired, .subject = timer->timer_id()});
    push_ready(*timer);
  }
}

Progress EventLoop::end_turn() {
  in_turn_ = false;
  ++turns_;
  host_.turn_ended();
  if (stopping_) {
    stopping_ = false;
    return {Progress::Kind::Stopped};
  }
  return {Progress::Kind::Ran};
}

StepOutcome EventLoop::hold_until(std::optional<Microseconds> deadline) {
  hold_ = deadline ? Hold::Deadline : Hold::Request;
  hold_deadline_ = deadline;
  return StepOutcome::Held;
}

StepOutcome EventLoop::hold_for_slice() {
  hold_ = Hold::Slice;
  hold_deadline_ = std::nullopt;
  return StepOutcome::Held;
}

}  // namespace loopscope::runtime
