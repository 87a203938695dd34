// EventLoop's turn: CPython's _run_once, cut so that it can be left amid. Not for: building up and tearing
// down, event_loop.cpp.
#include "core/runtime/coroutine_task.h"
#include "core/runtime/event_loop.h"

namespace loopscope::runtime {

using trace::Kind;

// Most turns are nothing but the handles that are ready, and a C++ task that just goes on is stepped right
// here. All else is prepare_turn's and run_other's.
Progress EventLoop::run_turns(std::uint64_t most) {
  const std::uint64_t last_turn = turns_ + most;
  do {
    if (attention_ != 0 || first_ready_ == nullptr) {
      if (auto progress = prepare_turn()) return *progress;
    } else {
      attention_ = kInTurn;
      take_ready();
    }
    const unsigned plain = needs(kDebug | kTraced) ? ~0U : Handle::kPlainCoroutine;
    for (;;) {
      Handle* next = nullptr;
      for (Handle* node = rest_of_turn_; node != nullptr; node = next) {
        next = node->next_;  // before the call: the node may be gone afterwards, or ready again
        rest_of_turn_ = next;
        if (node->kind_of_step() == plain) [[likely]] {
          auto& task = static_cast<CoroutineTask&>(static_cast<TaskBase&>(*node));
          bool yielded = task.run_plain_step(*this);
          if (next == nullptr) {
            while (yielded && node->kind_of_step() == plain && runs_on(last_turn)) {
              yielded = task.run_plain_step(*this);
            }
          }
          if (yielded) append_ready(*node);
        } else if (!run_other(*node)) [[unlikely]] {
          held_ = node;
          return {Progress::Kind::Held, hold_deadline_};
        }
        if (--steps_until_check_ == 0) [[unlikely]] {
          current_task_ = nullptr;
          if (auto progress = check_after_steps()) return *progress;
        }
      }
      ++turns_;
      host_.turn_ended();
      if (attention_ != kInTurn || first_ready_ == nullptr || turns_ == last_turn) break;
      take_ready();  // the next turn is nothing but this, too
    }
    current_task_ = nullptr;
    const bool stops = stopping();
    attention_ &= static_cast<std::uint8_t>(~(kInTurn | kStopping));
    if (stops) return {Progress::Kind::Stopped};
  } while (turns_ != last_turn);
  return {Progress::Kind::Ran};
}

// The last handle of a turn has yielded: whether the next turn is this handle, and nothing else. Then that
// turn has begun.
inline bool EventLoop::runs_on(std::uint64_t last_turn) {
  if (first_ready_ != nullptr || attention_ != kInTurn || steps_until_check_ == 1 ||
      turns_ + 1 == last_turn) {
    return false;
  }
  --steps_until_check_;
  ++turns_;
  host_.turn_ended();
  return true;
}

// False: it is held.
bool EventLoop::run_other(Handle& node) {
  current_task_ = nullptr;
  if (!node.of_task_) between_steps_.reset();
  node.place_ = Handle::Place::Nowhere;
  if (node.cancelled_) {
    node.call(Invocation::Discard);
    return true;
  }
  return (debug() ? probe_->run_step(node) : node.call(Invocation::Run)) != StepOutcome::Held;
}

void EventLoop::take_ready() {
  rest_of_turn_ = first_ready_;
  first_ready_ = nullptr;
  ready_tail_ = &first_ready_;
}

// Gives the reason to return, or nothing when there is a turn to run.
std::optional<Progress> EventLoop::prepare_turn() {
  between_steps_.reset();
  if (held_ != nullptr) {
    if (held_->call(Invocation::Continue) == StepOutcome::Held) {
      return Progress{Progress::Kind::Held, hold_deadline_};
    }
    held_ = nullptr;
    --steps_until_check_;
    if (auto progress = check_after_steps()) return progress;
  }
  if (in_turn()) return std::nullopt;
  if (auto progress = begin_turn()) return progress;
  attention_ |= kInTurn;
  take_ready();
  return std::nullopt;
}

// Now and then, and after a step that was held.
std::optional<Progress> EventLoop::check_after_steps() {
  steps_at_check_ += steps_per_check_ - steps_until_check_;
  steps_until_check_ = steps_per_check_;
  if (steps() - last_poll_step_ >= kStepsPerPoll) attention_ |= kPollDue;
  bool slice_over = false;
  if (steps() - last_slice_step_ >= steps_per_slice_check_) {
    last_slice_step_ = steps();
    slice_over = host_.slice_over();
  }
  if (broken_off_) {
    broken_off_ = false;
    attention_ &= static_cast<std::uint8_t>(~kInTurn);
    join_rest_of_turn();
    return Progress{Progress::Kind::BrokenOff};
  }
  if (slice_over) return Progress{Progress::Kind::SliceOver};
  return std::nullopt;
}

void EventLoop::poll_host() {
  host_.poll();
  attention_ &= static_cast<std::uint8_t>(~kPollDue);
  last_poll_step_ = steps();
}

std::optional<Progress> EventLoop::begin_turn() {
  timers_.purge();
  if (first_ready_ == nullptr) {
    poll_host();
    if (first_ready_ == nullptr && !stopping()) {
      if (auto progress = idle()) return progress;
    }
  } else if (needs(kPollDue)) {
    poll_host();
  }
  if (timers_.empty()) {
    attention_ &= static_cast<std::uint8_t>(~kTimers);
  } else {
    move_due_timers();
  }
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
