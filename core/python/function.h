// Function: a def or lambda. Cell: a variable shared with inner functions. BoundMethod: callable and self.
// Not here: native functions (native.h), calling (vm_calls.cpp).
#pragma once

#include "core/python/code_object.h"
#include "core/python/object.h"
#include "core/python/value.h"

namespace loopscope::python {

struct Dict;
struct Tuple;

struct Function : Object {
  Ref<CodeObject> code;
  Ref<Dict> globals;
  Ref<Tuple> defaults;    // null: none; the last positional parameters
  Ref<Dict> kwdefaults;   // null: none
  Ref<Tuple> closure;     // cells; null: none
  Ref<Dict> annotations;  // null until asked for
  Ref<Dict> dict;         // its __dict__; null until something is set
  Value name;
  Value qualname;
  Value module;
  Value docstring;
};

struct Cell : Object {
  Value content;  // empty: unbound
};

struct BoundMethod : Object {
  Value function;
  Value self;
};

// property; staticmethod and classmethod keep `get` only.
struct Property : Object {
  Value get;
  Value set;
  Value del;
  Value docstring;
  Value name;
};

}  // namespace loopscope::python
