// How asyncio's objects show themselves, as CPython's reprs do, made without running the script.
// Not for: the reprs of the script's own objects inside of them, beyond asking for them.
#pragma once

#include <span>
#include <string>

#include "core/modules/asyncio_types.h"

namespace loopscope::modules {

// repr(value). A script's __repr__ runs nested; where that fails, "<Kitchen object>".
std::string repr_now(python::Vm& vm, const python::Value& value);
// The same, shortened as reprlib does: long texts lose their middle, containers show their first items.
std::string short_repr(python::Vm& vm, const python::Value& value);

// "<Future finished result=3>", "<Task pending name='Task-2' coro=<f() running at x.py:3> cb=[g() at
// x.py:7]>"
std::string future_text(python::Vm& vm, FutureObject* future);
// "main() running at x.py:3", "main() done, defined at x.py:1"
std::string coroutine_text(python::Vm& vm, const python::Value& coroutine, const python::CodeObject* code);
// "cb() at x.py:3"; without a place for functions of the library and natives. With its arguments in debug
// mode.
std::string callback_text(python::Vm& vm, const python::Value& callback,
                          std::span<const python::Value> arguments = {}, bool debug = false);

}  // namespace loopscope::modules
