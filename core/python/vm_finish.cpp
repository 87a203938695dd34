// How frames end: their result or exception reaches the frame behind, as FrameReturn says; safe points.
// Not here: the instructions (vm_loop.cpp), generators' own state (generators.cpp).
#include "core/python/internals.h"

namespace loopscope::python {
namespace {

void push(Frame* frame, Value value) { new (frame->stack++) Value(std::move(value)); }
void replace_top(Frame* frame, Value value) { frame->stack[-1] = std::move(value); }
void drop(Frame* frame) { (--frame->stack)->~Value(); }

Word* word_before(Frame* frame) { return frame->pc - 1; }

// FOR_ITER in `frame` has no more items.
void leave_loop(Frame* frame) {
  drop(frame);
  frame->pc = frame->code->words + operand_of(*word_before(frame));
}

// JUMP_IF_*_OR_POP in `frame`, to which pc points, with the truth of its operand known.
void branch_or_pop(Frame* frame, bool truth) {
  Word word = *frame->pc++;
  if (truth == (opcode_of(word) == Opcode::JUMP_IF_TRUE_OR_POP)) {
    frame->pc = frame->code->words + operand_of(word);
  } else {
    drop(frame);
  }
}

bool raise_stop_iteration(Vm& vm, Type* type, Value value) {
  vm.raise_with(type, value.is_none() ? Value() : std::move(value));
  return false;
}

}  // namespace

bool Vm::Internals::finish_frame(Vm& vm, Fiber& fiber, Value* result) {
  Frame* finished = fiber.frame;
  Frame* back = finished->back;
  FrameReturn action = finished->on_return;
  Value held = std::move(finished->held);
  Ref<Generator> generator = Ref<Generator>::share(finished->generator);
  bool gives_exit = finished->gives_generator_exit;
  fiber.frame = back;
  if (generator) generator_ended(fiber, generator.get());
  free_frame(vm.heap, finished);
  switch (action) {
    case FrameReturn::kRoot:
      fiber.frame = nullptr;
      if (vm.heap.has_finalizers()) finalize_before_end(vm, fiber, std::move(*result));
      return true;
    case FrameReturn::kPush:
      push(back, std::move(*result));
      return true;
    case FrameReturn::kDiscard:
      return true;
    case FrameReturn::kFinalize:
      end_finalizer(vm, fiber, held, Value());
      return true;
    case FrameReturn::kSendResult:
      if (gives_exit) {
        vm.raise_with(vm.types.generator_exit, Value());
        return false;
      }
      replace_top(back, std::move(*result));
      return true;
    case FrameReturn::kSendNext:
      yield_value(vm, fiber, std::move(*result));
      return true;
    case FrameReturn::kAsyncStep:
      vm.raise_with(vm.types.stop_async_iteration, Value());
      return false;
    case FrameReturn::kAsyncClose:
      replace_top(back, Value::none());
      return true;
    case FrameReturn::kForNext:
      if (generator) {
        leave_loop(back);
      } else {
        push(back, std::move(*result));
      }
      return true;
    case FrameReturn::kNextValue:
      if (generator) return raise_stop_iteration(vm, vm.types.stop_iteration, std::move(*result));
      push(back, std::move(*result));
      return true;
    case FrameReturn::kNextDefault:
      push(back, generator ? std::move(held) : std::move(*result));
      return true;
    case FrameReturn::kClose:
      push(back, std::move(*result));
      return true;
    case FrameReturn::kMethodValue:
      push(back, std::move(*result));
      push(back, Value());
      return true;
    case FrameReturn::kOrPop:
      branch_or_pop(back, result->is_true());
      return true;
    case FrameReturn::kCause:
      raise_statement(vm, std::move(held), std::move(*result));
      return false;
    case FrameReturn::kRaise:
      if (!vm.is_exception(*result)) {
        raise_no_exception(vm, (*held.as<Tuple>())[0], *result);
        return false;
      }
      return raise_statement(vm, std::move(*result), (*held.as<Tuple>())[1]);
    default:
      break;
  }
  Value converted = convert_result(vm, action, held, std::move(*result));
  if (converted.is_suspended()) return true;
  if (converted.is_empty()) return false;
  push(back, std::move(converted));
  if (action == FrameReturn::kAwaitable || action == FrameReturn::kAsyncNext) push(back, Value::none());
  return true;
}

namespace {

Value bad_result(Vm& vm, std::string_view what, std::string_view wanted, const Value& result) {
  return vm.raise(vm.types.type_error, what, " should return ", wanted, ", returned ", vm.type_name(result));
}

Value check_length(Vm& vm, Value result) {
  std::int64_t length = 0;
  if (vm.has_layout(result, Layout::kInteger) && !result.as<Integer>()->number.to_int64()) {
    if (result.as<Integer>()->number.is_negative())
      length = -1;
    else
      return vm.raise(vm.types.overflow_error, "cannot fit 'int' into an index-sized integer");
  } else if (!vm.index_of(result, &length)) {
    return {};
  }
  if (length < 0) return vm.raise(vm.types.value_error, "__len__() should return >= 0");
  return vm.make_int(length);
}

}  // namespace

Value Vm::Internals::convert_result(Vm& vm, FrameReturn action, const Value& held, Value result) {
  switch (action) {
    case FrameReturn::kInitialize:
      if (!result.is_none()) {
        return vm.raise(vm.types.type_error, "__init__() should return None, not '", vm.type_name(result),
                        "'");
      }
      return held;
    case FrameReturn::kImport:
      return held;
    case FrameReturn::kImportRest:
      return import_name(vm, (*held.as<Tuple>())[0], (*held.as<Tuple>())[1], 0);
    case FrameReturn::kBuildClass:
      return finish_class(vm, held);
    case FrameReturn::kTruth:
      if (result.is_bool()) return result;
      return bad_result(vm, "__bool__", "bool", result);
    case FrameReturn::kLengthTruth: {
      Value length = check_length(vm, std::move(result));
      return length.is_empty() ? Value() : Value::boolean(!length.is(Value::small_int(0)));
    }
    case FrameReturn::kLength:
      return check_length(vm, std::move(result));
    case FrameReturn::kContains:
      return vm.truth(result);
    case FrameReturn::kNegate: {
      Value truth = vm.truth(result);
      return truth.is_bool() ? Value::boolean(truth.is_false()) : truth;
    }
    case FrameReturn::kString:
      if (vm.is_string(result)) return result;
      if (held.is(vm.names.dunder_format)) {
        return vm.raise(vm.types.type_error, "__format__ must return a str, not ", vm.type_name(result));
      }
      return vm.raise(vm.types.type_error, held.as<String>()->view(), " returned non-string (type ",
                      vm.type_name(result), ")");
    case FrameReturn::kHash:
      if (result.is_small_int() || result.is_bool() || vm.has_layout(result, Layout::kInteger))
        return vm.hash(result);
      return vm.raise(vm.types.type_error, "__hash__ method should return an integer");
    case FrameReturn::kIterator:
      if (!held.is_empty()) {
        if (vm.type_of(result)->slots.async_next != nullptr) return result;
        return vm.raise(vm.types.type_error,
                        "'async for' received an object from __aiter__ that does not implement __anext__: ",
                        vm.type_name(result));
      }
      if (vm.type_of(result)->slots.next != nullptr) return result;
      return vm.raise(vm.types.type_error, "iter() returned non-iterator of type '", vm.type_name(result),
                      "'");
    case FrameReturn::kAwaitable: {
      Type* type = vm.type_of(result);
      if (type == vm.types.coroutine)
        return vm.raise(vm.types.type_error, "__await__() returned a coroutine");
      if (type->slots.next == nullptr && type->slots.await_step == nullptr) {
        return vm.raise(vm.types.type_error, "__await__() returned non-iterator of type '",
                        vm.type_name(result), "'");
      }
      return result;
    }
    case FrameReturn::kAsyncNext:
      return get_awaitable(vm, result, 3);
    case FrameReturn::kBinary: {
      if (!result.is_not_implemented()) return result;
      auto* state = held.as<Tuple>();
      auto packed = static_cast<std::uint32_t>((*state)[0].as_small_int());
      return script_binary(vm, static_cast<BinaryOperator>(packed & 0xFF), (packed >> 8 & 1) != 0,
                           packed >> 16, (*state)[1], (*state)[2]);
    }
    case FrameReturn::kCompare: {
      if (!result.is_not_implemented()) return result;
      auto* state = held.as<Tuple>();
      auto packed = static_cast<std::uint32_t>((*state)[0].as_small_int());
      return script_compare(vm, static_cast<CompareOperator>(packed & 0xFF), packed >> 16, (*state)[1],
                            (*state)[2]);
    }
    default:
      return result;
  }
}

namespace {

// The handler for an exception at `word`; null: none in this code.
const ExceptionEntry* find_handler(const CodeObject* code, std::uint32_t word) {
  for (const ExceptionEntry& entry : (*code->data)->exceptions) {
    if (word >= entry.start && word < entry.end) return &entry;
  }
  return nullptr;
}

// What leaves a generator's frame as StopIteration would end its driver's loop: it becomes a RuntimeError.
void convert_stop_iteration(Vm& vm, Generator* generator) {
  bool stop = vm.exception_matches(vm.types.stop_iteration);
  bool async_stop = generator->kind == GeneratorKind::kAsyncGenerator &&
                    vm.exception_matches(vm.types.stop_async_iteration);
  if (!stop && !async_stop) return;
  std::string_view kind = generator->kind == GeneratorKind::kGenerator   ? "generator"
                          : generator->kind == GeneratorKind::kCoroutine ? "coroutine"
                                                                         : "async generator";
  Value cause = vm.take_exception();
  Value error =
      vm.make_exception(vm.types.runtime_error,
                        std::string(kind) + " raised " + (stop ? "StopIteration" : "StopAsyncIteration"));
  auto* exception = error.as<ExceptionObject>();
  exception->cause = cause;
  exception->context = cause;
  exception->suppress_context = true;
  vm.raise_exception(std::move(error));
}

Value stop_iteration_value(const Value& exception) {
  const Tuple* args = exception.as<ExceptionObject>()->args.get();
  return args->size != 0 ? (*args)[0] : Value::none();
}

}  // namespace

bool Vm::Internals::unwind(Vm& vm, Fiber& fiber) {
  Internals& in = *vm.internals_;
  for (;;) {
    Frame* frame = fiber.frame;
    auto next = static_cast<std::uint32_t>(frame->pc - frame->code->words);
    // What is thrown into a generator or coroutine that has not begun is raised before its first statement,
    // be that a try or not.
    const bool begun = next != 0;
    std::uint32_t word = begun ? next - 1 : kBeforeFirstWord;
    if (!std::exchange(in.reraising, false)) add_traceback(vm, frame, word);
    if (const ExceptionEntry* entry = begun ? find_handler(frame->code, word) : nullptr) {
      Value* bottom = frame->slots() + frame->code->slot_count + entry->depth;
      while (frame->stack > bottom) drop(frame);
      push(frame, vm.take_exception());
      frame->pc = frame->code->words + entry->handler;
      return true;
    }
    Frame* back = frame->back;
    FrameReturn action = frame->on_return;
    Value held = std::move(frame->held);
    Ref<Generator> generator = Ref<Generator>::share(frame->generator);
    // A generator of the library stands for an iterator that is written in C: there StopIteration is the end.
    const bool strict =
        generator && (!frame->code->is(kCodeLibrary) || generator->kind != GeneratorKind::kGenerator);
    fiber.frame = back;
    if (generator) generator_ended(fiber, generator.get());
    retire_frame(vm, frame);
    if (strict && begun) convert_stop_iteration(vm, generator.get());
    switch (action) {
      case FrameReturn::kForNext:
        if (strict || !vm.exception_matches(vm.types.stop_iteration)) break;
        vm.take_exception();
        leave_loop(back);
        return true;
      case FrameReturn::kNextDefault:
        if (strict || !vm.exception_matches(vm.types.stop_iteration)) break;
        vm.take_exception();
        push(back, std::move(held));
        return true;
      case FrameReturn::kClose:
        if (!vm.exception_matches(vm.types.generator_exit)) break;
        vm.take_exception();
        push(back, Value::none());
        return true;
      case FrameReturn::kAsyncClose:
        if (!vm.exception_matches(vm.types.generator_exit)) break;
        vm.take_exception();
        replace_top(back, Value::none());
        return true;
      case FrameReturn::kSendNext:
        if (!vm.exception_matches(vm.types.stop_iteration)) break;
        replace_top(back, stop_iteration_value(vm.take_exception()));
        ++back->pc;  // it pointed at the SEND
        return true;
      case FrameReturn::kFinalize: {
        Value exception = vm.take_exception();
        bool closed = generator && is_subtype(exception.object()->type, vm.types.generator_exit);
        end_finalizer(vm, fiber, held, closed ? Value() : exception);
        return true;
      }
      case FrameReturn::kAttribute: {
        if (!vm.exception_matches(vm.types.attribute_error)) break;
        auto* state = held.as<Tuple>();
        if (state->size == 3) {  // a module's
          if ((*state)[2].is_true()) {
            vm.take_exception();
            cannot_import(vm, (*state)[0], (*state)[1]);
            break;
          }
          Dict* dict = instance_dict(vm, vm.exception_.object(), true);
          dict_set_string(vm, dict, vm.names.plain_name, (*state)[1]);
          dict_set_string(vm, dict, vm.names.plain_obj, (*state)[0]);
          break;
        }
        if (lookup(vm.type_of((*state)[0]), vm.names.dunder_getattr) == nullptr) break;
        vm.take_exception();
        Value value = call_getattr(vm, (*state)[0], (*state)[1]);
        if (value.is_suspended()) return true;
        if (value.is_empty()) break;
        push(back, std::move(value));
        return true;
      }
      case FrameReturn::kImport:
        dict_remove(vm, vm.modules_.get(), held.as<Module>()->name);
        break;
      default:
        break;
    }
    if (back == nullptr) return false;
  }
}

bool Vm::Internals::safe_point(Vm& vm) {
  Internals& in = *vm.internals_;
  std::uint64_t executed = static_cast<std::uint64_t>(vm.budget_slice - in.budget);
  in.budget = vm.budget_slice;
  std::uint64_t spent = std::exchange(in.spent, 0) + executed;
  in.pause = vm.environment.should_pause(spent);
  if (vm.heap.wants_collection() || (vm.heap.over_limit() && vm.heap.tracked() > 1000)) vm.heap.collect();
  if (vm.heap.over_limit()) {
    in.pause = false;
    vm.raise_memory_error();
    return false;
  }
  return true;
}

}  // namespace loopscope::python
