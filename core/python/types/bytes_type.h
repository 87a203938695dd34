// bytes: what its files share.
// Not the layout (core/python/string.h).
#pragma once

#include "core/python/native.h"

namespace loopscope::python {

extern const std::span<const NativeSpec> kBytesMethods;        // bytes_methods.cpp
extern const std::span<const NativeSpec> kBytesMethodsByText;  // bytes_by_text.cpp

// False: it is no bytes, and "a bytes-like object is required" is raised.
bool require_bytes(Vm& vm, const Value& value);

}  // namespace loopscope::python
