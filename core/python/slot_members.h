// What __slots__ of a class names: is a name among them, and the descriptor that the class shows for one.
// Not here: the values, which stand in the instances' dicts, where only these names may be set.
#pragma once

#include <span>
#include <string_view>

#include "core/python/type.h"

namespace loopscope::python {

// As written in the class itself, not in its ancestors.
std::span<const Value> slot_names(const Type* type);
// The attribute that a name in the class's __slots__ stands for: private ones have the class's name before them.
Value slot_attribute(Vm& vm, const Type* type, const Value& listed);
// The class or ancestor whose __slots__ has the name; null: none.
const Type* slot_owner(const Type* type, std::string_view name);

// Class.name: "<member 'name' of 'Class' objects>". Empty: it is no slot, nothing is raised.
Value slot_member(Vm& vm, Type* type, const Value& name);

}  // namespace loopscope::python
