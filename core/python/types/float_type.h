// float: arithmetic and rounding that builtins use, too.
// Not its text (core/python/numbers/float_text.h).
#pragma once

#include "core/python/vm.h"

namespace loopscope::python {

// Any binary operator on two numbers of which at least one is a float: the slot.
Value float_binary(Vm& vm, BinaryOperator op, const Value& left, const Value& right);
// divmod; neither is not a number, at least one is a float.
Value float_divmod(Vm& vm, const Value& left, const Value& right);
// round(value, digits); digits None or empty: to an int.
Value float_round(Vm& vm, double value, const Value& digits);

}  // namespace loopscope::python
