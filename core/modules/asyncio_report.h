// Where errors go that nobody can catch: the loop's exception handler, or stderr; and what debug mode adds.
// Not for: the handler's own rules (call_exception_handler in library/asyncio/loops.py).
#pragma once

#include <string>
#include <string_view>

#include "core/modules/asyncio_types.h"

namespace loopscope::modules {

struct LoopError {
  std::string_view message;
  std::string_view key;                    // "future", "task" or "handle"
  python::Value subject = {};              // what stands under it; empty for an object that is going away
  std::string text = {};                   // its repr
  python::Value exception = {};            // may be empty
  const python::Object* origin = nullptr;  // the object whose place of creation debug mode knows
};

// Somebody in the script is to be told: set_exception_handler was called, or the program has imported
// logging, whose logger "asyncio" gets what is said by default.
bool has_handler(const LoopObject* loop);
// What calling the handler is: loop.call_exception_handler, and its argument.
python::Value handler_method(python::Vm& vm, LoopObject* loop);
python::Value handler_argument(python::Vm& vm, const LoopError& error);
// What happens where nobody is: message, "key: text" and the exception's traceback on stderr, as CPython's
// logger prints them.
void print_loop_error(python::Vm& vm, const LoopError& error);

// -- debug mode --
// Remembers where the user's code makes `object`; nothing where the loop is not in debug mode.
void remember_origin(python::Vm& vm, const LoopObject* loop, const python::Object* object);
void forget_origin(python::Vm& vm, const python::Object* object);
// " created at x.py:9", or "".
std::string created_at_text(python::Vm& vm, const python::Object* object);

double seconds_taken(const LoopObject* loop);
// A step or a callback begins; when it is over, what took longer than loop.slow_callback_duration is
// reported.
inline void begin_timed(LoopObject* loop) {
  loop->step_began = loop->debug ? loop->loop->time() : runtime::Microseconds{-1};
}
inline bool is_slow(const LoopObject* loop) {
  return loop->step_began.count() >= 0 && seconds_taken(loop) >= loop->slow_seconds;
}
void report_slow(python::Vm& vm, LoopObject* loop, std::string_view shown);

}  // namespace loopscope::modules
