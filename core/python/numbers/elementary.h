// log, sin, cos ... with the same last digit everywhere: where the C library's may be off (musl's, which wasm
// has), its result is the first guess, made right in twice the precision. Not for: exp, sqrt and others that
// are right anyway.
#pragma once

#include "core/python/numbers/double_pair.h"

namespace loopscope::python {

#ifdef __EMSCRIPTEN__
inline constexpr bool kLibraryMayBeOff = true;
#else
inline constexpr bool kLibraryMayBeOff = false;
#endif

// As std::log, std::sin ..., but right to half a unit in the last place, as nearly always glibc's are, too.
double natural_log(double x);
double sine(double x);
double cosine(double x);
double tangent(double x);
double arc_sine(double x);
double arc_cosine(double x);
double arc_tangent(double x);
double arc_tangent_of(double y, double x);  // std::atan2
// std::pow. Whole powers of a base below 0 beyond 512 are the C library's.
double real_power(double base, double exponent);

}  // namespace loopscope::python
