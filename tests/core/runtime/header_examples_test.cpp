// The examples of the public headers, as they stand there. Not for: more than that they compile and do what
// they say.
#include <gtest/gtest.h>

#include "core/runtime/as_completed.h"
#include "core/runtime/barrier.h"
#include "core/runtime/callback.h"
#include "core/runtime/diagnostics.h"
#include "core/runtime/eager_task.h"
#include "core/runtime/error_group.h"
#include "core/runtime/fetch.h"
#include "core/runtime/gather.h"
#include "core/runtime/lifo_queue.h"
#include "core/runtime/priority_queue.h"
#include "core/runtime/runner.h"
#include "core/runtime/semaphore.h"
#include "core/runtime/shield.h"
#include "core/runtime/sleep.h"
#include "core/runtime/task_group.h"
#include "core/runtime/timeout.h"
#include "core/runtime/wait.h"
#include "core/runtime/wait_for.h"
#include "tests/core/runtime/cut_off.h"

namespace loopscope::runtime {
namespace {

using namespace std::chrono_literals;

// coroutine.h
Coroutine<int> add(int a, int b) { co_return a + b; }
Coroutine<int> twice(int n) {
  Result<int> sum = co_await add(n, n);
  if (!sum) co_return sum.error();  // Cancelled comes this way, too: pass it on
  co_return *sum;
}

// future.h
Coroutine<int> five(EventLoop& loop) {
  Promise<int> promise(loop);
  Future<int> future = promise.future();
  promise.set_result(5);  // schedules who waits, runs nobody
  Result<int> five = co_await future;
  co_return five;
}

// sleep.h
Coroutine<int> waits() {
  EventLoop& loop = co_await this_loop();  // never suspends
  if (Result<> done = co_await yield_now(); !done) co_return done.error();
  if (Result<> done = co_await sleep(10ms); !done) co_return done.error();
  co_return static_cast<int>(loop.time() / 10ms);
}

// fetch.h
Coroutine<int> fetches(EventLoop& loop) {
  Result<HttpResponse> page = co_await fetch(loop, {.method = "GET", .url = "https://example.com/"});
  if (!page) co_return page.error();
  co_return page->status;
}

// gather.h
Coroutine<int> both(EventLoop& loop) {
  auto both = co_await gather(loop, add(1, 2), twice(3));
  if (!both) co_return both.error();
  co_return std::get<0>(*both) * 10 + std::get<1>(*both);
}

// semaphore.h
Coroutine<int> permitted(EventLoop& loop) {
  Semaphore at_most_three(loop, 3);
  if (auto permit = co_await at_most_three.acquire(); !permit) co_return permit.error();
  const std::size_t left = at_most_three.permits();
  at_most_three.release();
  co_return static_cast<int>(left);
}

// condition.h
Coroutine<> fills(Condition& changed, int& apples) {
  if (auto locked = co_await changed.acquire(); !locked) co_return locked;
  apples = 5;
  (void)changed.notify();
  changed.release();
  co_return {};
}
Coroutine<int> waits_for_apples(EventLoop& loop) {
  Condition changed(loop);
  int apples = 0;
  const Task<> filling = create_task(loop, fills(changed, apples));
  if (auto locked = co_await changed.acquire(); !locked) co_return locked.error();
  Result<> full = co_await changed.wait_for([&apples] { return apples == 5; });
  changed.release();
  if (!full) co_return full.error();
  co_return apples;
}

// barrier.h
Coroutine<int> meets(EventLoop& loop) {
  Barrier start(loop, 3);
  std::vector<Coroutine<std::size_t>> three;
  for (int i = 0; i < 3; ++i) three.push_back(start.wait());
  auto indices = co_await gather(loop, std::move(three));
  if (!indices) co_return indices.error();
  co_return static_cast<int>((*indices)[0] + (*indices)[1] + (*indices)[2]);
}

// lifo_queue.h, priority_queue.h
Coroutine<std::string> orders(EventLoop& loop) {
  LifoQueue<std::string> history(loop);
  (void)history.put_now("older");
  (void)history.put_now("newest");
  PriorityQueue<std::pair<int, std::string>> jobs(loop);
  (void)jobs.put_now({2, "later"});
  (void)jobs.put_now({1, "first"});
  Result<std::string> newest = history.get_now();
  auto job = co_await jobs.get();
  if (!job) co_return job.error();
  co_return *newest + " " + job->second;
}

// timeout.h
Coroutine<int> loads(EventLoop& loop, Timeout& limit) {
  if (auto moved = limit.reschedule(loop.time() + 300ms); !moved) co_return moved.error();
  if (auto slept = co_await sleep(200ms); !slept) co_return slept.error();
  co_return 5;
}
Coroutine<int> limited(EventLoop& loop) {
  Timeout limit = timeout(loop, 100ms);
  Result<int> page = co_await limit.run(loads(loop, limit));
  co_return limit.expired() ? -1 : page;
}

// wait_for.h
Coroutine<int> computes() {
  if (auto slept = co_await sleep(200ms); !slept) co_return slept.error();
  co_return 5;
}
Coroutine<int> too_late() {
  Result<int> five = co_await wait_for(computes(), 100ms);
  co_return !five && five.error().is(ErrorKind::Timeout) ? 1 : 0;
}

// shield.h
Coroutine<int> shields(EventLoop& loop) {
  const Task<int> task = create_task(loop, computes());  // keep it
  Result<int> page = co_await shield(task);              // Cancelled: the task still runs
  co_return page;
}

// wait.h
Coroutine<int> waits_for_first(EventLoop& loop) {
  const std::vector<Task<int>> tasks{create_task(loop, computes()), create_task(loop, twice(3))};
  auto waited = co_await wait(tasks, {.return_when = ReturnWhen::FirstCompleted});
  if (!waited) co_return waited.error();
  for (const Task<int>& task : waited->pending) task.cancel();
  co_return *waited->done.front().result();
}

// as_completed.h
Coroutine<int> in_their_order(EventLoop& loop) {
  std::vector<Coroutine<int>> coroutines;
  coroutines.push_back(computes());
  coroutines.push_back(twice(3));
  auto finished = as_completed(loop, std::move(coroutines));
  int numbers = 0;
  while (finished.left() > 0) {
    auto task = co_await finished.next();
    if (!task) co_return task.error();
    numbers = numbers * 10 + *task->result();
  }
  co_return numbers;
}

// task_group.h, error_group.h
Coroutine<int> fails() { co_return Error(ErrorKind::Failed, "no"); }
Coroutine<> body(TaskGroup& group) {
  (void)group.create_task(computes());
  (void)group.create_task(fails());
  co_return {};
}
Coroutine<int> errors_of_a_group(EventLoop& loop) {
  TaskGroup group(loop);
  Result<> all = co_await group.run(body(group));
  if (all) co_return 0;
  const ErrorGroup* errors = group_of(all.error());
  co_return errors != nullptr ? static_cast<int>(errors->errors().size()) : -1;
}

// eager_task.h
Coroutine<int> cached() {
  Task<int> page = co_await start_eagerly(twice(4));
  co_return page.done() ? *page.result() : -1;
}

class HeaderExamples : public CutOffTest {};

LOOP_TEST(HeaderExamples, OfWaitingForOneAnotherDoWhatTheySay) {
  Runner runner(host, {.loop = host.options()});
  EventLoop& loop = *runner.loop();
  host.cuts(loop);
  ASSERT_RUN(runner.run(permitted(loop)), 2);
  ASSERT_RUN(runner.run(waits_for_apples(loop)), 5);
  ASSERT_RUN(runner.run(meets(loop)), 3);
  ASSERT_RUN(runner.run(orders(loop)), "newest first");
  ASSERT_RUN(runner.run(limited(loop)), 5);
  ASSERT_RUN(runner.run(too_late()), 1);
  ASSERT_RUN(runner.run(shields(loop)), 5);
  ASSERT_RUN(runner.run(waits_for_first(loop)), 6);
  ASSERT_RUN(runner.run(in_their_order(loop)), 65);
  ASSERT_RUN(runner.run(errors_of_a_group(loop)), 1);
  ASSERT_RUN(runner.run(cached()), 8);
}

// callback.h
LOOP_TEST(HeaderExamples, ADoneCallbackIsTakenBack) {
  CutOffLoop loop(host);
  const Task<int> task = create_task(loop, computes());
  int called = 0;
  on_done(task.base(), [&called] { ++called; });
  Handle& unwanted = on_done(task.base(), [&called] { called = 100; });
  task.base().remove_done_callback(unwanted);
  ASSERT_RUNS(loop.run_until_complete(task.base()));
  EXPECT_EQ(called, 1);
}

LOOP_TEST(HeaderExamples, DoWhatTheySay) {
  host.answer_all_after(1ms, 200);
  CutOffLoop loop(host);
  ASSERT_RUN(run(loop, twice(4)), 8);
  ASSERT_RUN(run(loop, five(loop)), 5);
  ASSERT_RUN(run(loop, waits()), 1);
  ASSERT_RUN(run(loop, fetches(loop)), 200);
  ASSERT_RUN(run(loop, both(loop)), 36);
}

}  // namespace
}  // namespace loopscope::runtime
