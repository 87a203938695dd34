// RunIds: the counters that name a run's tasks and timers. Not for: requests, the host counts those.
#pragma once

#include <cstdint>

namespace loopscope::runtime {

// One per run, shared by all its loops: a program that calls asyncio.run twice goes on counting.
struct RunIds {
  std::uint32_t next_task = 1;  // TaskId in the trace
  std::uint32_t next_task_name =
      1;                         // N of "Task-N"; only tasks without a name of their own count, as in CPython
  std::uint32_t next_timer = 1;  // TimerId in the trace
};

}  // namespace loopscope::runtime
