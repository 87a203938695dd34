// bytes: what its files share.
// Not the layout (core/python/string.h).
#pragma once

#include "core/python/native.h"

namespace loopscope::python {

extern const std::span<const NativeSpec> kBytesMethods;  // bytes_methods.cpp

}  // namespace loopscope::python
