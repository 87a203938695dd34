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
constexpr std::size_t kSlab = 32U << 10U;  // bytes; a slab serves one size

struct FreeBlock {
  FreeBlock* next;
};

constinit thread_local std::array<FreeBlock*, kLargest / kGrain + 1> free_blocks{};

// Cuts a slab into blocks, in the order of their addresses.
FreeBlock* cut_slab(std::size_t block_size) {
  auto* slab = static_cast<std::byte*>(::operator new(kSlab));
  FreeBlock* first = nullptr;
  for (std::size_t i = kSlab / block_size; i-- > 0;) {
    first = new (slab + i * block_size) FreeBlock{first};
  }
  return first;
}

}  // namespace

void* allocate_block(std::size_t size) {
  const std::size_t kind = (size + kGrain - 1) / kGrain;
  if (kind > kLargest / kGrain) return ::operator new(size);
  FreeBlock* block = free_blocks[kind];
  if (block == nullptr) [[unlikely]] {
    block = cut_slab(kind * kGrain);
  }
  free_blocks[kind] = block->next;
  return block;
}

void free_block(void* block, std::size_t size) {
  const std::size_t kind = (size + kGrain - 1) / kGrain;
  if (kind > kLargest / kGrain) {
    ::operator delete(block, size);
    return;
  }
  free_blocks[kind] = new (block) FreeBlock{free_blocks[kind]};
}

#endif  // LOOPSCOPE_NO_POOL

}  // namespace loopscope::runtime
