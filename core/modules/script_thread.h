// ScriptThread: one thread of the script: its code's fiber, the event loop that it runs, and what it is
// blocked on. The program is the first one. They share one interpreter: one at a time goes on. Not for: which
// of them that is (script_run.h), nor for the module that scripts import (thread_module.cpp).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/modules/asyncio_types.h"
#include "core/modules/blocking_request.h"
#include "core/python/environment.h"
#include "core/python/vm.h"
#include "core/runtime/event_loop.h"

namespace loopscope::modules {

class ScriptRun;
struct LockObject;

// What natives put into python::BlockRequest::kind.
enum class BlockKind : std::uint32_t {
  Sleep = 1,       // `microseconds` long; the result is None
  Request = 2,     // the thread's blocking_request was started; the result is http_outcome's tuple; after
                   // `microseconds` it is given up, below 0: never
  RunLoop = 3,     // `payload` is the loop, which runs until it is stopped
  EagerStart = 4,  // `payload` is a task, whose first step runs now; the result is the task
  Lock = 5,  // until `payload`, a lock, is free and taken: True; after `microseconds` (below 0: never): False
  Started = 6,  // a thread was started: it goes on first; the result is None
};

class ScriptThread {
 public:
  // What go_on came to.
  enum class Pace : std::uint8_t {
    GoesOn,     // call again
    TurnOver,   // the same, after a turn of its event loop
    SliceOver,  // out of its slice
    Waits,      // until may_go_on
    HostWaits,  // the only thread: the host has armed its wakeup for the loop
    Stuck,      // the only thread: its loop can never go on
    Ended,      // its code returned or raised
  };

  // `number` counts threads, from 0 for the program's. `lane` is its id in the trace, 0 for the program, and
  // for a thread of which the trace says nothing.
  ScriptThread(ScriptRun& run, std::string name, std::uint32_t number, trace::TaskId lane);
  ScriptThread(const ScriptThread&) = delete;
  ScriptThread& operator=(const ScriptThread&) = delete;
  ~ScriptThread();

  // Runs on until it waits, has ended, or is out of its slice. `alone`: there is no other thread, so that its
  // loop may wait in the host.
  Pace go_on(bool alone);
  // Of a thread that waits.
  bool may_go_on(runtime::Microseconds now) const;
  std::optional<runtime::Microseconds> wait_deadline() const {
    return blocked_ ? block_deadline_ : loop_deadline_;
  }
  bool waits_in_loop() const { return !blocked_; }
  bool waits_for_lock() const { return blocked_ && block_kind_ == BlockKind::Lock; }
  std::uint32_t block_line() const { return block_line_; }
  bool lets_started_go_first() const { return blocked_ && block_kind_ == BlockKind::Started; }
  // Drops the frames and what else it holds of the machine, without running anything.
  void drop_code();
  // Another thread goes on in the middle of this one's step, and then this one again.
  void trace_preempted();

  std::uint32_t number() const { return number_; }
  bool hidden() const { return number_ != 0 && lane_ == 0; }
  const std::string& name() const { return name_; }
  std::uint32_t line() const;
  // How it ended; of the program's thread. Empty: without an exception.
  python::Value take_uncaught() { return std::move(uncaught_); }

  LoopObject* running_loop() const { return running_loop_; }
  runtime::EventLoop* running_event_loop() const;
  // Who prints, asks and waits, for the trace.
  trace::TaskId subject() const;

  // ScriptRun's functions of the same names, which are for natives, say what these are for.
  python::RunResult run_fiber(python::Fiber& fiber);
  python::Fiber& innermost(python::Fiber& fiber) const;
  void begin_block(python::Fiber& fiber, const python::BlockRequest& request);
  std::optional<python::Value> continue_block();
  bool is_blocked() const { return blocked_; }
  std::optional<runtime::Microseconds> block_deadline() const { return block_deadline_; }
  void break_off_with(python::Value exception);

  python::Fiber fiber;  // of its own code
  // Runs callbacks of its loop, one at a time.
  std::unique_ptr<python::Fiber> callback_fiber;
  bool callback_is_report = false;  // it runs a loop's exception handler for the callback that failed
  BlockingRequest blocking_request;
  // set_event_loop's, None or empty: none.
  python::Value current_loop;

 private:
  enum class State : std::uint8_t { Code, Loop };

  // First steps of tasks that run amid another step, outermost first.
  struct EagerStart {
    python::Value task;
    python::Fiber* outer;
    runtime::TaskBase* interrupted;
  };

  Pace run_code();
  Pace run_loop(bool alone);
  void end_loop();
  void begin_eager_start(python::Fiber& outer, python::Value task);
  void end_eager_start(python::RunResult result);
  bool block_is_over(runtime::Microseconds now) const;
  python::Value take_request_outcome();
  void begin_step();
  void end_step();
  void trace_block();
  bool holds_loop() const { return number_ == 0 || running_loop_ != nullptr; }
  void trace(trace::Record record);

  ScriptRun& run_;
  std::string name_;
  std::uint32_t number_;
  trace::TaskId lane_;
  State state_ = State::Code;
  bool step_open_ = false;
  bool preempted_ = false;

  LoopObject* running_loop_ = nullptr;
  python::Value running_loop_value_;
  std::optional<runtime::Microseconds> loop_deadline_;
  std::vector<EagerStart> eager_starts_;

  bool blocked_ = false;
  BlockKind block_kind_ = BlockKind::Sleep;
  std::optional<runtime::Microseconds> block_deadline_;
  python::Ref<LockObject> block_lock_;
  trace::TaskId blocked_subject_ = 0;
  std::uint32_t block_line_ = 0;

  python::Value exit_exception_;
  python::Value uncaught_;
};

}  // namespace loopscope::modules
