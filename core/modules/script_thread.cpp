// One thread's code, its loop and its blocking waits, each in turn.
// Not for: eager starts (eager_start.cpp), what a lock is (thread_module.cpp).
#include "core/modules/script_thread.h"

#include <algorithm>
#include <utility>

#include "core/modules/asyncio_loop.h"
#include "core/modules/http_outcome.h"
#include "core/modules/script_run.h"
#include "core/modules/thread_module.h"

namespace loopscope::modules {

using python::RunResult;
using python::Value;
using runtime::Microseconds;
using runtime::Progress;
using trace::Kind;
using trace::WaitKind;

ScriptThread::ScriptThread(ScriptRun& run, std::string name, std::uint32_t number, trace::TaskId lane)
    : blocking_request(run.host()), run_(run), name_(std::move(name)), number_(number), lane_(lane) {}

ScriptThread::~ScriptThread() = default;

void ScriptThread::drop_code() {
  eager_starts_.clear();
  callback_fiber.reset();
  callback_is_report = false;
  std::destroy_at(&fiber);
  std::construct_at(&fiber);
  running_loop_ = nullptr;
  running_loop_value_ = current_loop = exit_exception_ = uncaught_ = Value();
  block_lock_ = nullptr;
  blocked_ = false;
  state_ = State::Code;
}

ScriptThread::Pace ScriptThread::go_on(bool alone) {
  if (std::exchange(preempted_, false)) {
    trace({.kind = Kind::StepBegin, .subject = subject(), .line = line()});
  }
  run_.vm.tracks_coroutine_origins = running_loop_ != nullptr && running_loop_->debug;
  if (state_ == State::Loop) return run_loop(alone);
  if (blocked_) {
    std::optional<Value> value = continue_block();
    if (!value) return Pace::Waits;
    run_.vm.resume(fiber, std::move(*value));
  }
  return run_code();
}

ScriptThread::Pace ScriptThread::run_code() {
  begin_step();
  RunResult result = run_fiber(fiber);
  switch (result.kind) {
    case RunResult::Kind::kOutOfBudget:
      return Pace::SliceOver;
    case RunResult::Kind::kBlocking:
      if (static_cast<BlockKind>(result.block.kind) != BlockKind::RunLoop) {
        begin_block(fiber, result.block);
        return Pace::Waits;
      }
      end_step();
      running_loop_value_ = std::move(result.block.payload);
      running_loop_ = running_loop_value_.as<LoopObject>();
      trace({.kind = Kind::LoopBegin});
      state_ = State::Loop;
      return Pace::GoesOn;
    case RunResult::Kind::kRaised:
      uncaught_ = std::move(result.value);
      break;
    case RunResult::Kind::kAwaiting:  // code that is no coroutine's cannot await
    case RunResult::Kind::kReturned:
      break;
  }
  end_step();
  return Pace::Ended;
}

ScriptThread::Pace ScriptThread::run_loop(bool alone) {
  running_loop_->loop->wait_in_host(alone);
  Progress progress = running_loop_->loop->run_once();
  switch (progress.kind) {
    case Progress::Kind::Ran:
      // What the turn's last steps let go of says its last word before the loop waits.
      if (run_.vm.heap.has_finalizers()) run_.vm.run_finalizers();
      return Pace::TurnOver;
    case Progress::Kind::SliceOver:
      return Pace::SliceOver;
    case Progress::Kind::Held:
      return blocked_ ? Pace::Waits : Pace::SliceOver;
    case Progress::Kind::Idle:
    case Progress::Kind::Stuck:
      loop_deadline_ = progress.deadline;
      if (!alone) return Pace::Waits;
      return progress.kind == Progress::Kind::Stuck ? Pace::Stuck : Pace::HostWaits;
    case Progress::Kind::Stopped:
      end_loop();
      run_.vm.resume(fiber);
      break;
    case Progress::Kind::BrokenOff:
      end_loop();
      run_.vm.resume_throw(fiber, std::move(exit_exception_));
      break;
  }
  state_ = State::Code;
  return Pace::GoesOn;
}

void ScriptThread::end_loop() {
  trace({.kind = Kind::LoopEnd});
  running_loop_ = nullptr;
  running_loop_value_ = Value();
}

bool ScriptThread::may_go_on(Microseconds now) const {
  if (blocked_) return block_is_over(now);
  return running_loop_->loop->has_ready() || (loop_deadline_ && now >= *loop_deadline_);
}

runtime::EventLoop* ScriptThread::running_event_loop() const {
  return running_loop_ != nullptr ? running_loop_->loop : nullptr;
}

trace::TaskId ScriptThread::subject() const {
  runtime::EventLoop* loop = running_event_loop();
  return loop != nullptr ? loop->current_id() : lane_;
}

std::uint32_t ScriptThread::line() const { return run_.line_of(fiber); }

void ScriptThread::begin_block(python::Fiber& blocking, const python::BlockRequest& request) {
  block_kind_ = static_cast<BlockKind>(request.kind);
  block_deadline_.reset();
  if (request.microseconds >= 0 && block_kind_ != BlockKind::Started) {
    block_deadline_ = run_.host().now() + Microseconds{request.microseconds};
  }
  if (block_kind_ == BlockKind::Lock) {
    block_lock_ = python::Ref<LockObject>::share(request.payload.as<LockObject>());
  }
  blocked_ = true;
  blocked_subject_ = subject();
  block_line_ = run_.line_of(innermost(blocking));
  if (block_kind_ != BlockKind::Started) trace_block();
}

// Who blocks in its own code holds up nobody but itself; the program and a task hold their loop.
void ScriptThread::trace_block() {
  WaitKind kind = block_kind_ == BlockKind::Sleep     ? WaitKind::Sleep
                  : block_kind_ == BlockKind::Request ? WaitKind::Network
                                                      : WaitKind::Lock;
  trace({.kind = holds_loop() ? Kind::BlockBegin : Kind::WaitBegin,
         .detail = static_cast<std::uint16_t>(kind),
         .subject = blocked_subject_,
         .object = kind == WaitKind::Network ? blocking_request.id() : 0,
         .line = block_line_,
         .value = kind == WaitKind::Sleep ? static_cast<std::uint64_t>(block_deadline_->count()) : 0});
  if (!holds_loop()) end_step();
}

bool ScriptThread::block_is_over(Microseconds now) const {
  if (block_deadline_ && now >= *block_deadline_) return true;
  switch (block_kind_) {
    case BlockKind::Request:
      return blocking_request.done();
    case BlockKind::Lock:
      return !block_lock_->locked;
    case BlockKind::Started:
      return true;
    default:
      return false;
  }
}

std::optional<Value> ScriptThread::continue_block() {
  if (!block_is_over(run_.host().now())) return std::nullopt;
  blocked_ = false;
  Value value = Value::none();
  if (block_kind_ == BlockKind::Request) {
    value = take_request_outcome();
  } else if (block_kind_ == BlockKind::Lock) {
    value = Value::boolean(!std::exchange(block_lock_->locked, true));
    block_lock_ = nullptr;
  }
  if (holds_loop() && block_kind_ != BlockKind::Started) {
    trace({.kind = Kind::BlockEnd, .subject = blocked_subject_});
  }
  return value;
}

Value ScriptThread::take_request_outcome() {
  bool done = blocking_request.done();
  BlockingRequest::Outcome outcome =
      std::unexpected(runtime::HttpError{runtime::HttpError::Kind::Aborted, ""});
  if (done) outcome = std::move(blocking_request.outcome());
  blocking_request.abort();
  trace({.kind = Kind::RequestEnd,
         .detail = static_cast<std::uint16_t>(outcome ? outcome->status : 0),
         .subject = blocking_request.id(),
         .value = outcome ? outcome->body.size() : 0});
  return done ? http_outcome(run_.vm, outcome) : timed_out_outcome(run_.vm);
}

void ScriptThread::break_off_with(Value exception) {
  exit_exception_ = std::move(exception);
  if (running_loop_ != nullptr) running_loop_->loop->break_off();
}

void ScriptThread::trace_preempted() {
  runtime::EventLoop* loop = running_event_loop();
  const bool in_task = loop != nullptr && loop->current_task() != nullptr;
  if (blocked_ || !(step_open_ || in_task)) return;
  preempted_ = true;
  trace({.kind = Kind::StepEnd, .subject = subject(), .line = line()});
  trace({.kind = Kind::TaskReady, .subject = subject()});
}

void ScriptThread::trace(trace::Record record) {
  if (!hidden()) run_.trace(record);
}

void ScriptThread::begin_step() {
  if (std::exchange(step_open_, true)) return;
  trace({.kind = Kind::StepBegin, .subject = lane_, .line = line()});
}

void ScriptThread::end_step() {
  if (!std::exchange(step_open_, false)) return;
  trace({.kind = Kind::StepEnd, .subject = lane_, .line = line()});
}

}  // namespace loopscope::modules
