// What fills the bare builtin types with methods and the builtins with functions: called once by Vm's
// constructor. Not here: the types the machine itself owns (functions, classes, exceptions, generators).
#pragma once

namespace loopscope::python {

class Vm;

// types/install.cpp: int, float, bool, str, bytes, list, tuple, dict, set, frozenset, range, slice, None ...
void install_builtin_types(Vm& vm);
// builtins/install.cpp: print, len, sorted ...; the types are put among the builtins by the machine.
void install_builtins(Vm& vm);

}  // namespace loopscope::python
