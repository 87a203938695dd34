// watch_error: an error that nobody ever looks at is told to the loop's exception handler, as CPython does
// for "Task exception was never retrieved". Not for: the handler, see diagnostics.h.
#pragma once

#include <source_location>

namespace loopscope::runtime {

class FutureBase;

// `future` has just failed. When it dies, or when its loop does, and its error was never retrieved (by an
// await, result(), a gather), the loop's exception handler is called, once. `origin`: the coroutine's
// function; of no coroutine: {}.
void watch_error(FutureBase& future, std::source_location origin);

}  // namespace loopscope::runtime
