// Heap: the memory of one machine: allocation by size class, the count of bytes, dropping, the cycle
// collector. Not here: what objects hold; each Type says how to drop and to visit its instances (type.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/python/object.h"
#include "core/python/value.h"

namespace loopscope::python {

struct Frame;

// Given to the `traverse` slot: call it with every Value or object that the instance holds a counted
// reference to.
class GcVisitor {
 public:
  virtual void visit(Object* object) = 0;
  void visit(const Value& value) {
    if (value.is_object()) visit(value.object());
  }
  template <typename T>
  void visit(const Ref<T>& reference) {
    if (reference) visit(static_cast<Object*>(reference.get()));
  }

 protected:
  ~GcVisitor() = default;
};

// Single-threaded; owned by Vm and outliving every object in it.
//
// Memory limit. Small allocations always succeed; once the count is over the limit, `over_limit` makes the
// machine raise MemoryError at its next safe point (call, backward jump). What may be large (a list's growth,
// a repeated string, a big int) must ask `reserve` first and raise MemoryError when told so.
class Heap {
 public:
  static constexpr std::size_t kDefaultLimit = std::size_t{256} << 20;

  Heap() = default;
  Heap(const Heap&) = delete;
  Heap& operator=(const Heap&) = delete;
  ~Heap();

  // -- objects: memory is zeroed after the header; one reference, owned by the caller --
  // `bytes` counts the whole object. Tracked types' objects are linked for the collector at once: their
  // fields must be valid (zero is: empty Values, null Refs) before anything else is allocated.
  Object* allocate_object(Type* type, std::size_t bytes);
  template <typename T>
  T* make(Type* type, std::size_t bytes = sizeof(T)) {
    return static_cast<T*>(allocate_object(type, bytes));
  }
  // Gives back an object's memory, `bytes` as allocated. Only destroy() and the collector call it.
  void free_object(Object* object, std::size_t bytes);

  // -- raw memory: buffers of containers, frames --
  void* allocate(std::size_t bytes) {
    bytes_ += bytes;
    std::size_t size_class = (bytes + kGranule - 1) / kGranule - 1;
    if (size_class < kClasses) [[likely]] {
      if (free_cells_[size_class] == nullptr) [[unlikely]]
        refill(size_class);
      Cell* cell = free_cells_[size_class];
      free_cells_[size_class] = cell->next;
      return cell;
    }
    return allocate_large(bytes);
  }
  void free(void* memory, std::size_t bytes) {
    bytes_ -= bytes;
    std::size_t size_class = (bytes + kGranule - 1) / kGranule - 1;
    if (size_class < kClasses) [[likely]] {
      auto* cell = static_cast<Cell*>(memory);
      cell->next = free_cells_[size_class];
      free_cells_[size_class] = cell;
      return;
    }
    free_large(memory, bytes);
  }
  // Keeps the first min(old, new) bytes.
  void* reallocate(void* memory, std::size_t old_bytes, std::size_t new_bytes);

  // False: `bytes` more would pass the limit (nothing is allocated either way).
  bool reserve(std::size_t bytes) const { return bytes_ + bytes <= limit_ && bytes < kLargestReservation; }
  bool over_limit() const { return bytes_ > current_limit_; }
  // MemoryError was raised: the script gets some room to handle it in, until the count is well below the
  // limit again.
  void grant_room_after_memory_error();
  std::size_t bytes() const { return bytes_; }
  // The last Dict::keys_version that was given.
  std::uint32_t keys_versions = 0;
  std::size_t limit() const { return limit_; }
  void set_limit(std::size_t bytes) { limit_ = current_limit_ = bytes; }

  // -- the collector --
  bool wants_collection() const { return tracked_ > next_collection_; }
  // Frees unreachable cycles; their __del__ and generators' finally blocks are queued first. Returns how many
  // objects.
  std::size_t collect();
  std::size_t tracked() const { return tracked_; }

  // -- finalizers: objects whose __del__ (or whose generator's finally) is to run as a frame before the next
  // instruction --
  bool has_finalizers() const { return finalizers_pending_; }
  void queue_finalizer(Value object) {
    finalizers_.push_back(std::move(object));
    finalizers_pending_ = true;
  }
  Value take_finalizer();

  // While true (the machine is being torn down) nothing is queued and nothing warns.
  bool is_closing() const { return closing_; }
  // From now on: what is dropped says nothing any more.
  void begin_closing() { closing_ = true; }
  // Drops what cycles are left; then only destruction remains.
  void close();
  // Gives the contents of all tracked objects that are left back, without counting references. Nothing may be
  // used after it.
  void release_all();

 private:
  friend void destroy(Object* object);
  struct Cell {
    Cell* next;
  };
  static constexpr std::size_t kGranule = 16;
  static constexpr std::size_t kClasses = 32;  // up to 512 bytes from free lists
  static constexpr std::size_t kBlockBytes = 32 * 1024;
  static constexpr std::size_t kLargestReservation = std::size_t{1} << 31;
  static constexpr std::size_t kDeepestDrop = 40;  // nested destroys; what is deeper waits in `deferred_`

  void refill(std::size_t size_class);
  static void* allocate_large(std::size_t bytes);
  static void free_large(void* memory, std::size_t bytes);
  void destroy_now(Object* object);

  Cell* free_cells_[kClasses] = {};
  char* block_position_ = nullptr;
  char* block_end_ = nullptr;
  std::vector<void*> blocks_;
  std::size_t bytes_ = 0;
  std::size_t limit_ = kDefaultLimit;
  std::size_t current_limit_ = kDefaultLimit;
  GcHeader ring_ = {&ring_, &ring_};
  std::size_t tracked_ = 0;
  std::size_t next_collection_ = 20'000;
  std::size_t drop_depth_ = 0;
  bool draining_ = false;
  bool closing_ = false;
  bool finalizers_pending_ = false;
  std::vector<Object*> deferred_;
  std::vector<Value> finalizers_;
};

}  // namespace loopscope::python
