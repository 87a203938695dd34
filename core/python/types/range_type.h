// Range: range objects. Their numbers are 64-bit or, beyond 2**61, ints of any size beside.
// Not iterating them (sequence_iterators.cpp, library/ranges.py).
#pragma once

#include "core/python/object.h"
#include "core/python/tuple.h"
#include "core/python/value.h"

namespace loopscope::python {

struct Range : Object {
  std::int64_t start;
  std::int64_t stop;
  std::int64_t step;
  std::int64_t length;
  Ref<Tuple> big;  // start, stop, step, length, where one of them is beyond 2**61; the numbers above are 0
};

}  // namespace loopscope::python
