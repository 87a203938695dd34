// Running a scenario whole and in pieces. Not for: expectations of any one primitive.
#include "tests/core/runtime/scenario.h"

namespace loopscope::runtime {
namespace {

constexpr Microseconds kRequestTime{1000};

// True when it was cut; false when it ended by itself before.
bool run_steps(Scenario scenario, std::uint64_t steps) {
  ManualHost host;
  host.answer_all_after(kRequestTime, 200);
  host.questions_per_slice = 1;
  EventLoop loop(host, {.steps_per_slice_check = 1});
  Log log(loop);
  const Task<> main = create_task(loop, scenario(loop, log));
  while (loop.steps() < steps) {
    const Progress progress = loop.run_once();
    if (progress.kind == Progress::Kind::Stuck) return false;
  }
  return loop.task_count() > 0;
}

}  // namespace

void expect_log(Scenario scenario, const std::vector<std::string>& expected) {
  {
    ManualHost host;
    host.answer_all_after(kRequestTime, 200);
    EventLoop loop(host);
    Log log(loop);
    const Result<> ran = run(loop, scenario(loop, log));
    log(ran ? "end" : "end " + ran.error().message());
    EXPECT_EQ(log.lines, expected);
  }
  EXPECT_EQ(Counted::alive(), 0U);
  cut_after_every_step(scenario);
}

void cut_after_every_step(Scenario scenario) {
  for (std::uint64_t steps = 0; run_steps(scenario, steps); ++steps) {
    ASSERT_EQ(Counted::alive(), 0U) << "after " << steps << " steps";
  }
  EXPECT_EQ(Counted::alive(), 0U);
}

}  // namespace loopscope::runtime
