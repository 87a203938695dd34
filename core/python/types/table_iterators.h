// What tells iterators of dict and set from others.
// Not making them (iterators.h).
#pragma once

#include "core/python/vm.h"

namespace loopscope::python {

bool is_table_next(Value (*next)(Vm&, const Value&));

}  // namespace loopscope::python
