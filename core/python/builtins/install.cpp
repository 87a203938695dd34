// Puts the builtin functions and constants among the builtins.
// Not the types (the machine and core/python/types put them there).
#include "core/python/install.h"

#include "core/python/builtins/builtin_functions.h"
#include "core/python/vm.h"

namespace loopscope::python {
namespace {

void fill_output(Vm& vm, Dict* dict) { add_functions(vm, dict, kOutputLibraryFunctions, "_output"); }

void fill_iterables(Vm& vm, Dict* dict) { add_functions(vm, dict, kIterationLibraryFunctions, "_iterables"); }
void fill_conversions(Vm& vm, Dict* dict) {
  add_functions(vm, dict, kConversionLibraryFunctions, "_conversions");
}

constexpr ModuleSource kModules[] = {
    {"_output", fill_output},
    {"_iterables", fill_iterables},
    {"_conversions", fill_conversions},
};

}  // namespace

void install_builtins(Vm& vm) {
  Dict* builtins = vm.builtins();
  for (auto functions : {kOutputFunctions, kNumberFunctions, kObjectFunctions, kNamespaceFunctions,
                         kIterationFunctions, kOrderFunctions, kRefusedFunctions}) {
    add_functions(vm, builtins, functions, "builtins");
  }
  extend_type(vm, vm.types.object, {}, kNamespaceMethods);
  dict_set_string(vm, builtins, vm.intern("Ellipsis"), Value::ellipsis());
  dict_set_string(vm, builtins, vm.intern("NotImplemented"), Value::not_implemented());
  dict_set_string(vm, builtins, vm.intern("__debug__"), Value::true_value());
  vm.add_modules(kModules);
}

}  // namespace loopscope::python
