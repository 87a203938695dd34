// What finalizers do to asyncio's objects when the program is over and its loops are torn down.
// Not for: what is dropped while the program runs (tests/conformance).
#include <gtest/gtest.h>

#include "tests/core/session/run_text.h"

namespace loopscope::session {
namespace {

TEST(AfterTheEnd, a_finalizer_may_complete_and_cancel_futures_of_a_loop_that_is_gone) {
  Report report = run_text(R"(import asyncio

class Last:
    def __del__(self):
        self.future.set_result(1)
        print(self.future.result(), self.other.cancel(), self.task.cancel(), self.task.done())
        self.future.add_done_callback(print)

async def waits():
    await asyncio.sleep(5)

async def main():
    last.task = asyncio.create_task(waits())
    await asyncio.sleep(0.1)

loop = asyncio.new_event_loop()
loop.set_exception_handler(lambda loop, context: None)
last = Last()
last.future, last.other = loop.create_future(), loop.create_future()
for future in (last.future, last.other):
    future.add_done_callback(print)
loop.run_until_complete(main())
)");
  EXPECT_EQ(report.standard_output, "1 True False True\n");
  EXPECT_EQ(report.standard_error, "");
  EXPECT_EQ(report.exit_status, 0);
}

}  // namespace
}  // namespace loopscope::session
