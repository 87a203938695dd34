// The runtime beside a hand-made minimal loop, in turns within one run: ours, limit and their ratio. Not for:
// absolute figures, they drift with the machine; the limits to keep are ratios.
#include <time.h>

#include <algorithm>
#include <chrono>
#include <limits>
#include <vector>

#include "core/runtime/run.h"
#include "core/runtime/sleep.h"
#include "tests/bench/runtime/allocation_count.h"
#include "tests/bench/runtime/benchmark.h"
#include "tests/bench/runtime/minimal_loop.h"
#include "tests/core/runtime/manual_host.h"

namespace loopscope::bench {
namespace {

using runtime::Coroutine;
using runtime::create_task;
using runtime::EventLoop;
using runtime::ManualHost;
using runtime::Microseconds;
using runtime::Task;

#ifdef __EMSCRIPTEN__
constexpr clockid_t kClock = CLOCK_MONOTONIC;
#else
// The thread's own processor time: what else runs on the machine does not count.
constexpr clockid_t kClock = CLOCK_THREAD_CPUTIME_ID;
#endif

double nanoseconds_of(auto&& work) {
  const auto now = [] {
    timespec time{};
    clock_gettime(kClock, &time);
    return static_cast<double>(time.tv_sec) * 1e9 + static_cast<double>(time.tv_nsec);
  };
  const double begin = now();
  work();
  return now() - begin;
}

// Runs both in turns; reports nanoseconds per operation (the best of all rounds: the noise only adds) and
// their ratio.
void compare(benchmark::State& state, double operations, auto&& ours, auto&& limit) {
  double best_ours = 1e300;
  double best_limit = 1e300;
  for (auto _ : state) {
    best_limit = std::min(best_limit, nanoseconds_of(limit));
    const double time = nanoseconds_of(ours);
    best_ours = std::min(best_ours, time);
    state.SetIterationTime(time / 1e9);
  }
  state.counters["ours_ns"] = best_ours / operations;
  state.counters["limit_ns"] = best_limit / operations;
  state.counters["ratio"] = best_ours / best_limit;
}

// Until nothing is left to run, as MinimalLoop::run.
void run_all(EventLoop& loop) { (void)loop.run_turns(std::numeric_limits<std::uint64_t>::max()); }

// ---- spawn and join ----
// First of all, since the pool keeps what it was once given: only the first round shows the bytes.

constexpr int kSpawned = 1'000'000;

Coroutine<int> child(int number) { co_return number; }
Coroutine<std::int64_t> spawns_and_joins(EventLoop& loop, std::size_t& bytes) {
  std::vector<Task<int>> children;
  children.reserve(kSpawned);
  const std::size_t before = heap_bytes();
  for (int i = 0; i < kSpawned; ++i) children.push_back(create_task(loop, child(i)));
  bytes = heap_bytes() - before;
  std::int64_t sum = 0;
  for (const Task<int>& task : children) sum += *co_await task;
  co_return sum;
}

MinimalTask minimal_child(int number, std::int64_t& sum, int& left) {
  sum += number;
  --left;
  co_return;
}

void spawn_and_join(benchmark::State& state) {
  std::size_t bytes = 0;
  compare(
      state, kSpawned,
      [&bytes] {
        ManualHost host;
        EventLoop loop(host);
        std::size_t bytes_now = 0;
        benchmark::DoNotOptimize(run(loop, spawns_and_joins(loop, bytes_now)));
        bytes = std::max(bytes, bytes_now);
      },
      [] {
        MinimalLoop loop;
        std::int64_t sum = 0;
        int left = kSpawned;
        for (int i = 0; i < kSpawned; ++i) loop.ready(minimal_child(i, sum, left).handle);
        loop.run();
        benchmark::DoNotOptimize(sum);
      });
  state.counters["bytes_per_task"] = static_cast<double>(bytes) / kSpawned;
}
BENCHMARK(spawn_and_join)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(5);

// ---- yield ----

constexpr int kYields = 200'000;

Coroutine<> yields(int count) {
  for (int i = 0; i < count; ++i) {
    if (auto turn = co_await runtime::yield_now(); !turn) co_return turn;
  }
  co_return {};
}
MinimalTask minimal_yields(MinimalLoop& loop, int count) {
  for (int i = 0; i < count; ++i) co_await MinimalYield{loop};
}

void yield(benchmark::State& state) {
  const int tasks = static_cast<int>(state.range(0));
  const int each = kYields / tasks;
  compare(
      state, kYields,
      [&] {
        ManualHost host;
        EventLoop loop(host);
        for (int i = 0; i < tasks; ++i) (void)create_task(loop, yields(each));
        run_all(loop);
      },
      [&] {
        MinimalLoop loop;
        for (int i = 0; i < tasks; ++i) loop.ready(minimal_yields(loop, each).handle);
        loop.run();
      });
}
BENCHMARK(yield)
    ->Arg(1)
    ->Arg(100)
    ->Arg(10'000)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond)
    ->Iterations(7);

// ---- ready await ----

constexpr int kAwaits = 200'000;

Coroutine<int> one() { co_return 1; }
Coroutine<int> awaits_ready() {
  int sum = 0;
  for (int i = 0; i < kAwaits; ++i) sum += *co_await one();
  co_return sum;
}
MinimalLazy minimal_one() { co_return 1; }
// Without tail calls (wasm) each await of the limit, which transfers symmetrically, takes a piece of the
// stack.
#ifdef __EMSCRIPTEN__
constexpr int kAwaitsInARow = 1'000;
#else
constexpr int kAwaitsInARow = kAwaits;
#endif
MinimalTask minimal_awaits(int& sum) {
  for (int i = 0; i < kAwaitsInARow; ++i) sum += co_await minimal_one();
}

void ready_await(benchmark::State& state) {
  compare(
      state, kAwaits,
      [] {
        ManualHost host;
        EventLoop loop(host);
        benchmark::DoNotOptimize(run(loop, awaits_ready()));
      },
      [] {
        int sum = 0;
        for (int i = 0; i < kAwaits; i += kAwaitsInARow) minimal_awaits(sum).handle.resume();
        benchmark::DoNotOptimize(sum);
      });
}
BENCHMARK(ready_await)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(40);

// ---- sleeps ----

// Scattered deadlines, the same for both.
Microseconds deadline_of(int number) {
  return Microseconds(1 + (static_cast<std::uint32_t>(number) * 2654435761U) % 1'000'000U);
}

Coroutine<> sleeps(int number) { co_return co_await runtime::sleep(deadline_of(number)); }
// ---- cancel ----

constexpr int kCancelled = 100'000;

void cancel_sleeping(benchmark::State& state) {
  double best = 1e300;
  for (auto _ : state) {
    ManualHost host;
    EventLoop loop(host);
    std::vector<Task<>> tasks;
    for (int i = 0; i < kCancelled; ++i) tasks.push_back(create_task(loop, sleeps(i)));
    loop.run_once();
    const double time = nanoseconds_of([&] {
      for (const Task<>& task : tasks) task.cancel();
      while (loop.task_count() > 0) loop.run_once();
    });
    best = std::min(best, time);
    state.SetIterationTime(time / 1e9);
  }
  state.counters["ns_each"] = best / kCancelled;
}
BENCHMARK(cancel_sleeping)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(7);

// ---- timers ----
// Last: they leave the pool's blocks in scattered order.

MinimalTask minimal_sleeps(MinimalLoop& loop, int number) {
  co_await MinimalSleep{loop, deadline_of(number).count()};
}

void timers(benchmark::State& state) {
  const int count = static_cast<int>(state.range(0));
  compare(
      state, count,
      [count] {
        ManualHost host;
        EventLoop loop(host);
        for (int i = 0; i < count; ++i) (void)create_task(loop, sleeps(i));
        run_all(loop);
      },
      [count] {
        MinimalLoop loop;
        for (int i = 0; i < count; ++i) loop.ready(minimal_sleeps(loop, i).handle);
        loop.run();
      });
}
BENCHMARK(timers)
    ->Arg(100'000)
    ->Arg(1'000'000)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond)
    ->Iterations(5);

// ---- trace ----

void trace_record(benchmark::State& state) {
  trace::Recorder recorder;
  std::vector<std::byte> batch;
  std::uint64_t time = 0;
  for (auto _ : state) {
    recorder.add({.time = ++time, .kind = trace::Kind::StepBegin, .subject = 7, .line = 3});
    if (recorder.nearly_full()) {
      batch.clear();
      recorder.drain(batch);
    }
  }
}
BENCHMARK(trace_record);

void yield_with_trace(benchmark::State& state) {
  double best = 1e300;
  for (auto _ : state) {
    ManualHost host;
    trace::Recorder recorder;
    std::vector<std::byte> batch;
    EventLoop loop(host, {.recorder = &recorder});
    (void)create_task(loop, yields(kYields));
    const double time = nanoseconds_of([&] {
      while (loop.task_count() > 0) {
        loop.run_once();
        if (recorder.nearly_full()) {
          batch.clear();
          recorder.drain(batch);
        }
      }
    });
    best = std::min(best, time);
    state.SetIterationTime(time / 1e9);
  }
  state.counters["ours_ns"] = best / kYields;
}
BENCHMARK(yield_with_trace)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(5);

}  // namespace
}  // namespace loopscope::bench

#ifdef __EMSCRIPTEN__
BENCHMARK_MAIN();
#endif
