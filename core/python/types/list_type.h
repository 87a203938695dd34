// list: what its files and the builtins share.
// Not the layout (core/python/list.h).
#pragma once

#include "core/python/vm.h"

namespace loopscope::python {

// Compares tuples item by item. Empty: raised.
Value compare_tuples(Vm& vm, CompareOperator op, const Value& left, const Value& right);
Value tuple_contains(Vm& vm, const Value& self, const Value& item);
// "[1, 2]" or "(1, 2)"; deferred where an item needs the script.
Value repr_items(Vm& vm, const Value& self, std::span<const Value> items, const char* open,
                 const char* close);
// Where an equal item is; -1: nowhere; -2: raised.
std::int64_t find_item(Vm& vm, std::span<const Value> items, const Value& wanted);

// list.sort(key=, reverse=) and sorted(): a tail call where the key function needs the script.
Value sort_list(Vm& vm, const Value& list, const Value& key, const Value& reverse);

extern const std::span<const NativeSpec> kListMethods;  // list_methods.cpp

// The bounds of list.index(x, start, end), from argument `first` on, which may not be None. False: raised.
bool are_indexes(Vm& vm, const Arguments& arguments, std::size_t first);

}  // namespace loopscope::python
