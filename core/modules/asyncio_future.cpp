// The type asyncio.Future and the methods that tasks and gathers inherit from it.
// Not for: when callbacks run (runtime/future_base.cpp).
#include "core/modules/asyncio_future.h"

#include <new>

#include "core/modules/asyncio_callback.h"
#include "core/modules/asyncio_errors.h"
#include "core/modules/asyncio_loop.h"
#include "core/modules/asyncio_report.h"
#include "core/modules/asyncio_repr.h"
#include "core/modules/script_run.h"

namespace loopscope::modules {
namespace {

using python::Arguments;
using python::GcVisitor;
using python::Heap;
using python::Object;
using python::Ref;
using python::Type;
using python::Value;
using python::Vm;
using runtime::FutureBase;

FutureObject* self_of(const Arguments& arguments) { return as_future(arguments[0]); }

Value raise_invalid_state(Vm& vm, std::string_view message) {
  return vm.raise(ScriptRun::of(vm).asyncio.invalid_state_error.get(), message);
}

void construct(FutureObject* object, LoopObject* loop) {
  object->loop = Ref<LoopObject>::share(loop);
  new (static_cast<PlainFutureObject*>(object)->future.bytes) PlainFuture(*loop->loop);
  remember_origin(*object->type->vm, loop, object);
}

Value initialize(Vm& vm, const Value& self, const Arguments& arguments) {
  if (as_future(self)->loop) return Value::none();
  Value bound[1];
  if (!python::bind_arguments(vm, arguments, "Future", "*, loop=", bound)) return {};
  LoopObject* loop = loop_argument(vm, bound[0]);
  if (loop == nullptr) return {};
  construct(as_future(self), loop);
  return Value::none();
}

// A subclass with an __init__ of its own says there what ours gets.
Value create(Vm& vm, Type* type, const Arguments& arguments) {
  Value future = Value::steal(vm.heap.make<PlainFutureObject>(type, type->basic_size));
  if (!type->script_init.is_empty()) return future;
  Value done = initialize(vm, future, arguments);
  return done.is_none() ? future : done;
}

void dealloc(Heap&, Object* object) {
  auto* future = static_cast<PlainFutureObject*>(object);
  if (!future->loop) return;
  report_unretrieved(future);
  future->future.get()->~PlainFuture();
  drop_future_fields(future);
}

void traverse(Object* object, GcVisitor& visitor) {
  traverse_future(static_cast<FutureObject*>(object), visitor);
}

Value result(Vm& vm, const Arguments& arguments) { return future_result(vm, self_of(arguments)); }

Value exception(Vm& vm, const Arguments& arguments) {
  FutureBase& core = core_of(self_of(arguments));
  if (!core.done()) return raise_invalid_state(vm, "Exception is not set.");
  if (core.cancelled()) return vm.raise_exception(exception_of_error(vm, core.take_error()));
  core.mark_retrieved();
  return core.failed() ? exception_of_error(vm, core.error()) : Value::none();
}

Value set_result(Vm& vm, const Arguments& arguments) {
  FutureObject* self = self_of(arguments);
  FutureBase& core = core_of(self);
  if (core.is_task()) return vm.raise(vm.types.runtime_error, "Task does not support set_result operation");
  if (core.done()) return raise_invalid_state(vm, "invalid state");
  self->result = arguments[1];
  static_cast<PlainFuture&>(core).complete();
  return Value::none();
}

Value set_exception(Vm& vm, const Arguments& arguments) {
  FutureBase& core = core_of(self_of(arguments));
  if (core.is_task())
    return vm.raise(vm.types.runtime_error, "Task does not support set_exception operation");
  if (core.done()) return raise_invalid_state(vm, "invalid state");
  Value error = arguments[1];
  if (vm.is_type(error) && python::is_subtype(error.as<Type>(), vm.types.base_exception)) {
    error = vm.call(error);
    if (error.is_special()) return error;
  }
  if (!vm.is_exception(error)) return vm.raise(vm.types.type_error, "invalid exception object");
  if (vm.is_instance(error, vm.types.stop_iteration)) {
    // Raised into a coroutine it would end a generator silently.
    Value replaced =
        vm.make_exception(vm.types.runtime_error,
                          "StopIteration interacts badly with generators and cannot be raised into a Future");
    replaced.as<python::ExceptionObject>()->cause = error;
    replaced.as<python::ExceptionObject>()->context = error;
    error = std::move(replaced);
  }
  runtime::Error failure = error_of_exception(vm, error);
  core.fail(failure);
  return Value::none();
}

Value done(Vm&, const Arguments& arguments) { return Value::boolean(core_of(self_of(arguments)).done()); }
Value cancelled(Vm&, const Arguments& arguments) {
  return Value::boolean(core_of(self_of(arguments)).cancelled());
}
Value get_loop(Vm&, const Arguments& arguments) { return self_of(arguments)->loop.value(); }

Value add_done_callback(Vm& vm, const Arguments& arguments) {
  Value bound[2];
  if (!python::bind_arguments(vm, arguments.skip(1), "add_done_callback", "fn, /, *, context=", bound))
    return {};
  Value context;
  if (!context_argument(vm, bound[1], &context)) return {};
  CallbackNode::add(vm, self_of(arguments), std::move(bound[0]), std::move(context));
  return Value::none();
}

// Takes back every callback that equals the function, and says how many there were.
Value remove_done_callback(Vm& vm, const Arguments& arguments) {
  FutureBase& core = core_of(self_of(arguments));
  std::vector<CallbackNode*> equal;
  for (runtime::Handle* node = core.first_callback(); node != nullptr; node = node->next()) {
    CallbackNode* callback = CallbackNode::of(*node);
    if (callback == nullptr) continue;
    Vm::Answer same = vm.equal_now(callback->function(), arguments[1]);
    if (same == Vm::Answer::kRaised) return {};
    if (same == Vm::Answer::kYes) equal.push_back(callback);
  }
  for (CallbackNode* callback : equal) core.remove_done_callback(*callback);
  return Value::small_int(static_cast<std::int64_t>(equal.size()));
}

Value get_state(Vm& vm, const Value& self) {
  if (!as_future(self)->loop) return raise_uninitialized(vm);
  switch (core_of(as_future(self)).state()) {
    case FutureBase::State::Pending:
      return vm.make_string("PENDING");
    case FutureBase::State::Finished:
      return vm.make_string("FINISHED");
    case FutureBase::State::Cancelled:
      return vm.make_string("CANCELLED");
  }
  return Value::none();
}

Value get_loop_property(Vm& vm, const Value& self) {
  return as_future(self)->loop ? as_future(self)->loop.value() : raise_uninitialized(vm);
}

// asyncio's own test for "is a future": any value but None.
Value get_blocking(Vm&, const Value&) { return Value::false_value(); }

Value finalize(Vm& vm, const Arguments& arguments);

constexpr python::NativeSpec kMethods[] = {
    {"result", of_future<result>},
    {"exception", of_future<exception>},
    {"set_result", of_future<set_result>, 1, 1},
    {"set_exception", of_future<set_exception>, 1, 1},
    {"done", of_future<done>},
    {"cancelled", of_future<cancelled>},
    {"cancel", of_future<cancel_future>, 0, 0, python::kNativeKeywords},
    {"add_done_callback", of_future<add_done_callback>, 0, 0, python::kNativeKeywords},
    {"remove_done_callback", of_future<remove_done_callback>, 1, 1},
    {"get_loop", of_future<get_loop>},
    {"__await__", [](Vm& vm, const Arguments& arguments) { return iterate_future(vm, arguments[0]); }},
    {"__del__", finalize},
};

// Looking at these does not count as retrieving.
Value get_exception(Vm& vm, const Value& self) {
  if (!as_future(self)->loop) return raise_uninitialized(vm);
  FutureBase& core = core_of(as_future(self));
  return core.failed() ? exception_of_error(vm, core.error()) : Value::none();
}

constexpr python::NativePropertySpec kProperties[] = {
    {"_exception", get_exception},
    {"_state", get_state},
    {"_loop", get_loop_property},
    {"_asyncio_future_blocking", get_blocking},
};

}  // namespace

Value raise_uninitialized(Vm& vm) {
  return vm.raise(vm.types.runtime_error, "Future object is not initialized.");
}

Value future_result(Vm& vm, FutureObject* future) {
  FutureBase& core = core_of(future);
  if (!core.done()) return raise_invalid_state(vm, "Result is not set.");
  const runtime::Error error = core.take_error();
  if (error) return vm.raise_exception(exception_of_error(vm, error));
  return future->result.is_empty() ? Value::none() : future->result;
}

Value future_await_step(Vm& vm, const Value& self) {
  FutureObject* future = as_future(self);
  if (!future->loop) return raise_uninitialized(vm);
  return core_of(future).done() ? future_result(vm, future) : vm.wait_for(self);
}

Value future_repr(Vm& vm, const Value& self) {
  return as_future(self)->loop ? vm.make_string(future_text(vm, as_future(self))) : raise_uninitialized(vm);
}

Value cancel_future(Vm& vm, const Arguments& arguments) {
  Value bound[1];
  if (!python::bind_arguments(vm, arguments.skip(1), "cancel", "msg=", bound)) return {};
  FutureBase& core = core_of(self_of(arguments));
  const bool pending = !core.done();
  if (core.cancel(cancel_message(vm, bound[0]))) return Value::boolean(true);
  if (!pending || core.loop().cancel_circle() == runtime::CancelCircle::None) return Value::boolean(false);
  return vm.raise(vm.types.recursion_error,
                  core.loop().cancel_circle() == runtime::CancelCircle::Tasks
                      ? "maximum recursion depth exceeded while calling a Python object"
                      : "maximum recursion depth exceeded");
}

void drop_future_fields(FutureObject* future) {
  future->loop.~Ref();
  future->result.~Value();
}

// A callback holds its future, which holds its callbacks.
void clear_future(python::Heap&, Object* object) {
  auto* future = static_cast<FutureObject*>(object);
  future->result = Value();
  if (!future->loop) return;
  FutureBase& core = core_of(future);
  std::vector<CallbackNode*> callbacks;
  for (runtime::Handle* node = core.first_callback(); node != nullptr; node = node->next()) {
    if (CallbackNode* callback = CallbackNode::of(*node)) callbacks.push_back(callback);
  }
  for (CallbackNode* callback : callbacks) core.remove_done_callback(*callback);
}

void traverse_future(FutureObject* future, GcVisitor& visitor) {
  if (!future->loop) return;
  visitor.visit(future->loop);
  visitor.visit(future->result);
  FutureBase& core = core_of(future);
  visit_error(core, visitor);
  for (runtime::Handle* node = core.first_callback(); node != nullptr; node = node->next()) {
    CallbackNode* callback = CallbackNode::of(*node);
    if (callback == nullptr) continue;
    visitor.visit(callback->function());
    visitor.visit(callback->future());
    visitor.visit(callback->context());
  }
}

namespace {

LoopError unretrieved_error(Vm& vm, FutureObject* future, std::string* message) {
  FutureBase& core = core_of(future);
  core.mark_retrieved();
  *message = std::string(future->type->name.as<python::String>()->view()) + " exception was never retrieved";
  return {.message = *message,
          .key = "future",
          .exception = exception_of_error(vm, core.error()),
          .origin = future};
}

// The exception handler is called while the future is still there. So is one reported that the collector
// found: what it holds is emptied before it is dropped.
bool finalize_future(Heap& heap, Object* object) {
  auto* future = static_cast<FutureObject*>(object);
  if (!future->loop || !core_of(future).error_unretrieved()) return false;
  if (object->references == 0 && !has_handler(future->loop.get())) return false;
  heap.queue_finalizer(Value::share(object));
  return true;
}

Value finalize(Vm& vm, const Arguments& arguments) {
  FutureObject* future = self_of(arguments);
  if (!future->loop || !core_of(future).error_unretrieved()) return Value::none();
  std::string message;
  LoopError error = unretrieved_error(vm, future, &message);
  LoopObject* loop = future->loop.get();
  if (has_handler(loop)) {
    error.subject = arguments[0];
    return vm.call(handler_method(vm, loop), handler_argument(vm, error));
  }
  error.text = future_text(vm, future);
  print_loop_error(vm, error);
  return Value::none();
}

}  // namespace

void add_future_finalizer(Type* type) {
  type->flags |= python::kTypeHasFinalizer;
  type->finalize = finalize_future;
}

void report_unretrieved(FutureObject* future) {
  Vm& vm = *future->type->vm;
  if (core_of(future).error_unretrieved() && !vm.heap.is_closing()) {
    std::string message;
    LoopError error = unretrieved_error(vm, future, &message);
    error.text = future_text(vm, future);
    print_loop_error(vm, error);
  }
  forget_origin(vm, future);
}

Ref<FutureObject> make_future(Vm& vm, LoopObject* loop) {
  Type* type = ScriptRun::of(vm).asyncio.future.get();
  auto* object = vm.heap.make<PlainFutureObject>(type, type->basic_size);
  construct(object, loop);
  return Ref<FutureObject>::steal(object);
}

Ref<Type> make_future_type(Vm& vm) {
  python::TypeSpec spec;
  spec.name = "_asyncio.Future";
  spec.dict_offset = kFutureDictOffset;
  spec.basic_size = sizeof(PlainFutureObject);
  spec.flags = python::kTypeTracked | python::kTypeSubclassable;
  spec.slots.dealloc = dealloc;
  spec.slots.traverse = traverse;
  spec.slots.clear = clear_future;
  spec.slots.repr = future_repr;
  spec.slots.await_step = future_await_step;
  spec.slots.iterate = iterate_future;
  spec.slots.create = create;
  spec.slots.initialize = initialize;
  spec.methods = kMethods;
  spec.properties = kProperties;
  Ref<Type> type = python::make_type(vm, spec);
  add_future_finalizer(type.get());
  python::add_class_getitem(vm, type.get());
  return type;
}

}  // namespace loopscope::modules
