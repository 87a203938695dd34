// The way between the runtime's errors and the script's exceptions.
// Not for: exceptions of the machine itself (core/python).
#pragma once

#include <string>

#include "core/python/native.h"
#include "core/python/vm.h"
#include "core/runtime/error.h"
#include "core/runtime/future_base.h"

namespace loopscope::modules {

// The type, which no script sees, of the objects that errors carry what the script gave in.
python::Ref<python::Type> make_error_payload_type(python::Vm& vm);
// For the traverse slot of a script's future: what its error, or the cancellation that it was asked for,
// holds. (A request's error never gets there: its library makes an exception of it first.)
void visit_error(const runtime::FutureBase& future, python::GcVisitor& visitor);

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
