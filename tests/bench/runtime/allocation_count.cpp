// heap_bytes by the allocator's own books: glibc's, Emscripten's. Not for: other C libraries.
#include "tests/bench/runtime/allocation_count.h"

#include <malloc.h>

namespace loopscope::bench {

std::size_t heap_bytes() {
#ifdef __EMSCRIPTEN__
  return static_cast<std::size_t>(mallinfo().uordblks);
#else
  const struct mallinfo2 info = mallinfo2();
  return info.uordblks + info.hblkhd;
#endif
}

}  // namespace loopscope::bench
