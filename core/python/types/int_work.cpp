// The estimates follow the algorithms in core/python/numbers: Karatsuba's products, long division.
// Not for: measuring; a factor of two does not matter here.
#include "core/python/types/int_work.h"

#include <algorithm>
#include <cmath>

namespace loopscope::python {
namespace {

// Some five seconds natively, twice that in a browser. 10 ** 10 ** 7 passes, 10 ** 10 ** 8 does not.
constexpr double kMostWork = 1.2e10;

double limbs_of(std::size_t bits) { return static_cast<double>(bits) / 32 + 1; }

}  // namespace

double multiply_work(std::size_t a, std::size_t b) {
  constexpr double kKaratsubaLimbs = 40;
  double shorter = limbs_of(std::min(a, b));
  double longer = limbs_of(std::max(a, b));
  if (shorter < kKaratsubaLimbs) return shorter * longer;
  double exponent = std::log2(3.0);
  double piece = std::pow(kKaratsubaLimbs, 2 - exponent) * std::pow(shorter, exponent);
  return longer / shorter * piece;
}

double divide_work(std::size_t a, std::size_t b) {
  return a < b ? limbs_of(a) : (limbs_of(a) - limbs_of(b) + 1) * limbs_of(b);
}

double power_work(std::size_t base, std::uint64_t exponent) {
  // The last square and the last product are most of it: each step before takes a third.
  double half = static_cast<double>(base) * static_cast<double>(exponent) / 2;
  if (half > 1e12) return kMostWork * 2;
  auto bits = static_cast<std::size_t>(half);
  return multiply_work(bits, bits) * 1.5;
}

double power_modulo_work(std::size_t base, std::size_t exponent, std::size_t modulus) {
  double step = multiply_work(modulus, modulus) + divide_work(2 * modulus, modulus);
  return divide_work(base, modulus) + static_cast<double>(exponent) * step * 1.5;
}

bool check_work(Vm& vm, double work) {
  if (work <= kMostWork) return true;
  vm.raise(vm.types.overflow_error, "integers too large for one operation: it would take minutes");
  return false;
}

}  // namespace loopscope::python
