// Native types and functions: making them from their tables, the dunder methods that stand for slots.
// Not here: binding arguments (native_arguments.cpp), calling (vm_calls.cpp).
#include "core/python/native.h"

#include <algorithm>
#include <iterator>

#include "core/python/internals.h"
#include "core/python/sequence_layout.h"
#include "core/python/types/operands.h"
#include "core/python/vm.h"

namespace loopscope::python {
namespace {

#define LOOPSCOPE_OWNER_SLOTS arguments.callee->owner->slots

Value wrap_repr(Vm& vm, const Arguments& arguments) { return LOOPSCOPE_OWNER_SLOTS.repr(vm, arguments[0]); }
Value wrap_str(Vm& vm, const Arguments& arguments) { return LOOPSCOPE_OWNER_SLOTS.str(vm, arguments[0]); }
Value wrap_format(Vm& vm, const Arguments& arguments) {
  if (!vm.is_string(arguments[1])) {
    return vm.raise(vm.types.type_error, "__format__() argument must be str, not ",
                    vm.type_name(arguments[1]));
  }
  return LOOPSCOPE_OWNER_SLOTS.format(vm, arguments[0], arguments[1]);
}
Value wrap_hash(Vm& vm, const Arguments& arguments) { return LOOPSCOPE_OWNER_SLOTS.hash(vm, arguments[0]); }
Value wrap_bool(Vm& vm, const Arguments& arguments) { return LOOPSCOPE_OWNER_SLOTS.truth(vm, arguments[0]); }
Value wrap_len(Vm& vm, const Arguments& arguments) { return LOOPSCOPE_OWNER_SLOTS.length(vm, arguments[0]); }
Value wrap_iter(Vm& vm, const Arguments& arguments) {
  return LOOPSCOPE_OWNER_SLOTS.iterate(vm, arguments[0]);
}
Value wrap_next(Vm& vm, const Arguments& arguments) {
  Value value = LOOPSCOPE_OWNER_SLOTS.next(vm, arguments[0]);
  if (value.is_exhausted()) return vm.raise_with(vm.types.stop_iteration, Value());
  return value;
}
Value wrap_getitem(Vm& vm, const Arguments& arguments) {
  return LOOPSCOPE_OWNER_SLOTS.get_item(vm, arguments[0], arguments[1]);
}
Value wrap_setitem(Vm& vm, const Arguments& arguments) {
  return LOOPSCOPE_OWNER_SLOTS.set_item(vm, arguments[0], arguments[1], arguments[2]);
}
Value wrap_delitem(Vm& vm, const Arguments& arguments) {
  return LOOPSCOPE_OWNER_SLOTS.set_item(vm, arguments[0], arguments[1], Value());
}
Value wrap_contains(Vm& vm, const Arguments& arguments) {
  return LOOPSCOPE_OWNER_SLOTS.contains(vm, arguments[0], arguments[1]);
}
Value wrap_call(Vm& vm, const Arguments& arguments) {
  return LOOPSCOPE_OWNER_SLOTS.call(vm, arguments[0], arguments.skip(1));
}
Value wrap_get(Vm& vm, const Arguments& arguments) {
  Value instance = arguments[1].is_none() ? Value() : arguments[1];
  Type* owner =
      arguments.size() > 2 && vm.is_type(arguments[2]) ? arguments[2].as<Type>() : vm.type_of(arguments[1]);
  return LOOPSCOPE_OWNER_SLOTS.descriptor_get(vm, arguments[0], instance, owner);
}
Value wrap_set(Vm& vm, const Arguments& arguments) {
  return LOOPSCOPE_OWNER_SLOTS.descriptor_set(vm, arguments[0], arguments[1], arguments[2]);
}
Value wrap_delete(Vm& vm, const Arguments& arguments) {
  return LOOPSCOPE_OWNER_SLOTS.descriptor_set(vm, arguments[0], arguments[1], Value());
}
Value wrap_getattribute(Vm& vm, const Arguments& arguments) {
  if (!vm.is_string(arguments[1])) return vm.raise(vm.types.type_error, "attribute name must be string");
  auto* get = LOOPSCOPE_OWNER_SLOTS.get_attribute;
  Value name = vm.intern(arguments[1]);
  return get != nullptr ? get(vm, arguments[0], name) : vm.generic_get_attribute(arguments[0], name, false);
}
Value wrap_setattr(Vm& vm, const Arguments& arguments) {
  if (!vm.is_string(arguments[1])) return vm.raise(vm.types.type_error, "attribute name must be string");
  auto* set = LOOPSCOPE_OWNER_SLOTS.set_attribute;
  Value name = vm.intern(arguments[1]);
  Value value = arguments.size() > 2 ? arguments[2] : Value();
  return set != nullptr ? set(vm, arguments[0], name, value)
                        : vm.generic_set_attribute(arguments[0], name, value);
}
Value wrap_await(Vm& vm, const Arguments& arguments) {
  auto* await = LOOPSCOPE_OWNER_SLOTS.await;
  return await != nullptr ? await(vm, arguments[0]) : arguments[0];
}
Value wrap_aiter(Vm& vm, const Arguments& arguments) {
  return LOOPSCOPE_OWNER_SLOTS.async_iterate(vm, arguments[0]);
}
Value wrap_anext(Vm& vm, const Arguments& arguments) {
  return LOOPSCOPE_OWNER_SLOTS.async_next(vm, arguments[0]);
}
Value wrap_init(Vm& vm, const Arguments& arguments) {
  return LOOPSCOPE_OWNER_SLOTS.initialize(vm, arguments[0], arguments.skip(1));
}
Value wrap_new(Vm& vm, const Arguments& arguments) {
  Type* owner = arguments.callee->owner.get();
  if (arguments.size() == 0) {
    return vm.raise(vm.types.type_error, vm.name_of(owner), ".__new__(): not enough arguments");
  }
  if (!vm.is_type(arguments[0])) {
    return vm.raise(vm.types.type_error, vm.name_of(owner), ".__new__(X): X is not a type object (",
                    vm.type_name(arguments[0]), ")");
  }
  Type* type = arguments[0].as<Type>();
  if (!is_subtype(type, owner)) {
    return vm.raise(vm.types.type_error, vm.name_of(owner), ".__new__(", vm.name_of(type),
                    "): ", vm.name_of(type), " is not a subtype of ", vm.name_of(owner));
  }
  return owner->slots.create(vm, type, arguments.skip(1));
}

template <CompareOperator op>
Value wrap_compare(Vm& vm, const Arguments& arguments) {
  return LOOPSCOPE_OWNER_SLOTS.compare(vm, op, arguments[0], arguments[1]);
}
// [1].__mul__(2): where * asks for any number, the method takes a count.
bool repeats_badly(BinaryOperator op, const Arguments& arguments) {
  return op == BinaryOperator::kMultiply && is_sequence(arguments.callee->owner->layout) &&
         !is_int(arguments[1]);
}
Value repeat_by_index(Vm& vm, const Arguments& arguments, std::string_view library) {
  const Value& count = arguments[1];
  if (lookup(vm.type_of(count), vm.names.dunder_index) != nullptr) {
    return vm.call_library("conversions", library, arguments[0], count);
  }
  return vm.raise(vm.types.type_error, "'", vm.type_name(count),
                  "' object cannot be interpreted as an integer");
}
template <BinaryOperator op>
Value wrap_binary(Vm& vm, const Arguments& arguments) {
  if (repeats_badly(op, arguments)) return repeat_by_index(vm, arguments, "repeated");
  return LOOPSCOPE_OWNER_SLOTS.binary(vm, op, arguments[0], arguments[1]);
}
template <BinaryOperator op>
Value wrap_reflected(Vm& vm, const Arguments& arguments) {
  if (repeats_badly(op, arguments)) return repeat_by_index(vm, arguments, "repeated");
  return LOOPSCOPE_OWNER_SLOTS.binary(vm, op, arguments[1], arguments[0]);
}
template <BinaryOperator op>
Value wrap_inplace(Vm& vm, const Arguments& arguments) {
  if (repeats_badly(op, arguments)) return repeat_by_index(vm, arguments, "repeated_in_place");
  return LOOPSCOPE_OWNER_SLOTS.inplace(vm, op, arguments[0], arguments[1]);
}
template <UnaryOperator op>
Value wrap_unary(Vm& vm, const Arguments& arguments) {
  return LOOPSCOPE_OWNER_SLOTS.unary(vm, op, arguments[0]);
}

constexpr NativeSpec kRepr = {"__repr__", wrap_repr, 0, 0};
constexpr NativeSpec kStr = {"__str__", wrap_str, 0, 0};
constexpr NativeSpec kFormat = {"__format__", wrap_format, 1, 1};
constexpr NativeSpec kHash = {"__hash__", wrap_hash, 0, 0};
constexpr NativeSpec kBool = {"__bool__", wrap_bool, 0, 0};
constexpr NativeSpec kLen = {"__len__", wrap_len, 0, 0};
constexpr NativeSpec kIter = {"__iter__", wrap_iter, 0, 0};
constexpr NativeSpec kNext = {"__next__", wrap_next, 0, 0};
constexpr NativeSpec kGetItem = {"__getitem__", wrap_getitem, 1, 1};
constexpr NativeSpec kSetItem = {"__setitem__", wrap_setitem, 2, 2};
constexpr NativeSpec kDelItem = {"__delitem__", wrap_delitem, 1, 1};
constexpr NativeSpec kContains = {"__contains__", wrap_contains, 1, 1};
constexpr NativeSpec kCall = {"__call__", wrap_call, 0, -1, kNativeKeywords};
constexpr NativeSpec kGet = {"__get__", wrap_get, 1, 2};
constexpr NativeSpec kSet = {"__set__", wrap_set, 2, 2};
constexpr NativeSpec kDelete = {"__delete__", wrap_delete, 1, 1};
constexpr NativeSpec kGetAttribute = {"__getattribute__", wrap_getattribute, 1, 1};
constexpr NativeSpec kSetAttribute = {"__setattr__", wrap_setattr, 2, 2};
constexpr NativeSpec kDeleteAttribute = {"__delattr__", wrap_setattr, 1, 1};
constexpr NativeSpec kAwait = {"__await__", wrap_await, 0, 0};
constexpr NativeSpec kAiter = {"__aiter__", wrap_aiter, 0, 0};
constexpr NativeSpec kAnext = {"__anext__", wrap_anext, 0, 0};
constexpr NativeSpec kInit = {"__init__", wrap_init, 0, -1, kNativeKeywords};
constexpr NativeSpec kNew = {"__new__", wrap_new, 0, -1, kNativeKeywords | kNativeStaticMethod};
constexpr NativeSpec kCompares[] = {
    {"__lt__", wrap_compare<CompareOperator::kLess>, 1, 1},
    {"__le__", wrap_compare<CompareOperator::kLessEqual>, 1, 1},
    {"__eq__", wrap_compare<CompareOperator::kEqual>, 1, 1},
    {"__ne__", wrap_compare<CompareOperator::kNotEqual>, 1, 1},
    {"__gt__", wrap_compare<CompareOperator::kGreater>, 1, 1},
    {"__ge__", wrap_compare<CompareOperator::kGreaterEqual>, 1, 1},
};

#define LOOPSCOPE_BINARY_WRAPPERS(name, op)                \
  {"__" name "__", wrap_binary<BinaryOperator::op>, 1, 1}, \
      {"__r" name "__", wrap_reflected<BinaryOperator::op>, 1, 1}
// In the order of BinaryOperator: the operator and its reflection.
constexpr NativeSpec kBinaries[] = {
    LOOPSCOPE_BINARY_WRAPPERS("add", kAdd),
    LOOPSCOPE_BINARY_WRAPPERS("sub", kSubtract),
    LOOPSCOPE_BINARY_WRAPPERS("mul", kMultiply),
    LOOPSCOPE_BINARY_WRAPPERS("truediv", kTrueDivide),
    LOOPSCOPE_BINARY_WRAPPERS("floordiv", kFloorDivide),
    LOOPSCOPE_BINARY_WRAPPERS("mod", kModulo),
    LOOPSCOPE_BINARY_WRAPPERS("pow", kPower),
    LOOPSCOPE_BINARY_WRAPPERS("matmul", kMatrixMultiply),
    LOOPSCOPE_BINARY_WRAPPERS("lshift", kLeftShift),
    LOOPSCOPE_BINARY_WRAPPERS("rshift", kRightShift),
    LOOPSCOPE_BINARY_WRAPPERS("and", kAnd),
    LOOPSCOPE_BINARY_WRAPPERS("or", kOr),
    LOOPSCOPE_BINARY_WRAPPERS("xor", kXor),
};
#undef LOOPSCOPE_BINARY_WRAPPERS
constexpr std::pair<BinaryOperator, NativeSpec> kInplaces[] = {
    {BinaryOperator::kAdd, {"__iadd__", wrap_inplace<BinaryOperator::kAdd>, 1, 1}},
    {BinaryOperator::kSubtract, {"__isub__", wrap_inplace<BinaryOperator::kSubtract>, 1, 1}},
    {BinaryOperator::kMultiply, {"__imul__", wrap_inplace<BinaryOperator::kMultiply>, 1, 1}},
    {BinaryOperator::kAnd, {"__iand__", wrap_inplace<BinaryOperator::kAnd>, 1, 1}},
    {BinaryOperator::kOr, {"__ior__", wrap_inplace<BinaryOperator::kOr>, 1, 1}},
    {BinaryOperator::kXor, {"__ixor__", wrap_inplace<BinaryOperator::kXor>, 1, 1}},
};
constexpr NativeSpec kUnaries[] = {
    {"__neg__", wrap_unary<UnaryOperator::kNegative>, 0, 0},
    {"__pos__", wrap_unary<UnaryOperator::kPositive>, 0, 0},
    {"__invert__", wrap_unary<UnaryOperator::kInvert>, 0, 0},
};

constexpr std::uint32_t bit(BinaryOperator op) { return 1u << static_cast<int>(op); }

// Which binary operators a builtin layout knows; the slot itself is one function for all.
std::uint32_t known_operators(Layout layout) {
  using enum BinaryOperator;
  switch (layout) {
    case Layout::kInteger:
      return (1u << kBinaryOperatorCount) - 1 - bit(kMatrixMultiply);
    case Layout::kFloat:
      return bit(kAdd) | bit(kSubtract) | bit(kMultiply) | bit(kTrueDivide) | bit(kFloorDivide) |
             bit(kModulo) | bit(kPower);
    case Layout::kString:
    case Layout::kBytes:
      return bit(kAdd) | bit(kMultiply) | bit(kModulo);
    case Layout::kList:
    case Layout::kTuple:
      return bit(kAdd) | bit(kMultiply);
    case Layout::kDict:
    case Layout::kType:
      return bit(kOr);
    case Layout::kPlain:
      return 0;
    default:  // sets and the views of dicts
      return bit(kSubtract) | bit(kAnd) | bit(kOr) | bit(kXor);
  }
}

// The same of those in place.
std::uint32_t known_in_place(Layout layout) {
  using enum BinaryOperator;
  return layout == Layout::kList ? bit(kAdd) | bit(kMultiply) : known_operators(layout);
}

// Is such an object true where it has items, without a __bool__ that says so?
bool is_container(Layout layout) {
  return is_sequence(layout) || layout == Layout::kDict || layout == Layout::kSet;
}

void add_wrapper(Vm& vm, Type* type, const NativeSpec* spec) {
  Value name = vm.intern(spec->name);
  if (dict_find_string(type->dict.get(), name) != nullptr) return;
  auto* function = vm.heap.make<NativeFunction>(
      (spec->flags & kNativeStaticMethod) != 0 ? vm.types.native_function : vm.types.wrapper_descriptor);
  function->spec = spec;
  function->owner = Ref<Type>::share(type);
  dict_set_string(vm, type->dict.get(), name, Value::steal(function));
}

// The dunder methods for the slots that `set` has of its own.
void add_wrappers(Vm& vm, Type* type, const TypeSlots& set) {
  auto add = [&](bool present, const NativeSpec& spec) {
    if (present) add_wrapper(vm, type, &spec);
  };
  add(set.repr, kRepr);
  add(set.str, kStr);
  add(set.format, kFormat);
  add(set.hash, kHash);
  add(set.truth && !is_container(type->layout), kBool);
  add(set.length, kLen);
  add(set.iterate, kIter);
  add(set.next, kNext);
  add(set.get_item, kGetItem);
  add(set.set_item, kSetItem);
  add(set.set_item, kDelItem);
  add(set.contains, kContains);
  add(set.call, kCall);
  add(set.descriptor_get, kGet);
  add(set.descriptor_set, kSet);
  add(set.descriptor_set, kDelete);
  add(set.get_attribute || type == vm.types.object, kGetAttribute);
  add(set.set_attribute || type == vm.types.object, kSetAttribute);
  add(set.set_attribute || type == vm.types.object, kDeleteAttribute);
  add(set.await || set.await_step, kAwait);
  add(set.async_iterate, kAiter);
  add(set.async_next, kAnext);
  add(set.initialize, kInit);
  add(set.create, kNew);
  if (set.compare) {
    for (const NativeSpec& spec : kCompares) add_wrapper(vm, type, &spec);
  }
  if (set.binary) {
    std::uint32_t known = known_operators(type->layout);
    for (int op = 0; op < kBinaryOperatorCount; ++op) {
      if ((known >> op & 1) == 0) continue;
      add_wrapper(vm, type, &kBinaries[op * 2]);
      bool joins = op == static_cast<int>(BinaryOperator::kAdd) && is_sequence(type->layout);
      if (!joins) add_wrapper(vm, type, &kBinaries[op * 2 + 1]);
    }
  }
  if (set.inplace) {
    for (const auto& [op, spec] : kInplaces) {
      if ((known_in_place(type->layout) >> static_cast<int>(op) & 1) != 0) add_wrapper(vm, type, &spec);
    }
  }
  if (set.unary) {
    for (const NativeSpec& spec : kUnaries) {
      if (type->layout != Layout::kFloat || &spec != &kUnaries[2]) add_wrapper(vm, type, &spec);
    }
  }
}

template <typename Slot>
void take(Slot& slot, Slot other) {
  if (other != nullptr) slot = other;
}

void take_slots(TypeSlots& slots, const TypeSlots& other) {
#define LOOPSCOPE_TAKE(name) take(slots.name, other.name);
  LOOPSCOPE_TYPE_SLOTS(LOOPSCOPE_TAKE)
#undef LOOPSCOPE_TAKE
}

}  // namespace

std::string_view Arguments::keyword_name(std::size_t index) const {
  return names[index].as<String>()->view();
}

void inherit_slots(Type* type, const Type* base) { take_slots(type->slots, base->slots); }

namespace {

// To native types that were made from this one before it was complete: they get what they had only inherited.
void hand_down(Type* type, const TypeSlots& before) {
  for (Type* subclass : *type->subclasses) {
    if (subclass->is_script()) continue;
    TypeSlots old = subclass->slots;
#define LOOPSCOPE_HAND(name) \
  if (old.name == before.name) subclass->slots.name = type->slots.name;
    LOOPSCOPE_TYPE_SLOTS(LOOPSCOPE_HAND)
#undef LOOPSCOPE_HAND
    hand_down(subclass, old);
  }
}

}  // namespace

Ref<Type> make_bare_type(Vm& vm, const TypeSpec& spec, Type* base) {
  auto* type = vm.heap.make<Type>(vm.types.type, sizeof(Type));
  type->native_name = spec.name;
  type->vm = &vm;
  type->heap = &vm.heap;
  type->flags = spec.flags;
  type->basic_size = spec.basic_size;
  type->layout = spec.layout;
  type->dict_offset = spec.dict_offset;
  if (spec.dict_offset != 0) type->flags |= kTypeHasDict;
  type->subclasses = new std::vector<Type*>();
  type->version = ++vm.internals().type_versions;
  if (base != nullptr) {
    type->base = Ref<Type>::share(base);
    if (base->dict_offset != 0 && type->dict_offset == 0) type->dict_offset = base->dict_offset;
    type->flags |= base->flags & (kTypeHasDict | kTypeTracked | kTypeSequencePattern | kTypeMappingPattern);
    base->subclasses->push_back(type);
    inherit_slots(type, base);
    if (spec.layout != Layout::kPlain && base == vm.types.object) type->slots.create = nullptr;
  }
  take_slots(type->slots, spec.slots);
  return Ref<Type>::steal(type);
}

void finish_native_type(Vm& vm, Type* type, const TypeSpec& spec) {
  type->dict = make_dict(vm);
  set_message_name(vm, type, vm.intern(spec.name));
  if (spec.module != nullptr) type->module = vm.intern(spec.module);
  std::vector<Value> order = {Value::share(type)};
  if (type->base) {
    for (const Value& ancestor : type->base->mro->items()) order.push_back(ancestor);
    Value base = type->base.value();
    type->bases = make_tuple(vm, std::span<const Value>(&base, 1));
  } else {
    type->bases = make_tuple(vm, 0);
  }
  type->mro = make_tuple(vm, order);
  if (spec.docstring != nullptr) {
    dict_set_string(vm, type->dict.get(), vm.names.dunder_doc, vm.make_string(spec.docstring));
  }
  extend_type(vm, type, spec.slots, spec.methods, spec.properties);
}

void set_message_name(Vm& vm, Type* type, const Value& name) {
  std::string_view text = name.as<String>()->view();
  std::size_t dot = text.rfind('.');
  type->message_name = name;
  type->name = type->qualname = dot == text.npos ? name : vm.intern(text.substr(dot + 1));
  type->module = dot == text.npos ? vm.intern("builtins") : vm.intern(text.substr(0, dot));
}

Ref<Type> make_type(Vm& vm, const TypeSpec& spec) {
  Ref<Type> type = make_bare_type(vm, spec, spec.base != nullptr ? spec.base : vm.types.object);
  finish_native_type(vm, type.get(), spec);
  return type;
}

void extend_type(Vm& vm, Type* type, const TypeSlots& slots, std::span<const NativeSpec> methods,
                 std::span<const NativePropertySpec> properties) {
  TypeSlots before = type->slots;
  take_slots(type->slots, slots);
  for (const NativeSpec& spec : methods) {
    // These are slots in CPython, methods here.
    constexpr std::string_view kSlotNames[] = {"__index__", "__int__",    "__float__",
                                               "__abs__",   "__divmod__", "__rdivmod__"};
    Type* kind = (spec.flags & kNativeStaticMethod) != 0  ? vm.types.native_function
                 : (spec.flags & kNativeClassMethod) != 0 ? vm.types.class_method_descriptor
                 : std::ranges::find(kSlotNames, spec.name) != std::end(kSlotNames)
                     ? vm.types.wrapper_descriptor
                     : vm.types.method_descriptor;
    auto* function = vm.heap.make<NativeFunction>(kind);
    function->spec = &spec;
    function->owner = Ref<Type>::share(type);
    dict_set_string(vm, type->dict.get(), vm.intern(spec.name), Value::steal(function));
  }
  for (const NativePropertySpec& spec : properties) {
    auto* property = vm.heap.make<NativeProperty>(vm.types.native_property);
    property->spec = &spec;
    property->owner = Ref<Type>::share(type);
    dict_set_string(vm, type->dict.get(), vm.intern(spec.name), Value::steal(property));
  }
  add_wrappers(vm, type, slots);
  Vm::Internals::new_version(vm, type);
  hand_down(type, before);
}

void set_native_attribute(Vm& vm, Type* type, std::string_view name, Value value) {
  dict_set_string(vm, type->dict.get(), vm.intern(name), std::move(value));
  Vm::Internals::new_version(vm, type);
}

Value make_native_function(Vm& vm, const NativeSpec* spec, std::string_view module) {
  auto* function = vm.heap.make<NativeFunction>(vm.types.native_function);
  function->spec = spec;
  if (!module.empty()) function->module = vm.intern(module);
  return Value::steal(function);
}

Value make_bound_native(Vm& vm, const NativeSpec* spec, Value bound) {
  Value function = make_native_function(vm, spec);
  function.as<NativeFunction>()->bound = std::move(bound);
  return function;
}

void add_functions(Vm& vm, Dict* dict, std::span<const NativeSpec> functions, std::string_view module) {
  for (const NativeSpec& spec : functions) {
    dict_set_string(vm, dict, vm.intern(spec.name), make_native_function(vm, &spec, module));
  }
}

}  // namespace loopscope::python
