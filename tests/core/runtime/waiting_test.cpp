// wait, as_completed, shield, gather_results and eager tasks: the programs of scenarios/waiting.py. Not for:
// gather itself (gather_hops_test.cpp).
#include <algorithm>

#include "core/runtime/as_completed.h"
#include "core/runtime/callback.h"
#include "core/runtime/eager_task.h"
#include "core/runtime/shield.h"
#include "core/runtime/wait.h"
#include "tests/core/runtime/work.h"

namespace loopscope::runtime {
namespace {

using std::chrono::milliseconds;

std::string yes(bool is) { return is ? "True" : "False"; }

struct Work {
  std::string name;
  int milliseconds;
  std::string_view end = "";
};

std::vector<Task<std::string>> start(EventLoop& loop, Log& log, const std::vector<Work>& works) {
  std::vector<Task<std::string>> tasks;
  for (const Work& each : works) {
    tasks.push_back(
        create_task(loop, work(log, each.name, each.milliseconds, each.end), {.name = each.name}));
  }
  return tasks;
}

std::string names(std::vector<Task<std::string>> tasks) {
  std::ranges::sort(tasks, {}, [](const auto& task) { return task.name(); });
  std::string text;
  for (const auto& task : tasks) text += (text.empty() ? "" : " ") + task.name();
  return text;
}

Coroutine<> log_wait(Log& log, std::vector<Task<std::string>> tasks, WaitOptions options = {}) {
  auto waited = co_await wait(std::move(tasks), options);
  if (!waited) co_return waited.error();
  log("done " + names(waited->done) + "; pending " + names(waited->pending));
  co_return {};
}

Coroutine<> log_outcomes(Log& log, std::vector<Task<std::string>> tasks) {
  for (const auto& task : tasks) log(outcome(co_await task));
  co_return {};
}

Coroutine<> it_waits_for_all_of_them_or_for_the_first(EventLoop& loop, Log& log) {
  auto tasks = start(loop, log, {{"a", 2}, {"b", 1}, {"c", 3, "fails"}});
  (void)co_await log_wait(log, tasks, {.return_when = ReturnWhen::FirstCompleted});
  (void)co_await log_wait(log, tasks, {.return_when = ReturnWhen::FirstCompleted});
  (void)co_await log_wait(log, tasks);
  std::vector<Task<std::string>> twice = tasks;
  twice.push_back(tasks[0]);
  (void)co_await log_wait(log, twice);
  co_return co_await log_outcomes(log, tasks);
}
LOOPSCOPE_SCENARIO("waiting", it_waits_for_all_of_them_or_for_the_first);

Coroutine<> the_first_error_ends_it_a_cancellation_does_not(EventLoop& loop, Log& log) {
  auto tasks = start(loop, log, {{"a", 4}, {"b", 2, "fails"}, {"c", 3}});
  call_later(loop, milliseconds(1), [task = tasks[2]] { task.cancel(); });
  (void)co_await log_wait(log, tasks, {.return_when = ReturnWhen::FirstException});
  (void)co_await log_outcomes(log, tasks);
  tasks = start(loop, log, {{"a", 1}, {"b", 2}});
  co_return co_await log_wait(log, tasks, {.return_when = ReturnWhen::FirstException});
}
LOOPSCOPE_SCENARIO("waiting", the_first_error_ends_it_a_cancellation_does_not);

Coroutine<> its_time_may_be_over_without_an_error(EventLoop& loop, Log& log) {
  auto tasks = start(loop, log, {{"a", 1}, {"b", 5}});
  (void)co_await log_wait(log, tasks, {.timeout = milliseconds(3)});
  (void)co_await log_wait(log, tasks, {.timeout = milliseconds(0)});
  (void)co_await log_wait(log, tasks, {.timeout = std::chrono::seconds(9)});
  if (auto slept = co_await sleep(milliseconds(20)); !slept) co_return slept;
  log("no alarm is left");
  co_return {};
}
LOOPSCOPE_SCENARIO("waiting", its_time_may_be_over_without_an_error);

Coroutine<> who_waits_may_be_cancelled_and_cancels_nobody(EventLoop& loop, Log& log) {
  auto tasks = start(loop, log, {{"a", 3}});
  const Task<> waiter = create_task(loop, log_wait(log, tasks, {.timeout = std::chrono::seconds(8)}));
  if (auto slept = co_await sleep(milliseconds(1)); !slept) co_return slept;
  waiter.cancel();
  log(outcome(co_await waiter));
  co_return co_await log_outcomes(log, tasks);
}
LOOPSCOPE_SCENARIO("waiting", who_waits_may_be_cancelled_and_cancels_nobody);

Coroutine<> nothing_to_wait_for_is_refused(EventLoop& /*loop*/, Log& log) {
  auto waited = co_await wait(std::vector<Task<std::string>>());
  if (!waited) log(waited.error().message());
  co_return {};
}
LOOPSCOPE_SCENARIO("waiting", nothing_to_wait_for_is_refused);

Coroutine<> log_in_order(EventLoop& loop, Log& log, std::vector<Task<std::string>> tasks) {
  AsCompleted<Task<std::string>> finished(loop, std::move(tasks));
  while (finished.left() > 0) {
    auto task = co_await finished.next();
    if (!task) co_return task.error();
    log("next " + outcome(task->result()));
  }
  co_return {};
}

Coroutine<> as_completed_gives_each_when_it_is_done(EventLoop& loop, Log& log) {
  auto tasks = start(loop, log, {{"a", 3}, {"b", 1}, {"c", 2, "fails"}, {"d", 1}});
  call_later(loop, Microseconds(1500), [task = tasks[0]] { task.cancel(); });
  if (auto done = co_await log_in_order(loop, log, tasks); !done) co_return done;
  co_return co_await log_in_order(loop, log, {tasks[1]});
}
LOOPSCOPE_SCENARIO("waiting", as_completed_gives_each_when_it_is_done);

Coroutine<> as_completed_says_when_its_time_is_over(EventLoop& loop, Log& log) {
  auto tasks = start(loop, log, {{"a", 5}, {"b", 1}, {"c", 6}});
  {
    auto finished = as_completed(loop, tasks, milliseconds(3));
    for (int i = 0; i < 3; ++i) {
      auto task = co_await finished.next();
      log("next " + (task ? outcome(task->result()) : words(task.error())));
    }
  }
  if (auto done = co_await log_outcomes(log, tasks); !done) co_return done;
  tasks = start(loop, log, {{"a", 1}, {"b", 1}});
  auto finished = as_completed(loop, tasks, milliseconds(2));
  while (finished.left() > 0) {
    auto task = co_await finished.next();
    log("next " + (task ? outcome(task->result()) : words(task.error())));
  }
  if (auto slept = co_await sleep(milliseconds(5)); !slept) co_return slept;
  log("no alarm is left");
  co_return {};
}
LOOPSCOPE_SCENARIO("waiting", as_completed_says_when_its_time_is_over);

Coroutine<> shielded(Log& log, Task<std::string> task) {
  log("shielded " + outcome(co_await shield(task)));
  co_return {};
}

Coroutine<> a_shield_keeps_a_cancellation_from_its_task(EventLoop& loop, Log& log) {
  const Task<std::string> task = create_task(loop, work(log, "a", 3));
  const Task<> waiter = create_task(loop, shielded(log, task));
  if (auto slept = co_await sleep(milliseconds(1)); !slept) co_return slept;
  waiter.cancel();
  if (auto done = co_await waiter; !done) co_return done;
  log(outcome(co_await shield(task)));
  log(outcome(co_await shield(task)));
  co_return {};
}
LOOPSCOPE_SCENARIO("waiting", a_shield_keeps_a_cancellation_from_its_task);

Coroutine<> a_shield_ends_as_its_task_does(EventLoop& loop, Log& log) {
  log(outcome(co_await shield(loop, work(log, "a", 1))));
  log(outcome(co_await shield(loop, work(log, "b", 1, "fails"))));
  const Task<std::string> task = create_task(loop, work(log, "c", 2));
  call_later(loop, milliseconds(1), [task] { task.cancel(); });
  log(outcome(co_await shield(task)));
  co_return {};
}
LOOPSCOPE_SCENARIO("waiting", a_shield_ends_as_its_task_does);

Coroutine<> a_shield_that_was_cancelled_first_lets_the_task_fail_alone(EventLoop& loop, Log& log) {
  const Task<std::string> task = create_task(loop, work(log, "a", 2, "fails"));
  Future<std::string> of_task = shield(task);
  call_later(loop, milliseconds(1), [of_task] { of_task.cancel(); });
  log(outcome(co_await of_task));
  log(outcome(co_await task));
  of_task = shield(loop, work(log, "b", 1));
  if (auto slept = co_await sleep(milliseconds(1)); !slept) co_return slept;
  log("cancel " + yes(of_task.cancel()));
  log(outcome(co_await of_task));
  co_return {};
}
LOOPSCOPE_SCENARIO("waiting", a_shield_that_was_cancelled_first_lets_the_task_fail_alone);

Coroutine<int> number() {
  if (auto slept = co_await sleep(milliseconds(1)); !slept) co_return slept.error();
  co_return 5;
}

Coroutine<> gather_gives_errors_of_different_types_in_their_places(EventLoop& loop, Log& log) {
  auto both = co_await gather_results(loop, work(log, "a", 2, "fails"), number());
  if (!both) co_return both.error();
  auto& [first, second] = *both;
  log(first.error().message() + " " + std::to_string(*second));
  co_return {};
}
LOOPSCOPE_SCENARIO("waiting", gather_gives_errors_of_different_types_in_their_places);

Coroutine<std::string> eager(Log& log, std::string name, int depth) {
  TaskBase& me = co_await this_task();
  const std::string level = name + std::to_string(depth);
  log(level + " in " + me.name());
  if (depth > 0) {
    const std::string name_below = name + std::to_string(depth - 1);
    const Task<std::string> below = co_await start_eagerly(eager(log, name, depth - 1), {.name = name_below});
    log(level + " again in " + me.loop().current_task()->name() + ", below done " + yes(below.done()));
    if (auto ended = co_await below; !ended) co_return ended.error();
  } else if (name == "waits") {
    if (auto turn = co_await yield_now(); !turn) co_return turn.error();
  }
  log(level + " ends");
  co_return name;
}

Coroutine<> a_task_that_begins_eagerly_runs_until_it_waits(EventLoop& loop, Log& log) {
  (co_await this_task()).set_name("main");
  for (const std::string name : {"waits", "ready"}) {
    const std::string task_name = name + "2";
    const Task<std::string> task = co_await start_eagerly(eager(log, name, 2), {.name = task_name});
    log("main done " + yes(task.done()));
    log(outcome(co_await task));
    log("left " + std::to_string(all_tasks(loop).size()));
  }
  co_return {};
}
LOOPSCOPE_SCENARIO("waiting", a_task_that_begins_eagerly_runs_until_it_waits);

Coroutine<std::string> fails() { co_return Error(ErrorKind::Failed, "at once"); }

Coroutine<> an_eager_task_may_fail_or_be_cancelled_where_it_waits(EventLoop& /*loop*/, Log& log) {
  const Task<std::string> failed = co_await start_eagerly(fails());
  log("done " + yes(failed.done()));
  log(outcome(co_await failed));
  const Task<std::string> cancelled = co_await start_eagerly(work(log, "a", 5));
  cancelled.cancel();
  log(outcome(co_await cancelled));
  co_return {};
}
LOOPSCOPE_SCENARIO("waiting", an_eager_task_may_fail_or_be_cancelled_where_it_waits);

}  // namespace
}  // namespace loopscope::runtime
