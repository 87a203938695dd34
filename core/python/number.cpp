// Digits to values. Not for: checking them, the lexer has.
#include "core/python/number.h"

#include <cstdlib>
#include <vector>

namespace loopscope::python {

namespace {

constexpr char kHex[] = "0123456789abcdef";

unsigned digit_of(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  return static_cast<unsigned>((c | 0x20) - 'a') + 10;
}

NumberValue from_hexadecimal(std::string digits) {
  NumberValue value;
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
  if (digits.size() < 16 || (digits.size() == 16 && digits[0] < '8')) {
    std::uint64_t integer = 0;
    for (const char c : digits) integer = integer << 4 | digit_of(c);
    value.integer = static_cast<std::int64_t>(integer);
    return value;
  }
  value.kind = NumberValue::Kind::BigInteger;
  value.hexadecimal = std::move(digits);
  return value;
}

// Digits of 1, 3 or 4 bits each.
NumberValue from_bits(std::string_view digits, unsigned bits_per_digit) {
  std::string reversed;
  unsigned bits = 0;
  unsigned held = 0;
  for (std::size_t i = digits.size(); i-- > 0;) {
    held |= digit_of(digits[i]) << bits;
    for (bits += bits_per_digit; bits >= 4; bits -= 4, held >>= 4) reversed += kHex[held & 15];
  }
  if (bits > 0) reversed += kHex[held & 15];
  return from_hexadecimal(std::string(reversed.rbegin(), reversed.rend()));
}

// At most kMaxDecimalDigits of them: quadratic, and bounded.
NumberValue from_decimal(std::string_view digits) {
  std::vector<std::uint32_t> limbs{0};
  for (const char c : digits) {
    std::uint64_t carry = digit_of(c);
    for (std::uint32_t& limb : limbs) {
      carry += std::uint64_t{limb} * 10;
      limb = static_cast<std::uint32_t>(carry);
      carry >>= 32;
    }
    if (carry != 0) limbs.push_back(static_cast<std::uint32_t>(carry));
  }
  std::string hexadecimal;
  for (std::size_t i = limbs.size(); i-- > 0;) {
    for (int shift = 28; shift >= 0; shift -= 4) hexadecimal += kHex[limbs[i] >> shift & 15];
  }
  return from_hexadecimal(std::move(hexadecimal));
}

}  // namespace

NumberValue number_value(std::string_view literal) {
  std::string digits;
  for (const char c : literal) {
    if (c != '_') digits += c;
  }
  const char radix = digits.size() > 2 && digits[0] == '0' ? static_cast<char>(digits[1] | 0x20) : '\0';
  if (radix == 'x') return from_bits(std::string_view(digits).substr(2), 4);
  if (radix == 'o') return from_bits(std::string_view(digits).substr(2), 3);
  if (radix == 'b') return from_bits(std::string_view(digits).substr(2), 1);
  const bool imaginary = (digits.back() | 0x20) == 'j';
  if (imaginary) digits.pop_back();
  if (imaginary || digits.find_first_of(".eE") != std::string::npos) {
    NumberValue value;
    value.kind = imaginary ? NumberValue::Kind::Imaginary : NumberValue::Kind::Float;
    value.number = std::strtod(digits.c_str(), nullptr);
    return value;
  }
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
  if (digits.size() > kMaxDecimalDigits) {
    NumberValue value;
    value.kind = NumberValue::Kind::TooManyDigits;
    value.digit_count = digits.size();
    return value;
  }
  return from_decimal(digits);
}

}  // namespace loopscope::python
