// Runs a text as a program of its own on a fresh machine and keeps what it prints.
// Not for programs that wait or block: there is no event loop here (tests/core/modules).
#pragma once

#include <string>
#include <string_view>

#include "core/python/compiler.h"
#include "core/python/vm.h"

namespace loopscope::python {

// Collects output; pauses each time it is asked when `pause_often` is set, so that resuming is tested by the
// way.
class RecordingEnvironment final : public Environment {
 public:
  void write_stdout(std::string_view text) override { out += text; }
  void write_stderr(std::string_view text) override { err += text; }
  bool should_pause(std::uint64_t) override { return pause_often; }
  std::string out;
  std::string err;
  bool pause_often = false;
};

struct ScriptOutcome {
  std::string out;
  std::string err;
  int exit_status = 0;
  std::string last_line;  // of err, without its newline
};

struct ScriptOptions {
  bool pause_often = false;
  std::size_t memory_limit = Heap::kDefaultLimit;
};

// Compiles, runs to the end, prints what the interpreter would print at its end.
inline ScriptOutcome run_script(std::string_view text, ScriptOptions options = {}) {
  RecordingEnvironment environment;
  environment.pause_often = options.pause_often;
  ScriptOutcome outcome;
  {
    Vm vm(environment);
    vm.budget_slice = options.pause_often ? 50 : 4096;
    vm.heap.set_limit(options.memory_limit);
    vm.add_source("test.py", text);
    CompileResult compiled = compile(text, {.file_name = "test.py"});
    if (compiled.code == nullptr) {
      environment.err = format_syntax_error(*compiled.error, "test.py");
      outcome.exit_status = 1;
    } else {
      Fiber fiber;
      vm.start_main(fiber, compiled.code);
      for (;;) {
        RunResult result = vm.run(fiber);
        if (result.kind == RunResult::Kind::kReturned) break;
        if (result.kind == RunResult::Kind::kRaised) {
          std::string error;
          outcome.exit_status = vm.exit_status(result.value, &error);
          environment.err += error;
          break;
        }
        if (result.kind == RunResult::Kind::kOutOfBudget) continue;
        vm.resume_throw(fiber, vm.make_exception(vm.types.runtime_error, "this program waits"));
      }
      vm.finish();
    }
  }
  outcome.out = environment.out;
  outcome.err = environment.err;
  std::string_view error = outcome.err;
  while (!error.empty() && error.back() == '\n') error.remove_suffix(1);
  std::size_t line = error.rfind('\n');
  outcome.last_line = std::string(line == std::string_view::npos ? error : error.substr(line + 1));
  return outcome;
}

}  // namespace loopscope::python
