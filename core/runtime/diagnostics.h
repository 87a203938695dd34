// The loop's exception handler and its debug mode: what nobody awaits to hear of. CPython's
// loop.set_exception_handler, call_exception_handler, set_debug and slow_callback_duration
// (asyncio/base_events.py, _run_once). Not for: errors that somebody awaits; those are Results. Nor for
// drawing: that is the trace.
#pragma once

#include <functional>
#include <source_location>
#include <string>

#include "core/runtime/event_loop.h"

namespace loopscope::runtime {

// What a handler is told.
struct ErrorContext {
  std::string message;               // "Task exception was never retrieved" and such
  Error error = {};                  // kind None: the message says it all
  FutureBase* future = nullptr;      // whose error it is, a TaskBase if is_task(); only during the call
  std::source_location origin = {};  // the coroutine's function, where there is one
};

// Called inside a step, or while the loop is destroyed: it may look and write, and must not touch the loop's
// queues then.
using ExceptionHandler = std::function<void(EventLoop& loop, const ErrorContext& context)>;

//   set_exception_handler(loop, [](EventLoop&, const ErrorContext& context) { log(context.message); });
// An empty one: the default again, which writes the message, the future and the error to the host's stderr.
void set_exception_handler(EventLoop& loop, ExceptionHandler handler);
void call_exception_handler(EventLoop& loop, const ErrorContext& context);

// Debug mode reports, each through the exception handler and as CPython words it:
// - a step or callback that took `slow_step` or longer on the loop's clock ("Executing <Task ...> took 0.150
//   seconds");
// - a coroutine that is destroyed without ever having run ("coroutine 'f' was never awaited"). Coroutines
// know no
//   loop: it is told to the loop of this thread whose debug mode was turned on last;
// - a task that has not ended when its loop goes away ("Task was destroyed but it is pending!").
// Each step costs two readings of the clock then; off it costs nothing.
void set_debug(EventLoop& loop, bool debug, Microseconds slow_step = std::chrono::milliseconds(100));

// <Task pending name='Task-2' coro=<f()> wait_for=<Future pending>>, <Future finished error='timed out'>: a
// future in words, like CPython's repr.
std::string describe(const FutureBase& future);
// The name of the function, without its namespaces and parameters: f.
std::string_view function_name(const std::source_location& location);

}  // namespace loopscope::runtime
