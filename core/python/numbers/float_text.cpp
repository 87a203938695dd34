// Doubles to text: repr, printf's forms at any precision, hexadecimal.
// Not parsing and rounding (float_parse.cpp).
#include "core/python/numbers/float_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace loopscope::python {
namespace {

// A double has at most 767 significant digits and 1,074 after the point: beyond that there are only zeros.
constexpr int kMaxDigits = 1100;
// 309 before the point, the point, those after it, sign and end.
constexpr int kBufferBytes = kMaxDigits + 320;

std::string print_double(const char* form, int precision, double value) {
  char buffer[kBufferBytes];
  int length = std::snprintf(buffer, sizeof buffer, form, std::min(precision, kMaxDigits), value);
  return {buffer, static_cast<std::size_t>(std::max(length, 0))};
}

// Splits "d.ddde+xx" as printf gives it.
DecimalDigits digits_of(const char* text) {
  DecimalDigits result;
  const char* at = text;
  for (; *at != 'e'; ++at) {
    if (*at != '.') result.digits.push_back(*at);
  }
  result.point = std::atoi(at + 1) + 1;
  while (result.digits.size() > 1 && result.digits.back() == '0') result.digits.pop_back();
  return result;
}

// Numbers with few decimals, the commonest: m / 10**k is correctly rounded, and with m below 10**15 there is
// no second text of that length for the same double. False: not such a number.
bool short_decimal(double magnitude, DecimalDigits& result) {
  for (double scale : {1.0, 1e3, 1e6}) {
    double scaled = std::nearbyint(magnitude * scale);
    if (scaled >= 1e15 || scaled < 1) continue;
    if (scaled / scale != magnitude) continue;
    char buffer[24];
    auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, static_cast<std::int64_t>(scaled));
    result.digits.assign(buffer, end);
    int decimals = scale == 1.0 ? 0 : (scale == 1e3 ? 3 : 6);
    result.point = static_cast<int>(result.digits.size()) - decimals;
    while (result.digits.size() > 1 && result.digits.back() == '0') result.digits.pop_back();
    return true;
  }
  return false;
}

void append_exponent(std::string& text, int exponent) {
  text += exponent < 0 ? "e-" : "e+";
  int size = std::abs(exponent);
  if (size < 10) text.push_back('0');
  text += std::to_string(size);
}

}  // namespace

DecimalDigits shortest_digits(double magnitude) {
  DecimalDigits result;
  if (magnitude == 0) return {"0", 1};
  if (short_decimal(magnitude, result)) return result;
  // 15 digits always survive the way to a double and back, so a shorter text shows as trailing zeros; only
  // subnormal numbers have fewer significant digits than that.
  int precision = magnitude < 2.3e-308 ? 0 : 14;
  char buffer[40];
  for (; precision < 17; ++precision) {
    std::snprintf(buffer, sizeof buffer, "%.*e", precision, magnitude);
    if (std::strtod(buffer, nullptr) == magnitude) break;
    // Below a power of two the doubles are twice as dense: the nearest text may miss where the next one up
    // hits.
    if (precision == 15) {
      char* digit = std::strchr(buffer, 'e') - 1;
      if (*digit < '9') {
        ++*digit;
        if (std::strtod(buffer, nullptr) == magnitude) break;
      }
    }
  }
  return digits_of(buffer);
}

std::string float_repr(double value) {
  if (std::isnan(value)) return "nan";
  if (std::isinf(value)) return value > 0 ? "inf" : "-inf";
  DecimalDigits decimal = shortest_digits(std::fabs(value));
  const std::string& digits = decimal.digits;
  auto count = static_cast<int>(digits.size());
  std::string text;
  if (std::signbit(value)) text.push_back('-');
  if (decimal.point > 16 || decimal.point < -3) {
    text.push_back(digits[0]);
    if (count > 1) text.append(".").append(digits, 1);
    append_exponent(text, decimal.point - 1);
  } else if (decimal.point <= 0) {
    text.append("0.").append(static_cast<std::size_t>(-decimal.point), '0').append(digits);
  } else if (count <= decimal.point) {
    text.append(digits).append(static_cast<std::size_t>(decimal.point - count), '0').append(".0");
  } else {
    auto before = static_cast<std::size_t>(decimal.point);
    text.append(digits, 0, before).append(".").append(digits, before);
  }
  return text;
}

std::string fixed_text(double magnitude, int precision, bool alternate) {
  std::string text = print_double("%.*f", precision, magnitude);
  if (precision > kMaxDigits) text.append(static_cast<std::size_t>(precision - kMaxDigits), '0');
  if (precision == 0 && alternate) text.push_back('.');
  return text;
}

std::string scientific_text(double magnitude, int precision, bool alternate) {
  std::string text = print_double(alternate ? "%#.*e" : "%.*e", precision, magnitude);
  if (precision > kMaxDigits) {
    text.insert(text.find('e'), static_cast<std::size_t>(precision - kMaxDigits), '0');
  }
  return text;
}

std::string general_text(double magnitude, int precision, bool alternate, bool decimal) {
  int digits = std::max(precision, 1);
  std::string text = scientific_text(magnitude, digits - 1, false);
  std::size_t mark = text.find('e');
  int exponent = std::atoi(text.c_str() + mark + 1);
  std::string figures;
  for (char c : std::string_view(text).substr(0, mark)) {
    if (c != '.') figures.push_back(c);
  }
  if (!alternate) figures.erase(std::max<std::size_t>(figures.find_last_not_of('0') + 1, 1));
  std::string result;
  if (exponent < -4 || exponent >= digits - (decimal ? 1 : 0)) {
    result.push_back(figures[0]);
    if (figures.size() > 1 || alternate) result.append(".").append(figures, 1);
    append_exponent(result, exponent);
  } else if (exponent < 0) {
    result.append("0.").append(static_cast<std::size_t>(-exponent - 1), '0').append(figures);
  } else {
    auto whole = static_cast<std::size_t>(exponent) + 1;
    if (figures.size() < whole) figures.append(whole - figures.size(), '0');
    result.append(figures, 0, whole);
    if (figures.size() > whole || alternate) {
      result.append(".").append(figures, whole);
    } else if (decimal) {
      result.append(".0");
    }
  }
  return result;
}

std::string float_hex(double value) {
  if (!std::isfinite(value)) return float_repr(value);
  std::string text = std::signbit(value) ? "-0x" : "0x";
  double magnitude = std::fabs(value);
  if (magnitude == 0) return text + "0.0p+0";
  int exponent = 0;
  double fraction = std::frexp(magnitude, &exponent);
  // One bit before the point; subnormal numbers keep the least exponent and a 0 there.
  int shift = 1 - std::max(-1021 - exponent, 0);
  fraction = std::ldexp(fraction, shift);
  exponent -= shift;
  auto digit = static_cast<int>(fraction);
  text.push_back(static_cast<char>('0' + digit));
  text.push_back('.');
  fraction -= digit;
  for (int i = 0; i < 13; ++i) {
    fraction *= 16;
    digit = static_cast<int>(fraction);
    fraction -= digit;
    text.push_back("0123456789abcdef"[digit]);
  }
  text += exponent < 0 ? "p-" : "p+";
  return text + std::to_string(std::abs(exponent));
}

}  // namespace loopscope::python
