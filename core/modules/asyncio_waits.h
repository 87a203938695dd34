// WaitObject: what the library awaits for the runtime's own waits: a sleep's timer, a request, a turn of the
// loop. Not for: futures that scripts see (asyncio_types.h).
#pragma once

#include <cstdint>

#include "core/modules/asyncio_types.h"
#include "core/runtime/request_future.h"
#include "core/runtime/sleep_future.h"

namespace loopscope::modules {

enum class WaitKind : std::uint8_t {
  Sleep,    // gives None
  Request,  // gives what http_outcome makes
  Turn,     // a bare yield; gives None in the next turn
};

// Awaited once, by the library coroutine that made it.
struct WaitObject : python::Object {
  runtime::Ref<runtime::FutureBase> future;  // null for a turn
  WaitKind kind;
  bool asked;  // a turn's first question is over
};

python::Ref<python::Type> make_wait_type(python::Vm& vm);
python::Value make_wait(python::Vm& vm, WaitKind kind, runtime::Ref<runtime::FutureBase> future);

// loop.time(), and its way back: when a timer set for a loop time, or for so many seconds from now, comes
// due.
double loop_time(runtime::EventLoop& loop);
runtime::Microseconds deadline_at(double loop_time);
runtime::Microseconds deadline_after(runtime::EventLoop& loop, double seconds);

}  // namespace loopscope::modules
