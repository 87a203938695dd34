// Operators where a script class is involved: which dunder methods are tried, in which order, and what is
// raised at the end. Not here: operators of natives alone (vm_operations.cpp).
#include "core/python/internals.h"
#include "core/python/sequence_layout.h"

namespace loopscope::python {
namespace {

constexpr std::string_view kSigns[] = {"+", "-",  "*",  "/", "//", "%", "** or pow()",
                                       "@", "<<", ">>", "&", "|",  "^"};
constexpr std::string_view kInplaceSigns[] = {
    "+=", "-=", "*=", "/=", "//=", "%=", "**=", "@=", "<<=", ">>=", "&=", "|=", "^="};
constexpr std::string_view kCompareSigns[] = {"<", "<=", "==", "!=", ">", ">="};

enum class Side : std::uint8_t { kPlain, kReflected, kInplace };

const Value& operator_name(const WellKnownNames& names, BinaryOperator op, Side side) {
#define LOOPSCOPE_ROW(name) &names.dunder_##name, &names.dunder_r##name, &names.dunder_i##name
  const Value* const rows[] = {
      LOOPSCOPE_ROW(add),      LOOPSCOPE_ROW(sub),    LOOPSCOPE_ROW(mul), LOOPSCOPE_ROW(truediv),
      LOOPSCOPE_ROW(floordiv), LOOPSCOPE_ROW(mod),    LOOPSCOPE_ROW(pow), LOOPSCOPE_ROW(matmul),
      LOOPSCOPE_ROW(lshift),   LOOPSCOPE_ROW(rshift), LOOPSCOPE_ROW(and), LOOPSCOPE_ROW(or),
      LOOPSCOPE_ROW(xor),
  };
#undef LOOPSCOPE_ROW
  return *rows[static_cast<int>(op) * 3 + static_cast<int>(side)];
}

const Value& compare_name(const WellKnownNames& names, CompareOperator op) {
  const Value* const rows[] = {&names.dunder_lt, &names.dunder_le, &names.dunder_eq,
                               &names.dunder_ne, &names.dunder_gt, &names.dunder_ge};
  return *rows[static_cast<int>(op)];
}

CompareOperator swapped(CompareOperator op) {
  constexpr CompareOperator kSwapped[] = {CompareOperator::kGreater, CompareOperator::kGreaterEqual,
                                          CompareOperator::kEqual,   CompareOperator::kNotEqual,
                                          CompareOperator::kLess,    CompareOperator::kLessEqual};
  return kSwapped[static_cast<int>(op)];
}

// A method of the script class; natives' wrappers are reached through their slots instead.
const Value* script_method(const Vm& vm, Type* type, const Value& name) {
  if (!type->is_script()) return nullptr;
  const Value* found = lookup(type, name);
  if (found == nullptr || vm.is_exact(*found, vm.types.wrapper_descriptor)) return nullptr;
  return found;
}

// The nearest native type that it derives from, itself if it is native.
Type* native_base(Type* type) {
  while (type->is_script()) type = type->base.get();
  return type;
}

Value held_state(Vm& vm, std::uint32_t op, bool inplace, std::uint32_t stage, const Value& left,
                 const Value& right) {
  Ref<Tuple> state = make_tuple(vm, 3);
  (*state)[0] = Value::small_int(op | (inplace ? 1u << 8 : 0u) | stage << 16);
  (*state)[1] = left;
  (*state)[2] = right;
  return std::move(state).value();
}

// method(self, other), to be followed by the next stage where it gives NotImplemented.
Value try_method(Vm& vm, FrameReturn action, Value state, const Value& method, const Value& self,
                 const Value& other) {
  Value callable = method;
  if (vm.has_layout(callable, Layout::kFunction)) {
    return Vm::Internals::call_for(vm, action, std::move(state), callable, std::array<Value, 2>{self, other});
  }
  if (auto* get = callable.is_object() ? callable.object()->type->slots.descriptor_get : nullptr) {
    callable = get(vm, callable, self, vm.type_of(self));
    if (callable.is_special()) return callable;
  }
  return Vm::Internals::call_for(vm, action, std::move(state), callable, std::array<Value, 1>{other});
}

// Only object's != asks __eq__; int, list ... have one of their own.
bool compares_as_object(const Vm& vm, Type* type) {
  return native_base(type)->slots.compare == vm.types.object->slots.compare;
}

// Does a class that derives from a sequence have a + or * of its own, in place of the sequence's?
bool joins_by_script(const Vm& vm, Type* type, BinaryOperator op) {
  if (!is_sequence(type->layout)) return false;
  if (op == BinaryOperator::kAdd) return script_method(vm, type, vm.names.dunder_add) != nullptr;
  return op == BinaryOperator::kMultiply && (script_method(vm, type, vm.names.dunder_mul) != nullptr ||
                                             script_method(vm, type, vm.names.dunder_rmul) != nullptr);
}

}  // namespace

// Stages: 0 in-place method, 1 reflected method of a right operand that derives from the left one's class, 2
// the left operand's, 3 the right operand's reflected. Each may end in a frame whose NotImplemented leads to
// the next one.
Value Vm::Internals::script_binary(Vm& vm, BinaryOperator op, bool inplace, std::uint32_t stage,
                                   const Value& left, const Value& right) {
  Type* left_type = vm.type_of(left);
  Type* right_type = vm.type_of(right);
  // Only a right operand whose class has another reflected method comes first.
  const Value& reflected_name = operator_name(vm.names, op, Side::kReflected);
  const Value* of_right = lookup(right_type, reflected_name);
  const Value* of_left = lookup(left_type, reflected_name);
  bool derived = left_type != right_type && is_subtype(right_type, left_type) && of_right != nullptr &&
                 (of_left == nullptr || !of_left->is(*of_right));
  // What a sequence joins or repeats by itself comes last, after the methods of both. (A class with one of
  // the two methods has CPython ask its __add__ first, be that list's: typeobject.c, SLOT1BINFULL.)
  const bool joins =
      is_sequence(left_type->layout) && (op == BinaryOperator::kAdd || op == BinaryOperator::kMultiply);
  const bool joins_last = joins && script_method(vm, left_type, reflected_name) == nullptr &&
                          script_method(vm, left_type, operator_name(vm.names, op, Side::kPlain)) == nullptr;
  const bool in_place_last = inplace && joins && native_base(left_type)->slots.inplace != nullptr &&
                             (op == BinaryOperator::kMultiply || !left_type->is_script());
  auto number = static_cast<std::uint32_t>(op);
  for (; stage < 4; ++stage) {
    if ((stage == 0 && !inplace) || (stage == 1 && !derived) || (stage == 3 && derived)) continue;
    bool reflected = stage == 1 || stage == 3;
    if (reflected && left_type == right_type) continue;
    Side side = stage == 0 ? Side::kInplace : reflected ? Side::kReflected : Side::kPlain;
    Type* type = reflected ? right_type : left_type;
    Value result = Value::not_implemented();
    const Value& name = operator_name(vm.names, op, side);
    const bool asks_any = stage == 2 && joins && !joins_last;
    if (const Value* method = asks_any ? lookup(type, name) : script_method(vm, type, name)) {
      Value state = held_state(vm, number, inplace, stage + 1, left, right);
      result = try_method(vm, FrameReturn::kBinary, std::move(state), *method, reflected ? right : left,
                          reflected ? left : right);
    } else {
      const TypeSlots& slots = native_base(type)->slots;
      auto* slot = stage == 0 ? slots.inplace : slots.binary;
      if ((stage == 0 && in_place_last) || (stage == 2 && joins_last)) slot = nullptr;
      // A sequence's own + and * are those of its methods, which were asked.
      if (stage == 3 && joins_by_script(vm, left_type, op)) slot = nullptr;
      if (slot != nullptr) result = slot(vm, op, left, right);
    }
    if (!result.is_not_implemented()) return result;
  }
  if (in_place_last) {
    Value result = native_base(left_type)->slots.inplace(vm, op, left, right);
    if (!result.is_not_implemented()) return result;
  }
  if (joins_last) {
    Value result = native_base(left_type)->slots.binary(vm, op, left, right);
    if (!result.is_not_implemented()) return result;
  }
  return unsupported_operands(vm, op, inplace, left, right);
}

// Stages: 1 the right operand's method first where its class derives from the left one's; 2 the left one's; 3
// the right one's, swapped. `!=` without a method of its own is the opposite of `==`.
Value Vm::Internals::script_compare(Vm& vm, CompareOperator op, std::uint32_t stage, const Value& left,
                                    const Value& right) {
  Type* left_type = vm.type_of(left);
  Type* right_type = vm.type_of(right);
  bool derived = left_type != right_type && is_subtype(right_type, left_type);
  auto number = static_cast<std::uint32_t>(op);
  for (stage = stage == 0 ? 1 : stage; stage < 4; ++stage) {
    if ((stage == 1 && !derived) || (stage == 3 && derived)) continue;
    bool reflected = stage == 1 || stage == 3;
    Type* type = reflected ? right_type : left_type;
    CompareOperator as = reflected ? swapped(op) : op;
    const Value& self = reflected ? right : left;
    const Value& other = reflected ? left : right;
    Value result = Value::not_implemented();
    if (const Value* method = script_method(vm, type, compare_name(vm.names, as))) {
      Value state = held_state(vm, number, false, stage + 1, left, right);
      result = try_method(vm, FrameReturn::kCompare, std::move(state), *method, self, other);
    } else if (const Value* equal = as == CompareOperator::kNotEqual && compares_as_object(vm, type)
                                        ? script_method(vm, type, vm.names.dunder_eq)
                                        : nullptr) {
      // The library's function gives NotImplemented or the opposite.
      Value function = vm.library("calls", "not_equal");
      if (function.is_special()) return function;
      Value state = held_state(vm, number, false, stage + 1, left, right);
      result = call_for(vm, FrameReturn::kCompare, std::move(state), function,
                        std::array<Value, 3>{*equal, self, other});
    } else if (auto* slot = native_base(type)->slots.compare) {
      result = slot(vm, as, self, other);
    }
    if (!result.is_not_implemented()) return result;
  }
  if (op == CompareOperator::kEqual) return Value::boolean(left.is(right));
  if (op == CompareOperator::kNotEqual) return Value::boolean(!left.is(right));
  return unsupported_comparison(vm, op, left, right);
}

Value Vm::Internals::unsupported_operands(Vm& vm, BinaryOperator op, bool inplace, const Value& left,
                                          const Value& right) {
  std::string_view sign = inplace ? kInplaceSigns[static_cast<int>(op)] : kSigns[static_cast<int>(op)];
  if (op == BinaryOperator::kMultiply) {
    // Where one of them is a sequence, the other one must be a number.
    auto repeats = [&](const Value& value) {
      return is_sequence(vm.type_of(value)->layout) && !joins_by_script(vm, vm.type_of(value), op);
    };
    if (repeats(left) || repeats(right)) {
      const Value& sequence = repeats(left) ? left : right;
      const Value& count = repeats(left) ? right : left;
      if (!vm.native_only() && lookup(vm.type_of(count), vm.names.dunder_index) != nullptr) {
        const bool in_place = inplace && repeats(left) && vm.is_list(left);
        return vm.call_library("conversions", in_place ? "repeated_in_place" : "repeated", sequence, count);
      }
      return vm.raise(vm.types.type_error, "can't multiply sequence by non-int of type '",
                      vm.type_name(count), "'");
    }
  }
  std::string_view hint;
  if (op == BinaryOperator::kRightShift && vm.is_exact(left, vm.types.native_function) &&
      std::string_view(left.as<NativeFunction>()->spec->name) == "print") {
    hint = ". Did you mean \"print(<message>, file=<output_stream>)\"?";
  }
  return vm.raise(vm.types.type_error, "unsupported operand type(s) for ", sign, ": '", vm.type_name(left),
                  "' and '", vm.type_name(right), "'", hint);
}

Value Vm::Internals::unsupported_comparison(Vm& vm, CompareOperator op, const Value& left,
                                            const Value& right) {
  return vm.raise(vm.types.type_error, "'", kCompareSigns[static_cast<int>(op)],
                  "' not supported between instances of '", vm.type_name(left), "' and '",
                  vm.type_name(right), "'");
}

}  // namespace loopscope::python
