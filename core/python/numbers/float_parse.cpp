// Text to doubles, rounding to decimal places, and the hash of a double.
// Not doubles to text (float_text.cpp).
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <string>

#include "core/python/numbers/float_text.h"
#include "core/python/text/unicode_class.h"
#include "core/python/text/utf8.h"

namespace loopscope::python {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Digits with single underscores between them go to `out`; false where an underscore stands elsewhere.
bool take_digits(std::string_view text, std::size_t& at, std::string& out) {
  bool after_digit = false;
  for (; at < text.size(); ++at) {
    if (is_digit(text[at])) {
      out.push_back(text[at]);
      after_digit = true;
    } else if (text[at] == '_') {
      if (!after_digit || at + 1 >= text.size() || !is_digit(text[at + 1])) return false;
      after_digit = false;
    } else {
      break;
    }
  }
  return true;
}

bool equals_ignoring_case(std::string_view text, std::string_view lower) {
  if (text.size() != lower.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((text[i] | 0x20) != lower[i]) return false;
  }
  return true;
}

std::string ascii_number(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    char32_t c = decode_utf8(text, at);
    int digit = c < 0x80 ? -1 : decimal_value(c);
    if (digit >= 0) {
      result.push_back(static_cast<char>('0' + digit));
    } else if (is_space(c)) {
      result.push_back(' ');
    } else {
      append_utf8(result, c);
    }
  }
  return result;
}

}  // namespace

std::optional<double> parse_float(std::string_view text) {
  std::string rewritten;
  if (!is_ascii(text)) {
    rewritten = ascii_number(text);
    text = rewritten;
  }
  while (!text.empty() && is_space(static_cast<unsigned char>(text.front()))) text.remove_prefix(1);
  while (!text.empty() && is_space(static_cast<unsigned char>(text.back()))) text.remove_suffix(1);
  std::string plain;
  plain.reserve(text.size());
  std::size_t at = 0;
  bool negative = !text.empty() && text[0] == '-';
  if (negative || (!text.empty() && text[0] == '+')) at = 1;
  std::string_view word = text.substr(at);
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  if (equals_ignoring_case(word, "inf") || equals_ignoring_case(word, "infinity")) {
    return negative ? -kInfinity : kInfinity;
  }
  if (equals_ignoring_case(word, "nan")) return std::numeric_limits<double>::quiet_NaN();
  if (!take_digits(text, at, plain)) return std::nullopt;
  std::size_t digits = plain.size();
  if (at < text.size() && text[at] == '.') {
    plain.push_back('.');
    ++at;
    if (!take_digits(text, at, plain)) return std::nullopt;
    digits = plain.size() - 1;
  }
  if (digits == 0) return std::nullopt;
  if (at < text.size() && (text[at] | 0x20) == 'e') {
    plain.push_back('e');
    ++at;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) plain.push_back(text[at++]);
    std::size_t before = plain.size();
    if (!take_digits(text, at, plain) || plain.size() == before) return std::nullopt;
  }
  if (at != text.size()) return std::nullopt;
  double value = std::strtod(plain.c_str(), nullptr);
  return negative ? -value : value;
}

double round_to_digits(double value, long long digits) {
  if (!std::isfinite(value) || value == 0 || digits > 323) return value;
  double magnitude = std::fabs(value);
  double rounded = 0;
  if (digits >= 0) {
    rounded = std::strtod(fixed_text(magnitude, static_cast<int>(digits), false).c_str(), nullptr);
  } else {
    if (digits < -309) return std::copysign(0.0, value);
    // The number has point digits before its point; point + digits of them stay.
    DecimalDigits whole = shortest_digits(magnitude);
    long long kept = whole.point + digits;
    if (kept > 0) {
      rounded = std::strtod(scientific_text(magnitude, static_cast<int>(kept - 1), false).c_str(), nullptr);
    } else if (kept == 0) {
      // Between 0.1 and 1 units: more than half a unit goes up, half exactly goes to the even 0.
      std::string half = "5e" + std::to_string(-digits - 1);
      if (magnitude > std::strtod(half.c_str(), nullptr)) {
        rounded = std::strtod(("1e" + std::to_string(-digits)).c_str(), nullptr);
      }
    }
  }
  return std::copysign(rounded, value);
}

long long float_hash(double value) {
  constexpr int kBits = 61;
  constexpr std::uint64_t kModulus = (std::uint64_t{1} << kBits) - 1;
  if (std::isinf(value)) return value > 0 ? 314159 : -314159;
  int exponent = 0;
  double rest = std::frexp(std::fabs(value), &exponent);
  std::uint64_t sum = 0;
  // 28 bits at a time keep every step exact.
  while (rest != 0) {
    sum = ((sum << 28) & kModulus) | (sum >> (kBits - 28));
    rest *= 268435456.0;
    exponent -= 28;
    auto part = static_cast<std::uint64_t>(rest);
    rest -= static_cast<double>(part);
    sum += part;
    if (sum >= kModulus) sum -= kModulus;
  }
  int turn = exponent >= 0 ? exponent % kBits : kBits - 1 - ((-1 - exponent) % kBits);
  sum = ((sum << turn) & kModulus) | (sum >> (kBits - turn));
  auto result = static_cast<long long>(sum);
  if (value < 0) result = -result;
  return result == -1 ? -2 : result;
}

}  // namespace loopscope::python
