// tuple: slots, construction and its two methods.
// Not what list and tuple share (list_type.cpp).
#include <string>

#include "core/python/types/derived.h"
#include "core/python/types/iterate.h"
#include "core/python/types/iterators.h"
#include "core/python/types/list_type.h"
#include "core/python/types/native_depth.h"
#include "core/python/types/operands.h"
#include "core/python/types/slices.h"
#include "core/python/types/tuple_hash.h"
#include "core/python/types/type_installers.h"

namespace loopscope::python {
namespace {

std::span<const Value> items_of(const Value& tuple) { return tuple.as<Tuple>()->items(); }

Value tuple_repr(Vm& vm, const Value& self) {
  if (self.as<Tuple>()->size == 0) return vm.make_string("()");
  return repr_items(vm, self, items_of(self), "(", ")");
}

Value tuple_length(Vm& vm, const Value& self) { return vm.make_int(self.as<Tuple>()->size); }
Value tuple_truth(Vm&, const Value& self) { return Value::boolean(self.as<Tuple>()->size != 0); }
Value tuple_iterate(Vm& vm, const Value& self) { return make_tuple_iterator(vm, self); }

Value tuple_hash(Vm& vm, const Value& self) {
  NativeDepth depth;
  if (depth.too_deep()) return depth.raise(vm);
  std::uint64_t total = 0;
  if (!hash_items(vm, items_of(self), &total)) return {};
  return finish_hash(vm, total + (self.as<Tuple>()->size ^ (kHashSeed ^ 3527539U)));
}

Value tuple_compare(Vm& vm, CompareOperator op, const Value& left, const Value& right) {
  if (!vm.is_tuple(left) || !vm.is_tuple(right)) return Value::not_implemented();
  return compare_tuples(vm, op, left, right);
}

Value repeat(Vm& vm, const Value& tuple, const Value& times) {
  auto items = items_of(tuple);
  std::int64_t count = 0;
  if (!int64_of(times, &count)) {
    return vm.raise(vm.types.overflow_error, "cannot fit 'int' into an index-sized integer");
  }
  if (count == 1 && vm.is_exact(tuple, vm.types.tuple)) return tuple;
  if (count < 0) count = 0;
  if (!check_repeat(vm, count, items.size_bytes())) return {};
  Ref<Tuple> result = make_tuple(vm, items.empty() ? 0 : items.size() * static_cast<std::size_t>(count));
  for (std::size_t i = 0; i < result->size; ++i) (*result)[i] = items[i % items.size()];
  return std::move(result).value();
}

Value tuple_binary(Vm& vm, BinaryOperator op, const Value& left, const Value& right) {
  if (op == BinaryOperator::kMultiply) {
    const Value& tuple = vm.is_tuple(left) ? left : right;
    const Value& times = vm.is_tuple(left) ? right : left;
    if (is_int(times)) return repeat(vm, tuple, times);
    return vm.is_tuple(left) ? refuse_repeat(vm, times) : Value::not_implemented();
  }
  if (op != BinaryOperator::kAdd || !vm.is_tuple(left)) return Value::not_implemented();
  if (!vm.is_tuple(right)) {
    return vm.raise(vm.types.type_error, "can only concatenate tuple (not \"", vm.type_name(right),
                    "\") to tuple");
  }
  auto a = items_of(left);
  auto b = items_of(right);
  if (b.empty() && vm.is_exact(left, vm.types.tuple)) return left;
  if (!check_repeat(vm, 1, a.size_bytes() + b.size_bytes())) return {};
  Ref<Tuple> sum = make_tuple(vm, a.size() + b.size());
  for (std::size_t i = 0; i < a.size(); ++i) (*sum)[i] = a[i];
  for (std::size_t i = 0; i < b.size(); ++i) (*sum)[a.size() + i] = b[i];
  return std::move(sum).value();
}

Value tuple_get_item(Vm& vm, const Value& self, const Value& key) {
  if (asks_script(vm, key)) return get_by_plain_key(vm, vm.types.tuple, self, key);
  auto items = items_of(self);
  auto size = static_cast<std::int64_t>(items.size());
  if (!is_slice(vm, key)) {
    std::int64_t index = 0;
    if (!resolve_index(vm, key, size, &index, "tuple", "tuple index out of range")) return {};
    return items[static_cast<std::size_t>(index)];
  }
  SliceRange range;
  if (!resolve_slice(vm, key, size, &range)) return {};
  if (range.count == size && range.step == 1 && vm.is_exact(self, vm.types.tuple)) return self;
  Ref<Tuple> part = make_tuple(vm, static_cast<std::size_t>(range.count));
  for (std::int64_t i = 0; i < range.count; ++i) {
    (*part)[static_cast<std::size_t>(i)] = items[static_cast<std::size_t>(range.start + i * range.step)];
  }
  return std::move(part).value();
}

Value tuple_create(Vm& vm, Type* type, const Arguments& arguments) {
  if (arguments.keyword_count != 0 && type->script_init.is_empty())
    return vm.raise(vm.types.type_error, "tuple() takes no keyword arguments");
  if (arguments.size() > 1) {
    return vm.raise(vm.types.type_error, "tuple expected at most 1 argument, got ",
                    std::to_string(arguments.size()));
  }
  Value tuple;
  if (arguments.size() == 0) {
    tuple = make_tuple(vm, std::size_t{0}).value();
  } else if (vm.is_exact(arguments[0], vm.types.tuple)) {
    tuple = arguments[0];
  } else {
    Ref<List> items = make_list(vm);
    Value rest;
    switch (collect(vm, arguments[0], items.get(), &rest)) {
      case Collected::kAll:
        tuple = make_tuple(vm, items->span()).value();
        break;
      case Collected::kRaised:
        return {};
      default:
        return finish_collecting(vm, "make_tuple", Value::share(type), std::move(items).value(), rest);
    }
  }
  return type == vm.types.tuple ? tuple : make_derived(vm, type, tuple);
}

Value count(Vm& vm, const Arguments& arguments) {
  std::int64_t times = 0;
  for (const Value& item : items_of(arguments[0])) {
    Vm::Answer answer = vm.equal_now(item, arguments[1]);
    if (answer == Vm::Answer::kRaised) return {};
    times += answer == Vm::Answer::kYes ? 1 : 0;
  }
  return vm.make_int(times);
}

Value index(Vm& vm, const Arguments& arguments) {
  auto items = items_of(arguments[0]);
  std::int64_t start = 0;
  std::int64_t end = 0;
  if (!are_indexes(vm, arguments, 2) ||
      !clip_range(vm, arguments, 2, static_cast<std::int64_t>(items.size()), &start, &end))
    return {};
  if (start < end) {
    auto part = items.subspan(static_cast<std::size_t>(start), static_cast<std::size_t>(end - start));
    std::int64_t at = find_item(vm, part, arguments[1]);
    if (at == -2) return {};
    if (at >= 0) return vm.make_int(start + at);
  }
  return vm.raise(vm.types.value_error, "tuple.index(x): x not in tuple");
}

constexpr NativeSpec kMethods[] = {
    {"count", count, 1, 1}, {"index", index, 1, 3}, {"__getnewargs__", new_arguments}};

}  // namespace

bool hash_items(Vm& vm, std::span<const Value> items, std::uint64_t* total) {
  // xxHash's rounds, as CPython's tuples.
  constexpr std::uint64_t kFirst = 11400714785074694791U;
  constexpr std::uint64_t kSecond = 14029467366897019727U;
  *total = kHashSeed;
  for (const Value& item : items) {
    std::int64_t hash = 0;
    if (!vm.hash_now(item, &hash)) return false;
    *total += static_cast<std::uint64_t>(hash) * kSecond;
    *total = (*total << 31) | (*total >> 33);
    *total *= kFirst;
  }
  return true;
}

Value finish_hash(Vm& vm, std::uint64_t total) {
  auto result = static_cast<std::int64_t>(total);
  return vm.make_int(result == -1 ? 1546275796 : result);
}

void install_tuple(Vm& vm) {
  TypeSlots slots;
  slots.repr = tuple_repr;
  slots.hash = tuple_hash;
  slots.length = tuple_length;
  slots.truth = tuple_truth;
  slots.compare = tuple_compare;
  slots.binary = tuple_binary;
  slots.iterate = tuple_iterate;
  slots.get_item = tuple_get_item;
  slots.contains = tuple_contains;
  slots.create = tuple_create;
  extend_type(vm, vm.types.tuple, slots, kMethods);
}

}  // namespace loopscope::python
