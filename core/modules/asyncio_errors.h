// The way between the runtime's errors and the script's exceptions.
// Not for: exceptions of the machine itself (core/python).
#pragma once

#include <string>

#include "core/python/vm.h"
#include "core/runtime/error.h"

namespace loopscope::modules {

// An Error that carries `exception`: Cancelled if it is asyncio's CancelledError, else Failed.
runtime::Error error_of_exception(python::Vm& vm, python::Value exception);
// What cancel(msg) hands on; null for None.
runtime::Ref<runtime::ErrorPayload> cancel_message(python::Vm& vm, const python::Value& message);
// The exception that an error stands for: the very one that was raised, or a new one of the fitting type.
python::Value exception_of_error(python::Vm& vm, const runtime::Error& error);

// What a gather that returns exceptions has for a cancelled child: a new CancelledError with the message, or
// with "".
python::Value cancellation_as_result(python::Vm& vm, const runtime::Error& error);

}  // namespace loopscope::modules
