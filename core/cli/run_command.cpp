// Each program gets a host of its own; the script's output is ours; summary and trace are written at the end.
// Not for: what a program does (core/session).
#include "core/cli/run_command.h"

#include <chrono>
#include <cstdio>
#include <ctime>
#include <memory>
#include <vector>

#include "core/cli/files.h"
#include "core/host/native_host.h"
#include "core/host/simulated_network.h"
#include "core/host/virtual_host.h"
#include "core/session/chrome_trace.h"
#include "core/session/report_json.h"
#include "core/session/scenario.h"
#include "core/session/session.h"

namespace loopscope::cli {
namespace {

using session::PumpState;
using session::Report;
using session::Session;

// stdout is buffered by C's stream and shown before anything goes to stderr, so that the two keep their order
// on a terminal.
class StandardStreams final : public host::OutputSink {
 public:
  void write(runtime::OutputStream stream, std::string_view text) override {
    bool to_stdout = stream == runtime::OutputStream::Stdout;
    if (!to_stdout) std::fflush(stdout);
    std::fwrite(text.data(), 1, text.size(), to_stdout ? stdout : stderr);
  }
};

session::SessionOptions options_of(const Arguments& arguments) {
  session::SessionOptions options;
  options.mode = arguments.blocking ? session::Mode::Blocking : session::Mode::AsWritten;
  options.seed = arguments.seed;
  options.cpu_ns = arguments.cpu_ns;
  options.file_name = arguments.file == "-" ? "<stdin>" : arguments.file;
  options.trace = !arguments.summary_file.empty() || !arguments.trace_file.empty();
  if (arguments.real_clock) {
    using namespace std::chrono;
    options.unix_start_us = duration_cast<microseconds>(system_clock::now().time_since_epoch()).count();
    std::time_t now = std::time(nullptr);
    std::tm local{};
    if (localtime_r(&now, &local) != nullptr) options.utc_offset_seconds = static_cast<int>(local.tm_gmtoff);
  }
  return options;
}

class ScenarioRunner {
 public:
  ScenarioRunner(const Arguments& arguments, std::string_view text)
      : arguments_(arguments), options_(options_of(arguments)), scenario_(session::split_scenario(text)) {
    // Who reads a run on the real clock reads it while it waits, through a pipe, too.
    if (arguments.real_clock) std::setvbuf(stdout, nullptr, _IOLBF, 1 << 16);
  }

  int run() {
    bool titles = scenario_.programs.size() > 1 && !arguments_.program;
    bool any = false;
    for (std::size_t i = 0; i < scenario_.programs.size(); ++i) {
      const std::string& label = scenario_.programs[i].label;
      if (arguments_.program && label != *arguments_.program) continue;
      any = true;
      if (titles) streams_.write(runtime::OutputStream::Stdout, "== " + label + "\n");
      trace_.begin_program(label);
      run_program(i);
    }
    if (!any) return no_such_program();
    std::fflush(stdout);
    return write_files() ? status_ : kWrongCommandLine;
  }

 private:
  void run_program(std::size_t program) {
    host::SimulatedNetwork network(arguments_.seed);
    std::unique_ptr<runtime::Host> host;
    if (arguments_.real_clock) {
      host = std::make_unique<host::NativeHost>(network, streams_);
    } else {
      host = std::make_unique<host::VirtualHost>(
          network, streams_, host::VirtualHost::Options{.seed = arguments_.seed, .slice = {}});
    }
    Session session(scenario_, program, options_, *host);
    std::vector<std::byte> batch;
    PumpState state;
    do {
      state = session.pump();
      for (batch.clear(); session.drain_trace(batch); batch.clear()) {
        if (!arguments_.trace_file.empty()) trace_.add(batch);
      }
    } while (state != PumpState::Finished);
    reports_.push_back(session.report());
    if (status_ == 0) status_ = reports_.back().exit_status.value_or(1);
  }

  int no_such_program() {
    std::string text = "loopscope: there is no program '" + *arguments_.program + "'; there are:";
    for (const auto& program : scenario_.programs) text += " '" + program.label + "'";
    streams_.write(runtime::OutputStream::Stderr, text + "\n");
    return kWrongCommandLine;
  }

  bool write_files() {
    bool good = true;
    auto write = [&](const std::string& name, const std::string& text) {
      if (name.empty()) return;
      std::string error = write_file(name, text);
      if (error.empty()) return;
      streams_.write(runtime::OutputStream::Stderr, "loopscope: " + error + "\n");
      good = false;
    };
    if (!arguments_.summary_file.empty()) write(arguments_.summary_file, session::report_json(reports_));
    if (!arguments_.trace_file.empty()) write(arguments_.trace_file, trace_.finish());
    return good;
  }

  static constexpr int kWrongCommandLine = 2;

  const Arguments& arguments_;
  session::SessionOptions options_;
  session::Scenario scenario_;
  StandardStreams streams_;
  session::ChromeTrace trace_;
  std::vector<Report> reports_;
  int status_ = 0;
};

}  // namespace

int run_command(const Arguments& arguments, std::string_view text) {
  return ScenarioRunner(arguments, text).run();
}

}  // namespace loopscope::cli
