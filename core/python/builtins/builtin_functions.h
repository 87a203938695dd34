// The tables of builtin functions, one per file of this folder.
// Not the builtin types (core/python/types).
#pragma once

#include <span>

#include "core/python/native.h"

namespace loopscope::python {

extern const std::span<const NativeSpec> kOutputFunctions;     // print
extern const std::span<const NativeSpec> kNumberFunctions;     // abs, bin, chr, divmod, pow, round ...
extern const std::span<const NativeSpec> kObjectFunctions;     // len, repr, getattr, isinstance ...
extern const std::span<const NativeSpec> kNamespaceFunctions;  // dir, vars, globals, locals
extern const std::span<const NativeSpec> kNamespaceMethods;    // of object: __dir__
extern const std::span<const NativeSpec> kIterationFunctions;  // iter, next, sum, all, any ...
extern const std::span<const NativeSpec> kOrderFunctions;      // min, max, sorted
extern const std::span<const NativeSpec> kRefusedFunctions;    // input, open, eval, exec ...

// What library/output.py, iterables.py and conversions.py use besides.
extern const std::span<const NativeSpec> kOutputLibraryFunctions;
extern const std::span<const NativeSpec> kIterationLibraryFunctions;
extern const std::span<const NativeSpec> kConversionLibraryFunctions;

}  // namespace loopscope::python
