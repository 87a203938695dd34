// Reports as JSON, by the one writer of JSON that core has.
// Not for: what the figures mean (session.h).
#include "core/session/report_json.h"

#include "core/host/json_value.h"

namespace loopscope::session {
namespace {

using host::JsonValue;

// Seconds to the microsecond, without the zeros at the end: 12, 0.5, 3.000002.
JsonValue seconds(runtime::Microseconds time) {
  std::string text = std::to_string(time.count() / 1'000'000);
  if (std::int64_t fraction = time.count() % 1'000'000; fraction != 0) {
    std::string digits = std::to_string(fraction);
    text += "." + std::string(6 - digits.size(), '0') + digits;
    while (text.ends_with('0')) text.pop_back();
  }
  return JsonValue::number(text);
}

JsonValue number(std::uint32_t value) { return JsonValue(static_cast<std::int64_t>(value)); }

JsonValue error_json(const Diagnostic& error) {
  return JsonValue::object()
      .set("line", error.line)
      .set("column", error.column)
      .set("end_line", error.end_line)
      .set("end_column", error.end_column)
      .set("message", error.message);
}

JsonValue program_json(const Report& report) {
  JsonValue program = JsonValue::object();
  program.set("label", report.label)
      .set("mode", report.mode == Mode::Blocking ? "blocking" : "as-written")
      .set("elapsed_s", seconds(report.elapsed))
      .set("tasks", number(report.tasks))
      .set("peak_waiting", number(report.peak_waiting))
      .set("blocked_s", seconds(report.blocked))
      .set("loop_busy_s", seconds(report.loop_busy))
      .set("requests", number(report.requests))
      .set("stdout", report.standard_output)
      .set("stderr", report.standard_error)
      .set("exit_status", report.exit_status ? JsonValue(*report.exit_status) : JsonValue());
  if (report.error) program.set("error", error_json(*report.error));
  if (!report.waiting_forever.empty()) {
    JsonValue lines = JsonValue::array();
    for (const std::string& line : report.waiting_forever) lines.push(line);
    program.set("waiting_forever", std::move(lines));
  }
  if (report.time_limit_reached) program.set("time_limit_reached", true);
  return program;
}

}  // namespace

std::string report_json(std::span<const Report> programs) {
  JsonValue list = JsonValue::array();
  for (const Report& report : programs) list.push(program_json(report));
  JsonValue document = JsonValue::object();
  document.set("version", 1).set("programs", std::move(list));
  return to_text(document, {2, ",", ": ", false, false}) + "\n";
}

}  // namespace loopscope::session
