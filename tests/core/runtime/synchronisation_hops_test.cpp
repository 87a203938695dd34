// Lock, Event, Queue and wait_for, hop for hop: the expected lines are what the same programs print under
// CPython 3.13 with the virtual clock. Not for: tasks and gather alone.
#include <chrono>

#include "core/runtime/event.h"
#include "core/runtime/lock.h"
#include "core/runtime/queue.h"
#include "core/runtime/sleep.h"
#include "core/runtime/wait_for.h"
#include "tests/core/runtime/scenario.h"

namespace loopscope::runtime {
namespace {

using std::chrono::milliseconds;

Coroutine<> holds(Log& log, Lock& lock, std::string name) {
  if (auto locked = co_await lock.acquire(); !locked) co_return locked;
  log(name + " in");
  auto slept = co_await sleep(milliseconds(1));
  if (slept) log(name + " out");
  lock.release();
  co_return slept;
}

Coroutine<> lock_is_fair(EventLoop& loop, Log& log) {
  Lock lock(loop);
  std::vector<Task<>> tasks;
  for (const char* name : {"a", "b", "c"}) tasks.push_back(create_task(loop, holds(log, lock, name)));
  for (int i = 0; i < 2; ++i) {
    if (auto turn = co_await yield_now(); !turn) co_return turn;
  }
  tasks[1].cancel();
  for (const Task<>& task : tasks) {
    if (auto done = co_await task; !done) log("cancelled");
  }
  co_return {};
}

TEST(SynchronisationHops, ALockGoesToThoseWhoWaitInTheirOrder) {
  ManualHost host;
  EventLoop loop(host);
  Log log(loop);
  ASSERT_TRUE(run(loop, lock_is_fair(loop, log)));
  EXPECT_EQ(log.lines,
            (std::vector<std::string>{"1 a in", "1002 a out", "1003 c in", "1003 cancelled", "2004 c out"}));
}

TEST(SynchronisationHops, ALockThatNobodyHoldsIsNotReleased) {
  ManualHost host;
  EventLoop loop(host);
  Lock lock(loop);
  EXPECT_FALSE(lock.release());
}

Coroutine<> waits_for(Log& log, Event& event, std::string name) {
  if (auto woken = co_await event.wait(); !woken) co_return woken;
  log(name + " woken");
  co_return {};
}

Coroutine<> event_wakes_all(EventLoop& loop, Log& log) {
  Event event(loop);
  const Task<> a = create_task(loop, waits_for(log, event, "a"));
  const Task<> b = create_task(loop, waits_for(log, event, "b"));
  if (auto slept = co_await sleep(milliseconds(1)); !slept) co_return slept;
  event.set();
  event.clear();
  log("set");
  if (auto done = co_await a; !done) co_return done;
  if (auto done = co_await b; !done) co_return done;
  event.set();
  if (auto woken = co_await event.wait(); !woken) co_return woken;
  log("at once");
  co_return {};
}

TEST(SynchronisationHops, AnEventWakesAllEvenIfItIsClearedBeforeTheirTurn) {
  ManualHost host;
  EventLoop loop(host);
  Log log(loop);
  ASSERT_TRUE(run(loop, event_wakes_all(loop, log)));
  EXPECT_EQ(log.lines,
            (std::vector<std::string>{"1001 set", "1002 a woken", "1002 b woken", "1003 at once"}));
}

Coroutine<> puts(Log& log, Queue<int>& queue) {
  for (int i = 0; i < 4; ++i) {
    if (auto put = co_await queue.put(i); !put) co_return put;
    log("put " + std::to_string(i));
  }
  co_return {};
}

Coroutine<> gets(Log& log, Queue<int>& queue, int count, milliseconds pause) {
  for (int i = 0; i < count; ++i) {
    auto item = co_await queue.get();
    if (!item) co_return item.error();
    log("got " + std::to_string(*item));
    if (auto slept = co_await sleep(pause); !slept) co_return slept;
  }
  co_return {};
}

Coroutine<> queue_is_bounded(EventLoop& loop, Log& log) {
  Queue<int> queue(loop, 2);
  const Task<> getter = create_task(loop, gets(log, queue, 4, milliseconds(1)));
  const Task<> putter = create_task(loop, puts(log, queue));
  if (auto done = co_await getter; !done) co_return done;
  co_return co_await putter;
}

TEST(SynchronisationHops, AFullQueueHoldsThePutterUntilSomethingIsTaken) {
  ManualHost host;
  EventLoop loop(host);
  Log log(loop);
  ASSERT_TRUE(run(loop, queue_is_bounded(loop, log)));
  EXPECT_EQ(log.lines, (std::vector<std::string>{"1 put 0", "1 put 1", "2 got 0", "3 put 2", "1003 got 1",
                                                 "1004 put 3", "2004 got 2", "3005 got 3"}));
}

Coroutine<> get_one(Log& log, Queue<int>& queue, std::string name) {
  auto item = co_await queue.get();
  if (!item) co_return item.error();
  log(name + " got " + std::to_string(*item));
  co_return {};
}

Coroutine<> cancelled_getter(EventLoop& loop, Log& log) {
  Queue<int> queue(loop);
  const Task<> a = create_task(loop, get_one(log, queue, "a"));
  const Task<> b = create_task(loop, get_one(log, queue, "b"));
  if (auto turn = co_await yield_now(); !turn) co_return turn;
  queue.put_now(1);
  a.cancel();
  if (auto done = co_await a; !done) log("a cancelled");
  co_return co_await b;
}

TEST(SynchronisationHops, AWokenGetterThatIsCancelledPassesItsTurnOn) {
  ManualHost host;
  EventLoop loop(host);
  Log log(loop);
  ASSERT_TRUE(run(loop, cancelled_getter(loop, log)));
  EXPECT_EQ(log.lines, (std::vector<std::string>{"3 b got 1", "3 a cancelled"}));
}

Coroutine<Counted> number_after(Log& log, milliseconds delay, bool refuses) {
  if (auto slept = co_await sleep(delay); !slept) {
    log(refuses ? "refused" : "inner cancelled");
    if (!refuses) co_return slept.error();
  }
  co_return Counted(7);
}

Coroutine<> in_time(EventLoop&, Log& log) {
  auto number = co_await wait_for(number_after(log, milliseconds(1), false), milliseconds(2));
  log(std::to_string(number ? number->number() : -1));
  if (auto slept = co_await sleep(milliseconds(2)); !slept) co_return slept;
  log("no cancel later");
  co_return {};
}

TEST(SynchronisationHops, ACoroutineThatEndsInTimeIsNotCancelledLater) {
  expect_log(in_time, {"1001 7", "3002 no cancel later", "3004 end"});
}

Coroutine<> too_late(EventLoop& loop, Log& log) {
  auto number = co_await wait_for(number_after(log, milliseconds(5), false), milliseconds(2));
  const bool timeout = !number && number.error().is(ErrorKind::Timeout);
  log((timeout ? "timeout " : "no ") + std::to_string(loop.current_task()->cancelling()));
  co_return {};
}

TEST(SynchronisationHops, ATimeoutCancelsWhatIsAwaitedAndTakesTheCancellationBack) {
  expect_log(too_late, {"2001 inner cancelled", "2001 timeout 0", "2003 end"});
}

Coroutine<> refused(EventLoop&, Log& log) {
  auto number = co_await wait_for(number_after(log, milliseconds(5), true), milliseconds(2));
  log(std::to_string(number ? number->number() : -1));
  co_return {};
}

TEST(SynchronisationHops, WhoRefusesTheTimeoutGivesItsResult) {
  expect_log(refused, {"2001 refused", "2001 7", "2003 end"});
}

Coroutine<> outer(Log& log) {
  auto number = co_await wait_for(number_after(log, milliseconds(5), false), milliseconds(3));
  if (!number && number.error().cancelled()) log("cancelled, no timeout");
  if (!number) co_return number.error();
  co_return {};
}

Coroutine<> cancelled_from_outside(EventLoop& loop, Log& log) {
  const Task<> task = create_task(loop, outer(log));
  if (auto slept = co_await sleep(milliseconds(1)); !slept) co_return slept;
  task.cancel();
  if (auto done = co_await task; !done) log("main");
  co_return {};
}

TEST(SynchronisationHops, ACancellationFromOutsideIsNoTimeout) {
  expect_log(cancelled_from_outside,
             {"1002 inner cancelled", "1002 cancelled, no timeout", "1003 main", "1005 end"});
}

}  // namespace
}  // namespace loopscope::runtime
