// Steps of the loop that are calls, but hot: plain calls, membership, int operators, augmented assignment.
// Not here: the loop (vm_loop.cpp).
#include <cmath>

#include "core/python/internals.h"

namespace loopscope::python {

Frame* Vm::Internals::enter_simple(Vm& vm, Frame* caller, Value* base, std::uint32_t count) {
  const Value& callable = base[0];
  if (!callable.is_object() || callable.object()->type != vm.types.function) return nullptr;
  auto* function = callable.as<Function>();
  CodeObject* code = function->code.get();
  Value* arguments = base + 2;
  std::uint32_t given = count;
  if (!base[1].is_empty()) {
    --arguments;
    ++given;
  }
  if (given != code->positional_count || !code->simple || caller->depth + code->depth > vm.deepest) {
    return nullptr;
  }
  auto* frame = static_cast<Frame*>(vm.heap.allocate(code->frame_bytes));
  frame->function = function;  // the stack's reference passes to the frame
  frame->code = code;
  frame->pc = code->words;
  frame->back = caller;
  frame->generator = nullptr;
  frame->names = nullptr;
  new (&frame->held) Value();
  frame->on_return = FrameReturn::kPush;
  frame->started = true;
  frame->gives_generator_exit = false;
  frame->depth = caller->depth + code->depth;
  frame->bytes = code->frame_bytes;
  auto* slots = reinterpret_cast<std::uint64_t*>(frame->slots());
  const auto* source = reinterpret_cast<const std::uint64_t*>(arguments);
  std::uint32_t slot = 0;
  for (; slot < given; ++slot) slots[slot] = source[slot];
  for (; slot < code->slot_count; ++slot) slots[slot] = 0;
  frame->stack = frame->slots() + code->slot_count;
  return frame;
}

bool Vm::Internals::fast_int_operator(BinaryOperator op, const Value& left, const Value& right,
                                      Value* result) {
  std::int64_t a = left.as_small_int();
  std::int64_t b = right.as_small_int();
  switch (op) {
    case BinaryOperator::kModulo: {
      if (b == 0) return false;
      std::int64_t rest = a % b;
      if (rest != 0 && (rest < 0) != (b < 0)) rest += b;
      *result = Value::small_int(rest);
      return true;
    }
    case BinaryOperator::kFloorDivide: {
      if (b == 0) return false;
      std::int64_t quotient = a / b;
      if (a % b != 0 && (a < 0) != (b < 0)) --quotient;
      if (!Value::fits_small_int(quotient)) return false;
      *result = Value::small_int(quotient);
      return true;
    }
    case BinaryOperator::kTrueDivide: {
      constexpr std::int64_t kExact = std::int64_t{1} << 53;
      if (b == 0 || a > kExact || a < -kExact || b > kExact || b < -kExact) return false;
      *result = Value::real(static_cast<double>(a) / static_cast<double>(b));
      return true;
    }
    case BinaryOperator::kSubtract:
      if (!Value::fits_small_int(a - b)) return false;
      *result = Value::small_int(a - b);
      return true;
    case BinaryOperator::kAnd:
      *result = Value::small_int(a & b);
      return true;
    case BinaryOperator::kOr:
      *result = Value::small_int(a | b);
      return true;
    case BinaryOperator::kXor:
      *result = Value::small_int(a ^ b);
      return true;
    case BinaryOperator::kRightShift:
      if (b < 0) return false;
      *result = Value::small_int(a >> (b > 62 ? 62 : b));
      return true;
    case BinaryOperator::kLeftShift: {
      if (b < 0 || b > 47) return false;
      std::int64_t shifted = static_cast<std::int64_t>(static_cast<std::uint64_t>(a) << b);
      if (shifted >> b != a || !Value::fits_small_int(shifted)) return false;
      *result = Value::small_int(shifted);
      return true;
    }
    default:
      return false;
  }
}

Value Vm::Internals::contains_step(Vm& vm, const Value& container, const Value& item, bool negated) {
  Frame* before = vm.fiber_->frame;
  Value found = vm.contains(container, item);
  if (!negated) return found;
  if (found.is_suspended()) return attach_action(vm, before, FrameReturn::kNegate, Value()) ? found : Value();
  return found.is_bool() ? Value::boolean(found.is_false()) : found;
}

namespace {

bool is_plain_str(const Vm& vm, const Value& value) {
  return value.is_object() && value.object()->type == vm.types.str;
}

}  // namespace

// `s += t` on a str that only the stack and the variable hold: the variable lets go, so that it grows in
// place.
Value Vm::Internals::inplace_add(Vm& vm, Frame* frame, const Word* pc, Value* sp) {
  if (is_plain_str(vm, sp[-2]) && is_plain_str(vm, sp[-1]) && opcode_of(*pc) == Opcode::STORE_FAST) {
    Value& variable = frame->slots()[operand_of(*pc)];
    auto* text = sp[-2].as<String>();
    if (variable.is_object() && variable.object() == text && text->references == 2) {
      variable = Value();
      if (vm.append(sp[-2], *sp[-1].as<String>())) return std::move(sp[-2]);
      variable = sp[-2];
    }
  }
  return vm.inplace(BinaryOperator::kAdd, sp[-2], sp[-1]);
}

// The `next` slot started a frame, or a chain of them, before `frame`.
void Vm::Internals::attach_for(Vm& vm, Frame* frame) {
  Fiber& fiber = *vm.fiber_;
  if (fiber.boundary != nullptr && fiber.boundary->frame != nullptr && fiber.boundary->frame->back == frame) {
    fiber.boundary->frame->on_return = FrameReturn::kForNext;
  } else if (fiber.frame != frame && fiber.frame->back == frame &&
             fiber.frame->on_return == FrameReturn::kPush) {
    fiber.frame->on_return = FrameReturn::kForNext;
  }
}

}  // namespace loopscope::python
