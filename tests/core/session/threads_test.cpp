// Threads of the script in a session: figures, turns, deadlocks, and what a stop in the middle leaves.
// Not for: what scripts see of them (tests/conformance/threads, executors).
#include <gtest/gtest.h>

#include "core/session/report_json.h"
#include "tests/core/session/run_text.h"

namespace loopscope::session {
namespace {

double seconds(const Report& report) { return static_cast<double>(report.elapsed.count()) / 1e6; }

constexpr std::string_view kSixWaits = R"(import asyncio, time

async def main():
    print(await asyncio.gather(*[asyncio.to_thread(time.sleep, 0.5) for _ in range(6)]))

asyncio.run(main())
)";

TEST(Threads, blocking_waits_overlap_and_do_not_block_the_loop) {
  Report report = run_text(kSixWaits);
  EXPECT_EQ(report.exit_status, 0) << report.standard_error;
  EXPECT_NEAR(seconds(report), 0.5, 0.001);
  EXPECT_EQ(report.blocked.count(), 0);
  EXPECT_EQ(report.peak_waiting, 6u);
}

TEST(Threads, are_no_asyncio_tasks) { EXPECT_EQ(run_text(kSixWaits).tasks, 7u); }

TEST(Threads, computing_does_not_overlap) {
  constexpr std::string_view kCompute = R"(import threading

def work(rounds):
    for _ in range(rounds):
        pass

threads = [threading.Thread(target=work, args=(100_000,)) for _ in range(THREADS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
)";
  SessionOptions options;
  options.cpu_ns = 100;
  const double one = seconds(run_text("THREADS = 1\n" + std::string(kCompute), options));
  const double four = seconds(run_text("THREADS = 4\n" + std::string(kCompute), options));
  EXPECT_GT(one, 0.02);
  EXPECT_NEAR(four / one, 4, 0.2);
}

TEST(Threads, one_that_never_blocks_lets_the_others_have_their_turns) {
  Report report = run_text(R"(import threading, time

def spin():
    while not stop:
        pass
    print("stopped")

stop = False
threading.Thread(target=spin).start()
for n in range(3):
    time.sleep(0.1)
    print(n)
stop = True
)");
  EXPECT_EQ(report.standard_output, "0\n1\n2\nstopped\n");
}

TEST(Threads, a_join_in_a_task_blocks_the_loop) {
  Report report = run_text(R"(import asyncio, threading, time

async def main():
    thread = threading.Thread(target=time.sleep, args=(2,))
    thread.start()
    thread.join()

asyncio.run(main())
)");
  EXPECT_NEAR(static_cast<double>(report.blocked.count()) / 1e6, 2, 0.001);
}

TEST(Threads, requests_of_several_wait_side_by_side) {
  Report report = run_text(R"(import requests
from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor(10) as pool:
    print([r.status_code for r in pool.map(requests.get, ["https://httpbin.org/delay/1"] * 10)])
)");
  EXPECT_EQ(report.standard_output, "[200, 200, 200, 200, 200, 200, 200, 200, 200, 200]\n")
      << report.standard_error;
  EXPECT_EQ(report.requests, 10u);
  EXPECT_LT(seconds(report), 2);
  EXPECT_EQ(report.peak_waiting, 10u);
}

TEST(Threads, that_wait_for_each_other_for_ever_are_named) {
  Report report = run_text(R"(import threading, time

first, second = threading.Lock(), threading.Lock()

def take(one, other):
    with one:
        time.sleep(0.1)
        with other:
            print("never")

threading.Thread(target=take, args=(first, second), name="A").start()
threading.Thread(target=take, args=(second, first), name="B").start()
)");
  EXPECT_EQ(report.exit_status, 97);
  ASSERT_EQ(report.waiting_forever.size(), 3u);
  EXPECT_EQ(report.waiting_forever[1], "thread 'A', line 8, waits for a lock or another thread");
  EXPECT_EQ(report.waiting_forever[2], "thread 'B', line 8, waits for a lock or another thread");
}

TEST(Threads, a_daemon_does_not_keep_the_program_alive) {
  Report report = run_text(R"(import threading, time

def work():
    try:
        time.sleep(100)
    finally:
        print("never")

threading.Thread(target=work, daemon=True).start()
print("end")
)");
  EXPECT_EQ(report.standard_output, "end\n");
  EXPECT_EQ(report.exit_status, 0);
  EXPECT_LT(seconds(report), 1);
}

TEST(Threads, a_run_that_is_cut_off_at_any_time_leaves_nothing) {
  constexpr std::string_view kText = R"(import asyncio, threading, time, queue
from concurrent.futures import ThreadPoolExecutor

work = queue.Queue()

def serve():
    while (item := work.get()) is not None:
        time.sleep(0.01 * item)

async def main():
    thread = threading.Thread(target=serve)
    thread.start()
    for n in range(3):
        work.put(n)
        await asyncio.to_thread(time.sleep, 0.01)
    work.put(None)
    thread.join()

asyncio.run(main())
with ThreadPoolExecutor(2) as pool:
    print(sum(pool.map(lambda n: time.sleep(0.01 * n) or n, range(5))))
)";
  SessionOptions options;
  for (int steps = 0;; ++steps) {
    options.time_limit = runtime::Microseconds(2500 * steps);
    Report report = run_text(kText, options);
    if (report.time_limit_reached) continue;
    EXPECT_EQ(report.standard_output, "10\n") << report.standard_error;
    EXPECT_GT(steps, 20);
    break;
  }
}

TEST(Threads, a_future_in_a_cycle_by_its_own_callbacks_goes_away_with_the_run) {
  Report report = run_text(R"(import asyncio, threading

lock = threading.Lock()
lock.acquire()
asyncio.run(asyncio.to_thread(lock.acquire))
)");
  EXPECT_EQ(report.exit_status, 97);
}

}  // namespace
}  // namespace loopscope::session
