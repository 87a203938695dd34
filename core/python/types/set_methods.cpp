// Methods of set and frozenset.
// Not their operators (set_type.cpp).
#include "core/python/types/iterate.h"
#include "core/python/types/operands.h"
#include "core/python/types/set_type.h"

namespace loopscope::python {
namespace {

HashTable& table_of(const Value& set) { return set.as<Set>()->table; }

// Sets stay, other iterables become sets. Empty: raised; deferred: the script is needed.
Value as_set(Vm& vm, const Value& value) {
  if (has_layout(value, Layout::kSet)) return value;
  Ref<List> items = make_list(vm);
  Value rest;
  Vm::NativeOnly scope(vm);
  switch (collect(vm, value, items.get(), &rest)) {
    case Collected::kAll:
      return set_from_list(vm, items.value());
    case Collected::kRaised:
      return {};
    default:
      return Value::deferred();
  }
}

// self op other op other ...; a new set of self's kind.
Value combine(Vm& vm, const Arguments& arguments, BinaryOperator op, const char* library) {
  Value result = set_binary(vm, BinaryOperator::kOr, arguments[0], make_set(vm).value());
  for (std::size_t i = 1; i < arguments.size() && !result.is_empty(); ++i) {
    Value other = as_set(vm, arguments[i]);
    if (other.is_deferred()) {
      if (vm.native_only()) return other;
      return vm.call_library("containers", library, result,
                             make_tuple(vm, arguments.positionals().subspan(i)).value());
    }
    if (other.is_empty()) return {};
    const bool keys_of_other = op == BinaryOperator::kAnd && !has_layout(arguments[i], Layout::kSet);
    result = keys_of_other ? set_common(vm, result, other, result) : set_binary(vm, op, result, other);
  }
  return result;
}

Value union_method(Vm& vm, const Arguments& arguments) {
  return combine(vm, arguments, BinaryOperator::kOr, "set_union");
}
Value intersection(Vm& vm, const Arguments& arguments) {
  return combine(vm, arguments, BinaryOperator::kAnd, "set_intersection");
}
Value difference(Vm& vm, const Arguments& arguments) {
  return combine(vm, arguments, BinaryOperator::kSubtract, "set_difference");
}
Value symmetric_difference(Vm& vm, const Arguments& arguments) {
  return combine(vm, arguments, BinaryOperator::kXor, "set_symmetric_difference");
}

// The same in place: the result's table replaces self's.
Value update_with(Vm& vm, const Arguments& arguments, BinaryOperator op, const char* library) {
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    // What cannot be added stops it; what was before that stays.
    if (op == BinaryOperator::kOr && (vm.is_list(arguments[i]) || vm.is_tuple(arguments[i]))) {
      Ref<List> items = make_list(
          vm, vm.is_list(arguments[i]) ? arguments[i].as<List>()->span() : arguments[i].as<Tuple>()->items());
      for (const Value& item : items->span()) {
        if (!set_add(vm, arguments[0].as<Set>(), item)) return {};
      }
      continue;
    }
    Value other = as_set(vm, arguments[i]);
    if (other.is_deferred()) {
      if (vm.native_only()) return other;
      return vm.call_library("containers", library, arguments[0],
                             make_tuple(vm, arguments.positionals().subspan(i)).value());
    }
    Value result = other.is_empty() ? Value() : set_binary(vm, op, arguments[0], other);
    if (result.is_empty()) return {};
    std::swap(table_of(arguments[0]), table_of(result));
  }
  return Value::none();
}

Value update(Vm& vm, const Arguments& arguments) {
  return update_with(vm, arguments, BinaryOperator::kOr, "set_update");
}
Value intersection_update(Vm& vm, const Arguments& arguments) {
  return update_with(vm, arguments, BinaryOperator::kAnd, "set_intersection_update");
}
Value difference_update(Vm& vm, const Arguments& arguments) {
  return update_with(vm, arguments, BinaryOperator::kSubtract, "set_difference_update");
}
Value symmetric_difference_update(Vm& vm, const Arguments& arguments) {
  return update_with(vm, arguments, BinaryOperator::kXor, "set_symmetric_difference_update");
}

Value compared(Vm& vm, const Arguments& arguments, CompareOperator op, const char* library) {
  Value other = as_set(vm, arguments[1]);
  if (other.is_deferred() && !vm.native_only())
    return vm.call_library("containers", library, arguments[0], arguments[1]);
  return other.is_special() ? other : set_compare(vm, op, arguments[0], other);
}

Value is_subset(Vm& vm, const Arguments& arguments) {
  return compared(vm, arguments, CompareOperator::kLessEqual, "set_issubset");
}
Value is_superset(Vm& vm, const Arguments& arguments) {
  return compared(vm, arguments, CompareOperator::kGreaterEqual, "set_issuperset");
}
Value is_disjoint(Vm& vm, const Arguments& arguments) {
  Value other = as_set(vm, arguments[1]);
  if (other.is_deferred() && !vm.native_only()) {
    return vm.call_library("containers", "set_isdisjoint", arguments[0], arguments[1]);
  }
  if (other.is_special()) return other;
  Value common = set_binary(vm, BinaryOperator::kAnd, arguments[0], other);
  return common.is_empty() ? Value() : Value::boolean(table_of(common).used == 0);
}

Value copy(Vm& vm, const Arguments& arguments) {
  if (vm.is_exact(arguments[0], vm.types.frozenset)) return arguments[0];
  return set_binary(vm, BinaryOperator::kOr, arguments[0], make_set(vm).value());
}

Value add(Vm& vm, const Arguments& arguments) {
  return set_add(vm, arguments[0].as<Set>(), arguments[1]) ? Value::none() : Value();
}

Value remove_item(Vm& vm, const Arguments& arguments, bool must_exist) {
  switch (table_remove(vm, table_of(arguments[0]), frozen(vm, arguments[1]), nullptr)) {
    case TableResult::kRaised:
      return {};
    case TableResult::kMissing:
      return must_exist ? vm.raise_with(vm.types.key_error, arguments[1]) : Value::none();
    default:
      return Value::none();
  }
}
Value remove(Vm& vm, const Arguments& arguments) { return remove_item(vm, arguments, true); }
Value discard(Vm& vm, const Arguments& arguments) { return remove_item(vm, arguments, false); }

Value pop(Vm& vm, const Arguments& arguments) {
  HashTable& table = table_of(arguments[0]);
  for (std::uint32_t i = 0; i < table.filled; ++i) {
    if (table.entries[i].key.is_empty()) continue;
    Value key = table.entries[i].key;
    table_remove_entry(table, &table.entries[i], nullptr);
    return close_gaps(vm, table, i) ? key : Value();
  }
  return vm.raise_with(vm.types.key_error, vm.make_string("pop from an empty set"));
}

Value clear(Vm& vm, const Arguments& arguments) {
  table_clear(vm.heap, table_of(arguments[0]));
  return Value::none();
}

constexpr NativeSpec kRead[] = {
    {"union", union_method, 0, -1},    {"intersection", intersection, 0, -1},
    {"difference", difference, 0, -1}, {"symmetric_difference", symmetric_difference, 1, 1},
    {"issubset", is_subset, 1, 1},     {"issuperset", is_superset, 1, 1},
    {"isdisjoint", is_disjoint, 1, 1}, {"copy", copy},
};

constexpr NativeSpec kWrite[] = {
    {"update", update, 0, -1},
    {"intersection_update", intersection_update, 0, -1},
    {"difference_update", difference_update, 0, -1},
    {"symmetric_difference_update", symmetric_difference_update, 1, 1},
    {"add", add, 1, 1},
    {"remove", remove, 1, 1},
    {"discard", discard, 1, 1},
    {"pop", pop},
    {"clear", clear},
};

}  // namespace

const std::span<const NativeSpec> kSetReadMethods = kRead;
const std::span<const NativeSpec> kSetWriteMethods = kWrite;

}  // namespace loopscope::python
