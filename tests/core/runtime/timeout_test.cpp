// Timeout and wait_for: the programs of scenarios/timeout.py. Not for: what is cancelled, see
// task_hops_test.cpp.
#include "core/runtime/timeout.h"

#include "core/runtime/callback.h"
#include "core/runtime/wait_for.h"
#include "tests/core/runtime/work.h"

namespace loopscope::runtime {
namespace {

using std::chrono::milliseconds;

std::string yes(bool is) { return is ? "True" : "False"; }

void log_outcome(EventLoop& loop, Log& log, std::string_view name, const auto& result) {
  log(std::string(name) + " " + outcome(result) + ", cancelling " +
      std::to_string(loop.current_task()->cancelling()));
}

Coroutine<> it_cancels_what_is_late_and_takes_the_cancellation_back(EventLoop& loop, Log& log) {
  Timeout early = timeout(loop, milliseconds(2));
  log_outcome(loop, log, "early", co_await early.run(work(log, "a", 1)));
  log("expired " + yes(early.expired()));
  Timeout late = timeout(loop, milliseconds(2));
  log_outcome(loop, log, "late", co_await late.run(work(log, "b", 3)));
  log("expired " + yes(late.expired()));
  Timeout refused = timeout(loop, milliseconds(2));
  log_outcome(loop, log, "refused", co_await refused.run(work(log, "c", 3, "refuses")));
  Timeout failed = timeout(loop, milliseconds(2));
  log_outcome(loop, log, "failed", co_await failed.run(work(log, "d", 3, "fails late")));
  log_outcome(loop, log, "then", co_await work(log, "e", 1));
  co_return {};
}
LOOPSCOPE_SCENARIO("timeout", it_cancels_what_is_late_and_takes_the_cancellation_back);

Coroutine<std::string> nested(EventLoop& loop, Log& log, Timeout& inner) {
  auto result = co_await inner.run(work(log, "a", 9));
  log_outcome(loop, log, "inner", result);
  co_return result;
}

Coroutine<std::string> passes_over(Coroutine<std::string> body) {
  (void)co_await std::move(body);
  co_return "";
}

Coroutine<> the_inner_one_is_blamed_when_it_comes_first(EventLoop& loop, Log& log) {
  Timeout outer = timeout(loop, milliseconds(3));
  Timeout inner = timeout(loop, milliseconds(2));
  (void)co_await outer.run(passes_over(nested(loop, log, inner)));
  log("expired " + yes(outer.expired()) + " " + yes(inner.expired()));
  co_return {};
}
LOOPSCOPE_SCENARIO("timeout", the_inner_one_is_blamed_when_it_comes_first);

Coroutine<> the_outer_one_is_blamed_when_it_comes_first(EventLoop& loop, Log& log) {
  Timeout outer = timeout(loop, milliseconds(2));
  Timeout inner = timeout(loop, milliseconds(3));
  log_outcome(loop, log, "outer", co_await outer.run(nested(loop, log, inner)));
  log("expired " + yes(outer.expired()) + " " + yes(inner.expired()));
  co_return {};
}
LOOPSCOPE_SCENARIO("timeout", the_outer_one_is_blamed_when_it_comes_first);

Coroutine<> of_two_that_come_together_the_outer_one_is_blamed(EventLoop& loop, Log& log) {
  const Microseconds when = loop.time() + milliseconds(2);
  Timeout outer = timeout_at(loop, when);
  Timeout inner = timeout_at(loop, when);
  log_outcome(loop, log, "outer", co_await outer.run(nested(loop, log, inner)));
  log("expired " + yes(outer.expired()) + " " + yes(inner.expired()));
  co_return {};
}
LOOPSCOPE_SCENARIO("timeout", of_two_that_come_together_the_outer_one_is_blamed);

Coroutine<> limited(EventLoop& loop, Log& log) {
  Timeout limit = timeout(loop, milliseconds(2));
  log_outcome(loop, log, "limited", co_await limit.run(work(log, "a", 9)));
  co_return {};
}

Coroutine<> a_cancellation_from_outside_is_none_of_its_own(EventLoop& loop, Log& log) {
  for (const int pause : {1, 2}) {
    const Task<> task = create_task(loop, limited(loop, log));
    if (auto slept = co_await sleep(milliseconds(pause)); !slept) co_return slept;
    task.cancel();
    log_outcome(loop, log, "task", co_await task);
  }
  co_return {};
}
LOOPSCOPE_SCENARIO("timeout", a_cancellation_from_outside_is_none_of_its_own);

Coroutine<> a_cancellation_in_the_turn_of_the_deadline_stays(EventLoop& loop, Log& log) {
  const Task<> task = create_task(loop, limited(loop, log));
  if (auto turn = co_await yield_now(); !turn) co_return turn;
  call_later(loop, milliseconds(2), [task] { task.cancel(); });
  log_outcome(loop, log, "task", co_await task);
  co_return {};
}
LOOPSCOPE_SCENARIO("timeout", a_cancellation_in_the_turn_of_the_deadline_stays);

Coroutine<std::string> moves(Log& log, Timeout& limit, std::optional<Microseconds> deadline) {
  if (auto slept = co_await sleep(milliseconds(1)); !slept) co_return slept.error();
  (void)limit.reschedule(deadline);
  log("has one " + yes(limit.deadline().has_value()));
  co_return co_await work(log, "a", 4);
}

Coroutine<> its_deadline_moves(EventLoop& loop, Log& log) {
  Timeout later = timeout(loop, milliseconds(2));
  log_outcome(loop, log, "later", co_await later.run(moves(log, later, loop.time() + milliseconds(9))));
  Timeout never = timeout(loop, milliseconds(2));
  log_outcome(loop, log, "never", co_await never.run(moves(log, never, std::nullopt)));
  Timeout sooner = timeout(loop, milliseconds(9));
  log_outcome(loop, log, "sooner", co_await sooner.run(moves(log, sooner, loop.time() + milliseconds(3))));
  Timeout past(loop);
  log_outcome(loop, log, "past", co_await past.run(moves(log, past, loop.time() - std::chrono::seconds(1))));
  co_return {};
}
LOOPSCOPE_SCENARIO("timeout", its_deadline_moves);

Coroutine<std::string> ready() { co_return "ready"; }

Coroutine<> no_time_at_all_cancels_at_the_first_wait(EventLoop& loop, Log& log) {
  for (const int delay : {0, -1}) {
    Timeout in_time = timeout(loop, std::chrono::seconds(delay));
    log_outcome(loop, log, "ready", co_await in_time.run(ready()));
    Timeout late = timeout(loop, std::chrono::seconds(delay));
    log_outcome(loop, log, "waits", co_await late.run(work(log, "a", 1)));
  }
  co_return {};
}
LOOPSCOPE_SCENARIO("timeout", no_time_at_all_cancels_at_the_first_wait);

Coroutine<> moves_now(Log& log, Timeout& limit) {
  if (auto moved = limit.reschedule(std::nullopt); !moved) log(moved.error().message());
  co_return {};
}

Coroutine<> yields() { co_return co_await yield_now(); }

Coroutine<> what_it_does_not_allow_it_says(EventLoop& loop, Log& log) {
  Timeout limit = timeout(loop, milliseconds(1));
  (void)co_await moves_now(log, limit);
  log_outcome(loop, log, "runs", co_await limit.run(moves_now(log, limit)));
  (void)co_await moves_now(log, limit);
  log_outcome(loop, log, "again", co_await limit.run(yields()));
  Timeout late = timeout(loop, milliseconds(1));
  log_outcome(loop, log, "late", co_await late.run(work(log, "a", 2)));
  (void)co_await moves_now(log, late);
  co_return {};
}
LOOPSCOPE_SCENARIO("timeout", what_it_does_not_allow_it_says);

Coroutine<> wait_for_without_time_never_starts_a_coroutine(EventLoop& loop, Log& log) {
  for (const int delay : {0, -1}) {
    log_outcome(loop, log, "coroutine", co_await wait_for(work(log, "a", 1), std::chrono::seconds(delay)));
  }
  const Task<std::string> task = create_task(loop, work(log, "b", 5, "refuses"));
  if (auto slept = co_await sleep(milliseconds(1)); !slept) co_return slept;
  log_outcome(loop, log, "task", co_await wait_for(task, milliseconds(0)));
  log_outcome(loop, log, "done", co_await wait_for(task, milliseconds(0)));
  co_return {};
}
LOOPSCOPE_SCENARIO("timeout", wait_for_without_time_never_starts_a_coroutine);

Coroutine<> wait_for_cancels_the_task_that_it_waits_for(EventLoop& loop, Log& log) {
  const Task<std::string> late = create_task(loop, work(log, "a", 5));
  log_outcome(loop, log, "wait_for", co_await wait_for(late, milliseconds(2)));
  log("cancelled " + yes(late.cancelled()));
  const Promise<std::string> promise(loop);
  log_outcome(loop, log, "wait_for", co_await wait_for(promise.future(), milliseconds(2)));
  log("cancelled " + yes(promise.future().cancelled()));
  const Task<std::string> in_time = create_task(loop, work(log, "b", 1));
  log_outcome(loop, log, "wait_for", co_await wait_for(in_time, milliseconds(2)));
  co_return {};
}
LOOPSCOPE_SCENARIO("timeout", wait_for_cancels_the_task_that_it_waits_for);

}  // namespace
}  // namespace loopscope::runtime
