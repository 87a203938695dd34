// The type asyncio.Task: what a task has beyond a future.
// Not for: its steps (asyncio_task.cpp).
#include <new>

#include "core/modules/asyncio_future.h"
#include "core/modules/asyncio_loop.h"
#include "core/modules/asyncio_repr.h"
#include "core/modules/asyncio_task.h"
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

TaskObject* self_of(const Arguments& arguments) { return arguments[0].as<TaskObject>(); }

Value create(Vm& vm, Type* type, const Arguments& arguments) {
  Value bound[5];
  if (!python::bind_arguments(vm, arguments, "Task", "coro, *, loop=, name=, context=, eager_start=", bound))
    return {};
  if (!is_coroutine(vm, bound[0])) {
    return vm.raise(vm.types.type_error, "a coroutine was expected, got ", repr_now(vm, bound[0]));
  }
  LoopObject* loop = loop_argument(vm, bound[1]);
  if (loop == nullptr) return {};
  std::string name;
  if (!task_name(vm, bound[2], &name)) return {};
  Value context;
  if (!context_argument(vm, bound[3], &context)) return {};
  auto* object = vm.heap.make<TaskObject>(type, type->basic_size);
  auto task = Ref<TaskObject>::steal(object);
  init_task(vm, object, loop,
            {.coroutine = std::move(bound[0]), .name = name, .context = std::move(context)});
  return std::move(task).value();
}

Value initialize(Vm&, const Value&, const Arguments&) { return Value::none(); }

void dealloc(Heap&, Object* object) {
  auto* task = static_cast<TaskObject*>(object);
  report_unretrieved(task);
  task->task.get()->~ScriptTask();
  task->fiber.get()->~Fiber();
  task->coroutine.~Value();
  task->code.~Ref();
  drop_future_fields(task);
}

void traverse(Object* object, GcVisitor& visitor) {
  auto* task = static_cast<TaskObject*>(object);
  traverse_future(task, visitor);
  visitor.visit(task->coroutine);
  visitor.visit(task->fiber.get()->coroutine);
  visitor.visit(task->fiber.get()->context);
}

void clear(Heap&, Object* object) { static_cast<FutureObject*>(object)->result = Value(); }

Value get_name(Vm& vm, const Arguments& arguments) {
  return vm.make_string(self_of(arguments)->task.get()->name());
}

Value set_name(Vm& vm, const Arguments& arguments) {
  std::string name;
  if (!task_name(vm, arguments[1], &name)) return {};
  self_of(arguments)->task.get()->set_name(name);
  return Value::none();
}

Value get_coro(Vm&, const Arguments& arguments) { return self_of(arguments)->coroutine; }
Value get_context(Vm& vm, const Arguments& arguments) {
  return context_object(vm, self_of(arguments)->fiber.get()->context);
}
Value cancelling(Vm&, const Arguments& arguments) {
  return Value::small_int(self_of(arguments)->task.get()->cancelling());
}
Value uncancel(Vm&, const Arguments& arguments) {
  return Value::small_int(self_of(arguments)->task.get()->uncancel());
}

Value get_must_cancel(Vm&, const Value& self) {
  return Value::boolean(self.as<TaskObject>()->task.get()->must_cancel());
}
Value get_coro_property(Vm&, const Value& self) { return self.as<TaskObject>()->coroutine; }

constexpr python::NativeSpec kMethods[] = {
    {"get_name", get_name},       {"set_name", set_name, 1, 1}, {"get_coro", get_coro},
    {"get_context", get_context}, {"cancelling", cancelling},   {"uncancel", uncancel},
};

constexpr python::NativePropertySpec kProperties[] = {{"_must_cancel", get_must_cancel},
                                                      {"_coro", get_coro_property}};

}  // namespace

bool is_coroutine(Vm& vm, const Value& value) { return vm.is_exact(value, vm.types.coroutine); }

bool task_name(Vm& vm, const Value& name, std::string* text) {
  text->clear();
  if (name.is_empty() || name.is_none()) return true;
  Value shown = name;
  if (!vm.is_string(name)) {
    Vm::NativeOnly scope(vm);
    shown = vm.str(name);
    if (shown.is_empty()) return false;
  }
  *text = vm.is_string(shown) ? std::string(shown.as<python::String>()->view()) : repr_now(vm, name);
  return true;
}

Ref<Type> make_task_type(Vm& vm, Type* future) {
  python::TypeSpec spec;
  spec.name = "Task";
  spec.module = "_asyncio";
  spec.basic_size = sizeof(TaskObject);
  spec.flags = python::kTypeTracked | python::kTypeSubclassable;
  spec.base = future;
  spec.slots.dealloc = dealloc;
  spec.slots.traverse = traverse;
  spec.slots.clear = clear;
  spec.slots.repr = future_repr;
  spec.slots.await_step = future_await_step;
  spec.slots.create = create;
  spec.slots.initialize = initialize;
  spec.methods = kMethods;
  spec.properties = kProperties;
  return python::make_type(vm, spec);
}

}  // namespace loopscope::modules
