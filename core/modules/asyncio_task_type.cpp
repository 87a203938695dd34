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

Value initialize(Vm& vm, const Value& self, const Arguments& arguments) {
  auto* object = self.as<TaskObject>();
  if (object->loop) return Value::none();
  Value bound[5];
  if (!python::bind_arguments(vm, arguments, "Task", "coro, *, loop=, name=, context=, eager_start=", bound))
    return {};
  LoopObject* loop = loop_argument(vm, bound[1]);
  if (loop == nullptr) return {};
  if (!is_coroutine(vm, bound[0])) {
    return vm.raise(vm.types.type_error, "a coroutine was expected, got ", repr_now(vm, bound[0]));
  }
  std::string name;
  if (!task_name(vm, bound[2], &name)) return {};
  TaskRequest request = {.coroutine = std::move(bound[0]), .name = name};
  if (!context_argument(vm, bound[3], &request.context)) return {};
  if (bound[4]) {
    Value eager = vm.truth(bound[4]);
    if (eager.is_special()) return eager;
    request.eager = eager.is_true() && ScriptRun::of(vm).running_loop() == loop;
  }
  if (request.eager && vm.native_only()) return Value::deferred();
  bool eager = request.eager;
  init_task(vm, object, loop, std::move(request));
  if (!eager) return Value::none();
  python::BlockRequest start;
  start.kind = static_cast<std::uint32_t>(BlockKind::EagerStart);
  start.payload = self;
  return vm.block(std::move(start));
}

// A subclass with an __init__ of its own says there what ours gets.
Value create(Vm& vm, Type* type, const Arguments& arguments) {
  Value task = Value::steal(vm.heap.make<TaskObject>(type, type->basic_size));
  if (!type->script_init.is_empty()) return task;
  Value done = initialize(vm, task, arguments);
  return done.is_none() ? task : done;  // an eager one is what the block results in
}

void dealloc(Heap&, Object* object) {
  auto* task = static_cast<TaskObject*>(object);
  if (!task->loop) return;
  report_unretrieved(task);
  task->task.get()->~ScriptTask();
  task->fiber.get()->~Fiber();
  task->coroutine.~Value();
  task->code.~Ref();
  drop_future_fields(task);
}

void traverse(Object* object, GcVisitor& visitor) {
  auto* task = static_cast<TaskObject*>(object);
  if (!task->loop) return;
  traverse_future(task, visitor);
  visitor.visit(task->coroutine);
  visitor.visit(task->fiber.get()->coroutine);
  visitor.visit(task->fiber.get()->context);
}

Value get_name(Vm& vm, const Arguments& arguments) {
  return vm.make_string(self_of(arguments)->task.get()->name());
}

Value set_name(Vm& vm, const Arguments& arguments) {
  std::string name = "None";
  if (!arguments[1].is_none() && !task_name(vm, arguments[1], &name)) return {};
  self_of(arguments)->task.get()->set_name(name);
  return Value::none();
}

Value get_coro_property(Vm&, const Value& self) {
  const Value& coroutine = self.as<TaskObject>()->coroutine;
  return coroutine ? coroutine : Value::none();
}
Value get_coro(Vm& vm, const Arguments& arguments) { return get_coro_property(vm, arguments[0]); }
Value get_context(Vm& vm, const Arguments& arguments) {
  return context_object(vm, self_of(arguments)->fiber.get()->context);
}
Value from_stacks(Vm& vm, const Arguments& arguments, std::string_view function) {
  Value module = vm.import_now("asyncio.stacks");
  return module.is_special() ? module : vm.call(vm.find_attribute(module, vm.intern(function)), arguments);
}
Value get_stack(Vm& vm, const Arguments& arguments) { return from_stacks(vm, arguments, "get_stack"); }
Value print_stack(Vm& vm, const Arguments& arguments) { return from_stacks(vm, arguments, "print_stack"); }
Value cancelling(Vm&, const Arguments& arguments) {
  return Value::small_int(self_of(arguments)->task.get()->cancelling());
}
Value uncancel(Vm&, const Arguments& arguments) {
  return Value::small_int(self_of(arguments)->task.get()->uncancel());
}

Value get_must_cancel(Vm& vm, const Value& self) {
  if (!self.as<TaskObject>()->loop) return raise_uninitialized(vm);
  return Value::boolean(self.as<TaskObject>()->task.get()->must_cancel());
}

constexpr python::NativeSpec kMethods[] = {
    {"get_name", of_future<get_name>},
    {"set_name", of_future<set_name>, 1, 1},
    {"get_coro", of_future<get_coro>},
    {"get_stack", of_future<get_stack>, 0, 0, python::kNativeKeywords},
    {"print_stack", of_future<print_stack>, 0, 0, python::kNativeKeywords},
    {"get_context", of_future<get_context>},
    {"cancelling", of_future<cancelling>},
    {"uncancel", of_future<uncancel>},
};

constexpr python::NativePropertySpec kProperties[] = {{"_must_cancel", get_must_cancel},
                                                      {"_coro", get_coro_property}};

}  // namespace

bool is_coroutine(Vm& vm, const Value& value) { return vm.is_exact(value, vm.types.coroutine); }

bool is_coroutine_function(Vm& vm, const Value& value) {
  Value function = value;
  if (vm.has_layout(function, python::Layout::kBoundMethod))
    function = Value(function.as<python::BoundMethod>()->function);
  return vm.has_layout(function, python::Layout::kFunction) &&
         function.as<python::Function>()->code->is(python::kCodeCoroutine);
}

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
  spec.name = "_asyncio.Task";
  spec.basic_size = sizeof(TaskObject);
  spec.flags = python::kTypeTracked | python::kTypeSubclassable;
  spec.base = future;
  spec.slots.dealloc = dealloc;
  spec.slots.traverse = traverse;
  spec.slots.clear = clear_future;
  spec.slots.repr = future_repr;
  spec.slots.create = create;
  spec.slots.initialize = initialize;
  spec.methods = kMethods;
  spec.properties = kProperties;
  Ref<Type> type = python::make_type(vm, spec);
  add_future_finalizer(type.get());
  return type;
}

}  // namespace loopscope::modules
