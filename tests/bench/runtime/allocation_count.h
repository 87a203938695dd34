// How many bytes the program has asked the heap for and not given back. Not for: anything but the benches.
#pragma once

#include <cstddef>

namespace loopscope::bench {

// As malloc counts them, its own overhead included.
std::size_t heap_bytes();

}  // namespace loopscope::bench
