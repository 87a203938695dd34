// Sorting values: stable, by natural runs and merges.
// Not list.sort's arguments (sort.cpp's sort_list).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/python/vm.h"

namespace loopscope::python {

// The order that sorts the keys, stable; `reverse` keeps equal ones in their order, too. False: raised.
bool sorted_order(Vm& vm, std::span<const Value> keys, bool reverse, std::vector<std::uint32_t>* order);

}  // namespace loopscope::python
