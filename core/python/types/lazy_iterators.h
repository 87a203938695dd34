// The lazy iterators among the builtins: enumerate, zip, map, filter.
// Not the iterators of containers (iterators.h).
#pragma once

#include "core/python/vm.h"

namespace loopscope::python {

// True where its sources are native and it calls no function: then `next` never needs the script.
bool is_native_lazy_iterator(const Value& iterator);

}  // namespace loopscope::python
