// List and Tuple: making them and changing a list's buffer.
// Not here: dict and set (hash_table.cpp), methods (types/).
#include <cstring>

#include "core/python/list.h"
#include "core/python/slice.h"
#include "core/python/tuple.h"
#include "core/python/vm.h"

namespace loopscope::python {

Ref<Tuple> make_tuple(Vm& vm, std::size_t size) {
  auto* tuple = vm.heap.make<Tuple>(vm.types.tuple, Tuple::bytes_for(size));
  tuple->size = static_cast<std::uint32_t>(size);
  return Ref<Tuple>::steal(tuple);
}

Ref<Tuple> make_tuple(Vm& vm, std::span<const Value> items) {
  Ref<Tuple> tuple = make_tuple(vm, items.size());
  for (std::size_t i = 0; i < items.size(); ++i) (*tuple)[i] = items[i];
  return tuple;
}

Ref<List> make_list(Vm& vm, std::size_t capacity) {
  auto list = Ref<List>::steal(vm.heap.make<List>(vm.types.list));
  if (capacity != 0) {
    list->items = static_cast<Value*>(vm.heap.allocate(capacity * sizeof(Value)));
    list->capacity = static_cast<std::uint32_t>(capacity);
  }
  return list;
}

Ref<List> make_list(Vm& vm, std::span<const Value> items) {
  Ref<List> list = make_list(vm, items.size());
  for (const Value& item : items) new (list->items + list->size++) Value(item);
  return list;
}

bool list_grow(Vm& vm, List* list, std::size_t capacity) {
  constexpr std::size_t kMost = std::size_t{1} << 28;
  std::size_t wanted = list->capacity + list->capacity / 8 + 6;
  if (wanted < capacity) wanted = capacity;
  wanted = (wanted + 3) & ~std::size_t{3};
  if (capacity > kMost || !vm.heap.reserve((wanted - list->capacity) * sizeof(Value))) {
    vm.raise_memory_error();
    return false;
  }
  list->items = static_cast<Value*>(
      vm.heap.reallocate(list->items, list->capacity * sizeof(Value), wanted * sizeof(Value)));
  list->capacity = static_cast<std::uint32_t>(wanted);
  return true;
}

bool list_insert(Vm& vm, List* list, std::size_t index, Value value) {
  if (list->size == list->capacity && !list_grow(vm, list, list->size + std::size_t{1})) return false;
  Value* place = list->items + index;
  std::memmove(static_cast<void*>(place + 1), static_cast<const void*>(place),
               (list->size - index) * sizeof(Value));
  new (place) Value(std::move(value));
  ++list->size;
  return true;
}

void list_erase(Vm&, List* list, std::size_t begin, std::size_t end) {
  std::size_t count = end - begin;
  if (count == 0) return;
  std::vector<Value> dropped;
  dropped.reserve(count);
  for (std::size_t i = begin; i < end; ++i) dropped.push_back(std::move(list->items[i]));
  std::memmove(static_cast<void*>(list->items + begin), static_cast<const void*>(list->items + end),
               (list->size - end) * sizeof(Value));
  list->size -= static_cast<std::uint32_t>(count);
  while (!dropped.empty()) dropped.pop_back();  // from the end, as CPython does; vectors go either way
}

namespace {

void free_items(Heap& heap, Value* items, std::uint32_t size, std::uint32_t capacity) {
  // From the end, as CPython does: a script sees the order where items have a __del__.
  for (std::uint32_t i = size; i-- != 0;) items[i].~Value();
  heap.free(items, capacity * sizeof(Value));
}

}  // namespace

void list_clear(Vm& vm, List* list) { clear_list(vm.heap, list); }

void clear_list(Heap& heap, List* list) {
  if (list->capacity == 0) return;
  Value* items = std::exchange(list->items, nullptr);
  std::uint32_t size = std::exchange(list->size, 0);
  std::uint32_t capacity = std::exchange(list->capacity, 0);
  free_items(heap, items, size, capacity);
}

Value make_slice(Vm& vm, Value start, Value stop, Value step) {
  auto* slice = vm.heap.make<Slice>(vm.types.slice);
  slice->start = std::move(start);
  slice->stop = std::move(stop);
  slice->step = std::move(step);
  return Value::steal(slice);
}

}  // namespace loopscope::python
