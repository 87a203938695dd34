// int's operators: 64 bits where the result fits, any size beyond.
// Not conversion, text and methods (int_type.cpp, int_methods.cpp).
#include <cmath>

#include "core/python/numbers/float_text.h"
#include "core/python/numbers/elementary.h"
#include "core/python/types/int_type.h"
#include "core/python/types/int_work.h"
#include "core/python/types/operands.h"

namespace loopscope::python {
namespace {

Value power_of(Vm& vm, const Value& left, const Value& right) {
  std::int64_t base = 0;
  std::int64_t exponent = 0;
  bool small_exponent = int64_of(right, &exponent);
  bool small_base = int64_of(left, &base);
  if (small_exponent ? exponent < 0 : big_of(right).is_negative()) {
    double x = 0;
    double y = 0;
    if (!real_of(left, &x) || !real_of(right, &y)) {
      return vm.raise(vm.types.overflow_error, "int too large to convert to float");
    }
    if (x == 0) return vm.raise(vm.types.zero_division_error, "0.0 cannot be raised to a negative power");
    return Value::real(real_power(x, y));
  }
  if (small_base && (base == 0 || base == 1 || base == -1)) {
    bool zero = small_exponent && exponent == 0;
    bool odd = small_exponent ? (exponent & 1) != 0 : big_of(right).is_odd();
    if (zero || base == 1) return Value::small_int(1);
    return base == 0 ? Value::small_int(0) : Value::small_int(odd ? -1 : 1);
  }
  BigInteger number = big_of(left);
  if (!small_exponent || !check_repeat(vm, exponent, number.bit_length() / 8 + 1)) {
    if (vm.has_exception()) return {};
    return vm.raise_memory_error();
  }
  auto times = static_cast<std::uint64_t>(exponent);
  if (!check_work(vm, power_work(number.bit_length(), times))) return {};
  return make_integer(vm, power(number, times));
}

Value shift(Vm& vm, bool left_shift, const Value& left, const Value& right) {
  std::int64_t value = 0;
  std::int64_t bits = 0;
  bool small = int64_of(left, &value);
  bool countable = int64_of(right, &bits);
  if (countable ? bits < 0 : big_of(right).is_negative()) {
    return vm.raise(vm.types.value_error, "negative shift count");
  }
  if (left_shift) {
    if (small && value == 0) return Value::small_int(0);
    if (small && bits < 62 && countable && std::abs(value) < (std::int64_t{1} << (62 - bits))) {
      return vm.make_int(value * (std::int64_t{1} << bits));
    }
    if (!countable) return vm.raise(vm.types.overflow_error, "too many digits in integer");
    if (!check_repeat(vm, bits / 8 + 1, 1)) return {};
    return make_integer(vm, shift_left(big_of(left), static_cast<std::uint64_t>(bits)));
  }
  if (small) return vm.make_int(!countable || bits > 62 ? (value < 0 ? -1 : 0) : value >> bits);
  std::uint64_t drop = countable ? static_cast<std::uint64_t>(bits) : UINT64_MAX;
  return make_integer(vm, shift_right(big_of(left), drop));
}

Value true_divide(Vm& vm, const Value& left, const Value& right, std::int64_t a, std::int64_t b, bool small) {
  constexpr std::int64_t kExact = std::int64_t{1} << 53;
  if (small && a > -kExact && a < kExact && b > -kExact && b < kExact) {
    return Value::real(static_cast<double>(a) / static_cast<double>(b));
  }
  auto quotient = divide_to_double(big_of(left), big_of(right));
  if (!quotient) return vm.raise(vm.types.overflow_error, "integer division result too large for a float");
  return Value::real(*quotient);
}

Value big_binary(Vm& vm, BinaryOperator op, const Value& left, const Value& right) {
  BigInteger a = big_of(left);
  BigInteger b = big_of(right);
  switch (op) {
    case BinaryOperator::kAdd:
      return make_integer(vm, add(a, b));
    case BinaryOperator::kSubtract:
      return make_integer(vm, subtract(a, b));
    case BinaryOperator::kMultiply:
      if (!check_repeat(vm, 1, (a.bit_length() + b.bit_length()) / 8 + 1)) return {};
      if (!check_work(vm, multiply_work(a.bit_length(), b.bit_length()))) return {};
      return make_integer(vm, multiply(a, b));
    case BinaryOperator::kFloorDivide:
      if (!check_work(vm, divide_work(a.bit_length(), b.bit_length()))) return {};
      return make_integer(vm, divide_floor(a, b).quotient);
    case BinaryOperator::kModulo:
      if (!check_work(vm, divide_work(a.bit_length(), b.bit_length()))) return {};
      return make_integer(vm, divide_floor(a, b).remainder);
    case BinaryOperator::kAnd:
      return make_integer(vm, bit_and(a, b));
    case BinaryOperator::kOr:
      return make_integer(vm, bit_or(a, b));
    case BinaryOperator::kXor:
      return make_integer(vm, bit_xor(a, b));
    default:
      return Value::not_implemented();
  }
}

std::int64_t floor_divide(std::int64_t a, std::int64_t b) {
  std::int64_t quotient = a / b;
  return a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient;
}

std::int64_t floor_modulo(std::int64_t a, std::int64_t b) {
  std::int64_t remainder = a % b;
  return remainder != 0 && (a < 0) != (b < 0) ? remainder + b : remainder;
}

Value boolean_bits(BinaryOperator op, const Value& left, const Value& right) {
  bool a = left.is_true();
  bool b = right.is_true();
  if (op == BinaryOperator::kAnd) return Value::boolean(a && b);
  return Value::boolean(op == BinaryOperator::kOr ? a || b : a != b);
}

}  // namespace

Value int_binary(Vm& vm, BinaryOperator op, const Value& left, const Value& right) {
  if (!is_int(left) || !is_int(right)) return Value::not_implemented();
  bool bits = op == BinaryOperator::kAnd || op == BinaryOperator::kOr || op == BinaryOperator::kXor;
  if (bits && left.is_bool() && right.is_bool()) return boolean_bits(op, left, right);
  if (op == BinaryOperator::kPower) return power_of(vm, left, right);
  if (op == BinaryOperator::kLeftShift || op == BinaryOperator::kRightShift) {
    return shift(vm, op == BinaryOperator::kLeftShift, left, right);
  }
  std::int64_t a = 0;
  std::int64_t b = 0;
  bool small_left = int64_of(left, &a);
  bool small_right = int64_of(right, &b);
  bool small = small_left && small_right;
  bool divides = op == BinaryOperator::kTrueDivide || op == BinaryOperator::kFloorDivide ||
                 op == BinaryOperator::kModulo;
  if (divides && small_right && b == 0) {
    return vm.raise(vm.types.zero_division_error, op == BinaryOperator::kTrueDivide ? "division by zero"
                                                  : op == BinaryOperator::kModulo
                                                      ? "integer modulo by zero"
                                                      : "integer division or modulo by zero");
  }
  if (op == BinaryOperator::kTrueDivide) return true_divide(vm, left, right, a, b, small);
  if (!small) return big_binary(vm, op, left, right);
  std::int64_t result = 0;
  switch (op) {
    case BinaryOperator::kAdd:
      if (!__builtin_add_overflow(a, b, &result)) return vm.make_int(result);
      break;
    case BinaryOperator::kSubtract:
      if (!__builtin_sub_overflow(a, b, &result)) return vm.make_int(result);
      break;
    case BinaryOperator::kMultiply:
      if (!__builtin_mul_overflow(a, b, &result)) return vm.make_int(result);
      break;
    case BinaryOperator::kFloorDivide:
      if (a != INT64_MIN) return vm.make_int(floor_divide(a, b));
      break;
    case BinaryOperator::kModulo:
      if (a != INT64_MIN) return vm.make_int(floor_modulo(a, b));
      break;
    case BinaryOperator::kAnd:
      return vm.make_int(a & b);
    case BinaryOperator::kOr:
      return vm.make_int(a | b);
    case BinaryOperator::kXor:
      return vm.make_int(a ^ b);
    default:
      return Value::not_implemented();
  }
  return big_binary(vm, op, left, right);
}

Value int_power_modulo(Vm& vm, const Value& base, const Value& exponent, const Value& modulus) {
  BigInteger number = big_of(base);
  BigInteger times = big_of(exponent);
  BigInteger ring = big_of(modulus);
  if (ring.is_zero()) return vm.raise(vm.types.value_error, "pow() 3rd argument cannot be 0");
  if (!check_work(vm, power_modulo_work(number.bit_length(), times.bit_length(), ring.bit_length())))
    return {};
  if (times.is_negative()) {
    // Euclid's divisions together take what one product of the long way takes, and the cofactors as much.
    if (!check_work(vm, 4.0 * static_cast<double>(ring.bit_length()) * divide_work(ring.bit_length(), 32)))
      return {};
    auto inverse = inverse_modulo(number, ring);
    if (!inverse) return vm.raise(vm.types.value_error, "base is not invertible for the given modulus");
    number = std::move(*inverse);
    times = std::move(times).negated();
  }
  return make_integer(vm, power_modulo(number, times, ring));
}

Value int_from_double(Vm& vm, double value) {
  if (std::isnan(value)) return vm.raise(vm.types.value_error, "cannot convert float NaN to integer");
  if (std::isinf(value)) return vm.raise(vm.types.overflow_error, "cannot convert float infinity to integer");
  if (std::fabs(value) < 1e18) return vm.make_int(static_cast<std::int64_t>(value));
  return make_integer(vm, *BigInteger::from_double(value));
}

Value int_round(Vm& vm, const Value& value, const Value& digits) {
  std::int64_t places = 0;
  if (!int64_of(digits, &places)) places = big_of(digits).is_negative() ? INT64_MIN : 0;
  BigInteger number = big_of(value);
  if (places >= 0) return make_integer(vm, std::move(number));
  // Beyond its own digits everything rounds to zero.
  if (places < -static_cast<std::int64_t>(number.bit_length())) return Value::small_int(0);
  if (!check_work(vm, divide_work(number.bit_length(), number.bit_length() / 2))) return {};
  BigInteger unit = power(BigInteger(10), static_cast<std::uint64_t>(-places));
  Division division = divide_floor(number, unit);
  int half = compare(shift_left(division.remainder, 1), unit);
  if (half > 0 || (half == 0 && division.quotient.is_odd()))
    division.quotient = add(division.quotient, BigInteger(1));
  return make_integer(vm, multiply(division.quotient, unit));
}

}  // namespace loopscope::python
