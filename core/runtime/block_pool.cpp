// The free lists and the slabs they are cut from. Not for: giving memory back to the system.
#include "core/runtime/block_pool.h"

#include <array>
#include <new>

namespace loopscope::runtime {

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define LOOPSCOPE_NO_POOL
#endif
#endif

#if defined(LOOPSCOPE_NO_POOL)

void* allocate_block(std::size_t size) { return ::operator new(size); }
void free_block(void* block, std::size_t size) { ::operator delete(block, size); }

#else

namespace {

constexpr std::size_t kGrain = 16;
constexpr std::size_t kLargest = 512;
constexpr std::size_t kCacheLine = 64;

// Blocks of one size, in the order of their addresses, from a cache line's begin on.
struct Slab {
  static constexpr std::size_t kBytes = (32U << 10U) - sizeof(void*);

  std::byte blocks[kBytes];
  Slab* next = nullptr;
};

struct FreeBlock {
  FreeBlock* next;
};

// The blocks of one size. When none of many is used any more they are given out in order again: in the
// scattered order in which they came back, each would be a miss of the cache.
struct Pool {
  FreeBlock* free = nullptr;
  std::byte* uncut = nullptr;  // of `slab`; those of its later ones are uncut, too
  std::byte* end = nullptr;
  std::size_t used = 0;
  Slab* slab = nullptr;
  Slab* first = nullptr;

  void cut_from(Slab* one, std::size_t block_size) {
    slab = one;
    uncut = one->blocks;
    end = one->blocks + Slab::kBytes / block_size * block_size;
  }
  void next_slab(std::size_t block_size) {
    Slab* next = slab != nullptr ? slab->next : nullptr;
    if (next == nullptr) {
      next = new (std::align_val_t(kCacheLine)) Slab;
      (slab != nullptr ? slab->next : first) = next;
    }
    cut_from(next, block_size);
  }
};

constinit thread_local std::array<Pool, kLargest / kGrain + 1> pools{};

}  // namespace

void* allocate_block(std::size_t size) {
  const std::size_t kind = (size + kGrain - 1) / kGrain;
  if (kind > kLargest / kGrain) return ::operator new(size);
  Pool& pool = pools[kind];
  ++pool.used;
  if (FreeBlock* block = pool.free) {
    pool.free = block->next;
    return block;
  }
  if (pool.uncut == pool.end) [[unlikely]] {
    pool.next_slab(kind * kGrain);
  }
  void* block = pool.uncut;
  pool.uncut += kind * kGrain;
  return block;
}

void free_block(void* block, std::size_t size) {
  const std::size_t kind = (size + kGrain - 1) / kGrain;
  if (kind > kLargest / kGrain) {
    ::operator delete(block, size);
    return;
  }
  Pool& pool = pools[kind];
  if (--pool.used == 0 && pool.slab != pool.first) [[unlikely]] {
    pool.free = nullptr;
    pool.cut_from(pool.first, kind * kGrain);
    return;
  }
  pool.free = new (block) FreeBlock{pool.free};
}

#endif  // LOOPSCOPE_NO_POOL

}  // namespace loopscope::runtime
