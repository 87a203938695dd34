// Doubles as text, both ways: the shortest text that gives the number back, fixed and scientific forms,
// parsing. Not the format mini-language (core/python/text/format_number.h).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace loopscope::python {

// What repr(x) gives: "0.1", "1e+16", "-inf", "nan".
std::string float_repr(double value);

// The decimal digits of a finite number: 0.d1d2d3... * 10**point; no trailing zeros but for a lone "0".
struct DecimalDigits {
  std::string digits;
  int point = 0;
};
// The fewest digits that give the magnitude back, and the closest of those.
DecimalDigits shortest_digits(double magnitude);

// printf's %f, %e and %g of a finite magnitude, without a sign, with exactly rounded digits at any precision
// >= 0. Digits beyond what a double can have are zeros. `alternate` keeps the point and %g's trailing zeros;
// `decimal` is %g with at least one decimal or an exponent.
std::string fixed_text(double magnitude, int precision, bool alternate);
std::string scientific_text(double magnitude, int precision, bool alternate);
std::string general_text(double magnitude, int precision, bool alternate, bool decimal = false);

// What float(text) takes: blanks around, a sign, underscores between digits, inf, infinity, nan. The text is
// UTF-8.
std::optional<double> parse_float(std::string_view text);

// What x.hex() gives.
std::string float_hex(double value);

// What round(x, digits) gives: rounded half to even on the exact value. Infinite where it overflows.
double round_to_digits(double value, long long digits);

// Python's hash of a float that is not not-a-number: equal to the hash of an equal int.
long long float_hash(double value);

}  // namespace loopscope::python
