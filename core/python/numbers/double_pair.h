// Pair: twice the precision of double, as the sum of two (T. J. Dekker, "A floating-point technique for
// extending the available precision", 1971). Not for: numbers near the limits of double's exponents.
#pragma once

namespace loopscope::python {

// high + low, low at most half a unit in the last place of high.
struct Pair {
  double high;
  double low;
};

// |high| at least |low|.
inline Pair normalized(double high, double low) {
  const double sum = high + low;
  return {sum, low - (sum - high)};
}

inline Pair split(double number) {
  const double scaled = number * 134217729.0;  // 2**27 + 1
  const double high = scaled - (scaled - number);
  return {high, number - high};
}

// Exact.
inline Pair sum(double a, double b) {
  const double rounded = a + b;
  const double b_part = rounded - a;
  return {rounded, (a - (rounded - b_part)) + (b - b_part)};
}

inline Pair sum(const Pair& a, const Pair& b) {
  const Pair exact = sum(a.high, b.high);
  return normalized(exact.high, exact.low + (a.low + b.low));
}

// Exact.
inline Pair product(double a, double b) {
  const double rounded = a * b;
  const Pair x = split(a);
  const Pair y = split(b);
  return {rounded, ((x.high * y.high - rounded) + x.high * y.low + x.low * y.high) + x.low * y.low};
}

inline Pair product(const Pair& a, const Pair& b) {
  const Pair exact = product(a.high, b.high);
  return normalized(exact.high, exact.low + (a.high * b.low + a.low * b.high));
}

inline Pair negative(const Pair& number) { return {-number.high, -number.low}; }

inline Pair quotient(const Pair& a, const Pair& b) {
  const double first = a.high / b.high;
  const Pair rest = sum(a, negative(product(Pair{first, 0}, b)));
  return normalized(first, rest.high / b.high);
}

}  // namespace loopscope::python
