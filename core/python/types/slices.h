// Slices applied to a sequence of known length.
// Not the slice object's layout (core/python/slice.h).
#pragma once

#include <cstdint>

#include "core/python/vm.h"

namespace loopscope::python {

// The items start, start + step ... `count` of them. For step < 0 the last is the lowest.
struct SliceRange {
  std::int64_t start = 0;
  std::int64_t stop = 0;
  std::int64_t step = 1;
  std::int64_t count = 0;
};

inline bool is_slice(const Vm& vm, const Value& value) { return vm.is_exact(value, vm.types.slice); }

// Does a script's object in the key, an index or a slice, have to say which number it stands for? Then the
// container may be another one afterwards: by_plain_key, before its length is read.
bool asks_script(Vm& vm, const Value& key);
// `base`'s own container[key], or its assignment, or with an empty `value` its deletion, once the key is of
// ints. A tail call.
Value get_by_plain_key(Vm& vm, Type* base, const Value& container, const Value& key);
Value set_by_plain_key(Vm& vm, Type* base, const Value& container, const Value& key, const Value& value);

// Clips a slice to a sequence of `length` items. False: raised ("slice step cannot be zero" ...).
bool resolve_slice(Vm& vm, const Value& slice, std::int64_t length, SliceRange* range);

// The same with numbers of any size: what slice.indices() and slices of ranges give.
struct WholeSlice {
  BigInteger start;
  BigInteger stop;
  BigInteger step;
};
bool resolve_whole_slice(Vm& vm, const Value& slice, const BigInteger& length, WholeSlice* whole);

// The setter of the attributes of slices and ranges: AttributeError "readonly attribute".
Value refuse_write(Vm& vm, const Value& self, const Value& value);

// An int index into a sequence of `length` items, negative ones from the end. False: raised; `range_message`
// is the IndexError's text ("list index out of range"), `kind` begins the TypeError ("list": "list indices
// must be ...").
bool resolve_index(Vm& vm, const Value& index, std::int64_t length, std::int64_t* position, const char* kind,
                   const char* range_message);

}  // namespace loopscope::python
