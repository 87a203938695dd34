// BigInteger: to and from doubles, exactly rounded, true division, comparison with doubles, and the hash.
// Not the text of doubles (float_text.cpp).
#include <cmath>

#include "core/python/numbers/big_integer.h"

namespace loopscope::python {
namespace {

// The highest 64 bits of a magnitude; bits shifted out are or-ed into the lowest one, so that rounding sees
// them.
std::uint64_t top_bits(const BigInteger& value, std::size_t bits) {
  BigInteger top = bits > 64 ? shift_right(value.absolute(), bits - 64) : value.absolute();
  std::uint64_t result = 0;
  for (std::size_t i = top.limbs().size(); i-- > 0;) result = (result << 32) | top.limbs()[i];
  if (bits > 64 && value.trailing_zeros() < bits - 64) result |= 1;
  return result;
}

}  // namespace

std::optional<BigInteger> BigInteger::from_double(double value) {
  if (!std::isfinite(value)) return std::nullopt;
  int exponent = 0;
  double fraction = std::frexp(std::trunc(value), &exponent);
  if (fraction == 0) return BigInteger();
  auto mantissa = static_cast<std::int64_t>(std::ldexp(fraction, 53));
  BigInteger integer(mantissa);
  if (exponent >= 53) return shift_left(integer, static_cast<std::uint64_t>(exponent - 53));
  // Exact: the bits below the point are zero after trunc.
  return shift_right(integer, static_cast<std::uint64_t>(53 - exponent));
}

std::optional<double> BigInteger::to_double() const {
  std::size_t bits = bit_length();
  if (bits > 1024) return std::nullopt;
  std::uint64_t top = top_bits(*this, bits);
  auto mantissa = static_cast<double>(top);  // rounds half to even; the sticky bit breaks false ties
  double result = bits > 64 ? std::ldexp(mantissa, static_cast<int>(bits - 64)) : mantissa;
  if (std::isinf(result)) return std::nullopt;
  return negative_ ? -result : result;
}

int compare(const BigInteger& a, double b) {
  if (std::isinf(b)) return b > 0 ? -1 : 1;
  BigInteger whole = *BigInteger::from_double(b);
  int order = compare(a, whole);
  if (order != 0) return order;
  double fraction = b - std::trunc(b);
  return fraction > 0 ? -1 : (fraction < 0 ? 1 : 0);
}

std::optional<double> divide_to_double(const BigInteger& a, const BigInteger& b) {
  bool negative = a.is_negative() != b.is_negative();
  if (a.is_zero()) return negative ? -0.0 : 0.0;
  auto a_bits = static_cast<std::int64_t>(a.bit_length());
  auto b_bits = static_cast<std::int64_t>(b.bit_length());
  std::int64_t difference = a_bits - b_bits;
  if (difference > 1025) return std::nullopt;
  if (difference < -1080) return negative ? -0.0 : 0.0;
  // Scaled so that the quotient has 66 bits or so, or fewer where the result is subnormal: its last bit is
  // then the double's last one or below, and the sticky bit makes one rounding of it.
  std::int64_t shift = 66 - difference;
  if (shift > 1074 + 2) shift = 1074 + 2;
  BigInteger numerator = a.absolute();
  BigInteger denominator = b.absolute();
  if (shift > 0) {
    numerator = shift_left(numerator, static_cast<std::uint64_t>(shift));
  } else {
    denominator = shift_left(denominator, static_cast<std::uint64_t>(-shift));
  }
  Division division = divide_truncating(numerator, denominator);
  BigInteger quotient = std::move(division.quotient);
  bool sticky = !division.remainder.is_zero();
  // Round by hand to the place where the double ends.
  auto bits = static_cast<std::int64_t>(quotient.bit_length());
  std::int64_t lowest = bits - 53;                     // bits below a 53-bit mantissa
  if (-shift + lowest < -1074) lowest = shift - 1074;  // subnormal: the unit is 2**-1074
  if (lowest > 0) {
    auto drop = static_cast<std::uint64_t>(lowest);
    BigInteger kept = shift_right(quotient, drop);
    BigInteger rest = subtract(quotient, shift_left(kept, drop));
    int half = compare(rest, shift_left(BigInteger(1), drop - 1));
    if (half > 0 || (half == 0 && (sticky || kept.is_odd()))) kept = add(kept, BigInteger(1));
    quotient = std::move(kept);
    shift -= lowest;
  }
  double mantissa = *quotient.to_double();
  double result = std::ldexp(mantissa, static_cast<int>(-shift));
  if (std::isinf(result)) return std::nullopt;
  return negative ? -result : result;
}

std::int64_t hash(const BigInteger& value) {
  constexpr std::uint64_t kModulus = (std::uint64_t{1} << 61) - 1;
  std::uint64_t rest = 0;
  std::span<const BigInteger::Limb> limbs = value.limbs();
  for (std::size_t i = limbs.size(); i-- > 0;) {
    // rest * 2**32 modulo 2**61 - 1 is a rotation by 32 in 61 bits.
    rest = ((rest << 32) & kModulus) | (rest >> 29);
    rest += limbs[i];
    if (rest >= kModulus) rest -= kModulus;
  }
  auto result = static_cast<std::int64_t>(rest);
  if (value.is_negative()) result = -result;
  return result == -1 ? -2 : result;
}

}  // namespace loopscope::python
