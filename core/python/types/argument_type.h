// How messages about arguments name a value's type.
// Not how other messages do (vm.type_name).
#pragma once

#include <string_view>

#include "core/python/vm.h"

namespace loopscope::python {

// "encode() argument 'errors' must be str, not None": None is called by its own name there.
inline std::string_view argument_type(const Vm& vm, const Value& value) {
  return value.is_none() ? "None" : vm.type_name(value);
}

}  // namespace loopscope::python
