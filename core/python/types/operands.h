// Reading natives' operands: which are ints, floats, texts, and their plain C++ values.
// Not what objects of the script stand for (vm.index_value), and not binding arguments (native.h).
#pragma once

#include <cstdint>
#include <string_view>

#include "core/python/integer.h"
#include "core/python/string.h"
#include "core/python/vm.h"

namespace loopscope::python {

inline bool has_layout(const Value& value, Layout layout) {
  return value.is_object() && value.object()->type->layout == layout;
}

// -- ints: small ones, bools, big ones and instances of subclasses --
inline bool is_int(const Value& value) {
  return value.is_small_int() || value.is_bool() || has_layout(value, Layout::kInteger);
}
// False: it is beyond 64 bits. The value is an int.
inline bool int64_of(const Value& value, std::int64_t* number) {
  if (value.is_small_int()) {
    *number = value.as_small_int();
    return true;
  }
  if (value.is_bool()) {
    *number = value.is_true() ? 1 : 0;
    return true;
  }
  auto wide = value.as<Integer>()->number.to_int64();
  if (wide) *number = *wide;
  return wide.has_value();
}
inline BigInteger big_of(const Value& value) {
  if (value.is_small_int()) return BigInteger(value.as_small_int());
  if (value.is_bool()) return BigInteger(value.is_true() ? 1 : 0);
  return value.as<Integer>()->number;
}

// -- floats --
inline bool is_float(const Value& value) { return value.is_double() || has_layout(value, Layout::kFloat); }
inline double double_of(const Value& value) {
  return value.is_double() ? value.as_double() : value.as<FloatObject>()->number;
}
// An int or float as a double. False: an int beyond all doubles (nothing is raised).
inline bool real_of(const Value& value, double* number) {
  if (is_float(value)) {
    *number = double_of(value);
    return true;
  }
  if (value.is_small_int()) {
    *number = static_cast<double>(value.as_small_int());
    return true;
  }
  auto real = big_of(value).to_double();
  if (real) *number = *real;
  return real.has_value();
}
inline bool is_real(const Value& value) { return is_float(value) || is_int(value); }

// -- texts --
inline bool is_str(const Value& value) { return has_layout(value, Layout::kString); }
inline std::string_view view_of(const Value& str) { return str.as<String>()->view(); }
inline bool is_bytes(const Value& value) { return has_layout(value, Layout::kBytes); }
inline std::string_view bytes_view(const Value& bytes) { return bytes.as<Bytes>()->view(); }

// -- indexes --
// An int, or an object with __index__.
bool has_index(Vm& vm, const Value& value);
// A bound of a slice, far beyond every length where it is large. False: raised.
bool slice_bound(Vm& vm, const Value& value, std::int64_t* number);
// An optional [start, end) of a sequence method ("abc".find(x, start, end)): None and missing are the ends,
// negative ones count from the end, all clipped to 0 .. length. False: raised.
bool clip_range(Vm& vm, const Arguments& arguments, std::size_t first, std::int64_t length,
                std::int64_t* start, std::int64_t* end);
// A count or width: an int that fits the machine. False: raised.
bool size_of(Vm& vm, const Value& value, std::int64_t* size);
// `count` copies of `bytes` bytes each: false and MemoryError where that is too large.
bool check_repeat(Vm& vm, std::int64_t count, std::size_t bytes);

// -- tables --
// After `skipped` deleted entries were passed to find a live one: closes all gaps where passing them again
// and again would cost more than that. False: MemoryError.
bool close_gaps(Vm& vm, HashTable& table, std::uint32_t skipped);

}  // namespace loopscope::python
