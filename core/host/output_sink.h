// OutputSink: where a host's write() ends up: a file descriptor, a string, a page. Not for: buffering rules
// of the script.
#pragma once

#include <string_view>

#include "core/runtime/host.h"

namespace loopscope::host {

class OutputSink {
 public:
  // Text of the script, UTF-8, in pieces of any size, in the order in which it was printed.
  virtual void write(runtime::OutputStream stream, std::string_view text) = 0;

 protected:
  ~OutputSink() = default;  // outlives the host, which does not own it
};

}  // namespace loopscope::host
