// Handle and TimerHandle: one object, one node in the loop's queues. The loop owns a reference while the node
// is linked. Not for: running the callback (asyncio_callback.cpp).
#include "core/modules/asyncio_handle.h"

#include <new>

#include "core/modules/asyncio_callback.h"
#include "core/modules/asyncio_loop.h"
#include "core/modules/asyncio_report.h"
#include "core/modules/asyncio_repr.h"
#include "core/modules/asyncio_waits.h"
#include "core/modules/script_run.h"

namespace loopscope::modules {
namespace {

using python::Arguments;
using python::GcVisitor;
using python::Heap;
using python::Object;
using python::Ref;
using python::Tuple;
using python::Type;
using python::Value;
using python::Vm;
using runtime::Handle;
using runtime::Invocation;
using runtime::StepOutcome;

struct HandleObject;

class HandleNode final : public runtime::TimerHandle {
 public:
  explicit HandleNode(HandleObject* object) : TimerHandle(&HandleNode::run), object_(object) {}
  ~HandleNode() = default;

 private:
  static StepOutcome run(Handle& node, Invocation invocation);
  HandleObject* object_;
};

struct HandleObject : Object {
  Embedded<HandleNode> node;
  Ref<LoopObject> loop;
  Value callback;  // None once it is cancelled
  Ref<Tuple> arguments;
  Value context;  // for its fiber (context_variables.h)
  bool is_timer;
  bool cancelled;
};

StepOutcome HandleNode::run(Handle& node, Invocation invocation) {
  HandleObject* object = static_cast<HandleNode&>(node).object_;
  Vm& vm = *object->type->vm;
  StepOutcome outcome = StepOutcome::Done;
  if (invocation != Invocation::Discard) {
    // Held on to, for the callback may cancel its own handle.
    Value callback = object->callback;
    Ref<Tuple> arguments = object->arguments;
    const CallbackCall call = {object->loop.get(), callback, arguments->items(), object->context, object};
    outcome = invocation == Invocation::Run ? begin_callback(vm, call) : continue_callback(vm, call);
  }
  if (outcome == StepOutcome::Done) python::drop_reference(object);
  return outcome;
}

Ref<HandleObject> make_object(Vm& vm, Type* type, LoopObject* loop, Value callback,
                              std::span<const Value> arguments, Value context) {
  auto* object = vm.heap.make<HandleObject>(type);
  auto handle = Ref<HandleObject>::steal(object);
  new (object->node.bytes) HandleNode(object);
  object->loop = Ref<LoopObject>::share(loop);
  object->callback = std::move(callback);
  object->arguments = python::make_tuple(vm, arguments);
  object->context = std::move(context);
  return handle;
}

void dealloc(Heap&, Object* object) {
  auto* handle = static_cast<HandleObject*>(object);
  forget_origin(*object->type->vm, object);
  handle->node.get()->~HandleNode();
  handle->loop.~Ref();
  handle->callback.~Value();
  handle->arguments.~Ref();
  handle->context.~Value();
}

void traverse(Object* object, GcVisitor& visitor) {
  auto* handle = static_cast<HandleObject*>(object);
  visitor.visit(handle->loop);
  visitor.visit(handle->callback);
  visitor.visit(handle->arguments);
  visitor.visit(handle->context);
}

void clear(Heap&, Object* object) { static_cast<HandleObject*>(object)->callback = Value::none(); }

Value repr(Vm& vm, const Value& self) {
  auto* handle = self.as<HandleObject>();
  std::string text = "<" + std::string(handle->type->name.as<python::String>()->view());
  if (handle->cancelled) text += " cancelled";
  if (handle->is_timer) {
    auto us = static_cast<double>(handle->node.get()->when().count() + kMonotonicStartUs);
    text += " when=" + repr_now(vm, Value::real(us / 1e6));
  }
  if (!handle->cancelled) {
    text += " " + callback_text(vm, handle->callback, handle->arguments->items(), handle->loop->debug);
  }
  return vm.make_string(text + created_at_text(vm, handle) + ">");
}

Value cancel(Vm& vm, const Arguments& arguments) {
  auto* handle = arguments[0].as<HandleObject>();
  if (handle->cancelled) return Value::none();
  handle->cancelled = true;
  handle->callback = Value::none();
  handle->arguments = python::make_tuple(vm, 0);
  if (handle->loop->loop != nullptr) handle->loop->loop->cancel(*handle->node.get());
  return Value::none();
}

Value cancelled(Vm&, const Arguments& arguments) {
  return Value::boolean(arguments[0].as<HandleObject>()->cancelled);
}

Value get_context(Vm& vm, const Arguments& arguments) {
  return context_object(vm, arguments[0].as<HandleObject>()->context);
}

Value when(Vm&, const Arguments& arguments) {
  auto* handle = arguments[0].as<HandleObject>();
  return Value::real(static_cast<double>(handle->node.get()->when().count() + kMonotonicStartUs) / 1e6);
}

constexpr python::NativeSpec kMethods[] = {
    {"cancel", cancel}, {"cancelled", cancelled}, {"get_context", get_context}};
constexpr python::NativeSpec kTimerMethods[] = {{"when", when}};

}  // namespace

Ref<Type> make_handle_type(Vm& vm) {
  python::TypeSpec spec;
  spec.name = "Handle";
  spec.module = "asyncio.events";
  spec.basic_size = sizeof(HandleObject);
  spec.flags = python::kTypeTracked | python::kTypeClosed;
  spec.slots.dealloc = dealloc;
  spec.slots.traverse = traverse;
  spec.slots.clear = clear;
  spec.slots.repr = repr;
  spec.methods = kMethods;
  return python::make_type(vm, spec);
}

Ref<Type> make_timer_handle_type(Vm& vm, Type* handle) {
  python::TypeSpec spec;
  spec.name = "TimerHandle";
  spec.module = "asyncio.events";
  spec.basic_size = sizeof(HandleObject);
  spec.flags = python::kTypeTracked | python::kTypeClosed;
  spec.base = handle;
  spec.methods = kTimerMethods;
  return python::make_type(vm, spec);
}

Value make_handle(Vm& vm, LoopObject* loop, Value callback, std::span<const Value> arguments, Value context) {
  return make_object(vm, ScriptRun::of(vm).asyncio.handle.get(), loop, std::move(callback), arguments,
                     std::move(context))
      .value();
}

Value call_soon(Vm& vm, LoopObject* loop, Value callback, std::span<const Value> arguments, Value context) {
  Ref<HandleObject> handle = make_object(vm, ScriptRun::of(vm).asyncio.handle.get(), loop,
                                         std::move(callback), arguments, std::move(context));
  ++handle->references;  // the loop's
  remember_origin(vm, loop, handle.get());
  loop->loop->call_soon(*handle->node.get());
  return std::move(handle).value();
}

Value call_at(Vm& vm, LoopObject* loop, runtime::Microseconds when, Value callback,
              std::span<const Value> arguments, Value context) {
  Ref<HandleObject> handle = make_object(vm, ScriptRun::of(vm).asyncio.timer_handle.get(), loop,
                                         std::move(callback), arguments, std::move(context));
  handle->is_timer = true;
  ++handle->references;
  remember_origin(vm, loop, handle.get());
  loop->loop->call_at(when, *handle->node.get());
  return std::move(handle).value();
}

}  // namespace loopscope::modules
