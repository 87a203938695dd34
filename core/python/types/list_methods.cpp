// list's methods.
// Not sorting itself (sort.cpp).
#include <algorithm>

#include "core/python/types/iterate.h"
#include "core/python/types/iterators.h"
#include "core/python/types/list_type.h"
#include "core/python/types/operands.h"

namespace loopscope::python {
namespace {

Value append(Vm& vm, const Arguments& arguments) {
  return list_append(vm, arguments[0].as<List>(), arguments[1]) ? Value::none() : Value();
}

Value extend(Vm& vm, const Arguments& arguments) {
  Value rest;
  switch (collect(vm, arguments[1], arguments[0].as<List>(), &rest)) {
    case Collected::kAll:
      return Value::none();
    case Collected::kRaised:
      return {};
    default:
      return finish_collecting(vm, "extend", Value::none(), arguments[0], rest);
  }
}

Value insert(Vm& vm, const Arguments& arguments) {
  auto* list = arguments[0].as<List>();
  std::int64_t index = 0;
  if (!size_of(vm, arguments[1], &index)) return {};
  if (index < 0) index += list->size;
  index = std::clamp<std::int64_t>(index, 0, list->size);
  return list_insert(vm, list, static_cast<std::size_t>(index), arguments[2]) ? Value::none() : Value();
}

Value pop(Vm& vm, const Arguments& arguments) {
  auto* list = arguments[0].as<List>();
  std::int64_t index = -1;
  if (arguments.size() > 1 && !size_of(vm, arguments[1], &index)) return {};
  if (list->size == 0) return vm.raise(vm.types.index_error, "pop from empty list");
  if (index < 0) index += list->size;
  if (index < 0 || index >= list->size) return vm.raise(vm.types.index_error, "pop index out of range");
  auto place = static_cast<std::size_t>(index);
  Value item = (*list)[place];
  if (place + 1 == list->size) {
    list->items[--list->size].~Value();
  } else {
    list_erase(vm, list, place, place + 1);
  }
  return item;
}

Value remove(Vm& vm, const Arguments& arguments) {
  auto* list = arguments[0].as<List>();
  for (std::uint32_t i = 0; i < list->size; ++i) {
    Value candidate = (*list)[i];
    Vm::Answer answer = vm.equal_now(candidate, arguments[1]);
    if (answer == Vm::Answer::kRaised) return {};
    if (answer == Vm::Answer::kYes) {
      if (i < list->size) list_erase(vm, list, i, i + 1);
      return Value::none();
    }
  }
  return vm.raise(vm.types.value_error, "list.remove(x): x not in list");
}

Value clear(Vm& vm, const Arguments& arguments) {
  list_clear(vm, arguments[0].as<List>());
  return Value::none();
}

Value copy(Vm& vm, const Arguments& arguments) {
  return make_list(vm, arguments[0].as<List>()->span()).value();
}

Value reverse(Vm&, const Arguments& arguments) {
  auto* list = arguments[0].as<List>();
  std::reverse(list->begin(), list->end());
  return Value::none();
}

Value count(Vm& vm, const Arguments& arguments) {
  auto* list = arguments[0].as<List>();
  std::int64_t times = 0;
  for (std::uint32_t i = 0; i < list->size; ++i) {
    Value candidate = (*list)[i];
    Vm::Answer answer = vm.equal_now(candidate, arguments[1]);
    if (answer == Vm::Answer::kRaised) return {};
    times += answer == Vm::Answer::kYes ? 1 : 0;
  }
  return vm.make_int(times);
}

Value index(Vm& vm, const Arguments& arguments) {
  auto* list = arguments[0].as<List>();
  std::int64_t start = 0;
  std::int64_t end = 0;
  if (!are_indexes(vm, arguments, 2) || !clip_range(vm, arguments, 2, list->size, &start, &end)) return {};
  for (std::int64_t i = start; i < std::min<std::int64_t>(end, list->size); ++i) {
    Value candidate = (*list)[static_cast<std::size_t>(i)];
    Vm::Answer answer = vm.equal_now(candidate, arguments[1]);
    if (answer == Vm::Answer::kRaised) return {};
    if (answer == Vm::Answer::kYes) return vm.make_int(i);
  }
  Value shown;
  {
    Vm::NativeOnly scope(vm);
    shown = vm.repr(arguments[1]);
  }
  if (shown.is_empty()) return {};
  if (shown.is_deferred()) {
    if (vm.native_only()) return shown;
    return vm.call_library("containers", "not_in_list", arguments[1]);
  }
  return vm.raise(vm.types.value_error, view_of(shown), " is not in list");
}

Value sort(Vm& vm, const Arguments& arguments) {
  Value bound[2];
  if (!bind_arguments(vm, arguments.skip(1), "sort", "*, key=, reverse=", bound)) return {};
  return sort_list(vm, arguments[0], bound[0], bound[1]);
}

Value reversed(Vm& vm, const Arguments& arguments) { return make_reversed_iterator(vm, arguments[0]); }

constexpr NativeSpec kMethods[] = {
    {"append", append, 1, 1},
    {"extend", extend, 1, 1},
    {"insert", insert, 2, 2},
    {"pop", pop, 0, 1},
    {"remove", remove, 1, 1},
    {"clear", clear},
    {"copy", copy},
    {"reverse", reverse},
    {"count", count, 1, 1},
    {"index", index, 1, 3},
    {"sort", sort, 0, -1, kNativeKeywords},
    {"__reversed__", reversed},
};

}  // namespace

bool are_indexes(Vm& vm, const Arguments& arguments, std::size_t first) {
  for (std::size_t i = first; i < arguments.size(); ++i) {
    if (has_index(vm, arguments[i])) continue;
    vm.raise(vm.types.type_error, "slice indices must be integers or have an __index__ method");
    return false;
  }
  return true;
}

const std::span<const NativeSpec> kListMethods = kMethods;

}  // namespace loopscope::python
