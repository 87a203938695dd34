// The hash of several values in a row, as tuples and slices have it.
// Not of sets (set_type.cpp), whose items have no order.
#pragma once

#include <cstdint>
#include <span>

#include "core/python/vm.h"

namespace loopscope::python {

inline constexpr std::uint64_t kHashSeed = 2870177450012600261U;

// False: raised.
bool hash_items(Vm& vm, std::span<const Value> items, std::uint64_t* total);
Value finish_hash(Vm& vm, std::uint64_t total);

}  // namespace loopscope::python
