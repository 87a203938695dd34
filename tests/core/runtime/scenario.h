// Scenarios: coroutines that write down what happens. Each runs whole, and must write what CPython writes;
// and it runs again and again, cut off after every possible number of loop steps. Not for: what the tests
// say.
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

// A scenario that is there in Python, too: scenarios/TOPIC.py holds the same program under the same name, and
// scenarios/TOPIC.out what CPython wrote (scenarios/record.py). Makes two tests of it, its order and its
// cutting off.
//
//   const RecordedScenario kFair("lock", "it_is_fair", it_is_fair);   // at namespace scope: Lock.ItIsFair
class RecordedScenario {
 public:
  RecordedScenario(std::string_view topic, std::string_view name, Scenario scenario);
};
#define LOOPSCOPE_SCENARIO(topic, name) const RecordedScenario scenario_of_##name(topic, #name, name)

// Its lines must be `expected`; a last line "time end" is added when run() returns. With the virtual clock's
// rules these are what the same program prints under CPython, turns included.
void expect_log(Scenario scenario, const std::vector<std::string>& expected);

// The loop goes away after each possible number of steps: nothing may leak, be destroyed twice, or be touched
// afterwards.
void cut_after_every_step(Scenario scenario);

}  // namespace loopscope::runtime
