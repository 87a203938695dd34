// The event loop as scripts have it: its type, and which one runs.
// Not for: turns and queues (runtime/event_loop.h).
#pragma once

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

}  // namespace loopscope::modules
