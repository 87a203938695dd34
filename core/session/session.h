// Session: the engine's facade: one program of a scenario, loaded, pumped, stopped, reported. What the
// command line, the browser's bindings and tests use. Not for: clocks and networks (the caller brings a
// Host), nor cutting the text (scenario.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/runtime/host.h"
#include "core/session/scenario.h"

namespace loopscope::session {

enum class Mode : std::uint8_t {
  AsWritten,
  Blocking,  // the blocking twin: asyncio.sleep(d > 0) and every request hold the whole loop
};

struct SessionOptions {
  Mode mode = Mode::AsWritten;
  std::uint64_t seed =
      1;  // of `random` and `uuid` in a script that does not seed them, under the virtual clock
  std::uint32_t cpu_ns = 0;              // what an instruction of the script costs under the virtual clock
  std::string file_name = "<scenario>";  // as tracebacks show it
  bool trace = true;
  std::size_t memory_limit = std::size_t{256} << 20;
  std::optional<runtime::Microseconds> time_limit =
      {};  // the run ends there and says so (the twin's 10 times)
  // What time.time() says at the start, in microseconds, and the local zone's distance from UTC: the real
  // clock's are the caller's.
  std::int64_t unix_start_us = 1'704'067'200'000'000;  // 2024-01-01
  int utc_offset_seconds = 0;
};

// Lines and columns count from 1, columns in code points, the end exclusive.
struct Diagnostic {
  int line = 0;
  int column = 0;
  int end_line = 0;
  int end_column = 0;
  std::string message;  // "SyntaxError: '(' was never closed"
};

// What came of a run; product.md's results() is this, as JSON (report_json.h).
struct Report {
  std::string label;
  Mode mode = Mode::AsWritten;
  runtime::Microseconds elapsed{0};
  std::uint32_t tasks = 0;             // asyncio tasks created, main included
  std::uint32_t peak_waiting = 0;      // most tasks that waited for a timer or the network at one instant
  runtime::Microseconds blocked{0};    // the loop held by blocking waits
  runtime::Microseconds loop_busy{0};  // steps executing
  std::uint32_t requests = 0;
  std::string standard_output;  // the first megabyte of each; what was cut off is said in its last line
  std::string standard_error;
  std::optional<int> exit_status;   // empty: stopped
  std::optional<Diagnostic> error;  // the uncaught exception or syntax error, where the user's text caused it
  std::vector<std::string> waiting_forever;  // who waits for whom, a line each; exit_status is then 97
  bool time_limit_reached = false;
};

// What pump() wants next.
enum class PumpState : std::uint8_t {
  Running,   // the slice is over: drain the trace, give the thread back, call pump() again soon
  Waiting,   // the host has armed its wakeup: drain the trace, call pump() when it rings
  Finished,  // report() is complete
};

// Checks a whole scenario without running it: at most one diagnostic for each program, in order.
std::vector<Diagnostic> check(std::string_view text);

// One run of one program, in an engine of its own. Single-threaded. The host serves this session alone and
// outlives it. A text that does not compile is a run, too: it ends at its first pump with the error in the
// report.
class Session {
 public:
  Session(const Scenario& scenario, std::size_t program, SessionOptions options, runtime::Host& host);
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  // Runs until the host's slice is over, nothing is ready, or the program has ended. A virtual or native host
  // that never ends a slice is pumped once.
  PumpState pump();
  // Ends the run where it is: nothing of the program runs any more, open spans stay open. Then the state is
  // Finished.
  void stop();
  // Appends what was traced since the last call, as one batch of the wire format (core/trace/record.h);
  // false: nothing was.
  bool drain_trace(std::vector<std::byte>& batch);
  // So far, or at the end.
  const Report& report();

 private:
  class Run;
  std::unique_ptr<Run> run_;
};

}  // namespace loopscope::session
