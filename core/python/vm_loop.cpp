// The loop: every instruction's fast way, inline; anything slower is a call (vm_rare.cpp and its neighbours).
// Not here: finishing and unwinding frames (vm_finish.cpp), what operations mean (vm_operations.cpp).
// Order: constants, variables, attributes and items, operators, jumps, calls, iteration, the ways out.
#include "core/python/vm_loop.h"

namespace loopscope::python {

RunResult Vm::Internals::execute(Vm& vm, Fiber& fiber) {
  Internals& in = *vm.internals_;
  Frame* frame;
  Word* pc;
  Value* sp;
  Value* slots;
  Word* words;
  const Value* constants;
  const Value* names;
  Word word;
  Value result;
  bool condition;
#if LOOPSCOPE_COMPUTED_GOTO
#define LOOPSCOPE_LABEL(name, ...) &&op_##name,
  static const void* const kLabels[256] = {LOOPSCOPE_OPCODES(LOOPSCOPE_LABEL)};
#undef LOOPSCOPE_LABEL
#endif
  GO_ON();

#if !LOOPSCOPE_COMPUTED_GOTO
next:
  word = *pc++;
  switch (opcode_of(word)) {
#endif

    OP(NOP) DISPATCH();
    OP(POP_TOP) {
    drop_top:
      DROP();
      CHECK_FINALIZERS();
      DISPATCH();
    }
    OP(COPY) {
      Value::retain_bits(raw(*sp) = raw(sp[-static_cast<std::ptrdiff_t>(OPERAND())]));
      ++sp;
      DISPATCH();
    }
    OP(SWAP) {
      std::swap(raw(sp[-1]), raw(sp[-static_cast<std::ptrdiff_t>(OPERAND())]));
      DISPATCH();
    }
    OP(PUSH_EMPTY) PUSH_BITS(0) OP(LOAD_CONST) {
      PUSH(constants[OPERAND()]);
      DISPATCH();
    }
    // clang-format off
    OP(LOAD_SMALL_INT) PUSH_BITS(int_bits(signed_operand_of(word)))
    OP(LOAD_NONE) PUSH_BITS(Value::kNoneBits)
    OP(LOAD_TRUE) PUSH_BITS(Value::kTrueBits)
    OP(LOAD_FALSE) PUSH_BITS(Value::kFalseBits)
        // clang-format on

        // ---- variables ----
        OP(LOAD_FAST) {
      const Value& value = slots[OPERAND()];
      if (value.is_empty()) [[unlikely]]
        goto unbound;
      PUSH(value);
      DISPATCH();
    }
    OP(LOAD_FAST_LOAD_FAST) {
      std::uint32_t first = OPERAND() & kMaxPairOperand;
      std::uint32_t second = OPERAND() >> 12;
      if (slots[first].is_empty() || slots[second].is_empty()) [[unlikely]] {
        word = make_word(Opcode::LOAD_FAST, slots[first].is_empty() ? first : second);
        goto unbound;
      }
      PUSH(slots[first]);
      PUSH(slots[second]);
      DISPATCH();
    }
    OP(LOAD_FAST_LOAD_CONST) {
      std::uint32_t first = OPERAND() & kMaxPairOperand;
      if (slots[first].is_empty()) [[unlikely]] {
        word = make_word(Opcode::LOAD_FAST, first);
        goto unbound;
      }
      PUSH(slots[first]);
      PUSH(constants[OPERAND() >> 12]);
      DISPATCH();
    }
    OP(STORE_FAST) {
      std::uint64_t old = raw(slots[OPERAND()]);
      raw(slots[OPERAND()]) = raw(*--sp);
      if (Value::is_object_bits(old)) {
        frame->pc = pc;  // a coroutine that was never awaited warns with this line
        Value::release_bits(old);
        CHECK_FINALIZERS();
      }
      DISPATCH();
    }
    OP(STORE_FAST_LOAD_FAST) {
      std::uint32_t first = OPERAND() & kMaxPairOperand;
      std::uint32_t second = OPERAND() >> 12;
      std::uint64_t old = raw(slots[first]);
      raw(slots[first]) = raw(*--sp);
      Value::release_bits(old);
      if (slots[second].is_empty()) [[unlikely]] {
        word = make_word(Opcode::LOAD_FAST, second);
        goto unbound;
      }
      PUSH(slots[second]);
      CHECK_FINALIZERS();
      DISPATCH();
    }
    OP(STORE_FAST_STORE_FAST) {
      std::uint64_t first = std::exchange(raw(slots[OPERAND() & kMaxPairOperand]), raw(sp[-1]));
      std::uint64_t second = std::exchange(raw(slots[OPERAND() >> 12]), raw(sp[-2]));
      sp -= 2;
      Value::release_bits(first);
      Value::release_bits(second);
      CHECK_FINALIZERS();
      DISPATCH();
    }
    OP(LOAD_FAST_AND_CLEAR) {
      raw(*sp++) = std::exchange(raw(slots[OPERAND()]), 0);
      DISPATCH();
    }
    OP(DELETE_FAST) {
      if (slots[OPERAND()].is_empty()) goto unbound;
      slots[OPERAND()] = Value();
      CHECK_FINALIZERS();
      DISPATCH();
    }
    OP(LOAD_GLOBAL) {
      const Dict* globals = frame->function->globals.get();
      std::uint64_t name = names[OPERAND() >> 1].bits();
      std::uint32_t hint = pc[0];
      const HashTable* table = &globals->table;
      if ((hint & kBuiltinHint) != 0) {
        table = pc[1] == globals->keys_version ? &vm.builtins_->table : nullptr;
        hint &= ~kBuiltinHint;
      }
      if (table != nullptr && hint < table->filled && table->entries[hint].key.bits() == name) [[likely]] {
        PUSH(table->entries[hint].value);
      } else {
        SAVE_STATE();
        result = load_global(vm, frame->function, names[OPERAND() >> 1], pc);
        if (result.is_empty()) goto raised;
        PUSH(std::move(result));
      }
      pc += 2;
      if ((OPERAND() & 1) != 0) raw(*sp++) = 0;
      DISPATCH();
    }
    OP(STORE_GLOBAL) {
      Dict* globals = frame->function->globals.get();
      const Value& name = names[OPERAND()];
      std::uint32_t hint = *pc;
      if (hint < globals->table.filled && globals->table.entries[hint].key.is(name)) [[likely]] {
        std::swap(raw(globals->table.entries[hint].value), raw(sp[-1]));
      } else {
        dict_set_string(vm, globals, name, sp[-1]);
        *pc = static_cast<Word>(globals->table.find_string(name.as<String>()) - globals->table.entries);
      }
      ++pc;
      goto drop_top;
    }
    OP(LOAD_DEREF) {
      const Value& value = slots[OPERAND()].as<Cell>()->content;
      if (value.is_empty()) [[unlikely]]
        goto unbound_cell;
      PUSH(value);
      DISPATCH();
    }
    OP(STORE_DEREF) {
      std::swap(raw(slots[OPERAND()].as<Cell>()->content), raw(sp[-1]));
      goto drop_top;
    }

    // ---- attributes and items ----
    OP(LOAD_ATTR) {
      std::uint64_t found = cached_attribute(sp[-1], names[OPERAND() >> 1], pc);
      pc += 4;
      if (found != 0) [[likely]] {
        Value::retain_bits(found);
        if ((OPERAND() & 1) != 0 && pc[-3] >> 24 == kCachedMethod) {
          raw(*sp) = raw(sp[-1]);
          raw(sp[-1]) = found;
          ++sp;
        } else {
          Value::release_bits(std::exchange(raw(sp[-1]), found));
          if ((OPERAND() & 1) != 0) raw(*sp++) = 0;
        }
        DISPATCH();
      }
      SAVE_STATE();
      if ((OPERAND() & 1) == 0) {
        result = load_attribute(vm, sp[-1], names[OPERAND() >> 1], pc - 4);
        DROP();
        if (result.is_special()) [[unlikely]]
          goto special;
        PUSH(std::move(result));
      } else {
        Value self;
        result = load_method(vm, sp[-1], names[OPERAND() >> 1], &self, pc - 4);
        DROP();
        if (result.is_special()) [[unlikely]] {
          if (result.is_suspended()) {
            // The value comes when the frame ends; the word behind tells the loop to push empty after it.
            if (!attach_action(vm, frame, FrameReturn::kMethodValue, Value())) goto raised;
          }
          goto special;
        }
        PUSH(std::move(result));
        raw(*sp++) = self.release_to_bits();
      }
      CHECK_FINALIZERS();
      DISPATCH();
    }
    OP(STORE_ATTR) {
      Value* place = cached_attribute_place(sp[-1], names[OPERAND()], pc);
      pc += 2;
      if (place != nullptr) [[likely]] {
        std::swap(raw(*place), raw(sp[-2]));
        DROP();
        DROP();
        CHECK_FINALIZERS();
        DISPATCH();
      }
      STEP_VOID(2, store_attribute(vm, sp[-1], names[OPERAND()], sp[-2], pc - 2));
      CHECK_FINALIZERS();
      DISPATCH();
    }
    OP(BINARY_SUBSCR) {
      if (sp[-2].is_object() && sp[-1].is_small_int()) {
        std::int64_t index = sp[-1].as_small_int();
        Object* container = sp[-2].object();
        if (container->type == vm.types.list) {
          auto* list = static_cast<List*>(container);
          if (index < 0) index += list->size;
          if (static_cast<std::uint64_t>(index) < list->size) {
            std::uint64_t item = raw(list->items[index]);
            Value::retain_bits(item);
            --sp;
            Value::release_bits(std::exchange(raw(sp[-1]), item));
            DISPATCH();
          }
        } else if (container->type == vm.types.tuple) {
          auto* tuple = static_cast<Tuple*>(container);
          if (index < 0) index += tuple->size;
          if (static_cast<std::uint64_t>(index) < tuple->size) {
            std::uint64_t item = raw((*tuple)[static_cast<std::size_t>(index)]);
            Value::retain_bits(item);
            --sp;
            Value::release_bits(std::exchange(raw(sp[-1]), item));
            DISPATCH();
          }
        }
      }
      STEP(2, vm.get_item(sp[-2], sp[-1]));
      DISPATCH();
    }
    OP(STORE_SUBSCR) {
      if (sp[-2].is_object() && sp[-1].is_small_int() && sp[-2].object()->type == vm.types.list) {
        auto* list = sp[-2].as<List>();
        std::int64_t index = sp[-1].as_small_int();
        if (index < 0) index += list->size;
        if (static_cast<std::uint64_t>(index) < list->size) {
          std::swap(raw(list->items[index]), raw(sp[-3]));
          --sp;
          DROP();
          DROP();
          CHECK_FINALIZERS();
          DISPATCH();
        }
      }
      if (sp[-2].is_object() && sp[-2].object()->type == vm.types.dict) {
        STEP_VOID(3, dict_set(vm, sp[-2].as<Dict>(), sp[-1], sp[-3]) ? Value::none() : Value());
      } else {
        STEP_VOID(3, vm.set_item(sp[-2], sp[-1], sp[-3]));
      }
      CHECK_FINALIZERS();
      DISPATCH();
    }

    // ---- operators ----
    // clang-format off
    OP(BINARY_ADD)
      ARITHMETIC(__builtin_add_overflow, +, vm.binary(BinaryOperator::kAdd, sp[-2], sp[-1]))
    OP(INPLACE_ADD)
      ARITHMETIC(__builtin_add_overflow, +, inplace_add(vm, frame, pc, sp))
    OP(BINARY_SUBTRACT)
      ARITHMETIC(__builtin_sub_overflow, -, vm.binary(BinaryOperator::kSubtract, sp[-2], sp[-1]))
    OP(BINARY_MULTIPLY)
      ARITHMETIC(__builtin_mul_overflow, *, vm.binary(BinaryOperator::kMultiply, sp[-2], sp[-1]))
    OP(BINARY_OP) ANY_OPERATOR(vm.binary(op, sp[-2], sp[-1]))
    OP(INPLACE_OP) ANY_OPERATOR(vm.inplace(op, sp[-2], sp[-1]))
    OP(ADD_INT)
      ARITHMETIC_WITH_OPERAND(+, vm.binary(BinaryOperator::kAdd, sp[-1], Value::small_int(signed_operand_of(word))))
    OP(SUBTRACT_INT)
      ARITHMETIC_WITH_OPERAND(-, vm.binary(BinaryOperator::kSubtract, sp[-1], Value::small_int(signed_operand_of(word))))
    OP(INPLACE_ADD_INT)
      ARITHMETIC_WITH_OPERAND(+, vm.inplace(BinaryOperator::kAdd, sp[-1], Value::small_int(signed_operand_of(word))))
    OP(INPLACE_SUBTRACT_INT)
      ARITHMETIC_WITH_OPERAND(-, vm.inplace(BinaryOperator::kSubtract, sp[-1], Value::small_int(signed_operand_of(word))))
        // clang-format on
        OP(COMPARE_OP) {
      auto op = static_cast<CompareOperator>(OPERAND());
      std::uint64_t a = raw(sp[-2]);
      std::uint64_t b = raw(sp[-1]);
      if (both_ints(a, b)) [[likely]] {
        condition = compare_numbers(op, int_of(a), int_of(b));
      } else if (both_doubles(a, b)) {
        condition = compare_numbers(op, double_of(a), double_of(b));
      } else {
        STEP(2, vm.compare(op, sp[-2], sp[-1]));
        DISPATCH();
      }
      sp -= 2;
      goto push_condition;
    }
    OP(IS_OP) {
      condition = sp[-2].is(sp[-1]) != (OPERAND() != 0);
      DROP();
      DROP();
      goto push_condition;
    }
    OP(CONTAINS_OP) {
      SAVE_STATE();
      result = contains_step(vm, sp[-1], sp[-2], OPERAND() != 0);
      DROP();
      DROP();
      if (result.is_special()) [[unlikely]]
        goto special;
      condition = result.is_true();
      goto push_condition;
    }
  push_condition: {
    // The branch that usually follows is taken here, without a bool on the stack.
    Word following = *pc;
    if (opcode_of(following) == Opcode::POP_JUMP_IF_FALSE) {
      pc = condition ? pc + 1 : words + operand_of(following);
    } else if (opcode_of(following) == Opcode::POP_JUMP_IF_TRUE) {
      pc = condition ? words + operand_of(following) : pc + 1;
    } else {
      raw(*sp++) = Value::boolean(condition).bits();
    }
    DISPATCH();
  }

    // ---- jumps ----
    OP(JUMP) {
      pc = words + OPERAND();
      DISPATCH();
    }
    OP(JUMP_BACKWARD) {
      Word* target = words + OPERAND();
      in.budget -= static_cast<std::int32_t>(pc - target);
      pc = target;
      if (in.budget < 0) [[unlikely]]
        goto safe_point;
      DISPATCH();
    }
    // clang-format off
    OP(POP_JUMP_IF_FALSE) BRANCH(DROP(), { DROP(); pc = words + OPERAND(); })
    OP(POP_JUMP_IF_TRUE) BRANCH({ DROP(); pc = words + OPERAND(); }, DROP())
    OP(JUMP_IF_FALSE_OR_POP) BRANCH(DROP(), pc = words + OPERAND())
    OP(JUMP_IF_TRUE_OR_POP) BRANCH(pc = words + OPERAND(), DROP())
    OP(UNARY_NOT) BRANCH({ DROP(); PUSH(Value::false_value()); }, { DROP(); PUSH(Value::true_value()); })
        // clang-format on
        OP(POP_JUMP_IF_NONE) {
      if (sp[-1].is_none()) pc = words + OPERAND();
      DROP();
      DISPATCH();
    }
    OP(POP_JUMP_IF_NOT_NONE) {
      if (!sp[-1].is_none()) pc = words + OPERAND();
      DROP();
      DISPATCH();
    }

    // ---- calls ----
    OP(CALL) {
      Value* base = sp - OPERAND() - 2;
      Frame* callee = enter_simple(vm, frame, base, OPERAND());
      if (callee != nullptr) [[likely]] {
        frame->pc = pc;
        frame->stack = base;
        if ((callee->code->flags & kGeneratorKinds) != 0) {
          sp = base;
          PUSH(make_generator(vm, callee));
          DISPATCH();
        }
        fiber.frame = callee;
        in.budget -= kCallCost;
        LOAD_STATE();
        if (in.budget < 0) [[unlikely]]
          goto safe_point;
        DISPATCH();
      }
      SAVE_STATE();
      result = call_stack(vm, base, OPERAND(), nullptr);
      DROP_MANY(OPERAND() + 2);
      goto call_done;
    }
    OP(CALL_KW) {
      Value* base = sp - OPERAND() - 3;
      SAVE_STATE();
      result = call_stack(vm, base, OPERAND(), sp[-1].as<Tuple>());
      DROP_MANY(OPERAND() + 3);
      goto call_done;
    }
    OP(RETURN_NONE) {
      raw(*sp++) = Value::kNoneBits;
      goto return_value;
    }
    OP(RETURN_VALUE) {
    return_value:
      std::uint64_t bits = raw(*--sp);
      frame->stack = sp;
      if (frame->on_return == FrameReturn::kPush) [[likely]] {
        Frame* finished = frame;
        fiber.frame = frame->back;
        free_frame(vm.heap, finished);
        LOAD_STATE();
        raw(*sp++) = bits;
        CHECK_FINALIZERS();
        DISPATCH();
      }
      frame->pc = pc;
      result = Value::from_owned_bits(bits);
      if (!finish_frame(vm, fiber, &result)) goto raised_elsewhere;
      if (fiber.frame == nullptr) return {RunResult::Kind::kReturned, std::move(result), {}};
      LOAD_STATE();
      if (in.leave != Leave::kNo) goto attention;
      CHECK_FINALIZERS();
      DISPATCH();
    }

    // ---- iteration ----
    OP(FOR_ITER) {
      if (next_at_once(sp[-1], &result)) [[likely]] {
        PUSH(std::move(result));
        DISPATCH();
      }
      SAVE_STATE();
      result = sp[-1].object()->type->slots.next(vm, sp[-1]);
      if (!result.is_special()) [[likely]] {
        PUSH(std::move(result));
        DISPATCH();
      }
      if (result.is_exhausted()) {
        raw(result) = 0;
        DROP();
        pc = words + OPERAND();
        CHECK_FINALIZERS();
        DISPATCH();
      }
      if (result.is_suspended()) attach_for(vm, frame);
      goto special;
    }
    OP(GET_ITER) {
      STEP(1, vm.iterate(sp[-1]));
      DISPATCH();
    }
    OP(LIST_APPEND) {
      auto* list = sp[-1 - static_cast<std::ptrdiff_t>(OPERAND())].as<List>();
      if (!list_append(vm, list, Value::from_owned_bits(raw(*--sp)))) goto raised;
      DISPATCH();
    }
    OP(UNPACK_SEQUENCE) {
      std::uint32_t count = OPERAND();
      if (sp[-1].is_object()) {
        const Value* items = nullptr;
        Object* sequence = sp[-1].object();
        if (sequence->type == vm.types.tuple && static_cast<Tuple*>(sequence)->size == count) {
          items = static_cast<Tuple*>(sequence)->begin();
        } else if (sequence->type == vm.types.list && static_cast<List*>(sequence)->size == count) {
          items = static_cast<List*>(sequence)->items;
        }
        if (items != nullptr) [[likely]] {
          --sp;
          for (std::uint32_t i = count; i != 0; --i) PUSH(items[i - 1]);
          drop_reference(sequence);
          DISPATCH();
        }
      }
      goto rare;
    }
    OP(GET_AWAITABLE) {
      if (!sp[-1].is_object() || sp[-1].object()->type != vm.types.coroutine) goto rare;
      PUSH_BITS(Value::kNoneBits);
    }
    OP(SEND) {
      SAVE_STATE();
      if (!send(vm, fiber, frame)) goto raised_elsewhere;  // its operand is gone, sp knows nothing of it
      GO_ON();
    }
    OP(YIELD_VALUE) {
      SAVE_STATE();
      result = std::move(*--frame->stack);
      yield_value(vm, fiber, std::move(result));
      GO_ON();
    }

    // ---- everything else: one call for each (vm_rare.cpp) ----
#define LOOPSCOPE_RARE(name) OP(name)
    LOOPSCOPE_RARE_OPCODES(LOOPSCOPE_RARE)
#undef LOOPSCOPE_RARE
  rare:
    SAVE_STATE();
    switch (execute_rare(vm, fiber, word)) {
      case Rare::kNext:
        sp = frame->stack;
        pc = frame->pc;
        CHECK_FINALIZERS();
        DISPATCH();
      case Rare::kRaised:
        sp = frame->stack;
        goto raised;
      case Rare::kFrame:
        GO_ON();
    }
    DISPATCH();
#if !LOOPSCOPE_COMPUTED_GOTO
  }
  return {};
#endif

unbound:
  SAVE_STATE();
  raise_unbound(vm, frame->code, OPERAND());
  goto raised;
unbound_cell:
  SAVE_STATE();
  raise_unbound_cell(vm, frame->code, OPERAND());
  goto raised;
special_again:
  // The operand has to be asked by the script: the instruction runs again with the answer in its place. `and`
  // and `or` keep their operand below.
  if (result.is_suspended()) {
    Opcode opcode = opcode_of(word);
    if (opcode == Opcode::JUMP_IF_FALSE_OR_POP || opcode == Opcode::JUMP_IF_TRUE_OR_POP) {
      if (!attach_action(vm, frame, FrameReturn::kOrPop, Value())) goto raised;
    } else {
      DROP();
    }
    --pc;
  }
  goto special;
call_done:
  in.budget -= kCallCost;
  if (result.is_special()) [[unlikely]]
    goto special;
  PUSH(std::move(result));
  CHECK_FINALIZERS();
  DISPATCH();
special_void:
  if (result.is_suspended() && !attach_action(vm, frame, FrameReturn::kDiscard, Value())) result = Value();
special:
  if (!result.is_suspended()) goto raised;
  raw(result) = 0;
  SAVE_STATE();
  GO_ON();
raised:
  SAVE_STATE();
raised_elsewhere:
  if (!unwind(vm, fiber)) return {RunResult::Kind::kRaised, vm.take_exception(), {}};
  GO_ON();
finalizers:
  SAVE_STATE();
  start_finalizer(vm, fiber);
  GO_ON();
safe_point:
  SAVE_STATE();
  if (!safe_point(vm)) goto raised;
  if (in.pause) {
    in.pause = false;
    return {RunResult::Kind::kOutOfBudget, {}, {}};
  }
  CHECK_FINALIZERS();
  DISPATCH();
attention:
  switch (std::exchange(in.leave, Leave::kNo)) {
    case Leave::kThrow:
      goto raised;
    case Leave::kBlocking:
      return {RunResult::Kind::kBlocking, {}, std::move(in.block)};
    case Leave::kAwaiting:
      return {RunResult::Kind::kAwaiting, std::move(in.awaited), {}};
    case Leave::kNo:
      break;
  }
  DISPATCH();
}

}  // namespace loopscope::python
