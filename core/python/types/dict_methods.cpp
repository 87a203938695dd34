// dict's methods.
// Not its slots (dict_type.cpp).
#include "core/python/types/dict_type.h"
#include "core/python/types/iterate.h"
#include "core/python/types/iterators.h"
#include "core/python/types/operands.h"

namespace loopscope::python {
namespace {

Dict* dict_of(const Arguments& arguments) { return arguments[0].as<Dict>(); }

Value get(Vm& vm, const Arguments& arguments) {
  const Value* found = nullptr;
  switch (dict_find(vm, dict_of(arguments), arguments[1], &found)) {
    case TableResult::kFound:
      return *found;
    case TableResult::kRaised:
      return {};
    default:
      return arguments.size() > 2 ? arguments[2] : Value::none();
  }
}

Value setdefault(Vm& vm, const Arguments& arguments) {
  const Value* found = nullptr;
  switch (dict_find(vm, dict_of(arguments), arguments[1], &found)) {
    case TableResult::kFound:
      return *found;
    case TableResult::kRaised:
      return {};
    default: {
      Value value = arguments.size() > 2 ? arguments[2] : Value::none();
      return dict_set(vm, dict_of(arguments), arguments[1], value) ? value : Value();
    }
  }
}

Value pop(Vm& vm, const Arguments& arguments) {
  Value removed;
  // Nobody asks for a hash where there is nothing.
  const bool empty = dict_of(arguments)->table.used == 0;
  switch (empty ? TableResult::kMissing : dict_remove(vm, dict_of(arguments), arguments[1], &removed)) {
    case TableResult::kFound:
      return removed;
    case TableResult::kRaised:
      return {};
    default:
      if (arguments.size() > 2) return arguments[2];
      return vm.raise_with(vm.types.key_error, arguments[1]);
  }
}

Value popitem(Vm& vm, const Arguments& arguments) {
  HashTable& table = dict_of(arguments)->table;
  for (std::uint32_t i = table.filled; i-- > 0;) {
    if (table.entries[i].key.is_empty()) continue;
    std::uint32_t skipped = table.filled - 1 - i;
    Ref<Tuple> pair = make_tuple(vm, std::size_t{2});
    (*pair)[0] = table.entries[i].key;
    Value removed;
    Value key = table.entries[i].key;
    if (dict_remove(vm, dict_of(arguments), key, &removed) == TableResult::kRaised) return {};
    (*pair)[1] = std::move(removed);
    return close_gaps(vm, table, skipped) ? std::move(pair).value() : Value();
  }
  return vm.raise_with(vm.types.key_error, vm.make_string("popitem(): dictionary is empty"));
}

Value keys(Vm& vm, const Arguments& arguments) { return make_dict_view(vm, arguments[0], TableView::kKeys); }
Value values(Vm& vm, const Arguments& arguments) {
  return make_dict_view(vm, arguments[0], TableView::kValues);
}
Value items(Vm& vm, const Arguments& arguments) {
  return make_dict_view(vm, arguments[0], TableView::kItems);
}

Value clear(Vm& vm, const Arguments& arguments) {
  dict_clear(vm, dict_of(arguments));
  return Value::none();
}

Value copy(Vm& vm, const Arguments& arguments) {
  Ref<Dict> result = make_dict(vm);
  return table_copy(vm, dict_of(arguments)->table, result->table) ? std::move(result).value() : Value();
}

Value update(Vm& vm, const Arguments& arguments) {
  if (arguments.size() > 2) {
    return vm.raise(vm.types.type_error, "update expected at most 1 argument, got ",
                    std::to_string(arguments.size() - 1));
  }
  if (arguments.size() == 2) {
    if (arguments.keyword_count == 0) return update_dict(vm, arguments[0], arguments[1]);
    Value done;
    {
      Vm::NativeOnly scope(vm);
      done = update_dict(vm, arguments[0], arguments[1]);
    }
    if (done.is_deferred() && !vm.native_only()) {
      Ref<Dict> keywords = make_dict(vm);
      for (std::uint32_t i = 0; i < arguments.keyword_count; ++i) {
        if (!dict_set(vm, keywords.get(), arguments.names[i], arguments.keyword_value(i))) return {};
      }
      return vm.call_library("containers", "dict_fill", arguments[0], arguments[1], keywords.value());
    }
    if (!done.is_none()) return done;
  }
  for (std::uint32_t i = 0; i < arguments.keyword_count; ++i) {
    if (!dict_set(vm, dict_of(arguments), arguments.names[i], arguments.keyword_value(i))) return {};
  }
  return Value::none();
}

Value fromkeys(Vm& vm, const Arguments& arguments) {
  Value value = arguments.size() > 2 ? arguments[2] : Value::none();
  Ref<List> collected = make_list(vm);
  Value rest;
  bool exact = arguments[0].is_object() && arguments[0].object() == vm.types.dict;
  Collected outcome = exact ? collect(vm, arguments[1], collected.get(), &rest) : Collected::kScript;
  if (outcome == Collected::kRaised) return {};
  if (outcome == Collected::kScript) {
    if (vm.native_only()) return Value::deferred();
    return vm.call_library("containers", "dict_fromkeys", arguments[0], std::move(collected).value(),
                           exact ? rest : arguments[1], value);
  }
  Ref<Dict> dict = make_dict(vm);
  for (const Value& key : collected->span()) {
    if (!dict_set(vm, dict.get(), key, value)) return {};
  }
  return std::move(dict).value();
}

Value reversed(Vm& vm, const Arguments& arguments) {
  return make_dict_iterator(vm, arguments[0], TableView::kKeys, true);
}

constexpr NativeSpec kMethods[] = {
    {"get", get, 1, 2},
    {"setdefault", setdefault, 1, 2},
    {"pop", pop, 1, 2},
    {"popitem", popitem},
    {"keys", keys},
    {"values", values},
    {"items", items},
    {"clear", clear},
    {"copy", copy},
    {"update", update, 0, -1, kNativeKeywords},
    {"fromkeys", fromkeys, 1, 2, kNativeClassMethod},
    {"__reversed__", reversed},
};

}  // namespace

const std::span<const NativeSpec> kDictMethods = kMethods;

}  // namespace loopscope::python
