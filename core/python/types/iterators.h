// Iterators of the builtin sequences and tables, and the question whether an iterator can ever run the
// script. Not enumerate, zip, map, filter (lazy_iterators.cpp).
#pragma once

#include "core/python/vm.h"

namespace loopscope::python {

Value make_list_iterator(Vm& vm, const Value& list);
Value make_tuple_iterator(Vm& vm, const Value& tuple);
Value make_str_iterator(Vm& vm, const Value& str);
Value make_bytes_iterator(Vm& vm, const Value& bytes);
// From the last item to the first.
Value make_reversed_iterator(Vm& vm, const Value& sequence);
Value make_range_iterator(Vm& vm, std::int64_t start, std::int64_t count, std::int64_t step);

enum class TableView : std::uint8_t { kKeys, kValues, kItems };
Value make_dict_iterator(Vm& vm, const Value& dict, TableView view, bool reversed);
Value make_set_iterator(Vm& vm, const Value& set);
Value make_dict_view(Vm& vm, const Value& dict, TableView view);
bool is_keys_view(const Value& value);
bool is_items_view(const Value& value);
// The dict of a view. The value is a view.
Value dict_of_view(const Value& view);

// True: `next` on it never needs the script, so that native code may take items from it one after the other.
bool is_native_iterator(const Value& iterator);

}  // namespace loopscope::python
