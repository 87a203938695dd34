// The driver: which of the program's fiber, its loop and its blocking wait goes on next.
// Not for: what natives do (the modules), nor how a program ends (script_run_finish.cpp).
#include "core/modules/script_run.h"

#include <algorithm>
#include <cmath>

#include "core/modules/asyncio_loop.h"
#include "core/modules/http_outcome.h"
#include "core/modules/module_table.h"
#include "core/python/types/codecs.h"

namespace loopscope::modules {

using python::Value;
using runtime::Microseconds;
using Pace = ScriptThread::Pace;
using trace::Kind;

namespace {

// CPython's switch interval, at 50 ns for an instruction.
constexpr std::chrono::milliseconds kTurn{5};
constexpr std::int64_t kTurnInstructions = 100'000;
constexpr std::uint32_t kFreeTurns = 20;

}  // namespace

ScriptRun::ScriptRun(runtime::Host& host, trace::Recorder* recorder, const RunSettings& settings)
    : host_(host), recorder_(recorder), settings_(settings), vm(*this) {
  // A cost per instruction is charged when the machine asks whether to pause: often, then.
  if (settings_.cpu_nanoseconds > 0) vm.budget_slice = 256;
  vm.add_modules(module_table());
  threads_.push_back(std::make_unique<ScriptThread>(*this, "MainThread", 0, 0));
  main_ = current_ = threads_.front().get();
  ready_.push_back(main_);
}

ScriptRun::~ScriptRun() {
  // After finish() nothing is left to be said; a run that was stopped says nothing more.
  vm.heap.begin_closing();
  debug_origins = Value();
  drop_threads();
  tear_down_loops();
  torn_down_.clear();
}

// Loops keep their tasks alive and tasks their loop: the loops let go first.
void ScriptRun::tear_down_loops() {
  std::vector<LoopObject*> loops = loops_;
  for (LoopObject* loop : loops) ++loop->references;
  for (LoopObject* loop : loops) {
    if (loop->loop != nullptr) torn_down_.emplace_back(std::exchange(loop->loop, nullptr))->tear_down();
    python::drop_reference(loop);
  }
}

void ScriptRun::start(std::shared_ptr<const python::CodeData> code, std::string_view file_name,
                      std::string_view source) {
  file_name_ = file_name;
  vm.add_source(file_name, source);
  vm.start_main(main_->fiber, std::move(code));
}

Advance ScriptRun::advance() {
  for (;;) {
    if (ended_) return {Advance::Kind::Finished};
    std::optional<Advance> pause;
    if (ready_.empty()) {
      pause = wait_for_any();
    } else {
      current_ = ready_.front();
      pause = after(current_->go_on(alone()));
    }
    if (pause) return *pause;
    if (settings_.time_limit && host_.now() >= *settings_.time_limit) return {Advance::Kind::SliceOver};
  }
}

std::optional<Advance> ScriptRun::after(Pace pace) {
  switch (pace) {
    case Pace::GoesOn:
      return std::nullopt;
    case Pace::TurnOver:
      // CPython lets go of its lock once a turn, when it asks the selector.
      if (!alone()) let_others_go_first();
      if (recorder_ != nullptr && recorder_->nearly_full()) return Advance{Advance::Kind::SliceOver};
      return std::nullopt;
    case Pace::SliceOver:
      if (!std::exchange(turn_over_, false)) return Advance{Advance::Kind::SliceOver};
      end_turn();
      return std::nullopt;
    case Pace::Waits:
      ready_.pop_front();
      if (current_->lets_started_go_first()) {
        ready_.insert(ready_.begin() + 1, current_);
      } else {
        wake_threads();
      }
      turn_left_ = kTurnInstructions;
      turns_alone_ = 0;
      return std::nullopt;
    case Pace::HostWaits:
      return Advance{Advance::Kind::Waiting};
    case Pace::Stuck:
      return Advance{Advance::Kind::Stuck};
    case Pace::Ended:
      return end_thread();
  }
  return std::nullopt;
}

// The thread computed for a whole turn.
void ScriptRun::end_turn() {
  if (ready_.size() > 1) {
    current_->trace_preempted();
    turns_alone_ = 0;
  } else if (++turns_alone_ > kFreeTurns && settings_.cpu_nanoseconds == 0) {
    // Computing costs a virtual clock nothing, but who spins until another one has slept enough is to see an
    // end.
    host_.spend(kTurn);
  }
  let_others_go_first();
}

void ScriptRun::let_others_go_first() {
  wake_threads();
  ready_.pop_front();
  ready_.push_back(current_);
  turn_left_ = kTurnInstructions;
}

// Those that waited for something which has happened, in the order of their deadlines; at the same instant
// loops come last, as those whom a thread wakes.
void ScriptRun::wake_threads() {
  if (alone() && !ready_.empty()) return;
  const Microseconds now = host_.now();
  std::vector<ScriptThread*> woken;
  for (const std::unique_ptr<ScriptThread>& thread : threads_) {
    if (std::ranges::find(ready_, thread.get()) == ready_.end() && thread->may_go_on(now))
      woken.push_back(thread.get());
  }
  auto due = [now](const ScriptThread* thread) {
    return std::min(thread->wait_deadline().value_or(now), now);
  };
  std::ranges::stable_sort(woken, [due](const ScriptThread* left, const ScriptThread* right) {
    if (due(left) != due(right)) return due(left) < due(right);
    return left->waits_in_loop() < right->waits_in_loop();
  });
  ready_.insert(ready_.end(), woken.begin(), woken.end());
}

// Nobody is ready.
std::optional<Advance> ScriptRun::wait_for_any() {
  host_.poll();  // a host that took the thread back has its answers still to hand over
  wake_threads();
  if (!ready_.empty()) return std::nullopt;
  std::optional<Microseconds> deadline;
  for (const std::unique_ptr<ScriptThread>& thread : threads_) {
    std::optional<Microseconds> own = thread->wait_deadline();
    if (own && (!deadline || *own < *deadline)) deadline = own;
  }
  if (!host_.idle_until(deadline)) {
    const bool stuck = !deadline && host_.requests_under_way() == 0;
    return Advance{stuck ? Advance::Kind::Stuck : Advance::Kind::Waiting};
  }
  host_.poll();
  wake_threads();
  return std::nullopt;
}

void ScriptRun::start_thread(const Value& function, std::string name, bool hidden) {
  const trace::TaskId lane = hidden ? 0 : ids_.next_task++;
  if (!hidden) ++thread_lanes_;
  if (recorder_ != nullptr && !hidden) {
    trace({.kind = Kind::TaskCreated,
           .detail = static_cast<std::uint16_t>(trace::LaneKind::Thread),
           .subject = lane,
           .object = current_->subject(),
           .line = current_line(),
           .value = recorder_->intern(name)});
  }
  threads_.push_back(std::make_unique<ScriptThread>(*this, std::move(name), ++threads_started_, lane));
  vm.start_call(threads_.back()->fiber, function, {});
  ready_.insert(ready_.begin() + 1, threads_.back().get());
}

bool ScriptRun::is_running(const LoopObject* loop) const {
  return std::ranges::any_of(threads_, [loop](const auto& thread) { return thread->running_loop() == loop; });
}

// The program's thread joins the others before it ends.
std::optional<Advance> ScriptRun::end_thread() {
  turn_left_ = kTurnInstructions;
  if (current_ == main_) {
    if (!joining_) uncaught_ = main_->take_uncaught();
    ended_ = std::exchange(joining_, true) || !join_threads();
    return std::nullopt;
  }
  if (!current_->hidden()) trace({.kind = Kind::TaskDone, .subject = current_->subject()});
  ready_.pop_front();
  std::erase_if(threads_, [this](const auto& thread) { return thread.get() == current_; });
  current_ = main_;
  wake_threads();
  return std::nullopt;
}

// False: the program never had another one.
bool ScriptRun::join_threads() {
  if (threads_started_ == 0) return false;
  const Value* threading = python::dict_find_string(vm.modules(), vm.intern("threading"));
  if (threading == nullptr) return false;
  Value shutdown = vm.find_attribute(*threading, vm.intern("_shutdown"));
  if (!shutdown) return false;
  main_->drop_code();
  vm.start_call(main_->fiber, shutdown, {});
  return true;
}

// What they were about to do is not done any more.
void ScriptRun::drop_threads() {
  ready_.clear();
  current_ = main_;
  threads_.erase(threads_.begin() + 1, threads_.end());
  main_->drop_code();
}

Value ScriptRun::async_generator_finalizer() {
  if (running_loop() == nullptr) return {};
  return vm.find_attribute(Value::share(running_loop()), vm.intern("_asyncgen_finalizer_hook"));
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
  if (stream == runtime::OutputStream::Stderr) {
    if (const auto escaped = python::escape_surrogates(text)) return write(stream, *escaped);
  }
  host_.write(stream, text);
  if (recorder_ == nullptr || text.empty()) return;
  trace({.kind = Kind::Output,
         .detail = static_cast<std::uint16_t>(stream),
         .subject = current_->subject(),
         .object = recorder_->add_text(text)});
}

bool ScriptRun::should_pause(std::uint64_t instructions) {
  if (settings_.cpu_nanoseconds > 0) {
    std::uint64_t cost = instructions * settings_.cpu_nanoseconds;
    computed_ns_ += cost;
    host_.spend(std::chrono::nanoseconds{cost});
  }
  turn_left_ -= static_cast<std::int64_t>(instructions);
  if (turn_left_ <= 0 && !alone()) return turn_over_ = true;
  return host_.slice_over() || (recorder_ != nullptr && recorder_->nearly_full());
}

}  // namespace loopscope::modules
