// dict: what its files share.
// Not the layout (core/python/dict.h).
#pragma once

#include "core/python/vm.h"

namespace loopscope::python {

// Puts a mapping's items or an iterable's pairs into the dict. None: done; else special: a tail call that
// will give None where the script is needed (then the caller has nothing left to do).
Value update_dict(Vm& vm, const Value& dict, const Value& source);

extern const std::span<const NativeSpec> kDictMethods;  // dict_methods.cpp

}  // namespace loopscope::python
