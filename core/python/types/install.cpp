// The order in which the builtin types get their methods, and where the types that only types/ knows are
// kept. Not the methods (one file per type).
#include "core/python/install.h"

#include "core/python/types/containers_module.h"
#include "core/python/types/formatting_module.h"
#include "core/python/types/lazy_iterators.h"
#include "core/python/types/own_types.h"
#include "core/python/types/type_installers.h"

namespace loopscope::python {
namespace {

constexpr NativeSpec kContainers[] = {
    {"sort_with_keys", sort_with_keys, 3, 3},
    {"exchange_items", exchange_items, 2, 2},
    {"enter_repr", enter_repr, 1, 1},
    {"leave_repr", leave_repr},
};

constexpr NativeSpec kSets[] = {{"add_to_set", add_to_set, 2, 2}};

constexpr NativeSpec kFormatting[] = {
    {"percent_values", percent_values, 2, 2},
    {"percent_join", percent_join, 3, 3},
    {"format_pieces", format_pieces, 1, 1},
};

// What messages call the object's type.
Value name_type(Vm& vm, const Arguments& arguments) { return vm.make_string(vm.type_name(arguments[0])); }
constexpr NativeSpec kTypeNames[] = {{"type_name", name_type, 1, 1}};

void fill_type_names(Vm& vm, Dict* dict) { add_functions(vm, dict, kTypeNames, "_calls"); }
void fill_containers(Vm& vm, Dict* dict) { add_functions(vm, dict, kContainers, "_containers"); }
void fill_formatting(Vm& vm, Dict* dict) { add_functions(vm, dict, kFormatting, "_formatting"); }
void fill_iterables(Vm& vm, Dict* dict) {
  add_functions(vm, dict, kIterablesFunctions, "_iterables");
  add_functions(vm, dict, kSets, "_iterables");
}

// What the library Python of the same names (without the underscore) asks of native code.
constexpr ModuleSource kModules[] = {
    {"_calls", fill_type_names},      {"_conversions", fill_type_names}, {"_containers", fill_containers},
    {"_formatting", fill_formatting}, {"_iterables", fill_iterables},
};

}  // namespace

Value enter_repr(Vm& vm, const Arguments& arguments) { return Value::boolean(vm.enter_repr(arguments[0])); }

Value leave_repr(Vm& vm, const Arguments&) {
  vm.leave_repr();
  return Value::none();
}

Value add_to_set(Vm& vm, const Arguments& arguments) {
  return set_add(vm, arguments[0].as<Set>(), arguments[1]) ? Value::none() : Value();
}

void install_own_type(Vm& vm, OwnType type, const TypeSpec& spec, bool named) {
  Value made = make_type(vm, spec).value();
  vm.types.own[static_cast<std::size_t>(type)] = made.as<Type>();
  if (named) {
    dict_set_string(vm, vm.builtins(), vm.intern(spec.name), made);
    return;
  }
  // A module that no import finds keeps the others alive.
  Ref<Module> keeper;
  Value name = vm.intern("_builtin_types");
  if (const Value* found = dict_find_string(vm.modules(), name)) {
    keeper = Ref<Module>::share(found->as<Module>());
  } else {
    keeper = vm.make_module("_builtin_types");
  }
  std::string key = std::to_string(static_cast<int>(type));
  dict_set_string(vm, keeper->dict.get(), vm.intern(key), made);
}

void install_builtin_types(Vm& vm) {
  install_sequence_iterators(vm);
  install_table_iterators(vm);
  install_lazy_iterators(vm);
  install_int(vm);
  install_float(vm);
  install_singletons(vm);
  install_str(vm);
  install_bytes(vm);
  install_list(vm);
  install_tuple(vm);
  install_dict(vm);
  install_set(vm);
  install_slice(vm);
  install_range(vm);
  install_unicode_errors(vm);
  install_type_hints(vm);
  vm.add_modules(kModules);
}

}  // namespace loopscope::python
