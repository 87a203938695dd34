// The event loop as scripts have it: its type, its handles, and where errors go that nobody can catch.
// Not for: turns and queues (runtime/event_loop.h).
#pragma once

#include <string>
#include <string_view>

#include "core/modules/asyncio_types.h"

namespace loopscope::modules {

python::Ref<python::Type> make_loop_type(python::Vm& vm);

// The loop that runs; null and RuntimeError raised: none does.
LoopObject* running_loop_or_raise(python::Vm& vm);
// The loop of a keyword argument `loop`, or where that is missing or None the one that runs or was set; null:
// raised.
LoopObject* loop_argument(python::Vm& vm, const python::Value& loop);

// loop.create_task(coroutine, name=name, context=context); those two may be empty or None. Empty: raised.
python::Value create_task_on(python::Vm& vm, LoopObject* loop, python::Value coroutine,
                             const python::Value& name, const python::Value& context);

// What loop.call_exception_handler does, for errors that the runtime finds: the handler that the script has
// set is called by the loop soon; else `message`, "key: text" and the exception's traceback go to stderr, as
// CPython's logger prints them. `exception` may be empty; `subject` is what stands under `key` for the
// script's handler, empty: the text.
void report_loop_error(python::Vm& vm, LoopObject* loop, std::string_view message, std::string_view key,
                       std::string_view text, const python::Value& subject, const python::Value& exception);

}  // namespace loopscope::modules
