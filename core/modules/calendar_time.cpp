// The calendar by counting days in eras of 400 years, and C's directives one by one.
// Not for: parsing times.
#include "core/modules/calendar_time.h"

namespace loopscope::modules {
namespace {

constexpr std::string_view kDays[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                      "Friday", "Saturday", "Sunday"};
constexpr std::string_view kMonths[] = {"January",   "February", "March",    "April",
                                        "May",       "June",     "July",     "August",
                                        "September", "October",  "November", "December"};

std::int64_t days_from_civil(std::int64_t year, std::int64_t month, std::int64_t day) {
  // Months out of range carry into the year, days out of range are simply added.
  std::int64_t months = year * 12 + month - 1;
  std::int64_t real_year = months >= 0 ? months / 12 : -((11 - months) / 12);
  auto real_month = static_cast<unsigned>(months - real_year * 12) + 1;
  std::int64_t shifted = real_month <= 2 ? real_year - 1 : real_year;
  std::int64_t era = (shifted >= 0 ? shifted : shifted - 399) / 400;
  std::int64_t year_of_era = shifted - era * 400;
  std::int64_t day_of_year =
      (153 * (static_cast<std::int64_t>(real_month) + (real_month > 2 ? -3 : 9)) + 2) / 5;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468 + day -
         1;
}

bool is_leap(std::int64_t year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

std::string padded(std::int64_t number, std::size_t width, char fill = '0') {
  std::string digits = std::to_string(number < 0 ? -number : number);
  if (digits.size() < width) digits.insert(0, width - digits.size(), fill);
  return number < 0 ? "-" + digits : digits;
}

std::string_view short_day(const CalendarTime& t) { return kDays[t.weekday % 7].substr(0, 3); }
std::string_view short_month(const CalendarTime& t) { return kMonths[(t.month - 1) % 12].substr(0, 3); }
int hour12(const CalendarTime& t) { return t.hour % 12 == 0 ? 12 : t.hour % 12; }
std::string clock_text(const CalendarTime& t) {
  return padded(t.hour, 2) + ":" + padded(t.minute, 2) + ":" + padded(t.second, 2);
}

struct IsoWeek {
  std::int64_t year;
  int week;
};

IsoWeek iso_week(const CalendarTime& t) {
  int week = (t.year_day - 1 - t.weekday + 10) / 7;
  auto weeks_in = [](std::int64_t year) {
    auto first_weekday = [](std::int64_t y) { return ((days_from_civil(y, 1, 1) + 3) % 7 + 7) % 7; };
    return first_weekday(year) == 3 || (is_leap(year) && first_weekday(year) == 2) ? 53 : 52;
  };
  if (week < 1) return {t.year - 1, weeks_in(t.year - 1)};
  if (week > weeks_in(t.year)) return {t.year + 1, 1};
  return {t.year, week};
}

std::string offset_text(int seconds) {
  int minutes = (seconds < 0 ? -seconds : seconds) / 60;
  return (seconds < 0 ? "-" : "+") + padded(minutes / 60, 2) + padded(minutes % 60, 2);
}

std::string directive(char letter, const CalendarTime& t, std::string_view zone) {
  switch (letter) {
    case 'a':
      return std::string(short_day(t));
    case 'A':
      return std::string(kDays[t.weekday % 7]);
    case 'b':
    case 'h':
      return std::string(short_month(t));
    case 'B':
      return std::string(kMonths[(t.month - 1) % 12]);
    case 'c':
      return ctime_text(t);
    case 'C':
      return padded(t.year / 100, 2);
    case 'd':
      return padded(t.day, 2);
    case 'D':
    case 'x':
      return padded(t.month, 2) + "/" + padded(t.day, 2) + "/" + padded(t.year % 100, 2);
    case 'e':
      return padded(t.day, 2, ' ');
    case 'F':
      return std::to_string(t.year) + "-" + padded(t.month, 2) + "-" + padded(t.day, 2);
    case 'g':
      return padded(iso_week(t).year % 100, 2);
    case 'G':
      return std::to_string(iso_week(t).year);
    case 'H':
      return padded(t.hour, 2);
    case 'I':
      return padded(hour12(t), 2);
    case 'j':
      return padded(t.year_day, 3);
    case 'k':
      return padded(t.hour, 2, ' ');
    case 'l':
      return padded(hour12(t), 2, ' ');
    case 'm':
      return padded(t.month, 2);
    case 'M':
      return padded(t.minute, 2);
    case 'n':
      return "\n";
    case 'p':
      return t.hour < 12 ? "AM" : "PM";
    case 'P':
      return t.hour < 12 ? "am" : "pm";
    case 'r':
      return padded(hour12(t), 2) + ":" + padded(t.minute, 2) + ":" + padded(t.second, 2) +
             (t.hour < 12 ? " AM" : " PM");
    case 'R':
      return padded(t.hour, 2) + ":" + padded(t.minute, 2);
    case 's':
      return std::to_string(unix_seconds_of(t) - t.utc_offset);
    case 'S':
      return padded(t.second, 2);
    case 't':
      return "\t";
    case 'T':
    case 'X':
      return clock_text(t);
    case 'u':
      return std::to_string(t.weekday + 1);
    case 'U':
      return padded((t.year_day - 1 + 7 - (t.weekday + 1) % 7) / 7, 2);
    case 'V':
      return padded(iso_week(t).week, 2);
    case 'w':
      return std::to_string((t.weekday + 1) % 7);
    case 'W':
      return padded((t.year_day - 1 + 7 - t.weekday) / 7, 2);
    case 'y':
      return padded(t.year % 100, 2);
    case 'Y':
      return std::to_string(t.year);
    case 'z':
      return offset_text(t.utc_offset);
    case 'Z':
      return std::string(zone);
    case '%':
      return "%";
    default:
      return std::string("%") + letter;
  }
}

}  // namespace

CalendarTime calendar_time(std::int64_t unix_seconds, int utc_offset) {
  std::int64_t local = unix_seconds + utc_offset;
  std::int64_t day = local >= 0 ? local / 86400 : -((86399 - local) / 86400);
  auto in_day = static_cast<int>(local - day * 86400);
  // The inverse of days_from_civil, by eras of 400 years.
  std::int64_t shifted = day + 719468;
  std::int64_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  std::int64_t day_of_era = shifted - era * 146097;
  std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  std::int64_t shifted_month = (5 * day_of_year + 2) / 153;
  CalendarTime time;
  time.day = static_cast<int>(day_of_year - (153 * shifted_month + 2) / 5 + 1);
  time.month = static_cast<int>(shifted_month < 10 ? shifted_month + 3 : shifted_month - 9);
  time.year = year_of_era + era * 400 + (time.month <= 2 ? 1 : 0);
  time.hour = in_day / 3600;
  time.minute = in_day / 60 % 60;
  time.second = in_day % 60;
  time.weekday = static_cast<int>(((day + 3) % 7 + 7) % 7);
  time.year_day = static_cast<int>(day - days_from_civil(time.year, 1, 1)) + 1;
  time.utc_offset = utc_offset;
  return time;
}

std::int64_t unix_seconds_of(const CalendarTime& time) {
  return days_from_civil(time.year, time.month, time.day) * 86400 + time.hour * 3600 + time.minute * 60 +
         time.second;
}

std::string ctime_text(const CalendarTime& time) {
  return std::string(short_day(time)) + " " + std::string(short_month(time)) + " " +
         padded(time.day, 2, ' ') + " " + clock_text(time) + " " + std::to_string(time.year);
}

std::string strftime_text(std::string_view format, const CalendarTime& time, std::string_view zone) {
  std::string text;
  for (std::size_t i = 0; i < format.size(); ++i) {
    if (format[i] != '%' || i + 1 == format.size()) {
      text += format[i];
      continue;
    }
    ++i;
    if (format[i] == '-' && i + 1 < format.size()) {  // glibc: without padding
      std::string shown = directive(format[++i], time, zone);
      std::size_t first = shown.find_first_not_of("0 ");
      text += first == shown.npos ? shown.substr(shown.size() - 1) : shown.substr(first);
      continue;
    }
    text += directive(format[i], time, zone);
  }
  return text;
}

std::string zone_name(int utc_offset) {
  return utc_offset == 0 ? "UTC" : offset_text(utc_offset).substr(0, 3);
}

}  // namespace loopscope::modules
