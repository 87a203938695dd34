// Integer: an int that does not fit a Value (beyond 49 bits), and instances of subclasses of int. FloatObject
// likewise. Not here: arithmetic (numbers/big_integer.h, types/).
#pragma once

#include "core/python/numbers/big_integer.h"
#include "core/python/object.h"
#include "core/python/value.h"

namespace loopscope::python {

class Vm;

// An exact int that fits 49 bits is never an Integer: equal exact ints of that size have equal bits.
struct Integer : Object {
  BigInteger number;  // destroyed by the type's dealloc
};

// An instance of a subclass of float.
struct FloatObject : Object {
  double number;
};

// An exact int of the smallest form. Empty and MemoryError raised where it is too large.
Value make_integer(Vm& vm, BigInteger number);
Value make_integer(Vm& vm, std::int64_t number);

}  // namespace loopscope::python
