// Whole powers by repeated squaring in twice the precision (T. J. Dekker, "A floating-point technique for
// extending the available precision", 1971).
#include "core/python/numbers/power.h"

#include <cmath>

namespace loopscope::python {
namespace {

#ifdef __EMSCRIPTEN__
constexpr bool kLibraryMayBeOff = true;
#else
constexpr bool kLibraryMayBeOff = false;
#endif

// high + low, low at most half a unit in the last place of high.
struct Pair {
  double high;
  double low;
};

Pair normalized(double high, double low) {
  const double sum = high + low;
  return {sum, low - (sum - high)};
}

Pair split(double number) {
  const double scaled = number * 134217729.0;  // 2**27 + 1
  const double high = scaled - (scaled - number);
  return {high, number - high};
}

Pair product(double a, double b) {
  const double rounded = a * b;
  const Pair x = split(a);
  const Pair y = split(b);
  return {rounded, ((x.high * y.high - rounded) + x.high * y.low + x.low * y.high) + x.low * y.low};
}

Pair product(const Pair& a, const Pair& b) {
  const Pair exact = product(a.high, b.high);
  return normalized(exact.high, exact.low + (a.high * b.low + a.low * b.high));
}

Pair reciprocal(const Pair& number) {
  const double first = 1.0 / number.high;
  const Pair back = product(first, number.high);
  const double rest = ((1.0 - back.high) - back.low) - first * number.low;
  return normalized(first, first * rest);
}

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
  if (exponent < 0) result = reciprocal(result);
  return result.high + result.low;
}

}  // namespace

double real_power(double base, double exponent) {
  if (kLibraryMayBeOff && exponent == std::floor(exponent) && std::abs(exponent) <= 512) {
    const double power = whole_power(base, static_cast<int>(exponent));
    if (std::isfinite(power) && std::abs(power) > 1e-280 && std::abs(power) < 1e280) return power;
  }
  return std::pow(base, exponent);
}

}  // namespace loopscope::python
