// gamma, lgamma and hypot by the same steps as CPython's (Modules/mathmodule.c), so that their last digits
// are the same. Not for: erf, which CPython takes from the C library.
#pragma once

#include <span>

namespace loopscope::modules {

// A NaN where there is no value, an infinity at a pole or beyond double's range.
double gamma_function(double x);
double log_gamma_function(double x);
// The square root of the sum of squares.
double vector_length(std::span<double> parts);

}  // namespace loopscope::modules
