// What asyncio's debug mode says on stderr, with the places of the user's code.
// Not for: what it refuses and shows in reprs (tests/conformance/debug_mode).
#include <gtest/gtest.h>

#include "tests/core/session/run_text.h"

namespace loopscope::session {
namespace {

TEST(DebugMode, a_step_and_a_callback_that_hold_the_loop_for_long_are_named_with_how_long_they_took) {
  Report report = run_text(R"(import asyncio
import time

def slow(seconds):
    time.sleep(seconds)

async def main():
    asyncio.get_running_loop().call_soon(slow, 0.25)
    asyncio.get_running_loop().call_soon(slow, 0.05)
    await asyncio.sleep(1)
    time.sleep(0.5)

asyncio.run(main(), debug=True)
)");
  EXPECT_EQ(report.standard_error,
            "Executing <Handle slow(0.25) at <scenario>:4 created at <scenario>:8> took 0.250 seconds\n"
            "Executing <Task finished name='Task-1' coro=<main() done, defined at <scenario>:7> result=None "
            "created at <scenario>:13> took 0.500 seconds\n");
}

TEST(DebugMode, an_error_that_nobody_looked_at_comes_with_the_place_where_its_task_was_made) {
  Report report = run_text(R"(import asyncio

async def fails():
    raise ValueError(1)

async def main():
    asyncio.create_task(fails())
    await asyncio.sleep(0)
    await asyncio.sleep(0)

asyncio.run(main(), debug=True)
)");
  EXPECT_EQ(report.standard_error,
            "Task exception was never retrieved\n"
            "future: <Task finished name='Task-2' coro=<fails() done, defined at <scenario>:3> "
            "exception=ValueError(1) created at <scenario>:7>\n"
            "source_traceback: Object created at (most recent call last):\n"
            "  File \"<scenario>\", line 7, in main\n"
            "    asyncio.create_task(fails())\n"
            "Traceback (most recent call last):\n"
            "  File \"<scenario>\", line 4, in fails\n"
            "    raise ValueError(1)\n"
            "ValueError: 1\n");
}

TEST(DebugMode, a_coroutine_that_nobody_awaits_says_who_made_it) {
  Report report = run_text(R"(import asyncio

async def forgotten(): pass

async def main():
    forgotten()

asyncio.run(main(), debug=True)
)");
  EXPECT_EQ(report.standard_error,
            "<scenario>:6: RuntimeWarning: coroutine 'forgotten' was never awaited\n"
            "Coroutine created at (most recent call last)\n"
            "  File \"<scenario>\", line 6, in main\n"
            "    forgotten()\n"
            "  forgotten()\n"
            "RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n");
}

}  // namespace
}  // namespace loopscope::session
