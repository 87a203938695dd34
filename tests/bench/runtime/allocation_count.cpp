// heap_bytes by glibc's own books. Not for: other C libraries.
#include "tests/bench/runtime/allocation_count.h"

#include <malloc.h>

namespace loopscope::bench {

std::size_t heap_bytes() {
  const struct mallinfo2 info = mallinfo2();
  return info.uordblks + info.hblkhd;
}

}  // namespace loopscope::bench
