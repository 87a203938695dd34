// BigInteger: products (schoolbook, Karatsuba for long ones), powers and powers modulo a number.
// Not division (big_integer_divide.cpp).
#include <algorithm>

#include "core/python/numbers/big_integer.h"

namespace loopscope::python {
namespace detail {
namespace {

// Limbs from which Karatsuba's three half products win over four; found by measuring.
constexpr std::size_t kKaratsubaLimbs = 40;

void multiply_schoolbook(std::span<const Limb> a, std::span<const Limb> b, std::span<Limb> product) {
  std::ranges::fill(product, 0);
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::uint64_t carry = 0;
    std::uint64_t factor = a[i];
    if (factor == 0) continue;
    for (std::size_t j = 0; j < b.size(); ++j) {
      carry += factor * b[j] + product[i + j];
      product[i + j] = static_cast<Limb>(carry);
      carry >>= 32;
    }
    product[i + b.size()] = static_cast<Limb>(carry);
  }
}

// target += addend at limb `offset`; the sum fits.
void add_at(std::span<Limb> target, std::span<const Limb> addend, std::size_t offset) {
  std::uint64_t carry = 0;
  for (std::size_t i = 0; i < addend.size() || carry != 0; ++i) {
    if (offset + i >= target.size()) return;  // what is left of the addend is zero
    carry += target[offset + i];
    if (i < addend.size()) carry += addend[i];
    target[offset + i] = static_cast<Limb>(carry);
    carry >>= 32;
  }
}

// target -= amount; not below zero.
void subtract_in_place(std::span<Limb> target, std::span<const Limb> amount) {
  std::int64_t borrow = 0;
  for (std::size_t i = 0; i < target.size(); ++i) {
    borrow += target[i];
    if (i < amount.size()) borrow -= amount[i];
    target[i] = static_cast<Limb>(borrow);
    borrow >>= 32;
  }
}

// product has a.size() + b.size() limbs. Depth of the recursion: log2 of the limbs.
void multiply_into(std::span<const Limb> a, std::span<const Limb> b, std::span<Limb> product) {
  if (a.size() > b.size()) std::swap(a, b);
  if (a.size() < kKaratsubaLimbs) {
    multiply_schoolbook(a, b, product);
    return;
  }
  if (a.size() * 2 <= b.size()) {
    // Very unequal: the longer one in pieces of the shorter one's length.
    std::ranges::fill(product, 0);
    Limbs piece;
    for (std::size_t start = 0; start < b.size(); start += a.size()) {
      auto part = b.subspan(start, std::min(a.size(), b.size() - start));
      piece.assign(a.size() + part.size(), 0);
      multiply_into(a, part, piece);
      add_at(product, piece, start);
    }
    return;
  }
  std::size_t half = b.size() / 2;
  auto a_low = a.first(half);
  auto a_high = a.subspan(half);
  auto b_low = b.first(half);
  auto b_high = b.subspan(half);
  std::span<Limb> low = product.first(half * 2);
  std::span<Limb> high = product.subspan(half * 2);
  multiply_into(a_low, b_low, low);
  multiply_into(a_high, b_high, high);
  Limbs a_sum = add_magnitude(a_low, a_high);
  Limbs b_sum = add_magnitude(b_low, b_high);
  Limbs middle(a_sum.size() + b_sum.size());
  multiply_into(a_sum, b_sum, middle);
  subtract_in_place(middle, low);
  subtract_in_place(middle, high);
  add_at(product, middle, half);
}

}  // namespace

Limbs multiply_magnitude(std::span<const Limb> a, std::span<const Limb> b) {
  Limbs product(a.size() + b.size());
  multiply_into(a, b, product);
  return product;
}

void multiply_add(Limbs& value, Limb factor, Limb addend) {
  std::uint64_t carry = addend;
  for (Limb& limb : value) {
    carry += static_cast<std::uint64_t>(limb) * factor;
    limb = static_cast<Limb>(carry);
    carry >>= 32;
  }
  if (carry != 0) value.push_back(static_cast<Limb>(carry));
}

}  // namespace detail

BigInteger multiply(const BigInteger& a, const BigInteger& b) {
  if (a.is_zero() || b.is_zero()) return {};
  return BigInteger::from_limbs(detail::multiply_magnitude(a.limbs(), b.limbs()),
                                a.is_negative() != b.is_negative());
}

BigInteger power(const BigInteger& base, std::uint64_t exponent) {
  BigInteger result(1);
  BigInteger square = base;
  while (true) {
    if ((exponent & 1U) != 0) result = multiply(result, square);
    exponent >>= 1;
    if (exponent == 0) return result;
    square = multiply(square, square);
  }
}

BigInteger power_modulo(const BigInteger& base, const BigInteger& exponent, const BigInteger& modulus) {
  BigInteger result = divide_floor(BigInteger(1), modulus).remainder;
  BigInteger square = divide_floor(base, modulus).remainder;
  std::span<const BigInteger::Limb> limbs = exponent.limbs();
  std::size_t bits = exponent.bit_length();
  for (std::size_t i = 0; i < bits; ++i) {
    if (((limbs[i / 32] >> (i % 32)) & 1U) != 0) {
      result = divide_floor(multiply(result, square), modulus).remainder;
    }
    if (i + 1 < bits) square = divide_floor(multiply(square, square), modulus).remainder;
  }
  return result;
}

}  // namespace loopscope::python
