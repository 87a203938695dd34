// printf-style formatting ("%5.2f" % x): reading the format, and numbers by one conversion.
// Not fetching the values from a tuple or mapping (core/python/types/str_percent.cpp).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/python/text/format_spec.h"

namespace loopscope::python {

// One "%..." of a format.
struct PercentSpec {
  std::optional<std::string_view> key;  // of "%(key)s"
  bool left = false;                    // '-'
  bool plus = false;                    // '+'
  bool space = false;                   // ' '
  bool alternate = false;               // '#'
  bool zero = false;                    // '0'
  bool star_width = false;              // '*': the next value
  bool star_precision = false;
  bool plain = true;            // nothing between '%' and the type
  std::int64_t width = -1;      // -1: none given
  std::int64_t precision = -1;  // -1: none given
  char32_t type = 0;
  std::size_t type_index = 0;  // in code points from the format's beginning
};

// Reads the conversion behind the '%' that ends at byte `at`; moves `at` behind it. `format` is the whole
// format.
std::expected<PercentSpec, FormatError> parse_percent(std::string_view format, std::size_t& at);

// "unsupported format character 'y' (0x79) at index 1"
FormatError unsupported_percent(const PercentSpec& spec);

// d i u o x X.
Formatted percent_int(const BigInteger& value, const PercentSpec& spec);
// e E f F g G.
Formatted percent_float(double value, const PercentSpec& spec);
// s r a c: cut to the precision, padded to the width.
Formatted percent_text(std::string_view text, const PercentSpec& spec);

}  // namespace loopscope::python
