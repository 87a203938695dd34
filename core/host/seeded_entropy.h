// SeededEntropy: random bytes that a seed decides: the same run, the same bytes. Not for: anything secret.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace loopscope::host {

// SplitMix64 (Steele, Lea, Flood 2014): 8 bytes of state, every seed is as good as any other.
class SeededEntropy {
 public:
  explicit SeededEntropy(std::uint64_t seed) : state_(seed) {}

  void fill(std::span<std::byte> bytes) {
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      if (i % 8 == 0) word = next();
      bytes[i] = static_cast<std::byte>(word >> (i % 8 * 8) & 0xFFU);
    }
  }

 private:
  std::uint64_t next() {
    std::uint64_t mixed = state_ += 0x9E3779B97F4A7C15U;
    mixed = (mixed ^ mixed >> 30U) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ mixed >> 27U) * 0x94D049BB133111EBU;
    return mixed ^ mixed >> 31U;
  }

  std::uint64_t state_;
};

}  // namespace loopscope::host
