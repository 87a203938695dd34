// Elementary functions in twice the precision: exp, sin and cos by their series, the others from these by one
// step of Newton's method behind the C library's result.
#include "core/python/numbers/elementary.h"

#include <algorithm>
#include <cmath>

namespace loopscope::python {
namespace {

constexpr Pair kLn2{0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56};
constexpr double kHalfPi[] = {0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54, -0x1.f1976b7ed8fbcp-110};
// Beyond it three doubles of pi / 2 are not enough; the C library has more.
constexpr double kLargestAngle = 1e6;

double value_of(const Pair& pair) { return pair.high + pair.low; }

// 1 + x/first (1 + x/(first + step) (1 + ...)), where each divisor d stands for d (d + 1) if `in_twos`.
Pair series(const Pair& x, int first, int last, bool in_twos) {
  Pair total{1, 0};
  const int step = in_twos ? 2 : 1;
  for (int n = last; n >= first; n -= step) {
    const double divisor = in_twos ? static_cast<double>(n) * (n + 1) : n;
    total = sum(Pair{1, 0}, product(quotient(x, Pair{divisor, 0}), total));
  }
  return total;
}

// e ** x = result * 2 ** *exponent, for |x| up to 1000.
Pair exponential(const Pair& x, int* exponent) {
  const double whole = std::round(x.high / kLn2.high);
  *exponent = static_cast<int>(whole);
  Pair rest = sum(x, negative(product(Pair{whole, 0}, kLn2)));
  constexpr int kHalvings = 8;
  rest = {rest.high / (1 << kHalvings), rest.low / (1 << kHalvings)};
  Pair result = series(rest, 1, 10, false);
  for (int i = 0; i < kHalvings; ++i) result = product(result, result);
  return result;
}

// For x above 0 and finite.
Pair log_pair(double x) {
  const double guess = std::log(x);
  int exponent = 0;
  const Pair back = exponential({guess, 0}, &exponent);
  const Pair rest = sum(Pair{std::ldexp(x, -exponent), 0}, negative(back));
  return normalized(guess, rest.high / back.high);
}

struct Circle {
  Pair sine;
  Pair cosine;
};

// For |x| up to kLargestAngle.
Circle circle(double x) {
  const double quarters = std::round(x / kHalfPi[0]);
  Pair angle = sum(Pair{x, 0}, negative(product(quarters, kHalfPi[0])));
  angle = sum(angle, negative(product(quarters, kHalfPi[1])));
  angle = sum(angle, Pair{-quarters * kHalfPi[2], 0});
  const Pair square = negative(product(angle, angle));
  const Pair s = product(angle, series(square, 2, 26, true));
  const Pair c = series(square, 1, 27, true);
  switch (static_cast<long>(quarters) & 3) {
    case 0:
      return {s, c};
    case 1:
      return {c, negative(s)};
    case 2:
      return {negative(s), negative(c)};
    default:
      return {negative(c), s};
  }
}

bool has_circle(double x) { return kLibraryMayBeOff && std::abs(x) <= kLargestAngle && std::abs(x) > 1e-8; }

// Not finite, or too small for its low part, where this way does not lead.
double whole_power(double base, int exponent) {
  Pair result{1, 0};
  Pair square{base, 0};
  for (int left = std::abs(exponent);;) {
    if (left & 1) result = product(result, square);
    left >>= 1;
    if (left == 0) break;
    square = product(square, square);
  }
  if (exponent < 0) result = quotient(Pair{1, 0}, result);
  return value_of(result);
}

bool is_usual(double x) { return std::isfinite(x) && std::abs(x) > 1e-280 && std::abs(x) < 1e280; }

}  // namespace

double natural_log(double x) {
  return kLibraryMayBeOff && is_usual(x) && x > 0 && x != 1 ? value_of(log_pair(x)) : std::log(x);
}

double sine(double x) { return has_circle(x) ? value_of(circle(x).sine) : std::sin(x); }
double cosine(double x) { return has_circle(x) ? value_of(circle(x).cosine) : std::cos(x); }

double tangent(double x) {
  if (!has_circle(x)) return std::tan(x);
  const Circle at = circle(x);
  return value_of(quotient(at.sine, at.cosine));
}

double arc_sine(double x) {
  const double guess = std::asin(x);
  if (!has_circle(guess) || std::abs(x) > 0.999) return guess;
  const Circle at = circle(guess);
  return guess + value_of(sum(Pair{x, 0}, negative(at.sine))) / at.cosine.high;
}

double arc_cosine(double x) {
  const double guess = std::acos(x);
  if (!has_circle(guess) || std::abs(x) > 0.999) return guess;
  const Circle at = circle(guess);
  return guess + value_of(sum(at.cosine, Pair{-x, 0})) / at.sine.high;
}

double arc_tangent(double x) { return arc_tangent_of(x, 1); }

double arc_tangent_of(double y, double x) {
  const double guess = std::atan2(y, x);
  if (!has_circle(guess) || !is_usual(x) || !is_usual(y)) return guess;
  // What both are multiplied by does not matter.
  int exponent = 0;
  std::frexp(std::max(std::abs(x), std::abs(y)), &exponent);
  x = std::ldexp(x, -exponent);
  y = std::ldexp(y, -exponent);
  const Circle at = circle(guess);
  const Pair across = sum(product(Pair{y, 0}, at.cosine), negative(product(Pair{x, 0}, at.sine)));
  return guess + value_of(across) / (x * at.cosine.high + y * at.sine.high);
}

double real_power(double base, double exponent) {
  const double guess = std::pow(base, exponent);
  if (!kLibraryMayBeOff || !is_usual(guess) || !is_usual(base) || base == 1) return guess;
  if (exponent == std::floor(exponent) && std::abs(exponent) <= 512) {
    const double power = whole_power(base, static_cast<int>(exponent));
    if (is_usual(power)) return power;
  }
  if (base < 0 || !is_usual(exponent)) return guess;
  int scale = 0;
  const Pair result = exponential(product(Pair{exponent, 0}, log_pair(base)), &scale);
  return std::ldexp(value_of(result), scale);
}

}  // namespace loopscope::python
