// TaskGroup: the programs of scenarios/task_group.py. Not for: Timeout alone (timeout_test.cpp).
#include "core/runtime/task_group.h"

#include "core/runtime/timeout.h"
#include "tests/core/runtime/work.h"

namespace loopscope::runtime {
namespace {

using std::chrono::milliseconds;

struct Work {
  std::string name;
  int milliseconds;
  std::string_view end = "";
};
using Works = std::vector<Work>;

Coroutine<std::string> start_all(Log& log, TaskGroup& group, Works works,
                                 std::optional<Coroutine<std::string>> body) {
  for (const Work& each : works) (void)group.create_task(work(log, each.name, each.milliseconds, each.end));
  if (body) {
    if (auto done = co_await *std::move(body); !done) co_return done;
  }
  co_return "left";
}

Coroutine<std::string> group_of_works(EventLoop& loop, Log& log, Works works,
                                      std::optional<Coroutine<std::string>> body = std::nullopt) {
  TaskGroup group(loop);
  co_return co_await group.run(start_all(log, group, std::move(works), std::move(body)));
}

void log_outcome(EventLoop& loop, Log& log, std::string_view name, const auto& result) {
  log(std::string(name) + " " + outcome(result) + ", cancelling " +
      std::to_string(loop.current_task()->cancelling()));
}

Coroutine<> it_waits_for_its_tasks(EventLoop& loop, Log& log) {
  log_outcome(loop, log, "two", co_await group_of_works(loop, log, {{"a", 2}, {"b", 1}}));
  log_outcome(loop, log, "none", co_await group_of_works(loop, log, {}));
  log_outcome(loop, log, "body", co_await group_of_works(loop, log, {{"c", 1}}, work(log, "body", 2)));
  co_return {};
}
LOOPSCOPE_SCENARIO("task_group", it_waits_for_its_tasks);

Coroutine<> a_task_that_fails_cancels_the_others(EventLoop& loop, Log& log) {
  for (const Works& works :
       {Works{{"a", 9}, {"b", 1, "fails"}}, Works{{"a", 1, "fails"}, {"b", 1, "fails"}},
        Works{{"a", 9, "fails late"}, {"b", 1, "fails"}}, Works{{"a", 2, "refuses"}, {"b", 1, "fails"}}}) {
    log_outcome(loop, log, "group", co_await group_of_works(loop, log, works));
  }
  co_return {};
}
LOOPSCOPE_SCENARIO("task_group", a_task_that_fails_cancels_the_others);

Coroutine<> a_task_that_fails_cancels_the_body(EventLoop& loop, Log& log) {
  for (const std::string_view end : {"", "refuses", "fails late"}) {
    log_outcome(loop, log, "group",
                co_await group_of_works(loop, log, {{"a", 1, "fails"}}, work(log, "body", 9, end)));
  }
  log_outcome(loop, log, "then", co_await work(log, "b", 1));
  co_return {};
}
LOOPSCOPE_SCENARIO("task_group", a_task_that_fails_cancels_the_body);

Coroutine<> a_body_that_fails_cancels_the_tasks(EventLoop& loop, Log& log) {
  log_outcome(loop, log, "group",
              co_await group_of_works(loop, log, {{"a", 9}}, work(log, "body", 1, "fails")));
  log_outcome(loop, log, "group",
              co_await group_of_works(loop, log, {{"a", 9, "fails late"}}, work(log, "body", 1, "fails")));
  co_return {};
}
LOOPSCOPE_SCENARIO("task_group", a_body_that_fails_cancels_the_tasks);

Coroutine<std::string> cancels_one(Log& log, TaskGroup& group) {
  auto task = group.create_task(work(log, "a", 9));
  (void)group.create_task(work(log, "b", 2));
  if (auto slept = co_await sleep(milliseconds(1)); !slept) co_return slept.error();
  if (task) task->cancel();
  co_return "left";
}

Coroutine<> a_task_that_is_cancelled_is_no_error(EventLoop& loop, Log& log) {
  TaskGroup group(loop);
  log_outcome(loop, log, "group", co_await group.run(cancels_one(log, group)));
  co_return {};
}
LOOPSCOPE_SCENARIO("task_group", a_task_that_is_cancelled_is_no_error);

Coroutine<> whole(EventLoop& loop, Log& log, Works works, std::optional<Coroutine<std::string>> body) {
  log_outcome(loop, log, "group", co_await group_of_works(loop, log, std::move(works), std::move(body)));
  log_outcome(loop, log, "next", co_await work(log, "next", 1));
  co_return {};
}

Coroutine<> cancelled_after(EventLoop& loop, Log& log, int pause, Works works,
                            std::optional<Coroutine<std::string>> body = std::nullopt) {
  const Task<> task = create_task(loop, whole(loop, log, std::move(works), std::move(body)));
  if (auto slept = co_await sleep(milliseconds(pause)); !slept) co_return slept;
  task.cancel();
  log_outcome(loop, log, "task", co_await task);
  co_return {};
}

Coroutine<> a_cancellation_from_outside_cancels_all_and_is_passed_on(EventLoop& loop, Log& log) {
  if (auto done = co_await cancelled_after(loop, log, 2, {{"a", 9}, {"b", 1}}); !done) co_return done;
  co_return co_await cancelled_after(loop, log, 1, {{"a", 9}}, work(log, "body", 9));
}
LOOPSCOPE_SCENARIO("task_group", a_cancellation_from_outside_cancels_all_and_is_passed_on);

Coroutine<> a_cancellation_from_outside_that_meets_with_errors_is_asked_for_again(EventLoop& loop, Log& log) {
  co_return co_await cancelled_after(loop, log, 1, {{"a", 9, "fails late"}});
}
LOOPSCOPE_SCENARIO("task_group", a_cancellation_from_outside_that_meets_with_errors_is_asked_for_again);

Coroutine<> slow(Log& log, std::string name) {
  auto slept = co_await sleep(milliseconds(9));
  if (slept) co_return {};
  if (auto again = co_await sleep(milliseconds(2)); !again) co_return again;
  log(name + " ended slowly");
  co_return slept;
}

Coroutine<> starts_slow_and_failing(Log& log, TaskGroup& group) {
  (void)group.create_task(slow(log, "a"));
  (void)group.create_task(work(log, "b", 1, "fails"));
  co_return {};
}

Coroutine<> aborts(EventLoop& loop, Log& log) {
  TaskGroup group(loop);
  co_return co_await group.run(starts_slow_and_failing(log, group));
}

Coroutine<> aborts_and_goes_on(EventLoop& loop, Log& log) {
  log_outcome(loop, log, "group", co_await aborts(loop, log));
  log_outcome(loop, log, "next", co_await work(log, "next", 1));
  co_return {};
}

Coroutine<> a_cancellation_from_outside_while_it_aborts_is_asked_for_again(EventLoop& loop, Log& log) {
  const Task<> task = create_task(loop, aborts_and_goes_on(loop, log));
  if (auto slept = co_await sleep(milliseconds(2)); !slept) co_return slept;
  task.cancel();
  log_outcome(loop, log, "task", co_await task);
  co_return {};
}
LOOPSCOPE_SCENARIO("task_group", a_cancellation_from_outside_while_it_aborts_is_asked_for_again);

Coroutine<> starts_slow(Log& log, TaskGroup& group) {
  (void)group.create_task(slow(log, "a"));
  co_return {};
}

Coroutine<> whole_of_slow(EventLoop& loop, Log& log) {
  TaskGroup group(loop);
  co_return co_await group.run(starts_slow(log, group));
}

Coroutine<> cancelled_twice_it_still_waits_for_its_tasks(EventLoop& loop, Log& log) {
  const Task<> task = create_task(loop, whole_of_slow(loop, log));
  for (int i = 0; i < 2; ++i) {
    if (auto slept = co_await sleep(milliseconds(1)); !slept) co_return slept;
    task.cancel();
  }
  log(outcome(co_await task));
  log("cancelling " + std::to_string(task.cancelling()));
  co_return {};
}
LOOPSCOPE_SCENARIO("task_group", cancelled_twice_it_still_waits_for_its_tasks);

Coroutine<> groups_nest(EventLoop& loop, Log& log) {
  log_outcome(loop, log, "inner fails",
              co_await group_of_works(loop, log, {{"a", 9}},
                                      group_of_works(loop, log, {{"b", 9}, {"c", 1, "fails"}})));
  log_outcome(loop, log, "outer fails",
              co_await group_of_works(loop, log, {{"a", 1, "fails"}}, group_of_works(loop, log, {{"b", 9}})));
  log_outcome(loop, log, "both fail",
              co_await group_of_works(loop, log, {{"a", 1, "fails"}},
                                      group_of_works(loop, log, {{"b", 1, "fails"}})));
  log_outcome(loop, log, "inner fails late",
              co_await group_of_works(loop, log, {{"a", 1, "fails"}},
                                      group_of_works(loop, log, {{"b", 9, "fails late"}})));
  co_return {};
}
LOOPSCOPE_SCENARIO("task_group", groups_nest);

Coroutine<std::string> under(EventLoop& loop, int limit_ms, Coroutine<std::string> body) {
  Timeout limit = timeout(loop, milliseconds(limit_ms));
  co_return co_await limit.run(std::move(body));
}

Coroutine<> a_timeout_around_it_or_inside_it_is_blamed_for_its_own(EventLoop& loop, Log& log) {
  log_outcome(loop, log, "around", co_await under(loop, 1, group_of_works(loop, log, {{"a", 9}})));
  log_outcome(loop, log, "inside",
              co_await group_of_works(loop, log, {{"b", 9}}, under(loop, 1, work(log, "body", 9))));
  log_outcome(loop, log, "both",
              co_await under(loop, 1, group_of_works(loop, log, {{"c", 9, "fails late"}})));
  co_return {};
}
LOOPSCOPE_SCENARIO("task_group", a_timeout_around_it_or_inside_it_is_blamed_for_its_own);

Coroutine<> sleeps() { co_return co_await sleep(milliseconds(1)); }

void attempt(Log& log, TaskGroup& group) {
  auto task = group.create_task(sleeps());
  log(task ? "took it" : task.error().message());
}

Coroutine<> late(Log& log, TaskGroup& group) {
  if (auto slept = co_await sleep(milliseconds(1)); !slept) co_return slept;
  attempt(log, group);
  if (auto slept = co_await sleep(milliseconds(9)); slept) co_return {};
  attempt(log, group);
  co_return Error(ErrorKind::Failed, "late");
}

Coroutine<> takes(Log& log, TaskGroup& group) {
  attempt(log, group);
  (void)group.create_task(late(log, group));
  (void)group.create_task(work(log, "a", 3, "fails"));
  co_return {};
}

Coroutine<> it_takes_tasks_until_it_ends_or_fails(EventLoop& loop, Log& log) {
  TaskGroup group(loop);
  attempt(log, group);
  log_outcome(loop, log, "group", co_await group.run(takes(log, group)));
  attempt(log, group);
  co_return {};
}
LOOPSCOPE_SCENARIO("task_group", it_takes_tasks_until_it_ends_or_fails);

}  // namespace
}  // namespace loopscope::runtime
