// Which layouts are sequences that + joins and * repeats.
// Not how they do it (types/).
#pragma once

#include "core/python/type.h"

namespace loopscope::python {

inline bool is_sequence(Layout layout) {
  return layout == Layout::kString || layout == Layout::kBytes || layout == Layout::kList ||
         layout == Layout::kTuple;
}

}  // namespace loopscope::python
