// Instances of script classes that derive from str, bytes or tuple, and words that sequences share.
// Not plain instances (Vm::make_instance).
#pragma once

#include "core/python/native.h"
#include "core/python/vm.h"

namespace loopscope::python {

// An instance of `type`, a subclass of the exact value's type, with the same content.
Value make_derived(Vm& vm, Type* type, const Value& exact);

// The same where base(value) may have to ask the script: library Python, a tail call.
inline Value derived_by_script(Vm& vm, Type* base, Type* type, const Value& value) {
  return vm.call_library("conversions", "derived", Value::share(base), Value::share(type), value);
}

// __getnewargs__ of the types whose content stands inside the object: what __new__ makes a copy of it from.
Value new_arguments(Vm& vm, const Arguments& arguments);

// "can't multiply sequence by non-int of type 'str'"; NotImplemented where `times` can do it itself.
Value refuse_repeat(Vm& vm, const Value& times);

// Does a class of the script say itself what the dunder method of that name does?
inline bool has_script_method(const Vm& vm, Type* type, const Value& name) {
  const Value* found = type->is_script() ? lookup(type, name) : nullptr;
  return found != nullptr && !vm.has_layout(*found, Layout::kNativeFunction);
}

}  // namespace loopscope::python
