// ChromeTrace: the trace of a scenario's runs as the JSON that Perfetto opens, for `--trace`.
// Not for: the JSON itself (core/trace/chrome_json.h).
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace loopscope::session {

class ChromeTrace {
 public:
  ChromeTrace();
  ~ChromeTrace();
  // What follows belongs to this program.
  void begin_program(std::string_view label);
  // One batch of Session::drain_trace.
  void add(std::span<const std::byte> batch);
  std::string finish();

 private:
  class Writer;
  std::unique_ptr<Writer> writer_;
};

}  // namespace loopscope::session
