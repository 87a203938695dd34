// A time as HTTP writes it in a Date header: "Mon, 01 Jan 2024 00:00:00 GMT".
// Not for: the calendars of a script (core/modules), which know more formats.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace loopscope::host {

// `unix_seconds`: since 1970, UTC; years 1970 to 9999.
inline std::string http_date(std::int64_t unix_seconds) {
  using namespace std::chrono;
  constexpr std::string_view kDays = "SunMonTueWedThuFriSat";
  constexpr std::string_view kMonths = "JanFebMarAprMayJunJulAugSepOctNovDec";
  sys_days day{floor<days>(seconds{unix_seconds})};
  year_month_day date{day};
  std::int64_t in_day = unix_seconds - duration_cast<seconds>(day.time_since_epoch()).count();
  auto two = [](std::int64_t number) { return std::string(number < 10 ? "0" : "") + std::to_string(number); };
  return std::string(kDays.substr(weekday{day}.c_encoding() * 3, 3)) + ", " +
         two(static_cast<unsigned>(date.day())) + " " +
         std::string(kMonths.substr((static_cast<unsigned>(date.month()) - 1) * 3, 3)) + " " +
         std::to_string(static_cast<int>(date.year())) + " " + two(in_day / 3600) + ":" +
         two(in_day / 60 % 60) + ":" + two(in_day % 60) + " GMT";
}

}  // namespace loopscope::host
