// The natives that library/containers.py uses, as the module _containers.
// Not what scripts call.
#pragma once

#include "core/python/vm.h"

namespace loopscope::python {

// sort_with_keys(list, keys, reverse): sorts the list by keys that are there already.
Value sort_with_keys(Vm& vm, const Arguments& arguments);
// exchange_items(list, held) -> list: the list's items; it gets those of `held`, which is empty then.
Value exchange_items(Vm& vm, const Arguments& arguments);
// enter_repr(object) -> bool, leave_repr(): see Vm.
Value enter_repr(Vm& vm, const Arguments& arguments);
Value leave_repr(Vm& vm, const Arguments& arguments);
// add_to_set(set, item): a frozenset that is being made, too.
Value add_to_set(Vm& vm, const Arguments& arguments);

}  // namespace loopscope::python
