// Seconds since 1970 as year, month, day ... and as text: what time.localtime, strftime and ctime show.
// Not for: which second it is (script_clock.h); locales (it is always English) or daylight saving (zones have
// fixed offsets).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace loopscope::modules {

struct CalendarTime {
  std::int64_t year = 1970;
  int month = 1;  // 1 to 12
  int day = 1;    // 1 to 31
  int hour = 0;
  int minute = 0;
  int second = 0;
  int weekday = 3;     // Monday is 0
  int year_day = 1;    // 1 to 366
  int utc_offset = 0;  // seconds east of Greenwich; 0 is shown as UTC
};

// `unix_seconds` may be negative; years from -9999 to 9999 are exact.
CalendarTime calendar_time(std::int64_t unix_seconds, int utc_offset);
std::int64_t unix_seconds_of(
    const CalendarTime& time);  // by year, month, day, hour, minute, second; out of range ones carry

// "Mon Jan  1 00:00:00 2024"
std::string ctime_text(const CalendarTime& time);
// C's strftime in the C locale; an unknown directive stands as it is. `zone`: what %Z shows.
std::string strftime_text(std::string_view format, const CalendarTime& time, std::string_view zone);
// "UTC", "+09"
std::string zone_name(int utc_offset);

}  // namespace loopscope::modules
