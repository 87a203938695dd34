// Blocks of memory for what a loop makes and drops all the time: frames of coroutines, tasks, sleeps.
// Not for: anything large, or that another thread frees.
#pragma once

#include <cstddef>

namespace loopscope::runtime {

// A free list for each size up to 512 bytes, per thread; larger blocks come from the heap. A block costs no
// header, is aligned to 16 bytes, and is found again in a few instructions. Memory that was once used stays
// with the pool. Under the address sanitizer every block is one of the heap's own, so that it sees misuse.
void* allocate_block(std::size_t size);
// `size` as it was asked for.
void free_block(void* block, std::size_t size);

// A base for classes whose objects live in such blocks.
struct InBlocks {
  static void* operator new(std::size_t size) { return allocate_block(size); }
  static void operator delete(void* block, std::size_t size) { free_block(block, size); }
};

}  // namespace loopscope::runtime
