// Exception groups: what their types add to an exception, and the two instructions of except*.
// Not here: split, subgroup and what the end of except* raises, which call derive (library/groups.py).
#pragma once

#include <span>

#include "core/python/exception.h"

namespace loopscope::python {

class Vm;

struct ExceptionGroupObject : ExceptionObject {
  Value message;
  Ref<Tuple> members;  // null where no constructor has run
};

void install_exception_groups(Vm& vm);
std::span<const Value> group_members(const Value& group);
bool is_exception_group(const Vm& vm, const Value& exception);
// CHECK_EG_MATCH: (match, rest), each None where there is nothing; a naked exception matches as a group of
// one.
Value match_exception_group(Vm& vm, const Value& exception, const Value& type);

}  // namespace loopscope::python
