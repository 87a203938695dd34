// What iterating a future gives, and its __await__: the future itself once, then its result. `yield from` and
// await ask it as they ask the future.
// Not for: await of the future itself, which needs no iterator (asyncio_future.cpp).
#include "core/modules/asyncio_future.h"
#include "core/modules/script_run.h"

namespace loopscope::modules {
namespace {

using python::Arguments;
using python::GcVisitor;
using python::Heap;
using python::Object;
using python::Type;
using python::Value;
using python::Vm;

struct FutureIterator : Object {
  Value future;
  bool waiting;  // the future was handed out
};

Value itself(Vm&, const Value& self) { return self; }

Value next(Vm& vm, const Value& self) {
  auto* iterator = self.as<FutureIterator>();
  FutureObject* future = as_future(iterator->future);
  if (!future->loop) return raise_uninitialized(vm);
  if (core_of(future).done()) return future_result(vm, future).is_empty() ? Value() : Value::exhausted();
  if (std::exchange(iterator->waiting, true))
    return vm.raise(vm.types.runtime_error, "await wasn't used with future");
  return iterator->future;
}

Value await_step(Vm& vm, const Value& self) {
  return future_await_step(vm, self.as<FutureIterator>()->future);
}

Value send(Vm& vm, const Arguments& arguments) {
  Value given = next(vm, arguments[0]);
  if (!given.is_exhausted()) return given;
  return vm.raise_with(vm.types.stop_iteration, await_step(vm, arguments[0]));
}

Value raise_in(Vm& vm, const Arguments& arguments) {
  const Value& error = arguments[1];
  if (vm.is_instance(error, vm.types.base_exception)) return vm.raise_exception(error);
  if (!vm.is_type(error) || !python::is_subtype(error.as<Type>(), vm.types.base_exception))
    return vm.raise(vm.types.type_error,
                    "exceptions must be classes deriving BaseException or instances of such a class");
  return vm.raise_with(error.as<Type>(), arguments.size() > 2 ? arguments[2] : Value());
}

Value close(Vm&, const Arguments&) { return Value::none(); }

constexpr python::NativeSpec kMethods[] = {{"send", send, 1, 1}, {"throw", raise_in, 1, 3}, {"close", close}};

Type* iterator_type(Vm& vm) {
  python::Ref<Type>& type = ScriptRun::of(vm).asyncio.future_iterator;
  if (type) return type.get();
  python::TypeSpec spec;
  spec.name = "_asyncio.FutureIter";
  spec.basic_size = sizeof(FutureIterator);
  spec.flags = python::kTypeTracked | python::kTypeClosed;
  spec.slots.dealloc = [](Heap&, Object* object) { static_cast<FutureIterator*>(object)->future.~Value(); };
  spec.slots.traverse = [](Object* object, GcVisitor& visitor) {
    visitor.visit(static_cast<FutureIterator*>(object)->future);
  };
  spec.slots.iterate = itself;
  spec.slots.next = next;
  spec.slots.await_step = await_step;
  spec.methods = kMethods;
  type = python::make_type(vm, spec);
  return type.get();
}

}  // namespace

Value iterate_future(Vm& vm, const Value& future) {
  auto* iterator = vm.heap.make<FutureIterator>(iterator_type(vm));
  iterator->future = future;
  return Value::steal(iterator);
}

}  // namespace loopscope::modules
