// int and bool: arithmetic that other types and builtins use, too.
// Not BigInteger's own algorithms (core/python/numbers).
#pragma once

#include "core/python/vm.h"

namespace loopscope::python {

// Any binary operator on two ints (or bools): the slot. NotImplemented where an operand is none.
Value int_binary(Vm& vm, BinaryOperator op, const Value& left, const Value& right);
// The tuple that divmod gives of two ints.
Value int_divmod(Vm& vm, const Value& left, const Value& right);
// pow(base, exponent, modulus) of three ints.
Value int_power_modulo(Vm& vm, const Value& base, const Value& exponent, const Value& modulus);
// int(value) of a float. Raises on infinities and not-a-number.
Value int_from_double(Vm& vm, double value);
// Decimal text of an int; empty: raised (the limit on digits).
Value int_text(Vm& vm, const Value& value);
// bin, oct, hex: prefix and digits. The value is an int.
Value int_text_with_prefix(Vm& vm, const Value& value, int base);
// round(value, digits) of an int; digits is an int.
Value int_round(Vm& vm, const Value& value, const Value& digits);

}  // namespace loopscope::python
