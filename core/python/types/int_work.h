// How much one operation of long ints may compute: it cannot be stopped half-way, so what would take minutes
// is refused before it begins. Not the limit of memory (operands.h), and not how products are made
// (big_integer_multiply.cpp).
#pragma once

#include <cstddef>
#include <cstdint>

#include "core/python/vm.h"

namespace loopscope::python {

// Each gives the work in products of two limbs, some 0.6 ns each; the arguments are lengths in bits.
double multiply_work(std::size_t a, std::size_t b);
double divide_work(std::size_t a, std::size_t b);
double power_work(std::size_t base, std::uint64_t exponent);
double power_modulo_work(std::size_t base, std::size_t exponent, std::size_t modulus);

// False: OverflowError is raised.
bool check_work(Vm& vm, double work);

}  // namespace loopscope::python
