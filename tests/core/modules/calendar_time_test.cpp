// The calendar and its texts against known days.
// Not for: the time module (tests/conformance).
#include "core/modules/calendar_time.h"

#include <gtest/gtest.h>

namespace loopscope::modules {
namespace {

std::string show(std::string_view format, std::int64_t seconds, int offset = 0) {
  return strftime_text(format, calendar_time(seconds, offset), zone_name(offset));
}

TEST(CalendarTime, the_virtual_clock_begins_on_a_monday) {
  EXPECT_EQ(ctime_text(calendar_time(1704067200, 0)), "Mon Jan  1 00:00:00 2024");
  EXPECT_EQ(show("%Y-%m-%d %H:%M:%S %A %j %Z %z", 1704067200), "2024-01-01 00:00:00 Monday 001 UTC +0000");
  EXPECT_EQ(show("%X %Z %z", 1704067200, 9 * 3600), "09:00:00 +09 +0900");
}

TEST(CalendarTime, leap_days_and_times_before_1970_are_right) {
  EXPECT_EQ(show("%F %T %u %U %W %G-%V", 1709164800), "2024-02-29 00:00:00 4 08 09 2024-09");
  EXPECT_EQ(show("%F %T", -1), "1969-12-31 23:59:59");
  EXPECT_EQ(show("%G-%V %j", 1609459200), "2020-53 001");
  for (std::int64_t second = -100'000'000'000; second < 100'000'000'000; second += 86'400 * 37 + 12'345) {
    ASSERT_EQ(unix_seconds_of(calendar_time(second, 0)), second);
  }
}

TEST(CalendarTime, directives_follow_c) {
  EXPECT_EQ(show("%I:%M %p|%-d|%e|%y|%b %B|%D|%%|%Q|%", 1704067200),
            "12:00 AM|1| 1|24|Jan January|01/01/24|%|%Q|%");
  EXPECT_EQ(show("%c|%x|%r|%R", 1704153599), "Mon Jan  1 23:59:59 2024|01/01/24|11:59:59 PM|23:59");
}

}  // namespace
}  // namespace loopscope::modules
