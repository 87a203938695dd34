// EventLoop's own contract: turns, held steps, slices, stopping, deadlines. Not for: tasks' hops
// (task_hops_test.cpp).
#include "core/runtime/event_loop.h"

#include <gtest/gtest.h>

#include <vector>

#include "core/runtime/callback.h"
#include "core/runtime/run.h"
#include "core/runtime/sleep.h"
#include "tests/core/runtime/cut_off.h"

namespace loopscope::runtime {
namespace {

using std::chrono::microseconds;
using Kind = Progress::Kind;

class EventLoopTest : public CutOffTest {
 protected:
  CutOffLoop loop{host};
  std::vector<int> order;
};

LOOP_TEST(EventLoopTest, ATurnRunsWhatWasReadyWhenItBeganAndNoMore) {
  call_soon(loop, [this] {
    order.push_back(1);
    call_soon(loop, [this] { order.push_back(3); });
  });
  call_soon(loop, [this] { order.push_back(2); });
  ASSERT_RUN(loop.run_once().kind, Kind::Ran);
  EXPECT_EQ(order, (std::vector{1, 2}));
  ASSERT_RUN(loop.run_once().kind, Kind::Ran);
  EXPECT_EQ(order, (std::vector{1, 2, 3}));
  EXPECT_EQ(host.turns, 2U);
}

LOOP_TEST(EventLoopTest, NothingReadyAndNoTimerIsStuckAndCostsNoTurn) {
  ASSERT_RUN(loop.run_once().kind, Kind::Stuck);
  EXPECT_EQ(host.turns, 0U);
}

LOOP_TEST(EventLoopTest, ACancelledHandleKeepsItsPlaceAndItsTurnIsCounted) {
  loop.cancel(call_soon(loop, [this] { order.push_back(1); }));
  ASSERT_RUN(loop.run_once().kind, Kind::Ran);
  EXPECT_TRUE(order.empty());
  EXPECT_EQ(host.turns, 1U);
}

LOOP_TEST(EventLoopTest, ACancelledTimerDoesNotKeepTheLoopWaiting) {
  loop.cancel(call_later(loop, microseconds(50), [this] { order.push_back(1); }));
  ASSERT_RUN(loop.run_once().kind, Kind::Stuck);
  EXPECT_EQ(loop.time(), Microseconds(0));
  EXPECT_TRUE(order.empty());
}

LOOP_TEST(EventLoopTest, DueTimersRunAfterWhatIsReadyInTheOrderOfDeadlineAndSetting) {
  call_later(loop, microseconds(5), [this] { order.push_back(4); });
  call_later(loop, microseconds(3), [this] { order.push_back(2); });
  call_later(loop, microseconds(3), [this] { order.push_back(3); });
  host.advance(microseconds(5));
  call_soon(loop, [this] { order.push_back(1); });
  ASSERT_RUN(loop.run_once().kind, Kind::Ran);
  EXPECT_EQ(order, (std::vector{1, 2, 3, 4}));
}

LOOP_TEST(EventLoopTest, ADeadlineOfThePastIsDueInTheNextTurn) {
  call_later(loop, microseconds(-5), [this] { order.push_back(1); });
  ASSERT_RUN(loop.run_once().kind, Kind::Ran);
  EXPECT_EQ(order, (std::vector{1}));
  EXPECT_EQ(loop.time(), Microseconds(1));
}

LOOP_TEST(EventLoopTest, ManyCancelledTimersAreLetGoAtOnceAndTheRestKeepTheirOrder) {
  std::vector<TimerHandle*> timers;
  for (int i = 0; i < 300; ++i) {
    const int delay = 300 - i;
    timers.push_back(&call_later(loop, microseconds(delay), [this, delay] { order.push_back(delay); }));
  }
  for (int i = 0; i < 300; ++i) {
    if (i % 3 != 0) loop.cancel(*timers[static_cast<std::size_t>(i)]);
  }
  EXPECT_EQ(loop.timer_count(), 300U);
  ASSERT_RUN(loop.run_once().kind, Kind::Ran);
  EXPECT_EQ(loop.timer_count(), 99U);
  Kind came = Kind::Ran;
  while (came == Kind::Ran) RUN_OR_CUT(came = loop.run_once().kind);
  EXPECT_EQ(order.size(), 100U);
  EXPECT_TRUE(std::ranges::is_sorted(order));
}

LOOP_TEST(EventLoopTest, StopEndsAfterTheTurnThatRuns) {
  call_soon(loop, [this] { loop.stop(); });
  call_soon(loop, [this] { order.push_back(1); });
  ASSERT_RUN(loop.run_once().kind, Kind::Stopped);
  EXPECT_EQ(order, (std::vector{1}));
  EXPECT_FALSE(loop.stopping());
}

LOOP_TEST(EventLoopTest, StopBeforeATurnRunsOneThatDoesNotWait) {
  call_later(loop, microseconds(50), [this] { order.push_back(1); });
  loop.stop();
  ASSERT_RUN(loop.run_once().kind, Kind::Stopped);
  EXPECT_EQ(loop.time(), Microseconds(1));
}

LOOP_TEST(EventLoopTest, BreakOffEndsRightAfterTheStepAndItsTurnDoesNotCount) {
  call_soon(loop, [this] { loop.break_off(); });
  call_soon(loop, [this] { order.push_back(1); });
  ASSERT_RUN(loop.run_once().kind, Kind::BrokenOff);
  EXPECT_TRUE(order.empty());
  EXPECT_EQ(host.turns, 0U);
  ASSERT_RUN(loop.run_once().kind, Kind::Ran);
  EXPECT_EQ(order, (std::vector{1}));
}

LOOP_TEST(EventLoopTest, AUsedUpSliceEndsAmidATurnWhichThenGoesOn) {
  EventLoop sliced(host, {.steps_per_slice_check = 2});  // cut off there, too, after each two
  host.cuts(sliced);
  host.questions_per_slice = 1;
  for (int i = 0; i < 5; ++i) call_soon(sliced, [this, i] { order.push_back(i); });
  ASSERT_RUN(sliced.run_once().kind, Kind::SliceOver);
  EXPECT_EQ(order.size(), 2U);
  EXPECT_EQ(host.turns, 0U);
  ASSERT_RUN(sliced.run_once().kind, Kind::SliceOver);
  ASSERT_RUN(sliced.run_once().kind, Kind::Ran);
  EXPECT_EQ(order.size(), 5U);
  EXPECT_EQ(host.turns, 1U);
}

LOOP_TEST(EventLoopTest, AHostThatGivesTheThreadBackIsToldTheFirstDeadline) {
  host.gives_thread_back = true;
  call_later(loop, microseconds(70), [this] { order.push_back(1); });
  Progress progress;
  RUN_OR_CUT(progress = loop.run_once());
  EXPECT_EQ(progress.kind, Kind::Idle);
  EXPECT_EQ(progress.deadline, Microseconds(70));
  host.advance(microseconds(71));
  ASSERT_RUN(loop.run_once().kind, Kind::Ran);
  EXPECT_EQ(order, (std::vector{1}));
  EXPECT_EQ(host.turns, 1U);
}

// A callback that blocks the loop for some time, as time.sleep in a script does. Made before its loop, which
// may go while it is held.
struct Blocker final : Callback {
  explicit Blocker(Microseconds time) : Callback(&Blocker::invoke), duration(time) {}
  void begin(EventLoop& in) {
    loop = &in;
    loop->call_soon(*this);
  }
  static StepOutcome invoke(Handle& node, Invocation invocation) {
    auto& self = static_cast<Blocker&>(node);
    self.calls.push_back(invocation);
    if (invocation == Invocation::Discard) return StepOutcome::Done;
    if (invocation == Invocation::Run) self.until = self.loop->time() + self.duration;
    return self.loop->time() < self.until ? self.loop->hold_until(self.until) : StepOutcome::Done;
  }
  EventLoop* loop = nullptr;
  Microseconds duration;
  Microseconds until{0};
  std::vector<Invocation> calls;
};

LOOP_TEST(EventLoopTest, WhileAStepIsHeldTheLoopRunsNothingElse) {
  Blocker blocker(microseconds(100));
  CutOffLoop own(host);
  blocker.begin(own);
  call_soon(own, [this] { order.push_back(1); });
  call_later(own, microseconds(10), [this] { order.push_back(2); });
  Progress progress;
  RUN_OR_CUT(progress = own.run_once());
  EXPECT_EQ(progress.kind, Kind::Held);
  EXPECT_EQ(progress.deadline, Microseconds(100));
  EXPECT_TRUE(own.held());
  host.advance(microseconds(50));
  ASSERT_RUN(own.run_once().kind, Kind::Held);
  EXPECT_TRUE(order.empty());
  host.advance(microseconds(50));
  ASSERT_RUN(own.run_once().kind, Kind::Ran);
  EXPECT_FALSE(own.held());
  EXPECT_EQ(order, (std::vector{1}));
  EXPECT_EQ(host.turns, 1U);
  ASSERT_RUN(own.run_once().kind, Kind::Ran);
  EXPECT_EQ(order, (std::vector{1, 2}));
  EXPECT_EQ(blocker.calls, (std::vector{Invocation::Run, Invocation::Continue, Invocation::Continue}));
}

LOOP_TEST(EventLoopTest, RunUntilCompleteLetsTheTimeOfAHeldStepPass) {
  Blocker blocker(microseconds(100));
  CutOffLoop own(host);
  blocker.begin(own);
  const Promise<int> promise(own);
  call_soon(own, [&promise] { promise.set_result(1); });
  ASSERT_RUNS(own.run_until_complete(promise.future().base()));
  EXPECT_EQ(own.time(), Microseconds(102));
}

LOOP_TEST(EventLoopTest, AHeldNodeIsDiscardedWithItsLoop) {
  Blocker blocker(microseconds(100));
  {
    CutOffLoop own(host);
    blocker.begin(own);
    ASSERT_RUN(own.run_once().kind, Kind::Held);
  }
  EXPECT_EQ(blocker.calls.back(), Invocation::Discard);
}

LOOP_TEST(EventLoopTest, RunUntilCompleteSaysWhenNothingCanGoOn) {
  const Promise<int> promise(loop);
  Result<> ran;
  RUN_OR_CUT(ran = loop.run_until_complete(promise.future().base()));
  ASSERT_FALSE(ran);
  EXPECT_TRUE(ran.error().is(ErrorKind::Stuck));
  EXPECT_EQ(promise.future().base().first_callback(), nullptr);
}

LOOP_TEST(EventLoopTest, RunUntilCompleteSaysWhenTheLoopWasStoppedBefore) {
  const Promise<int> promise(loop);
  call_soon(loop, [this] { loop.stop(); });
  Result<> ran;
  RUN_OR_CUT(ran = loop.run_until_complete(promise.future().base()));
  ASSERT_FALSE(ran);
  EXPECT_EQ(ran.error().message(), "the event loop was stopped before the future was done");
}

LOOP_TEST(EventLoopTest, TheHostIsPolledRarelyWhileSomethingIsAlwaysReady) {
  struct Spinner final : Callback {
    Spinner() : Callback(&Spinner::invoke) {}
    static StepOutcome invoke(Handle& node, Invocation invocation) {
      auto& self = static_cast<Spinner&>(node);
      if (invocation == Invocation::Run) self.loop->call_soon(self);
      return StepOutcome::Done;
    }
    EventLoop* loop = nullptr;
  };
  Spinner spinner;
  CutOffLoop own(host);
  spinner.loop = &own;
  own.call_soon(spinner);
  for (int i = 0; i < 640; ++i) RUN_OR_CUT(own.run_once());
  EXPECT_EQ(own.turns(), 640U);
  EXPECT_LE(host.polls, 640U / EventLoop::kStepsPerPoll);
  EXPECT_GE(host.polls, 9U);
  own.cancel(spinner);
  RUN_OR_CUT(own.run_once());
}

Coroutine<> yields_for_ever() {
  for (;;) {
    if (auto turn = co_await yield_now(); !turn) co_return turn;
  }
}

TEST_F(EventLoopTest, SoManyTurnsRunAtOnceAsAreAskedFor) {
  const Task<> task = create_task(loop, yields_for_ever());
  EXPECT_EQ(loop.run_turns(1'000).kind, Kind::Ran);
  EXPECT_EQ(loop.turns(), 1'000U);
  EXPECT_EQ(host.turns, 1'000U);
  EXPECT_EQ(loop.steps(), 1'000U);
  task.cancel();
  EXPECT_EQ(loop.run_turns(1'000).kind, Kind::Stuck);
  EXPECT_TRUE(task.cancelled());
}

TEST_F(EventLoopTest, ATurnEndsWhileOneTaskYieldsWhenTheLoopIsStopped) {
  const Task<> task = create_task(loop, yields_for_ever());
  loop.run_turns(10);
  loop.stop();
  EXPECT_EQ(loop.run_turns(1'000).kind, Kind::Stopped);
  EXPECT_EQ(loop.turns(), 11U);
  EXPECT_EQ(loop.ready_count(), 1U);
}

TEST_F(EventLoopTest, AnyNumberOfRequestsToCancelIsCounted) {
  const Task<> task = create_task(loop, yields_for_ever());
  constexpr std::uint32_t kRequests = 70'000;
  for (std::uint32_t i = 0; i < kRequests; ++i) task.cancel();
  EXPECT_EQ(task.cancelling(), kRequests);
  for (std::uint32_t i = kRequests; i > 0; --i) ASSERT_EQ(task.uncancel(), i - 1);
  loop.run_turns(2);
  EXPECT_FALSE(task.done());
}

Coroutine<> runs_another_loop(Host& host, std::vector<int>& order) {
  order.push_back(1);
  if (auto turn = co_await yield_now(); !turn) co_return turn;
  EventLoop inner(host);
  const Task<> other = create_task(inner, yields_for_ever());
  inner.run_turns(3);
  other.cancel();
  inner.run_turns(3);
  order.push_back(2);
  if (auto turn = co_await yield_now(); !turn) co_return turn;
  order.push_back(3);
  co_return {};
}

TEST_F(EventLoopTest, AStepMayRunALoopOfItsOwn) {
  std::vector<int> order;
  EXPECT_TRUE(run(loop, runs_another_loop(host, order)));
  EXPECT_EQ(order, (std::vector<int>{1, 2, 3}));
}

Coroutine<int> named(EventLoop& loop) {
  co_return static_cast<int>(loop.current_task()->name().back() - '0');
}

LOOP_TEST(EventLoopTest, LoopsThatFollowOneAnotherGoOnCountingTasks) {
  RunIds ids;
  {
    CutOffLoop first(host, {.ids = &ids});
    ASSERT_RUN(run(first, named(first)), 1);
  }
  CutOffLoop second(host, {.ids = &ids});
  ASSERT_RUN(run(second, named(second)), 2);
}

Coroutine<> forever() { co_return co_await sleep(std::chrono::hours(1)); }

LOOP_TEST(EventLoopTest, UnfinishedTasksAreListedInTheOrderOfCreation) {
  const Task<> a = create_task(loop, forever(), {.name = "a"});
  const Task<> b = create_task(loop, forever(), {.name = "b"});
  const Task<> c = create_task(loop, forever(), {.name = "c"});
  RUN_OR_CUT(loop.run_once());
  b.cancel();
  RUN_OR_CUT(loop.run_once());
  std::string names;
  for (TaskBase* task = loop.first_task(); task != nullptr; task = task->next_task()) names += task->name();
  EXPECT_EQ(names, "ac");
  EXPECT_EQ(loop.task_count(), 2U);
}

}  // namespace
}  // namespace loopscope::runtime
