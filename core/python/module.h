// Module: a module object.
// Not here: importing (vm_import.cpp), how natives define one (native.h).
#pragma once

#include "core/python/object.h"
#include "core/python/value.h"

namespace loopscope::python {

struct Dict;

struct Module : Object {
  Ref<Dict> dict;
  Value name;
};

}  // namespace loopscope::python
