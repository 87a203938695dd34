// Exception groups: splitting by type, making a group like another.
// Not here: except* itself (vm_exceptions.cpp).
#pragma once

#include <vector>

#include "core/python/value.h"

namespace loopscope::python {

class Vm;

// `like` empty: a group without message. Its traceback, cause, context and notes are taken over.
Value make_exception_group(Vm& vm, const Value& like, const std::vector<Value>& members);
// Empty outcomes where nothing or everything matches. False: raised.
bool split_group(Vm& vm, const Value& group, const Value& type, Value* match, Value* rest);

}  // namespace loopscope::python
