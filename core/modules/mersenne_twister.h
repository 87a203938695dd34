// The Mersenne Twister MT19937, seeded and read as CPython's `random` does, so that a seeded script gets
// CPython's numbers. Not for: entropy (runtime::Host::fill_entropy), nor distributions, which
// library/random.py has.
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace loopscope::modules {

class MersenneTwister {
 public:
  static constexpr std::size_t kWords = 624;

  // Seeds as CPython seeds with an int: its absolute value in 32-bit words, the lowest first; no words count
  // as one zero.
  explicit MersenneTwister(std::span<const std::uint32_t> key) { seed(key); }
  void seed(std::span<const std::uint32_t> key);

  std::uint32_t next();
  // From 0 to 1, 1 excluded, 53 bits of luck.
  double next_double();
  // 0 <= result < bound, bound at least 1: CPython's _randbelow, which draws again until it fits.
  std::uint64_t below(std::uint64_t bound);
  // `count` lowest bits by luck, up to 64: CPython's getrandbits.
  std::uint64_t bits(unsigned count);

  // What random.getstate() shows: the words, and how many of them are used up.
  const std::array<std::uint32_t, kWords>& words() const { return words_; }
  std::uint32_t position() const { return position_; }
  void restore(const std::array<std::uint32_t, kWords>& words, std::uint32_t position);

 private:
  void refill();

  std::array<std::uint32_t, kWords> words_{};
  std::uint32_t position_ = kWords;
};

}  // namespace loopscope::modules
