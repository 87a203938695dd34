// Fuzzes the front end: any bytes are a scenario that is cut and checked, and never a crash.
// Not for running what compiles (run_fuzz.cpp).
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/session/scenario.h"
#include "core/session/session.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const loopscope::session::Scenario scenario = loopscope::session::split_scenario(text);
  if (scenario.programs.empty()) __builtin_trap();
  if (loopscope::session::check(text).size() > scenario.programs.size()) __builtin_trap();
  return 0;
}
