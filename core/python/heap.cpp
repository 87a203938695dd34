// Heap: allocation by size class, the count of bytes, and dropping objects without deep recursion.
// Not here: the cycle collector (heap_collect.cpp).
#include "core/python/heap.h"

#include <cstdlib>
#include <cstring>

#include "core/python/dict.h"
#include "core/python/type.h"

namespace loopscope::python {

Heap::~Heap() {
  for (void* block : blocks_) std::free(block);
}

void Heap::refill(std::size_t size_class) {
  std::size_t cell_bytes = (size_class + 1) * kGranule;
  if (static_cast<std::size_t>(block_end_ - block_position_) < cell_bytes) {
    auto* block = static_cast<char*>(std::malloc(kBlockBytes));
    if (block == nullptr) std::abort();
    blocks_.push_back(block);
    block_position_ = block;
    block_end_ = block + kBlockBytes;
  }
  auto* cell = reinterpret_cast<Cell*>(block_position_);
  block_position_ += cell_bytes;
  cell->next = nullptr;
  free_cells_[size_class] = cell;
}

void* Heap::allocate_large(std::size_t bytes) {
  if (bytes == 0) return nullptr;
  void* memory = std::malloc(bytes);
  if (memory == nullptr) std::abort();
  return memory;
}

void Heap::free_large(void* memory, std::size_t bytes) {
  if (bytes != 0) std::free(memory);
}

void* Heap::reallocate(void* memory, std::size_t old_bytes, std::size_t new_bytes) {
  constexpr std::size_t kLargestCell = kClasses * kGranule;
  if (old_bytes > kLargestCell && new_bytes > kLargestCell) {
    bytes_ += new_bytes - old_bytes;
    void* moved = std::realloc(memory, new_bytes);
    if (moved == nullptr) std::abort();
    return moved;
  }
  void* moved = allocate(new_bytes);
  if (std::size_t kept = old_bytes < new_bytes ? old_bytes : new_bytes; kept != 0)
    std::memcpy(moved, memory, kept);
  free(memory, old_bytes);
  return moved;
}

Object* Heap::allocate_object(Type* type, std::size_t bytes) {
  Object* object;
  if (type->is_tracked()) {
    auto* header = static_cast<GcHeader*>(allocate(bytes + sizeof(GcHeader)));
    header->previous = ring_.previous;
    header->next = &ring_;
    ring_.previous->next = header;
    ring_.previous = header;
    ++tracked_;
    object = object_of(header);
  } else {
    object = static_cast<Object*>(allocate(bytes));
  }
  std::memset(static_cast<void*>(object), 0, bytes);
  object->references = 1;
  object->type = type;
  ++type->references;
  return object;
}

void Heap::free_object(Object* object, std::size_t bytes) {
  Type* type = object->type;
  if (type->is_tracked()) {
    GcHeader* header = gc_header_of(object);
    header->previous->next = header->next;
    header->next->previous = header->previous;
    --tracked_;
    free(header, bytes + sizeof(GcHeader));
  } else {
    free(object, bytes);
  }
  drop_reference(type);
}

void Heap::grant_room_after_memory_error() {
  std::size_t room = bytes_ + limit_ / 16;
  if (room > current_limit_) current_limit_ = room;
}

Value Heap::take_finalizer() {
  Value first = std::move(finalizers_.front());
  finalizers_.erase(finalizers_.begin());
  finalizers_pending_ = !finalizers_.empty();
  return first;
}

void Heap::destroy_now(Object* object) {
  Type* type = object->type;
  std::size_t bytes = type->slots.size != nullptr ? type->slots.size(object) : type->basic_size;
  if (type->has_flag(kTypeHasDict)) drop_instance_dict(object);
  if (type->slots.dealloc != nullptr) type->slots.dealloc(*this, object);
  free_object(object, bytes);
}

void destroy(Object* object) {
  Type* type = object->type;
  Heap* heap = type->heap;
  if (type->has_flag(kTypeHasFinalizer) && !heap->closing_ && type->finalize != nullptr &&
      type->finalize(*heap, object)) {
    return;  // it lives on until its finalizer has run
  }
  if (heap->drop_depth_ >= Heap::kDeepestDrop) {
    heap->deferred_.push_back(object);
    return;
  }
  ++heap->drop_depth_;
  heap->destroy_now(object);
  --heap->drop_depth_;
  if (heap->drop_depth_ != 0 || heap->deferred_.empty()) return;
  // The outermost destroy drains what was too deep; each one starts at depth 1 again.
  while (!heap->deferred_.empty()) {
    Object* next = heap->deferred_.back();
    heap->deferred_.pop_back();
    ++heap->drop_depth_;
    heap->destroy_now(next);
    --heap->drop_depth_;
  }
}

}  // namespace loopscope::python
