// gather, futures and callbacks, hop for hop: the expected lines are what the same programs print under
// CPython 3.13 with the virtual clock. Not for: tasks alone (task_hops_test.cpp).
#include <chrono>

#include "core/runtime/callback.h"
#include "core/runtime/gather.h"
#include "core/runtime/sleep.h"
#include "tests/core/runtime/scenario.h"

namespace loopscope::runtime {
namespace {

using std::chrono::milliseconds;

std::string text_of(const std::vector<Counted>& values) {
  std::string text;
  for (const Counted& value : values) text += " " + std::to_string(value.number());
  return text;
}

Coroutine<Counted> value(Log& log, int number, milliseconds delay) {
  if (auto slept = co_await sleep(delay); !slept) {
    log("c" + std::to_string(number));
    co_return slept.error();
  }
  log("v" + std::to_string(number));
  co_return Counted(number);
}

Coroutine<Counted> fails(Log& log) {
  if (auto slept = co_await sleep(milliseconds(1)); !slept) co_return slept.error();
  log("bad");
  co_return Error(ErrorKind::Failed, "bad");
}

template <class... T>
std::vector<Coroutine<Counted>> list(T... coroutines) {
  std::vector<Coroutine<Counted>> all;
  (all.push_back(std::move(coroutines)), ...);
  return all;
}

Coroutine<> gather_values(EventLoop& loop, Log& log) {
  auto three = co_await gather(loop, list(value(log, 1, milliseconds(3)), value(log, 2, milliseconds(1)),
                                          value(log, 3, milliseconds(2))));
  if (!three) co_return three.error();
  log("values" + text_of(*three));
  auto one = co_await gather(loop, list(value(log, 4, milliseconds(0))));
  if (!one) co_return one.error();
  log("values" + text_of(*one));
  co_return {};
}

TEST(GatherHops, ValuesComeInTheOrderOfTheArgumentsOneCallbackAfterTheLastChild) {
  expect_log(gather_values,
             {"1002 v2", "2002 v3", "3002 v1", "3004 values 1 2 3", "3006 v4", "3008 values 4", "3010 end"});
}

Coroutine<> gather_fails(EventLoop& loop, Log& log) {
  auto both = co_await gather(loop, list(value(log, 1, milliseconds(3)), fails(log)));
  if (!both) log("main " + both.error().message());
  co_return co_await sleep(milliseconds(4));
}

TEST(GatherHops, TheFirstErrorEndsItAndTheOthersGoOn) {
  expect_log(gather_fails, {"1002 bad", "1004 main bad", "3002 v1", "5007 end"});
}

Coroutine<Counted> quits() {
  if (auto slept = co_await sleep(milliseconds(1)); !slept) co_return slept.error();
  co_return Error(ErrorKind::Cancelled);
}

Coroutine<> gather_everything(EventLoop& loop, Log& log) {
  auto all = co_await gather_results(loop, list(value(log, 1, milliseconds(3)), fails(log), quits()));
  if (!all) co_return all.error();
  log(std::to_string((*all)[0]->number()) + " " + (*all)[1].error().message() + " " +
      (*all)[2].error().message());
  co_return {};
}

TEST(GatherHops, ReturnExceptionsWaitsForAllAndGivesTheErrorsAsValues) {
  expect_log(gather_everything, {"1002 bad", "3002 v1", "3004 1 bad cancelled", "3006 end"});
}

Coroutine<> waits_for_three(EventLoop& loop, Log& log) {
  auto all = co_await gather(loop, list(value(log, 1, milliseconds(3)), value(log, 2, milliseconds(4)),
                                        value(log, 3, milliseconds(0))));
  if (!all) log("gather cancelled");
  if (!all) co_return all.error();
  co_return {};
}

Coroutine<> gather_cancelled(EventLoop& loop, Log& log) {
  const Task<> task = create_task(loop, waits_for_three(loop, log));
  if (auto slept = co_await sleep(milliseconds(1)); !slept) co_return slept;
  log("cancel");
  task.cancel();
  if (auto done = co_await task; !done) log("main");
  co_return {};
}

TEST(GatherHops, CancellingTheOneWhoWaitsCancelsTheChildrenFirst) {
  expect_log(gather_cancelled,
             {"3 v3", "1001 cancel", "1002 c1", "1002 c2", "1004 gather cancelled", "1005 main", "1007 end"});
}

Coroutine<> gather_child_cancelled(EventLoop& loop, Log& log) {
  const Task<Counted> a = create_task(loop, value(log, 1, milliseconds(3)));
  const Task<Counted> b = create_task(loop, value(log, 2, milliseconds(4)));
  const auto both = gather(loop, std::vector<Future<Counted>>{a, b});
  if (auto slept = co_await sleep(milliseconds(1)); !slept) co_return slept;
  b.cancel();
  if (auto values = co_await both; !values) log(both.cancelled() ? "main True" : "main False");
  auto one = co_await a;
  if (!one) co_return one.error();
  log(std::to_string(one->number()));
  co_return {};
}

TEST(GatherHops, ACancelledChildIsAnErrorOfTheGatherWhichIsNotCancelledItself) {
  expect_log(gather_child_cancelled, {"1002 c2", "1004 main False", "3002 v1", "3003 1", "3005 end"});
}

Coroutine<> gather_twice_the_same(EventLoop& loop, Log& log) {
  const Task<Counted> a = create_task(loop, value(log, 1, milliseconds(1)));
  auto first = co_await gather(loop, std::vector<Future<Counted>>{a, a});
  if (!first) co_return first.error();
  log("values" + text_of(*first));
  auto second = co_await gather(loop, std::vector<Future<Counted>>{a, a});
  if (!second) co_return second.error();
  log("values" + text_of(*second));
  co_return {};
}

TEST(GatherHops, AChildNamedTwiceCountsOnceAndOneOfDoneChildrenIsDoneAtOnce) {
  expect_log(gather_twice_the_same, {"1002 v1", "1004 values 1 1", "1004 values 1 1", "1006 end"});
}

Coroutine<int> waits_for_future(Log& log, std::string name, Future<int> future) {
  log(name + " waits");
  auto number = co_await future;
  if (!number) co_return number;
  log(name + " got " + std::to_string(*number));
  co_return number;
}

Coroutine<> callbacks_and_futures(EventLoop& loop, Log& log) {
  const Promise<int> promise(loop);
  std::vector<Coroutine<int>> waiting;
  waiting.push_back(waits_for_future(log, "a", promise.future()));
  waiting.push_back(waits_for_future(log, "b", promise.future()));
  const std::vector<Future<int>> tasks = tasks_of(loop, std::move(waiting));
  on_done(promise.future().base(), [&log] { log("callback first"); });
  call_soon(loop, [&log] { log("soon"); });
  loop.cancel(call_soon(loop, [&log] { log("never"); }));
  call_later(loop, milliseconds(1), [&log, promise] {
    log("later");
    promise.set_result(5);
  });
  call_later(loop, milliseconds(1), [&log] { log("later too"); });
  loop.cancel(call_later(loop, milliseconds(1), [&log] { log("never"); }));
  auto both = co_await gather(loop, tasks);
  if (!both) co_return both.error();
  log("done");
  co_return {};
}

TEST(GatherHops, CallbacksRunInTheOrderInWhichTheyWereAddedAndCancelledOnesNever) {
  expect_log(callbacks_and_futures,
             {"1 a waits", "1 b waits", "1 soon", "1000 later", "1000 later too", "1001 callback first",
              "1001 a got 5", "1001 b got 5", "1003 done", "1005 end"});
}

Coroutine<int> number_after(int number, milliseconds delay) {
  if (auto slept = co_await sleep(delay); !slept) co_return slept.error();
  co_return number;
}
Coroutine<> nothing_after(milliseconds delay) { co_return co_await sleep(delay); }

Coroutine<> gather_of_different_types(EventLoop& loop, Log& log) {
  auto both = co_await gather(loop, number_after(7, milliseconds(2)), nothing_after(milliseconds(1)));
  if (!both) co_return both.error();
  log("number " + std::to_string(std::get<0>(*both)));
  auto none = co_await gather(loop, std::vector<Coroutine<int>>());
  if (!none) co_return none.error();
  log("none " + std::to_string(none->size()));
  co_return {};
}

TEST(GatherHops, DifferentTypesComeAsATupleAndNoChildrenAsAnEmptyList) {
  expect_log(gather_of_different_types, {"2004 number 7", "2004 none 0", "2006 end"});
}

}  // namespace
}  // namespace loopscope::runtime
