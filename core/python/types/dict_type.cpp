// dict: slots and construction.
// Not its methods (dict_methods.cpp) and views (table_iterators.cpp).
#include "core/python/types/dict_type.h"

#include <string>

#include "core/python/types/iterate.h"
#include "core/python/types/iterators.h"
#include "core/python/types/native_depth.h"
#include "core/python/types/operands.h"
#include "core/python/types/type_installers.h"

namespace loopscope::python {
namespace {

HashTable& table_of(const Value& dict) { return dict.as<Dict>()->table; }

Value dict_repr(Vm& vm, const Value& self) {
  if (table_of(self).used == 0) return vm.make_string("{}");
  NativeDepth depth;
  if (depth.too_deep()) return depth.raise(vm, kWhileShowing);
  if (!vm.enter_repr(self)) return vm.make_string("{...}");
  std::string text = "{";
  Value problem;
  {
    Vm::NativeOnly scope(vm);
    HashTable& table = table_of(self);
    for (std::uint32_t i = 0; i < table.filled && problem.is_empty(); ++i) {
      if (table.entries[i].key.is_empty()) continue;
      Value key = vm.repr(table.entries[i].key);
      Value value = key.is_special() ? key : vm.repr(table.entries[i].value);
      if (value.is_special()) {
        problem = value;
        if (problem.is_empty()) break;
        continue;
      }
      if (text.size() > 1) text += ", ";
      text.append(view_of(key)).append(": ").append(view_of(value));
    }
  }
  vm.leave_repr();
  if (vm.has_exception()) return {};
  if (!problem.is_deferred()) return vm.make_string(text + "}");
  return vm.native_only() ? problem : vm.call_library("containers", "dict_repr", self);
}

Value dict_length(Vm& vm, const Value& self) { return vm.make_int(table_of(self).used); }
Value dict_truth(Vm&, const Value& self) { return Value::boolean(table_of(self).used != 0); }
Value dict_iterate(Vm& vm, const Value& self) {
  return make_dict_iterator(vm, self, TableView::kKeys, false);
}

Value dict_compare(Vm& vm, CompareOperator op, const Value& left, const Value& right) {
  if (!vm.is_dict(left) || !vm.is_dict(right)) return Value::not_implemented();
  NativeDepth depth;
  if (depth.too_deep()) return depth.raise(vm, kInComparison);
  if (op != CompareOperator::kEqual && op != CompareOperator::kNotEqual) return Value::not_implemented();
  bool equal = table_of(left).used == table_of(right).used;
  for (std::uint32_t i = 0; equal && i < table_of(left).filled; ++i) {
    const HashTable::Entry& entry = table_of(left).entries[i];
    if (entry.key.is_empty()) continue;
    Value key = entry.key;
    Value mine = entry.value;
    HashTable::Entry* other = nullptr;
    TableResult result = table_find(vm, table_of(right), key, &other);
    if (result == TableResult::kRaised) return {};
    if (result == TableResult::kMissing) {
      equal = false;
      break;
    }
    Value theirs = other->value;
    Vm::Answer answer = vm.equal_now(mine, theirs);
    if (answer == Vm::Answer::kRaised) return {};
    equal = answer == Vm::Answer::kYes;
  }
  return Value::boolean(equal == (op == CompareOperator::kEqual));
}

Value dict_get_item(Vm& vm, const Value& self, const Value& key) {
  const Value* found = nullptr;
  switch (dict_find(vm, self.as<Dict>(), key, &found)) {
    case TableResult::kFound:
      return *found;
    case TableResult::kRaised:
      return {};
    default:
      break;
  }
  if (self.object()->type != vm.types.dict) {
    if (lookup(vm.type_of(self), vm.names.dunder_missing) != nullptr) {
      const Value arguments[] = {key};
      return vm.call_method(self, vm.names.dunder_missing, arguments);
    }
  }
  return vm.raise_with(vm.types.key_error, key);
}

Value dict_set_item(Vm& vm, const Value& self, const Value& key, const Value& value) {
  if (!value.is_empty()) return dict_set(vm, self.as<Dict>(), key, value) ? Value::none() : Value();
  Value removed;
  switch (dict_remove(vm, self.as<Dict>(), key, &removed)) {
    case TableResult::kFound:
      return Value::none();
    case TableResult::kRaised:
      return {};
    default:
      return vm.raise_with(vm.types.key_error, key);
  }
}

Value dict_contains(Vm& vm, const Value& self, const Value& item) {
  const Value* found = nullptr;
  TableResult result = dict_find(vm, self.as<Dict>(), item, &found);
  return result == TableResult::kRaised ? Value() : Value::boolean(result == TableResult::kFound);
}

Value merged(Vm& vm, const Value& left, const Value& right) {
  Ref<Dict> result = make_dict(vm);
  Value dict = std::move(result).value();
  if (!table_copy(vm, table_of(left), table_of(dict))) return {};
  Value done = update_dict(vm, dict, right);
  return done.is_none() ? dict : done;
}

Value dict_binary(Vm& vm, BinaryOperator op, const Value& left, const Value& right) {
  if (op != BinaryOperator::kOr || !vm.is_dict(left) || !vm.is_dict(right)) return Value::not_implemented();
  return merged(vm, left, right);
}

Value dict_inplace(Vm& vm, BinaryOperator op, const Value& left, const Value& right) {
  if (op != BinaryOperator::kOr) return Value::not_implemented();
  if (vm.is_dict(right)) {
    Value done = update_dict(vm, left, right);
    return done.is_none() ? left : done;
  }
  if (vm.native_only()) return Value::deferred();
  return vm.call_library("containers", "dict_update_and_return", left, right);
}

// Keywords of dict(...) and update(...).
bool add_keywords(Vm& vm, const Value& dict, const Arguments& arguments) {
  for (std::uint32_t i = 0; i < arguments.keyword_count; ++i) {
    if (!dict_set(vm, dict.as<Dict>(), arguments.names[i], arguments.keyword_value(i))) return false;
  }
  return true;
}

// None, or special; a tail call gives `result` where that is not None.
Value fill(Vm& vm, const Value& dict, const Arguments& arguments, bool initialize) {
  if (arguments.size() > 1) {
    return vm.raise(vm.types.type_error, "dict expected at most 1 argument, got ",
                    std::to_string(arguments.size()));
  }
  if (arguments.size() == 1) {
    Value done;
    {
      Vm::NativeOnly scope(vm);
      done = update_dict(vm, dict, arguments[0]);
    }
    if (done.is_deferred()) {
      if (vm.native_only()) return done;
      Ref<Dict> keywords = make_dict(vm);
      if (!add_keywords(vm, keywords.value(), arguments)) return {};
      return vm.call_library("containers", initialize ? "dict_fill" : "dict_fill_and_return", dict,
                             arguments[0], keywords.value());
    }
    if (!done.is_none()) return done;
  }
  return add_keywords(vm, dict, arguments) ? Value::none() : Value();
}

Value dict_create(Vm& vm, Type* type, const Arguments& arguments) {
  if (type != vm.types.dict) return Value::steal(vm.heap.make<Dict>(type, type->basic_size));
  Value dict = make_dict(vm).value();
  Value done = fill(vm, dict, arguments, false);
  return done.is_none() ? dict : done;
}

Value dict_initialize(Vm& vm, const Value& self, const Arguments& arguments) {
  // An exact dict was filled when it was made.
  if (self.object()->type == vm.types.dict) return Value::none();
  return fill(vm, self, arguments, true);
}

// One pair of an iterable of pairs. False: raised, or `*special` is not empty.
bool add_pair(Vm& vm, const Value& dict, const Value& pair, std::size_t position, Value* special) {
  std::span<const Value> items;
  Ref<List> collected;
  if (vm.is_tuple(pair)) {
    items = pair.as<Tuple>()->items();
  } else if (vm.is_list(pair)) {
    items = pair.as<List>()->span();
  } else {
    if (!is_iterable(vm, pair)) {
      vm.raise(vm.types.type_error, "cannot convert dictionary update sequence element #",
               std::to_string(position), " to a sequence");
      return false;
    }
    collected = make_list(vm);
    Value rest;
    Collected outcome = collect(vm, pair, collected.get(), &rest);
    if (outcome == Collected::kScript) *special = Value::deferred();
    if (outcome != Collected::kAll) return false;
    items = collected->span();
  }
  if (items.size() != 2) {
    vm.raise(vm.types.value_error, "dictionary update sequence element #", std::to_string(position),
             " has length ", std::to_string(items.size()), "; 2 is required");
    return false;
  }
  Value key = items[0];
  Value value = items[1];
  return dict_set(vm, dict.as<Dict>(), key, std::move(value));
}

Value update_from_dict(Vm& vm, const Value& dict, const Value& source) {
  if (dict.is(source)) return Value::none();
  HashTable& table = table_of(source);
  std::uint32_t used = table.used;
  for (std::uint32_t i = 0; i < table.filled; ++i) {
    if (table.entries[i].key.is_empty()) continue;
    Value key = table.entries[i].key;
    Value value = table.entries[i].value;
    if (table_set(vm, table_of(dict), key, table.entries[i].hash, std::move(value)) == TableResult::kRaised)
      return {};
    if (table.used != used) return vm.raise(vm.types.runtime_error, "dict mutated during update");
  }
  return Value::none();
}

}  // namespace

Value update_dict(Vm& vm, const Value& dict, const Value& source) {
  if (vm.is_dict(source) && vm.type_of(source)->slots.iterate == dict_iterate) {
    return update_from_dict(vm, dict, source);
  }
  bool mapping = lookup(vm.type_of(source), vm.names.plain_keys) != nullptr;
  if (!mapping) {
    if (!is_iterable(vm, source)) {
      return vm.raise(vm.types.type_error, "'", vm.type_name(source), "' object is not iterable");
    }
    Ref<List> pairs = make_list(vm);
    Value rest;
    Collected outcome = vm.is_list(source) || vm.is_tuple(source) || is_items_view(source)
                            ? collect(vm, source, pairs.get(), &rest)
                            : Collected::kScript;
    if (outcome == Collected::kRaised) return {};
    if (outcome == Collected::kAll) {
      Value special;
      std::size_t position = 0;
      while (position < pairs->size && add_pair(vm, dict, (*pairs)[position], position, &special)) ++position;
      if (position == pairs->size) return Value::none();
      if (!special.is_deferred()) return {};
    }
  }
  if (vm.native_only()) return Value::deferred();
  return vm.call_library("containers", mapping ? "dict_update_mapping" : "dict_update_pairs", dict, source);
}

void install_dict(Vm& vm) {
  TypeSlots slots;
  slots.repr = dict_repr;
  slots.length = dict_length;
  slots.truth = dict_truth;
  slots.iterate = dict_iterate;
  slots.compare = dict_compare;
  slots.binary = dict_binary;
  slots.inplace = dict_inplace;
  slots.get_item = dict_get_item;
  slots.set_item = dict_set_item;
  slots.contains = dict_contains;
  slots.create = dict_create;
  slots.initialize = dict_initialize;
  extend_type(vm, vm.types.dict, slots, kDictMethods);
}

}  // namespace loopscope::python
