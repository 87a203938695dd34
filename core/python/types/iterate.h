// Taking all items of any iterable natively, and handing over to library Python where the script is needed.
// Not the iterators themselves (iterators.h).
#pragma once

#include "core/python/vm.h"

namespace loopscope::python {

enum class Collected : std::uint8_t { kAll, kRaised, kScript };

// Appends the iterable's items to `items`. kScript: some of them need the script: what was taken so far is in
// `items`, and `*rest` is what to iterate on (the iterable itself where nothing was taken).
Collected collect(Vm& vm, const Value& iterable, List* items, Value* rest);

// Whether iter(value) would not raise "is not iterable" at once.
bool is_iterable(Vm& vm, const Value& value);

// After Collected::kScript: a tail call of library/iterables.py's function with (first, items, rest): it
// takes the rest and goes on. Inside a NativeOnly scope: deferred(), with nothing lost only where nothing was
// taken.
Value finish_collecting(Vm& vm, std::string_view function, const Value& first, const Value& items,
                        const Value& rest);

}  // namespace loopscope::python
