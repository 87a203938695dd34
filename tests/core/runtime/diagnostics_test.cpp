// The exception handler, debug mode, and who waits for whom. Not for: errors that somebody awaits.
#include "core/runtime/diagnostics.h"

#include "core/runtime/call_graph.h"
#include "core/runtime/callback.h"
#include "core/runtime/gather.h"
#include "core/runtime/runner.h"
#include "core/runtime/shield.h"
#include "core/runtime/task_group.h"
#include "core/runtime/wait.h"
#include "tests/core/runtime/cut_off.h"
#include "tests/core/runtime/work.h"

namespace loopscope::runtime {
namespace {

using std::chrono::milliseconds;
using Lines = std::vector<std::string>;

class DiagnosticsTest : public CutOffTest {
 protected:
  // Writes what the handler of `loop` is told to `reported`.
  void collect(EventLoop& loop) {
    set_exception_handler(loop, [this](EventLoop&, const ErrorContext& context) {
      std::string line = context.message;
      if (context.future != nullptr && context.future->is_task())
        line += " (" + static_cast<const TaskBase*>(context.future)->name() + ")";
      if (context.origin.line() != 0) line += " in " + std::string(function_name(context.origin));
      if (context.error) line += ": " + context.error.message();
      reported.push_back(line);
    });
  }

  Lines reported;
};

Coroutine<> fails(std::string text) { co_return Error(ErrorKind::Failed, text); }

Coroutine<> lets_tasks_fail(EventLoop& loop, bool awaits) {
  const Task<> kept = create_task(loop, fails("first"), {.name = "kept"});
  (void)create_task(loop, fails("second"), {.name = "dropped"});
  if (auto slept = co_await sleep(milliseconds(1)); !slept) co_return slept;
  if (awaits) (void)co_await kept;
  co_return {};
}

LOOP_TEST(DiagnosticsTest, AnErrorThatNobodyRetrievedIsReportedWhenItsTaskDies) {
  CutOffLoop loop(host);
  collect(loop);
  ASSERT_RUNS(run(loop, lets_tasks_fail(loop, false)));
  EXPECT_EQ(reported, (Lines{"Task exception was never retrieved (dropped) in fails: second",
                             "Task exception was never retrieved (kept) in fails: first"}));
}

LOOP_TEST(DiagnosticsTest, AnErrorThatSomebodyAwaitedIsNot) {
  CutOffLoop loop(host);
  collect(loop);
  ASSERT_RUNS(run(loop, lets_tasks_fail(loop, true)));
  EXPECT_EQ(reported, (Lines{"Task exception was never retrieved (dropped) in fails: second"}));
}

LOOP_TEST(DiagnosticsTest, WhatIsStillUnretrievedWhenTheLoopGoesIsReportedThen) {
  Task<> kept;
  Future<int> future;
  {
    CutOffLoop loop(host);
    collect(loop);
    kept = create_task(loop, fails("kept"));
    const Promise<int> promise(loop);
    future = promise.future();
    promise.set_error(Error(ErrorKind::Failed, "set by hand"));
    RUN_OR_CUT(loop.run_once());
    EXPECT_EQ(reported, Lines());
  }
  EXPECT_EQ(reported, (Lines{"Task exception was never retrieved (Task-1) in fails: kept",
                             "Future exception was never retrieved: set by hand"}));
}

Coroutine<> gathers_and_forgets(EventLoop& loop) {
  std::vector<Coroutine<std::string>> none;
  (void)gather(loop, fails("one"), fails("two"));
  co_return co_await sleep(milliseconds(1));
}

LOOP_TEST(DiagnosticsTest, AGatherThatFailsUnheardIsReportedAndSpeaksForItsChildren) {
  CutOffLoop loop(host);
  collect(loop);
  ASSERT_RUNS(run(loop, gathers_and_forgets(loop)));
  EXPECT_EQ(reported, (Lines{"Future exception was never retrieved: one"}));
}

LOOP_TEST(DiagnosticsTest, WithoutAHandlerTheHostsStderrGetsIt) {
  CutOffLoop loop(host);
  ASSERT_RUNS(run(loop, lets_tasks_fail(loop, true)));
  EXPECT_NE(host.text.find(
                "Task exception was never retrieved\nfuture: <Task finished name='dropped' error='second'>\n"
                "coroutine: fails() at "),
            std::string::npos)
      << host.text;
}

Coroutine<> fails_when_cancelled() {
  if (auto slept = co_await sleep(milliseconds(9)); !slept) co_return Error(ErrorKind::Failed, "late");
  co_return {};
}

Coroutine<> leaves_one_behind(EventLoop& loop) {
  (void)create_task(loop, fails_when_cancelled());
  co_return co_await yield_now();
}

LOOP_TEST(DiagnosticsTest, ATaskThatFailsWhileRunCleansUpIsReported) {
  CutOffLoop loop(host);
  collect(loop);
  ASSERT_RUNS(run(loop, leaves_one_behind(loop)));
  EXPECT_EQ(reported, (Lines{"unhandled exception during asyncio.run() shutdown (Task-2): late"}));
}

Coroutine<> computes(ManualHost& host) {
  host.advance(milliseconds(150));
  if (auto turn = co_await yield_now(); !turn) co_return turn;
  host.advance(milliseconds(99));
  co_return co_await yield_now();
}

LOOP_TEST(DiagnosticsTest, InDebugModeAStepThatTakesLongIsReportedWithItsTime) {
  CutOffLoop loop(host);
  collect(loop);
  set_debug(loop, true);
  ASSERT_RUNS(run(loop, computes(host)));
  call_soon(loop, [this] { host.advance(milliseconds(200)); });
  RUN_OR_CUT(loop.run_once());
  EXPECT_EQ(reported,
            (Lines{"Executing <Task pending name='Task-1' coro=<computes()>> took 0.150 seconds (Task-1)",
                   "Executing <Handle> took 0.200 seconds"}));
  reported.clear();
  set_debug(loop, false);
  ASSERT_RUNS(run(loop, computes(host)));
  EXPECT_EQ(reported, Lines());
}

Coroutine<> forgets() {
  {
    const Coroutine<> forgotten = fails("never");
  }
  co_return {};
}

LOOP_TEST(DiagnosticsTest, InDebugModeACoroutineThatNeverRanIsReported) {
  CutOffLoop loop(host);
  collect(loop);
  ASSERT_RUNS(run(loop, forgets()));
  EXPECT_EQ(reported, Lines());
  set_debug(loop, true);
  ASSERT_RUNS(run(loop, forgets()));
  EXPECT_EQ(reported, (Lines{"coroutine 'fails' was never awaited in fails"}));
}

LOOP_TEST(DiagnosticsTest, InDebugModeATaskThatItsLoopLeavesBehindIsReported) {
  {
    CutOffLoop loop(host);
    collect(loop);
    set_debug(loop, true);
    (void)create_task(loop, fails_when_cancelled(), {.name = "left"});
    RUN_OR_CUT(loop.run_once());
  }
  EXPECT_EQ(reported, (Lines{"Task was destroyed but it is pending! (left)"}));
}

// ---- who waits for whom ----

Coroutine<std::string> waits_for(Task<std::string> task) { co_return co_await task; }
Coroutine<std::string> outer(Task<std::string> task) { co_return co_await waits_for(task); }
Coroutine<> shields(Task<std::string> task) {
  auto result = co_await shield(task);
  if (!result) co_return result.error();
  co_return {};
}
Coroutine<> gathers(EventLoop& loop, Task<std::string> task) {
  auto all = co_await gather(loop, std::vector<Future<std::string>>{task});
  if (!all) co_return all.error();
  co_return {};
}
Coroutine<> waits_at(Task<std::string> task) {
  auto waited = co_await wait(std::vector<Task<std::string>>{task});
  if (!waited) co_return waited.error();
  co_return {};
}
Coroutine<> starts_one(TaskGroup& group) {
  (void)group.create_task(fails_when_cancelled(), {.name = "child"});
  co_return {};
}
Coroutine<> groups(EventLoop& loop) {
  TaskGroup group(loop);
  co_return co_await group.run(starts_one(group));
}

LOOP_TEST(DiagnosticsTest, TheCallGraphNamesCoroutinesAndWhoWaitsForThem) {
  CutOffLoop loop(host);
  Log log(loop);
  const Task<std::string> sleeper = create_task(loop, work(log, "a", 5), {.name = "sleeper"});
  const Task<std::string> waiter = create_task(loop, outer(sleeper), {.name = "waiter"});
  const Task<> shielder = create_task(loop, shields(sleeper), {.name = "shielder"});
  const Task<> gatherer = create_task(loop, gathers(loop, sleeper), {.name = "gatherer"});
  const Task<> at_wait = create_task(loop, waits_at(sleeper), {.name = "at wait"});
  const Task<> group = create_task(loop, groups(loop), {.name = "group"});
  RUN_OR_CUT(loop.run_once());
  RUN_OR_CUT(loop.run_once());
  EXPECT_EQ(format_call_graph(loop),
            "sleeper: work, sleeps until 5000 us; awaited by waiter, shielder, gatherer, at wait\n"
            "waiter: outer > waits_for, waits for sleeper\n"
            "shielder: shields, waits for sleeper\n"
            "gatherer: gathers, waits for sleeper\n"
            "at wait: waits_at > wait > wait_for_any_or_all, waits for sleeper\n"
            "group: groups > run > leave, waits for child\n"
            "child: fails_when_cancelled, sleeps until 9001 us; awaited by group\n");
  const auto chain = waiting_chain(waiter.base());
  ASSERT_EQ(chain.size(), 2U);
  EXPECT_EQ(chain[1], &sleeper.base());
}

Coroutine<std::string> waits_for_slot(std::optional<Task<std::string>>& slot) {
  if (auto turn = co_await yield_now(); !turn) co_return turn.error();
  co_return co_await *slot;
}

LOOP_TEST(DiagnosticsTest, AChainOfTasksThatWaitForEachOtherEnds) {
  CutOffLoop loop(host);
  std::optional<Task<std::string>> a;
  std::optional<Task<std::string>> b;
  a = create_task(loop, waits_for_slot(b));
  b = create_task(loop, waits_for_slot(a));
  for (int i = 0; i < 3; ++i) RUN_OR_CUT(loop.run_once());
  EXPECT_EQ(waiting_chain(a->base()), (std::vector<const TaskBase*>{&a->base(), &b->base()}));
}

// ---- Runner ----

Coroutine<int> counts(int& count) { co_return ++count; }

Coroutine<std::string> runs_inside(Runner& runner, int& count) {
  Result<int> inner = runner.run(counts(count));
  co_return inner ? "ran" : inner.error().message();
}

Coroutine<> leaves(EventLoop& loop, Log& log) {
  (void)create_task(loop, work(log, "left", 2));
  co_return co_await yield_now();
}

LOOP_TEST(DiagnosticsTest, ARunnerRunsSeveralOnOneLoopAndCancelsTheRestAtTheEnd) {
  int count = 0;
  std::optional<Log> log;  // outlives the runner, which runs what it cancels
  Runner runner(host, {.loop = host.options()});
  host.cuts(*runner.loop());
  log.emplace(*runner.loop());
  ASSERT_RUN(runner.run(counts(count)), 1);
  ASSERT_RUNS(runner.run(leaves(*runner.loop(), *log)));
  ASSERT_RUNS(runner.run(work(*log, "next", 5)));
  ASSERT_RUNS(runner.run(leaves(*runner.loop(), *log)));
  ASSERT_RUN(runner.run(runs_inside(runner, count)),
             "Runner.run() cannot be called from a running event loop");
  EXPECT_EQ(count, 1);
  ASSERT_RUNS(runner.close());
  ASSERT_EQ(log->lines.size(), 3U);
  EXPECT_TRUE(log->lines[0].ends_with("left done"));
  EXPECT_TRUE(log->lines[2].ends_with("left cancelled"));
  EXPECT_EQ(runner.run(counts(count)).error().message(), "Runner is closed");
  EXPECT_EQ(runner.loop(), nullptr);
}

}  // namespace
}  // namespace loopscope::runtime
