// Running a scenario whole and in pieces. Not for: expectations of any one primitive.
#include "tests/core/runtime/scenario.h"

#include <cctype>
#include <filesystem>
#include <fstream>

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

std::vector<std::string> log_of(Scenario scenario) {
  ManualHost host;
  host.answer_all_after(kRequestTime, 200);
  EventLoop loop(host);
  Log log(loop);
  const Result<> ran = run(loop, scenario(loop, log));
  log(ran ? "end" : "end " + ran.error().message());
  return log.lines;
}

std::string camel_case(std::string_view name) {
  std::string text;
  bool upper = true;
  for (const char letter : name) {
    if (letter != '_') text += upper ? static_cast<char>(std::toupper(letter)) : letter;
    upper = letter == '_';
  }
  return text;
}

// The section of that name in scenarios/TOPIC.out.
std::vector<std::string> recorded(const std::string& topic, const std::string& name) {
  std::ifstream file(std::filesystem::path(__FILE__).parent_path() / "scenarios" / (topic + ".out"));
  std::vector<std::string> lines;
  bool inside = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('[')) {
      inside = line == "[" + name + "]";
    } else if (inside) {
      lines.push_back(line);
    }
  }
  return lines;
}

struct OrderTest final : testing::Test {
  OrderTest(std::string of_topic, std::string of_name, Scenario of)
      : topic(std::move(of_topic)), name(std::move(of_name)), scenario(of) {}
  void TestBody() override {
    const std::vector<std::string> expected = recorded(topic, name);
    ASSERT_FALSE(expected.empty()) << "scenarios/" << topic << ".out has no section [" << name << "]";
    EXPECT_EQ(log_of(scenario), expected);
    EXPECT_EQ(Counted::alive(), 0U);
  }
  std::string topic;
  std::string name;
  Scenario scenario;
};

struct CutOffTest final : testing::Test {
  explicit CutOffTest(Scenario of) : scenario(of) {}
  void TestBody() override { cut_after_every_step(scenario); }
  Scenario scenario;
};

}  // namespace

RecordedScenario::RecordedScenario(std::string_view topic, std::string_view name, Scenario scenario) {
  const std::string suite = camel_case(topic);
  const std::string test = camel_case(name);
  testing::RegisterTest(suite.c_str(), test.c_str(), nullptr, nullptr, __FILE__, __LINE__,
                        [topic = std::string(topic), name = std::string(name), scenario]() -> testing::Test* {
                          return new OrderTest(topic, name, scenario);
                        });
  testing::RegisterTest((suite + "CutOff").c_str(), test.c_str(), nullptr, nullptr, __FILE__, __LINE__,
                        [scenario]() -> testing::Test* { return new CutOffTest(scenario); });
}

void expect_log(Scenario scenario, const std::vector<std::string>& expected) {
  EXPECT_EQ(log_of(scenario), expected);
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
