// A task's name, its requests to cancel, its callbacks: the programs of scenarios/tasks.py. Not for: its hops
// (task_hops_test.cpp).
#include <algorithm>

#include "core/runtime/callback.h"
#include "core/runtime/gather.h"
#include "tests/core/runtime/cut_off.h"
#include "tests/core/runtime/work.h"

namespace loopscope::runtime {
namespace {

using std::chrono::milliseconds;

void log_uncancel(Log& log, TaskBase& task) { log("uncancel " + std::to_string(task.uncancel())); }

Coroutine<std::string> counts(Log& log) {
  TaskBase& me = co_await this_task();
  for (int i = 0; i < 2; ++i) {
    if (auto slept = co_await sleep(milliseconds(9)); !slept) {
      log("cancelled " + slept.error().message() + ", cancelling " + std::to_string(me.cancelling()));
    }
  }
  for (int i = 0; i < 3; ++i) log_uncancel(log, me);
  if (auto slept = co_await sleep(milliseconds(1)); !slept) co_return slept.error();
  co_return "ends";
}

Coroutine<> requests_to_cancel_are_counted_and_taken_back(EventLoop& loop, Log& log) {
  const Task<std::string> task = create_task(loop, counts(log));
  for (int number = 0; number < 2; ++number) {
    if (auto slept = co_await sleep(milliseconds(1)); !slept) co_return slept;
    log(task.cancel("request " + std::to_string(number)) ? "cancel True" : "cancel False");
  }
  log(outcome(co_await task));
  const bool taken = task.cancel();
  log((taken ? "cancel True, cancelling " : "cancel False, cancelling ") + std::to_string(task.cancelling()));
  co_return {};
}
LOOPSCOPE_SCENARIO("tasks", requests_to_cancel_are_counted_and_taken_back);

Coroutine<> takes_back(Log& log) {
  TaskBase& me = co_await this_task();
  me.cancel();
  log_uncancel(log, me);
  if (auto slept = co_await sleep(milliseconds(1)); !slept) co_return slept;
  me.cancel();
  me.cancel();
  log_uncancel(log, me);
  co_return co_await sleep(milliseconds(1));
}

Coroutine<> a_request_that_was_taken_back_before_it_came_does_not_come(EventLoop& loop, Log& log) {
  const Task<> task = create_task(loop, takes_back(log));
  log(outcome(co_await task));
  co_return {};
}
LOOPSCOPE_SCENARIO("tasks", a_request_that_was_taken_back_before_it_came_does_not_come);

Coroutine<> the_message_of_a_request_comes_to_who_waits(EventLoop& loop, Log& log) {
  const Task<std::string> task = create_task(loop, work(log, "a", 9));
  if (auto slept = co_await sleep(milliseconds(1)); !slept) co_return slept;
  task.cancel("enough");
  if (auto done = co_await task; !done) log("main hears " + done.error().message());
  co_return {};
}
LOOPSCOPE_SCENARIO("tasks", the_message_of_a_request_comes_to_who_waits);

Coroutine<> awaits(Task<std::string> task) {
  (void)co_await task;
  co_return {};
}

Coroutine<> done_callbacks_run_in_their_order_among_who_waits(EventLoop& loop, Log& log) {
  const Task<std::string> task = create_task(loop, work(log, "a", 1));
  on_done(task.base(), [&log] { log("first"); });
  const Task<> waiter = create_task(loop, awaits(task));
  on_done(waiter.base(), [&log] { log("of the waiter"); });
  if (auto turn = co_await yield_now(); !turn) co_return turn;
  on_done(task.base(), [&log] { log("second"); });
  if (auto done = co_await task; !done) co_return done.error();
  log("main");
  on_done(task.base(), [&log] { log("late"); });
  co_return co_await waiter;
}
LOOPSCOPE_SCENARIO("tasks", done_callbacks_run_in_their_order_among_who_waits);

std::string names(const EventLoop& loop) {
  std::vector<std::string> each;
  for (const Ref<TaskBase>& task : all_tasks(loop)) each.push_back(task->name());
  std::ranges::sort(each);
  std::string text;
  for (const std::string& name : each) text += (text.empty() ? "" : " ") + name;
  return text;
}

Coroutine<> a_task_has_the_name_that_it_was_given(EventLoop& loop, Log& log) {
  const Task<std::string> task = create_task(loop, work(log, "a", 1), {.name = "given"});
  log(task.name());
  task.set_name("another");
  log(task.name());
  (co_await this_task()).set_name("main");
  log(names(loop));
  if (auto done = co_await task; !done) co_return done.error();
  log(names(loop));
  co_return {};
}
LOOPSCOPE_SCENARIO("tasks", a_task_has_the_name_that_it_was_given);

class TaskApi : public CutOffTest {};

Coroutine<> awaits_slot(const Task<>& slot) {
  if (auto turn = co_await yield_now(); !turn) co_return turn;
  co_return co_await slot;
}

LOOP_TEST(TaskApi, TasksThatWaitForEachOtherInACircleRefuseToBeCancelled) {
  CutOffLoop loop(host);
  Task<> a;
  Task<> b;
  Task<> c;
  a = create_task(loop, awaits_slot(b));
  b = create_task(loop, awaits_slot(c));
  c = create_task(loop, awaits_slot(b));
  while (loop.has_ready()) RUN_OR_CUT(loop.run_once());
  EXPECT_FALSE(a.cancel());
  EXPECT_FALSE(b.cancel());
  EXPECT_FALSE(a.done());
}

Coroutine<> gathers_slot(EventLoop& loop, const Task<>& slot) {
  if (auto turn = co_await yield_now(); !turn) co_return turn;
  co_return co_await gather(loop, std::vector<Future<>>{slot, slot});
}

LOOP_TEST(TaskApi, TasksThatGatherEachOtherInACircleDoNotHangACancellation) {
  CutOffLoop loop(host);
  Task<> a;
  Task<> b;
  a = create_task(loop, gathers_slot(loop, b));
  b = create_task(loop, gathers_slot(loop, a));
  while (loop.has_ready()) RUN_OR_CUT(loop.run_once());
  a.cancel();
  EXPECT_FALSE(a.done());
}

}  // namespace
}  // namespace loopscope::runtime
