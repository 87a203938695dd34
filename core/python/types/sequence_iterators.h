// The layouts of the iterators over list, tuple, str, bytes and range, for the machine's loop.
// Not making them (iterators.h).
#pragma once

#include "core/python/object.h"
#include "core/python/value.h"

namespace loopscope::python {

// Over list, tuple, str, bytes, and from the end over list and the others that reversed() takes.
struct SequenceIterator : Object {
  Value sequence;         // empty once it is exhausted
  std::uint32_t index;    // the next item; for str and bytes its byte
  std::uint32_t skipped;  // str: code points taken so far
};

struct RangeIterator : Object {
  std::int64_t next;
  std::int64_t remaining;
  std::int64_t step;
};

}  // namespace loopscope::python
