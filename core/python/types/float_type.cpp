// float: operators, comparison with ints (exact), construction, methods.
// Not text and parsing (core/python/numbers).
#include "core/python/types/float_type.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>

#include "core/python/numbers/float_text.h"
#include "core/python/numbers/elementary.h"
#include "core/python/text/format_spec.h"
#include "core/python/text/string_repr.h"
#include "core/python/text/text_search.h"
#include "core/python/types/derived.h"
#include "core/python/types/format_result.h"
#include "core/python/types/int_type.h"
#include "core/python/types/operands.h"
#include "core/python/types/type_installers.h"

namespace loopscope::python {
namespace {

struct FloorDivision {
  double quotient;
  double remainder;
};

// The remainder has the divisor's sign; the quotient is floored so that both agree.
FloorDivision divide(double a, double b) {
  double remainder = std::fmod(a, b);
  double quotient = (a - remainder) / b;
  if (remainder != 0) {
    if ((b < 0) != (remainder < 0)) {
      remainder += b;
      quotient -= 1;
    }
  } else {
    remainder = std::copysign(0.0, b);
  }
  if (quotient != 0) {
    double floored = std::floor(quotient);
    if (quotient - floored > 0.5) floored += 1;
    quotient = floored;
  } else {
    quotient = std::copysign(0.0, a / b);
  }
  return {quotient, remainder};
}

Value float_power(Vm& vm, double a, double b) {
  if (a == 0 && b < 0) {
    return vm.raise(vm.types.zero_division_error, "0.0 cannot be raised to a negative power");
  }
  if (a < 0 && std::isfinite(a) && std::isfinite(b) && b != std::floor(b)) {
    return vm.raise(vm.types.value_error,
                    "Loopscope does not support complex numbers: a negative number to a fractional power");
  }
  double result = real_power(a, b);
  if (std::isinf(result) && std::isfinite(a) && std::isfinite(b)) {
    const Value pair[] = {Value::small_int(34), vm.make_string("Numerical result out of range")};
    Ref<Tuple> arguments = make_tuple(vm, pair);
    return vm.raise_exception(vm.call(Value::share(vm.types.overflow_error), arguments->items()));
  }
  return Value::real(result);
}

// False: raised.
bool operands(Vm& vm, const Value& left, const Value& right, double* a, double* b) {
  if (real_of(left, a) && real_of(right, b)) return true;
  vm.raise(vm.types.overflow_error, "int too large to convert to float");
  return false;
}

Value float_compare(Vm&, CompareOperator op, const Value& left, const Value& right) {
  if (!is_real(left) || !is_real(right)) return Value::not_implemented();
  if (is_float(left) && is_float(right)) {
    double a = double_of(left);
    double b = double_of(right);
    if (std::isnan(a) || std::isnan(b)) return Value::boolean(op == CompareOperator::kNotEqual);
    return order_answer(op, a < b ? -1 : (a > b ? 1 : 0));
  }
  // With an int: exact, not by rounding it.
  bool swapped = is_float(left);
  double real = double_of(swapped ? left : right);
  if (std::isnan(real)) return Value::boolean(op == CompareOperator::kNotEqual);
  const Value& integer = swapped ? right : left;
  int order = 0;
  if (integer.is_small_int()) {
    auto number = static_cast<double>(integer.as_small_int());
    order = number < real ? -1 : (number > real ? 1 : 0);
  } else {
    order = compare(big_of(integer), real);
  }
  return order_answer(op, swapped ? -order : order);
}

Value float_repr_slot(Vm& vm, const Value& self) { return vm.make_string(float_repr(double_of(self))); }

Value float_hash_slot(Vm& vm, const Value& self) {
  double number = double_of(self);
  return vm.make_int(std::isnan(number) ? 0 : float_hash(number));
}

Value float_truth(Vm&, const Value& self) { return Value::boolean(double_of(self) != 0); }

Value float_unary(Vm& vm, UnaryOperator op, const Value& self) {
  double number = double_of(self);
  if (op == UnaryOperator::kInvert) {
    return vm.raise(vm.types.type_error, "bad operand type for unary ~: '", vm.type_name(self), "'");
  }
  return Value::real(op == UnaryOperator::kNegative ? -number : number);
}

Value float_format(Vm& vm, const Value& self, const Value& spec) {
  if (view_of(spec).empty()) return float_repr_slot(vm, self);
  return finish_format(vm, format_float(double_of(self), view_of(spec), vm.type_name(self)));
}

Value from_value(Vm& vm, const Value& value) {
  if (value.is_object() && has_script_method(vm, value.object()->type, vm.names.dunder_float)) {
    return vm.call_library("conversions", "to_float", value);
  }
  if (value.is_object() && !is_real(value) &&
      has_script_method(vm, value.object()->type, vm.names.dunder_index)) {
    return vm.call_library("conversions", "index_to_float", value);
  }
  if (is_float(value)) return Value::real(double_of(value));
  if (is_int(value)) {
    double number = 0;
    if (real_of(value, &number)) return Value::real(number);
    return vm.raise(vm.types.overflow_error, "int too large to convert to float");
  }
  if (is_str(value) || is_bytes(value)) {
    std::string_view text = is_str(value) ? view_of(value) : bytes_view(value);
    if (auto number = parse_float(text)) return Value::real(*number);
    return vm.raise(vm.types.value_error, "could not convert string to float: ",
                    is_str(value) ? string_repr(text) : bytes_repr(text));
  }
  Type* type = vm.type_of(value);
  if (lookup(type, vm.names.dunder_float) != nullptr)
    return vm.call_library("conversions", "to_float", value);
  if (lookup(type, vm.names.dunder_index) != nullptr)
    return vm.call_library("conversions", "index_to_float", value);
  return vm.raise(vm.types.type_error, "float() argument must be a string or a real number, not '",
                  vm.type_name(value), "'");
}

Value float_create(Vm& vm, Type* type, const Arguments& arguments) {
  if (arguments.keyword_count != 0 && type->script_init.is_empty())
    return vm.raise(vm.types.type_error, "float() takes no keyword arguments");
  if (arguments.size() > 1) {
    return vm.raise(vm.types.type_error, "float expected at most 1 argument, got ",
                    std::to_string(arguments.size()));
  }
  if (type != vm.types.float_ && arguments.size() == 1 && vm.type_of(arguments[0])->is_script()) {
    return derived_by_script(vm, vm.types.float_, type, arguments[0]);
  }
  Value number = arguments.size() == 0 ? Value::real(0) : from_value(vm, arguments[0]);
  if (type == vm.types.float_ || number.is_special()) return number;
  Ref<FloatObject> instance = Ref<FloatObject>::steal(vm.heap.make<FloatObject>(type, type->basic_size));
  instance->number = double_of(number);
  return std::move(instance).value();
}

Value is_integer(Vm&, const Arguments& arguments) {
  double number = double_of(arguments[0]);
  return Value::boolean(std::isfinite(number) && number == std::floor(number));
}

Value hex(Vm& vm, const Arguments& arguments) { return vm.make_string(float_hex(double_of(arguments[0]))); }

// CPython reads more than strtod does: 0x may be missing; and less: no other words, no blanks inside.
Value fromhex(Vm& vm, const Arguments& arguments) {
  if (!is_str(arguments[1])) {
    return vm.raise(vm.types.type_error, "bad argument type for built-in operation");
  }
  std::string_view text = strip_blanks(view_of(arguments[1]), true, true, false);
  std::string_view rest = text;
  if (!rest.empty() && (rest[0] == '-' || rest[0] == '+')) rest.remove_prefix(1);
  std::string lower(rest);
  for (char& c : lower) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
  Value number;
  if (lower == "inf" || lower == "infinity" || lower == "nan") {
    number = Value::real(*parse_float(text));
  } else {
    if (lower.starts_with("0x")) lower.erase(0, 2);
    std::size_t mantissa = lower.find_first_not_of("0123456789abcdef.");
    bool fits = lower.find_first_of("0123456789abcdef") < std::min(mantissa, lower.size()) &&
                std::ranges::count(lower, '.') <= 1;
    if (fits && mantissa != std::string::npos) {
      std::size_t digits = mantissa + 1;
      if (digits < lower.size() && (lower[digits] == '-' || lower[digits] == '+')) ++digits;
      fits = lower[mantissa] == 'p' && digits < lower.size() &&
             lower.find_first_not_of("0123456789", digits) == std::string::npos;
    }
    if (!fits) return vm.raise(vm.types.value_error, "invalid hexadecimal floating-point string");
    double magnitude = std::strtod(("0x" + lower).c_str(), nullptr);
    if (std::isinf(magnitude)) {
      return vm.raise(vm.types.overflow_error, "hexadecimal value too large to represent as a float");
    }
    number = Value::real(text.front() == '-' ? -magnitude : magnitude);
  }
  return arguments[0].as<Type>() == vm.types.float_ ? number : vm.call(arguments[0], number);
}

Value conjugate(Vm&, const Arguments& arguments) { return Value::real(double_of(arguments[0])); }

Value as_integer_ratio(Vm& vm, const Arguments& arguments) {
  double number = double_of(arguments[0]);
  if (std::isnan(number)) return vm.raise(vm.types.value_error, "cannot convert NaN to integer ratio");
  if (std::isinf(number))
    return vm.raise(vm.types.overflow_error, "cannot convert Infinity to integer ratio");
  int exponent = 0;
  double fraction = std::frexp(number, &exponent);
  while (fraction != std::floor(fraction)) {
    fraction *= 2;
    --exponent;
  }
  BigInteger numerator = *BigInteger::from_double(fraction);
  BigInteger denominator(1);
  if (exponent > 0) numerator = shift_left(numerator, static_cast<std::uint64_t>(exponent));
  if (exponent < 0) denominator = shift_left(denominator, static_cast<std::uint64_t>(-exponent));
  const Value pair[] = {make_integer(vm, std::move(numerator)), make_integer(vm, std::move(denominator))};
  return make_tuple(vm, pair).value();
}

Value to_int(Vm& vm, const Arguments& arguments) { return int_from_double(vm, double_of(arguments[0])); }
Value to_floor(Vm& vm, const Arguments& arguments) {
  return int_from_double(vm, std::floor(double_of(arguments[0])));
}
Value to_ceiling(Vm& vm, const Arguments& arguments) {
  return int_from_double(vm, std::ceil(double_of(arguments[0])));
}
Value absolute(Vm&, const Arguments& arguments) { return Value::real(std::fabs(double_of(arguments[0]))); }

Value round_method(Vm& vm, const Arguments& arguments) {
  return float_round(vm, double_of(arguments[0]), arguments.size() > 1 ? arguments[1] : Value::none());
}

Value get_real(Vm&, const Value& self) { return Value::real(double_of(self)); }
Value get_imaginary(Vm&, const Value&) { return Value::real(0); }

template <int kLeft>
Value divmod_method(Vm& vm, const Arguments& arguments) {
  const Value& left = arguments[kLeft];
  const Value& right = arguments[1 - kLeft];
  return is_real(left) && is_real(right) ? float_divmod(vm, left, right) : Value::not_implemented();
}

constexpr NativeSpec kMethods[] = {
    {"__divmod__", divmod_method<0>, 1, 1},
    {"__rdivmod__", divmod_method<1>, 1, 1},
    {"__getnewargs__", new_arguments},
    {"is_integer", is_integer},
    {"hex", hex},
    {"fromhex", fromhex, 1, 1, kNativeClassMethod},
    {"conjugate", conjugate},
    {"as_integer_ratio", as_integer_ratio},
    {"__round__", round_method, 0, 1},
    {"__abs__", absolute},
    {"__int__", to_int},
    {"__trunc__", to_int},
    {"__floor__", to_floor},
    {"__ceil__", to_ceiling},
    {"__float__", conjugate},
};

constexpr NativePropertySpec kProperties[] = {{"real", get_real}, {"imag", get_imaginary}};

}  // namespace

Value float_binary(Vm& vm, BinaryOperator op, const Value& left, const Value& right) {
  if (!is_real(left) || !is_real(right)) return Value::not_implemented();
  double a = 0;
  double b = 0;
  if (!operands(vm, left, right, &a, &b)) return {};
  switch (op) {
    case BinaryOperator::kAdd:
      return Value::real(a + b);
    case BinaryOperator::kSubtract:
      return Value::real(a - b);
    case BinaryOperator::kMultiply:
      return Value::real(a * b);
    case BinaryOperator::kTrueDivide:
      if (b == 0) return vm.raise(vm.types.zero_division_error, "float division by zero");
      return Value::real(a / b);
    case BinaryOperator::kFloorDivide:
      if (b == 0) return vm.raise(vm.types.zero_division_error, "float floor division by zero");
      return Value::real(divide(a, b).quotient);
    case BinaryOperator::kModulo:
      if (b == 0) return vm.raise(vm.types.zero_division_error, "float modulo by zero");
      return Value::real(divide(a, b).remainder);
    case BinaryOperator::kPower:
      return float_power(vm, a, b);
    default:
      return Value::not_implemented();
  }
}

Value float_divmod(Vm& vm, const Value& left, const Value& right) {
  double a = 0;
  double b = 0;
  if (!operands(vm, left, right, &a, &b)) return {};
  if (b == 0) return vm.raise(vm.types.zero_division_error, "float divmod()");
  FloorDivision division = divide(a, b);
  const Value pair[] = {Value::real(division.quotient), Value::real(division.remainder)};
  return make_tuple(vm, pair).value();
}

Value float_round(Vm& vm, double value, const Value& digits) {
  if (digits.is_empty() || digits.is_none()) {
    double rounded = std::round(value);
    if (std::fabs(value - std::trunc(value)) == 0.5) rounded = 2.0 * std::round(value / 2.0);
    return int_from_double(vm, rounded);
  }
  Value whole = vm.index_value(digits);
  if (whole.is_empty()) return {};
  std::int64_t places = 0;
  if (!int64_of(whole, &places)) places = big_of(whole).is_negative() ? -1000 : 1000;
  double rounded = round_to_digits(value, places);
  if (std::isinf(rounded) && std::isfinite(value)) {
    return vm.raise(vm.types.overflow_error, "rounded value too large to represent");
  }
  return Value::real(rounded);
}

void install_float(Vm& vm) {
  TypeSlots slots;
  slots.repr = float_repr_slot;
  slots.hash = float_hash_slot;
  slots.compare = float_compare;
  slots.binary = float_binary;
  slots.unary = float_unary;
  slots.truth = float_truth;
  slots.format = float_format;
  slots.create = float_create;
  extend_type(vm, vm.types.float_, slots, kMethods, kProperties);
}

}  // namespace loopscope::python
