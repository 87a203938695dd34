// A task that starts eagerly, as the trace tells it. Not for: what it prints (tests/conformance/eager_tasks).
#include <gtest/gtest.h>

#include "core/trace/batch_reader.h"
#include "tests/core/session/run_text.h"

namespace loopscope::session {
namespace {

TEST(EagerStart, the_first_step_lies_between_two_halves_of_its_makers_step) {
  host::SimulatedNetwork network(1);
  NoSink sink;
  host::VirtualHost host(network, sink);
  Session session(split_scenario(R"(import asyncio

async def child():
    await asyncio.sleep(1)

async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    await asyncio.create_task(child())

asyncio.run(main())
)"),
                  0, {}, host);
  while (session.pump() != PumpState::Finished) {
  }
  std::vector<std::byte> bytes;
  ASSERT_TRUE(session.drain_trace(bytes));
  const auto batch = trace::read_batch(bytes);
  ASSERT_TRUE(batch);
  std::vector<trace::TaskId> steps;
  bool open = false;
  for (const trace::Record& record : batch->records) {
    if (record.kind == trace::Kind::StepBegin) {
      EXPECT_FALSE(std::exchange(open, true)) << "two steps at once";
      steps.push_back(record.subject);
    } else if (record.kind == trace::Kind::StepEnd) {
      EXPECT_TRUE(std::exchange(open, false));
      EXPECT_EQ(record.subject, steps.back());
    }
  }
  while (steps.size() > 1 && steps.back() == 0) steps.pop_back();  // the program's end
  EXPECT_EQ(steps, (std::vector<trace::TaskId>{0, 1, 2, 1, 2, 1}));
}

}  // namespace
}  // namespace loopscope::session
