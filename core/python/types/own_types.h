// The types that types/ makes for itself: iterators, views, and the lazy iterators among the builtins.
// Not the ones the machine knows by name (well_known_types.h).
#pragma once

#include <cstdint>

#include "core/python/vm.h"

namespace loopscope::python {

enum class OwnType : std::uint8_t {
  kListIterator,
  kTupleIterator,
  kStrIterator,
  kBytesIterator,
  kRangeIterator,
  kListReverseIterator,
  kReversed,
  kDictKeys,
  kDictValues,
  kDictItems,
  kDictKeyIterator,
  kDictValueIterator,
  kDictItemIterator,
  kDictReverseIterator,
  kSetIterator,
  kEnumerate,
  kZip,
  kMap,
  kFilter,
  kIndexIterator,
  kCallIterator,
  kWideStrIterator,  // over a str that is not ASCII
  kGenericAlias,
  kUnion,
};

inline Type* own_type(const Vm& vm, OwnType type) { return vm.types.own[static_cast<std::size_t>(type)]; }
inline bool is_own(const Vm& vm, const Value& value, OwnType type) {
  return vm.is_exact(value, own_type(vm, type));
}

// Makes the type and keeps it for as long as the machine lives; `named`: it is among the builtins, too.
void install_own_type(Vm& vm, OwnType type, const TypeSpec& spec, bool named = false);

}  // namespace loopscope::python
