// Who waits for whom: the coroutines that are under way in a task, what it is parked at, and who is parked at
// it. What asyncio.graph and Task.get_stack are in Python. Not for: changing anything; nor for history, that
// is the trace.
#pragma once

#include <source_location>
#include <string>
#include <vector>

#include "core/runtime/task_base.h"

namespace loopscope::runtime {

// The functions under way in a C++ task, outermost first: each awaits the next. None of a task that has
// ended, or whose code is of another kind.
std::vector<std::source_location> coroutine_stack(const TaskBase& task);

// The tasks that `future` would wake, in the order in which they came to wait: those that await it, and those
// that await a gather, wait, shield or TaskGroup that hears of it.
std::vector<TaskBase*> awaited_by(const FutureBase& future);

// From `task` along what each waits for: the tasks, itself first. It ends with one that is not parked at a
// task, or before one that is there already: then they wait for each other.
std::vector<const TaskBase*> waiting_chain(const TaskBase& task);

// All unfinished tasks of a loop in words, a line each, in order of creation:
//   Task-1: main > load, waits for Task-2
//   Task-2: fetch_page, waits for a future; awaited by Task-1
std::string format_call_graph(const EventLoop& loop);

}  // namespace loopscope::runtime
