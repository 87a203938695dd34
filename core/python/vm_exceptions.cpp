// Raising and matching exceptions: making them, their context and traceback, `raise`, `except`.
// Not here: exception types and their attributes (exception_types.cpp), except* (exception_groups.cpp),
// printing (traceback_text.cpp).
#include "core/python/internals.h"

namespace loopscope::python {

Value Vm::make_exception(Type* type, std::string_view message) {
  Value error = make_instance(type);
  auto* exception = error.as<ExceptionObject>();
  exception->args = make_tuple(*this, message.empty() ? 0 : 1);
  if (!message.empty()) (*exception->args)[0] = make_string(message);
  return error;
}

Value Vm::raise_text(Type* type, std::string_view message) {
  return raise_exception(make_exception(type, message));
}

Value Vm::raise_with(Type* type, Value argument) {
  Value error = make_exception(type, {});
  if (!argument.is_empty()) {
    auto* exception = error.as<ExceptionObject>();
    exception->args = make_tuple(*this, 1);
    (*exception->args)[0] = std::move(argument);
  }
  return raise_exception(std::move(error));
}

Value Vm::raise_exception(Value exception) {
  if (is_type(exception)) exception = make_exception(exception.as<Type>(), {});
  if (fiber_ != nullptr) Internals::set_context(*this, fiber_, exception.as<ExceptionObject>());
  exception_ = std::move(exception);
  return {};
}

Value Vm::raise_memory_error() {
  heap.grant_room_after_memory_error();
  return raise_text(types.memory_error, {});
}

bool Vm::exception_matches(Type* type) const {
  return !exception_.is_empty() && is_subtype(exception_.object()->type, type);
}

namespace {

bool holds_coroutine(const Vm& vm, const Value& value) {
  if (vm.is_exact(value, vm.types.coroutine)) return value.as<Generator>()->state == GeneratorState::kCreated;
  auto any_of = [&](std::span<const Value> items) {
    for (const Value& item : items) {
      if (vm.is_exact(item, vm.types.coroutine)) return true;
    }
    return false;
  };
  if (vm.is_list(value)) return any_of(value.as<List>()->span());
  if (vm.is_tuple(value)) return any_of(value.as<Tuple>()->items());
  return false;
}

}  // namespace

void Vm::keep_with_exception(const Value& value) {
  if (exception_.is_empty() || !holds_coroutine(*this, value)) return;
  Ref<List>& kept = exception_.as<ExceptionObject>()->kept;
  if (!kept) kept = make_list(*this);
  list_append(*this, kept.get(), value);
}

void Vm::Internals::set_context(Vm&, Fiber* fiber, ExceptionObject* exception) {
  const Value* handled = nullptr;
  for (HandledException* each = fiber->handled; each != nullptr; each = each->outer) {
    if (!each->exception.is_empty() && !each->exception.is_none()) {
      handled = &each->exception;
      break;
    }
  }
  if (handled == nullptr || handled->object() == exception || !exception->context.is_empty()) return;
  // The chain must not lead back to the exception itself.
  Value walked = *handled;
  for (int steps = 0; steps < 10'000 && walked.is_object(); ++steps) {
    auto* link = walked.as<ExceptionObject>();
    if (link->context.is_object() && link->context.object() == exception) {
      link->context = Value();
      break;
    }
    walked = link->context;
  }
  exception->context = *handled;
}

void Vm::Internals::add_traceback(Vm& vm, Frame* frame, std::uint32_t word) {
  if (vm.exception_.is_empty()) vm.raise(vm.types.system_error, "a native failed without an exception");
  auto* exception = vm.exception_.as<ExceptionObject>();
  if (frame->code->is(kCodeLibrary)) return;
  auto* entry = vm.heap.make<Traceback>(vm.types.traceback);
  entry->code = Ref<CodeObject>::share(frame->code);
  entry->globals = frame->function->globals;
  entry->word = word;
  entry->next = std::move(exception->traceback);
  exception->traceback = Ref<Traceback>::steal(entry);
}

void Vm::Internals::retire_frame(Vm& vm, Frame* frame) {
  Traceback* entry = vm.exception_.as<ExceptionObject>()->traceback.get();
  bool is_its_own = entry != nullptr && entry->frame == nullptr && entry->code.get() == frame->code;
  if (!is_its_own || frame->code->is(kCodeLibrary)) {
    if (frame->code->is(kCodeLibrary)) {
      for (std::size_t i = 0; i < frame->code->slot_count; ++i) vm.keep_with_exception(frame->slots()[i]);
    }
    free_frame(vm.heap, frame);
    return;
  }
  Value* variables_end = frame->slots() + frame->code->slot_count;
  while (frame->stack != variables_end) (--frame->stack)->~Value();
  frame->held = Value();
  frame->back = nullptr;
  frame->generator = nullptr;
  entry->frame = frame;
}

// What a class in `raise` gave is no exception.
void Vm::Internals::raise_no_exception(Vm& vm, const Value& type, const Value& made) {
  const Value type_text = vm.repr(type), kind_text = vm.repr(Value::share(vm.type_of(made)));
  const auto shown = [&](const Value& text) {
    return vm.is_string(text) ? text.as<String>()->view() : std::string_view("the class");
  };
  vm.raise(vm.types.type_error, "calling ", shown(type_text),
           " should have returned an instance of BaseException, not ", shown(kind_text));
}

// True: a frame was pushed that makes the exception, its action raises it. False: raised.
bool Vm::Internals::raise_statement(Vm& vm, Value exception, Value cause) {
  if (vm.is_type(exception) && is_subtype(exception.as<Type>(), vm.types.base_exception)) {
    Frame* before = vm.fiber_->frame;
    Value made = call_any(vm, exception, Arguments{});
    if (made.is_suspended()) {
      const Value held[] = {exception, std::move(cause)};
      return attach_action(vm, before, FrameReturn::kRaise, make_tuple(vm, held).value());
    }
    if (made.is_special()) return false;
    if (!vm.is_exception(made)) {
      raise_no_exception(vm, exception, made);
      return false;
    }
    exception = std::move(made);
  }
  if (!vm.is_exception(exception)) {
    vm.raise(vm.types.type_error, "exceptions must derive from BaseException");
    return false;
  }
  if (!cause.is_empty()) {
    auto* raised = exception.as<ExceptionObject>();
    if (vm.is_type(cause) && is_subtype(cause.as<Type>(), vm.types.base_exception)) {
      Frame* before = vm.fiber_->frame;
      cause = call_any(vm, cause, Arguments{});
      if (cause.is_suspended()) return attach_action(vm, before, FrameReturn::kCause, std::move(exception));
      if (cause.is_special()) return false;
    }
    if (!cause.is_none() && !vm.is_exception(cause)) {
      vm.raise(vm.types.type_error, "exception causes must derive from BaseException");
      return false;
    }
    raised->suppress_context = true;
    raised->cause = cause.is_none() ? Value() : std::move(cause);
  }
  vm.raise_exception(std::move(exception));
  return false;
}

Value Vm::Internals::match_exception(Vm& vm, const Value& exception, const Value& type) {
  std::span<const Value> listed(&type, 1);
  if (vm.is_tuple(type)) listed = type.as<Tuple>()->items();
  bool caught = false;
  for (const Value& each : listed) {
    if (!vm.is_type(each) || !is_subtype(each.as<Type>(), vm.types.base_exception)) {
      return vm.raise(vm.types.type_error,
                      "catching classes that do not inherit from BaseException is not allowed");
    }
    caught = caught || is_subtype(exception.object()->type, each.as<Type>());
  }
  return Value::boolean(caught);
}

}  // namespace loopscope::python
