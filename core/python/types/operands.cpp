// Reading indexes and sizes of natives' arguments.
// Not slices (slice_type.h).
#include "core/python/types/operands.h"

#include <algorithm>

namespace loopscope::python {

bool has_index(Vm& vm, const Value& value) {
  return is_int(value) || lookup(vm.type_of(value), vm.names.dunder_index) != nullptr;
}

bool slice_bound(Vm& vm, const Value& value, std::int64_t* number) {
  if (!has_index(vm, value)) {
    vm.raise(vm.types.type_error, "slice indices must be integers or None or have an __index__ method");
    return false;
  }
  Value whole = vm.index_value(value);
  if (whole.is_empty()) return false;
  if (!int64_of(whole, number)) *number = big_of(whole).is_negative() ? INT64_MIN : INT64_MAX;
  *number = std::clamp(*number, INT64_MIN / 4, INT64_MAX / 4);
  return true;
}

bool clip_range(Vm& vm, const Arguments& arguments, std::size_t first, std::int64_t length,
                std::int64_t* start, std::int64_t* end) {
  *start = 0;
  *end = length;
  for (std::size_t i = 0; i < 2; ++i) {
    if (first + i >= arguments.size() || arguments[first + i].is_none()) continue;
    std::int64_t index = 0;
    if (!slice_bound(vm, arguments[first + i], &index)) return false;
    if (index < 0) index = std::max<std::int64_t>(index + length, 0);
    *(i == 0 ? start : end) = i == 0 ? index : std::min(index, length);
  }
  return true;
}

bool size_of(Vm& vm, const Value& value, std::int64_t* size) {
  Value whole = vm.index_value(value);
  if (whole.is_empty()) return false;
  if (int64_of(whole, size)) return true;
  vm.raise(vm.types.overflow_error, "Python int too large to convert to C ssize_t");
  return false;
}

bool check_repeat(Vm& vm, std::int64_t count, std::size_t bytes) {
  if (count <= 0 || bytes == 0) return true;
  constexpr std::uint64_t kMost = std::uint64_t{1} << 31;
  auto copies = static_cast<std::uint64_t>(count);
  if (copies < kMost && bytes < kMost / copies && vm.heap.reserve(static_cast<std::size_t>(copies) * bytes))
    return true;
  vm.raise_memory_error();
  return false;
}

bool close_gaps(Vm& vm, HashTable& table, std::uint32_t skipped) {
  // At the square root of the size both costs are the same.
  if (std::uint64_t{skipped} * skipped < std::uint64_t{table.used} + 256) return true;
  HashTable packed = {};
  if (!table_copy(vm, table, packed)) return false;
  std::swap(table, packed);
  table_clear(vm.heap, packed);
  return true;
}

}  // namespace loopscope::python
