// BigInteger: quotients and remainders (Knuth's algorithm D), greatest common divisors, inverses, square
// roots. Not division into a double (big_integer_double.cpp).
#include <algorithm>
#include <bit>

#include "core/python/numbers/big_integer.h"

namespace loopscope::python {
namespace detail {
namespace {

Limbs shifted_left(std::span<const Limb> value, unsigned bits, std::size_t size) {
  Limbs result(size, 0);
  for (std::size_t i = 0; i < value.size(); ++i) {
    std::uint64_t shifted = static_cast<std::uint64_t>(value[i]) << bits;
    result[i] |= static_cast<Limb>(shifted);
    if (i + 1 < size) result[i + 1] = static_cast<Limb>(shifted >> 32);
  }
  return result;
}

void shift_right_in_place(Limbs& value, unsigned bits) {
  for (std::size_t i = 0; i < value.size(); ++i) {
    std::uint64_t pair = value[i];
    if (i + 1 < value.size()) pair |= static_cast<std::uint64_t>(value[i + 1]) << 32;
    value[i] = static_cast<Limb>(pair >> bits);
  }
}

}  // namespace

Limb divide_by_limb(Limbs& value, Limb divisor) {
  std::uint64_t remainder = 0;
  for (std::size_t i = value.size(); i-- > 0;) {
    remainder = (remainder << 32) | value[i];
    value[i] = static_cast<Limb>(remainder / divisor);
    remainder %= divisor;
  }
  return static_cast<Limb>(remainder);
}

std::pair<Limbs, Limbs> divide_magnitude(std::span<const Limb> a, std::span<const Limb> b) {
  if (compare_magnitude(a, b) < 0) return {Limbs{}, Limbs(a.begin(), a.end())};
  if (b.size() == 1) {
    Limbs quotient(a.begin(), a.end());
    Limb remainder = divide_by_limb(quotient, b[0]);
    return {std::move(quotient), Limbs{remainder}};
  }
  // Normalised so that the divisor's top bit is set: a guessed digit is then at most two too large.
  auto bits = static_cast<unsigned>(std::countl_zero(b.back()));
  Limbs divisor = shifted_left(b, bits, b.size());
  Limbs rest = shifted_left(a, bits, a.size() + 1);
  std::size_t n = divisor.size();
  std::size_t m = a.size() - n;
  Limbs quotient(m + 1);
  std::uint64_t top = divisor[n - 1];
  std::uint64_t second = divisor[n - 2];
  for (std::size_t j = m + 1; j-- > 0;) {
    std::uint64_t numerator = (static_cast<std::uint64_t>(rest[j + n]) << 32) | rest[j + n - 1];
    std::uint64_t guess = numerator / top;
    std::uint64_t left = numerator % top;
    while ((guess >> 32) != 0 || guess * second > ((left << 32) | rest[j + n - 2])) {
      --guess;
      left += top;
      if ((left >> 32) != 0) break;
    }
    std::int64_t borrow = 0;
    std::uint64_t carry = 0;
    for (std::size_t i = 0; i < n; ++i) {
      carry += guess * divisor[i];
      borrow += static_cast<std::int64_t>(rest[i + j]) - static_cast<std::int64_t>(carry & 0xFFFFFFFFU);
      rest[i + j] = static_cast<Limb>(borrow);
      borrow >>= 32;
      carry >>= 32;
    }
    borrow += static_cast<std::int64_t>(rest[j + n]) - static_cast<std::int64_t>(carry);
    rest[j + n] = static_cast<Limb>(borrow);
    if (borrow < 0) {
      --guess;
      std::uint64_t sum = 0;
      for (std::size_t i = 0; i < n; ++i) {
        sum += static_cast<std::uint64_t>(rest[i + j]) + divisor[i];
        rest[i + j] = static_cast<Limb>(sum);
        sum >>= 32;
      }
      rest[j + n] += static_cast<Limb>(sum);
    }
    quotient[j] = static_cast<Limb>(guess);
  }
  rest.resize(n);
  shift_right_in_place(rest, bits);
  return {std::move(quotient), std::move(rest)};
}

}  // namespace detail

Division divide_truncating(const BigInteger& a, const BigInteger& b) {
  auto [quotient, remainder] = detail::divide_magnitude(a.limbs(), b.limbs());
  return {BigInteger::from_limbs(std::move(quotient), a.is_negative() != b.is_negative()),
          BigInteger::from_limbs(std::move(remainder), a.is_negative())};
}

Division divide_floor(const BigInteger& a, const BigInteger& b) {
  Division division = divide_truncating(a, b);
  if (!division.remainder.is_zero() && a.is_negative() != b.is_negative()) {
    division.quotient = subtract(division.quotient, BigInteger(1));
    division.remainder = add(division.remainder, b);
  }
  return division;
}

BigInteger greatest_common_divisor(BigInteger a, BigInteger b) {
  a = a.absolute();
  b = b.absolute();
  while (!b.is_zero()) {
    BigInteger remainder = divide_truncating(a, b).remainder;
    a = std::move(b);
    b = std::move(remainder);
  }
  return a;
}

std::optional<BigInteger> inverse_modulo(const BigInteger& a, const BigInteger& m) {
  BigInteger modulus = m.absolute();
  BigInteger r0 = modulus;
  BigInteger r1 = divide_floor(a, modulus).remainder;
  BigInteger t0;
  BigInteger t1(1);
  while (!r1.is_zero()) {
    Division step = divide_floor(r0, r1);
    BigInteger t2 = subtract(t0, multiply(step.quotient, t1));
    r0 = std::move(r1);
    r1 = std::move(step.remainder);
    t0 = std::move(t1);
    t1 = std::move(t2);
  }
  if (r0 != BigInteger(1)) return std::nullopt;
  return divide_floor(t0, m).remainder;
}

BigInteger integer_square_root(const BigInteger& value) {
  if (value.is_zero()) return {};
  // Newton's iteration from above falls until it stands still.
  BigInteger guess = shift_left(BigInteger(1), (value.bit_length() + 1) / 2);
  while (true) {
    BigInteger next = shift_right(add(guess, divide_floor(value, guess).quotient), 1);
    if (compare(next, guess) >= 0) return guess;
    guess = std::move(next);
  }
}

}  // namespace loopscope::python
