// The type _GatheringFuture.
// Not for: who counts as done and what a cancellation does (runtime/gather_future.cpp).
#include "core/modules/asyncio_gather.h"

#include <new>
#include <vector>

#include "core/modules/asyncio_errors.h"
#include "core/modules/asyncio_future.h"
#include "core/modules/asyncio_task.h"
#include "core/modules/script_run.h"
#include "core/runtime/gather_future.h"

namespace loopscope::modules {
namespace {

using python::GcVisitor;
using python::Heap;
using python::List;
using python::Object;
using python::Ref;
using python::Type;
using python::Value;
using python::Vm;
using runtime::FutureBase;

class ScriptGather final : public OwnedByObject<runtime::GatherFuture> {
 public:
  ScriptGather(runtime::EventLoop& loop, std::span<FutureBase* const> children, bool return_exceptions)
      : OwnedByObject<runtime::GatherFuture>(loop, children, return_exceptions) {}
  ~ScriptGather() override = default;
  void begin() { start(); }

 private:
  void collect() override {
    FutureObject* self = object_of(this);
    Vm& vm = *self->type->vm;
    Ref<List> results = python::make_list(vm, children().size());
    for (FutureBase* child : children()) {
      runtime::Error error = child->error();
      Value value = object_of(child)->result;
      if (child->cancelled()) {
        value = cancellation_as_result(vm, error);
      } else if (error) {
        value = exception_of_error(vm, error);
      }
      if (!python::list_append(vm, results.get(), value.is_empty() ? Value::none() : std::move(value))) {
        vm.take_exception();  // the heap's limit is checked again at the next instruction
      }
    }
    self->result = std::move(results).value();
  }
};

struct GatherObject : FutureObject {
  Embedded<ScriptGather> gather;
};

void dealloc(Heap&, Object* object) {
  auto* gather = static_cast<GatherObject*>(object);
  report_unretrieved(gather);
  gather->gather.get()->~ScriptGather();
  drop_future_fields(gather);
}

void traverse(Object* object, GcVisitor& visitor) {
  auto* gather = static_cast<GatherObject*>(object);
  if (!gather->loop) return;
  traverse_future(gather, visitor);
  // A child's error may hold the frame that holds the gather.
  for (FutureBase* child : gather->gather.get()->children()) {
    visitor.visit(static_cast<Object*>(object_of(child)));
  }
}

}  // namespace

Ref<Type> make_gather_type(Vm& vm, Type* future) {
  python::TypeSpec spec;
  spec.name = "_GatheringFuture";
  spec.module = "asyncio.tasks";
  spec.basic_size = sizeof(GatherObject);
  spec.flags = python::kTypeTracked | python::kTypeClosed;
  spec.base = future;
  spec.slots.dealloc = dealloc;
  spec.slots.traverse = traverse;
  spec.slots.clear = clear_future;
  spec.slots.repr = future_repr;
  Ref<Type> type = python::make_type(vm, spec);
  add_future_finalizer(type.get());
  return type;
}

Value make_gather(Vm& vm, LoopObject* loop, std::span<FutureObject* const> children, bool return_exceptions) {
  std::vector<FutureBase*> cores;
  cores.reserve(children.size());
  for (FutureObject* child : children) cores.push_back(&core_of(child));
  auto* object = vm.heap.make<GatherObject>(ScriptRun::of(vm).asyncio.gathering_future.get());
  Value gather = Value::steal(object);
  object->loop = Ref<LoopObject>::share(loop);
  new (object->gather.bytes) ScriptGather(*loop->loop, cores, return_exceptions);
  object->gather.get()->begin();
  return gather;
}

}  // namespace loopscope::modules
