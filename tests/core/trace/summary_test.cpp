// Summary: the figures of small runs, by hand. Not for: whole programs, see tests/core/session.
#include "core/trace/summary.h"

#include <gtest/gtest.h>

namespace loopscope::trace {
namespace {

constexpr auto kSleep = static_cast<std::uint16_t>(WaitKind::Sleep);
constexpr auto kNetwork = static_cast<std::uint16_t>(WaitKind::Network);
constexpr auto kTask = static_cast<std::uint16_t>(WaitKind::Task);

TEST(Summary, PeakWaitingCountsTasksThatWaitForATimerOrTheNetworkAtOneInstant) {
  Summary summary;
  const Record records[] = {
      {.time = 0, .kind = Kind::TaskCreated, .subject = 1},
      {.time = 0, .kind = Kind::TaskCreated, .subject = 2},
      {.time = 0, .kind = Kind::TaskCreated, .subject = 3},
      {.time = 1, .kind = Kind::WaitBegin, .detail = kTask, .subject = 1, .object = 2},
      {.time = 2, .kind = Kind::WaitBegin, .detail = kSleep, .subject = 2},
      {.time = 3, .kind = Kind::WaitBegin, .detail = kNetwork, .subject = 3},
      {.time = 9, .kind = Kind::TaskReady, .subject = 2},
      {.time = 9, .kind = Kind::StepBegin, .subject = 2},
      {.time = 9, .kind = Kind::WaitBegin, .detail = kSleep, .subject = 2},
  };
  summary.add(records);
  EXPECT_EQ(summary.tasks(), 3U);
  EXPECT_EQ(summary.peak_waiting(), 2U);
}

TEST(Summary, ABlockedStepIsBlockedTimeAndNotBusyTime) {
  Summary summary;
  const Record records[] = {
      {.time = 10, .kind = Kind::StepBegin, .subject = 1},
      {.time = 12, .kind = Kind::BlockBegin, .detail = kSleep, .subject = 1},
      {.time = 112, .kind = Kind::BlockEnd, .subject = 1},
      {.time = 115, .kind = Kind::StepEnd, .subject = 1},
      {.time = 120, .kind = Kind::CallbackBegin},
      {.time = 121, .kind = Kind::CallbackEnd},
  };
  summary.add(records);
  EXPECT_EQ(summary.blocked_us(), 100U);
  EXPECT_EQ(summary.loop_busy_us(), 6U);
  EXPECT_EQ(summary.peak_waiting(), 0U);
}

TEST(Summary, RequestsAreCountedAndADamagedTaskNumberIsPassedOver) {
  Summary summary;
  const Record records[] = {
      {.time = 0, .kind = Kind::RequestBegin, .subject = 1},
      {.time = 0, .kind = Kind::RequestBegin, .subject = 2},
      {.time = 0, .kind = Kind::WaitBegin, .detail = kSleep, .subject = 0xFFFFFFFF},
      {.time = 0, .kind = static_cast<Kind>(200), .subject = 2},
  };
  summary.add(records);
  EXPECT_EQ(summary.requests(), 2U);
  EXPECT_EQ(summary.peak_waiting(), 0U);
}

}  // namespace
}  // namespace loopscope::trace
