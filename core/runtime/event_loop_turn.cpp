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
    --steps_until_check_;
    if (auto progress = check_after_steps()) return *progress;
  }
  if (!in_turn_) {
    if (!only_what_is_ready()) {
      if (auto progress = begin_turn()) return *progress;
    }
    in_turn_ = true;
    last_of_turn_ = first_ready_ != nullptr ? last_ready_ : nullptr;
  }
  return debug_ ? run_turn<true>() : run_turn<false>();
}

template <bool kDebug>
Progress EventLoop::run_turn() {
  while (last_of_turn_ != nullptr) {
    Handle* node = pop_ready();
    // Before the call: the node may be gone afterwards, or at the end of the queue again.
    if (node == last_of_turn_) last_of_turn_ = nullptr;
    if (node->cancelled_) [[unlikely]] {
      node->function_(*node, Invocation::Discard);
    } else if ((kDebug ? probe_->run_step(*node) : node->function_(*node, Invocation::Run)) ==
               StepOutcome::Held) [[unlikely]] {
      held_ = node;
      return {Progress::Kind::Held, hold_deadline_};
    }
    if (--steps_until_check_ == 0) [[unlikely]] {
      if (auto progress = check_after_steps()) return *progress;
    }
  }
  return end_turn();
}

// Now and then, and after a step that was held.
std::optional<Progress> EventLoop::check_after_steps() {
  steps_at_check_ += steps_per_check_ - steps_until_check_;
  steps_until_check_ = steps_per_check_;
  if (broken_off_) {
    broken_off_ = false;
    in_turn_ = false;
    last_of_turn_ = nullptr;
    return Progress{Progress::Kind::BrokenOff};
  }
  if (steps() - last_poll_step_ >= kStepsPerPoll) poll_due_ = true;
  if (steps() - last_slice_step_ >= steps_per_slice_check_) {
    last_slice_step_ = steps();
    if (host_.slice_over()) return Progress{Progress::Kind::SliceOver};
  }
  return std::nullopt;
}

void EventLoop::poll_host() {
  host_.poll();
  poll_due_ = false;
  last_poll_step_ = steps();
}

std::optional<Progress> EventLoop::begin_turn() {
  timers_.purge();
  if (first_ready_ == nullptr) {
    poll_host();
    if (first_ready_ == nullptr && !stopping_) {
      if (auto progress = idle()) return progress;
    }
  } else if (poll_due_) {
    poll_host();
  }
  if (!timers_.empty()) move_due_timers();
  return std::nullopt;
}

// Nothing is ready. Gives the reason to return, or nothing when there is a turn to run.
std::optional<Progress> EventLoop::idle() {
  std::optional<Microseconds> deadline;
  if (!timers_.empty()) deadline = timers_.first_deadline();
  if (deadline && *deadline <= host_.now()) return std::nullopt;
  if (!waits_in_host_ || !host_.idle_until(deadline)) {
    const bool stuck = !deadline && host_.requests_under_way() == 0;
    return Progress{stuck ? Progress::Kind::Stuck : Progress::Kind::Idle, deadline};
  }
  host_.poll();
  return std::nullopt;
}

void EventLoop::move_due_timers() {
  const Microseconds now = host_.now();
  while (TimerHandle* timer = timers_.take_due(now)) {
    if (recorder_ != nullptr) trace({.kind = Kind::TimerFired, .subject = timer->timer_id()});
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
