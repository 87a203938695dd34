// ExceptionObject: an exception as the machine carries it; Traceback: where it went through.
// Not here: the tree of builtin exceptions (exception_types.h), printing (traceback_text.h).
#pragma once

#include <cstdint>

#include "core/python/code_object.h"
#include "core/python/dict.h"
#include "core/python/object.h"
#include "core/python/value.h"

namespace loopscope::python {

struct Frame;
class GcVisitor;
struct List;
struct Tuple;

// One frame that the exception went through, outermost first.
struct Traceback : Object {
  Ref<Traceback> next;  // towards the place of the raise; null at the end
  Ref<CodeObject> code;
  Ref<Dict> globals;  // for "Did you mean"
  Frame* frame;  // owned; null until the frame has ended with the exception: its variables live on with it
  std::uint32_t word;  // the instruction
};

// Attributes beyond these (OSError.errno, ImportError.name ...) are in `dict`.
struct ExceptionObject : Object {
  Ref<Tuple> args;
  Value cause;    // empty: none given
  Value context;  // empty: none
  Ref<Traceback> traceback;
  Ref<List> notes;  // null: none
  Ref<List> kept;   // null: none; see Vm::keep_with_exception
  bool suppress_context;
  Ref<Dict> dict;  // null until something is set
};

// What every exception drops and visits; types with more of their own call them.
void drop_exception(Heap& heap, Object* object);
void visit_exception(Object* object, GcVisitor& visitor);

}  // namespace loopscope::python
