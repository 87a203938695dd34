// The instructions that the loop hands over: building, deleting, calls with stars, making functions,
// exceptions, with, imports, match. Not here: the hot ones (vm_loop.cpp).
#include "core/python/vm_rare.h"

#include "core/python/exception_groups.h"
#include "core/python/rare_steps.h"
#include "core/python/slice.h"

namespace loopscope::python {
namespace {

Rare raised_if(bool failed) { return failed ? Rare::kRaised : Rare::kNext; }

Rare name_error(Vm& vm, const Value& name) {
  Value error = vm.make_exception(vm.types.name_error,
                                  "name '" + std::string(name.as<String>()->view()) + "' is not defined");
  dict_set_string(vm, instance_dict(vm, error.object(), true), vm.names.plain_name, name);
  vm.raise_exception(std::move(error));
  return Rare::kRaised;
}

Rare load_name(Vm& vm, Frame* frame, const Value& name) {
  const Value* found = frame->names != nullptr ? dict_find_string(frame->names, name) : nullptr;
  if (found == nullptr) found = dict_find_string(frame->function->globals.get(), name);
  if (found == nullptr) found = dict_find_string(vm.builtins(), name);
  Value value = found != nullptr ? *found : Vm::Internals::rare_builtin(vm, name);
  if (value.is_empty()) return Rare::kRaised;
  push(frame, std::move(value));
  return Rare::kNext;
}

Dict* names_of(Frame* frame) {
  return frame->names != nullptr ? frame->names : frame->function->globals.get();
}

Value convert(Vm& vm, ConversionKind kind, const Value& value) {
  switch (kind) {
    case ConversionKind::kRepr:
      return vm.repr(value);
    case ConversionKind::kAscii:
      if (const Value* ascii = dict_find_string(vm.builtins(), vm.intern("ascii")))
        return vm.call(*ascii, value);
      return vm.repr(value);
    default:
      return vm.str(value);
  }
}

// The bound special method of a manager, as a (callable, self) pair. False: raised.
bool load_special(Vm& vm, const Value& manager, const Value& name, Value* callable, Value* self) {
  const Value* found = lookup(vm.type_of(manager), name);
  if (found == nullptr) return false;
  *callable = *found;
  Type* type = callable->is_object() ? callable->object()->type : nullptr;
  if (type == vm.types.function || type == vm.types.method_descriptor ||
      type == vm.types.wrapper_descriptor) {
    *self = manager;
    return true;
  }
  if (type != nullptr && type->slots.descriptor_get != nullptr) {
    Value bound = type->slots.descriptor_get(vm, *callable, manager, vm.type_of(manager));
    if (bound.is_special()) return false;
    *callable = std::move(bound);
  }
  return true;
}

Rare with_enter(Vm& vm, Frame* frame, bool is_async) {
  const WellKnownNames& names = vm.names;
  Value manager = frame->stack[-1];
  Value enter;
  Value enter_self;
  Value exit;
  Value exit_self;
  const Value& enter_name = is_async ? names.dunder_aenter : names.dunder_enter;
  const Value& exit_name = is_async ? names.dunder_aexit : names.dunder_exit;
  std::string_view kind = is_async ? "asynchronous context manager" : "context manager";
  bool has_enter = load_special(vm, manager, enter_name, &enter, &enter_self);
  bool has_exit = has_enter && load_special(vm, manager, exit_name, &exit, &exit_self);
  if (!has_enter || !has_exit) {
    if (vm.has_exception()) return Rare::kRaised;
    vm.raise(vm.types.type_error, "'", vm.type_name(manager), "' object does not support the ", kind,
             " protocol",
             has_enter ? is_async ? " (missed __aexit__ method)" : " (missed __exit__ method)" : "");
    manager = Value();
    drop(frame, 1);  // a coroutine warns while this line is still the current one
    return Rare::kRaised;
  }
  drop(frame, 1);
  push(frame, std::move(exit));
  push(frame, std::move(exit_self));
  Value result = vm.call(enter, std::span<const Value>(&enter_self, enter_self.is_empty() ? 0 : 1));
  return end_step(frame, 0, std::move(result));
}

Value call_exit(Vm& vm, const Value& callable, const Value& self, Value type, Value exception,
                Value traceback) {
  std::vector<Value> arguments;
  arguments.reserve(4);
  if (!self.is_empty()) arguments.push_back(self);
  arguments.push_back(std::move(type));
  arguments.push_back(std::move(exception));
  arguments.push_back(std::move(traceback));
  return vm.call(callable, std::span<const Value>(arguments));
}

Rare with_exit(Vm& vm, Frame* frame) {
  Value callable = frame->stack[-2];
  Value self = frame->stack[-1];
  return end_step(frame, 2, call_exit(vm, callable, self, Value::none(), Value::none(), Value::none()));
}

Rare with_except_start(Vm& vm, Frame* frame) {
  Value exception = frame->stack[-1];
  Value traceback = exception.as<ExceptionObject>()->traceback.value();
  Value callable = frame->stack[-4];
  Value self = frame->stack[-3];
  return end_step(frame, 0,
                  call_exit(vm, callable, self, Value::share(exception.object()->type), exception,
                            traceback.is_empty() ? Value::none() : traceback));
}

// GET_AWAITABLE and its kin push None above their result; a frame that makes the result does it by its
// action.
Rare finish_awaitable(Vm& vm, Frame* frame, std::uint32_t operands, Value result) {
  Rare outcome = end_step(frame, operands, std::move(result));
  if (outcome == Rare::kNext) push(frame, Value::none());
  (void)vm;
  return outcome;
}

Rare async_next_step(Vm& vm, Frame* frame) {
  Value iterator = frame->stack[-1];
  Value awaitable = Vm::Internals::get_async_next(vm, iterator);
  if (awaitable.is_suspended()) {
    return Vm::Internals::attach_action(vm, frame, FrameReturn::kAsyncNext, Value()) ? Rare::kFrame
                                                                                     : Rare::kRaised;
  }
  if (awaitable.is_special()) return Rare::kRaised;
  return finish_awaitable(vm, frame, 0, Vm::Internals::get_awaitable(vm, awaitable, 3));
}

Rare get_yield_from(Vm& vm, Frame* frame) {
  Value iterable = frame->stack[-1];
  Type* type = vm.type_of(iterable);
  if (type == vm.types.generator) {
    push(frame, Value::none());
    return Rare::kNext;
  }
  if (type == vm.types.coroutine) {
    if (!frame->code->is(kCodeCoroutine)) {
      vm.raise(vm.types.type_error, "cannot 'yield from' a coroutine object in a non-coroutine generator");
      return Rare::kRaised;
    }
    push(frame, Value::none());
    return Rare::kNext;
  }
  Value iterator = vm.iterate(iterable);
  if (iterator.is_suspended()) {
    drop(frame, 1);
    return Vm::Internals::attach_action(vm, frame, FrameReturn::kAwaitable, Value()) ? Rare::kFrame
                                                                                     : Rare::kRaised;
  }
  return finish_awaitable(vm, frame, 1, std::move(iterator));
}

Rare get_aiter(Vm& vm, Frame* frame) {
  Value iterable = frame->stack[-1];
  Type* type = vm.type_of(iterable);
  if (type->slots.async_iterate == nullptr) {
    vm.raise(vm.types.type_error, "'async for' requires an object with __aiter__ method, got ",
             vm.type_name(iterable));
    iterable = Value();
    drop(frame, 1);  // a coroutine warns while this line is still the current one
    return Rare::kRaised;
  }
  return end_step(frame, 1, type->slots.async_iterate(vm, iterable));
}

Rare end_async_for(Vm& vm, Frame* frame) {
  Value exception = pop(frame);
  if (is_subtype(exception.object()->type, vm.types.stop_async_iteration)) {
    drop(frame, 1);
    return Rare::kNext;
  }
  vm.internals().reraising = true;
  vm.raise_exception(std::move(exception));
  return Rare::kRaised;
}

Rare raise_step(Vm& vm, Fiber& fiber, Frame* frame, std::uint32_t count) {
  if (count == 0) {
    for (HandledException* each = fiber.handled; each != nullptr; each = each->outer) {
      if (each->exception.is_empty() || each->exception.is_none()) continue;
      vm.internals().reraising = true;
      vm.raise_exception(each->exception);
      return Rare::kRaised;
    }
    vm.raise(vm.types.runtime_error, "No active exception to reraise");
    return Rare::kRaised;
  }
  Value cause = count == 2 ? pop(frame) : Value();
  Value exception = pop(frame);
  return Vm::Internals::raise_statement(vm, std::move(exception), std::move(cause)) ? Rare::kFrame
                                                                                    : Rare::kRaised;
}

Rare class_dereference(Vm& vm, Frame* frame, std::uint32_t slot) {
  const Value& name = frame->code->slot_names[slot];
  if (frame->names != nullptr) {
    if (const Value* found = dict_find_string(frame->names, name)) {
      push(frame, *found);
      return Rare::kNext;
    }
  }
  const Value& content = frame->slots()[slot].as<Cell>()->content;
  if (content.is_empty()) {
    Vm::Internals::raise_unbound_cell(vm, frame->code, slot);
    return Rare::kRaised;
  }
  push(frame, content);
  return Rare::kNext;
}

Rare delete_from(Vm& vm, Dict* dict, const Value& name) {
  return dict_remove(vm, dict, name) == TableResult::kFound ? Rare::kNext : name_error(vm, name);
}

}  // namespace

Rare Vm::Internals::execute_rare(Vm& vm, Fiber& fiber, Word word) {
  Frame* frame = fiber.frame;
  Value* sp = frame->stack;
  std::uint32_t operand = operand_of(word);
  const Value* names = frame->code->names;
  switch (opcode_of(word)) {
    case Opcode::LOAD_ASSERTION_ERROR:
      return end_step(frame, 0, Value::share(vm.types.assertion_error));
    case Opcode::LOAD_BUILD_CLASS:
      return end_step(frame, 0, Value(vm.internals().build_class_function));
    case Opcode::MAKE_CELL: {
      Value& slot = frame->slots()[operand];
      slot = vm.make_cell(std::move(slot));
      return Rare::kNext;
    }
    case Opcode::LOAD_CLOSURE:
      return end_step(frame, 0, Value(frame->slots()[operand]));
    case Opcode::COPY_FREE_VARS: {
      Value* first = frame->slots() + frame->code->slot_count - operand;
      for (std::uint32_t i = 0; i < operand; ++i) first[i] = (*frame->function->closure)[i];
      return Rare::kNext;
    }
    case Opcode::DELETE_GLOBAL:
      return delete_from(vm, frame->function->globals.get(), names[operand]);
    case Opcode::LOAD_NAME:
      return load_name(vm, frame, names[operand]);
    case Opcode::STORE_NAME:
      if (frame->names != nullptr && frame->names->type != vm.types.dict) {
        Value value = pop(frame);
        return end_step_void(vm, frame, 0, vm.set_item(Value::share(frame->names), names[operand], value));
      }
      dict_set_string(vm, names_of(frame), names[operand], pop(frame));
      return Rare::kNext;
    case Opcode::DELETE_NAME:
      return delete_from(vm, names_of(frame), names[operand]);
    case Opcode::DELETE_DEREF: {
      Value& content = frame->slots()[operand].as<Cell>()->content;
      if (content.is_empty()) {
        raise_unbound_cell(vm, frame->code, operand);
        return Rare::kRaised;
      }
      content = Value();
      return Rare::kNext;
    }
    case Opcode::LOAD_CLASS_DEREF:
      return class_dereference(vm, frame, operand);
    case Opcode::DELETE_ATTR:
      return end_step_void(vm, frame, 1, vm.set_attribute(Value(sp[-1]), names[operand], Value()));
    case Opcode::DELETE_SUBSCR:
      return end_step_void(vm, frame, 2, vm.delete_item(Value(sp[-2]), Value(sp[-1])));
    case Opcode::BUILD_SLICE: {
      Value step = operand == 3 ? sp[-1] : Value::none();
      const Value* start = sp - operand;
      return end_step(frame, operand, make_slice(vm, start[0], start[1], std::move(step)));
    }
    case Opcode::BINARY_SLICE:
      return end_step(frame, 3, vm.get_item(Value(sp[-3]), make_slice(vm, sp[-2], sp[-1], Value::none())));
    case Opcode::STORE_SLICE:
      return end_step_void(
          vm, frame, 4,
          vm.set_item(Value(sp[-3]), make_slice(vm, sp[-2], sp[-1], Value::none()), Value(sp[-4])));
    case Opcode::UNARY_NEGATIVE:
      return end_step(frame, 1, vm.unary(UnaryOperator::kNegative, sp[-1]));
    case Opcode::UNARY_POSITIVE:
      return end_step(frame, 1, vm.unary(UnaryOperator::kPositive, sp[-1]));
    case Opcode::UNARY_INVERT:
      return end_step(frame, 1, vm.unary(UnaryOperator::kInvert, sp[-1]));
    case Opcode::BUILD_TUPLE:
      return end_step(frame, operand, make_tuple(vm, std::span<const Value>(sp - operand, operand)).value());
    case Opcode::BUILD_LIST:
      return end_step(frame, operand, make_list(vm, std::span<const Value>(sp - operand, operand)).value());
    case Opcode::BUILD_SET:
      return build_set(vm, frame, operand);
    case Opcode::BUILD_MAP:
      return build_map(vm, frame, operand);
    case Opcode::BUILD_STRING:
      return build_string(vm, frame, operand);
    case Opcode::SET_ADD: {
      Value item = pop(frame);
      return raised_if(!set_add(vm, frame->stack[-static_cast<std::ptrdiff_t>(operand)].as<Set>(), item));
    }
    case Opcode::MAP_ADD: {
      Value value = pop(frame);
      Value key = pop(frame);
      return raised_if(!dict_set(vm, frame->stack[-static_cast<std::ptrdiff_t>(operand)].as<Dict>(), key,
                                 std::move(value)));
    }
    case Opcode::LIST_EXTEND:
      return list_extend(vm, frame, operand);
    case Opcode::SET_UPDATE:
      return extend_with(vm, frame, "update_set", Value(sp[-1 - static_cast<std::ptrdiff_t>(operand)]));
    case Opcode::DICT_UPDATE:
      return dict_update(vm, frame, operand);
    case Opcode::DICT_MERGE:
      return dict_merge(vm, frame, operand);
    case Opcode::LIST_TO_TUPLE:
      return list_to_tuple(vm, frame);
    case Opcode::UNPACK_SEQUENCE:
      return unpack(vm, frame, operand, -1);
    case Opcode::UNPACK_EX:
      return unpack(vm, frame, operand & kMaxPairOperand, static_cast<std::int32_t>(operand >> 12));
    case Opcode::CONVERT_VALUE:
      return end_step(frame, 1, convert(vm, static_cast<ConversionKind>(operand), Value(sp[-1])));
    case Opcode::FORMAT_SIMPLE:
      return end_step(frame, 1, vm.format(Value(sp[-1]), vm.names.empty_string));
    case Opcode::FORMAT_WITH_SPEC:
      return end_step(frame, 2, vm.format(Value(sp[-2]), Value(sp[-1])));
    case Opcode::CALL_EX:
      return call_ex(vm, frame, (operand & 1) != 0);
    case Opcode::MAKE_FUNCTION:
      return make_function(vm, frame, operand);
    case Opcode::GET_AITER:
      return get_aiter(vm, frame);
    case Opcode::GET_ANEXT:
      return async_next_step(vm, frame);
    case Opcode::END_ASYNC_FOR:
      return end_async_for(vm, frame);
    case Opcode::GET_AWAITABLE:
      return finish_awaitable(vm, frame, 1, get_awaitable(vm, Value(sp[-1]), operand));
    case Opcode::GET_YIELD_FROM_ITER:
      return get_yield_from(vm, frame);
    case Opcode::ASYNC_YIELD_VALUE:
      async_yield(vm, fiber, pop(frame));
      return Rare::kFrame;
    case Opcode::PUSH_EXC_INFO: {
      Value exception = std::move(sp[-1]);
      sp[-1] = fiber.handled->exception.is_empty() ? Value::none() : fiber.handled->exception;
      fiber.handled->exception = exception;
      push(frame, std::move(exception));
      return Rare::kNext;
    }
    case Opcode::POP_EXCEPT: {
      Value previous = pop(frame);
      fiber.handled->exception = previous.is_none() ? Value() : std::move(previous);
      return Rare::kNext;
    }
    case Opcode::CHECK_EXC_MATCH:
      return end_step(frame, 1, match_exception(vm, Value(sp[-2]), Value(sp[-1])));
    case Opcode::CHECK_EG_MATCH:
      return end_step(frame, 2, match_exception_group(vm, Value(sp[-2]), Value(sp[-1])));
    case Opcode::PREP_RERAISE_STAR:
      return end_step(frame, 2, vm.call_library("groups", "raised_at_end", sp[-2], sp[-1]));
    case Opcode::RAISE:
      return raise_step(vm, fiber, frame, operand);
    case Opcode::RERAISE:
      vm.internals().reraising = true;
      vm.exception_ = pop(frame);
      return Rare::kRaised;
    case Opcode::WITH_ENTER:
      return with_enter(vm, frame, false);
    case Opcode::ASYNC_WITH_ENTER:
      return with_enter(vm, frame, true);
    case Opcode::WITH_EXIT:
      return with_exit(vm, frame);
    case Opcode::WITH_EXCEPT_START:
      return with_except_start(vm, frame);
    case Opcode::IMPORT_NAME: {
      Value level = sp[-2];
      return end_step(frame, 2, import_name(vm, names[operand], Value(sp[-1]), level.as_small_int()));
    }
    case Opcode::IMPORT_FROM:
      return end_step(frame, 0, import_from(vm, Value(sp[-1]), names[operand]));
    case Opcode::IMPORT_STAR: {
      Value module = pop(frame);
      return raised_if(!import_star(vm, module, names_of(frame)));
    }
    case Opcode::GET_LEN:
      return end_step(frame, 0, vm.length(Value(sp[-1])));
    case Opcode::MATCH_SEQUENCE:
      return end_step(frame, 0, Value::boolean(vm.type_of(sp[-1])->has_flag(kTypeSequencePattern)));
    case Opcode::MATCH_MAPPING:
      return end_step(frame, 0, Value::boolean(vm.type_of(sp[-1])->has_flag(kTypeMappingPattern)));
    case Opcode::MATCH_KEYS:
      return end_step(frame, 0, match_keys(vm, Value(sp[-2]), Value(sp[-1])));
    case Opcode::MATCH_CLASS:
      return end_step(frame, 3, match_class(vm, Value(sp[-3]), Value(sp[-2]), Value(sp[-1]), operand));
    default:
      vm.raise(vm.types.system_error, "unknown instruction");
      return Rare::kRaised;
  }
}

}  // namespace loopscope::python
