// The builtin functions that show namespaces: dir, vars, globals, locals.
// Not attribute access (objects.cpp).
#include <algorithm>
#include <string>
#include <vector>

#include "core/python/builtins/builtin_functions.h"
#include "core/python/frame_object.h"
#include "core/python/slot_members.h"
#include "core/python/types/operands.h"

namespace loopscope::python {
namespace {

Value globals(Vm& vm, const Arguments&) { return vm.current_fiber()->frame->function->globals.value(); }

// In a function: a fresh dict of what its variables hold now.
Value locals(Vm& vm, const Arguments&) { return frame_locals(vm, vm.current_fiber()->frame); }

Value vars(Vm& vm, const Arguments& arguments) {
  if (arguments.size() == 0) return locals(vm, arguments);
  Value dict;
  {
    Vm::NativeOnly scope(vm);
    dict = vm.get_attribute(arguments[0], vm.names.dunder_dict);
  }
  if (!dict.is_special()) return dict;
  if (dict.is_deferred())
    return vm.native_only() ? dict : vm.get_attribute(arguments[0], vm.names.dunder_dict);
  vm.take_exception();
  return vm.raise(vm.types.type_error, "vars() argument must have __dict__ attribute");
}

void add_names(const Dict* dict, std::vector<Value>* names) {
  if (dict == nullptr) return;
  for (std::uint32_t i = 0; i < dict->table.filled; ++i) {
    const Value& key = dict->table.entries[i].key;
    if (!key.is_empty() && is_str(key)) names->push_back(key);
  }
}

// Where instances have a dict, their type says so; object has the attribute for all.
void add_type_names(Vm& vm, const Type* type, std::vector<Value>* names) {
  bool has_dict = false;
  bool is_referable = false;
  for (const Value& value : type->mro->items()) {
    const Type* ancestor = value.as<Type>();
    const bool open = !ancestor->has_flag(kTypeSlots);
    has_dict = has_dict || (open && ancestor->has_flag(kTypeHasDict));
    is_referable = is_referable || (open && ancestor->is_script() && !ancestor->has_flag(kTypeImmutable));
    add_names(ancestor->dict.get(), names);
    for (const Value& name : slot_names(ancestor)) {
      if (is_str(name) && ancestor->is_script()) names->push_back(name);
    }
  }
  if (is_referable) names->push_back(vm.intern("__weakref__"));
  if (!has_dict) {
    std::erase_if(*names, [&](const Value& name) { return name.is(vm.names.dunder_dict); });
  }
}

Value sorted_names(Vm& vm, std::vector<Value> names) {
  std::ranges::sort(names, {}, view_of);
  auto same = [](const Value& a, const Value& b) { return view_of(a) == view_of(b); };
  names.erase(std::unique(names.begin(), names.end(), same), names.end());
  return make_list(vm, names).value();
}

// Without asking a __dir__ of the script.
Value names_of(Vm& vm, const Value& object) {
  std::vector<Value> names;
  if (has_layout(object, Layout::kModule)) {
    add_names(object.as<Module>()->dict.get(), &names);
  } else if (vm.is_type(object)) {
    add_type_names(vm, object.as<Type>(), &names);
  } else {
    add_type_names(vm, vm.class_of(object), &names);
    if (object.is_object()) add_names(instance_dict(vm, object.object(), false), &names);
  }
  return sorted_names(vm, std::move(names));
}

Value object_dir(Vm& vm, const Arguments& arguments) { return names_of(vm, arguments[0]); }

Value dir(Vm& vm, const Arguments& arguments) {
  std::vector<Value> names;
  if (arguments.size() == 0) {
    Value namespace_now = locals(vm, arguments);
    add_names(namespace_now.as<Dict>(), &names);
    return sorted_names(vm, std::move(names));
  }
  const Value& object = arguments[0];
  Type* type = vm.type_of(object);
  const Value* own = lookup(type, vm.names.dunder_dir);
  if (type->is_script() && own != nullptr && has_layout(*own, Layout::kFunction)) {
    return vm.native_only() ? Value::deferred() : vm.call_library("attributes", "dir_script", object);
  }
  return names_of(vm, object);
}

constexpr NativeSpec kObjectMethods[] = {{"__dir__", object_dir}};

constexpr NativeSpec kFunctions[] = {
    {"dir", dir, 0, 1},
    {"vars", vars, 0, 1},
    {"globals", globals},
    {"locals", locals},
};

}  // namespace

const std::span<const NativeSpec> kNamespaceFunctions = kFunctions;
const std::span<const NativeSpec> kNamespaceMethods = kObjectMethods;

}  // namespace loopscope::python
