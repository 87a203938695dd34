// Rare steps that build: strings, sets, dicts, functions, extending by `*` and `**`, calls with stars.
// Not here: the other rare instructions (vm_rare.cpp).
#include "core/python/rare_steps.h"

namespace loopscope::python {

Rare build_string(Vm& vm, Frame* frame, std::uint32_t count) {
  const Value* parts = frame->stack - count;
  std::size_t bytes = 0;
  for (std::uint32_t i = 0; i < count; ++i) bytes += parts[i].as<String>()->byte_length;
  Ref<String> joined = vm.make_string_buffer(bytes);
  if (!joined) return Rare::kRaised;
  char* out = joined->data();
  std::uint32_t length = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    std::string_view text = parts[i].as<String>()->view();
    text.copy(out, text.size());
    out += text.size();
    length += parts[i].as<String>()->length;
  }
  joined->length = length;
  return end_step(frame, count, std::move(joined).value());
}

Rare build_set(Vm& vm, Frame* frame, std::uint32_t count) {
  Ref<Set> set = make_set(vm);
  for (std::uint32_t i = 0; i < count; ++i) {
    if (!set_add(vm, set.get(), frame->stack[static_cast<std::ptrdiff_t>(i) - count])) return Rare::kRaised;
  }
  return end_step(frame, count, std::move(set).value());
}

Rare build_map(Vm& vm, Frame* frame, std::uint32_t pairs) {
  Ref<Dict> dict = make_dict(vm);
  const Value* items = frame->stack - std::ptrdiff_t{2} * pairs;
  for (std::uint32_t i = 0; i < pairs; ++i) {
    if (!dict_set(vm, dict.get(), items[2 * i], items[2 * i + 1])) return Rare::kRaised;
  }
  return end_step(frame, 2 * pairs, std::move(dict).value());
}

Rare make_function(Vm& vm, Frame* frame, std::uint32_t flags) {
  auto* function = vm.heap.make<Function>(vm.types.function);
  Value made = Value::steal(function);
  Value code = pop(frame);
  function->code = Ref<CodeObject>::share(code.as<CodeObject>());
  function->globals = frame->function->globals;
  function->name = function->code->name;
  function->qualname = function->code->qualname;
  function->docstring = function->code->docstring;
  const Value* module = dict_find_string(function->globals.get(), vm.names.dunder_name);
  function->module = module != nullptr ? *module : Value::none();
  if ((flags & 8) != 0)
    function->closure =
        Ref<Tuple>::steal(static_cast<Tuple*>(Value::object_at(pop(frame).release_to_bits())));
  if ((flags & 4) != 0)
    function->annotations =
        Ref<Dict>::steal(static_cast<Dict*>(Value::object_at(pop(frame).release_to_bits())));
  if ((flags & 2) != 0)
    function->kwdefaults =
        Ref<Dict>::steal(static_cast<Dict*>(Value::object_at(pop(frame).release_to_bits())));
  if ((flags & 1) != 0)
    function->defaults =
        Ref<Tuple>::steal(static_cast<Tuple*>(Value::object_at(pop(frame).release_to_bits())));
  push(frame, std::move(made));
  return Rare::kNext;
}

// `list.extend(iterable)` and its like for what is not a plain list or tuple.
Rare extend_with(Vm& vm, Frame* frame, std::string_view function, const Value& target) {
  Value iterable = frame->stack[-1];
  Value result = vm.call_library("calls", function, target, iterable);
  return end_step_void(vm, frame, 1, std::move(result));
}

Rare list_extend(Vm& vm, Frame* frame, std::uint32_t depth) {
  Value target = frame->stack[-1 - static_cast<std::ptrdiff_t>(depth)];
  Value source = frame->stack[-1];
  auto* list = target.as<List>();
  if (vm.is_exact(source, vm.types.list) || vm.is_exact(source, vm.types.tuple)) {
    std::span<const Value> items =
        vm.is_list(source) ? source.as<List>()->span() : source.as<Tuple>()->items();
    if (list->capacity < list->size + items.size() && !list_grow(vm, list, list->size + items.size()))
      return Rare::kRaised;
    for (const Value& item : items) new (list->items + list->size++) Value(item);
    drop(frame, 1);
    return Rare::kNext;
  }
  Type* type = vm.type_of(source);
  if (type->slots.iterate == nullptr && !(type->is_script() && type->slots.get_item != nullptr)) {
    vm.raise(vm.types.type_error, "Value after * must be an iterable, not ", vm.type_name(source));
    return Rare::kRaised;
  }
  return extend_with(vm, frame, "extend_list", target);
}

Rare dict_update(Vm& vm, Frame* frame, std::uint32_t depth) {
  Value target = frame->stack[-1 - static_cast<std::ptrdiff_t>(depth)];
  Value source = frame->stack[-1];
  if (!vm.is_dict(source)) {
    if (vm.find_attribute(source, vm.names.plain_keys).is_empty()) {
      vm.raise(vm.types.type_error, "'", vm.type_name(source), "' object is not a mapping");
      return Rare::kRaised;
    }
    return extend_with(vm, frame, "update_dict", target);
  }
  const HashTable& table = source.as<Dict>()->table;
  for (std::uint32_t i = 0; i < table.filled; ++i) {
    if (table.entries[i].key.is_empty()) continue;
    if (!dict_set(vm, target.as<Dict>(), table.entries[i].key, table.entries[i].value)) return Rare::kRaised;
  }
  drop(frame, 1);
  return Rare::kNext;
}

namespace {

// "__main__.f()", "print()"; what has no name of its own is shown as str shows it.
std::string callable_name(Vm& vm, const Value& given) {
  Vm::NativeOnly scope(vm);
  Value callable = given;
  if (vm.has_layout(callable, Layout::kBoundMethod)) callable = Value(callable.as<BoundMethod>()->function);
  if (vm.has_layout(callable, Layout::kNativeFunction) && callable.as<NativeFunction>()->owner) {
    const auto* function = callable.as<NativeFunction>();
    return std::string(function->owner->qualname.as<String>()->view()) + "." + function->spec->name + "()";
  }
  Value qualname = vm.find_attribute(callable, vm.names.dunder_qualname);
  if (!vm.is_string(qualname)) {
    Value text = vm.str(callable);
    if (vm.is_string(text)) return std::string(text.as<String>()->view());
    if (vm.has_exception()) vm.take_exception();
    return std::string(vm.type_name(callable)) + " object";
  }
  std::string name = std::string(qualname.as<String>()->view()) + "()";
  Value module = vm.find_attribute(callable, vm.names.dunder_module);
  if (!vm.is_string(module) || module.as<String>()->view() == "builtins") return name;
  return std::string(module.as<String>()->view()) + "." + name;
}

}  // namespace

Rare dict_merge(Vm& vm, Frame* frame, std::uint32_t depth) {
  const Value* dict_place = frame->stack - 1 - static_cast<std::ptrdiff_t>(depth);
  Value target = *dict_place;
  Value callable = dict_place[-3];
  Value source = frame->stack[-1];
  if (!vm.is_dict(source)) {
    if (vm.find_attribute(source, vm.names.plain_keys).is_empty()) {
      vm.raise(vm.types.type_error, callable_name(vm, callable), " argument after ** must be a mapping, not ",
               vm.type_name(source));
      return Rare::kRaised;
    }
    return extend_with(vm, frame, "update_dict", target);
  }
  const HashTable& table = source.as<Dict>()->table;
  for (std::uint32_t i = 0; i < table.filled; ++i) {
    const auto& entry = table.entries[i];
    if (entry.key.is_empty()) continue;
    if (!vm.is_string(entry.key)) {
      vm.raise(vm.types.type_error, "keywords must be strings");
      return Rare::kRaised;
    }
    if (target.as<Dict>()->table.find_string(entry.key.as<String>()) != nullptr) {
      vm.raise(vm.types.type_error, callable_name(vm, callable),
               " got multiple values for keyword argument '", entry.key.as<String>()->view(), "'");
      return Rare::kRaised;
    }
    dict_set_string(vm, target.as<Dict>(), entry.key, entry.value);
  }
  drop(frame, 1);
  return Rare::kNext;
}

Rare list_to_tuple(Vm& vm, Frame* frame) {
  Value list = pop(frame);
  push(frame, make_tuple(vm, list.as<List>()->span()).value());
  return Rare::kNext;
}

// A tuple of all items of what follows `*` in a call; plain ones at once.
Rare call_ex(Vm& vm, Frame* frame, bool has_keywords) {
  Value* base = frame->stack - (has_keywords ? 4 : 3);
  Value positionals = base[2];
  if (vm.is_list(positionals)) {
    positionals = make_tuple(vm, positionals.as<List>()->span()).value();
  } else if (!vm.is_tuple(positionals)) {
    Type* type = vm.type_of(positionals);
    // A script's class may have only __getitem__; what is C in CPython would be no sequence.
    if (type->slots.iterate == nullptr &&
        (type->slots.get_item == nullptr || type->has_flag(kTypeImmutable))) {
      vm.raise(vm.types.type_error, callable_name(vm, base[0]), " argument after * must be an iterable, not ",
               vm.type_name(positionals));
      return Rare::kRaised;
    }
    Value keywords = has_keywords ? base[3] : make_dict(vm).value();
    Value callable = base[0];
    return end_step(frame, has_keywords ? 4 : 3,
                    vm.call_library("calls", "call_with_iterable", callable, positionals, keywords));
  }
  Value keywords = has_keywords ? base[3] : Value();
  Value callable = base[0];
  Value result = Vm::Internals::call_spread(vm, callable, positionals, has_keywords ? &keywords : nullptr);
  return end_step(frame, has_keywords ? 4 : 3, std::move(result));
}

}  // namespace loopscope::python
