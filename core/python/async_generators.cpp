// Async generators: __anext__, asend, athrow, aclose and the step objects they give.
// Not here: running a step (generators.cpp, SEND).
#include <algorithm>
#include <utility>

#include "core/python/internals.h"

namespace loopscope::python {
namespace {

Value make_step(Vm& vm, const Value& generator, AsyncStepKind kind, Value argument) {
  auto* step = vm.heap.make<AsyncGeneratorStep>(vm.types.async_generator_step);
  step->generator = Ref<Generator>::share(generator.as<Generator>());
  step->kind = kind;
  step->argument = std::move(argument);
  return Value::steal(step);
}

Value return_self(Vm&, const Value& self) { return self; }

Value async_next(Vm& vm, const Value& self) {
  return make_step(vm, self, AsyncStepKind::kSend, Value::none());
}

Value generator_asend(Vm& vm, const Arguments& arguments) {
  return make_step(vm, arguments[0], AsyncStepKind::kSend, arguments[1]);
}

Value generator_athrow(Vm& vm, const Arguments& arguments) {
  Value exception = thrown_exception(vm, arguments, "athrow");
  if (exception.is_special()) return exception;
  return make_step(vm, arguments[0], AsyncStepKind::kThrow, std::move(exception));
}

Value generator_aclose(Vm& vm, const Arguments& arguments) {
  return make_step(vm, arguments[0], AsyncStepKind::kClose, vm.make_exception(vm.types.generator_exit, {}));
}

Value get_running(Vm&, const Value& self) {
  return Value::boolean(self.as<Generator>()->state == GeneratorState::kRunning);
}
Value get_name(Vm&, const Value& self) { return self.as<Generator>()->name; }
Value get_qualname(Vm&, const Value& self) { return self.as<Generator>()->qualname; }

void drop_step(Heap&, Object* object) {
  auto* step = static_cast<AsyncGeneratorStep*>(object);
  step->generator.~Ref();
  step->argument.~Value();
}

void visit_step(Object* object, GcVisitor& visitor) {
  auto* step = static_cast<AsyncGeneratorStep*>(object);
  visitor.visit(step->generator);
  visitor.visit(step->argument);
}

constexpr NativeSpec kMethods[] = {
    {"asend", generator_asend, 1, 1},
    {"athrow", generator_athrow, 1, 3},
    {"aclose", generator_aclose, 0, 0},
};
constexpr NativePropertySpec kProperties[] = {
    {"__name__", get_name, nullptr},
    {"__qualname__", get_qualname, nullptr},
    {"ag_running", get_running, nullptr},
};

}  // namespace

void Vm::Internals::install_async_generator_types(Vm& vm) {
  TypeSlots slots;
  slots.async_iterate = return_self;
  slots.async_next = async_next;
  extend_type(vm, vm.types.async_generator, slots, kMethods, kProperties);
  TypeSlots step;
  step.dealloc = drop_step;
  step.traverse = visit_step;
  step.await = return_self;
  extend_type(vm, vm.types.async_generator_step, step, {});
}

void Vm::Internals::adopt_async_generator(Vm& vm, Generator* generator) {
  if (vm.environment.async_generator_finalizer().is_empty()) return;
  Internals& in = vm.internals();
  generator->belongs_to_loop = true;
  in.loop_generators.emplace(generator, in.loop_generators_started++);
}

std::vector<Value> Vm::take_loop_generators() {
  std::vector<std::pair<std::uint64_t, const Object*>> found;
  for (const auto& [generator, order] : internals_->loop_generators) found.emplace_back(order, generator);
  std::ranges::sort(found);
  internals_->loop_generators.clear();
  std::vector<Value> generators;
  generators.reserve(found.size());
  for (const auto& [order, object] : found) generators.push_back(Value::share(const_cast<Object*>(object)));
  for (const Value& each : generators) each.as<Generator>()->belongs_to_loop = false;
  return generators;
}

Value Vm::Internals::get_async_next(Vm& vm, const Value& iterator) {
  Type* type = vm.type_of(iterator);
  if (type->slots.async_next == nullptr) {
    return vm.raise(vm.types.type_error,
                    "'async for' received an object from __aiter__ that does not implement __anext__: ",
                    vm.name_of(type));
  }
  return type->slots.async_next(vm, iterator);
}

}  // namespace loopscope::python
