// Runner: several coroutines one after another on one loop: asyncio.Runner for C++ (asyncio/runners.py). Not
// for: a loop that one has already, that is run.h.
#pragma once

#include <optional>
#include <utility>

#include "core/runtime/diagnostics.h"
#include "core/runtime/run.h"

namespace loopscope::runtime {

struct RunnerOptions {
  bool debug = false;  // diagnostics.h
  EventLoop::Options loop = {};
};

// What one run leaves behind (tasks, timers) goes on in the next; close() cancels it. A main task that is
// cancelled gives Cancelled.
//
//   Runner runner(host);
//   Result<Config> config = runner.run(read_config());
//   Result<> served = runner.run(serve(*config));
class Runner {
 public:
  explicit Runner(Host& host, const RunnerOptions& options = {}) : loop_(std::in_place, host, options.loop) {
    if (options.debug) set_debug(*loop_, true);
  }
  Runner(const Runner&) = delete;
  Runner& operator=(const Runner&) = delete;
  ~Runner() { (void)close(); }

  // nullptr once it is closed.
  EventLoop* loop() { return loop_ ? &*loop_ : nullptr; }

  // The errors are the coroutine's, Stuck when nothing can go on any more, and InvalidState inside a run, and
  // after close().
  template <class T>
  Result<T> run(Coroutine<T> coroutine, const TaskOptions& options = {}) {
    if (Result<> allowed = may_run(); !allowed) return std::unexpected(allowed.error());
    const Task<T> main = create_task(*loop_, std::move(coroutine), options);
    if (Result<> ran = loop_->run_until_complete(main.base()); !ran) return std::unexpected(ran.error());
    return main.take_result();
  }

  // Cancels what was left, runs the loop until it has ended, and destroys it; the second time it does
  // nothing. The error is Stuck when a task refuses and can go on no more, and InvalidState inside a run.
  Result<> close() {
    if (!loop_) return {};
    if (loop_->in_turn()) return std::unexpected(inside_a_run());
    Result<> ended = cancel_all_tasks(*loop_);
    loop_.reset();
    return ended;
  }

 private:
  static Error inside_a_run() {
    return Error(ErrorKind::InvalidState, "Runner.run() cannot be called from a running event loop");
  }
  Result<> may_run() const {
    if (!loop_) return std::unexpected(Error(ErrorKind::InvalidState, "Runner is closed"));
    if (loop_->in_turn()) return std::unexpected(inside_a_run());
    return {};
  }

  std::optional<EventLoop> loop_;
};

}  // namespace loopscope::runtime
