// The tables of int's methods and properties.
// Not its slots (int_type.cpp).
#pragma once

#include <span>

#include "core/python/native.h"

namespace loopscope::python {

extern const std::span<const NativeSpec> kIntMethods;
extern const std::span<const NativePropertySpec> kIntProperties;

}  // namespace loopscope::python
