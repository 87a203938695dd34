// One installer per builtin type: puts slots and methods on it when a machine starts.
// Not the order of calling them (install.cpp) and not the builtin functions (core/python/builtins).
#pragma once

namespace loopscope::python {

class Vm;

void install_int(Vm& vm);  // and bool
void install_float(Vm& vm);
void install_singletons(Vm& vm);  // None, Ellipsis, NotImplemented
void install_str(Vm& vm);
void install_bytes(Vm& vm);
void install_list(Vm& vm);
void install_tuple(Vm& vm);
void install_dict(Vm& vm);
void install_set(Vm& vm);  // and frozenset
void install_slice(Vm& vm);
void install_range(Vm& vm);
void install_type_hints(Vm& vm);      // list[int], int | None
void install_unicode_errors(Vm& vm);  // texts and attributes of UnicodeDecodeError and UnicodeEncodeError
void install_sequence_iterators(Vm& vm);
void install_table_iterators(Vm& vm);  // dict's views, iterators of dict and set
void install_lazy_iterators(Vm& vm);   // enumerate, zip, map, filter, reversed

}  // namespace loopscope::python
