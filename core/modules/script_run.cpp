// The driver: which of the program's fiber, its loop and its blocking wait goes on next.
// Not for: what natives do (the modules), nor how a program ends (script_run_finish.cpp).
#include "core/modules/script_run.h"

#include <algorithm>
#include <cmath>

#include "core/modules/asyncio_loop.h"
#include "core/modules/http_outcome.h"
#include "core/modules/module_table.h"

namespace loopscope::modules {

using python::RunResult;
using python::Value;
using runtime::Microseconds;
using runtime::Progress;
using trace::Kind;

ScriptRun::ScriptRun(runtime::Host& host, trace::Recorder* recorder, const RunSettings& settings)
    : host_(host), recorder_(recorder), settings_(settings), blocking_request_(host), vm(*this) {
  // A cost per instruction is charged when the machine asks whether to pause: often, then.
  if (settings_.cpu_nanoseconds > 0) vm.budget_slice = 256;
  vm.add_modules(module_table());
}

ScriptRun::~ScriptRun() {
  // After finish() nothing is left to be said; a run that was stopped says nothing more.
  vm.heap.begin_closing();
  eager_starts_.clear();
  callback_fiber.reset();
  main_fiber_.reset();
  tear_down_loops();
}

// Loops keep their tasks alive and tasks their loop: the loops let go first.
void ScriptRun::tear_down_loops() {
  std::vector<LoopObject*> loops = loops_;
  for (LoopObject* loop : loops) ++loop->references;
  for (LoopObject* loop : loops) {
    delete std::exchange(loop->loop, nullptr);
    python::drop_reference(loop);
  }
}

void ScriptRun::start(std::shared_ptr<const python::CodeData> code, std::string_view file_name,
                      std::string_view source) {
  file_name_ = file_name;
  vm.add_source(file_name, source);
  main_fiber_ = std::make_unique<python::Fiber>();
  vm.start_main(*main_fiber_, std::move(code));
}

Advance ScriptRun::advance() {
  for (;;) {
    std::optional<Advance> pause;
    switch (main_) {
      case Main::Ready:
        pause = run_main();
        break;
      case Main::Blocked:
        pause = wait_for_block();
        break;
      case Main::RunsLoop:
        pause = run_loop();
        break;
      case Main::Ended:
        return {Advance::Kind::Finished};
    }
    if (pause) return *pause;
    if (settings_.time_limit && host_.now() >= *settings_.time_limit) return {Advance::Kind::SliceOver};
  }
}

std::optional<Advance> ScriptRun::run_main() {
  begin_main_step();
  RunResult result = run_fiber(*main_fiber_);
  switch (result.kind) {
    case RunResult::Kind::kOutOfBudget:
      return Advance{Advance::Kind::SliceOver};
    case RunResult::Kind::kBlocking:
      if (static_cast<BlockKind>(result.block.kind) != BlockKind::RunLoop) {
        begin_block(*main_fiber_, result.block);
        main_ = Main::Blocked;
        return std::nullopt;
      }
      end_main_step();
      running_loop_value_ = std::move(result.block.payload);
      running_loop_ = running_loop_value_.as<LoopObject>();
      trace({.kind = Kind::LoopBegin});
      main_ = Main::RunsLoop;
      return std::nullopt;
    case RunResult::Kind::kRaised:
      uncaught_ = std::move(result.value);
      break;
    case RunResult::Kind::kAwaiting:  // module code cannot await
    case RunResult::Kind::kReturned:
      break;
  }
  end_main_step();
  main_ = Main::Ended;
  return std::nullopt;
}

std::optional<Advance> ScriptRun::run_loop() {
  Progress progress = running_loop_->loop->run_once();
  switch (progress.kind) {
    case Progress::Kind::Ran:
      if (recorder_ != nullptr && recorder_->nearly_full()) return Advance{Advance::Kind::SliceOver};
      return std::nullopt;
    case Progress::Kind::SliceOver:
      return Advance{Advance::Kind::SliceOver};
    case Progress::Kind::Held:
      return blocked_ ? let_block_pass() : Advance{Advance::Kind::SliceOver};
    case Progress::Kind::Idle:
      return Advance{Advance::Kind::Waiting};
    case Progress::Kind::Stuck:
      return Advance{Advance::Kind::Stuck};
    case Progress::Kind::Stopped:
      end_loop();
      vm.resume(*main_fiber_);
      break;
    case Progress::Kind::BrokenOff:
      end_loop();
      vm.resume_throw(*main_fiber_, std::move(exit_exception_));
      break;
  }
  main_ = Main::Ready;
  return std::nullopt;
}

std::optional<Advance> ScriptRun::wait_for_block() {
  std::optional<Value> value = continue_block();
  if (!value) return let_block_pass();
  vm.resume(*main_fiber_, std::move(*value));
  main_ = Main::Ready;
  return std::nullopt;
}

// Somebody is blocked. Nothing if it may be over now.
std::optional<Advance> ScriptRun::let_block_pass() {
  host_.poll();  // a host that took the thread back has its answers still to hand over
  if (block_is_over()) return std::nullopt;
  if (!host_.idle_until(block_deadline_)) return Advance{Advance::Kind::Waiting};
  host_.poll();
  return std::nullopt;
}

void ScriptRun::end_loop() {
  trace({.kind = Kind::LoopEnd});
  running_loop_ = nullptr;
  running_loop_value_ = Value();
}

Value ScriptRun::async_generator_finalizer() {
  if (running_loop_ == nullptr) return {};
  return vm.find_attribute(running_loop_value_, vm.intern("_asyncgen_finalizer_hook"));
}

runtime::EventLoop* ScriptRun::running_event_loop() const {
  return running_loop_ != nullptr ? running_loop_->loop : nullptr;
}

void ScriptRun::begin_block(python::Fiber& fiber, const python::BlockRequest& request) {
  block_is_request_ = static_cast<BlockKind>(request.kind) == BlockKind::Request;
  block_deadline_.reset();
  if (request.microseconds >= 0) block_deadline_ = host_.now() + Microseconds{request.microseconds};
  blocked_ = true;
  runtime::EventLoop* loop = running_event_loop();
  blocked_task_ = loop != nullptr ? loop->current_id() : 0;
  auto kind = block_is_request_ ? trace::WaitKind::Network : trace::WaitKind::Sleep;
  trace({.kind = Kind::BlockBegin,
         .detail = static_cast<std::uint16_t>(kind),
         .subject = blocked_task_,
         .object = block_is_request_ ? blocking_request_.id() : 0,
         .line = line_of(innermost(fiber)),
         .value = block_is_request_ ? 0 : static_cast<std::uint64_t>(block_deadline_->count())});
}

bool ScriptRun::block_is_over() const {
  return (block_is_request_ && blocking_request_.done()) ||
         (block_deadline_ && host_.now() >= *block_deadline_);
}

std::optional<Value> ScriptRun::continue_block() {
  if (!block_is_over()) return std::nullopt;
  blocked_ = false;
  Value value = Value::none();
  if (block_is_request_) {
    bool done = blocking_request_.done();
    BlockingRequest::Outcome outcome =
        std::unexpected(runtime::HttpError{runtime::HttpError::Kind::Aborted, ""});
    if (done) outcome = std::move(blocking_request_.outcome());
    blocking_request_.abort();
    trace({.kind = Kind::RequestEnd,
           .detail = static_cast<std::uint16_t>(outcome ? outcome->status : 0),
           .subject = blocking_request_.id(),
           .value = outcome ? outcome->body.size() : 0});
    value = done ? http_outcome(vm, outcome) : timed_out_outcome(vm);
  }
  trace({.kind = Kind::BlockEnd, .subject = blocked_task_});
  return value;
}

void ScriptRun::break_off_with(Value exception) {
  exit_exception_ = std::move(exception);
  if (running_loop_ != nullptr) running_loop_->loop->break_off();
}

void ScriptRun::remove_loop(LoopObject* loop) { std::erase(loops_, loop); }

void ScriptRun::trace(trace::Record record) {
  if (recorder_ == nullptr) return;
  record.time = static_cast<std::uint64_t>(host_.now().count());
  recorder_->add(record);
}

namespace {

std::uint32_t line_of_position(const python::UserPosition& place) {
  return place.position.line > 0 ? static_cast<std::uint32_t>(place.position.line) : 0;
}

}  // namespace

std::uint32_t ScriptRun::current_line() const { return line_of_position(vm.current_position()); }

std::uint32_t ScriptRun::line_of(const python::Fiber& fiber) const {
  return line_of_position(vm.position(fiber));
}

void ScriptRun::write(runtime::OutputStream stream, std::string_view text) {
  host_.write(stream, text);
  if (recorder_ == nullptr || text.empty()) return;
  runtime::EventLoop* loop = running_event_loop();
  trace({.kind = Kind::Output,
         .detail = static_cast<std::uint16_t>(stream),
         .subject = loop != nullptr ? loop->current_id() : 0,
         .object = recorder_->add_text(text)});
}

bool ScriptRun::should_pause(std::uint64_t instructions) {
  if (settings_.cpu_nanoseconds > 0) {
    std::uint64_t cost = instructions * settings_.cpu_nanoseconds;
    computed_ns_ += cost;
    host_.spend(std::chrono::nanoseconds{cost});
  }
  return host_.slice_over() || (recorder_ != nullptr && recorder_->nearly_full());
}

void ScriptRun::begin_main_step() {
  if (std::exchange(main_step_open_, true)) return;
  std::int32_t line = vm.position(*main_fiber_).position.line;
  trace({.kind = Kind::StepBegin, .line = static_cast<std::uint32_t>(std::max(line, 0))});
}

void ScriptRun::end_main_step() {
  if (!std::exchange(main_step_open_, false)) return;
  std::int32_t line = vm.position(*main_fiber_).position.line;
  trace({.kind = Kind::StepEnd, .line = static_cast<std::uint32_t>(std::max(line, 0))});
}

}  // namespace loopscope::modules
