// "Did you mean: 'x'?" and "Did you forget to import 'x'?" behind the text of an exception.
// Not here: the measure of closeness (suggestions.h).
#pragma once

#include <string>

#include "core/python/value.h"

namespace loopscope::python {

class Vm;

// With the ". " before it; empty where there is nothing to say.
std::string name_hint(Vm& vm, const Value& exception);

}  // namespace loopscope::python
