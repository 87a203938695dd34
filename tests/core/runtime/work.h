// What the topics' scenarios share; scenarios/topic.py is the same in Python. Not for: running them
// (scenario.h).
#pragma once

#include <string>
#include <string_view>

#include "core/runtime/error_group.h"
#include "core/runtime/sleep.h"
#include "tests/core/runtime/scenario.h"

namespace loopscope::runtime {

// Sleeps, and ends with its name; or as `end` says: fails, refuses (to be cancelled), fails late (when
// cancelled).
inline Coroutine<std::string> work(Log& log, std::string name, int milliseconds, std::string_view end = "") {
  const Counted watched(milliseconds);
  if (auto slept = co_await sleep(std::chrono::milliseconds(milliseconds)); !slept) {
    log(name + " cancelled");
    if (end == "refuses") co_return name;
    if (end == "fails late") co_return Error(ErrorKind::Failed, name);
    co_return slept.error();
  }
  log(name + " done");
  if (end == "fails") co_return Error(ErrorKind::Failed, name);
  co_return name;
}

inline std::string words(const Error& error) {
  if (error.cancelled()) return "cancelled";
  if (error.is(ErrorKind::Timeout)) return "timeout";
  if (const ErrorGroup* group = group_of(error)) {
    std::string text = "group of ";
    std::string_view between;
    for (const Error& inner : group->errors()) {
      text += std::string(between) + words(inner);
      between = ", ";
    }
    return text;
  }
  return "error " + error.message();
}

inline std::string outcome(const Result<std::string>& result) {
  return result ? *result : words(result.error());
}
inline std::string outcome(const Result<>& result) { return result ? "None" : words(result.error()); }

}  // namespace loopscope::runtime
