// Barrier: the programs of scenarios/barrier.py. Not for: Condition, on which it is built.
#include "core/runtime/barrier.h"

#include "core/runtime/sleep.h"
#include "tests/core/runtime/cut_off.h"
#include "tests/core/runtime/scenario.h"

namespace loopscope::runtime {
namespace {

using std::chrono::milliseconds;

Coroutine<> passes(Log& log, Barrier& barrier, std::string name) {
  if (auto turn = co_await yield_now(); !turn) co_return turn;
  auto index = co_await barrier.wait();
  if (index) {
    log(name + " index " + std::to_string(*index));
  } else if (index.error().is(ErrorKind::BrokenBarrier)) {
    log(name + " " + index.error().message());
  } else {
    co_return index.error();
  }
  co_return {};
}

void start(EventLoop& loop, Log& log, Barrier& barrier, std::string_view names, std::vector<Task<>>& tasks) {
  for (const char name : names)
    tasks.push_back(create_task(loop, passes(log, barrier, std::string(1, name))));
}

Coroutine<> results(Log& log, const std::vector<Task<>>& tasks) {
  for (const Task<>& task : tasks) {
    if (auto done = co_await task; !done) {
      if (!task.done()) co_return done;
      log("lost");
    }
  }
  co_return {};
}

void log_broken(Log& log, const Barrier& barrier) { log(barrier.broken() ? "broken True" : "broken False"); }

Coroutine<> it_opens_for_all_when_it_is_full_again_and_again(EventLoop& loop, Log& log) {
  Barrier barrier(loop, 2);
  std::vector<Task<>> tasks;
  start(loop, log, barrier, "abcde", tasks);
  if (auto slept = co_await sleep(milliseconds(1)); !slept) co_return slept;
  log("waiting " + std::to_string(barrier.waiting()));
  start(loop, log, barrier, "f", tasks);
  co_return co_await results(log, tasks);
}
LOOPSCOPE_SCENARIO("barrier", it_opens_for_all_when_it_is_full_again_and_again);

Coroutine<> a_cancelled_one_leaves_its_place(EventLoop& loop, Log& log) {
  Barrier barrier(loop, 3);
  std::vector<Task<>> tasks;
  start(loop, log, barrier, "ab", tasks);
  if (auto slept = co_await sleep(milliseconds(1)); !slept) co_return slept;
  tasks[0].cancel();
  for (int i = 0; i < 2; ++i) {
    if (auto turn = co_await yield_now(); !turn) co_return turn;
  }
  log("waiting " + std::to_string(barrier.waiting()));
  start(loop, log, barrier, "cd", tasks);
  co_return co_await results(log, tasks);
}
LOOPSCOPE_SCENARIO("barrier", a_cancelled_one_leaves_its_place);

Coroutine<> a_reset_breaks_those_who_wait(EventLoop& loop, Log& log) {
  Barrier barrier(loop, 3);
  std::vector<Task<>> tasks;
  start(loop, log, barrier, "ab", tasks);
  if (auto slept = co_await sleep(milliseconds(1)); !slept) co_return slept;
  if (auto reset = co_await barrier.reset(); !reset) co_return reset;
  log_broken(log, barrier);
  start(loop, log, barrier, "cde", tasks);
  co_return co_await results(log, tasks);
}
LOOPSCOPE_SCENARIO("barrier", a_reset_breaks_those_who_wait);

Coroutine<> an_abort_breaks_it_until_a_reset(EventLoop& loop, Log& log) {
  Barrier barrier(loop, 2);
  std::vector<Task<>> tasks;
  start(loop, log, barrier, "a", tasks);
  if (auto slept = co_await sleep(milliseconds(1)); !slept) co_return slept;
  if (auto aborted = co_await barrier.abort(); !aborted) co_return aborted;
  log_broken(log, barrier);
  start(loop, log, barrier, "b", tasks);
  if (auto done = co_await results(log, tasks); !done) co_return done;
  if (auto reset = co_await barrier.reset(); !reset) co_return reset;
  log_broken(log, barrier);
  std::vector<Task<>> more;
  start(loop, log, barrier, "cd", more);
  co_return co_await results(log, more);
}
LOOPSCOPE_SCENARIO("barrier", an_abort_breaks_it_until_a_reset);

class BarrierMisuse : public CutOffTest {};

LOOP_TEST(BarrierMisuse, ABarrierOfNobodyIsRefused) {
  CutOffLoop loop(host);
  Barrier barrier(loop, 0);
  Result<std::size_t> index;
  RUN_OR_CUT(index = run(loop, barrier.wait()));
  ASSERT_FALSE(index);
  EXPECT_EQ(index.error().message(), "parties must be > 0");
}

}  // namespace
}  // namespace loopscope::runtime
