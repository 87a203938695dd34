// Context variables: which variables the fiber that runs sees, and what a task or a callback begins with.
// Not for: the module that scripts import (library/contextvars.py).
//
// A fiber's `context` is its current context in the cheapest form that says it all: empty, where no variable
// is set; a dict that others may share, and that nobody changes, where it only inherited some; a Context
// object once somebody set a variable, entered it or asked for it.
#pragma once

#include "core/python/dict.h"
#include "core/python/native.h"
#include "core/python/vm.h"

namespace loopscope::modules {

// Made when the first one is needed.
struct ContextTypes {
  python::Ref<python::Type> variable;
  python::Ref<python::Type> token;
  python::Ref<python::Type> context;
  python::Value missing;  // Token.MISSING
};

// What a copy of the current context is, in O(1): for a fiber's `context`.
python::Value inherited_context(python::Vm& vm);
// The argument `context` of create_task and its kin: None or missing gives inherited_context. False: raised,
// it is no Context.
bool context_argument(python::Vm& vm, const python::Value& argument, python::Value* context);
// The Context object of a fiber's `context`, which from now on is that.
python::Value context_object(python::Vm& vm, python::Value& context);

}  // namespace loopscope::modules
