// min, max and sorted.
// Not the sorting itself (core/python/types/sort.h).
#include <string>

#include "core/python/builtins/builtin_functions.h"
#include "core/python/types/iterate.h"
#include "core/python/types/list_type.h"
#include "core/python/types/operands.h"

namespace loopscope::python {
namespace {

// What min and max were asked for.
struct Wanted {
  const char* name;
  bool largest;
  Value key;            // None: the items themselves
  Value fallback;       // empty: none
  bool is_one = false;  // one iterable, not the items themselves
};

bool read_options(Vm& vm, const Arguments& arguments, Wanted* wanted) {
  if (arguments.size() == 0) {
    vm.raise(vm.types.type_error, wanted->name, " expected at least 1 argument, got 0");
    return false;
  }
  Value bound[2];
  if (!bind_arguments(vm, arguments.skip(arguments.positional_count), wanted->name,
                      "*, key=, default=", bound))
    return false;
  if (!bound[0].is_empty()) wanted->key = bound[0];
  wanted->fallback = bound[1];
  wanted->is_one = arguments.size() == 1;
  if (wanted->is_one || wanted->fallback.is_empty()) return true;
  vm.raise(vm.types.type_error, "Cannot specify a default for ", wanted->name,
           "() with multiple positional arguments");
  return false;
}

// The extreme item; empty: raised; deferred: the script is needed.
Value extreme_of(Vm& vm, std::span<const Value> items, const Wanted& wanted) {
  Vm::NativeOnly scope(vm);
  Value best;
  Value best_key;
  for (const Value& item : items) {
    Value key = wanted.key.is_none() ? item : vm.call(wanted.key, item);
    if (key.is_special()) return key;
    if (best.is_empty()) {
      best = item;
      best_key = std::move(key);
      continue;
    }
    Value better;
    if (key.is_small_int() && best_key.is_small_int()) {
      bool less = key.as_small_int() < best_key.as_small_int();
      bool greater = key.as_small_int() > best_key.as_small_int();
      better = Value::boolean(wanted.largest ? greater : less);
    } else {
      better = vm.compare(wanted.largest ? CompareOperator::kGreater : CompareOperator::kLess, key, best_key);
      if (!better.is_special()) better = vm.truth(better);
      if (better.is_special()) return better;
    }
    if (better.is_true()) {
      best = item;
      best_key = std::move(key);
    }
  }
  return best;
}

Value extreme(Vm& vm, const Arguments& arguments, const char* name, bool largest) {
  Wanted wanted{name, largest, Value::none(), Value()};
  if (!read_options(vm, arguments, &wanted)) return {};
  Ref<List> items;
  Value rest;
  if (wanted.is_one) {
    items = make_list(vm);
    Collected outcome = collect(vm, arguments[0], items.get(), &rest);
    if (outcome == Collected::kRaised) return {};
    if (outcome == Collected::kAll) rest = Value();
  } else {
    items = make_list(vm, arguments.positionals());
  }
  if (rest.is_empty()) {
    if (items->size == 0) {
      if (!wanted.fallback.is_empty()) return wanted.fallback;
      return vm.raise(vm.types.value_error, name, "() iterable argument is empty");
    }
    Value best = extreme_of(vm, items->span(), wanted);
    if (!best.is_deferred()) return best;
  }
  if (vm.native_only()) return Value::deferred();
  // A list, so that None can be the default, too.
  Ref<List> fallback = make_list(vm);
  if (!wanted.fallback.is_empty() && !list_append(vm, fallback.get(), wanted.fallback)) return {};
  return vm.call_library("iterables", largest ? "max_rest" : "min_rest", std::move(items).value(),
                         rest.is_empty() ? Value::none() : rest, wanted.key, std::move(fallback).value());
}

Value min_function(Vm& vm, const Arguments& arguments) { return extreme(vm, arguments, "min", false); }
Value max_function(Vm& vm, const Arguments& arguments) { return extreme(vm, arguments, "max", true); }

Value sorted(Vm& vm, const Arguments& arguments) {
  if (arguments.size() != 1) {
    return vm.raise(vm.types.type_error, "sorted expected 1 argument, got ",
                    std::to_string(arguments.size()));
  }
  Ref<List> items = make_list(vm);
  Value list = items.value();
  Value rest;
  Collected outcome = collect(vm, arguments[0], items.get(), &rest);
  if (outcome == Collected::kRaised) return {};
  Value bound[2];
  if (!bind_arguments(vm, arguments.skip(1), "sort", "*, key=, reverse=", bound)) return {};
  if (outcome == Collected::kAll) {
    Value done;
    {
      Vm::NativeOnly scope(vm);
      done = sort_list(vm, list, bound[0], bound[1]);
    }
    if (done.is_none()) return list;
    if (!done.is_deferred()) return done;
    rest = make_tuple(vm, std::size_t{0}).value();
  }
  if (vm.native_only()) return Value::deferred();
  return vm.call_library("iterables", "sorted_rest", list, rest,
                         bound[0].is_empty() ? Value::none() : bound[0],
                         bound[1].is_empty() ? Value::false_value() : bound[1]);
}

constexpr NativeSpec kFunctions[] = {
    {"min", min_function, 0, -1, kNativeKeywords},
    {"max", max_function, 0, -1, kNativeKeywords},
    {"sorted", sorted, 0, -1, kNativeKeywords},
};

}  // namespace

const std::span<const NativeSpec> kOrderFunctions = kFunctions;

}  // namespace loopscope::python
