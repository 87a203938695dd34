// Formatting ints and floats by a format spec: digits, grouping, signs, padding.
// Not reading the spec (format_spec.cpp).
#include <algorithm>
#include <cmath>

#include "core/python/numbers/float_text.h"
#include "core/python/numbers/int_text.h"
#include "core/python/text/format_spec.h"
#include "core/python/text/utf8.h"

namespace loopscope::python {
namespace {

std::unexpected<FormatError> fail(std::string message, FormatError::Kind kind = FormatError::Kind::kValue) {
  return std::unexpected(FormatError{kind, std::move(message)});
}

// Digits in groups of `size` from the right. With a `width` zeros are put before until that many characters
// are there; a separator never comes first.
std::string group_digits(std::string_view digits, char separator, std::size_t size, std::int64_t width) {
  std::string reversed;
  std::size_t left = digits.size();
  while (true) {
    for (std::size_t i = 0; i < size; ++i) {
      if (left > 0) {
        reversed.push_back(digits[--left]);
      } else if (static_cast<std::int64_t>(reversed.size()) < width) {
        reversed.push_back('0');
      }
    }
    if (left == 0 && static_cast<std::int64_t>(reversed.size()) >= width) break;
    reversed.push_back(separator);
    // The separator counts, and needs a digit before it.
    if (left == 0 && static_cast<std::int64_t>(reversed.size()) >= width) {
      reversed.push_back('0');
      break;
    }
  }
  std::ranges::reverse(reversed);
  return reversed;
}

void to_upper_case(std::string& text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  }
}

int base_of(char32_t type) {
  switch (type) {
    case 'b':
      return 2;
    case 'o':
      return 8;
    case 'x':
    case 'X':
      return 16;
    default:
      return 10;
  }
}

Formatted format_character(const BigInteger& value, FormatSpec spec) {
  if (spec.sign != 0) return fail("Sign not allowed with integer format specifier 'c'");
  if (spec.alternate) return fail("Alternate form (#) not allowed with integer format specifier 'c'");
  auto code = value.to_int64();
  if (!code) return fail("Python int too large to convert to C long", FormatError::Kind::kOverflow);
  if (*code < 0 || *code > 0x10FFFF) {
    return fail("%c arg not in range(0x110000)", FormatError::Kind::kOverflow);
  }
  NumberParts parts;
  append_utf8(parts.rest, static_cast<char32_t>(*code));
  spec.thousands = 0;
  return lay_out_number(parts, spec);
}

}  // namespace

std::string float_magnitude_text(double magnitude, char32_t type, std::int64_t precision, bool alternate) {
  std::string text;
  int places = precision < 0 ? 6 : static_cast<int>(precision);
  switch (type | 0x20U) {
    case 'e':
      text = scientific_text(magnitude, places, alternate);
      break;
    case 'f':
      text = fixed_text(magnitude, places, alternate);
      break;
    case '%' | 0x20U:
      text = fixed_text(magnitude, places, alternate) + "%";
      break;
    case 'g':
    case 'n':
      text = general_text(magnitude, places, alternate);
      break;
    default:
      if (precision < 0) {
        text = float_repr(magnitude);
      } else {
        text = general_text(magnitude, places, alternate, true);
      }
      if (alternate && text.find('.') == std::string::npos) {
        text.insert(std::min(text.find('e'), text.size()), ".");
      }
      break;
  }
  if (type == 'E' || type == 'F' || type == 'G') to_upper_case(text);
  return text;
}

Formatted lay_out_number(const NumberParts& parts, const FormatSpec& spec) {
  if (spec.width > kMaxFormattedWidth) return std::unexpected(FormatError{FormatError::Kind::kMemory, ""});
  char sign = parts.negative ? '-' : (spec.sign == '+' || spec.sign == ' ' ? spec.sign : '\0');
  std::size_t group = base_of(spec.type) == 10 ? 3 : 4;
  auto fixed = static_cast<std::int64_t>((sign != 0 ? 1 : 0) + parts.prefix.size() + code_points(parts.rest));
  bool zero_fill = spec.fill == '0' && spec.align == '=';
  std::string digits = parts.digits;
  if (spec.thousands != 0 && !digits.empty()) {
    digits = group_digits(digits, spec.thousands, group, zero_fill ? spec.width - fixed : 0);
  }
  std::int64_t padding =
      std::max<std::int64_t>(spec.width - fixed - static_cast<std::int64_t>(digits.size()), 0);
  std::int64_t before = spec.align == '>' ? padding : (spec.align == '^' ? padding / 2 : 0);
  std::int64_t inside = spec.align == '=' ? padding : 0;
  std::string result;
  for (std::int64_t i = 0; i < before; ++i) append_utf8(result, spec.fill);
  if (sign != 0) result.push_back(sign);
  result += parts.prefix;
  for (std::int64_t i = 0; i < inside; ++i) append_utf8(result, spec.fill);
  result += digits;
  result += parts.rest;
  for (std::int64_t i = before + inside; i < padding; ++i) append_utf8(result, spec.fill);
  return result;
}

Formatted format_int(const BigInteger& value, std::string_view spec_text, std::string_view type_name) {
  auto parsed = parse_format_spec(spec_text, type_name, 'd', '>');
  if (!parsed) return std::unexpected(std::move(parsed.error()));
  FormatSpec& spec = *parsed;
  switch (spec.type) {
    case 'b':
    case 'c':
    case 'd':
    case 'o':
    case 'x':
    case 'X':
    case 'n':
      break;
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
    case '%': {
      auto number = value.to_double();
      if (!number) return fail("int too large to convert to float", FormatError::Kind::kOverflow);
      return format_float(*number, spec_text);
    }
    default:
      return std::unexpected(unknown_format_code(spec.type, type_name));
  }
  if (spec.precision >= 0) return fail("Precision not allowed in integer format specifier");
  if (spec.coerce_negative_zero) {
    return fail("Negative zero coercion (z) not allowed in integer format specifier");
  }
  if (spec.type == 'c') return format_character(value, spec);
  int base = base_of(spec.type);
  if (base == 10 && exceeds_digit_limit(value)) return fail(digit_limit_message());
  NumberParts parts;
  parts.negative = value.is_negative();
  parts.digits = to_text(value, base);
  if (parts.negative) parts.digits.erase(0, 1);
  if (spec.alternate && base != 10) parts.prefix = {'0', static_cast<char>(spec.type)};
  if (spec.type == 'X') to_upper_case(parts.digits);
  return lay_out_number(parts, spec);
}

Formatted format_float(double value, std::string_view spec_text, std::string_view type_name) {
  auto parsed = parse_format_spec(spec_text, type_name, 0, '>');
  if (!parsed) return std::unexpected(std::move(parsed.error()));
  FormatSpec& spec = *parsed;
  switch (spec.type) {
    case 0:
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
    case 'n':
    case '%':
      break;
    default:
      return std::unexpected(unknown_format_code(spec.type, type_name));
  }
  if (spec.precision > INT32_MAX) return fail("precision too big");
  if (spec.precision > kMaxFormattedWidth) return fail("", FormatError::Kind::kMemory);
  if (spec.type == '%') value *= 100;
  NumberParts parts;
  parts.negative = std::signbit(value) && !std::isnan(value);
  if (!std::isfinite(value)) {
    parts.rest = std::isnan(value) ? "nan" : "inf";
    if (spec.type == '%') parts.rest.push_back('%');
    if (spec.type == 'E' || spec.type == 'F' || spec.type == 'G') to_upper_case(parts.rest);
    return lay_out_number(parts, spec);
  }
  std::string text = float_magnitude_text(std::fabs(value), spec.type, spec.precision, spec.alternate);
  if (spec.coerce_negative_zero && parts.negative &&
      text.substr(0, text.find_first_of("eE")).find_first_of("123456789") == std::string::npos) {
    parts.negative = false;
  }
  std::size_t whole = text.find_first_not_of("0123456789");
  parts.digits = text.substr(0, whole);
  if (whole != std::string::npos) parts.rest = text.substr(whole);
  return lay_out_number(parts, spec);
}

}  // namespace loopscope::python
