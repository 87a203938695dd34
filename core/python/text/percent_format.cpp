// Reading printf-style conversions and writing numbers and texts by them.
// Not the values' order and mapping keys (core/python/types/str_percent.cpp).
#include "core/python/text/percent_format.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "core/python/numbers/int_text.h"
#include "core/python/text/utf8.h"

namespace loopscope::python {
namespace {

std::unexpected<FormatError> fail(std::string message, FormatError::Kind kind = FormatError::Kind::kValue) {
  return std::unexpected(FormatError{kind, std::move(message)});
}

// -1: no digits; -2: too many.
std::int64_t take_number(std::string_view format, std::size_t& at) {
  if (at >= format.size() || format[at] < '0' || format[at] > '9') return -1;
  std::int64_t value = 0;
  for (; at < format.size() && format[at] >= '0' && format[at] <= '9'; ++at) {
    value = value * 10 + (format[at] - '0');
    if (value > INT32_MAX) value = INT64_MAX / 100;
  }
  return value > INT32_MAX ? -2 : value;
}

bool take_flag(PercentSpec& spec, char c) {
  switch (c) {
    case '-':
      return spec.left = true;
    case '+':
      return spec.plus = true;
    case ' ':
      return spec.space = true;
    case '#':
      return spec.alternate = true;
    case '0':
      return spec.zero = true;
    default:
      return false;
  }
}

// Sign, prefix and body to the width: zeros go between the prefix and the body, blanks outside.
Formatted lay_out(char sign, std::string_view prefix, std::string_view body, const PercentSpec& spec,
                  bool zero) {
  if (spec.width > kMaxFormattedWidth) return fail("", FormatError::Kind::kMemory);
  auto length = static_cast<std::int64_t>((sign != 0 ? 1 : 0) + prefix.size() + code_points(body));
  auto padding = static_cast<std::size_t>(std::max<std::int64_t>(spec.width - length, 0));
  std::string result;
  if (!spec.left && !zero) result.append(padding, ' ');
  if (sign != 0) result.push_back(sign);
  result += prefix;
  if (!spec.left && zero) result.append(padding, '0');
  result += body;
  if (spec.left) result.append(padding, ' ');
  return result;
}

char sign_of(bool negative, const PercentSpec& spec) {
  if (negative) return '-';
  return spec.plus ? '+' : (spec.space ? ' ' : '\0');
}

}  // namespace

std::expected<PercentSpec, FormatError> parse_percent(std::string_view format, std::size_t& at) {
  PercentSpec spec;
  std::size_t begin = at;
  if (at < format.size() && format[at] == '(') {
    std::size_t start = ++at;
    int depth = 1;
    for (; at < format.size() && depth > 0; ++at) {
      if (format[at] == '(') ++depth;
      if (format[at] == ')') --depth;
    }
    if (depth > 0) return fail("incomplete format key");
    spec.key = format.substr(start, at - 1 - start);
  }
  while (at < format.size() && take_flag(spec, format[at])) ++at;
  if (at < format.size() && format[at] == '*') {
    spec.star_width = true;
    ++at;
  } else {
    spec.width = take_number(format, at);
    if (spec.width == -2) return fail("width too big");
  }
  if (at < format.size() && format[at] == '.') {
    ++at;
    spec.precision = 0;
    if (at < format.size() && format[at] == '*') {
      spec.star_precision = true;
      ++at;
    } else if (std::int64_t precision = take_number(format, at); precision == -2) {
      return fail("precision too big");
    } else if (precision >= 0) {
      spec.precision = precision;
    }
  }
  // C's length letters are read over.
  if (at < format.size() && (format[at] == 'h' || format[at] == 'l' || format[at] == 'L')) ++at;
  if (at >= format.size()) return fail("incomplete format");
  spec.plain = at == begin;
  spec.type_index = code_points(format.substr(0, at));
  spec.type = decode_utf8(format, at);
  return spec;
}

FormatError unsupported_percent(const PercentSpec& spec) {
  char shown = spec.type > 31 && spec.type < 128 ? static_cast<char>(spec.type) : '?';
  char buffer[96];
  std::snprintf(buffer, sizeof buffer, "unsupported format character '%c' (0x%x) at index %zu", shown,
                static_cast<unsigned>(spec.type), spec.type_index);
  return {FormatError::Kind::kValue, buffer};
}

Formatted percent_int(const BigInteger& value, const PercentSpec& spec) {
  int base = spec.type == 'o' ? 8 : (spec.type == 'x' || spec.type == 'X' ? 16 : 10);
  if (base == 10 && exceeds_digit_limit(value)) return fail(digit_limit_message());
  if (spec.precision > kMaxFormattedWidth) return fail("", FormatError::Kind::kMemory);
  std::string digits = to_text(value.absolute(), base);
  if (static_cast<std::int64_t>(digits.size()) < spec.precision) {
    digits.insert(0, static_cast<std::size_t>(spec.precision) - digits.size(), '0');
  }
  std::string prefix;
  if (spec.alternate && base != 10) prefix = {'0', static_cast<char>(spec.type)};
  if (spec.type == 'X') {
    for (char& c : digits) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  }
  return lay_out(sign_of(value.is_negative(), spec), prefix, digits, spec, spec.zero);
}

Formatted percent_float(double value, const PercentSpec& spec) {
  if (spec.precision > kMaxFormattedWidth) return fail("", FormatError::Kind::kMemory);
  bool negative = std::signbit(value) && !std::isnan(value);
  std::string body;
  if (std::isfinite(value)) {
    body = float_magnitude_text(std::fabs(value), spec.type, spec.precision, spec.alternate);
  } else {
    bool upper = spec.type < 'a';
    body = std::isnan(value) ? (upper ? "NAN" : "nan") : (upper ? "INF" : "inf");
  }
  return lay_out(sign_of(negative, spec), "", body, spec, spec.zero);
}

Formatted percent_text(std::string_view text, const PercentSpec& spec) {
  if (spec.precision >= 0 && spec.type != 'c') {
    text = text.substr(0, utf8_offset(text, static_cast<std::size_t>(spec.precision)));
  }
  return lay_out('\0', "", text, spec, false);
}

}  // namespace loopscope::python
