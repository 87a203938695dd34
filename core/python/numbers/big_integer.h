// Integers of any size: sign and magnitude, with Python's meaning of floor division, shifts and bit
// operations. Not the script's int object (core/python/types/int*), and not the place where sizes are
// limited: callers do that.
#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace loopscope::python {

// A value type. Always normal: no leading zero limb, and zero is not negative.
class BigInteger {
 public:
  using Limb = std::uint32_t;
  using Limbs = std::vector<Limb>;

  BigInteger() = default;
  explicit BigInteger(std::int64_t value);
  static BigInteger from_unsigned(std::uint64_t value);
  // Takes the magnitude, least significant limb first; leading zeros are dropped.
  static BigInteger from_limbs(Limbs magnitude, bool negative);
  // Truncates toward zero; nothing for infinities and not-a-number.
  static std::optional<BigInteger> from_double(double value);

  bool is_zero() const { return limbs_.empty(); }
  bool is_negative() const { return negative_; }
  bool is_odd() const { return !limbs_.empty() && (limbs_[0] & 1U) != 0; }
  std::span<const Limb> limbs() const { return limbs_; }
  // Bits of the magnitude; 0 for zero.
  std::size_t bit_length() const;
  // Bits set in the magnitude.
  std::size_t bit_count() const;
  // Zero bits below the lowest set one; 0 for zero.
  std::size_t trailing_zeros() const;

  // Nothing where the value does not fit.
  std::optional<std::int64_t> to_int64() const;
  // Rounded half to even; nothing where it is beyond the largest double.
  std::optional<double> to_double() const;

  BigInteger negated() const&;
  BigInteger negated() &&;
  BigInteger absolute() const;

  friend bool operator==(const BigInteger& a, const BigInteger& b) = default;

 private:
  void normalize();

  Limbs limbs_;  // least significant first
  bool negative_ = false;
};

// -1, 0 or 1.
int compare(const BigInteger& a, const BigInteger& b);
// The same against a double that is not not-a-number; exact.
int compare(const BigInteger& a, double b);

BigInteger add(const BigInteger& a, const BigInteger& b);
BigInteger subtract(const BigInteger& a, const BigInteger& b);
BigInteger multiply(const BigInteger& a, const BigInteger& b);

struct Division {
  BigInteger quotient;
  BigInteger remainder;
};
// Floor division: the remainder has the divisor's sign. The divisor is not zero.
Division divide_floor(const BigInteger& a, const BigInteger& b);
// Truncating division: the remainder has the dividend's sign. The divisor is not zero.
Division divide_truncating(const BigInteger& a, const BigInteger& b);
// a / b rounded half to even as one operation; nothing where it is beyond the largest double. The divisor is
// not zero.
std::optional<double> divide_to_double(const BigInteger& a, const BigInteger& b);

// The exponent is not negative. The result has about bit_length() * exponent bits: ask before calling.
BigInteger power(const BigInteger& base, std::uint64_t exponent);
// base ** exponent % modulus with the modulus' sign; exponent >= 0, modulus != 0.
BigInteger power_modulo(const BigInteger& base, const BigInteger& exponent, const BigInteger& modulus);
// The inverse of a modulo m; nothing where they share a factor. m != 0.
std::optional<BigInteger> inverse_modulo(const BigInteger& a, const BigInteger& m);
// Not negative; gcd(0, 0) is 0.
BigInteger greatest_common_divisor(BigInteger a, BigInteger b);
// Largest r with r * r <= value; value >= 0.
BigInteger integer_square_root(const BigInteger& value);

BigInteger shift_left(const BigInteger& a, std::uint64_t bits);
// Floor shift, as on two's complement.
BigInteger shift_right(const BigInteger& a, std::uint64_t bits);
BigInteger bit_and(const BigInteger& a, const BigInteger& b);
BigInteger bit_or(const BigInteger& a, const BigInteger& b);
BigInteger bit_xor(const BigInteger& a, const BigInteger& b);
BigInteger bit_not(const BigInteger& a);

// Digits in `base` (2 to 36), lower case, with a leading '-' if negative and no prefix. Bases that are no
// power of two take time square in the length.
std::string to_text(const BigInteger& value, int base = 10);
// Digits only, no sign, prefix or underscore; every character is a digit of `base`.
BigInteger from_digits(std::string_view digits, int base);

// Python's hash of an int: modulo 2**61 - 1, never -1.
std::int64_t hash(const BigInteger& value);

namespace detail {
using Limb = BigInteger::Limb;
using Limbs = BigInteger::Limbs;
// Magnitudes, least significant limb first; arguments may have leading zeros only where a function says so.
int compare_magnitude(std::span<const Limb> a, std::span<const Limb> b);
Limbs add_magnitude(std::span<const Limb> a, std::span<const Limb> b);
// a >= b.
Limbs subtract_magnitude(std::span<const Limb> a, std::span<const Limb> b);
Limbs multiply_magnitude(std::span<const Limb> a, std::span<const Limb> b);
// Divides in place by one limb, which is not 0, and gives the remainder.
Limb divide_by_limb(Limbs& value, Limb divisor);
// value = value * factor + addend.
void multiply_add(Limbs& value, Limb factor, Limb addend);
// Knuth's algorithm D; b is not empty and normal.
std::pair<Limbs, Limbs> divide_magnitude(std::span<const Limb> a, std::span<const Limb> b);
}  // namespace detail

}  // namespace loopscope::python
