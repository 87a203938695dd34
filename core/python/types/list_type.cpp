// list: slots, construction, slices, and what list and tuple have in common.
// Not its methods (list_methods.cpp) and sorting (sort.cpp).
#include "core/python/types/list_type.h"

#include <cstring>
#include <string>

#include "core/python/types/derived.h"
#include "core/python/types/format_result.h"
#include "core/python/types/iterate.h"
#include "core/python/types/iterators.h"
#include "core/python/types/native_depth.h"
#include "core/python/types/operands.h"
#include "core/python/types/slices.h"
#include "core/python/types/type_installers.h"

namespace loopscope::python {
namespace {

Value list_repr(Vm& vm, const Value& self) {
  if (self.as<List>()->size == 0) return vm.make_string("[]");
  return repr_items(vm, self, self.as<List>()->span(), "[", "]");
}

// Are they the same or equal? Deferred where the script must be asked.
Value same_natively(Vm& vm, const Value& left, const Value& right) {
  if (left.is(right)) return Value::true_value();
  Vm::NativeOnly scope(vm);
  Value equal = vm.compare(CompareOperator::kEqual, left, right);
  return equal.is_special() ? equal : vm.truth(equal);
}

Value list_length(Vm& vm, const Value& self) { return vm.make_int(self.as<List>()->size); }
Value list_truth(Vm&, const Value& self) { return Value::boolean(self.as<List>()->size != 0); }
Value list_iterate(Vm& vm, const Value& self) { return make_list_iterator(vm, self); }

// The first items are compared natively; from the first one on that the script must be asked of, the library
// goes on. By position: an __eq__ of the script may change both.
template <typename Sequence>
Value compare_by_position(Vm& vm, CompareOperator op, const Value& left, const Value& right, Type* kind) {
  NativeDepth depth;
  if (depth.too_deep()) return depth.raise(vm, kInComparison);
  auto* a = left.as<Sequence>();
  auto* b = right.as<Sequence>();
  bool equality = op == CompareOperator::kEqual || op == CompareOperator::kNotEqual;
  if (equality && a->size != b->size) return Value::boolean(op == CompareOperator::kNotEqual);
  for (std::uint32_t i = 0; i < a->size && i < b->size; ++i) {
    Value x = (*a)[i];
    Value y = (*b)[i];
    Value same = same_natively(vm, x, y);
    if (same.is_empty()) return same;
    if (same.is_deferred()) {
      if (vm.native_only()) return same;
      return vm.call_library("containers", "compare_rest", Value::share(kind), left, right,
                             Value::small_int(static_cast<int>(op)), Value::small_int(i));
    }
    if (same.is_true()) continue;
    return equality ? Value::boolean(op == CompareOperator::kNotEqual) : vm.compare(op, x, y);
  }
  return order_answer(op, a->size < b->size ? -1 : (a->size > b->size ? 1 : 0));
}

Value list_compare(Vm& vm, CompareOperator op, const Value& left, const Value& right) {
  if (!vm.is_list(left) || !vm.is_list(right)) return Value::not_implemented();
  return compare_by_position<List>(vm, op, left, right, vm.types.list);
}

Value repeat(Vm& vm, std::span<const Value> items, const Value& times) {
  std::int64_t count = 0;
  if (!int64_of(times, &count)) {
    return vm.raise(vm.types.overflow_error, "cannot fit 'int' into an index-sized integer");
  }
  if (count <= 0 || items.empty()) return make_list(vm).value();
  if (!check_repeat(vm, count, items.size_bytes())) return {};
  Ref<List> result = make_list(vm, items.size() * static_cast<std::size_t>(count));
  for (std::int64_t i = 0; i < count; ++i) {
    for (const Value& item : items) new (result->items + result->size++) Value(item);
  }
  return std::move(result).value();
}

Value list_binary(Vm& vm, BinaryOperator op, const Value& left, const Value& right) {
  if (op == BinaryOperator::kMultiply) {
    const Value& list = vm.is_list(left) ? left : right;
    const Value& times = vm.is_list(left) ? right : left;
    if (!is_int(times)) return vm.is_list(left) ? refuse_repeat(vm, times) : Value::not_implemented();
    return repeat(vm, list.as<List>()->span(), times);
  }
  if (op != BinaryOperator::kAdd || !vm.is_list(left)) return Value::not_implemented();
  if (!vm.is_list(right)) {
    return vm.raise(vm.types.type_error, "can only concatenate list (not \"", vm.type_name(right),
                    "\") to list");
  }
  auto a = left.as<List>()->span();
  auto b = right.as<List>()->span();
  if (!check_repeat(vm, 1, a.size_bytes() + b.size_bytes())) return {};
  Ref<List> sum = make_list(vm, a.size() + b.size());
  for (const Value& item : a) new (sum->items + sum->size++) Value(item);
  for (const Value& item : b) new (sum->items + sum->size++) Value(item);
  return std::move(sum).value();
}

Value list_inplace(Vm& vm, BinaryOperator op, const Value& left, const Value& right) {
  auto* list = left.as<List>();
  if (op == BinaryOperator::kAdd) {
    Value rest;
    switch (collect(vm, right, list, &rest)) {
      case Collected::kAll:
        return left;
      case Collected::kRaised:
        return {};
      default:
        return finish_collecting(vm, "extend_and_return", left, left, rest);
    }
  }
  if (op != BinaryOperator::kMultiply || !is_int(right)) return Value::not_implemented();
  std::int64_t count = 0;
  if (!int64_of(right, &count)) {
    return vm.raise(vm.types.overflow_error, "cannot fit 'int' into an index-sized integer");
  }
  std::size_t size = list->size;
  if (count <= 0) {
    list_clear(vm, list);
    return left;
  }
  if (!check_repeat(vm, count, size * sizeof(Value)) ||
      !list_grow(vm, list, size * static_cast<std::size_t>(count))) {
    return {};
  }
  for (std::int64_t i = 1; i < count; ++i) {
    for (std::size_t j = 0; j < size; ++j) new (list->items + list->size++) Value(list->items[j]);
  }
  return left;
}

Value list_get_item(Vm& vm, const Value& self, const Value& key) {
  if (asks_script(vm, key)) return get_by_plain_key(vm, vm.types.list, self, key);
  auto* list = self.as<List>();
  if (!is_slice(vm, key)) {
    std::int64_t index = 0;
    if (!resolve_index(vm, key, list->size, &index, "list", "list index out of range")) return {};
    return (*list)[static_cast<std::size_t>(index)];
  }
  SliceRange range;
  if (!resolve_slice(vm, key, list->size, &range)) return {};
  if (!check_repeat(vm, range.count, sizeof(Value))) return {};
  Ref<List> part = make_list(vm, static_cast<std::size_t>(range.count));
  for (std::int64_t i = 0; i < range.count; ++i) {
    new (part->items + part->size++) Value((*list)[static_cast<std::size_t>(range.start + i * range.step)]);
  }
  return std::move(part).value();
}

// list[start:stop] = items, for step 1. What is replaced dies once the list is whole again.
bool replace_range(Vm& vm, List* list, std::size_t start, std::size_t count, std::span<const Value> items) {
  std::vector<Value> fresh(items.begin(), items.end());
  std::size_t size = list->size - count + fresh.size();
  if (size > list->capacity && !list_grow(vm, list, size)) return false;
  std::vector<Value> dropped;
  for (std::size_t i = 0; i < count; ++i) dropped.push_back(std::move(list->items[start + i]));
  std::memmove(static_cast<void*>(list->items + start + fresh.size()),
               static_cast<const void*>(list->items + start + count),
               (list->size - start - count) * sizeof(Value));
  for (std::size_t i = 0; i < fresh.size(); ++i) new (list->items + start + i) Value(std::move(fresh[i]));
  list->size = static_cast<std::uint32_t>(size);
  while (!dropped.empty()) dropped.pop_back();  // from the end, as CPython does
  return true;
}

Value assign_slice(Vm& vm, List* list, const Value& key, std::span<const Value> items) {
  SliceRange range;
  if (!resolve_slice(vm, key, list->size, &range)) return {};
  if (range.step == 1) {
    bool done = replace_range(vm, list, static_cast<std::size_t>(range.start),
                              static_cast<std::size_t>(range.count), items);
    return done ? Value::none() : Value();
  }
  if (static_cast<std::size_t>(range.count) != items.size()) {
    return vm.raise(vm.types.value_error, "attempt to assign sequence of size ", std::to_string(items.size()),
                    " to extended slice of size ", std::to_string(range.count));
  }
  std::vector<Value> fresh(items.begin(), items.end());
  for (std::int64_t i = 0; i < range.count; ++i) {
    std::swap((*list)[static_cast<std::size_t>(range.start + i * range.step)],
              fresh[static_cast<std::size_t>(i)]);
  }
  return Value::none();
}

Value delete_slice(Vm& vm, List* list, const Value& key) {
  SliceRange range;
  if (!resolve_slice(vm, key, list->size, &range)) return {};
  if (range.step < 0) {
    range.start += (range.count - 1) * range.step;
    range.step = -range.step;
  }
  if (range.step == 1) {
    list_erase(vm, list, static_cast<std::size_t>(range.start),
               static_cast<std::size_t>(range.start + range.count));
    return Value::none();
  }
  std::vector<Value> dropped;
  std::size_t kept = 0;
  for (std::int64_t i = 0; i < list->size; ++i) {
    std::int64_t offset = i - range.start;
    bool drop = offset >= 0 && offset % range.step == 0 && offset / range.step < range.count;
    if (drop) {
      dropped.push_back(std::move((*list)[static_cast<std::size_t>(i)]));
    } else {
      if (kept != static_cast<std::size_t>(i)) {
        new (list->items + kept) Value(std::move((*list)[static_cast<std::size_t>(i)]));
      }
      ++kept;
    }
  }
  list->size = static_cast<std::uint32_t>(kept);
  return Value::none();
}

Value list_set_item(Vm& vm, const Value& self, const Value& key, const Value& value) {
  if (asks_script(vm, key)) return set_by_plain_key(vm, vm.types.list, self, key, value);
  auto* list = self.as<List>();
  if (is_slice(vm, key)) {
    if (value.is_empty()) return delete_slice(vm, list, key);
    if (vm.is_list(value) && value.as<List>() != list)
      return assign_slice(vm, list, key, value.as<List>()->span());
    SliceRange unused;
    if (!resolve_slice(vm, key, list->size, &unused)) return {};
    if (!is_iterable(vm, value))
      return vm.raise(vm.types.type_error, "must assign iterable to extended slice");
    Ref<List> items = make_list(vm);
    Value rest;
    switch (collect(vm, value, items.get(), &rest)) {
      case Collected::kAll:
        return assign_slice(vm, list, key, items->span());
      case Collected::kRaised:
        return {};
      default: {
        if (vm.native_only()) return Value::deferred();
        return vm.call_library("iterables", "assign_slice", self, key, std::move(items).value(), rest);
      }
    }
  }
  std::int64_t index = 0;
  if (!resolve_index(vm, key, list->size, &index, "list", "list assignment index out of range")) return {};
  auto place = static_cast<std::size_t>(index);
  if (value.is_empty()) {
    list_erase(vm, list, place, place + 1);
  } else {
    Value old = std::exchange((*list)[place], value);
  }
  return Value::none();
}

template <typename Sequence>
Value contains_by_position(Vm& vm, const Value& self, const Value& item, Type* kind) {
  auto* sequence = self.as<Sequence>();
  for (std::uint32_t i = 0; i < sequence->size; ++i) {
    Value candidate = (*sequence)[i];
    Value same = same_natively(vm, candidate, item);
    if (same.is_empty() || same.is_true()) return same;
    if (!same.is_deferred()) continue;
    if (vm.native_only()) return same;
    return vm.call_library("containers", "contains_rest", Value::share(kind), self, item,
                           Value::small_int(i));
  }
  return Value::false_value();
}

Value list_contains(Vm& vm, const Value& self, const Value& item) {
  return contains_by_position<List>(vm, self, item, vm.types.list);
}

// Fills `list` from the arguments of list(...); None, empty, or a tail call that gives `result`.
Value fill(Vm& vm, const Value& list, const Arguments& arguments, const char* function, const Value& result) {
  if (arguments.keyword_count != 0 && vm.type_of(list)->script_new.is_empty()) {
    return vm.raise(vm.types.type_error, "list() takes no keyword arguments");
  }
  if (arguments.size() > 1) {
    return vm.raise(vm.types.type_error, "list expected at most 1 argument, got ",
                    std::to_string(arguments.size()));
  }
  if (arguments.size() == 0) return result;
  Value rest;
  switch (collect(vm, arguments[0], list.as<List>(), &rest)) {
    case Collected::kAll:
      return result;
    case Collected::kRaised:
      return {};
    default:
      return finish_collecting(vm, function, result, list, rest);
  }
}

Value list_create(Vm& vm, Type* type, const Arguments& arguments) {
  if (type != vm.types.list) {
    // A subclass is filled by its __init__.
    return Value::steal(vm.heap.make<List>(type, type->basic_size));
  }
  Value list = make_list(vm).value();
  return fill(vm, list, arguments, "extend_and_return", list);
}

Value list_initialize(Vm& vm, const Value& self, const Arguments& arguments) {
  // An exact list was filled when it was made.
  if (self.object()->type == vm.types.list) return Value::none();
  list_clear(vm, self.as<List>());
  return fill(vm, self, arguments, "extend", Value::none());
}

}  // namespace

Value compare_tuples(Vm& vm, CompareOperator op, const Value& left, const Value& right) {
  return compare_by_position<Tuple>(vm, op, left, right, vm.types.tuple);
}

Value tuple_contains(Vm& vm, const Value& self, const Value& item) {
  return contains_by_position<Tuple>(vm, self, item, vm.types.tuple);
}

Value repr_items(Vm& vm, const Value& self, std::span<const Value> items, const char* open,
                 const char* close) {
  NativeDepth depth;
  if (depth.too_deep()) return depth.raise(vm, kWhileShowing);
  if (!vm.enter_repr(self)) return vm.make_string(std::string(open) + "..." + close);
  std::string text = open;
  Value problem;
  {
    Vm::NativeOnly scope(vm);
    for (std::size_t i = 0; i < items.size(); ++i) {
      Value item = vm.repr(items[i]);
      if (item.is_special()) {
        problem = item;
        break;
      }
      if (i > 0) text += ", ";
      text += view_of(item);
    }
    if (problem.is_empty() && items.size() == 1 && *open == '(') text += ",";
  }
  vm.leave_repr();
  if (vm.has_exception()) return {};
  if (!problem.is_deferred()) return vm.make_string(text + close);
  if (vm.native_only()) return problem;
  return vm.call_library("containers", *open == '(' ? "tuple_repr" : "list_repr", self);
}

std::int64_t find_item(Vm& vm, std::span<const Value> items, const Value& wanted) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    Vm::Answer answer = vm.equal_now(items[i], wanted);
    if (answer == Vm::Answer::kRaised) return -2;
    if (answer == Vm::Answer::kYes) return static_cast<std::int64_t>(i);
  }
  return -1;
}

void install_list(Vm& vm) {
  TypeSlots slots;
  slots.repr = list_repr;
  slots.length = list_length;
  slots.truth = list_truth;
  slots.compare = list_compare;
  slots.binary = list_binary;
  slots.inplace = list_inplace;
  slots.iterate = list_iterate;
  slots.get_item = list_get_item;
  slots.set_item = list_set_item;
  slots.contains = list_contains;
  slots.create = list_create;
  slots.initialize = list_initialize;
  extend_type(vm, vm.types.list, slots, kListMethods);
}

}  // namespace loopscope::python
