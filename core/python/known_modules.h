// Names of Python's standard modules, for "Did you forget to import 'x'?".
// Not here: the modules that a program can import (Vm::add_modules).
#pragma once

#include <string_view>

namespace loopscope::python {

// sys.stdlib_module_names of CPython 3.13, without those that begin with an underscore.
bool is_standard_module(std::string_view name);

}  // namespace loopscope::python
