// The library Python of the machine itself (library/*.py): compiled at its first use, kept for the machine's
// life. Not here: modules that scripts import (vm_import.cpp).
#pragma once

#include <memory>
#include <string_view>

#include "core/python/code.h"
#include "core/python/value.h"

namespace loopscope::python {

class Vm;

// The dict of library/FILE.py. Empty: raised (a mistake of ours).
Value load_library(Vm& vm, std::string_view file);

// A function of it, also inside a NativeOnly scope. Empty: raised.
Value load_library_function(Vm& vm, std::string_view file, std::string_view function);

// Compiles our own text with the library flag in every code of it. Null: raised SystemError.
std::shared_ptr<const CodeData> compile_library(Vm& vm, std::string_view name, std::string_view text,
                                                std::uint32_t flags);

}  // namespace loopscope::python
