// What those who wait cost in great numbers: waking and leaving in O(1), no recursion on the way down. Not
// for: tasks, coroutines and gathers themselves (scale_test.cpp). Cut off in a dozen places (cut_off.h).
#include "core/runtime/as_completed.h"
#include "core/runtime/eager_task.h"
#include "core/runtime/lock.h"
#include "core/runtime/shield.h"
#include "core/runtime/task_group.h"
#include "core/runtime/timeout.h"
#include "core/runtime/wait.h"
#include "tests/core/runtime/cut_off.h"
#include "tests/core/runtime/work.h"

namespace loopscope::runtime {
namespace {

constexpr int kMany = 100'000;

class ScaleOfWaiting : public CutOffTest {};

Coroutine<> locks(Lock& lock, int& held) {
  if (auto locked = co_await lock.acquire(); !locked) co_return locked;
  ++held;
  lock.release();
  co_return {};
}

LOOP_TEST(ScaleOfWaiting, AHundredThousandWhoWaitAtALockGetIt) {
  CutOffLoop loop(host);
  Lock lock(loop);
  int held = 0;
  ASSERT_RUNS(run(loop, lock.acquire()));
  for (int i = 0; i < kMany; ++i) (void)create_task(loop, locks(lock, held));
  RUN_OR_CUT(loop.run_once());
  lock.release();
  while (loop.task_count() > 0) RUN_OR_CUT(loop.run_once());
  EXPECT_EQ(held, kMany);
}

LOOP_TEST(ScaleOfWaiting, AHundredThousandWhoWaitAtALockAreCancelled) {
  CutOffLoop loop(host);
  Lock lock(loop);
  int held = 0;
  ASSERT_RUNS(run(loop, lock.acquire()));
  for (int i = 0; i < kMany; ++i) (void)create_task(loop, locks(lock, held));
  RUN_OR_CUT(loop.run_once());
  ASSERT_RUNS(cancel_all_tasks(loop));
  EXPECT_EQ(held, 0);
}

Coroutine<> takes(Queue<int>& queue, std::int64_t& sum) {
  auto item = co_await queue.get();
  if (!item) co_return item.error();
  sum += *item;
  co_return {};
}

LOOP_TEST(ScaleOfWaiting, AHundredThousandGettersAreWokenInATurn) {
  CutOffLoop loop(host);
  Queue<int> queue(loop);
  std::int64_t sum = 0;
  for (int i = 0; i < kMany; ++i) (void)create_task(loop, takes(queue, sum));
  RUN_OR_CUT(loop.run_once());
  for (int i = 0; i < kMany; ++i) (void)queue.put_now(1);
  RUN_OR_CUT(loop.run_once());
  EXPECT_EQ(sum, kMany);
}

Coroutine<> waits_a_moment(int milliseconds) {
  co_return co_await sleep(std::chrono::milliseconds(milliseconds));
}

Coroutine<int> waits_for_many(EventLoop& loop) {
  std::vector<Task<>> tasks;
  for (int i = 0; i < kMany; ++i) tasks.push_back(create_task(loop, waits_a_moment(i % 2 + 1)));
  auto first = co_await wait(tasks, {.return_when = ReturnWhen::FirstCompleted});
  if (!first) co_return first.error();
  AsCompleted<Task<>> finished(loop, tasks);
  int count = 0;
  while (finished.left() > 0) {
    if (auto next = co_await finished.next(); !next) co_return next.error();
    ++count;
  }
  co_return count;
}

LOOP_TEST(ScaleOfWaiting, AHundredThousandTasksAreWaitedForAndGivenInTheirOrder) {
  CutOffLoop loop(host);
  ASSERT_RUN(run(loop, waits_for_many(loop)), kMany);
}

Coroutine<> starts_many(TaskGroup& group) {
  for (int i = 0; i < kMany; ++i) (void)group.create_task(waits_a_moment(9));
  if (auto slept = co_await sleep(std::chrono::milliseconds(1)); !slept) co_return slept;
  co_return Error(ErrorKind::Failed, "the body");
}

LOOP_TEST(ScaleOfWaiting, AGroupOfAHundredThousandTasksIsCancelled) {
  CutOffLoop loop(host);
  TaskGroup group(loop);
  Result<> ran;
  RUN_OR_CUT(ran = run(loop, group.run(starts_many(group))));
  EXPECT_EQ(words(ran.error()), "group of error the body");
}

LOOP_TEST(ScaleOfWaiting, AHundredThousandShieldsOfShieldsGoAwayWithTheirLoopOrWithoutIt) {
  for (const bool done : {false, true}) {
    CutOffLoop loop(host);
    const Promise<int> promise(loop);
    Future<int> outermost = promise.future();
    for (int i = 0; i < kMany; ++i) outermost = shield(outermost);
    if (done) {
      promise.set_result(5);
      while (!outermost.done()) RUN_OR_CUT(loop.run_once());
      EXPECT_EQ(*outermost.result(), 5);
      RUN_OR_CUT(loop.run_once());
    }
  }
}

Coroutine<int> starts_next(int depth) {
  if (depth == 0) co_return 0;
  const Task<int> next = co_await start_eagerly(starts_next(depth - 1));
  auto below = co_await next;
  if (!below) co_return below;
  co_return *below + 1;
}

LOOP_TEST(ScaleOfWaiting, AHundredThousandTasksBeginEagerlyInOneStep) {
  CutOffLoop loop(host);
  const Task<int> task = create_task(loop, starts_next(kMany));
  RUN_OR_CUT(loop.run_once());
  ASSERT_TRUE(task.done());
  EXPECT_EQ(*task.result(), kMany);
}

Coroutine<> group_in_group(EventLoop& loop, int depth) {
  if (depth == 0) co_return Error(ErrorKind::Failed, "innermost");
  TaskGroup group(loop);
  co_return co_await group.run(group_in_group(loop, depth - 1));
}

LOOP_TEST(ScaleOfWaiting, AHundredThousandGroupsInGroupsFail) {
  CutOffLoop loop(host);
  Result<> ran;
  RUN_OR_CUT(ran = run(loop, group_in_group(loop, kMany)));
  EXPECT_EQ(ran.error().message(), "unhandled errors in a TaskGroup (1 sub-exception)");
}

Coroutine<> timeout_in_timeout(EventLoop& loop, Microseconds deadline, int depth) {
  if (depth == 0) co_return co_await sleep(std::chrono::hours(1));
  Timeout limit = timeout_at(loop, deadline);
  co_return co_await limit.run(timeout_in_timeout(loop, deadline, depth - 1));
}

LOOP_TEST(ScaleOfWaiting, AHundredThousandTimeoutsInTimeoutsExpireTogether) {
  CutOffLoop loop(host);
  Result<> ran;
  RUN_OR_CUT(ran = run(loop, timeout_in_timeout(loop, std::chrono::milliseconds(1), kMany)));
  EXPECT_TRUE(ran.error().is(ErrorKind::Timeout));
}

}  // namespace
}  // namespace loopscope::runtime
