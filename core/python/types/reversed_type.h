// reversed(): what calling the type makes.
// Not the iterators themselves (sequence_iterators.cpp).
#pragma once

#include "core/python/vm.h"

namespace loopscope::python {

Value reversed_create(Vm& vm, Type* type, const Arguments& arguments);

}  // namespace loopscope::python
