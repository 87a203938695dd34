// Tuple: tuple, items inline.
// Not here: its methods (types/).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/python/object.h"
#include "core/python/value.h"

namespace loopscope::python {

class Vm;

struct Tuple : Object {
  std::uint32_t size;
  // sizeof(Tuple) bytes in, `size` Values follow.
  Value* begin() { return reinterpret_cast<Value*>(reinterpret_cast<char*>(this) + kItemsOffset); }
  const Value* begin() const { return const_cast<Tuple*>(this)->begin(); }
  Value* end() { return begin() + size; }
  const Value* end() const { return begin() + size; }
  Value& operator[](std::size_t index) { return begin()[index]; }
  const Value& operator[](std::size_t index) const { return begin()[index]; }
  std::span<const Value> items() const { return {begin(), size}; }

  static constexpr std::size_t kItemsOffset = 24;
  static std::size_t bytes_for(std::size_t size) { return kItemsOffset + size * sizeof(Value); }
};
static_assert(sizeof(Tuple) <= Tuple::kItemsOffset);

// A tuple of `size` empty Values, to be filled before anything else can see it.
Ref<Tuple> make_tuple(Vm& vm, std::size_t size);
Ref<Tuple> make_tuple(Vm& vm, std::span<const Value> items);
// Exact matches, or else argument-dependent lookup prefers std::make_tuple.
inline Ref<Tuple> make_tuple(Vm& vm, std::vector<Value>& items) {
  return make_tuple(vm, std::span<const Value>(items));
}
inline Ref<Tuple> make_tuple(Vm& vm, const std::vector<Value>& items) {
  return make_tuple(vm, std::span<const Value>(items));
}

}  // namespace loopscope::python
