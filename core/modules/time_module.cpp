// time: the clocks of a run, the sleep that blocks, and the calendar.
// Not for: asyncio's sleep.
#include <cmath>

#include "core/modules/calendar_time.h"
#include "core/modules/module_table.h"
#include "core/modules/script_run.h"
#include "core/python/types/operands.h"

namespace loopscope::modules {
namespace {

using python::Arguments;
using python::Dict;
using python::Value;
using python::Vm;

double seconds_of(std::int64_t microseconds) { return static_cast<double>(microseconds) / 1e6; }

std::int64_t unix_now(Vm& vm) {
  ScriptRun& run = ScriptRun::of(vm);
  return run.settings().unix_start_us + run.read_clock_us();
}
std::int64_t monotonic_now(Vm& vm) { return kMonotonicStartUs + ScriptRun::of(vm).read_clock_us(); }

Value time(Vm& vm, const Arguments&) { return Value::real(seconds_of(unix_now(vm))); }
Value time_ns(Vm& vm, const Arguments&) { return vm.make_int(unix_now(vm) * 1000); }
Value monotonic(Vm& vm, const Arguments&) { return Value::real(seconds_of(monotonic_now(vm))); }
Value monotonic_ns(Vm& vm, const Arguments&) { return vm.make_int(monotonic_now(vm) * 1000); }
// The processor's time of this program: computing is all that costs any.
Value process_time(Vm& vm, const Arguments&) {
  return Value::real(seconds_of(ScriptRun::of(vm).computed_us()));
}

// False: raised.
bool number_of(Vm& vm, const Value& value, double* number) {
  if (value.is_double()) return *number = value.as_double(), true;
  if (vm.has_layout(value, python::Layout::kFloat))
    return *number = value.as<python::FloatObject>()->number, true;
  Value whole = vm.index_value(value);
  if (whole.is_empty()) return false;
  std::int64_t small = 0;
  if (python::int64_of(whole, &small)) return *number = static_cast<double>(small), true;
  // Beyond every time.
  *number = whole.as<python::Integer>()->number.is_negative() ? -1e300 : 1e300;
  return true;
}

Value sleep(Vm& vm, const Arguments& arguments) {
  double seconds = 0;
  if (!number_of(vm, arguments[0], &seconds)) return {};
  if (std::isnan(seconds)) return vm.raise(vm.types.value_error, "Invalid value NaN (not a number)");
  if (seconds < 0) return vm.raise(vm.types.value_error, "sleep length must be non-negative");
  if (seconds > 9.2e9)
    return vm.raise(vm.types.overflow_error, "timestamp too large to convert to C PyTime_t");
  python::BlockRequest block;
  block.kind = static_cast<std::uint32_t>(BlockKind::Sleep);
  block.microseconds = static_cast<std::int64_t>(std::nearbyint(seconds * 1e6));
  return vm.block(std::move(block));
}

// The seconds of an optional argument; without one, now.
bool moment_of(Vm& vm, const Arguments& arguments, std::int64_t* seconds) {
  if (arguments.size() == 0 || arguments[0].is_none()) {
    *seconds = static_cast<std::int64_t>(std::floor(seconds_of(unix_now(vm))));
    return true;
  }
  double number = 0;
  if (!number_of(vm, arguments[0], &number)) return false;
  if (!(std::fabs(number) < 2.5e11)) {
    vm.raise(vm.types.overflow_error, "timestamp out of range for platform time_t");
    return false;
  }
  *seconds = static_cast<std::int64_t>(std::floor(number));
  return true;
}

int utc_offset(Vm& vm) { return ScriptRun::of(vm).settings().utc_offset_seconds; }

Value tuple_of(Vm& vm, const CalendarTime& time) {
  const Value items[] = {
      Value::small_int(time.year),    Value::small_int(time.month),    Value::small_int(time.day),
      Value::small_int(time.hour),    Value::small_int(time.minute),   Value::small_int(time.second),
      Value::small_int(time.weekday), Value::small_int(time.year_day), Value::small_int(0)};
  return python::make_tuple(vm, items).value();
}

// Nine numbers back to a time. False: raised.
bool calendar_of(Vm& vm, const Value& value, CalendarTime* time) {
  if (!vm.is_tuple(value) || value.as<python::Tuple>()->size < 9) {
    vm.raise(vm.types.type_error, "Tuple or struct_time argument required");
    return false;
  }
  std::int64_t fields[9];
  for (std::size_t i = 0; i < 9; ++i) {
    if (!vm.index_of((*value.as<python::Tuple>())[i], &fields[i])) return false;
  }
  constexpr std::int64_t kMost[] = {9999, 12, 31, 23, 59, 61, 6, 366, 1};
  constexpr std::int64_t kLeast[] = {-9999, 1, 1, 0, 0, 0, 0, 1, -1};
  constexpr const char* kNames[] = {"year",    "month",       "day of month", "hour", "minute",
                                    "seconds", "day of week", "day of year",  "isdst"};
  for (std::size_t i = 0; i < 9; ++i) {
    if (fields[i] < kLeast[i] || fields[i] > kMost[i]) {
      vm.raise(vm.types.value_error, kNames[i], " out of range");
      return false;
    }
  }
  time->year = fields[0];
  time->month = static_cast<int>(fields[1]);
  time->day = static_cast<int>(fields[2]);
  time->hour = static_cast<int>(fields[3]);
  time->minute = static_cast<int>(fields[4]);
  time->second = static_cast<int>(fields[5]);
  time->weekday = static_cast<int>(fields[6]);
  time->year_day = static_cast<int>(fields[7]);
  time->utc_offset = utc_offset(vm);
  return true;
}

// The nine fields, for library/time.py's struct_time.
Value gmtime_fields(Vm& vm, const Arguments& arguments) {
  std::int64_t seconds = 0;
  return moment_of(vm, arguments, &seconds) ? tuple_of(vm, calendar_time(seconds, 0)) : Value();
}
Value localtime_fields(Vm& vm, const Arguments& arguments) {
  std::int64_t seconds = 0;
  return moment_of(vm, arguments, &seconds) ? tuple_of(vm, calendar_time(seconds, utc_offset(vm))) : Value();
}

Value mktime(Vm& vm, const Arguments& arguments) {
  CalendarTime time;
  if (!calendar_of(vm, arguments[0], &time)) return {};
  return Value::real(static_cast<double>(unix_seconds_of(time) - time.utc_offset));
}

Value ctime(Vm& vm, const Arguments& arguments) {
  std::int64_t seconds = 0;
  if (!moment_of(vm, arguments, &seconds)) return {};
  return vm.make_string(ctime_text(calendar_time(seconds, utc_offset(vm))));
}

// The time of an optional tuple; without one, now.
bool time_of(Vm& vm, const Arguments& arguments, std::size_t index, CalendarTime* time) {
  if (arguments.size() > index) return calendar_of(vm, arguments[index], time);
  std::int64_t seconds = 0;
  if (!moment_of(vm, arguments.skip(static_cast<std::uint32_t>(arguments.size())), &seconds)) return false;
  *time = calendar_time(seconds, utc_offset(vm));
  return true;
}

Value asctime(Vm& vm, const Arguments& arguments) {
  CalendarTime time;
  return time_of(vm, arguments, 0, &time) ? vm.make_string(ctime_text(time)) : Value();
}

Value strftime(Vm& vm, const Arguments& arguments) {
  if (!vm.is_string(arguments[0])) {
    return vm.raise(vm.types.type_error, "strftime() argument 1 must be str, not ",
                    vm.type_name(arguments[0]));
  }
  CalendarTime time;
  if (!time_of(vm, arguments, 1, &time)) return {};
  return vm.make_string(
      strftime_text(arguments[0].as<python::String>()->view(), time, zone_name(time.utc_offset)));
}

constexpr python::NativeSpec kFunctions[] = {
    {"time", time},
    {"time_ns", time_ns},
    {"monotonic", monotonic},
    {"monotonic_ns", monotonic_ns},
    {"perf_counter", monotonic},
    {"perf_counter_ns", monotonic_ns},
    {"process_time", process_time},
    {"thread_time", process_time},
    {"sleep", sleep, 1, 1, python::kNativeMaySuspend},
    {"_gmtime", gmtime_fields, 0, 1},
    {"_localtime", localtime_fields, 0, 1},
    {"mktime", mktime, 1, 1},
    {"ctime", ctime, 0, 1},
    {"asctime", asctime, 0, 1},
    {"strftime", strftime, 1, 2},
};

}  // namespace

void initialize_time(Vm& vm, Dict* dict) {
  python::add_functions(vm, dict, kFunctions, "time");
  std::string zone = zone_name(utc_offset(vm));
  const Value names[] = {vm.make_string(zone), vm.make_string(zone)};
  python::dict_set_string(vm, dict, vm.intern("tzname"), python::make_tuple(vm, names).value());
  python::dict_set_string(vm, dict, vm.intern("timezone"), Value::small_int(-utc_offset(vm)));
  python::dict_set_string(vm, dict, vm.intern("altzone"), Value::small_int(-utc_offset(vm)));
  python::dict_set_string(vm, dict, vm.intern("daylight"), Value::small_int(0));
}

}  // namespace loopscope::modules
