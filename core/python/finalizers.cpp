// What dropped objects left to do: __del__, a generator's finally, an async generator's loop. They run as
// frames, in the order in which the objects were dropped, each to its end before the next. Not here: which
// objects have something to do (type_slots.cpp, generators.cpp), and their queue (heap.h).
#include <algorithm>
#include <vector>

#include "core/python/internals.h"

namespace loopscope::python {
namespace {

// What a frame with kFinalize holds: (where an exception is reported, the object, a list of those that wait).
Value make_held(Vm& vm, std::string_view where, const Value& object, const Value& waiting) {
  const Value items[] = {vm.make_string(where), object, waiting};
  return make_tuple(vm, items).value();
}

std::string ignored_in(Vm& vm, const Value& what) {
  Vm::NativeOnly scope(vm);
  const Value text = vm.repr(what);
  return "Exception ignored in: " + std::string(vm.is_string(text) ? text.as<String>()->view() : "<object>");
}

// True: a frame was started.
bool call_finalizer(Vm& vm, Fiber& fiber, const Value& finalizer, const Value& object, std::string_view where,
                    const Value& waiting) {
  Frame* before = fiber.frame;
  Value held = make_held(vm, where, object, waiting);
  Value result = Vm::Internals::call_any(vm, finalizer, Arguments{&object, 1});
  if (result.is_suspended() &&
      Vm::Internals::attach_action(vm, before, FrameReturn::kFinalize, std::move(held)))
    return true;
  if (vm.has_exception()) Vm::Internals::write_unraisable(vm, where, vm.take_exception());
  return false;
}

bool close_generator(Vm& vm, const Value& object, const Value& waiting) {
  auto* generator = object.as<Generator>();
  if (generator->frame == nullptr) return false;
  const std::string where = ignored_in(vm, object);
  Value exit = vm.make_exception(vm.types.generator_exit, {});
  Value result = Vm::Internals::drive(vm, generator, FrameReturn::kFinalize,
                                      make_held(vm, where, object, waiting), Value::none(), std::move(exit));
  if (result.is_suspended()) return true;
  if (vm.has_exception()) Vm::Internals::write_unraisable(vm, where, vm.take_exception());
  return false;
}

bool start_one(Vm& vm, Fiber& fiber, const Value& object, const Value& waiting) {
  Type* type = object.object()->type;
  if (type == vm.types.async_generator) {
    Value finalizer = vm.environment.async_generator_finalizer();
    return finalizer && call_finalizer(vm, fiber, finalizer, object, ignored_in(vm, object), waiting);
  }
  if (type->layout == Layout::kGenerator) return close_generator(vm, object, waiting);
  const Value* method = lookup(type, vm.names.dunder_del);
  if (method == nullptr) return false;
  Value callable = *method;
  return call_finalizer(vm, fiber, callable, object, ignored_in(vm, callable), waiting);
}

// `waiting` is a list with the next one at its end.
void start_next(Vm& vm, Fiber& fiber, const Value& waiting) {
  auto* list = waiting.as<List>();
  while (list->size != 0) {
    Value object = std::move((*list)[list->size - 1]);
    --list->size;
    if (start_one(vm, fiber, object, waiting)) return;
  }
}

}  // namespace

void Vm::Internals::start_finalizer(Vm& vm, Fiber& fiber) {
  std::vector<Value> pending;
  while (vm.heap.has_finalizers()) pending.push_back(vm.heap.take_finalizer());
  std::ranges::reverse(pending);
  start_next(vm, fiber, make_list(vm, std::span<const Value>(pending)).value());
}

void Vm::Internals::end_finalizer(Vm& vm, Fiber& fiber, const Value& held, const Value& exception) {
  Value state = held;
  const Tuple& parts = *state.as<Tuple>();
  if (!exception.is_empty()) write_unraisable(vm, parts[0].as<String>()->view(), exception);
  start_next(vm, fiber, parts[2]);
}

void Vm::Internals::finalize_before_end(Vm& vm, Fiber& fiber, Value result) {
  Frame* last = make_frame(vm, vm.internals().pass_on.get());
  new (last->stack++) Value(std::move(result));
  fiber.frame = last;
  start_finalizer(vm, fiber);
}

}  // namespace loopscope::python
