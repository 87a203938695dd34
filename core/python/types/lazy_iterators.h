// The lazy iterators among the builtins: enumerate, zip, map, filter, reversed.
// Not the iterators of containers (iterators.h).
#pragma once

#include "core/python/native.h"
#include "core/python/types/own_types.h"
#include "core/python/vm.h"

namespace loopscope::python {

// True where its sources are native and it calls no function: then `next` never needs the script.
bool is_native_lazy_iterator(const Value& iterator);

// An iterator of a type of ours (kIndexIterator, kCallIterator) that a generator of the library drives.
Value iterator_by(Vm& vm, OwnType type, Value generator);

// The natives of module _iterables, for library/iterables.py: enumerate_of(iterator, start),
// zip_of(iterators, strict), map_of(function, iterators), filter_of(function, iterator). The iterators are
// there already.
extern const std::span<const NativeSpec> kIterablesFunctions;

}  // namespace loopscope::python
