// A session: the front end compiles, a ScriptRun runs, the trace is drained and summed up, the report filled
// in. Not for: any of these itself.
#include "core/session/session.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "core/modules/module_table.h"
#include "core/modules/script_run.h"
#include "core/python/compiler.h"
#include "core/session/diagnostics.h"
#include "core/session/session_host.h"
#include "core/trace/recorder.h"
#include "core/trace/summary.h"

namespace loopscope::session {

using modules::Advance;
using modules::ScriptRun;
using runtime::Microseconds;

class Session::Run {
 public:
  Run(const Scenario& scenario, std::size_t program, SessionOptions options, runtime::Host& host)
      : scenario_(scenario),
        program_(program),
        options_(std::move(options)),
        host_(host, options_.time_limit) {
    if (options_.trace) recorder_.emplace();
    report_.label = text().label;
    report_.mode = options_.mode;
  }

  PumpState pump() {
    if (finished_) return PumpState::Finished;
    if (!run_ && !start()) return PumpState::Finished;
    // A caller that does not drain loses batches, but no figure.
    if (recorder_ && recorder_->nearly_full()) {
      std::vector<std::byte> lost;
      drain_recorder(lost);
    }
    Advance advance = run_->advance();
    if (host_.limit_reached() && advance.kind != Advance::Kind::Finished) return end_at_limit();
    switch (advance.kind) {
      case Advance::Kind::SliceOver:
        return PumpState::Running;
      case Advance::Kind::Waiting:
        return PumpState::Waiting;
      case Advance::Kind::Stuck:
        return end_stuck();
      case Advance::Kind::Finished:
        return end_program();
    }
    return PumpState::Finished;
  }

  void stop() {
    if (!finished_) end();
  }

  bool drain_trace(std::vector<std::byte>& batch) {
    if (kept_batches_.empty()) return drain_recorder(batch);
    batch.insert(batch.end(), kept_batches_.front().begin(), kept_batches_.front().end());
    kept_batches_.erase(kept_batches_.begin());
    return true;
  }

  const Report& report() {
    if (!finished_) {
      report_.elapsed = host_.now();
      fill_figures();
    }
    return report_;
  }

 private:
  const ScenarioProgram& text() const { return scenario_.programs[program_]; }

  // False: it does not compile, and the report is complete.
  bool start() {
    python::CompileResult compiled = python::compile(text().text, {.file_name = options_.file_name});
    std::string shown;
    for (const python::SyntaxWarning& warning : compiled.warnings) {
      shown += python::format_syntax_warning(warning, options_.file_name);
    }
    if (compiled.error) {
      shown += python::format_syntax_error(*compiled.error, options_.file_name);
      report_.error = diagnostic_of(*compiled.error);
    }
    if (!shown.empty()) host_.write(runtime::OutputStream::Stderr, shown);
    if (compiled.error) {
      report_.exit_status = 1;
      end();
      return false;
    }
    modules::RunSettings settings;
    settings.blocking_twin = options_.mode == Mode::Blocking;
    settings.cpu_nanoseconds = options_.cpu_ns;
    settings.unix_start_us = options_.unix_start_us;
    settings.utc_offset_seconds = options_.utc_offset_seconds;
    settings.time_limit = options_.time_limit;
    run_ = std::make_unique<ScriptRun>(host_, recorder_ ? &*recorder_ : nullptr, settings);
    run_->vm.heap.set_limit(options_.memory_limit);
    run_->start(std::move(compiled.code), options_.file_name, text().text);
    return true;
  }

  PumpState end_program() {
    report_.elapsed = host_.now();
    int status = run_->finish([this](const modules::UncaughtError& error) { return hint_of(error); });
    report_.exit_status = status;
    if (const modules::UncaughtError& error = run_->uncaught(); !error.message.empty()) {
      report_.error = diagnostic_of(error.message, error.position, text().text);
    }
    end();
    return PumpState::Finished;
  }

  PumpState end_stuck() {
    report_.waiting_forever = run_->describe_stuck();
    std::string shown =
        "loopscope: waiting for ever: nothing is ready, no timer is set, no request is under way\n";
    for (const std::string& line : report_.waiting_forever) shown += "  " + line + "\n";
    host_.write(runtime::OutputStream::Stderr, shown);
    report_.exit_status = kWaitingForever;
    end();
    return PumpState::Finished;
  }

  PumpState end_at_limit() {
    report_.time_limit_reached = true;
    std::string seconds = std::to_string(options_.time_limit->count() / 1'000'000);
    host_.write(runtime::OutputStream::Stderr, "loopscope: ended at the limit of " + seconds + " s\n");
    end();
    report_.elapsed = std::min(report_.elapsed, *options_.time_limit);
    return PumpState::Finished;
  }

  // What stands before a traceback where words of ours help.
  std::string hint_of(const modules::UncaughtError& error) {
    if (error.missing_module) return "the playground has these modules: " + modules::importable_modules();
    std::string label = earlier_program_that_defines(scenario_, program_, error.missing_name);
    if (label.empty()) return "";
    return "'" + error.missing_name + "' is defined in program '" + label +
           "', and programs do not share names: put what they share before the first `# %%` line";
  }

  void end() {
    finished_ = true;
    if (report_.elapsed == Microseconds{0}) report_.elapsed = host_.now();
    fill_figures();
    run_.reset();
  }

  void fill_figures() {
    report_.standard_output = host_.standard_output();
    report_.standard_error = host_.standard_error();
    if (!recorder_) {
      if (run_) report_.tasks = run_->tasks_created();
      return;
    }
    // What is still in the ring is counted, too: it is drained now, and handed out at the caller's next
    // drain.
    std::vector<std::byte> batch;
    if (drain_recorder(batch)) kept_batches_.push_back(std::move(batch));
    const trace::Summary& figures = summary_;
    report_.tasks = static_cast<std::uint32_t>(figures.tasks());
    report_.peak_waiting = static_cast<std::uint32_t>(figures.peak_waiting());
    report_.blocked = Microseconds{static_cast<std::int64_t>(figures.blocked_us())};
    report_.loop_busy = Microseconds{static_cast<std::int64_t>(figures.loop_busy_us())};
    report_.requests = static_cast<std::uint32_t>(figures.requests());
  }

  // Takes a batch out of the ring, and its records into the figures.
  bool drain_recorder(std::vector<std::byte>& batch) {
    std::size_t begin = batch.size();
    if (!recorder_ || !recorder_->drain(batch)) return false;
    trace::BatchHeader header;
    std::memcpy(&header, batch.data() + begin, sizeof header);
    std::vector<trace::Record> records(header.record_count);
    std::memcpy(records.data(), batch.data() + begin + sizeof header, records.size() * sizeof(trace::Record));
    summary_.add(records);
    return true;
  }

  static constexpr int kWaitingForever = 97;

  Scenario scenario_;
  std::size_t program_;
  SessionOptions options_;
  SessionHost host_;
  std::optional<trace::Recorder> recorder_;
  trace::Summary summary_;                            // of what was drained
  std::vector<std::vector<std::byte>> kept_batches_;  // drained for a report, not handed out yet
  std::unique_ptr<ScriptRun> run_;
  Report report_;
  bool finished_ = false;
};

Session::Session(const Scenario& scenario, std::size_t program, SessionOptions options, runtime::Host& host)
    : run_(std::make_unique<Run>(scenario, program, std::move(options), host)) {}

Session::~Session() = default;

PumpState Session::pump() { return run_->pump(); }
void Session::stop() { run_->stop(); }
bool Session::drain_trace(std::vector<std::byte>& batch) { return run_->drain_trace(batch); }
const Report& Session::report() { return run_->report(); }

}  // namespace loopscope::session
