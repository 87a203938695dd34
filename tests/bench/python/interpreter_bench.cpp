// The interpreter's five programs of the targets, each run by a fresh machine.
// Not the comparison with CPython: run the same texts with `python3` beside it.
#include <benchmark/benchmark.h>

#include "tests/core/python/script_runner.h"

namespace loopscope::python {
namespace {

void run(benchmark::State& state, std::string_view text) {
  for (auto _ : state) {
    ScriptOutcome outcome = run_script(text);
    if (outcome.exit_status != 0) state.SkipWithError(outcome.last_line.c_str());
  }
}

// What a machine costs before it runs anything: to be taken off the others.
BENCHMARK_CAPTURE(run, nothing, "pass\n")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(run, fib_24, "def fib(n):\n    return n if n < 2 else fib(n - 1) + fib(n - 2)\nfib(24)\n")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(
    run, while_loop,
    "def go():\n    i = 0\n    total = 0\n    while i < 1000000:\n        total += i & 3\n        i += 1\n"
    "    return total\ngo()\n")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(
    run, sieve,
    "def sieve(n):\n    flags = [True] * (n + 1)\n    count = 0\n    for i in range(2, n + 1):\n"
    "        if flags[i]:\n            count += 1\n            for j in range(i * i, n + 1, i):\n"
    "                flags[j] = False\n    return count\nsieve(100000)\n")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(run, dict_counting,
                  "def go():\n    words = ['w' + str(i % 1000) for i in range(100000)]\n    d = {}\n"
                  "    for w in words:\n        d[w] = d.get(w, 0) + 1\n    return len(d)\ngo()\n")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(run, string_join,
                  "def go():\n    parts = []\n    for i in range(50000):\n        parts.append(str(i))\n"
                  "    return len(','.join(parts))\ngo()\n")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(run, million_awaits,
                  "async def one(): return 1\nasync def main():\n    for i in range(1000000): await one()\n"
                  "try: main().send(None)\nexcept StopIteration: pass\n")
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace loopscope::python
