// real_power: std::pow with the same last digit everywhere. Not for: what Python refuses
// (types/float_type.cpp).
#pragma once

namespace loopscope::python {

// std::pow, but correctly rounded for whole exponents up to 512 where the C library's may be off in the last
// bit (musl's, which wasm has: its 10.0 ** -5 is 9.999999999999999e-06).
double real_power(double base, double exponent);

}  // namespace loopscope::python
