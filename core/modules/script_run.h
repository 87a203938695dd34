// ScriptRun: one run of one program: its machine, and the driver that runs the program's own fiber, the event
// loops that it starts, and what it blocks on. Not for: cutting a scenario or choosing a host (core/session).
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/modules/asyncio_types.h"
#include "core/modules/context_variables.h"
#include "core/modules/script_thread.h"
#include "core/python/environment.h"
#include "core/python/vm.h"
#include "core/runtime/event_loop.h"
#include "core/runtime/host.h"

namespace loopscope::modules {

struct RunSettings {
  bool blocking_twin = false;         // asyncio.sleep and requests hold the whole loop
  std::uint32_t cpu_nanoseconds = 0;  // of one instruction, under the virtual clock
  // What time.time() says at the start, and how far the local zone is from UTC. The virtual clock's are the
  // defaults.
  std::int64_t unix_start_us = 1'704'067'200'000'000;
  int utc_offset_seconds = 0;
  // advance() comes back when the host's clock is there; whether the run then ends is the session's business.
  std::optional<runtime::Microseconds> time_limit = {};
};

// What the base of monotonic, perf_counter and loop.time() is: 1000 s, so that nobody takes them for a time
// of day.
inline constexpr std::int64_t kMonotonicStartUs = 1'000'000'000;

struct Advance {
  enum class Kind : std::uint8_t {
    SliceOver,  // more can be done at once: call again
    Waiting,    // the host has armed its wakeup: call again then
    Finished,   // the program has ended: call finish()
    Stuck,      // nothing can go on, ever
  };
  Kind kind = Kind::SliceOver;
};

// The exception that ended the program, in words.
struct UncaughtError {
  std::string message;              // the last line of the traceback
  python::SourcePosition position;  // of the user's code that raised it; line 0: none
  std::string missing_name;         // of a NameError or a missing module
  bool missing_module = false;
};

class ScriptRun final : public python::Environment {
 public:
  // Host and recorder (null: no trace) outlive the run.
  ScriptRun(runtime::Host& host, trace::Recorder* recorder, const RunSettings& settings);
  ScriptRun(const ScriptRun&) = delete;
  ScriptRun& operator=(const ScriptRun&) = delete;
  ~ScriptRun() override;

  // Starts the program. `source` is what tracebacks show lines of.
  void start(std::shared_ptr<const python::CodeData> code, std::string_view file_name,
             std::string_view source);
  // Runs on until the slice is over, something has to be waited for, or the program has ended.
  Advance advance();
  // After Finished: prints the traceback if there is one, below what `hint` says of it (may be ""), runs what
  // is left to be run, and gives the exit status.
  int finish(const std::function<std::string(const UncaughtError&)>& hint);
  // Who waits for whom, a line each, when the run is stuck.
  std::vector<std::string> describe_stuck();
  // After finish(); its message is empty where there was none.
  const UncaughtError& uncaught() const { return error_; }
  // asyncio tasks so far, the clean-up's own left out.
  std::uint32_t tasks_created() const { return ids_.next_task - 1 - thread_lanes_; }

  // -- for natives --
  static ScriptRun& of(python::Vm& vm) { return static_cast<ScriptRun&>(vm.environment); }
  runtime::Host& host() { return host_; }
  trace::Recorder* recorder() { return recorder_; }
  const RunSettings& settings() const { return settings_; }
  // As tracebacks show it.
  const std::string& file_name() const { return file_name_; }
  runtime::RunIds& ids() { return ids_; }
  // The thread of the script that runs.
  ScriptThread& thread() { return *current_; }
  // A thread that calls `function`, without arguments; it goes on next. Hidden: not in the trace (asyncio's
  // own clean-up). The native that starts it returns Vm::block(Started).
  void start_thread(const python::Value& function, std::string name, bool hidden);
  // The loop that runs in this thread, null: none.
  LoopObject* running_loop() const { return current_->running_loop(); }
  runtime::EventLoop* running_event_loop() const { return current_->running_event_loop(); }
  // In any thread.
  bool is_running(const LoopObject* loop) const;
  // Microseconds since the start as a script reads the clock.
  std::int64_t read_clock_us() { return host_.read_clock().count(); }
  // What computing has cost so far, as the setting `cpu` says.
  std::int64_t computed_us() const { return static_cast<std::int64_t>(computed_ns_ / 1000); }

  // Runs a step or a callback, and inside of it the first steps of the tasks that it starts eagerly. The
  // result is the outer fiber's own, or Blocking and OutOfBudget of the innermost one.
  python::RunResult run_fiber(python::Fiber& fiber) { return current_->run_fiber(fiber); }
  // Where `fiber` goes on: itself, or the eagerly started task that it waits for.
  python::Fiber& innermost(python::Fiber& fiber) const { return current_->innermost(fiber); }
  // A step or a callback blocks: what it returns is to be returned by the handle. Later continue_block says
  // whether it is over.
  // `fiber` is the one that blocks.
  void begin_block(python::Fiber& fiber, const python::BlockRequest& request) {
    current_->begin_block(fiber, request);
  }
  // Still blocked: nullopt. Over: the value to resume with.
  std::optional<python::Value> continue_block() { return current_->continue_block(); }
  bool is_blocked() const { return current_->is_blocked(); }
  // Until when; nullopt: until something happens.
  std::optional<runtime::Microseconds> block_deadline() const { return current_->block_deadline(); }
  BlockingRequest& blocking_request() { return current_->blocking_request; }
  // The number of a new pool of kept connections: a session of a library.
  std::uint32_t new_connection_pool() { return ++last_connection_pool_; }
  // SystemExit or KeyboardInterrupt left a step or a callback: the loop breaks off and the program's fiber
  // gets it.
  void break_off_with(python::Value exception) { current_->break_off_with(std::move(exception)); }

  // Loops register so that they are torn down in time.
  void add_loop(LoopObject* loop) { loops_.push_back(loop); }
  void remove_loop(LoopObject* loop);
  void trace(trace::Record record);
  // Line of the user's code that runs now.
  std::uint32_t current_line() const;
  // Line of the user's code where a fiber stands that does not run now.
  std::uint32_t line_of(const python::Fiber& fiber) const;

  // -- python::Environment --
  void write_stdout(std::string_view text) override { write(runtime::OutputStream::Stdout, text); }
  void write_stderr(std::string_view text) override { write(runtime::OutputStream::Stderr, text); }
  bool should_pause(std::uint64_t instructions) override;
  python::Value async_generator_finalizer() override;

 private:
  void write(runtime::OutputStream stream, std::string_view text);
  // Each: nothing where the driver can go on at once.
  std::optional<Advance> after(ScriptThread::Pace pace);
  std::optional<Advance> wait_for_any();
  bool alone() const { return threads_.size() == 1; }
  void end_turn();
  void let_others_go_first();
  void wake_threads();
  std::optional<Advance> end_thread();
  bool join_threads();
  void drop_threads();
  void note_error(const python::Value& exception);
  bool report_by_hook();
  void report_pending_tasks();
  void describe_stuck_tasks(runtime::EventLoop* loop, std::vector<std::string>& lines);
  void close_pending_tasks(bool of_closed_loops);
  void tear_down_loops();

  runtime::Host& host_;
  trace::Recorder* recorder_;
  RunSettings settings_;
  runtime::RunIds ids_;
  std::uint32_t last_connection_pool_ = 0;
  std::uint64_t computed_ns_ = 0;
  std::vector<LoopObject*>
      loops_;  // before the machine: loops in cycles leave the list when its heap is closed
  // The program's thread is the first. Those that do not wait stand in `ready_`, too, the one that runs in
  // front.
  std::vector<std::unique_ptr<ScriptThread>> threads_;
  std::deque<ScriptThread*> ready_;
  ScriptThread* main_ = nullptr;
  ScriptThread* current_ = nullptr;
  std::uint32_t threads_started_ = 0;
  std::uint32_t thread_lanes_ = 0;  // of them in the trace
  bool joining_ = false;
  bool ended_ = false;
  // Instructions until a thread has had its turn, if there are others.
  std::int64_t turn_left_ = 0;
  bool turn_over_ = false;
  std::uint32_t turns_alone_ = 0;  // that one thread has computed through, while all others waited

 public:
  python::Value debug_origins;  // asyncio_report.h; asked until the machine is gone, and emptied before
  python::Vm vm;
  // Made when asyncio is imported; null before.
  AsyncioTypes asyncio;
  ContextTypes context_types;

 private:
  // What finalizers do to the futures of these loops comes to nothing, but does no harm.
  std::vector<std::unique_ptr<runtime::EventLoop>> torn_down_;
  python::Value uncaught_;
  UncaughtError error_;
  std::string file_name_;
};

}  // namespace loopscope::modules
