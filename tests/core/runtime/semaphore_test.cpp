// Semaphore and BoundedSemaphore: the programs of scenarios/semaphore.py. Not for: Lock.
#include "core/runtime/semaphore.h"

#include "core/runtime/sleep.h"
#include "tests/core/runtime/scenario.h"

namespace loopscope::runtime {
namespace {

using std::chrono::milliseconds;

Coroutine<> holds(Log& log, Semaphore& semaphore, std::string name) {
  if (auto permit = co_await semaphore.acquire(); !permit) co_return permit;
  log(name + " in");
  auto slept = co_await sleep(milliseconds(1));
  semaphore.release();
  if (slept) log(name + " out");
  co_return slept;
}

std::vector<Task<>> start(EventLoop& loop, Log& log, Semaphore& semaphore, std::string_view names) {
  std::vector<Task<>> tasks;
  for (const char name : names)
    tasks.push_back(create_task(loop, holds(log, semaphore, std::string(1, name))));
  return tasks;
}

void log_locked(Log& log, bool locked) { log(locked ? "locked True" : "locked False"); }

Coroutine<> results(Log& log, std::vector<Task<>> tasks) {
  for (const Task<>& task : tasks) {
    if (auto done = co_await task; !done) {
      if (!task.done()) co_return done;
      log("lost");
    }
  }
  co_return {};
}

Coroutine<> permits_go_to_those_who_wait_in_their_order(EventLoop& loop, Log& log) {
  Semaphore semaphore(loop, 2);
  const auto tasks = start(loop, log, semaphore, "abcde");
  for (int i = 0; i < 2; ++i) {
    if (auto turn = co_await yield_now(); !turn) co_return turn;
  }
  tasks[2].cancel();
  co_return co_await results(log, tasks);
}
LOOPSCOPE_SCENARIO("semaphore", permits_go_to_those_who_wait_in_their_order);

Coroutine<> a_woken_task_that_is_cancelled_gives_its_permit_to_the_next(EventLoop& loop, Log& log) {
  Semaphore semaphore(loop, 0);
  const auto tasks = start(loop, log, semaphore, "abc");
  for (int i = 0; i < 2; ++i) {
    if (auto turn = co_await yield_now(); !turn) co_return turn;
  }
  semaphore.release();
  tasks[0].cancel();
  log_locked(log, semaphore.locked());
  if (auto slept = co_await sleep(milliseconds(1)); !slept) co_return slept;
  semaphore.release();
  semaphore.release();
  log_locked(log, semaphore.locked());
  if (auto done = co_await results(log, tasks); !done) co_return done;
  log_locked(log, semaphore.locked());
  co_return {};
}
LOOPSCOPE_SCENARIO("semaphore", a_woken_task_that_is_cancelled_gives_its_permit_to_the_next);

Coroutine<> who_comes_later_does_not_overtake(EventLoop& loop, Log& log) {
  Semaphore semaphore(loop, 1);
  if (auto permit = co_await semaphore.acquire(); !permit) co_return permit;
  const Task<> task = create_task(loop, holds(log, semaphore, "waits"));
  if (auto turn = co_await yield_now(); !turn) co_return turn;
  semaphore.release();
  log_locked(log, semaphore.locked());
  if (auto permit = co_await semaphore.acquire(); !permit) co_return permit;
  log("main in");
  semaphore.release();
  co_return co_await task;
}
LOOPSCOPE_SCENARIO("semaphore", who_comes_later_does_not_overtake);

Coroutine<> several_releases_wake_several(EventLoop& loop, Log& log) {
  Semaphore semaphore(loop, 0);
  const auto tasks = start(loop, log, semaphore, "abcd");
  if (auto slept = co_await sleep(milliseconds(1)); !slept) co_return slept;
  for (int i = 0; i < 3; ++i) semaphore.release();
  tasks[1].cancel();
  co_return co_await results(log, tasks);
}
LOOPSCOPE_SCENARIO("semaphore", several_releases_wake_several);

Coroutine<> a_bounded_one_refuses_a_release_too_many(EventLoop& loop, Log& log) {
  BoundedSemaphore semaphore(loop, 1);
  if (auto released = semaphore.release(); !released) log(released.error().message());
  if (auto permit = co_await semaphore.acquire(); !permit) co_return permit;
  if (auto released = semaphore.release(); !released) co_return released;
  log_locked(log, semaphore.locked());
  co_return {};
}
LOOPSCOPE_SCENARIO("semaphore", a_bounded_one_refuses_a_release_too_many);

}  // namespace
}  // namespace loopscope::runtime
