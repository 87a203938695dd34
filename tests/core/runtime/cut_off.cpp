// Running a test again and again. Not for: what the tests say.
#include "tests/core/runtime/cut_off.h"

#include "tests/core/runtime/counted.h"

namespace loopscope::runtime {
namespace {

// A run of more steps than that is cut in so many places of it only.
constexpr std::uint64_t kMostSteps = 3000;
constexpr std::uint64_t kPlaces = 12;

struct CutOffRuns final : testing::Test {
  explicit CutOffRuns(CutOffTests::Make of) : make(std::move(of)) {}

  // Gives the number of steps.
  std::uint64_t run(Cut cut) const {
    CutOffHost::next_cut = cut;
    std::unique_ptr<CutOffTest> test = make();
    CutOffHost::next_cut.reset();
    const std::uint64_t steps = test->run_body();
    test.reset();
    EXPECT_EQ(Counted::alive(), 0U);
    return steps;
  }

  void tear_down_after(std::uint64_t steps) const {
    SCOPED_TRACE("torn down after " + std::to_string(steps) + " steps");
    EXPECT_EQ(run({steps, Cut::Way::TearDown}), steps);
  }
  void break_off_after(std::uint64_t steps) const {
    SCOPED_TRACE("broken off after " + std::to_string(steps) + " steps");
    EXPECT_GE(run({steps, Cut::Way::BreakOff}), steps);
  }

  void TestBody() override {
    const std::uint64_t all = run({});
    if (all <= kMostSteps) {
      for (std::uint64_t steps = 0; steps <= all && !HasFailure(); ++steps) {
        tear_down_after(steps);
        break_off_after(steps);
      }
    } else {
      for (std::uint64_t i = 0; i < kPlaces && !HasFailure(); i += 2) {
        tear_down_after(all * i / (kPlaces - 1));
        break_off_after(all * (i + 1) / (kPlaces - 1));
      }
    }
  }

  CutOffTests::Make make;
};

}  // namespace

bool CutOffHost::slice_over() {
  ++steps_;
  if (!cut_ || steps_ != cut_->after_steps) return ManualHost::slice_over();
  cut_->way == Cut::Way::TearDown ? loop_->tear_down() : loop_->break_off();
  return true;
}

CutOffTests::CutOffTests(const std::string& suite, const char* name, const char* file, int line,
                         const Make& make) {
  testing::RegisterTest((suite + "CutOff").c_str(), name, nullptr, nullptr, file, line,
                        [make]() -> testing::Test* { return new CutOffRuns(make); });
}

}  // namespace loopscope::runtime
