// What must not overflow the stack, whatever the size: awaits in a row, nesting, chains, tearing down. Not
// for: speed, see tests/bench/runtime. Those of very many steps are cut off in a dozen places (cut_off.h).
#include <gtest/gtest.h>

#include "core/runtime/gather.h"
#include "core/runtime/run.h"
#include "core/runtime/sleep.h"
#include "tests/core/runtime/counted.h"
#include "tests/core/runtime/cut_off.h"

namespace loopscope::runtime {
namespace {

constexpr int kInARow = 1'000'000;
constexpr int kDeep = 100'000;

class ScaleTest : public CutOffTest {};

Coroutine<int> one() { co_return 1; }

Coroutine<int> awaits_ready_coroutines(int count) {
  int sum = 0;
  for (int i = 0; i < count; ++i) sum += *co_await one();
  co_return sum;
}

LOOP_TEST(ScaleTest, AMillionCoroutinesThatAreReadyAreAwaitedInARow) {
  CutOffLoop loop(host);
  ASSERT_RUN(run(loop, awaits_ready_coroutines(kInARow)), kInARow);
}

Coroutine<int> awaits_ready_future(Future<int> future, int count) {
  int sum = 0;
  for (int i = 0; i < count; ++i) sum += *co_await future;
  co_return sum;
}

LOOP_TEST(ScaleTest, AMillionAwaitsOfADoneFutureInARow) {
  CutOffLoop loop(host);
  const Promise<int> promise(loop);
  promise.set_result(1);
  ASSERT_RUN(run(loop, awaits_ready_future(promise.future(), kInARow)), kInARow);
}

Coroutine<int> nested(int depth, Counted, bool sleeps) {
  if (depth == 0) {
    if (sleeps) {
      if (auto slept = co_await sleep(std::chrono::seconds(1)); !slept) co_return slept.error();
    }
    co_return 0;
  }
  auto below = co_await nested(depth - 1, Counted(depth), sleeps);
  if (!below) co_return below;
  co_return *below + 1;
}

LOOP_TEST(ScaleTest, AHundredThousandNestedCoroutinesReturn) {
  CutOffLoop loop(host);
  ASSERT_RUN(run(loop, nested(kDeep, Counted(0), false)), kDeep);
}

LOOP_TEST(ScaleTest, AHundredThousandNestedCoroutinesAreTornDown) {
  {
    CutOffLoop loop(host);
    const Task<int> task = create_task(loop, nested(kDeep, Counted(0), true));
    RUN_OR_CUT(loop.run_once());
    EXPECT_GT(Counted::alive(), static_cast<std::size_t>(kDeep));
  }
  EXPECT_EQ(Counted::alive(), 0U);
}

Coroutine<int> awaits_next(EventLoop& loop, int depth) {
  if (depth == 0) {
    if (auto slept = co_await sleep(std::chrono::seconds(1)); !slept) co_return slept.error();
    co_return 0;
  }
  const Task<int> next = create_task(loop, awaits_next(loop, depth - 1));
  auto below = co_await next;
  if (!below) co_return below;
  co_return *below + 1;
}

LOOP_TEST(ScaleTest, AChainOfAHundredThousandTasksReturns) {
  CutOffLoop loop(host);
  // Not run(): where that is broken off it cancels each, and each passes it on down the chain.
  const Task<int> head = create_task(loop, awaits_next(loop, kDeep));
  ASSERT_RUNS(loop.run_until_complete(head.base()));
  EXPECT_EQ(*head.result(), kDeep);
}

LOOP_TEST(ScaleTest, AChainOfAHundredThousandTasksIsCancelledFromItsHead) {
  CutOffLoop loop(host);
  const Task<int> head = create_task(loop, awaits_next(loop, kDeep));
  while (loop.timer_count() == 0) RUN_OR_CUT(loop.run_once());
  EXPECT_TRUE(head.cancel("enough"));
  ASSERT_RUNS(loop.run_until_complete(head.base()));
  EXPECT_TRUE(head.cancelled());
  EXPECT_EQ(head.result().error().message(), "enough");
  EXPECT_EQ(loop.task_count(), 0U);
}

LOOP_TEST(ScaleTest, AChainOfAHundredThousandTasksIsTornDown) {
  CutOffLoop loop(host);
  const Task<int> head = create_task(loop, awaits_next(loop, kDeep));
  while (loop.timer_count() == 0) RUN_OR_CUT(loop.run_once());
  EXPECT_EQ(loop.task_count(), kDeep + 1U);
}

Coroutine<int> gathers_next(EventLoop& loop, int depth) {
  if (depth == 0) {
    if (auto slept = co_await sleep(std::chrono::seconds(1)); !slept) co_return slept.error();
    co_return 0;
  }
  std::vector<Coroutine<int>> next;
  next.push_back(gathers_next(loop, depth - 1));
  auto below = co_await gather(loop, std::move(next));
  if (!below) co_return below.error();
  co_return below->front() + 1;
}

LOOP_TEST(ScaleTest, GathersNestedAHundredThousandDeepAreCancelledAndTornDown) {
  CutOffLoop loop(host);
  const Task<int> head = create_task(loop, gathers_next(loop, kDeep));
  while (loop.timer_count() == 0) RUN_OR_CUT(loop.run_once());
  EXPECT_TRUE(head.cancel());
  for (int i = 0; i < 1000; ++i) RUN_OR_CUT(loop.run_once());
}

LOOP_TEST(ScaleTest, AHundredThousandGathersOfGathersGoAway) {
  CutOffLoop loop(host);
  const Promise<int> promise(loop);
  auto innermost = gather(loop, std::vector<Future<int>>{promise.future()});
  std::vector<Ref<FutureBase>> all{innermost.base_ref()};
  struct Outer final : GatherFuture {
    Outer(EventLoop& event_loop, FutureBase* child) : GatherFuture(event_loop, {&child, 1}, false) {}
    using GatherFuture::start;
    void collect() override {}
  };
  Ref<FutureBase> outermost = innermost.base_ref();
  for (int i = 0; i < kDeep; ++i) {
    const Ref<Outer> outer(kAdopt, new Outer(loop, outermost.get()));
    outer->start();
    outermost = outer;
  }
  all.clear();
  EXPECT_FALSE(outermost->cancel());  // deeper than the limit: refused, not a crash
  EXPECT_TRUE(innermost.cancel());
  while (!outermost->done()) RUN_OR_CUT(loop.run_once());
  EXPECT_TRUE(outermost->failed());
  outermost = nullptr;
}

Coroutine<> sleeps_long(Counted) { co_return co_await sleep(std::chrono::hours(1)); }

LOOP_TEST(ScaleTest, AHundredThousandSleepingTasksAreTornDown) {
  {
    CutOffLoop loop(host);
    for (int i = 0; i < kDeep; ++i) (void)create_task(loop, sleeps_long(Counted(i)));
    RUN_OR_CUT(loop.run_once());
    EXPECT_EQ(loop.timer_count(), static_cast<std::size_t>(kDeep));
  }
  EXPECT_EQ(Counted::alive(), 0U);
}

LOOP_TEST(ScaleTest, AHundredThousandSleepingTasksAreCancelled) {
  CutOffLoop loop(host);
  for (int i = 0; i < kDeep; ++i) (void)create_task(loop, sleeps_long(Counted(i)));
  RUN_OR_CUT(loop.run_once());
  ASSERT_RUNS(cancel_all_tasks(loop));
  EXPECT_EQ(loop.task_count(), 0U);
  EXPECT_EQ(Counted::alive(), 0U);
}

TEST_F(ScaleTest, AHundredThousandTasksThatNeverBeganAreTornDown) {
  CutOffLoop loop(host);
  for (int i = 0; i < kDeep; ++i) (void)create_task(loop, sleeps_long(Counted(i)));
}

}  // namespace
}  // namespace loopscope::runtime
