// The text of an int as a program or a person writes it: signs, prefixes, underscores, other scripts' digits,
// and the limit on digits. Not the digits alone (BigInteger's from_digits), and not the lexer's literals.
#pragma once

#include <cstddef>
#include <expected>
#include <string>
#include <string_view>

#include "core/python/numbers/big_integer.h"

namespace loopscope::python {

// CPython's default of sys.get_int_max_str_digits(): conversions in bases that are no power of two refuse
// more.
inline constexpr std::size_t kMaxIntDigits = 4300;

struct IntTextError {
  // 0: the text is no int in this base. Else the number of digits, which is beyond the limit.
  std::size_t digits = 0;
};

// What int(text, base) takes: blanks around, a sign, a prefix where the base allows it, underscores between
// digits. base is 0 or from 2 to 36. The text is UTF-8.
std::expected<BigInteger, IntTextError> parse_int(std::string_view text, int base);

// The same for the commonest case, plain ASCII decimal digits with a sign, up to 18 of them. False: ask
// parse_int.
bool parse_small_int(std::string_view text, std::int64_t& value);

// Whether the decimal text of the value is longer than kMaxIntDigits; decided from the bits, without making
// the text.
bool exceeds_digit_limit(const BigInteger& value);

// The messages of the ValueErrors that the limit raises.
std::string digit_limit_message();
std::string digit_limit_message(std::size_t digits);

}  // namespace loopscope::python
