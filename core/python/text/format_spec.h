// The format mini-language (PEP 3101): reading a format spec, and formatting int, float and str by it.
// Not str.format's fields (format_field.h), not printf-style formatting (percent_format.h).
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

#include "core/python/numbers/big_integer.h"

namespace loopscope::python {

// Which Python exception a formatting problem is, and its message.
struct FormatError {
  enum class Kind : std::uint8_t { kValue, kType, kOverflow, kMemory };
  Kind kind = Kind::kValue;
  std::string message;
};
using Formatted = std::expected<std::string, FormatError>;

// Wider results are refused with kMemory before anything is allocated. Bytes, far below the engine's memory
// limit.
inline constexpr std::int64_t kMaxFormattedWidth = 64 * 1024 * 1024;

struct FormatSpec {
  char32_t fill = ' ';
  char align = '>';  // '<' '>' '=' '^'
  char sign = 0;     // '+' '-' ' ' or 0: none given
  bool coerce_negative_zero = false;
  bool alternate = false;
  char thousands = 0;  // ',' '_' or 0
  std::int64_t width = -1;
  std::int64_t precision = -1;
  char32_t type = 0;  // 0: none given
};

// `type_name` stands in messages. Defaults differ: str aligns left and has the type 's'; numbers align right.
std::expected<FormatSpec, FormatError> parse_format_spec(std::string_view spec, std::string_view type_name,
                                                         char32_t default_type, char default_align);

// format(value, spec). The type's name stands in messages ("bool" is formatted as an int).
Formatted format_text(std::string_view text, std::string_view spec, std::string_view type_name = "str");
Formatted format_int(const BigInteger& value, std::string_view spec, std::string_view type_name = "int");
Formatted format_float(double value, std::string_view spec, std::string_view type_name = "float");

// A number taken apart, and put together to the width that a spec asks for.
struct NumberParts {
  bool negative = false;
  std::string prefix;  // "0x"
  std::string digits;  // before the point; grouped here
  std::string rest;    // point, decimals, exponent, '%', or "inf"
};
Formatted lay_out_number(const NumberParts& parts, const FormatSpec& spec);

// The text of a finite float's magnitude for the types e E f F g G % and 0 (as repr, or as g with at least
// one decimal). `precision` < 0: the type's default.
std::string float_magnitude_text(double magnitude, char32_t type, std::int64_t precision, bool alternate);

FormatError unknown_format_code(char32_t code, std::string_view type_name);

}  // namespace loopscope::python
