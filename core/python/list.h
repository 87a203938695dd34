// List: list: a growing array of Values whose buffer the heap counts.
// Not here: its methods (types/).
#pragma once

#include <cstdint>
#include <span>

#include "core/python/object.h"
#include "core/python/value.h"

namespace loopscope::python {

class Heap;
class Vm;

struct List : Object {
  std::uint32_t size;
  std::uint32_t capacity;
  Value* items;  // `size` live Values, raw memory behind them

  Value* begin() { return items; }
  Value* end() { return items + size; }
  Value& operator[](std::size_t index) { return items[index]; }
  const Value& operator[](std::size_t index) const { return items[index]; }
  std::span<const Value> span() const { return {items, size}; }
};

Ref<List> make_list(Vm& vm, std::size_t capacity = 0);
Ref<List> make_list(Vm& vm, std::span<const Value> items);

// False: MemoryError is raised.
bool list_grow(Vm& vm, List* list, std::size_t capacity);
inline bool list_append(Vm& vm, List* list, Value value) {
  if (list->size == list->capacity && !list_grow(vm, list, list->size + std::size_t{1})) [[unlikely]]
    return false;
  new (list->items + list->size++) Value(std::move(value));
  return true;
}
// index <= size. False: MemoryError.
bool list_insert(Vm& vm, List* list, std::size_t index, Value value);
// Drops [begin, end); what is dropped dies after the list is consistent again.
void list_erase(Vm& vm, List* list, std::size_t begin, std::size_t end);
void list_clear(Vm& vm, List* list);
void clear_list(Heap& heap, List* list);

}  // namespace loopscope::python
