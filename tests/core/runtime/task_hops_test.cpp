// Tasks, sleeps and cancelling, hop for hop: the expected lines are what the same programs print under
// CPython 3.13 with the virtual clock. Not for: gather (gather_hops_test.cpp).
#include <chrono>

#include "core/runtime/sleep.h"
#include "tests/core/runtime/scenario.h"

namespace loopscope::runtime {
namespace {

using std::chrono::milliseconds;

Coroutine<> worker(Log& log, std::string name) {
  for (int i = 0; i < 3; ++i) {
    log(name + std::to_string(i));
    if (auto slept = co_await sleep(milliseconds(0)); !slept) co_return slept;
  }
  co_return {};
}

Coroutine<> tasks_take_turns(EventLoop& loop, Log& log) {
  log("main");
  const Task<> a = create_task(loop, worker(log, "a"));
  const Task<> b = create_task(loop, worker(log, "b"));
  log("created");
  if (auto done = co_await a; !done) co_return done;
  log("a done");
  if (auto done = co_await b; !done) co_return done;
  log("b done");
  if (auto done = co_await a; !done) co_return done;
  log("again");
  co_return {};
}

TEST(TaskHops, TasksTakeTurnsAndADoneTaskIsAwaitedWithoutAHop) {
  expect_log(tasks_take_turns, {"0 main", "0 created", "1 a0", "1 b0", "2 a1", "2 b1", "3 a2", "3 b2",
                                "5 a done", "5 b done", "5 again", "7 end"});
}

Coroutine<> sleeper(Log& log, std::string name, milliseconds delay) {
  if (auto slept = co_await sleep(delay); !slept) co_return slept;
  log(name);
  co_return {};
}

Coroutine<> sleeps(EventLoop& loop, Log& log) {
  const std::vector<Task<>> tasks{create_task(loop, sleeper(log, "c", milliseconds(3))),
                                  create_task(loop, sleeper(log, "a", milliseconds(1))),
                                  create_task(loop, sleeper(log, "b", milliseconds(2))),
                                  create_task(loop, sleeper(log, "a2", milliseconds(1))),
                                  create_task(loop, sleeper(log, "z", milliseconds(0)))};
  for (const Task<>& task : tasks) {
    if (auto done = co_await task; !done) co_return done;
  }
  co_return {};
}

TEST(TaskHops, SleepsEndInTheOrderOfTheirDeadlinesAndEqualOnesInTheOrderOfSetting) {
  expect_log(sleeps, {"2 z", "1002 a", "1002 a2", "2002 b", "3002 c", "3005 end"});
}

Coroutine<int> inner(Log& log) {
  log("inner");
  co_return 1;
}

Coroutine<int> middle(Log& log) {
  log("mid");
  auto one = co_await inner(log);
  log("mid got");
  if (!one) co_return one;
  co_return *one + 1;
}

Coroutine<> other(Log& log) {
  log("other");
  co_return {};
}

Coroutine<> nested_coroutines(EventLoop& loop, Log& log) {
  const Task<> task = create_task(loop, other(log));
  auto two = co_await middle(log);
  if (!two) co_return two.error();
  log("got " + std::to_string(*two));
  co_return co_await task;
}

TEST(TaskHops, AwaitingACoroutineDirectlyIsNoHop) {
  expect_log(nested_coroutines, {"0 mid", "0 inner", "0 mid got", "0 got 2", "1 other", "4 end"});
}

Coroutine<> cleans_up(Log& log, Counted) {
  auto slept = co_await sleep(milliseconds(10));
  if (!slept) {
    log("cancelled");
    if (auto cleaned = co_await sleep(milliseconds(1)); !cleaned) co_return cleaned;
    log("cleaned");
  }
  co_return slept;
}

Coroutine<> cancel_sleeping(EventLoop& loop, Log& log) {
  const Task<> task = create_task(loop, cleans_up(log, Counted(1)));
  if (auto turn = co_await yield_now(); !turn) co_return turn;
  if (auto slept = co_await sleep(milliseconds(2)); !slept) co_return slept;
  log("cancel");
  task.cancel();
  auto ended = co_await task;
  if (!ended) log(task.cancelled() ? "main sees True" : "main sees False");
  co_return {};
}

TEST(TaskHops, ACancelledSleeperGoesOnWithTheErrorAndMayAwaitToCleanUp) {
  expect_log(cancel_sleeping,
             {"2002 cancel", "2003 cancelled", "3004 cleaned", "3005 main sees True", "3007 end"});
}

Coroutine<> never(Log& log, Counted) {
  log("never");
  co_return {};
}

Coroutine<> cancel_before_start(EventLoop& loop, Log& log) {
  const Task<> task = create_task(loop, never(log, Counted(1)));
  task.cancel();
  auto ended = co_await task;
  if (!ended && ended.error().cancelled()) log("cancelled");
  co_return {};
}

TEST(TaskHops, ATaskCancelledBeforeItsFirstStepNeverRuns) {
  expect_log(cancel_before_start, {"2 cancelled", "4 end"});
}

Coroutine<int> refuses(Log& log) {
  if (auto slept = co_await sleep(milliseconds(10)); !slept) log("refuse");
  if (auto slept = co_await sleep(milliseconds(1)); !slept) co_return slept.error();
  log("ends");
  co_return 7;
}

Coroutine<> cancel_refused(EventLoop& loop, Log& log) {
  const Task<int> task = create_task(loop, refuses(log));
  if (auto turn = co_await yield_now(); !turn) co_return turn;
  task.cancel();
  task.cancel();
  log("cancelling " + std::to_string(task.base().cancelling()));
  log("uncancel " + std::to_string(task.base().uncancel()));
  auto value = co_await task;
  if (!value) co_return value.error();
  log("got " + std::to_string(*value) + " " + std::to_string(task.base().cancelling()));
  co_return {};
}

TEST(TaskHops, ATaskMayRefuseToBeCancelledAndTheRequestsAreCounted) {
  expect_log(cancel_refused,
             {"1 cancelling 2", "1 uncancel 1", "2 refuse", "1003 ends", "1004 got 7 1", "1006 end"});
}

Coroutine<int> cancels_itself(EventLoop& loop, Log& log) {
  TaskBase* me = loop.current_task();
  me->cancel();
  log("asked");
  if (auto slept = co_await sleep(milliseconds(1)); !slept) log("at the await");
  me->cancel();
  co_return 3;
}

Coroutine<> cancel_itself(EventLoop& loop, Log& log) {
  const Task<int> task = create_task(loop, cancels_itself(loop, log));
  auto value = co_await task;
  log(value ? "no" : "cancelled at the end");
  co_return {};
}

TEST(TaskHops, ATaskThatCancelsItselfStopsAtItsNextAwaitOrInsteadOfReturning) {
  expect_log(cancel_itself, {"1 asked", "2 at the await", "3 cancelled at the end", "5 end"});
}

Coroutine<> leaf(Log& log) {
  auto slept = co_await sleep(milliseconds(10));
  if (!slept) log("leaf");
  co_return slept;
}

Coroutine<> awaits(Log& log, Task<> task) {
  auto done = co_await task;
  if (!done) log("mid");
  co_return done;
}

Coroutine<> cancel_through_chain(EventLoop& loop, Log& log) {
  const Task<> end = create_task(loop, leaf(log));
  const Task<> chain = create_task(loop, awaits(log, end));
  if (auto slept = co_await sleep(milliseconds(1)); !slept) co_return slept;
  chain.cancel();
  auto done = co_await chain;
  if (!done) log(end.cancelled() ? "main True" : "main False");
  co_return {};
}

TEST(TaskHops, CancellingATaskCancelsWhatItWaitsFor) {
  expect_log(cancel_through_chain, {"1002 leaf", "1003 mid", "1004 main True", "1006 end"});
}

Coroutine<> leftover(Log& log, std::string name, milliseconds delay) {
  if (co_await sleep(delay)) {
    log(name + " woke");
    co_return {};
  }
  log(name + " cancelled");
  if (auto slept = co_await sleep(milliseconds(1)); !slept) co_return slept;
  log(name + " clean");
  co_return {};
}

Coroutine<> leftovers(EventLoop& loop, Log& log) {
  (void)create_task(loop, leftover(log, "a", milliseconds(5)));
  (void)create_task(loop, leftover(log, "b", milliseconds(1)));
  (void)create_task(loop, leftover(log, "c", milliseconds(9)));
  if (auto slept = co_await sleep(milliseconds(2)); !slept) co_return slept;
  log("main ends");
  co_return {};
}

TEST(TaskHops, WhatMainLeavesBehindIsCancelledAndRunsToItsEnd) {
  expect_log(leftovers, {"1002 b woke", "2001 main ends", "2003 a cancelled", "2003 c cancelled",
                         "3004 a clean", "3004 c clean", "3007 end"});
}

Coroutine<> spin(EventLoop& loop, Log& log) {
  const Microseconds begin = loop.time();
  int spins = 0;
  while (loop.time() - begin < Microseconds(50)) {
    ++spins;
    if (auto turn = co_await yield_now(); !turn) co_return turn;
  }
  log(std::to_string(spins) + " spins");
  co_return {};
}

TEST(TaskHops, ATurnCostsAMicrosecondSoThatSpinningUntilADeadlineEnds) {
  expect_log(spin, {"50 50 spins", "52 end"});
}

}  // namespace
}  // namespace loopscope::runtime
