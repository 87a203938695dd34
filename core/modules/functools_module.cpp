// _functools: the type of what lru_cache gives, which is a function of the library under another name.
// Not for: the caching itself, which that function does (functools.py).
#include "core/modules/module_table.h"
#include "core/python/code_object.h"
#include "core/python/default_repr.h"
#include "core/python/function.h"
#include "core/python/native.h"

namespace loopscope::modules {
namespace {

using python::Arguments;
using python::Function;
using python::Type;
using python::Value;
using python::Vm;

Value show(Vm& vm, const Value& self) { return vm.make_string(python::default_repr(vm, self)); }

// The very function that is given, from now on of this type: calling it costs no frame of its own.
Value create(Vm& vm, Type* type, const Arguments& arguments) {
  Value function = arguments.size() == 1 ? arguments[0] : Value();
  if (!vm.is_exact(function, vm.types.function) || !function.as<Function>()->code->is(python::kCodeLibrary))
    return vm.raise(vm.types.type_error, "cannot create '", vm.name_of(type), "' instances");
  ++type->references;
  python::drop_reference(std::exchange(function.object()->type, type));
  return function;
}

}  // namespace

void initialize_functools(Vm& vm, python::Dict* dict) {
  python::TypeSpec spec;
  spec.name = "functools._lru_cache_wrapper";
  spec.layout = python::Layout::kFunction;
  spec.basic_size = sizeof(Function);
  spec.flags = python::kTypeTracked;
  spec.base = vm.types.function;
  spec.slots.repr = show;
  spec.slots.create = create;
  python::dict_set_string(vm, dict, vm.intern("_lru_cache_wrapper"), python::make_type(vm, spec).value());
}

}  // namespace loopscope::modules
