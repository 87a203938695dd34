// What type hints make when they run: list[int] (an alias of its origin) and int | None (a union of types).
// Not what typing adds, and not checking hints: nobody does that at run time.
#include <string>

#include "core/python/types/operands.h"
#include "core/python/types/own_types.h"
#include "core/python/types/type_installers.h"

namespace loopscope::python {
namespace {

struct TypeAlias : Object {
  Value origin;           // the type; unions have none
  Ref<Tuple> args;        // of the alias, or the members of the union
  bool unpacked = false;  // *list[int]
};

bool is_alias(const Vm& vm, const Value& value) { return is_own(vm, value, OwnType::kGenericAlias); }
bool is_union(const Vm& vm, const Value& value) { return is_own(vm, value, OwnType::kUnion); }
bool is_hint(const Vm& vm, const Value& value) {
  return value.is_none() || vm.is_type(value) || is_alias(vm, value) || is_union(vm, value);
}

Value make(Vm& vm, OwnType type, Value origin, Ref<Tuple> args) {
  auto* alias = vm.heap.make<TypeAlias>(own_type(vm, type));
  alias->origin = std::move(origin);
  alias->args = std::move(args);
  return Value::steal(alias);
}

// How a hint stands inside another one: int, list[int], None, 'Name'.
// `*deferred`: the script says it.
std::string shown(Vm& vm, const Value& hint, bool* deferred) {
  if (hint.is_none() || vm.is_exact(hint, vm.types.none_type)) return "None";
  if (hint.is_ellipsis()) return "...";
  if (vm.is_type(hint)) {
    auto* type = hint.as<Type>();
    if (type == vm.types.none_type) return "None";
    std::string name;
    if (is_str(type->module) && view_of(type->module) != "builtins") {
      name.append(view_of(type->module)).append(".");
    }
    return name.append(view_of(is_str(type->qualname) ? type->qualname : type->name));
  }
  if (vm.is_list(hint)) {
    std::string text;
    for (const Value& each : hint.as<List>()->span()) {
      // A list of parameters holds no lists; one that does may hold itself.
      text += (text.empty() ? "" : ", ") + (vm.is_list(each) ? "[...]" : shown(vm, each, deferred));
    }
    return "[" + text + "]";
  }
  Vm::NativeOnly scope(vm);
  Value text = vm.repr(hint);
  if (text.is_empty()) vm.take_exception();
  *deferred = *deferred || text.is_deferred();
  return is_str(text) ? std::string(view_of(text)) : "...";
}

Value finish_repr(Vm& vm, const Value& self, std::string_view text, bool deferred) {
  if (!deferred) return vm.make_string(text);
  return vm.native_only() ? Value::deferred() : vm.call_library("attributes", "hint_repr", self);
}

Value alias_repr(Vm& vm, const Value& self) {
  auto* alias = self.as<TypeAlias>();
  bool deferred = false;
  std::string text = (alias->unpacked ? "*" : "") + shown(vm, alias->origin, &deferred) + "[";
  for (std::size_t i = 0; i < alias->args->size; ++i) {
    if (i > 0) text += ", ";
    text += shown(vm, (*alias->args)[i], &deferred);
  }
  if (alias->args->size == 0) text += "()";
  return finish_repr(vm, self, text + "]", deferred);
}

Value union_repr(Vm& vm, const Value& self) {
  std::string text;
  bool deferred = false;
  for (const Value& member : self.as<TypeAlias>()->args->items()) {
    if (!text.empty()) text += " | ";
    text += shown(vm, member, &deferred);
  }
  return finish_repr(vm, self, text, deferred);
}

bool add_members(Vm& vm, const Value& hint, std::vector<Value>* members) {
  if (is_union(vm, hint)) {
    for (const Value& member : hint.as<TypeAlias>()->args->items()) {
      if (!add_members(vm, member, members)) return false;
    }
    return true;
  }
  Value member = hint.is_none() ? Value::share(vm.types.none_type) : hint;
  for (const Value& known : *members) {
    Vm::Answer same = vm.equal_now(known, member);
    if (same == Vm::Answer::kRaised) return false;
    if (same == Vm::Answer::kYes) return true;
  }
  members->push_back(std::move(member));
  return true;
}

// int | None, and the same with aliases and unions on either side.
Value hint_binary(Vm& vm, BinaryOperator op, const Value& left, const Value& right) {
  if (op != BinaryOperator::kOr || !is_hint(vm, left) || !is_hint(vm, right)) return Value::not_implemented();
  if (left.is_none() && right.is_none()) return Value::not_implemented();
  std::vector<Value> members;
  if (!add_members(vm, left, &members) || !add_members(vm, right, &members)) return {};
  if (members.size() == 1) return members[0];
  return make(vm, OwnType::kUnion, Value(), make_tuple(vm, members));
}

Value hint_compare(Vm& vm, CompareOperator op, const Value& left, const Value& right) {
  if (op != CompareOperator::kEqual && op != CompareOperator::kNotEqual) return Value::not_implemented();
  if (!left.is_object() || !right.is_object() || left.object()->type != right.object()->type) {
    return Value::not_implemented();
  }
  auto* a = left.as<TypeAlias>();
  auto* b = right.as<TypeAlias>();
  bool equal = a->origin.is(b->origin) && a->args->size == b->args->size && a->unpacked == b->unpacked;
  for (std::size_t i = 0; equal && i < a->args->size; ++i) {
    // The members of a union have no order.
    bool found = false;
    for (std::size_t j = is_alias(vm, left) ? i : 0; !found && j < b->args->size; ++j) {
      Vm::Answer same = vm.equal_now((*a->args)[i], (*b->args)[j]);
      if (same == Vm::Answer::kRaised) return {};
      found = same == Vm::Answer::kYes;
      if (is_alias(vm, left)) break;
    }
    equal = found;
  }
  return Value::boolean(equal == (op == CompareOperator::kEqual));
}

Value hint_hash(Vm& vm, const Value& self) {
  std::int64_t total = 17;
  for (const Value& member : self.as<TypeAlias>()->args->items()) {
    std::int64_t hash = 0;
    if (!vm.hash_now(member, &hash)) return {};
    total = static_cast<std::int64_t>(static_cast<std::uint64_t>(total) + static_cast<std::uint64_t>(hash));
  }
  return vm.make_int(total);
}

// list[int]() makes a list.
Value alias_call(Vm& vm, const Value& self, const Arguments& arguments) {
  return vm.call(self.as<TypeAlias>()->origin, arguments);
}

Value hint_item(Vm& vm, const Value& self, const Value& item) {
  return vm.native_only() ? Value::deferred() : vm.call_library("attributes", "hint_item", self, item);
}

Value get_origin(Vm&, const Value& self) {
  const Value& origin = self.as<TypeAlias>()->origin;
  return origin.is_empty() ? Value::none() : origin;
}
Value get_unpacked(Vm&, const Value& self) { return Value::boolean(self.as<TypeAlias>()->unpacked); }
Value get_args(Vm&, const Value& self) { return self.as<TypeAlias>()->args.value(); }

// What *tuple[int] unpacks into, for PEP 646: itself with a star.
Value alias_iterate(Vm& vm, const Value& self) {
  auto* alias = self.as<TypeAlias>();
  Value starred = make(vm, OwnType::kGenericAlias, alias->origin, alias->args);
  starred.as<TypeAlias>()->unpacked = true;
  return vm.iterate(make_tuple(vm, std::span<const Value>(&starred, 1)).value());
}

// GenericAlias(origin, args).
Value create_alias(Vm& vm, Type*, const Arguments& arguments) {
  if (arguments.size() != 2) {
    return vm.raise(vm.types.type_error, "GenericAlias expected 2 arguments, got ",
                    std::to_string(arguments.size()));
  }
  const Value& item = arguments[1];
  Ref<Tuple> args =
      vm.is_tuple(item) ? Ref<Tuple>::share(item.as<Tuple>()) : make_tuple(vm, std::span(&item, 1));
  return make(vm, OwnType::kGenericAlias, arguments[0], std::move(args));
}

void drop(Heap&, Object* object) {
  auto* alias = static_cast<TypeAlias*>(object);
  alias->origin.~Value();
  alias->args.~Ref();
}
void visit(Object* object, GcVisitor& visitor) {
  visitor.visit(static_cast<TypeAlias*>(object)->origin);
  visitor.visit(static_cast<TypeAlias*>(object)->args);
}

Value class_get_item(Vm& vm, const Arguments& arguments) {
  return create_alias(vm, own_type(vm, OwnType::kGenericAlias), arguments);
}

constexpr NativeSpec kClassMethods[] = {{"__class_getitem__", class_get_item, 1, 1, kNativeClassMethod}};
constexpr NativePropertySpec kAliasProperties[] = {
    {"__origin__", get_origin}, {"__args__", get_args}, {"__unpacked__", get_unpacked}};
constexpr NativePropertySpec kUnionProperties[] = {{"__args__", get_args}};

TypeSpec hint_spec(const char* name) {
  TypeSpec spec;
  spec.name = name;
  spec.basic_size = sizeof(TypeAlias);
  spec.flags = kTypeTracked | kTypeClosed;
  spec.slots.dealloc = drop;
  spec.slots.traverse = visit;
  spec.slots.binary = hint_binary;
  spec.slots.compare = hint_compare;
  spec.slots.hash = hint_hash;
  spec.slots.get_item = hint_item;
  return spec;
}

}  // namespace

void add_class_getitem(Vm& vm, Type* type) { extend_type(vm, type, {}, kClassMethods); }

void install_type_hints(Vm& vm) {
  TypeSpec alias = hint_spec("types.GenericAlias");
  alias.slots.repr = alias_repr;
  alias.slots.call = alias_call;
  alias.slots.iterate = alias_iterate;
  alias.slots.create = create_alias;
  alias.flags = kTypeTracked;
  alias.properties = kAliasProperties;
  install_own_type(vm, OwnType::kGenericAlias, alias);
  TypeSpec joined = hint_spec("types.UnionType");
  joined.slots.repr = union_repr;
  joined.properties = kUnionProperties;
  install_own_type(vm, OwnType::kUnion, joined);
  TypeSlots slots;
  slots.binary = hint_binary;
  extend_type(vm, vm.types.type, slots, {});
  extend_type(vm, vm.types.none_type, slots, {});
  for (Type* type :
       {vm.types.list, vm.types.tuple, vm.types.dict, vm.types.set, vm.types.frozenset, vm.types.type}) {
    add_class_getitem(vm, type);
  }
}

}  // namespace loopscope::python
