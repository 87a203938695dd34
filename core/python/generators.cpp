// Generators and coroutines: making, resuming by hand, yielding, awaiting, ending; their types.
// Not here: async generators' own methods (async_generators.cpp), the frames' end (vm_finish.cpp).
#include "core/python/default_repr.h"
#include "core/python/frame_object.h"
#include "core/python/internals.h"

namespace loopscope::python {
namespace {

void push(Frame* frame, Value value) { new (frame->stack++) Value(std::move(value)); }
void replace_top(Frame* frame, Value value) { frame->stack[-1] = std::move(value); }

std::string_view kind_name(const Generator* generator) {
  switch (generator->kind) {
    case GeneratorKind::kGenerator:
      return "generator";
    case GeneratorKind::kCoroutine:
      return "coroutine";
    case GeneratorKind::kAsyncGenerator:
      return "async generator";
  }
  return {};
}

// A frame that waits at a SEND runs it again; an exception that comes in instead belongs to the SEND itself.
void step_over_send(Frame* frame) {
  if (opcode_of(*frame->pc) == Opcode::SEND) ++frame->pc;
}

}  // namespace

Value Vm::Internals::make_generator(Vm& vm, Frame* frame) {
  Type* type = vm.types.generator;
  GeneratorKind kind = GeneratorKind::kGenerator;
  if (frame->code->is(kCodeCoroutine)) {
    type = vm.types.coroutine;
    kind = GeneratorKind::kCoroutine;
  } else if (frame->code->is(kCodeAsyncGenerator)) {
    type = vm.types.async_generator;
    kind = GeneratorKind::kAsyncGenerator;
  }
  auto* generator = vm.heap.make<Generator>(type);
  generator->frame = frame;
  generator->innermost = frame;
  generator->kind = kind;
  generator->name = frame->function->name;
  generator->qualname = frame->function->qualname;
  frame->generator = generator;
  frame->back = nullptr;
  if (vm.tracks_coroutine_origins && kind == GeneratorKind::kCoroutine) [[unlikely]]
    remember_origin(vm, generator);
  return Value::steal(generator);
}

bool Vm::Internals::link(Vm& vm, Generator* generator, FrameReturn action, Value held, bool as_boundary) {
  Fiber& fiber = *vm.fiber_;
  Frame* own = generator->frame;
  Frame* inner = generator->innermost;
  std::uint32_t depth = own->code->depth + (fiber.frame != nullptr ? fiber.frame->depth : 0);
  if (depth > vm.deepest) {
    vm.raise(vm.types.recursion_error, "maximum recursion depth exceeded");
    return false;
  }
  own->depth = depth;
  own->back = fiber.frame;
  own->on_return = action;
  own->held = std::move(held);
  own->started = true;
  if (as_boundary) {
    ++generator->references;
    generator->outer_boundary = fiber.boundary;
    fiber.boundary = generator;
  } else {
    generator->is_linked = true;
  }
  generator->state = GeneratorState::kRunning;
  generator->handled.outer = fiber.handled;
  fiber.handled = &inner->generator->handled;
  fiber.frame = inner;
  return true;
}

void Vm::Internals::generator_ended(Fiber& fiber, Generator* generator) {
  fiber.handled = generator->handled.outer;
  generator->handled.exception = Value();
  generator->frame = nullptr;
  generator->innermost = nullptr;
  generator->state = GeneratorState::kClosed;
  generator->is_linked = false;
  if (fiber.boundary == generator) {
    fiber.boundary = generator->outer_boundary;
    drop_reference(generator);  // the caller holds another
  }
}

Value Vm::Internals::drive(Vm& vm, Generator* generator, FrameReturn action, Value held, Value sent,
                           Value thrown) {
  if (vm.native_only_ != 0) return Value::deferred();
  if (generator->is_linked && generator->kind == GeneratorKind::kCoroutine) {
    return vm.raise(vm.types.runtime_error, "coroutine is being awaited already");
  }
  if (generator->is_linked || generator->state == GeneratorState::kRunning) {
    return vm.raise(vm.types.value_error, kind_name(generator), " already executing");
  }
  if (generator->state == GeneratorState::kClosed) {
    if (generator->kind == GeneratorKind::kCoroutine && action != FrameReturn::kClose) {
      return vm.raise(vm.types.runtime_error, "cannot reuse already awaited coroutine");
    }
    if (!thrown.is_empty()) return vm.raise_exception(std::move(thrown));
    if (action == FrameReturn::kNextDefault) return held;
    return vm.raise_with(vm.types.stop_iteration, Value());
  }
  bool created = generator->state == GeneratorState::kCreated;
  if (created && thrown.is_empty() && !sent.is_none()) {
    return vm.raise(vm.types.type_error, "can't send non-None value to a just-started ",
                    kind_name(generator));
  }
  if (!link(vm, generator, action, std::move(held), true)) return {};
  Frame* inner = vm.fiber_->frame;
  if (thrown.is_empty()) {
    if (!created) push(inner, std::move(sent));
    return Value::suspended();
  }
  bool is_exit = is_subtype(thrown.object()->type, vm.types.generator_exit);
  for (Frame* each = inner; is_exit && each != generator->frame; each = each->back)
    each->gives_generator_exit = true;
  if (!created) {
    const bool delegates = opcode_of(*inner->pc) == Opcode::SEND;
    step_over_send(inner);
    // Thrown where a delegate waits that is no generator, it is what the delegate gives.
    if (delegates && is_subtype(thrown.object()->type, vm.types.stop_iteration)) {
      const Tuple* args = thrown.as<ExceptionObject>()->args.get();
      replace_top(inner, args->size != 0 ? (*args)[0] : Value::none());
      return Value::suspended();
    }
  }
  vm.raise_exception(std::move(thrown));
  vm.internals_->leave = Leave::kThrow;
  return Value::suspended();
}

void Vm::Internals::yield_value(Vm& vm, Fiber& fiber, Value value) {
  Generator* boundary = fiber.boundary;
  if (boundary == nullptr) {
    vm.internals_->awaited = std::move(value);
    vm.internals_->leave = Leave::kAwaiting;
    return;
  }
  Frame* own = boundary->frame;
  // A delegate that is being closed may not yield: that is an error where its delegator waits.
  for (Frame* each = fiber.frame; each != own; each = each->back) {
    if (!each->gives_generator_exit) continue;
    Generator* closed = each->generator;
    each->gives_generator_exit = false;
    closed->innermost = fiber.frame;
    closed->state = GeneratorState::kSuspended;
    closed->is_linked = false;
    fiber.frame = std::exchange(each->back, nullptr);
    fiber.handled = closed->handled.outer;
    vm.raise(vm.types.runtime_error, kind_name(closed), " ignored GeneratorExit");
    vm.internals_->leave = Leave::kThrow;
    return;
  }
  Frame* driver = own->back;
  FrameReturn action = own->on_return;
  boundary->innermost = fiber.frame;
  boundary->state = GeneratorState::kSuspended;
  own->back = nullptr;
  Value held = std::move(own->held);
  fiber.frame = driver;
  fiber.boundary = boundary->outer_boundary;
  fiber.handled = boundary->handled.outer;
  if (action == FrameReturn::kClose) {
    vm.raise(vm.types.runtime_error, kind_name(boundary), " ignored GeneratorExit");
    vm.internals_->leave = Leave::kThrow;
  } else if (action != FrameReturn::kFinalize) {
    push(driver, std::move(value));
  }
  drop_reference(boundary);
  if (action == FrameReturn::kFinalize) {
    Value error = vm.make_exception(vm.types.runtime_error, "generator ignored GeneratorExit");
    end_finalizer(vm, fiber, held, error);
  }
}

void Vm::Internals::async_yield(Vm& vm, Fiber& fiber, Value value) {
  Frame* frame = fiber.frame;
  Generator* generator = frame->generator;
  Frame* receiver = frame->back;
  generator->innermost = frame;
  generator->state = GeneratorState::kSuspended;
  generator->is_linked = false;
  frame->back = nullptr;
  fiber.frame = receiver;
  fiber.handled = generator->handled.outer;
  if (frame->on_return == FrameReturn::kAsyncClose) {
    vm.raise(vm.types.runtime_error, "async generator ignored GeneratorExit");
    vm.internals_->leave = Leave::kThrow;
    return;
  }
  replace_top(receiver, std::move(value));  // the step object may die with it, and the generator too
}

namespace {

bool send_to_generator(Vm& vm, Frame* frame, Generator* generator, Value sent) {
  if (generator->is_linked || generator->state == GeneratorState::kRunning) {
    if (generator->kind == GeneratorKind::kCoroutine) {
      vm.raise(vm.types.runtime_error, "coroutine is being awaited already");
    } else {
      vm.raise(vm.types.value_error, "generator already executing");
    }
    return false;
  }
  if (generator->state == GeneratorState::kClosed) {
    if (generator->kind == GeneratorKind::kCoroutine) {
      vm.raise(vm.types.runtime_error, "cannot reuse already awaited coroutine");
      return false;
    }
    replace_top(frame, Value::none());
    return true;
  }
  bool created = generator->state == GeneratorState::kCreated;
  if (!Vm::Internals::link(vm, generator, FrameReturn::kSendResult, Value(), false)) return false;
  if (!created) push(vm.current_fiber()->frame, std::move(sent));
  return true;
}

bool send_async_step(Vm& vm, AsyncGeneratorStep* step) {
  Generator* generator = step->generator.get();
  if (step->used) {
    vm.raise(vm.types.runtime_error, "cannot reuse already awaited ",
             step->kind == AsyncStepKind::kSend ? "__anext__()/asend()" : "aclose()/athrow()");
    return false;
  }
  step->used = true;
  if (generator->is_linked || generator->state == GeneratorState::kRunning) {
    vm.raise(vm.types.runtime_error,
             step->kind == AsyncStepKind::kSend    ? "anext()"
             : step->kind == AsyncStepKind::kThrow ? "athrow()"
                                                   : "aclose()",
             ": asynchronous generator is already running");
    return false;
  }
  Frame* receiver = vm.current_fiber()->frame;
  bool created = generator->state == GeneratorState::kCreated;
  if (created) Vm::Internals::adopt_async_generator(vm, generator);
  if (created && step->kind == AsyncStepKind::kClose) generator->state = GeneratorState::kClosed;
  if (generator->state == GeneratorState::kClosed) {
    if (step->kind == AsyncStepKind::kClose) {
      replace_top(receiver, Value::none());
      return true;
    }
    if (step->kind == AsyncStepKind::kThrow) {
      vm.raise_exception(step->argument);
    } else {
      vm.raise_with(vm.types.stop_async_iteration, Value());
    }
    return false;
  }
  if (created && step->kind == AsyncStepKind::kSend && !step->argument.is_none()) {
    vm.raise(vm.types.type_error, "can't send non-None value to a just-started async generator");
    return false;
  }
  FrameReturn action =
      step->kind == AsyncStepKind::kClose ? FrameReturn::kAsyncClose : FrameReturn::kAsyncStep;
  if (!Vm::Internals::link(vm, generator, action, Value(), false)) return false;
  Frame* inner = vm.current_fiber()->frame;
  if (step->kind == AsyncStepKind::kSend) {
    if (!created) push(inner, step->argument);
    return true;
  }
  if (!created) step_over_send(inner);
  vm.raise_exception(step->argument);
  return false;
}

}  // namespace

bool Vm::Internals::send(Vm& vm, Fiber& fiber, Frame* frame) {
  Internals& in = *vm.internals_;
  Value sent = std::move(*--frame->stack);
  const Value& iterator = frame->stack[-1];
  Type* type = vm.type_of(iterator);
  if (type == vm.types.coroutine || type == vm.types.generator) {
    return send_to_generator(vm, frame, iterator.as<Generator>(), std::move(sent));
  }
  if (type == vm.types.async_generator_step) return send_async_step(vm, iterator.as<AsyncGeneratorStep>());
  if (type == vm.types.coroutine_wrapper) {
    return send_to_generator(vm, frame, iterator.as<CoroutineWrapper>()->coroutine.get(), std::move(sent));
  }
  // From here on a suspension runs this SEND again.
  Value keep_alive = iterator;
  if (type->slots.await_step != nullptr) {
    Value value = type->slots.await_step(vm, iterator);
    if (value.is_empty()) return false;
    if (!value.is_suspended()) {
      replace_top(frame, std::move(value));
      return true;
    }
    if (in.leave == Leave::kAwaiting) {
      --frame->pc;
      if (fiber.boundary != nullptr) {
        in.leave = Leave::kNo;
        yield_value(vm, fiber, std::move(in.awaited));
      }
      return true;
    }
    return attach_action(vm, frame, FrameReturn::kSendResult, Value());
  }
  Value value = sent.is_none()
                    ? vm.next(iterator)
                    : vm.call_method(iterator, vm.names.plain_send, std::span<const Value>(&sent, 1));
  if (value.is_suspended()) {
    --frame->pc;
    return attach_action(vm, frame, FrameReturn::kSendNext, Value());
  }
  if (value.is_exhausted()) {
    replace_top(frame, Value::none());
    return true;
  }
  if (value.is_empty()) {
    if (!vm.exception_matches(vm.types.stop_iteration)) return false;
    Value stop = vm.take_exception();
    const Tuple* args = stop.as<ExceptionObject>()->args.get();
    replace_top(frame, args->size != 0 ? (*args)[0] : Value::none());
    return true;
  }
  --frame->pc;
  yield_value(vm, fiber, std::move(value));
  return true;
}

namespace {

Value address_key(Vm& vm, const Object* object) {
  return vm.make_int(static_cast<std::int64_t>(reinterpret_cast<std::uintptr_t>(object)));
}

}  // namespace

void Vm::Internals::remember_origin(Vm& vm, Generator* coroutine) {
  std::string stack = vm.format_stack();
  if (stack.empty() || coroutine->frame->code->is(kCodeLibrary)) return;
  Value& origins = vm.internals().coroutine_origins;
  if (origins.is_empty()) origins = make_dict(vm).value();
  coroutine->has_origin = dict_set(vm, origins.as<Dict>(), address_key(vm, coroutine), vm.make_string(stack));
}

void Vm::Internals::warn_never_awaited(Vm& vm, Generator* generator) {
  std::string message =
      "coroutine '" + std::string(generator->qualname.as<String>()->view()) + "' was never awaited";
  const Value* stack = nullptr;
  if (generator->has_origin) {
    dict_find(vm, vm.internals().coroutine_origins.as<Dict>(), address_key(vm, generator), &stack);
  }
  if (stack != nullptr) {
    message += "\nCoroutine created at (most recent call last)\n";
    message += stack->as<String>()->view();
    message.pop_back();
  }
  vm.warn(vm.types.runtime_warning, message);
}

namespace {

void drop_generator(Heap& heap, Object* object) {
  auto* generator = static_cast<Generator*>(object);
  if (generator->belongs_to_loop) object->type->vm->internals().loop_generators.erase(object);
  Vm& vm = *object->type->vm;
  if (generator->has_origin && !vm.internals().coroutine_origins.is_empty()) {
    dict_remove(vm, vm.internals().coroutine_origins.as<Dict>(), address_key(vm, object));
  }
  if (Frame* frame = std::exchange(generator->frame, nullptr)) Vm::Internals::free_frame(heap, frame);
  generator->name.~Value();
  generator->qualname.~Value();
  generator->handled.exception.~Value();
}

void visit_generator(Object* object, GcVisitor& visitor) {
  auto* generator = static_cast<Generator*>(object);
  visitor.visit(generator->handled.exception);
  if (generator->frame != nullptr) Vm::Internals::visit_frame(generator->frame, visitor);
}

void clear_generator(Heap& heap, Object* object) {
  auto* generator = static_cast<Generator*>(object);
  if (generator->state == GeneratorState::kRunning) return;
  generator->state = GeneratorState::kClosed;
  generator->innermost = nullptr;
  if (Frame* frame = std::exchange(generator->frame, nullptr)) Vm::Internals::free_frame(heap, frame);
}

// Whether a suspended chain stands inside a try or with that an exit would run.
bool stands_in_a_try(const Generator* generator) {
  for (Frame* frame = generator->innermost; frame != nullptr; frame = frame->back) {
    auto word = static_cast<std::uint32_t>(frame->pc - frame->code->words);
    for (const ExceptionEntry& entry : (*frame->code->data)->exceptions) {
      if (word > entry.start && word <= entry.end) return true;
    }
    if (frame == generator->frame) break;
  }
  return false;
}

bool finalize_generator(Heap& heap, Object* object) {
  auto* generator = static_cast<Generator*>(object);
  if (generator->frame == nullptr || generator->was_finalized || generator->is_linked) return false;
  if (generator->state == GeneratorState::kCreated && generator->kind == GeneratorKind::kCoroutine) {
    generator->was_finalized = true;
    Vm::Internals::warn_never_awaited(*object->type->vm, generator);
  }
  if (generator->state != GeneratorState::kSuspended) return false;
  // A loop closes every async generator, which takes a task; without one they are dropped as they are.
  bool is_async = generator->kind == GeneratorKind::kAsyncGenerator;
  if (is_async ? !generator->belongs_to_loop : !stands_in_a_try(generator)) return false;
  generator->was_finalized = true;
  heap.queue_finalizer(Value::share(object));
  return true;
}

Value generator_repr(Vm& vm, const Value& self) {
  std::string_view type = vm.type_name(self);
  return vm.make_string("<" + std::string(type) + " object " +
                        std::string(self.as<Generator>()->qualname.as<String>()->view()) + " at " +
                        address_text(self) + ">");
}

Value return_self(Vm&, const Value& self) { return self; }

Value generator_next(Vm& vm, const Value& self) {
  auto* generator = self.as<Generator>();
  if (generator->state == GeneratorState::kClosed) return Value::exhausted();
  return Vm::Internals::drive(vm, generator, FrameReturn::kNextValue, Value(), Value::none(), Value());
}

Value generator_send(Vm& vm, const Arguments& arguments) {
  return Vm::Internals::drive(vm, arguments[0].as<Generator>(), FrameReturn::kNextValue, Value(),
                              arguments[1], Value());
}

}  // namespace

// The exception that throw(type), throw(value) or throw(type, value) names; empty: raised.
Value thrown_exception(Vm& vm, const Arguments& arguments, std::string_view method) {
  if (arguments.size() > 2) {
    vm.warn(vm.types.deprecation_warning, "the (type, exc, tb) signature of " + std::string(method) +
                                              "() is deprecated, use the single-arg signature instead.");
  }
  const Value& what = arguments[1];
  if (vm.is_exception(what)) return what;
  if (vm.is_type(what) && is_subtype(what.as<Type>(), vm.types.base_exception)) {
    if (arguments.size() > 2 && vm.is_exception(arguments[2])) return arguments[2];
    bool with_value = arguments.size() > 2 && !arguments[2].is_none();
    return vm.call(what, std::span<const Value>(arguments.values + 2, with_value ? 1 : 0));
  }
  return vm.raise(vm.types.type_error,
                  "exceptions must be classes or instances deriving from BaseException, not ",
                  vm.type_name(what));
}

namespace {

Value generator_throw(Vm& vm, const Arguments& arguments) {
  Value exception = thrown_exception(vm, arguments, "throw");
  if (exception.is_special()) return exception;
  auto* generator = arguments[0].as<Generator>();
  return Vm::Internals::drive(vm, generator, FrameReturn::kNextValue, Value(), Value::none(),
                              std::move(exception));
}

Value generator_close(Vm& vm, const Arguments& arguments) {
  auto* generator = arguments[0].as<Generator>();
  if (generator->state == GeneratorState::kClosed) return Value::none();
  if (generator->state == GeneratorState::kCreated) {
    generator->state = GeneratorState::kClosed;
    generator->innermost = nullptr;
    Vm::Internals::free_frame(vm.heap, std::exchange(generator->frame, nullptr));
    return Value::none();
  }
  Value exit = vm.make_exception(vm.types.generator_exit, {});
  return Vm::Internals::drive(vm, generator, FrameReturn::kClose, Value(), Value::none(), std::move(exit));
}

Value coroutine_await(Vm& vm, const Arguments& arguments) {
  auto* wrapper = vm.heap.make<CoroutineWrapper>(vm.types.coroutine_wrapper);
  wrapper->coroutine = Ref<Generator>::share(arguments[0].as<Generator>());
  return Value::steal(wrapper);
}

Value wrapper_next(Vm& vm, const Value& self) {
  return Vm::Internals::drive(vm, self.as<CoroutineWrapper>()->coroutine.get(), FrameReturn::kNextValue,
                              Value(), Value::none(), Value());
}

Value get_name(Vm&, const Value& self) { return self.as<Generator>()->name; }
Value get_qualname(Vm&, const Value& self) { return self.as<Generator>()->qualname; }
Value set_name(Vm&, const Value& self, const Value& value) {
  self.as<Generator>()->name = value;
  return Value::none();
}
Value set_qualname(Vm&, const Value& self, const Value& value) {
  self.as<Generator>()->qualname = value;
  return Value::none();
}
// A task's coroutine is linked to its fiber for good: it runs while that fiber is the one that does.
bool runs_now(const Vm& vm, const Generator* generator) {
  if (generator->state != GeneratorState::kRunning) return false;
  const Fiber* fiber = vm.current_fiber();
  for (const Frame* frame = fiber != nullptr ? fiber->frame : nullptr; frame != nullptr;
       frame = frame->back) {
    if (frame->generator == generator) return true;
  }
  return false;
}
bool is_suspended(const Vm& vm, const Generator* generator) {
  return generator->state == GeneratorState::kSuspended ||
         (generator->state == GeneratorState::kRunning && !runs_now(vm, generator));
}
Value get_running(Vm& vm, const Value& self) { return Value::boolean(runs_now(vm, self.as<Generator>())); }
Value get_suspended(Vm& vm, const Value& self) {
  return Value::boolean(is_suspended(vm, self.as<Generator>()));
}
Value get_frame(Vm& vm, const Value& self) {
  Frame* frame = self.as<Generator>()->frame;
  return frame != nullptr ? make_frame_object(vm, frame) : Value::none();
}
// What a suspended one waits for, or delegates to: it stands on top of its stack.
Value get_awaited(Vm& vm, const Value& self) {
  auto* generator = self.as<Generator>();
  const Frame* frame = generator->frame;
  if (frame == nullptr || !is_suspended(vm, generator)) return Value::none();
  bool waits = opcode_of(*frame->pc) == Opcode::SEND ||
               (frame->pc != frame->code->words && opcode_of(frame->pc[-1]) == Opcode::SEND);
  return waits ? frame->stack[-1] : Value::none();
}
Value get_origin(Vm&, const Value&) { return Value::none(); }
Value get_code(Vm&, const Value& self) {
  Frame* frame = self.as<Generator>()->frame;
  return frame != nullptr ? Value::share(frame->code) : Value::none();
}

constexpr NativeSpec kGeneratorMethods[] = {
    {"send", generator_send, 1, 1},
    {"throw", generator_throw, 1, 3},
    {"close", generator_close, 0, 0},
};
constexpr NativeSpec kCoroutineMethods[] = {
    {"send", generator_send, 1, 1},
    {"throw", generator_throw, 1, 3},
    {"close", generator_close, 0, 0},
    {"__await__", coroutine_await, 0, 0},
};
constexpr NativePropertySpec kGeneratorProperties[] = {
    {"__name__", get_name, set_name},       {"__qualname__", get_qualname, set_qualname},
    {"gi_running", get_running, nullptr},   {"gi_suspended", get_suspended, nullptr},
    {"gi_frame", get_frame, nullptr},       {"gi_code", get_code, nullptr},
    {"gi_yieldfrom", get_awaited, nullptr},
};
constexpr NativePropertySpec kCoroutineProperties[] = {
    {"__name__", get_name, set_name},     {"__qualname__", get_qualname, set_qualname},
    {"cr_running", get_running, nullptr}, {"cr_suspended", get_suspended, nullptr},
    {"cr_frame", get_frame, nullptr},     {"cr_code", get_code, nullptr},
    {"cr_await", get_awaited, nullptr},   {"cr_origin", get_origin, nullptr},
};

void drop_wrapper(Heap&, Object* object) { static_cast<CoroutineWrapper*>(object)->coroutine.~Ref(); }
void visit_wrapper(Object* object, GcVisitor& visitor) {
  visitor.visit(static_cast<CoroutineWrapper*>(object)->coroutine);
}

}  // namespace

void Vm::Internals::install_generator_types(Vm& vm) {
  TypeSlots slots;
  slots.dealloc = drop_generator;
  slots.traverse = visit_generator;
  slots.clear = clear_generator;
  slots.repr = generator_repr;
  extend_type(vm, vm.types.coroutine, slots, kCoroutineMethods, kCoroutineProperties);
  extend_type(vm, vm.types.async_generator, slots, {}, {});
  slots.iterate = return_self;
  slots.next = generator_next;
  extend_type(vm, vm.types.generator, slots, kGeneratorMethods, kGeneratorProperties);
  for (Type* type : {vm.types.generator, vm.types.coroutine, vm.types.async_generator}) {
    type->flags |= kTypeHasFinalizer;
    type->finalize = finalize_generator;
  }
  TypeSlots wrapper;
  wrapper.dealloc = drop_wrapper;
  wrapper.traverse = visit_wrapper;
  wrapper.iterate = return_self;
  wrapper.next = wrapper_next;
  extend_type(vm, vm.types.coroutine_wrapper, wrapper, {});
}

}  // namespace loopscope::python
