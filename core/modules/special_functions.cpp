// Lanczos' approximation with 13 terms (C. Lanczos, 1964; the numbers are those of Boost's lanczos13m53); a
// sum of squares in twice the precision.
#include "core/modules/special_functions.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "core/python/numbers/elementary.h"

namespace loopscope::modules {
namespace {

using python::Pair;

constexpr double kG = 6.024680040776729583740234375;
constexpr double kGMinusHalf = 5.524680040776729583740234375;
constexpr double kLogPi = 1.144729885849400174143427351353058711647;
constexpr int kTerms = 13;
constexpr double kNumerator[kTerms] = {
    23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408};
// (x)(x + 1) ... (x + 11).
constexpr double kDenominator[kTerms] = {
    0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1};
constexpr int kFactorials = 23;  // beyond them doubles do not hold them exactly
constexpr double kTiny = 1e-20;
constexpr double kLargest = 200;
constexpr double kLargestPower = 140;  // beyond it the power overflows before the result does

double lanczos_sum(double x) {
  double above = 0;
  double below = 0;
  for (int i = 0; i < kTerms; ++i) {
    // From either end, so that neither sum overflows.
    if (x < 5) {
      above = above * x + kNumerator[kTerms - 1 - i];
      below = below * x + kDenominator[kTerms - 1 - i];
    } else {
      above = above / x + kNumerator[i];
      below = below / x + kDenominator[i];
    }
  }
  return above / below;
}

// sin(pi x), exact at whole and half numbers.
double sine_of_pi(double x) {
  constexpr double pi = std::numbers::pi;
  const double y = std::fmod(std::fabs(x), 2.0);
  double result = 0;
  switch (static_cast<int>(std::round(2.0 * y))) {
    case 0:
      result = python::sine(pi * y);
      break;
    case 1:
      result = python::cosine(pi * (y - 0.5));
      break;
    case 2:
      result = python::sine(pi * (1.0 - y));
      break;
    case 3:
      result = -python::cosine(pi * (y - 1.5));
      break;
    default:
      result = python::sine(pi * (y - 2.0));
  }
  return std::copysign(1.0, x) * result;
}

}  // namespace

double gamma_function(double x) {
  if (!std::isfinite(x)) return x > 0 ? x : std::numeric_limits<double>::quiet_NaN();
  if (x == 0) return std::copysign(std::numeric_limits<double>::infinity(), x);
  if (x == std::floor(x)) {
    if (x < 0) return std::numeric_limits<double>::quiet_NaN();
    if (x <= kFactorials) {
      double factorial = 1;
      for (int i = 2; i < static_cast<int>(x); ++i) factorial *= i;
      return factorial;
    }
  }
  const double size = std::fabs(x);
  if (size < kTiny) return 1.0 / x;
  if (size > kLargest) return x < 0 ? 0.0 / sine_of_pi(x) : std::numeric_limits<double>::infinity();
  const double y = size + kGMinusHalf;
  // What the sum lost.
  const double lost = size > kGMinusHalf ? (y - size) - kGMinusHalf : (y - kGMinusHalf) - size;
  const double correction = lost * kG / y;
  double result = x < 0 ? -std::numbers::pi / sine_of_pi(size) / size * std::exp(y) / lanczos_sum(size)
                        : lanczos_sum(size) / std::exp(y);
  if (x < 0) {
    result -= correction * result;
  } else {
    result += correction * result;
  }
  const bool at_once = size < kLargestPower;
  const double power = python::real_power(y, at_once ? size - 0.5 : size / 2.0 - 0.25);
  for (int i = 0; i < (at_once ? 1 : 2); ++i) result = x < 0 ? result / power : result * power;
  return result;
}

double log_gamma_function(double x) {
  if (std::isnan(x)) return x;
  if (std::isinf(x)) return std::numeric_limits<double>::infinity();
  if (x == std::floor(x) && x <= 2) return x <= 0 ? std::numeric_limits<double>::infinity() : 0.0;
  const double size = std::fabs(x);
  if (size < kTiny) return -python::natural_log(size);
  double result = python::natural_log(lanczos_sum(size)) - kG;
  result += (size - 0.5) * (python::natural_log(size + kG - 0.5) - 1);
  if (x >= 0) return result;
  return kLogPi - python::natural_log(std::fabs(sine_of_pi(size))) - python::natural_log(size) - result;
}

double vector_length(std::span<double> parts) {
  double largest = 0;
  bool has_nan = false;
  for (double& part : parts) {
    part = std::fabs(part);
    has_nan = has_nan || std::isnan(part);
    if (part > largest) largest = part;
  }
  if (std::isinf(largest)) return largest;
  if (has_nan) return std::numeric_limits<double>::quiet_NaN();
  if (largest == 0 || parts.size() <= 1) return largest;
  int exponent = 0;
  std::frexp(largest, &exponent);
  constexpr int kSubnormal = -1023;
  constexpr double kSmallest = std::numeric_limits<double>::min();
  if (exponent < kSubnormal) {
    for (double& part : parts) part /= kSmallest;
    return kSmallest * vector_length(parts);
  }
  const double scale = std::ldexp(1.0, -exponent);
  double total = 1;
  double lost_in_squares = 0;
  double lost_in_sums = 0;
  auto add = [&](const Pair& square) {
    const double sum = total + square.high;
    lost_in_sums += (total - sum) + square.high;
    lost_in_squares += square.low;
    total = sum;
  };
  for (double part : parts) add(python::product(part * scale, part * scale));
  double length = std::sqrt(total - 1.0 + (lost_in_squares + lost_in_sums));
  add(python::product(-length, length));
  length += (total - 1.0 + (lost_in_squares + lost_in_sums)) / (2.0 * length);
  return length / scale;
}

}  // namespace loopscope::modules
