// "<module.Name object at 0x...>" and the address in it.
// Not here: reprs of types that have one of their own.
#pragma once

#include <string>

#include "core/python/value.h"

namespace loopscope::python {

class Vm;

std::string address_text(const Value& object);
std::string default_repr(Vm& vm, const Value& object);
// "__main__.Kitchen", or "list" for builtins: as type names stand in reprs.
std::string qualified_type_name(Vm& vm, const Value& type);

}  // namespace loopscope::python
