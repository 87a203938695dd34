// Object: what every heap object begins with, and how references are dropped.
// Not here: layouts of concrete objects (string.h, list.h ...), nor their allocation (heap.h).
#pragma once

#include <cstddef>
#include <cstdint>

namespace loopscope::python {

class Heap;
struct Type;

struct Object {
  std::uint32_t references;
  Type* type;  // owned: counted in type->references
};

// Stands before the Object of every type whose instances can be part of a cycle (Type::is_tracked).
// Linked in a ring through the heap's list, in the order of creation.
struct GcHeader {
  GcHeader* previous;
  GcHeader* next;
};

inline GcHeader* gc_header_of(Object* object) { return reinterpret_cast<GcHeader*>(object) - 1; }
inline Object* object_of(GcHeader* header) { return reinterpret_cast<Object*>(header + 1); }

// The last reference is gone: the type drops what the object holds, then its memory goes back to the heap.
// Deep chains are dropped from a list, never by deep recursion; `__del__` is queued (heap.h).
void destroy(Object* object);

inline void drop_reference(Object* object) {
  if (--object->references == 0) [[unlikely]]
    destroy(object);
}

}  // namespace loopscope::python
