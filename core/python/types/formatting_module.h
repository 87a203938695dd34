// The natives that library/formatting.py uses, as the module _formatting.
// Not what scripts call (str_type.h).
#pragma once

#include "core/python/vm.h"

namespace loopscope::python {

// percent_values(format, values) -> list of (kind, value) for each %s, %r and %a in order.
Value percent_values(Vm& vm, const Arguments& arguments);
// percent_join(format, values, texts) -> str.
Value percent_join(Vm& vm, const Arguments& arguments);
// format_pieces(template) -> list of str, or (first, steps, conversion, spec): first None, an index or a
// name; steps a list of (is attribute, key).
Value format_pieces(Vm& vm, const Arguments& arguments);

}  // namespace loopscope::python
