// What call_soon, call_later and call_at give: a callback on its way, which can be cancelled.
// Not for: callbacks of futures (asyncio_callback.h).
#pragma once

#include "core/modules/asyncio_types.h"

namespace loopscope::modules {

python::Ref<python::Type> make_handle_type(python::Vm& vm);
python::Ref<python::Type> make_timer_handle_type(python::Vm& vm, python::Type* handle);

// What call_soon gives, without a place in the loop: for who asks about a callback that has none.
python::Value make_handle(python::Vm& vm, LoopObject* loop, python::Value callback,
                          std::span<const python::Value> arguments, python::Value context);
// loop.call_soon(callback, *arguments); `context` as context_argument gives it.
python::Value call_soon(python::Vm& vm, LoopObject* loop, python::Value callback,
                        std::span<const python::Value> arguments, python::Value context);
// loop.call_at; `when` on the runtime's clock.
python::Value call_at(python::Vm& vm, LoopObject* loop, runtime::Microseconds when, python::Value callback,
                      std::span<const python::Value> arguments, python::Value context);

}  // namespace loopscope::modules
