// Taking apart: `a, *b = x`, match patterns.
// Not here: the fast way of UNPACK_SEQUENCE (vm_loop.cpp).
#include <algorithm>

#include "core/python/rare_steps.h"
#include "core/python/text/string_repr.h"

namespace loopscope::python {
namespace {

Rare raise_too_few(Vm& vm, std::uint32_t before, std::int32_t after, std::size_t got) {
  bool star = after >= 0;
  std::size_t wanted = before + (star ? static_cast<std::size_t>(after) : 0);
  vm.raise(vm.types.value_error, "not enough values to unpack (expected ", star ? "at least " : "",
           std::to_string(wanted), ", got ", std::to_string(got), ")");
  return Rare::kRaised;
}

// Puts the items on the stack, the first on top.
Rare spread(Vm& vm, Frame* frame, std::span<const Value> items, std::uint32_t before, std::int32_t after) {
  if (after < 0) {
    if (items.size() < before) return raise_too_few(vm, before, after, items.size());
    if (items.size() > before) {
      vm.raise(vm.types.value_error, "too many values to unpack (expected ", std::to_string(before), ")");
      return Rare::kRaised;
    }
    for (std::size_t i = items.size(); i != 0; --i) push(frame, items[i - 1]);
    return Rare::kNext;
  }
  auto tail = static_cast<std::size_t>(after);
  if (items.size() < before + tail) return raise_too_few(vm, before, after, items.size());
  for (std::size_t i = 0; i < tail; ++i) push(frame, items[items.size() - 1 - i]);
  push(frame, make_list(vm, items.subspan(before, items.size() - before - tail)).value());
  for (std::size_t i = before; i != 0; --i) push(frame, items[i - 1]);
  return Rare::kNext;
}

}  // namespace

Rare Vm::Internals::unpack(Vm& vm, Frame* frame, std::uint32_t before, std::int32_t after) {
  Value iterable = pop(frame);
  if (vm.is_exact(iterable, vm.types.list)) {
    std::vector<Value> items(iterable.as<List>()->begin(), iterable.as<List>()->end());
    return spread(vm, frame, items, before, after);
  }
  if (vm.is_exact(iterable, vm.types.tuple))
    return spread(vm, frame, iterable.as<Tuple>()->items(), before, after);
  Type* type = vm.type_of(iterable);
  if (type->slots.iterate == nullptr && !(type->is_script() && type->slots.get_item != nullptr)) {
    vm.raise(vm.types.type_error, "cannot unpack non-iterable ", vm.type_name(iterable), " object");
    return Rare::kRaised;
  }
  // The library makes a list of what is there, and this instruction runs again on it.
  Value items =
      vm.call_library("calls", "unpack", iterable, Value::small_int(before), Value::small_int(after));
  if (items.is_suspended()) {
    --frame->pc;
    return Rare::kFrame;
  }
  return Rare::kRaised;
}

Value Vm::Internals::match_keys(Vm& vm, const Value& subject, const Value& keys) {
  auto* wanted = keys.as<Tuple>();
  Ref<Tuple> values = make_tuple(vm, wanted->size);
  if (!vm.is_dict(subject)) return Value::none();
  for (std::uint32_t i = 0; i < wanted->size; ++i) {
    const Value* found = nullptr;
    TableResult result = dict_find(vm, subject.as<Dict>(), (*wanted)[i], &found);
    if (result == TableResult::kRaised) return {};
    if (result == TableResult::kMissing) return Value::none();
    (*values)[i] = *found;
  }
  return std::move(values).value();
}

namespace {

// One attribute of the subject. Empty and `*missing`: there is none; empty otherwise: raised. Deferred: the
// script computes it.
Value pattern_attribute(Vm& vm, const Value& subject, const Value& name, bool* missing) {
  Vm::NativeOnly scope(vm);
  Value value = vm.get_attribute(subject, name);
  if (value.is_empty() && vm.exception_matches(vm.types.attribute_error)) {
    vm.take_exception();
    *missing = true;
  }
  return value;
}

Value match_in_script(Vm& vm, const Value& subject, const Value& type, const Value& names,
                      std::uint32_t count) {
  return vm.call_library("calls", "match_class", subject, type, names, Value::small_int(count));
}

Value matched_twice(Vm& vm, std::string_view class_name, const Value& name) {
  return vm.raise(vm.types.type_error, class_name, "() got multiple sub-patterns for attribute ",
                  string_repr(name.as<String>()->view()));
}

}  // namespace

Value Vm::Internals::match_class(Vm& vm, const Value& subject, const Value& type, const Value& names,
                                 std::uint32_t count) {
  if (!vm.is_type(type)) return vm.raise(vm.types.type_error, "called match pattern must be a class");
  if (!vm.is_exact(type, vm.types.type)) {
    Value matches;
    {
      Vm::NativeOnly scope(vm);
      matches = vm.check_instance(subject, type);
    }
    if (matches.is_empty()) return {};
    if (matches.is_deferred()) return match_in_script(vm, subject, type, names, count);
    if (matches.is_false()) return Value::none();
  } else if (!is_subtype(vm.type_of(subject), type.as<Type>())) {
    return Value::none();
  }
  auto* keywords = names.as<Tuple>();
  Ref<Tuple> values = make_tuple(vm, count + keywords->size);
  std::uint32_t filled = 0;
  std::vector<Value> seen;
  auto is_seen = [&](const Value& name) {
    Value interned = vm.intern(name);
    return std::ranges::any_of(seen, [&](const Value& each) { return each.is(interned); });
  };
  std::string_view class_name = vm.name_of(type.as<Type>());
  if (count != 0) {
    const Value* match_args = lookup(type.as<Type>(), vm.names.dunder_match_args);
    if (match_args != nullptr && !vm.is_tuple(*match_args)) {
      return vm.raise(vm.types.type_error, class_name, ".__match_args__ must be a tuple (got ",
                      vm.type_name(*match_args), ")");
    }
    std::size_t allowed =
        match_args != nullptr && vm.is_tuple(*match_args) ? match_args->as<Tuple>()->size : 0;
    bool match_self = match_args == nullptr && type.as<Type>()->has_flag(kTypeMatchSelf);
    if (match_self) allowed = 1;
    if (count > allowed) {
      return vm.raise(vm.types.type_error, class_name, "() accepts ", std::to_string(allowed),
                      allowed == 1 ? " positional sub-pattern (" : " positional sub-patterns (",
                      std::to_string(count), " given)");
    }
    for (std::uint32_t i = 0; i < count; ++i) {
      if (!match_self) {
        const Value& name = (*match_args->as<Tuple>())[i];
        if (!vm.is_string(name)) {
          return vm.raise(vm.types.type_error, "__match_args__ elements must be strings (got ",
                          vm.type_name(name), ")");
        }
        if (is_seen(name)) return matched_twice(vm, class_name, name);
        seen.push_back(vm.intern(name));
      }
      bool missing = false;
      Value value = match_self
                        ? subject
                        : pattern_attribute(vm, subject, vm.intern((*match_args->as<Tuple>())[i]), &missing);
      if (missing) return Value::none();
      if (value.is_deferred()) return match_in_script(vm, subject, type, names, count);
      if (value.is_empty()) return {};
      (*values)[filled++] = std::move(value);
    }
  }
  for (const Value& name : keywords->items()) {
    if (is_seen(name)) return matched_twice(vm, class_name, name);
    bool missing = false;
    Value value = pattern_attribute(vm, subject, name, &missing);
    if (missing) return Value::none();
    if (value.is_deferred()) return match_in_script(vm, subject, type, names, count);
    if (value.is_empty()) return {};
    (*values)[filled++] = std::move(value);
  }
  return std::move(values).value();
}

}  // namespace loopscope::python
