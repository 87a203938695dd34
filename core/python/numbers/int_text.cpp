// Reading ints as int(text, base) does, and the limit on decimal digits.
// Not the digits' arithmetic (big_integer_text.cpp).
#include "core/python/numbers/int_text.h"

#include "core/python/text/unicode_class.h"
#include "core/python/text/utf8.h"

namespace loopscope::python {
namespace {

// Digits of other scripts become ASCII ones, blanks of other scripts a space; all else stays.
std::string ascii_digits(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    char32_t c = decode_utf8(text, at);
    int digit = c < 0x80 ? -1 : decimal_value(c);
    if (digit >= 0) {
      result.push_back(static_cast<char>('0' + digit));
    } else if (c >= 0x80 && is_space(c)) {
      result.push_back(' ');
    } else {
      append_utf8(result, c);
    }
  }
  return result;
}

bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r') || (c >= '\x1c' && c <= '\x1f'); }

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  auto lower = static_cast<char>(c | 0x20);
  if (lower >= 'a' && lower <= 'z') return lower - 'a' + 10;
  return 99;
}

int base_of_prefix(std::string_view text) {
  if (text.size() < 2 || text[0] != '0') return 0;
  switch (text[1] | 0x20) {
    case 'x':
      return 16;
    case 'o':
      return 8;
    case 'b':
      return 2;
    default:
      return 0;
  }
}

}  // namespace

bool parse_small_int(std::string_view text, std::int64_t& value) {
  bool negative = !text.empty() && text[0] == '-';
  if (negative) text.remove_prefix(1);
  if (text.empty() || text.size() > 18) return false;
  std::int64_t result = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return false;
    result = result * 10 + (c - '0');
  }
  value = negative ? -result : result;
  return true;
}

std::expected<BigInteger, IntTextError> parse_int(std::string_view text, int base) {
  std::string rewritten;
  if (!is_ascii(text)) {
    rewritten = ascii_digits(text);
    text = rewritten;
  }
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  bool negative = false;
  if (!text.empty() && (text[0] == '+' || text[0] == '-')) {
    negative = text[0] == '-';
    text.remove_prefix(1);
  }
  int prefix = base_of_prefix(text);
  bool zero_only = false;
  if (base == 0) {
    // "0" and "00" are fine, "012" is not: it was octal once.
    zero_only = prefix == 0 && !text.empty() && text[0] == '0';
    base = prefix != 0 ? prefix : 10;
  }
  if (prefix == base) {
    text.remove_prefix(2);
    if (!text.empty() && text[0] == '_') text.remove_prefix(1);
  }
  std::string digits;
  digits.reserve(text.size());
  bool after_digit = false;
  for (char c : text) {
    if (c == '_') {
      if (!after_digit) return std::unexpected(IntTextError{});
      after_digit = false;
      continue;
    }
    if (digit_of(c) >= base) return std::unexpected(IntTextError{});
    after_digit = true;
    digits.push_back(c);
  }
  if (!after_digit) return std::unexpected(IntTextError{});
  bool power_of_two = (base & (base - 1)) == 0;
  if (!power_of_two && digits.size() > kMaxIntDigits) return std::unexpected(IntTextError{digits.size()});
  BigInteger value = from_digits(digits, base);
  if (zero_only && !value.is_zero()) return std::unexpected(IntTextError{});
  return negative ? std::move(value).negated() : value;
}

bool exceeds_digit_limit(const BigInteger& value) {
  // 10**4300 has 14285 bits.
  std::size_t bits = value.bit_length();
  if (bits < 14285) return false;
  if (bits > 14285) return true;
  return detail::compare_magnitude(value.limbs(), power(BigInteger(10), kMaxIntDigits).limbs()) >= 0;
}

std::string digit_limit_message() {
  return "Exceeds the limit (4300 digits) for integer string conversion; "
         "use sys.set_int_max_str_digits() to increase the limit";
}

std::string digit_limit_message(std::size_t digits) {
  return "Exceeds the limit (4300 digits) for integer string conversion: value has " +
         std::to_string(digits) + " digits; use sys.set_int_max_str_digits() to increase the limit";
}

}  // namespace loopscope::python
