// set and frozenset: slots, operators, construction.
// Not their methods (set_methods.cpp).
#include "core/python/types/set_type.h"

#include <string>

#include "core/python/types/iterate.h"
#include "core/python/types/iterators.h"
#include "core/python/types/native_depth.h"
#include "core/python/types/operands.h"
#include "core/python/types/type_installers.h"

namespace loopscope::python {
namespace {

bool is_set(const Value& value) { return has_layout(value, Layout::kSet); }
HashTable& table_of(const Value& set) { return set.as<Set>()->table; }

Value set_repr(Vm& vm, const Value& self) {
  bool exact = self.object()->type == vm.types.set;
  std::string name(vm.type_name(self));
  if (table_of(self).used == 0) return vm.make_string(name + "()");
  NativeDepth depth;
  if (depth.too_deep()) return depth.raise(vm, kWhileShowing);
  if (!vm.enter_repr(self)) return vm.make_string(name + "(...)");
  std::string text;
  Value problem;
  {
    Vm::NativeOnly scope(vm);
    HashTable& table = table_of(self);
    for (std::uint32_t i = 0; i < table.filled; ++i) {
      if (table.entries[i].key.is_empty()) continue;
      Value item = vm.repr(table.entries[i].key);
      if (item.is_special()) {
        problem = item;
        break;
      }
      if (!text.empty()) text += ", ";
      text += view_of(item);
    }
  }
  vm.leave_repr();
  if (vm.has_exception()) return {};
  if (problem.is_deferred())
    return vm.native_only() ? problem : vm.call_library("containers", "set_repr", self);
  return vm.make_string(exact ? "{" + text + "}" : name + "({" + text + "})");
}

Value set_length(Vm& vm, const Value& self) { return vm.make_int(table_of(self).used); }
Value set_truth(Vm&, const Value& self) { return Value::boolean(table_of(self).used != 0); }
Value set_iterate(Vm& vm, const Value& self) { return make_set_iterator(vm, self); }

Value set_contains(Vm& vm, const Value& self, const Value& item) {
  HashTable::Entry* entry = nullptr;
  TableResult result = table_find(vm, table_of(self), frozen(vm, item), &entry);
  return result == TableResult::kRaised ? Value() : Value::boolean(result == TableResult::kFound);
}

Value frozenset_hash(Vm& vm, const Value& self) {
  auto* set = self.as<Set>();
  if (set->hash != 0) return vm.make_int(set->hash);
  // The sum does not depend on the order.
  std::uint64_t total = 1927868237U * (std::uint64_t{set->table.used} + 1);
  for (std::uint32_t i = 0; i < set->table.filled; ++i) {
    if (set->table.entries[i].key.is_empty()) continue;
    std::uint64_t hash = set->table.entries[i].hash;
    total ^= (hash ^ (hash << 16) ^ 89869747U) * 3644798167U;
  }
  auto result = static_cast<std::int64_t>((total ^ total >> 11) >> 4);
  set->hash = result == 0 ? 590923713 : result;
  return vm.make_int(set->hash);
}

// A new set of the same kind as `like` (subclasses give the builtin one).
Value make_like(Vm& vm, const Value& like) {
  bool frozen = is_subtype(vm.type_of(like), vm.types.frozenset);
  return frozen ? make_frozenset(vm).value() : make_set(vm).value();
}

// 1: yes, 0: no, -1: raised.
int holds(Vm& vm, const Value& set, const HashTable::Entry& item) {
  HashTable::Entry* entry = nullptr;
  Value key = item.key;
  TableResult result = table_find(vm, table_of(set), key, item.hash, &entry);
  return result == TableResult::kRaised ? -1 : (result == TableResult::kFound ? 1 : 0);
}

// Adds to `result` those of `from` that are (or are not) in `other`; `other` empty: all.
bool add_filtered(Vm& vm, const Value& result, const Value& from, const Value& other, bool wanted) {
  for (std::uint32_t i = 0; i < table_of(from).filled; ++i) {
    HashTable::Entry entry = table_of(from).entries[i];
    if (entry.key.is_empty()) continue;
    if (!other.is_empty()) {
      int found = holds(vm, other, entry);
      if (found < 0) return false;
      if ((found == 1) != wanted) continue;
    }
    if (table_set(vm, table_of(result), entry.key, entry.hash, Value::none()) == TableResult::kRaised)
      return false;
  }
  return true;
}

Value set_binary_slot(Vm& vm, BinaryOperator op, const Value& left, const Value& right) {
  return set_binary(vm, op, left, right);
}

Value set_inplace(Vm& vm, BinaryOperator op, const Value& left, const Value& right) {
  if (!is_set(right) || is_subtype(vm.type_of(left), vm.types.frozenset)) return Value::not_implemented();
  if (op == BinaryOperator::kOr) return add_filtered(vm, left, right, Value(), true) ? left : Value();
  Value result = set_binary(vm, op, left, right);
  if (result.is_special() || result.is_not_implemented()) return result;
  std::swap(table_of(left), table_of(result));
  return left;
}

// Whether all of `inner` are in `outer`: 1, 0, or -1 where it raised.
int is_subset(Vm& vm, const Value& inner, const Value& outer) {
  for (std::uint32_t i = 0; i < table_of(inner).filled; ++i) {
    HashTable::Entry entry = table_of(inner).entries[i];
    if (entry.key.is_empty()) continue;
    int found = holds(vm, outer, entry);
    if (found != 1) return found;
  }
  return 1;
}

// Fills a set from the arguments of set(...): None, empty, or a tail call that gives `result`.
Value fill(Vm& vm, const Value& set, const Arguments& arguments, std::string_view function,
           const Value& result) {
  std::string_view name = is_subtype(vm.type_of(set), vm.types.frozenset) ? "frozenset" : "set";
  if (arguments.keyword_count != 0 && vm.type_of(set)->script_init.is_empty())
    return vm.raise(vm.types.type_error, name, "() takes no keyword arguments");
  if (arguments.size() > 1) {
    return vm.raise(vm.types.type_error, name, " expected at most 1 argument, got ",
                    std::to_string(arguments.size()));
  }
  if (arguments.size() == 0) return result;
  if (is_set(arguments[0])) return add_filtered(vm, set, arguments[0], Value(), true) ? result : Value();
  Ref<List> items = make_list(vm);
  Value rest;
  switch (collect(vm, arguments[0], items.get(), &rest)) {
    case Collected::kAll:
      for (const Value& item : items->span()) {
        if (!set_add(vm, set.as<Set>(), item)) return {};
      }
      return result;
    case Collected::kRaised:
      return {};
    default:
      return finish_collecting(vm, function, set, std::move(items).value(), rest);
  }
}

Value set_create(Vm& vm, Type* type, const Arguments& arguments) {
  if (type != vm.types.set) return Value::steal(vm.heap.make<Set>(type, type->basic_size));
  Value set = make_set(vm).value();
  return fill(vm, set, arguments, "fill_set_and_return", set);
}

Value set_initialize(Vm& vm, const Value& self, const Arguments& arguments) {
  if (self.object()->type == vm.types.set) return Value::none();
  return fill(vm, self, arguments, "fill_set", Value::none());
}

Value frozenset_create(Vm& vm, Type* type, const Arguments& arguments) {
  bool exact = type == vm.types.frozenset;
  if (exact && arguments.size() == 1 && arguments.keyword_count == 0 && vm.is_exact(arguments[0], type)) {
    return arguments[0];
  }
  Value set = exact ? make_frozenset(vm).value() : Value::steal(vm.heap.make<Set>(type, type->basic_size));
  return fill(vm, set, arguments, "fill_set_and_return", set);
}

}  // namespace

Value frozen(Vm& vm, const Value& item) {
  if (!has_layout(item, Layout::kSet) || vm.type_of(item)->slots.hash == frozenset_hash) return item;
  Value copy = make_frozenset(vm).value();
  table_copy(vm, table_of(item), table_of(copy));
  return copy;
}

Value set_from_list(Vm& vm, const Value& items) {
  if (items.is_empty()) return {};
  Ref<Set> set = make_set(vm);
  auto span = vm.is_list(items) ? items.as<List>()->span() : items.as<Tuple>()->items();
  for (const Value& item : span) {
    if (!set_add(vm, set.get(), item)) return {};
  }
  return std::move(set).value();
}

Value set_common(Vm& vm, const Value& like, const Value& keys, const Value& other) {
  Value result = make_like(vm, like);
  return add_filtered(vm, result, keys, other, true) ? result : Value();
}

Value set_binary(Vm& vm, BinaryOperator op, const Value& left, const Value& right) {
  if (!is_set(left) || !is_set(right)) return Value::not_implemented();
  Value result = make_like(vm, left);
  bool done = false;
  switch (op) {
    case BinaryOperator::kOr:
      done = add_filtered(vm, result, left, Value(), true) && add_filtered(vm, result, right, Value(), true);
      break;
    case BinaryOperator::kAnd:
      // The keys are the smaller one's, the right one's where both are as large.
      return table_of(right).used > table_of(left).used ? set_common(vm, left, left, right)
                                                        : set_common(vm, left, right, left);
    case BinaryOperator::kSubtract:
      done = add_filtered(vm, result, left, right, false);
      break;
    case BinaryOperator::kXor:
      done = add_filtered(vm, result, left, right, false) && add_filtered(vm, result, right, left, false);
      break;
    default:
      return Value::not_implemented();
  }
  return done ? result : Value();
}

Value set_compare(Vm& vm, CompareOperator op, const Value& left, const Value& right) {
  if (!is_set(left) || !is_set(right)) return Value::not_implemented();
  std::uint32_t a = table_of(left).used;
  std::uint32_t b = table_of(right).used;
  bool possible = true;
  int answer = 0;
  switch (op) {
    case CompareOperator::kEqual:
    case CompareOperator::kNotEqual:
      possible = a == b;
      answer = possible ? is_subset(vm, left, right) : 0;
      if (answer < 0) return {};
      return Value::boolean((answer == 1) == (op == CompareOperator::kEqual));
    case CompareOperator::kLess:
    case CompareOperator::kLessEqual:
      possible = op == CompareOperator::kLess ? a < b : a <= b;
      answer = possible ? is_subset(vm, left, right) : 0;
      break;
    default:
      possible = op == CompareOperator::kGreater ? a > b : a >= b;
      answer = possible ? is_subset(vm, right, left) : 0;
      break;
  }
  return answer < 0 ? Value() : Value::boolean(answer == 1);
}

void install_set(Vm& vm) {
  TypeSlots slots;
  slots.repr = set_repr;
  slots.length = set_length;
  slots.truth = set_truth;
  slots.iterate = set_iterate;
  slots.contains = set_contains;
  slots.compare = set_compare;
  slots.binary = set_binary_slot;
  slots.inplace = set_inplace;
  slots.create = set_create;
  slots.initialize = set_initialize;
  extend_type(vm, vm.types.set, slots, kSetReadMethods);
  extend_type(vm, vm.types.set, {}, kSetWriteMethods);
  TypeSlots frozen = slots;
  frozen.hash = frozenset_hash;
  frozen.inplace = nullptr;
  frozen.initialize = nullptr;
  frozen.create = frozenset_create;
  extend_type(vm, vm.types.frozenset, frozen, kSetReadMethods);
}

}  // namespace loopscope::python
