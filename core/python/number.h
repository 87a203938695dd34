// The value of a number token. Not for: where a number ends (lexer.h), arithmetic (the machine's int).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace loopscope::python {

struct NumberValue {
  enum class Kind : std::uint8_t { Integer, BigInteger, Float, Imaginary, TooManyDigits };
  Kind kind = Kind::Integer;
  std::int64_t integer = 0;     // Integer: below 2^63
  double number = 0;            // Float, Imaginary
  std::string hexadecimal;      // BigInteger: lower-case digits without leading zeros
  std::size_t digit_count = 0;  // TooManyDigits: a decimal literal longer than CPython's limit
};

inline constexpr std::size_t kMaxDecimalDigits = 4300;

// `literal` is what the lexer found to be a number: underscores, a radix prefix, an exponent and `j` are as
// it checked.
NumberValue number_value(std::string_view literal);

}  // namespace loopscope::python
