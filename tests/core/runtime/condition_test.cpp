// Condition: the programs of scenarios/condition.py. Not for: Lock alone.
#include "core/runtime/condition.h"

#include "core/runtime/sleep.h"
#include "tests/core/runtime/scenario.h"

namespace loopscope::runtime {
namespace {

using std::chrono::milliseconds;

Coroutine<> waits(Log& log, Condition& condition, std::string name) {
  if (auto locked = co_await condition.acquire(); !locked) co_return locked;
  Result<> woken = co_await condition.wait();
  log(woken ? name + " woken" : name + " cancelled, locked " + (condition.locked() ? "True" : "False"));
  condition.release();
  if (woken) log(name + " out");
  co_return woken;
}

std::vector<Task<>> start_three(EventLoop& loop, Log& log, Condition& condition) {
  std::vector<Task<>> tasks;
  for (const char* name : {"a", "b", "c"}) tasks.push_back(create_task(loop, waits(log, condition, name)));
  return tasks;
}

Coroutine<> results(Log& log, std::vector<Task<>> tasks) {
  for (const Task<>& task : tasks) {
    if (auto done = co_await task; !done) {
      if (!task.done()) co_return done;
      log("lost");
    }
  }
  co_return {};
}

Coroutine<> a_notification_wakes_those_who_wait_in_their_order(EventLoop& loop, Log& log) {
  Condition condition(loop);
  const std::vector<Task<>> tasks = start_three(loop, log, condition);
  if (auto slept = co_await sleep(milliseconds(1)); !slept) co_return slept;
  if (auto locked = co_await condition.acquire(); !locked) co_return locked;
  (void)condition.notify(2);
  log("notified two");
  if (auto slept = co_await sleep(milliseconds(1)); !slept) co_return slept;
  condition.release();
  if (auto slept = co_await sleep(milliseconds(1)); !slept) co_return slept;
  if (auto locked = co_await condition.acquire(); !locked) co_return locked;
  (void)condition.notify_all();
  condition.release();
  co_return co_await results(log, tasks);
}
LOOPSCOPE_SCENARIO("condition", a_notification_wakes_those_who_wait_in_their_order);

Coroutine<> a_notified_task_that_is_cancelled_passes_it_on(EventLoop& loop, Log& log) {
  Condition condition(loop);
  const std::vector<Task<>> tasks = start_three(loop, log, condition);
  if (auto slept = co_await sleep(milliseconds(1)); !slept) co_return slept;
  if (auto locked = co_await condition.acquire(); !locked) co_return locked;
  (void)condition.notify();
  tasks[0].cancel();
  tasks[2].cancel();
  condition.release();
  co_return co_await results(log, tasks);
}
LOOPSCOPE_SCENARIO("condition", a_notified_task_that_is_cancelled_passes_it_on);

Coroutine<> it_takes_the_lock_again_however_often_it_is_cancelled(EventLoop& loop, Log& log) {
  Condition condition(loop);
  const Task<> task = create_task(loop, waits(log, condition, "a"));
  if (auto slept = co_await sleep(milliseconds(1)); !slept) co_return slept;
  if (auto locked = co_await condition.acquire(); !locked) co_return locked;
  (void)condition.notify();
  if (auto turn = co_await yield_now(); !turn) co_return turn;
  for (int i = 0; i < 3; ++i) {
    task.cancel();
    if (auto turn = co_await yield_now(); !turn) co_return turn;
  }
  log("let go");
  condition.release();
  co_return co_await results(log, {task});
}
LOOPSCOPE_SCENARIO("condition", it_takes_the_lock_again_however_often_it_is_cancelled);

Coroutine<> waits_for_two(Log& log, Condition& condition, const int& count) {
  if (auto locked = co_await condition.acquire(); !locked) co_return locked;
  auto enough = co_await condition.wait_for([&log, &count] {
    log("asked at " + std::to_string(count));
    return count >= 2;
  });
  if (enough) log("enough");
  condition.release();
  co_return enough;
}

Coroutine<> wait_for_asks_after_each_notification(EventLoop& loop, Log& log) {
  Condition condition(loop);
  int count = 0;
  const Task<> task = create_task(loop, waits_for_two(log, condition, count));
  for (int i = 0; i < 3; ++i) {
    if (auto slept = co_await sleep(milliseconds(1)); !slept) co_return slept;
    if (auto locked = co_await condition.acquire(); !locked) co_return locked;
    ++count;
    (void)condition.notify_all();
    condition.release();
  }
  co_return co_await task;
}
LOOPSCOPE_SCENARIO("condition", wait_for_asks_after_each_notification);

Coroutine<> without_the_lock_it_refuses(EventLoop& loop, Log& log) {
  Condition condition(loop);
  if (auto notified = condition.notify(); !notified) log(notified.error().message());
  if (auto notified = condition.notify_all(); !notified) log(notified.error().message());
  if (auto woken = co_await condition.wait(); !woken) log(woken.error().message());
  co_return {};
}
LOOPSCOPE_SCENARIO("condition", without_the_lock_it_refuses);

Coroutine<> two_conditions_share_a_lock(EventLoop& loop, Log& log) {
  Lock lock(loop);
  Condition first(loop, lock);
  Condition second(loop, lock);
  const std::vector<Task<>> tasks{create_task(loop, waits(log, first, "first")),
                                  create_task(loop, waits(log, second, "second"))};
  if (auto slept = co_await sleep(milliseconds(1)); !slept) co_return slept;
  if (auto locked = co_await lock.acquire(); !locked) co_return locked;
  (void)second.notify_all();
  lock.release();
  if (auto slept = co_await sleep(milliseconds(1)); !slept) co_return slept;
  if (auto locked = co_await first.acquire(); !locked) co_return locked;
  (void)first.notify_all();
  first.release();
  co_return co_await results(log, tasks);
}
LOOPSCOPE_SCENARIO("condition", two_conditions_share_a_lock);

}  // namespace
}  // namespace loopscope::runtime
