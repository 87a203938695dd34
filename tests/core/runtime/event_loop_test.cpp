// EventLoop's own contract: turns, held steps, slices, stopping, deadlines. Not for: tasks' hops
// (task_hops_test.cpp).
#include "core/runtime/event_loop.h"

#include <gtest/gtest.h>

#include <memory>
#include <vector>

#include "core/runtime/callback.h"
#include "core/runtime/sleep.h"
#include "tests/core/runtime/scenario.h"

namespace loopscope::runtime {
namespace {

using std::chrono::microseconds;
using Kind = Progress::Kind;

class EventLoopTest : public testing::Test {
 protected:
  ManualHost host;
  EventLoop loop{host};
  std::vector<int> order;
};

TEST_F(EventLoopTest, ATurnRunsWhatWasReadyWhenItBeganAndNoMore) {
  call_soon(loop, [this] {
    order.push_back(1);
    call_soon(loop, [this] { order.push_back(3); });
  });
  call_soon(loop, [this] { order.push_back(2); });
  EXPECT_EQ(loop.run_once().kind, Kind::Ran);
  EXPECT_EQ(order, (std::vector{1, 2}));
  EXPECT_EQ(loop.run_once().kind, Kind::Ran);
  EXPECT_EQ(order, (std::vector{1, 2, 3}));
  EXPECT_EQ(host.turns, 2U);
}

TEST_F(EventLoopTest, NothingReadyAndNoTimerIsStuckAndCostsNoTurn) {
  EXPECT_EQ(loop.run_once().kind, Kind::Stuck);
  EXPECT_EQ(host.turns, 0U);
}

TEST_F(EventLoopTest, ACancelledHandleKeepsItsPlaceAndItsTurnIsCounted) {
  loop.cancel(call_soon(loop, [this] { order.push_back(1); }));
  EXPECT_EQ(loop.run_once().kind, Kind::Ran);
  EXPECT_TRUE(order.empty());
  EXPECT_EQ(host.turns, 1U);
}

TEST_F(EventLoopTest, ACancelledTimerDoesNotKeepTheLoopWaiting) {
  loop.cancel(call_later(loop, microseconds(50), [this] { order.push_back(1); }));
  EXPECT_EQ(loop.run_once().kind, Kind::Stuck);
  EXPECT_EQ(loop.time(), Microseconds(0));
  EXPECT_TRUE(order.empty());
}

TEST_F(EventLoopTest, DueTimersRunAfterWhatIsReadyInTheOrderOfDeadlineAndSetting) {
  call_later(loop, microseconds(5), [this] { order.push_back(4); });
  call_later(loop, microseconds(3), [this] { order.push_back(2); });
  call_later(loop, microseconds(3), [this] { order.push_back(3); });
  host.advance(microseconds(5));
  call_soon(loop, [this] { order.push_back(1); });
  EXPECT_EQ(loop.run_once().kind, Kind::Ran);
  EXPECT_EQ(order, (std::vector{1, 2, 3, 4}));
}

TEST_F(EventLoopTest, ADeadlineOfThePastIsDueInTheNextTurn) {
  call_later(loop, microseconds(-5), [this] { order.push_back(1); });
  EXPECT_EQ(loop.run_once().kind, Kind::Ran);
  EXPECT_EQ(order, (std::vector{1}));
  EXPECT_EQ(loop.time(), Microseconds(1));
}

TEST_F(EventLoopTest, ManyCancelledTimersAreLetGoAtOnceAndTheRestKeepTheirOrder) {
  std::vector<TimerHandle*> timers;
  for (int i = 0; i < 300; ++i) {
    const int delay = 300 - i;
    timers.push_back(&call_later(loop, microseconds(delay), [this, delay] { order.push_back(delay); }));
  }
  for (int i = 0; i < 300; ++i) {
    if (i % 3 != 0) loop.cancel(*timers[static_cast<std::size_t>(i)]);
  }
  EXPECT_EQ(loop.timer_count(), 300U);
  EXPECT_EQ(loop.run_once().kind, Kind::Ran);
  EXPECT_EQ(loop.timer_count(), 99U);
  while (loop.run_once().kind == Kind::Ran) {
  }
  EXPECT_EQ(order.size(), 100U);
  EXPECT_TRUE(std::ranges::is_sorted(order));
}

TEST_F(EventLoopTest, StopEndsAfterTheTurnThatRuns) {
  call_soon(loop, [this] { loop.stop(); });
  call_soon(loop, [this] { order.push_back(1); });
  EXPECT_EQ(loop.run_once().kind, Kind::Stopped);
  EXPECT_EQ(order, (std::vector{1}));
  EXPECT_FALSE(loop.stopping());
}

TEST_F(EventLoopTest, StopBeforeATurnRunsOneThatDoesNotWait) {
  call_later(loop, microseconds(50), [this] { order.push_back(1); });
  loop.stop();
  EXPECT_EQ(loop.run_once().kind, Kind::Stopped);
  EXPECT_EQ(loop.time(), Microseconds(1));
}

TEST_F(EventLoopTest, BreakOffEndsRightAfterTheStepAndItsTurnDoesNotCount) {
  call_soon(loop, [this] { loop.break_off(); });
  call_soon(loop, [this] { order.push_back(1); });
  EXPECT_EQ(loop.run_once().kind, Kind::BrokenOff);
  EXPECT_TRUE(order.empty());
  EXPECT_EQ(host.turns, 0U);
  EXPECT_EQ(loop.run_once().kind, Kind::Ran);
  EXPECT_EQ(order, (std::vector{1}));
}

TEST_F(EventLoopTest, AUsedUpSliceEndsAmidATurnWhichThenGoesOn) {
  EventLoop sliced(host, {.steps_per_slice_check = 2});
  host.questions_per_slice = 1;
  for (int i = 0; i < 5; ++i) call_soon(sliced, [this, i] { order.push_back(i); });
  EXPECT_EQ(sliced.run_once().kind, Kind::SliceOver);
  EXPECT_EQ(order.size(), 2U);
  EXPECT_EQ(host.turns, 0U);
  EXPECT_EQ(sliced.run_once().kind, Kind::SliceOver);
  EXPECT_EQ(sliced.run_once().kind, Kind::Ran);
  EXPECT_EQ(order.size(), 5U);
  EXPECT_EQ(host.turns, 1U);
}

TEST_F(EventLoopTest, AHostThatGivesTheThreadBackIsToldTheFirstDeadline) {
  host.gives_thread_back = true;
  call_later(loop, microseconds(70), [this] { order.push_back(1); });
  const Progress progress = loop.run_once();
  EXPECT_EQ(progress.kind, Kind::Idle);
  EXPECT_EQ(progress.deadline, Microseconds(70));
  host.advance(microseconds(71));
  EXPECT_EQ(loop.run_once().kind, Kind::Ran);
  EXPECT_EQ(order, (std::vector{1}));
  EXPECT_EQ(host.turns, 1U);
}

// A callback that blocks the loop for some time, as time.sleep in a script does.
struct Blocker final : Callback {
  Blocker(EventLoop& event_loop, Microseconds time)
      : Callback(&Blocker::invoke), loop(event_loop), duration(time) {}
  static StepOutcome invoke(Handle& node, Invocation invocation) {
    auto& self = static_cast<Blocker&>(node);
    self.calls.push_back(invocation);
    if (invocation == Invocation::Discard) return StepOutcome::Done;
    if (invocation == Invocation::Run) self.until = self.loop.time() + self.duration;
    return self.loop.time() < self.until ? self.loop.hold_until(self.until) : StepOutcome::Done;
  }
  EventLoop& loop;
  Microseconds duration;
  Microseconds until{0};
  std::vector<Invocation> calls;
};

TEST_F(EventLoopTest, WhileAStepIsHeldTheLoopRunsNothingElse) {
  Blocker blocker(loop, microseconds(100));
  loop.call_soon(blocker);
  call_soon(loop, [this] { order.push_back(1); });
  call_later(loop, microseconds(10), [this] { order.push_back(2); });
  const Progress progress = loop.run_once();
  EXPECT_EQ(progress.kind, Kind::Held);
  EXPECT_EQ(progress.deadline, Microseconds(100));
  EXPECT_TRUE(loop.held());
  host.advance(microseconds(50));
  EXPECT_EQ(loop.run_once().kind, Kind::Held);
  EXPECT_TRUE(order.empty());
  host.advance(microseconds(50));
  EXPECT_EQ(loop.run_once().kind, Kind::Ran);
  EXPECT_FALSE(loop.held());
  EXPECT_EQ(order, (std::vector{1}));
  EXPECT_EQ(host.turns, 1U);
  EXPECT_EQ(loop.run_once().kind, Kind::Ran);
  EXPECT_EQ(order, (std::vector{1, 2}));
  EXPECT_EQ(blocker.calls, (std::vector{Invocation::Run, Invocation::Continue, Invocation::Continue}));
}

TEST_F(EventLoopTest, RunUntilCompleteLetsTheTimeOfAHeldStepPass) {
  Blocker blocker(loop, microseconds(100));
  loop.call_soon(blocker);
  const Promise<int> promise(loop);
  call_soon(loop, [&promise] { promise.set_result(1); });
  EXPECT_TRUE(loop.run_until_complete(promise.future().base()));
  EXPECT_EQ(loop.time(), Microseconds(102));
}

TEST_F(EventLoopTest, AHeldNodeIsDiscardedWithItsLoop) {
  auto own = std::make_unique<EventLoop>(host);
  Blocker blocker(*own, microseconds(100));
  own->call_soon(blocker);
  EXPECT_EQ(own->run_once().kind, Kind::Held);
  own.reset();
  EXPECT_EQ(blocker.calls.back(), Invocation::Discard);
}

TEST_F(EventLoopTest, RunUntilCompleteSaysWhenNothingCanGoOn) {
  const Promise<int> promise(loop);
  const Result<> ran = loop.run_until_complete(promise.future().base());
  ASSERT_FALSE(ran);
  EXPECT_TRUE(ran.error().is(ErrorKind::Stuck));
  EXPECT_EQ(promise.future().base().first_callback(), nullptr);
}

TEST_F(EventLoopTest, RunUntilCompleteSaysWhenTheLoopWasStoppedBefore) {
  const Promise<int> promise(loop);
  call_soon(loop, [this] { loop.stop(); });
  const Result<> ran = loop.run_until_complete(promise.future().base());
  ASSERT_FALSE(ran);
  EXPECT_EQ(ran.error().message(), "the event loop was stopped before the future was done");
}

TEST_F(EventLoopTest, TheHostIsPolledRarelyWhileSomethingIsAlwaysReady) {
  struct Spinner final : Callback {
    explicit Spinner(EventLoop& event_loop) : Callback(&Spinner::invoke), loop(event_loop) {}
    static StepOutcome invoke(Handle& node, Invocation invocation) {
      auto& self = static_cast<Spinner&>(node);
      if (invocation == Invocation::Run) self.loop.call_soon(self);
      return StepOutcome::Done;
    }
    EventLoop& loop;
  };
  Spinner spinner(loop);
  loop.call_soon(spinner);
  for (int i = 0; i < 640; ++i) loop.run_once();
  EXPECT_EQ(loop.turns(), 640U);
  EXPECT_LE(host.polls, 640U / EventLoop::kStepsPerPoll);
  EXPECT_GE(host.polls, 9U);
  loop.cancel(spinner);
  loop.run_once();
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

TEST_F(EventLoopTest, LoopsThatFollowOneAnotherGoOnCountingTasks) {
  RunIds ids;
  {
    EventLoop first(host, {.ids = &ids});
    EXPECT_EQ(*run(first, named(first)), 1);
  }
  EventLoop second(host, {.ids = &ids});
  EXPECT_EQ(*run(second, named(second)), 2);
}

Coroutine<> forever() { co_return co_await sleep(std::chrono::hours(1)); }

TEST_F(EventLoopTest, UnfinishedTasksAreListedInTheOrderOfCreation) {
  const Task<> a = create_task(loop, forever(), {.name = "a"});
  const Task<> b = create_task(loop, forever(), {.name = "b"});
  const Task<> c = create_task(loop, forever(), {.name = "c"});
  loop.run_once();
  b.cancel();
  loop.run_once();
  std::string names;
  for (TaskBase* task = loop.first_task(); task != nullptr; task = task->next_task()) names += task->name();
  EXPECT_EQ(names, "ac");
  EXPECT_EQ(loop.task_count(), 2U);
}

}  // namespace
}  // namespace loopscope::runtime
