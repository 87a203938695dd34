// A session from its text to its report: output, figures, exit statuses, the blocking twin, what waits for
// ever. Not for: what Python prints in detail (tests/conformance).
#include "core/session/session.h"

#include <gtest/gtest.h>

#include "core/session/report_json.h"
#include "tests/core/session/run_text.h"

namespace loopscope::session {
namespace {

using std::string;

constexpr std::string_view kDelivery = R"(import asyncio

async def cook(minutes):
    await asyncio.sleep(minutes)
    return minutes

async def main():
    print(await asyncio.gather(cook(5), cook(3), cook(4)))

asyncio.run(main())
)";

TEST(Session, gathers_three_meals_in_the_time_of_the_longest) {
  Report report = run_text(kDelivery);
  EXPECT_EQ(report.standard_output, "[5, 3, 4]\n");
  EXPECT_EQ(report.standard_error, "");
  EXPECT_EQ(report.exit_status, 0);
  EXPECT_EQ(report.elapsed.count() / 1'000'000, 5);
  EXPECT_EQ(report.tasks, 4u);
  EXPECT_EQ(report.peak_waiting, 3u);
  EXPECT_EQ(report.blocked.count(), 0);
}

TEST(Session, the_blocking_twin_takes_the_sum_and_says_who_held_the_loop) {
  Report report = run_text(kDelivery, {.mode = Mode::Blocking});
  EXPECT_EQ(report.standard_output, "[5, 3, 4]\n");
  EXPECT_EQ(report.elapsed.count() / 1'000'000, 12);
  EXPECT_EQ(report.blocked.count(), 12'000'000);
  EXPECT_EQ(report.peak_waiting, 0u);
}

TEST(Session, a_sync_program_blocks_its_own_thread) {
  Report report = run_text("import time\nfor n in (5, 3, 4):\n    time.sleep(n)\nprint('done')\n");
  EXPECT_EQ(report.standard_output, "done\n");
  EXPECT_EQ(report.elapsed.count(), 12'000'000);
  EXPECT_EQ(report.blocked.count(), 12'000'000);
  EXPECT_EQ(report.tasks, 0u);
}

TEST(Session, forty_requests_take_long_one_by_one_and_short_together) {
  string start = "URLS = [f'https://{n}.com' for n in ('naver', 'google', 'instagram', 'youtube')] * 10\n";
  Report sync = run_text(
      start + "import requests\nwith requests.Session() as s:\n    for u in URLS:\n        s.get(u)\n");
  EXPECT_EQ(sync.exit_status, 0) << sync.standard_error;
  EXPECT_EQ(sync.requests, 40u);
  EXPECT_NEAR(static_cast<double>(sync.elapsed.count()) / 1e6, 21.5, 0.8);
  Report together = run_text(start + R"(import asyncio, aiohttp
async def fetch(session, url):
    async with session.get(url) as response:
        return len(await response.text())
async def main():
    async with aiohttp.ClientSession() as session:
        print(len(await asyncio.gather(*[fetch(session, u) for u in URLS])))
asyncio.run(main())
)");
  EXPECT_EQ(together.standard_output, "40\n") << together.standard_error;
  EXPECT_NEAR(static_cast<double>(together.elapsed.count()) / 1e6, 1.38, 0.07);
  EXPECT_EQ(together.requests, 40u);
}

TEST(Session, an_error_ends_the_program_with_its_place) {
  Report report = run_text("def f():\n    가 = 1 / 0\n\nf()\n", {.file_name = "x.py"});
  EXPECT_EQ(report.exit_status, 1);
  EXPECT_TRUE(report.standard_error.ends_with("ZeroDivisionError: division by zero\n"))
      << report.standard_error;
  ASSERT_TRUE(report.error.has_value());
  EXPECT_EQ(report.error->line, 2);
  EXPECT_EQ(report.error->column, 9);
  EXPECT_EQ(report.error->end_column, 14);
  EXPECT_EQ(report.error->message, "ZeroDivisionError: division by zero");
}

TEST(Session, a_text_that_does_not_compile_is_a_run_that_fails_at_once) {
  Report report = run_text("print(1)\nprint((2)\n", {.file_name = "x.py"});
  EXPECT_EQ(report.exit_status, 1);
  EXPECT_EQ(report.standard_output, "");
  EXPECT_TRUE(report.standard_error.ends_with("SyntaxError: '(' was never closed\n"));
  ASSERT_TRUE(report.error.has_value());
  EXPECT_EQ(report.error->line, 2);
}

TEST(Session, an_exit_status_is_the_scripts_own) {
  EXPECT_EQ(run_text("import sys\nsys.exit(7)\n").exit_status, 7);
  EXPECT_EQ(run_text("raise SystemExit\n").exit_status, 0);
  Report words = run_text("raise SystemExit('bye')\n");
  EXPECT_EQ(words.exit_status, 1);
  EXPECT_EQ(words.standard_error, "bye\n");
  EXPECT_FALSE(words.error.has_value());
}

TEST(Session, what_waits_for_ever_is_told_and_ends_with_97) {
  Report report = run_text(R"(import asyncio
async def left(): await right_task
async def right(): await left_task
async def main():
    global left_task, right_task
    left_task = asyncio.create_task(left(), name='left')
    right_task = asyncio.create_task(right(), name='right')
    await left_task
asyncio.run(main())
)");
  EXPECT_EQ(report.exit_status, 97);
  ASSERT_EQ(report.waiting_forever.size(), 3u);
  EXPECT_NE(report.waiting_forever[1].find("'left'"), string::npos);
  EXPECT_NE(report.waiting_forever[1].find("line 2"), string::npos);
  EXPECT_NE(report.waiting_forever[1].find("waits for task 3"), string::npos);
}

TEST(Session, a_limit_of_time_ends_the_run_and_says_so) {
  Report report = run_text("import time\nwhile True:\n    time.sleep(1)\n",
                           {.time_limit = runtime::Microseconds{10'000'000}});
  EXPECT_TRUE(report.time_limit_reached);
  EXPECT_FALSE(report.exit_status.has_value());
  EXPECT_EQ(report.elapsed.count(), 10'000'000);
  EXPECT_NE(report.standard_error.find("10 s"), string::npos);
  report = run_text("import asyncio\nasyncio.run(asyncio.sleep(1000))\n",
                    {.time_limit = runtime::Microseconds{500'000}});
  EXPECT_TRUE(report.time_limit_reached);
  EXPECT_EQ(report.elapsed.count(), 500'000);
}

TEST(Session, a_stop_leaves_no_exit_status) {
  host::SimulatedNetwork network(1);
  NoSink sink;
  host::VirtualHost host(network, sink, {.slice = std::chrono::milliseconds{1}});
  Session session(split_scenario("print('hi')\nwhile True: pass\n"), 0, {}, host);
  for (int i = 0; i < 3; ++i) {
    host.begin_slice();
    EXPECT_EQ(session.pump(), PumpState::Running);
  }
  session.stop();
  EXPECT_EQ(session.pump(), PumpState::Finished);
  EXPECT_FALSE(session.report().exit_status.has_value());
  EXPECT_EQ(session.report().standard_output, "hi\n");
}

TEST(Session, output_is_kept_up_to_a_megabyte) {
  Report report = run_text("for i in range(30):\n    print('x' * 65535)\n");
  EXPECT_LT(report.standard_output.size(), (std::size_t{1} << 20) + 100);
  EXPECT_TRUE(report.standard_output.ends_with("[917504 more bytes are not shown]\n"));
  EXPECT_EQ(report.exit_status, 0);
}

TEST(Session, a_name_of_an_earlier_program_and_a_missing_module_get_a_hint) {
  Report report = run_text("# %% one\ndef fetch_menu(): pass\n# %% two\nfetch_menu()\n", {}, 1);
  EXPECT_TRUE(report.standard_error.starts_with("hint: 'fetch_menu' is defined in program 'one'"))
      << report.standard_error;
  EXPECT_TRUE(report.standard_error.ends_with("NameError: name 'fetch_menu' is not defined\n"));
  report = run_text("import numpy\n");
  EXPECT_TRUE(
      report.standard_error.starts_with("hint: the playground has these modules: abc, aiohttp, asyncio,"));
  EXPECT_TRUE(report.standard_error.ends_with("ModuleNotFoundError: No module named 'numpy'\n"));
}

TEST(Session, the_trace_comes_in_batches_and_the_figures_do_not_depend_on_draining) {
  host::SimulatedNetwork network(1);
  NoSink sink;
  host::VirtualHost host(network, sink);
  Session session(split_scenario(kDelivery), 0, {}, host);
  while (session.pump() != PumpState::Finished) {
  }
  EXPECT_EQ(session.report().tasks, 4u);
  std::vector<std::byte> batch;
  EXPECT_TRUE(session.drain_trace(batch));
  EXPECT_GT(batch.size(), 500u);
  EXPECT_FALSE(session.drain_trace(batch));
  EXPECT_EQ(run_text(kDelivery, {.trace = false}).tasks, 4u);
}

TEST(Session, checks_a_whole_scenario_and_tells_a_shared_error_once) {
  EXPECT_TRUE(check("x = 1\n# %% a\ny\n").empty());
  std::vector<Diagnostic> shared = check("x = = 1\n# %% a\n1\n# %% b\n2\n");
  ASSERT_EQ(shared.size(), 1u);
  EXPECT_EQ(shared[0].line, 1);
  EXPECT_EQ(shared[0].message, "SyntaxError: invalid syntax");
  EXPECT_EQ(check("# %% a\nx = = 1\n# %% b\ny = = 2\n").size(), 2u);
}

TEST(ReportJson, has_the_fields_of_results) {
  Report report;
  report.label = "a \"b\"";
  report.elapsed = runtime::Microseconds{5'000'010};
  report.blocked = runtime::Microseconds{500'000};
  report.exit_status = 0;
  EXPECT_EQ(
      report_json(std::span(&report, 1)),
      "{\n  \"version\": 1,\n  \"programs\": [\n    {\n      \"label\": \"a \\\"b\\\"\",\n      \"mode\": "
      "\"as-written\",\n"
      "      \"elapsed_s\": 5.00001,\n      \"tasks\": 0,\n      \"peak_waiting\": 0,\n      \"blocked_s\": "
      "0.5,\n"
      "      \"loop_busy_s\": 0,\n      \"requests\": 0,\n      \"stdout\": \"\",\n      \"stderr\": \"\",\n"
      "      \"exit_status\": 0\n    }\n  ]\n}\n");
}

}  // namespace
}  // namespace loopscope::session
