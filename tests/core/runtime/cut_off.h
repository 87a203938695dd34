// Tests that run a loop by hand, each as two: whole, and cut off after every possible number of loop steps
// (where there are more than some thousand, after a dozen spread over the run). Not for: coroutines that
// write down what happens, see scenario.h.
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <ostream>
#include <string>

#include "core/runtime/event_loop.h"
#include "tests/core/runtime/manual_host.h"

namespace loopscope::runtime {

// Where a run ends, and how.
struct Cut {
  enum class Way : std::uint8_t {
    TearDown,  // the loop is torn down where it stands, while all that the test holds is still there
    BreakOff,  // run() and Runner cancel what is left, as at a SystemExit; then what the test holds goes in
               // its order
  };
  std::uint64_t after_steps = std::numeric_limits<std::uint64_t>::max();
  Way way = Way::TearDown;
};

class CutOffHost final : public ManualHost {
 public:
  // Of the hosts that are made from now on. None: the test runs whole.
  static inline std::optional<Cut> next_cut = {};

  // What a loop needs in order to be cut after any step; and which one is cut: the one that runs.
  EventLoop::Options options(EventLoop::Options wanted = {}) const {
    if (cut_) wanted.steps_per_slice_check = 1;
    return wanted;
  }
  void cuts(EventLoop& loop) { loop_ = &loop; }

  std::uint64_t steps() const { return steps_; }
  bool has_cut() const { return cut_ && steps_ >= cut_->after_steps; }
  bool slice_over() override;

 private:
  std::optional<Cut> cut_ = next_cut;
  EventLoop* loop_ = nullptr;
  std::uint64_t steps_ = 0;
};

class CutOffLoop final : public EventLoop {
 public:
  explicit CutOffLoop(CutOffHost& host, const Options& options = {})
      : EventLoop(host, host.options(options)) {
    host.cuts(*this);
  }
};

class CutOffTest : public testing::Test {
 public:
  // How many steps its loops took.
  std::uint64_t run_body() {
    TestBody();
    return host.steps();
  }

 protected:
  CutOffHost host;

 private:
  void TestBody() override = 0;
};

// Makes the two tests: SUITE.Name and SUITECutOff.Name.
class CutOffTests {
 public:
  using Make = std::function<std::unique_ptr<CutOffTest>()>;
  template <class Fixture, class Test>
  static CutOffTests of(const char* suite, const char* name, const char* file, int line) {
    testing::RegisterTest(suite, name, nullptr, nullptr, file, line, []() -> Fixture* { return new Test; });
    return CutOffTests(suite, name, file, line, [] { return std::make_unique<Test>(); });
  }

 private:
  CutOffTests(const std::string& suite, const char* name, const char* file, int line, const Make& make);
};

// So that an assertion about a Result shows what is in it.
template <class T>
void PrintTo(const Result<T>& result, std::ostream* out) {
  *out << (result ? testing::PrintToString(*result) : "error: " + result.error().message());
}

// As TEST_F. `fixture` is a CutOffTest; the loops are CutOffLoops; what runs them is in one of the macros
// below, which leave the test's body when the cut has come.
#define LOOP_TEST(fixture, name)                                                       \
  class fixture##_##name final : public fixture {                                      \
    void TestBody() override;                                                          \
  };                                                                                   \
  const CutOffTests tests_of_##fixture##_##name =                                      \
      CutOffTests::of<fixture, fixture##_##name>(#fixture, #name, __FILE__, __LINE__); \
  void fixture##_##name::TestBody()

#define RUN_OR_CUT(statement)   \
  do {                          \
    if (host.has_cut()) return; \
    statement;                  \
    if (host.has_cut()) return; \
  } while (false)

// As ASSERT_EQ; a Result equals its value.
#define ASSERT_RUN(expression, expected) \
  do {                                   \
    if (host.has_cut()) return;          \
    const auto came = expression;        \
    if (host.has_cut()) return;          \
    ASSERT_EQ(came, expected);           \
  } while (false)

#define ASSERT_RUNS(result) ASSERT_RUN((result).has_value(), true)

}  // namespace loopscope::runtime
