// BigInteger: construction, comparison, sums, shifts and bit operations.
// Not products and quotients (big_integer_multiply.cpp, big_integer_divide.cpp), text or doubles.
#include "core/python/numbers/big_integer.h"

#include <algorithm>
#include <bit>

namespace loopscope::python {
namespace detail {

int compare_magnitude(std::span<const Limb> a, std::span<const Limb> b) {
  if (a.size() != b.size()) return a.size() < b.size() ? -1 : 1;
  for (std::size_t i = a.size(); i-- > 0;) {
    if (a[i] != b[i]) return a[i] < b[i] ? -1 : 1;
  }
  return 0;
}

Limbs add_magnitude(std::span<const Limb> a, std::span<const Limb> b) {
  if (a.size() < b.size()) std::swap(a, b);
  Limbs sum(a.size() + 1);
  std::uint64_t carry = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    carry += a[i];
    if (i < b.size()) carry += b[i];
    sum[i] = static_cast<Limb>(carry);
    carry >>= 32;
  }
  sum[a.size()] = static_cast<Limb>(carry);
  return sum;
}

Limbs subtract_magnitude(std::span<const Limb> a, std::span<const Limb> b) {
  Limbs difference(a.size());
  std::int64_t borrow = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    borrow += a[i];
    if (i < b.size()) borrow -= b[i];
    difference[i] = static_cast<Limb>(borrow);
    borrow >>= 32;
  }
  return difference;
}

}  // namespace detail

namespace {

using detail::Limb;
using detail::Limbs;

// Two's complement of `size` limbs, sign extended.
Limbs two_complement(const BigInteger& value, std::size_t size) {
  std::span<const Limb> magnitude = value.limbs();
  Limbs limbs(magnitude.begin(), magnitude.end());
  limbs.resize(size, 0);
  if (value.is_negative()) {
    std::uint64_t carry = 1;
    for (Limb& limb : limbs) {
      carry += static_cast<Limb>(~limb);
      limb = static_cast<Limb>(carry);
      carry >>= 32;
    }
  }
  return limbs;
}

BigInteger from_two_complement(Limbs limbs) {
  bool negative = !limbs.empty() && (limbs.back() >> 31) != 0;
  if (negative) {
    std::uint64_t carry = 1;
    for (Limb& limb : limbs) {
      carry += static_cast<Limb>(~limb);
      limb = static_cast<Limb>(carry);
      carry >>= 32;
    }
  }
  return BigInteger::from_limbs(std::move(limbs), negative);
}

template <typename Operation>
BigInteger bitwise(const BigInteger& a, const BigInteger& b, Operation operation) {
  // One limb more than the longer one holds the sign.
  std::size_t size = std::max(a.limbs().size(), b.limbs().size()) + 1;
  Limbs left = two_complement(a, size);
  Limbs right = two_complement(b, size);
  for (std::size_t i = 0; i < size; ++i) left[i] = operation(left[i], right[i]);
  return from_two_complement(std::move(left));
}

BigInteger add_signed(const BigInteger& a, const BigInteger& b, bool b_negative) {
  if (a.is_negative() == b_negative) {
    return BigInteger::from_limbs(detail::add_magnitude(a.limbs(), b.limbs()), b_negative);
  }
  int order = detail::compare_magnitude(a.limbs(), b.limbs());
  if (order == 0) return {};
  if (order > 0)
    return BigInteger::from_limbs(detail::subtract_magnitude(a.limbs(), b.limbs()), a.is_negative());
  return BigInteger::from_limbs(detail::subtract_magnitude(b.limbs(), a.limbs()), b_negative);
}

}  // namespace

BigInteger::BigInteger(std::int64_t value) {
  bool negative = value < 0;
  std::uint64_t magnitude =
      negative ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
  *this = from_unsigned(magnitude);
  negative_ = negative;
}

BigInteger BigInteger::from_unsigned(std::uint64_t value) {
  BigInteger result;
  while (value != 0) {
    result.limbs_.push_back(static_cast<Limb>(value));
    value >>= 32;
  }
  return result;
}

BigInteger BigInteger::from_limbs(Limbs magnitude, bool negative) {
  BigInteger result;
  result.limbs_ = std::move(magnitude);
  result.negative_ = negative;
  result.normalize();
  return result;
}

void BigInteger::normalize() {
  while (!limbs_.empty() && limbs_.back() == 0) limbs_.pop_back();
  if (limbs_.empty()) negative_ = false;
}

std::size_t BigInteger::bit_length() const {
  if (limbs_.empty()) return 0;
  return limbs_.size() * 32 - static_cast<std::size_t>(std::countl_zero(limbs_.back()));
}

std::size_t BigInteger::bit_count() const {
  std::size_t count = 0;
  for (Limb limb : limbs_) count += static_cast<std::size_t>(std::popcount(limb));
  return count;
}

std::size_t BigInteger::trailing_zeros() const {
  for (std::size_t i = 0; i < limbs_.size(); ++i) {
    if (limbs_[i] != 0) return i * 32 + static_cast<std::size_t>(std::countr_zero(limbs_[i]));
  }
  return 0;
}

std::optional<std::int64_t> BigInteger::to_int64() const {
  if (limbs_.size() > 2) return std::nullopt;
  std::uint64_t magnitude = 0;
  for (std::size_t i = limbs_.size(); i-- > 0;) magnitude = (magnitude << 32) | limbs_[i];
  constexpr std::uint64_t kSign = std::uint64_t{1} << 63;
  if (magnitude > (negative_ ? kSign : kSign - 1)) return std::nullopt;
  return static_cast<std::int64_t>(negative_ ? 0 - magnitude : magnitude);
}

BigInteger BigInteger::negated() const& {
  BigInteger result = *this;
  result.negative_ = !negative_ && !limbs_.empty();
  return result;
}

BigInteger BigInteger::negated() && {
  negative_ = !negative_ && !limbs_.empty();
  return std::move(*this);
}

BigInteger BigInteger::absolute() const {
  BigInteger result = *this;
  result.negative_ = false;
  return result;
}

int compare(const BigInteger& a, const BigInteger& b) {
  if (a.is_negative() != b.is_negative()) return a.is_negative() ? -1 : 1;
  int order = detail::compare_magnitude(a.limbs(), b.limbs());
  return a.is_negative() ? -order : order;
}

BigInteger add(const BigInteger& a, const BigInteger& b) { return add_signed(a, b, b.is_negative()); }

BigInteger subtract(const BigInteger& a, const BigInteger& b) {
  return b.is_zero() ? a : add_signed(a, b, !b.is_negative());
}

BigInteger shift_left(const BigInteger& a, std::uint64_t bits) {
  if (a.is_zero() || bits == 0) return a;
  auto whole = static_cast<std::size_t>(bits / 32);
  auto part = static_cast<unsigned>(bits % 32);
  std::span<const Limb> limbs = a.limbs();
  Limbs result(limbs.size() + whole + 1);
  for (std::size_t i = 0; i < limbs.size(); ++i) {
    std::uint64_t shifted = static_cast<std::uint64_t>(limbs[i]) << part;
    result[i + whole] |= static_cast<Limb>(shifted);
    result[i + whole + 1] = static_cast<Limb>(shifted >> 32);
  }
  return BigInteger::from_limbs(std::move(result), a.is_negative());
}

BigInteger shift_right(const BigInteger& a, std::uint64_t bits) {
  std::span<const Limb> limbs = a.limbs();
  if (bits / 32 >= limbs.size()) return a.is_negative() ? BigInteger(-1) : BigInteger();
  auto whole = static_cast<std::size_t>(bits / 32);
  auto part = static_cast<unsigned>(bits % 32);
  Limbs result(limbs.size() - whole);
  for (std::size_t i = 0; i < result.size(); ++i) {
    std::uint64_t pair = limbs[i + whole];
    if (i + whole + 1 < limbs.size()) pair |= static_cast<std::uint64_t>(limbs[i + whole + 1]) << 32;
    result[i] = static_cast<Limb>(pair >> part);
  }
  BigInteger quotient = BigInteger::from_limbs(std::move(result), a.is_negative());
  // Toward minus infinity: a negative number that lost a set bit goes one further down.
  if (a.is_negative() && a.trailing_zeros() < bits) return subtract(quotient, BigInteger(1));
  return quotient;
}

BigInteger bit_and(const BigInteger& a, const BigInteger& b) {
  return bitwise(a, b, [](Limb x, Limb y) { return x & y; });
}

BigInteger bit_or(const BigInteger& a, const BigInteger& b) {
  return bitwise(a, b, [](Limb x, Limb y) { return x | y; });
}

BigInteger bit_xor(const BigInteger& a, const BigInteger& b) {
  return bitwise(a, b, [](Limb x, Limb y) { return x ^ y; });
}

BigInteger bit_not(const BigInteger& a) { return subtract(BigInteger(-1), a); }

}  // namespace loopscope::python
