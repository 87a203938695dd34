// BigInteger: digits in any base from 2 to 36, both ways.
// Not signs, prefixes and underscores of literals, and not the limit of 4,300 digits (int_text.cpp).
#include <algorithm>
#include <bit>

#include "core/python/numbers/big_integer.h"

namespace loopscope::python {
namespace {

constexpr char kDigits[] = "0123456789abcdefghijklmnopqrstuvwxyz";

unsigned digit_value(char c) {
  if (c <= '9') return static_cast<unsigned>(c - '0');
  return static_cast<unsigned>((c | 0x20) - 'a') + 10;
}

std::string power_of_two_text(const BigInteger& value, unsigned shift) {
  std::string text;
  std::span<const BigInteger::Limb> limbs = value.limbs();
  std::size_t bits = value.bit_length();
  text.reserve(bits / shift + 2);
  for (std::size_t at = 0; at < bits; at += shift) {
    std::uint64_t window = limbs[at / 32];
    if (at / 32 + 1 < limbs.size()) window |= static_cast<std::uint64_t>(limbs[at / 32 + 1]) << 32;
    text.push_back(kDigits[(window >> (at % 32)) & ((1U << shift) - 1)]);
  }
  return text;
}

// The largest power of the base that fits a limb, and its exponent.
struct Chunk {
  BigInteger::Limb power;
  unsigned digits;
};

Chunk chunk_of(unsigned base) {
  Chunk chunk{base, 1};
  while (static_cast<std::uint64_t>(chunk.power) * base <= 0xFFFFFFFFU) {
    chunk.power *= base;
    ++chunk.digits;
  }
  return chunk;
}

BigInteger from_power_of_two(std::string_view digits, unsigned shift) {
  BigInteger::Limbs limbs;
  limbs.reserve(digits.size() * shift / 32 + 1);
  std::uint64_t pending = 0;
  unsigned bits = 0;
  for (std::size_t i = digits.size(); i-- > 0;) {
    pending |= static_cast<std::uint64_t>(digit_value(digits[i])) << bits;
    bits += shift;
    if (bits >= 32) {
      limbs.push_back(static_cast<BigInteger::Limb>(pending));
      pending >>= 32;
      bits -= 32;
    }
  }
  limbs.push_back(static_cast<BigInteger::Limb>(pending));
  return BigInteger::from_limbs(std::move(limbs), false);
}

}  // namespace

std::string to_text(const BigInteger& value, int base) {
  if (value.is_zero()) return "0";
  auto radix = static_cast<unsigned>(base);
  std::string text;
  if (std::has_single_bit(radix)) {
    text = power_of_two_text(value, static_cast<unsigned>(std::countr_zero(radix)));
  } else {
    Chunk chunk = chunk_of(radix);
    BigInteger::Limbs rest(value.limbs().begin(), value.limbs().end());
    while (!rest.empty()) {
      BigInteger::Limb part = detail::divide_by_limb(rest, chunk.power);
      while (!rest.empty() && rest.back() == 0) rest.pop_back();
      for (unsigned i = 0; i < chunk.digits && (part != 0 || !rest.empty()); ++i) {
        text.push_back(kDigits[part % radix]);
        part /= radix;
      }
    }
  }
  if (value.is_negative()) text.push_back('-');
  std::ranges::reverse(text);
  return text;
}

BigInteger from_digits(std::string_view digits, int base) {
  auto radix = static_cast<unsigned>(base);
  if (std::has_single_bit(radix)) {
    return from_power_of_two(digits, static_cast<unsigned>(std::countr_zero(radix)));
  }
  Chunk chunk = chunk_of(radix);
  BigInteger::Limbs limbs;
  for (std::size_t at = 0; at < digits.size();) {
    BigInteger::Limb part = 0;
    BigInteger::Limb factor = 1;
    for (unsigned i = 0; i < chunk.digits && at < digits.size(); ++i, ++at) {
      part = part * radix + digit_value(digits[at]);
      factor *= radix;
    }
    detail::multiply_add(limbs, factor, part);
  }
  return BigInteger::from_limbs(std::move(limbs), false);
}

}  // namespace loopscope::python
