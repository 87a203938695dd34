// set and frozenset: what their files and dict's views share.
// Not the layout (core/python/dict.h).
#pragma once

#include "core/python/vm.h"

namespace loopscope::python {

// A set of a list's or tuple's items. Empty: raised (unhashable).
Value set_from_list(Vm& vm, const Value& items);
// & | - ^ of two sets; the result has the left one's type. NotImplemented where an operand is none.
Value set_binary(Vm& vm, BinaryOperator op, const Value& left, const Value& right);
// A new set of the type of `like`: those of `keys` that are in `other`. Empty: raised.
Value set_common(Vm& vm, const Value& like, const Value& keys, const Value& other);
// What to look for in a set: a set, which has no hash, stands for a frozenset of its items.
Value frozen(Vm& vm, const Value& item);
// == != < <= > >= of two sets.
Value set_compare(Vm& vm, CompareOperator op, const Value& left, const Value& right);

extern const std::span<const NativeSpec> kSetReadMethods;   // set_methods.cpp; frozenset has these, too
extern const std::span<const NativeSpec> kSetWriteMethods;  // set_methods.cpp

}  // namespace loopscope::python
