// Taking items from iterables: lists and tuples at once, native iterators one by one, others through the
// library. Not sorting or summing them.
#include "core/python/types/iterate.h"

#include "core/python/types/iterators.h"
#include "core/python/types/operands.h"

namespace loopscope::python {
namespace {

bool append_all(Vm& vm, List* items, std::span<const Value> from) {
  if (items->capacity - items->size < from.size() && !list_grow(vm, items, items->size + from.size()))
    return false;
  for (const Value& item : from) {
    if (!list_append(vm, items, item)) return false;
  }
  return true;
}

Collected take_all(Vm& vm, const Value& iterator, List* items) {
  Vm::NativeOnly scope(vm);
  while (true) {
    Value item = vm.next(iterator);
    if (item.is_exhausted()) return Collected::kAll;
    if (item.is_deferred()) return Collected::kScript;
    if (item.is_empty() || !list_append(vm, items, std::move(item))) return Collected::kRaised;
  }
}

}  // namespace

Collected collect(Vm& vm, const Value& iterable, List* items, Value* rest) {
  if (vm.is_exact(iterable, vm.types.list)) {
    // A copy of the span would be needed where the list is its own target.
    if (iterable.as<List>() == items) {
      std::size_t count = items->size;
      if (!list_grow(vm, items, count * 2)) return Collected::kRaised;
      for (std::size_t i = 0; i < count; ++i) list_append(vm, items, (*items)[i]);
      return Collected::kAll;
    }
    return append_all(vm, items, iterable.as<List>()->span()) ? Collected::kAll : Collected::kRaised;
  }
  if (vm.is_exact(iterable, vm.types.tuple)) {
    return append_all(vm, items, iterable.as<Tuple>()->items()) ? Collected::kAll : Collected::kRaised;
  }
  *rest = iterable;
  Value iterator;
  {
    Vm::NativeOnly scope(vm);
    iterator = vm.iterate(iterable);
  }
  if (iterator.is_empty()) return Collected::kRaised;
  if (iterator.is_deferred()) return Collected::kScript;
  *rest = iterator;
  // Where the caller itself may not run the script, nothing may be taken that could not be given back.
  if (vm.native_only() && !is_native_iterator(iterator)) {
    *rest = iterable;
    return Collected::kScript;
  }
  return take_all(vm, iterator, items);
}

bool is_iterable(Vm& vm, const Value& value) {
  Type* type = vm.type_of(value);
  return type->slots.iterate != nullptr || lookup(type, vm.names.dunder_getitem) != nullptr;
}

Value finish_collecting(Vm& vm, std::string_view function, const Value& first, const Value& items,
                        const Value& rest) {
  if (vm.native_only()) return Value::deferred();
  return vm.call_library("iterables", function, first, items, rest);
}

}  // namespace loopscope::python
