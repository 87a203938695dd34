// reversed(): __reversed__, builtin sequences, and sequences of the script through the library.
// Not the iterators themselves (sequence_iterators.cpp).
#include "core/python/types/reversed_type.h"

#include <string>

#include "core/python/types/derived.h"
#include "core/python/types/iterators.h"
#include "core/python/types/operands.h"

namespace loopscope::python {

Value reversed_create(Vm& vm, Type*, const Arguments& arguments) {
  if (arguments.keyword_count != 0)
    return vm.raise(vm.types.type_error, "reversed() takes no keyword arguments");
  if (arguments.size() != 1) {
    return vm.raise(vm.types.type_error, "reversed expected 1 argument, got ",
                    std::to_string(arguments.size()));
  }
  const Value& sequence = arguments[0];
  Type* type = vm.type_of(sequence);
  const Value* method = lookup(type, vm.names.dunder_reversed);
  if (method != nullptr && !method->is_none()) {
    return vm.call_method(sequence, vm.names.dunder_reversed, {});
  }
  const bool own_items = has_script_method(vm, type, vm.names.dunder_getitem) ||
                         has_script_method(vm, type, vm.names.dunder_len);
  if ((is_str(sequence) || is_bytes(sequence) || vm.is_tuple(sequence)) && !own_items)
    return make_reversed_iterator(vm, sequence);
  bool by_index = method == nullptr && type->is_script() && lookup(type, vm.names.dunder_getitem) != nullptr;
  if (by_index && lookup(type, vm.names.dunder_len) == nullptr) return vm.length(sequence);
  if (by_index) return vm.call_library("iterables", "reversed_items", sequence);
  return vm.raise(vm.types.type_error, "'", vm.type_name(sequence), "' object is not reversible");
}

}  // namespace loopscope::python
