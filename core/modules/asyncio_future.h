// asyncio.Future, and what every kind of future shares: its outcome, its methods, its end.
// Not for: tasks' own methods (asyncio_task_type.cpp), gather (asyncio_gather.h).
#pragma once

#include "core/modules/asyncio_types.h"

namespace loopscope::modules {

python::Ref<python::Type> make_future_type(python::Vm& vm);
python::Ref<python::Type> make_task_type(python::Vm& vm, python::Type* future);

// loop.create_future().
python::Ref<FutureObject> make_future(python::Vm& vm, LoopObject* loop);

// result(): the value, or raises the error, or InvalidStateError while it is pending.
python::Value future_result(python::Vm& vm, FutureObject* future);

// A method of a future, for a table of them: refused while a subclass's __init__ has not called ours.
python::Value raise_uninitialized(python::Vm& vm);
template <python::NativeCall kCall>
python::Value of_future(python::Vm& vm, const python::Arguments& arguments) {
  return as_future(arguments[0])->loop ? kCall(vm, arguments) : raise_uninitialized(vm);
}

// Parts of every future type's slots. An error that nobody has looked at is reported.
void drop_future_fields(FutureObject* future);
void report_unretrieved(FutureObject* future);
// For each of their types: has what must be said before the future goes said in time.
void add_future_finalizer(python::Type* type);
void traverse_future(FutureObject* future, python::GcVisitor& visitor);
void clear_future(python::Heap& heap, python::Object* object);
// cancel(msg=None), for all kinds.
python::Value cancel_future(python::Vm& vm, const python::Arguments& arguments);
python::Value future_repr(python::Vm& vm, const python::Value& self);
python::Value future_await_step(python::Vm& vm, const python::Value& self);
// iter(future), future.__await__(): asyncio_future_iterator.cpp.
python::Value iterate_future(python::Vm& vm, const python::Value& future);

}  // namespace loopscope::modules
