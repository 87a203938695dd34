// Lock and Event: the programs of scenarios/synchronisation.py. wait_for: the expected lines are what the
// same programs print under CPython 3.13 with the virtual clock. Not for: queues (queue_test.cpp).
#include <chrono>

#include "core/runtime/event.h"
#include "core/runtime/lock.h"
#include "core/runtime/sleep.h"
#include "core/runtime/wait_for.h"
#include "tests/core/runtime/work.h"

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

std::vector<Task<>> start(EventLoop& loop, Log& log, Lock& lock, std::string_view names) {
  std::vector<Task<>> tasks;
  for (const char name : names) tasks.push_back(create_task(loop, holds(log, lock, std::string(1, name))));
  return tasks;
}

Coroutine<> a_lock_goes_to_those_who_wait_in_their_order(EventLoop& loop, Log& log) {
  Lock lock(loop);
  const std::vector<Task<>> tasks = start(loop, log, lock, "abc");
  for (int i = 0; i < 2; ++i) {
    if (auto turn = co_await yield_now(); !turn) co_return turn;
  }
  tasks[1].cancel();
  for (const Task<>& task : tasks) log(outcome(co_await task));
  co_return {};
}
LOOPSCOPE_SCENARIO("synchronisation", a_lock_goes_to_those_who_wait_in_their_order);

Coroutine<> a_woken_task_that_is_cancelled_lets_the_next_have_the_lock(EventLoop& loop, Log& log) {
  Lock lock(loop);
  if (auto locked = co_await lock.acquire(); !locked) co_return locked;
  const std::vector<Task<>> tasks = start(loop, log, lock, "abc");
  if (auto turn = co_await yield_now(); !turn) co_return turn;
  lock.release();
  tasks[0].cancel();
  tasks[2].cancel();
  log(lock.locked() ? "locked True" : "locked False");
  for (const Task<>& task : tasks) log(outcome(co_await task));
  co_return {};
}
LOOPSCOPE_SCENARIO("synchronisation", a_woken_task_that_is_cancelled_lets_the_next_have_the_lock);

Coroutine<> who_comes_while_others_wait_for_a_free_lock_waits_behind_them(EventLoop& loop, Log& log) {
  Lock lock(loop);
  if (auto locked = co_await lock.acquire(); !locked) co_return locked;
  const std::vector<Task<>> tasks = start(loop, log, lock, "a");
  if (auto turn = co_await yield_now(); !turn) co_return turn;
  lock.release();
  log(lock.locked() ? "locked True" : "locked False");
  if (auto held = co_await holds(log, lock, "main"); !held) co_return held;
  log(outcome(co_await tasks[0]));
  if (!lock.release()) log("nobody holds it");
  co_return {};
}
LOOPSCOPE_SCENARIO("synchronisation", who_comes_while_others_wait_for_a_free_lock_waits_behind_them);

Coroutine<> waits_for(Log& log, Event& event, std::string name) {
  if (auto woken = co_await event.wait(); !woken) co_return woken;
  log(name + " woken");
  co_return {};
}

Coroutine<> an_event_wakes_all_even_if_it_is_cleared_before_their_turn(EventLoop& loop, Log& log) {
  Event event(loop);
  std::vector<Task<>> tasks;
  for (const char* name : {"a", "b", "c"}) tasks.push_back(create_task(loop, waits_for(log, event, name)));
  if (auto slept = co_await sleep(milliseconds(1)); !slept) co_return slept;
  event.set();
  event.clear();
  tasks[1].cancel();
  log("set");
  for (const Task<>& task : tasks) log(outcome(co_await task));
  event.set();
  if (auto woken = co_await event.wait(); !woken) co_return woken;
  log("at once");
  co_return {};
}
LOOPSCOPE_SCENARIO("synchronisation", an_event_wakes_all_even_if_it_is_cleared_before_their_turn);

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
