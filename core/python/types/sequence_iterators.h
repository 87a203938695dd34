// The layouts of the iterators over list, tuple, str, bytes and range, for the machine's loop.
// Not making them (iterators.h).
#pragma once

#include "core/python/list.h"
#include "core/python/type.h"

namespace loopscope::python {

// Over list, tuple, str, bytes, and from the end over list and the others that reversed() takes.
struct SequenceIterator : Object {
  Value sequence;         // empty once it is exhausted
  std::uint32_t index;    // the next item; for str and bytes its byte
  std::uint32_t skipped;  // str: code points taken so far
};

struct RangeIterator : Object {
  std::int64_t next;
  std::int64_t remaining;
  std::int64_t step;
};

Value list_next(Vm& vm, const Value& self);
Value range_next(Vm& vm, const Value& self);

// The next item of a list's iterator or a range's, without a call. False: its slot must be asked.
inline bool next_at_once(const Value& self, Value* item) {
  const auto next = self.object()->type->slots.next;
  if (next == list_next) {
    auto* iterator = self.as<SequenceIterator>();
    if (iterator->sequence.is_empty()) return false;
    const auto* list = iterator->sequence.as<List>();
    if (iterator->index >= list->size) return false;
    *item = list->items[iterator->index++];
    return true;
  }
  if (next != range_next) return false;
  auto* iterator = self.as<RangeIterator>();
  if (iterator->remaining <= 0 || !Value::fits_small_int(iterator->next)) return false;
  *item = Value::small_int(iterator->next);
  --iterator->remaining;
  iterator->next += iterator->step;
  return true;
}

}  // namespace loopscope::python
