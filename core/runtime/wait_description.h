// WaitDescription: what somebody waits for, in the trace's words. Not for: waiting.
#pragma once

#include <cstdint>
#include <vector>

#include "core/trace/record.h"

namespace loopscope::runtime {

struct WaitDescription {
  trace::WaitKind kind = trace::WaitKind::Other;
  std::uint32_t object = 0;            // TaskId, RequestId or TimerId, as record.h says under WaitBegin
  std::uint64_t value = 0;             // deadline of a Sleep, microseconds
  std::vector<trace::TaskId> further;  // tasks beyond the first (gather and such)
};

}  // namespace loopscope::runtime
