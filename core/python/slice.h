// Slice: slice objects, as a[b:c:d] makes them.
// Not here: what containers do with them (types/).
#pragma once

#include "core/python/object.h"
#include "core/python/value.h"

namespace loopscope::python {

class Vm;

struct Slice : Object {
  Value start;
  Value stop;
  Value step;
};

Value make_slice(Vm& vm, Value start, Value stop, Value step);

}  // namespace loopscope::python
