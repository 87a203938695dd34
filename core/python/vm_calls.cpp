// Calls: what every kind of callable does with its arguments; tail calls whose result has to be converted.
// Not here: parameters of functions (vm_frames.cpp), natives' argument counts (native_arguments.cpp).
#include <algorithm>

#include "core/python/internals.h"
#include "core/python/library_code.h"

namespace loopscope::python {

Value Vm::call(const Value& callable, std::span<const Value> arguments) {
  return Internals::call_any(*this, callable,
                             {arguments.data(), static_cast<std::uint32_t>(arguments.size())});
}

Value Vm::call(const Value& callable, const Arguments& arguments) {
  return Internals::call_any(*this, callable, arguments);
}

namespace {

// The arguments with others in front of them.
struct Prefixed {
  Prefixed(std::initializer_list<Value> front, const Arguments& rest) : values(front) {
    values.insert(values.end(), rest.values, rest.values + rest.size() + rest.keyword_count);
    arguments = rest;
    arguments.values = values.data();
    arguments.positional_count += static_cast<std::uint32_t>(front.size());
  }
  std::vector<Value> values;
  Arguments arguments;
};

}  // namespace

Value Vm::Internals::call_any(Vm& vm, const Value& callable, const Arguments& arguments) {
  if (callable.is_object()) [[likely]] {
    Type* type = callable.object()->type;
    switch (type->layout) {
      case Layout::kFunction:
        return call_function(vm, callable.as<Function>(), arguments);
      case Layout::kNativeFunction:
        return call_native(vm, callable.as<NativeFunction>(), arguments);
      case Layout::kBoundMethod: {
        auto* method = callable.as<BoundMethod>();
        Prefixed prefixed({method->self}, arguments);
        return call_any(vm, Value(method->function), prefixed.arguments);
      }
      case Layout::kType:
        if (type->slots.call != nullptr) return type->slots.call(vm, callable, arguments);
        return call_type(vm, callable.as<Type>(), arguments);
      default:
        if (type->slots.call != nullptr) return type->slots.call(vm, callable, arguments);
    }
  }
  std::string hint;
  if (vm.has_layout(callable, Layout::kModule)) {
    const auto* module = callable.as<Module>();
    const Value* inside = dict_find_string(module->dict.get(), module->name);
    const std::string name(module->name.as<String>()->view());
    if (inside != nullptr && vm.is_callable(*inside))
      hint = ". Did you mean: '" + name + "." + name + "(...)'?";
  }
  return vm.raise(vm.types.type_error, "'", vm.type_name(callable), "' object is not callable", hint);
}

Value Vm::Internals::call_stack(Vm& vm, Value* base, std::uint32_t count, const Tuple* keyword_names) {
  Arguments arguments;
  arguments.keyword_count = keyword_names != nullptr ? keyword_names->size : 0;
  arguments.names = keyword_names != nullptr ? keyword_names->begin() : nullptr;
  arguments.positional_count = count - arguments.keyword_count;
  arguments.values = base + 2;
  if (!base[1].is_empty()) {
    arguments.values = base + 1;
    ++arguments.positional_count;
  }
  return call_any(vm, base[0], arguments);
}

Value Vm::Internals::call_spread(Vm& vm, const Value& callable, const Value& positionals,
                                 const Value* keywords) {
  Arguments arguments;
  if (!vm.is_tuple(positionals)) {
    return vm.raise(vm.types.type_error, "argument after * must be an iterable, not ",
                    vm.type_name(positionals));
  }
  auto* tuple = positionals.as<Tuple>();
  arguments.positional_count = tuple->size;
  arguments.values = tuple->begin();
  if (keywords == nullptr || keywords->as<Dict>()->table.used == 0) return call_any(vm, callable, arguments);
  std::vector<Value> values(tuple->begin(), tuple->end());
  std::vector<Value> names;
  const HashTable& table = keywords->as<Dict>()->table;
  for (std::uint32_t i = 0; i < table.filled; ++i) {
    const auto& entry = table.entries[i];
    if (entry.key.is_empty()) continue;
    if (!vm.is_string(entry.key)) return vm.raise(vm.types.type_error, "keywords must be strings");
    names.push_back(entry.key);
    values.push_back(entry.value);
  }
  arguments.values = values.data();
  arguments.names = names.data();
  arguments.keyword_count = static_cast<std::uint32_t>(names.size());
  return call_any(vm, callable, arguments);
}

Value Vm::Internals::call_type(Vm& vm, Type* type, const Arguments& arguments) {
  if (type == vm.types.type && arguments.size() == 1 && arguments.keyword_count == 0) {
    return Value::share(vm.class_of(arguments[0]));
  }
  bool has_native_content = type->layout != Layout::kPlain && type->layout != Layout::kException;
  if (!type->script_new.is_empty() || (!type->script_init.is_empty() && has_native_content)) {
    if (vm.native_only_ != 0) return Value::deferred();
    Value construct = vm.library("calls", "construct");
    if (construct.is_special()) return construct;
    Prefixed prefixed({Value::share(type)}, arguments);
    return call_any(vm, construct, prefixed.arguments);
  }
  if (type->slots.create == nullptr) {
    return vm.raise(vm.types.type_error, "cannot create '", vm.name_of(type), "' instances");
  }
  if (!type->script_init.is_empty() && vm.native_only_ != 0) return Value::deferred();
  Value instance = type->slots.create(vm, type, arguments);
  if (instance.is_special()) return instance;
  if (!type->script_init.is_empty()) {
    Prefixed prefixed({instance}, arguments);
    return call_for(vm, FrameReturn::kInitialize, instance, type->script_init, prefixed.arguments);
  }
  if (type->slots.initialize != nullptr && is_subtype(vm.type_of(instance), type)) {
    Value done = type->slots.initialize(vm, instance, arguments);
    if (done.is_special()) return done;
  }
  return instance;
}

bool Vm::Internals::attach_action(Vm& vm, Frame* before, FrameReturn action, Value held) {
  Fiber& fiber = *vm.fiber_;
  Frame* started = fiber.frame;
  bool plain = started != before && started->back == before && started->on_return == FrameReturn::kPush &&
               started->held.is_empty();
  if (!plain) {
    // A generator that is driven, a class under construction, a blocking native: their result has an action
    // of its own.
    Frame* relay = make_frame(vm, vm.internals().pass_on.get());
    if (relay == nullptr) return false;
    relay->back = before;
    if (before == nullptr) {
      // The fiber began with a native: its end, which nobody stands behind, comes after the action.
      Frame* root = make_frame(vm, vm.internals().pass_on.get());
      if (root == nullptr) {
        free_frame(vm.heap, relay);
        return false;
      }
      root->back = nullptr;
      root->on_return = FrameReturn::kRoot;
      relay->back = root;
    }
    if (started == before) {
      fiber.frame = relay;
    } else {
      Frame* outermost = started;
      while (outermost->back != before) outermost = outermost->back;
      outermost->back = relay;
      if (outermost->on_return == FrameReturn::kRoot) outermost->on_return = FrameReturn::kPush;
    }
    started = relay;
  }
  started->on_return = action;
  started->held = std::move(held);
  return true;
}

Value Vm::Internals::call_for(Vm& vm, FrameReturn action, Value held, const Value& callable,
                              const Arguments& arguments) {
  // No fiber runs where a native alone asks, in a NativeOnly scope: then nothing is suspended either.
  Frame* before = vm.fiber_ != nullptr ? vm.fiber_->frame : nullptr;
  Value result = call_any(vm, callable, arguments);
  if (result.is_suspended())
    return attach_action(vm, before, action, std::move(held)) ? Value::suspended() : Value();
  if (result.is_special()) return result;
  return convert_result(vm, action, held, std::move(result));
}

Value Vm::call_method(const Value& self, const Value& name, std::span<const Value> arguments) {
  const Value* method = lookup(type_of(self), name);
  if (method == nullptr) return Internals::missing_attribute(*this, self, name);
  Arguments rest{arguments.data(), static_cast<std::uint32_t>(arguments.size())};
  Value callable = *method;
  const Type* kind = callable.is_object() ? callable.object()->type : nullptr;
  if (has_layout(callable, Layout::kFunction) || kind == types.method_descriptor ||
      kind == types.wrapper_descriptor) {
    Prefixed prefixed({self}, rest);
    return Internals::call_any(*this, callable, prefixed.arguments);
  }
  if (kind != nullptr && kind->slots.descriptor_get != nullptr) {
    callable = kind->slots.descriptor_get(*this, callable, self, type_of(self));
    if (callable.is_special()) return callable;
  }
  return Internals::call_any(*this, callable, rest);
}

Value Vm::library(std::string_view file, std::string_view function) {
  if (native_only_ != 0) return Value::deferred();
  Value module = load_library(*this, file);
  if (module.is_empty()) return {};
  const Value* found = dict_find_string(module.as<Dict>(), intern(function));
  if (found == nullptr) {
    return raise(types.system_error, "the library has no function ", file, ".", function);
  }
  return *found;
}

Value Vm::call_now(const Value& callable, std::span<const Value> arguments) {
  constexpr std::uint32_t kDeepestNesting = 30;
  constexpr int kMostSlices = 2000;
  if (nested_runs_ >= kDeepestNesting) {
    return raise(types.recursion_error, "maximum recursion depth exceeded");
  }
  Fiber nested;
  Fiber* outer = fiber_;
  std::uint32_t outer_native_only = std::exchange(native_only_, 0);
  ++nested_runs_;
  if (outer != nullptr) nested.context = std::move(outer->context);
  start_call(nested, callable, arguments);
  Value value;
  for (int slices = 0;;) {
    RunResult result = run(nested);
    if (result.kind == RunResult::Kind::kReturned) {
      value = std::move(result.value);
      break;
    }
    if (result.kind == RunResult::Kind::kRaised) {
      exception_ = std::move(result.value);
      break;
    }
    if (result.kind == RunResult::Kind::kOutOfBudget) {
      if (++slices < kMostSlices) continue;
      raise(types.runtime_error, "a comparison or number that a builtin asks for takes too long");
      break;
    }
    Value refusal = make_exception(types.runtime_error,
                                   "a comparison, hash or number that a builtin asks for cannot wait");
    resume_throw(nested, std::move(refusal));
  }
  --nested_runs_;
  native_only_ = outer_native_only;
  if (outer != nullptr) outer->context = std::move(nested.context);
  fiber_ = outer;
  return value;
}

}  // namespace loopscope::python
