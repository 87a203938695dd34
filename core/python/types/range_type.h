// Range: range objects. Bounds are 64-bit; ranges beyond that are refused with words.
// Not iterating them (sequence_iterators.cpp).
#pragma once

#include "core/python/object.h"
#include "core/python/value.h"

namespace loopscope::python {

struct Range : Object {
  std::int64_t start;
  std::int64_t stop;
  std::int64_t step;
  std::int64_t length;
};

}  // namespace loopscope::python
