// expect_log: runs a coroutine as the main task and compares what it wrote down; then runs it again and
// again, cut off after every possible number of loop steps. Not for: what the tests say.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/runtime/run.h"
#include "tests/core/runtime/counted.h"
#include "tests/core/runtime/manual_host.h"

namespace loopscope::runtime {

// What a scenario writes down, each line with the time of its turn in microseconds.
class Log {
 public:
  explicit Log(EventLoop& loop) : loop_(loop) {}
  void operator()(std::string_view line) {
    lines.push_back(std::to_string(loop_.time().count()) + " " + std::string(line));
  }
  std::vector<std::string> lines;

 private:
  EventLoop& loop_;
};

using Scenario = Coroutine<> (*)(EventLoop& loop, Log& log);

// Its lines must be `expected`; a last line "time end" is added when run() returns. With the virtual clock's
// rules these are what the same program prints under CPython, turns included.
void expect_log(Scenario scenario, const std::vector<std::string>& expected);

// The loop goes away after each possible number of steps: nothing may leak, be destroyed twice, or be touched
// afterwards.
void cut_after_every_step(Scenario scenario);

}  // namespace loopscope::runtime
