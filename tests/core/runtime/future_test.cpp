// Future, Promise, Task: states, values, errors, and who is told. Not for: hops, see task_hops_test.cpp.
#include "core/runtime/future.h"

#include <gtest/gtest.h>

#include <array>
#include <memory>

#include "core/runtime/callback.h"
#include "core/runtime/run.h"
#include "core/runtime/sleep.h"
#include "tests/core/runtime/counted.h"
#include "tests/core/runtime/cut_off.h"

namespace loopscope::runtime {
namespace {

class FutureTest : public CutOffTest {
 protected:
  CutOffLoop loop{host};
};

TEST_F(FutureTest, AResultCanBeSetOnce) {
  const Promise<int> promise(loop);
  const Future<int> future = promise.future();
  EXPECT_FALSE(future.done());
  EXPECT_TRUE(future.result().error().is(ErrorKind::InvalidState));
  EXPECT_TRUE(promise.set_result(5));
  EXPECT_FALSE(promise.set_result(6));
  EXPECT_FALSE(promise.set_error(Error(ErrorKind::Failed, "late")));
  EXPECT_FALSE(future.cancel());
  EXPECT_EQ(*future.result(), 5);
}

TEST_F(FutureTest, ACancelledFutureKeepsItsMessage) {
  const Promise<int> promise(loop);
  EXPECT_TRUE(promise.future().cancel("too slow"));
  EXPECT_TRUE(promise.future().cancelled());
  EXPECT_FALSE(promise.set_result(1));
  EXPECT_EQ(promise.future().result().error().message(), "too slow");
}

TEST_F(FutureTest, AnErrorIsUnretrievedUntilSomebodyLooks) {
  const Promise<int> promise(loop);
  promise.set_error(Error(ErrorKind::Failed, "lost"));
  EXPECT_TRUE(promise.future().base().error_unretrieved());
  EXPECT_EQ(promise.future().result().error().message(), "lost");
  EXPECT_FALSE(promise.future().base().error_unretrieved());
}

TEST_F(FutureTest, CallbacksOfAFutureThatDiesPendingAreDroppedUncalled) {
  bool called = false;
  const Counted counted(1);
  {
    const Promise<int> promise(loop);
    on_done(promise.future().base(), [&called, counted] { called = true; });
    EXPECT_EQ(Counted::alive(), 2U);
  }
  EXPECT_EQ(Counted::alive(), 1U);
  EXPECT_FALSE(called);
}

LOOP_TEST(FutureTest, ACallbackAddedToADoneFutureIsCalledInTheNextTurn) {
  const Promise<int> promise(loop);
  promise.set_result(1);
  bool called = false;
  on_done(promise.future().base(), [&called] { called = true; });
  EXPECT_FALSE(called);
  RUN_OR_CUT(loop.run_once());
  EXPECT_TRUE(called);
}

LOOP_TEST(FutureTest, CallbacksAreTakenBackFromAnyPlaceOfTheList) {
  struct Node final : Callback {
    Node() : Callback(&Node::invoke) {}
    static StepOutcome invoke(Handle& node, Invocation invocation) {
      auto& self = static_cast<Node&>(node);
      (invocation == Invocation::Run ? self.runs : self.discards) += 1;
      return StepOutcome::Done;
    }
    int runs = 0;
    int discards = 0;
  };
  for (int removed = 0; removed < 4; ++removed) {
    std::array<Node, 4> nodes;
    CutOffLoop own(host);
    const Promise<int> promise(own);
    FutureBase& future = promise.future().base();
    for (Node& node : nodes) future.add_done_callback(node);
    future.remove_done_callback(nodes[static_cast<std::size_t>(removed)]);
    int left = 0;
    for (Handle* node = future.first_callback(); node != nullptr; node = node->next()) ++left;
    EXPECT_EQ(left, 3);
    promise.set_result(1);
    RUN_OR_CUT(own.run_once());
    for (int i = 0; i < 4; ++i) {
      EXPECT_EQ(nodes[static_cast<std::size_t>(i)].runs, i == removed ? 0 : 1);
      EXPECT_EQ(nodes[static_cast<std::size_t>(i)].discards, i == removed ? 1 : 0);
    }
  }
}

Coroutine<std::unique_ptr<int>> makes_noodles() { co_return std::make_unique<int>(3); }

Coroutine<int> takes_noodles(EventLoop& loop) {
  Task<std::unique_ptr<int>> task = create_task(loop, makes_noodles());
  auto noodles = co_await std::move(task);
  if (!noodles) co_return noodles.error();
  co_return **noodles;
}

LOOP_TEST(FutureTest, AValueThatCannotBeCopiedIsTakenOutByAwaitingAnRvalue) {
  ASSERT_RUN(run(loop, takes_noodles(loop)), 3);
}

Coroutine<int> counts(Counted counted) {
  const Counted copy = counted;
  if (auto turn = co_await yield_now(); !turn) co_return turn.error();
  co_return copy.number();
}

LOOP_TEST(FutureTest, TheFrameIsGoneWhenTheTaskHasEndedThoughSomebodyHoldsIt) {
  const Task<int> task = create_task(loop, counts(Counted(4)));
  ASSERT_RUNS(loop.run_until_complete(task.base()));
  EXPECT_EQ(Counted::alive(), 0U);
  EXPECT_EQ(*task.result(), 4);
}

TEST_F(FutureTest, ACoroutineThatIsNeverAwaitedLetsItsArgumentsGo) {
  {
    const Coroutine<int> never = counts(Counted(4));
  }
  EXPECT_EQ(Counted::alive(), 0U);
}

Coroutine<> awaits(Future<> future, Error& seen) {
  if (auto done = co_await future; !done) seen = done.error();
  co_return {};
}

LOOP_TEST(FutureTest, ATaskThatAwaitsItselfGetsAnErrorThatSaysSo) {
  // The task is known only when it exists, so a promise carries it in.
  struct Slot {
    Future<> own;
  };
  Slot slot;
  Error seen;
  const auto indirect = [](Slot& own, Error& error) -> Coroutine<> {
    if (auto done = co_await own.own; !done) error = done.error();
    co_return {};
  };
  const Task<> task = create_task(loop, indirect(slot, seen));
  slot.own = task;
  ASSERT_RUNS(loop.run_until_complete(task.base()));
  EXPECT_EQ(seen.message(), "a task cannot await itself");
  slot.own = {};
}

LOOP_TEST(FutureTest, AFutureOfAnotherLoopIsRefusedWithWords) {
  EventLoop other(host);
  const Promise<> promise(other);
  Error seen;
  ASSERT_RUNS(run(loop, awaits(promise.future(), seen)));
  EXPECT_EQ(seen.message(), "the awaited future belongs to a different event loop");
}

TEST_F(FutureTest, FuturesAndTasksMayOutliveTheirLoop) {
  Task<int> task;
  Future<> future;
  {
    EventLoop short_lived(host);
    task = create_task(short_lived, counts(Counted(1)));
    future = Promise<>(short_lived).future();
  }
  EXPECT_TRUE(task.cancelled());
  EXPECT_FALSE(future.done());
}

}  // namespace
}  // namespace loopscope::runtime
