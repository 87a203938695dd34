// Matsumoto and Nishimura's MT19937 with initialisation by an array.
// Not for: anything that must be unpredictable.
#include "core/modules/mersenne_twister.h"

#include <algorithm>
#include <bit>

namespace loopscope::modules {
namespace {

constexpr std::size_t kMiddle = 397;

std::uint32_t twist(std::uint32_t high, std::uint32_t low) {
  std::uint32_t joined = (high & 0x80000000u) | (low & 0x7fffffffu);
  return (joined >> 1) ^ ((joined & 1u) != 0 ? 0x9908b0dfu : 0u);
}

}  // namespace

void MersenneTwister::seed(std::span<const std::uint32_t> key) {
  static constexpr std::uint32_t kZero[] = {0};
  if (key.empty()) key = kZero;
  words_[0] = 19650218u;
  for (std::uint32_t i = 1; i < kWords; ++i)
    words_[i] = 1812433253u * (words_[i - 1] ^ (words_[i - 1] >> 30)) + i;
  std::size_t i = 1;
  std::size_t j = 0;
  auto previous = [&] { return words_[i - 1] ^ (words_[i - 1] >> 30); };
  auto advance = [&] {
    if (++i < kWords) return;
    words_[0] = words_[kWords - 1];
    i = 1;
  };
  for (std::size_t round = std::max(kWords, key.size()); round > 0; --round) {
    words_[i] = (words_[i] ^ (previous() * 1664525u)) + key[j] + static_cast<std::uint32_t>(j);
    advance();
    if (++j == key.size()) j = 0;
  }
  for (std::size_t round = kWords - 1; round > 0; --round) {
    words_[i] = (words_[i] ^ (previous() * 1566083941u)) - static_cast<std::uint32_t>(i);
    advance();
  }
  words_[0] = 0x80000000u;
  position_ = kWords;
}

void MersenneTwister::refill() {
  for (std::size_t i = 0; i < kWords; ++i) {
    words_[i] = words_[(i + kMiddle) % kWords] ^ twist(words_[i], words_[(i + 1) % kWords]);
  }
  position_ = 0;
}

std::uint32_t MersenneTwister::next() {
  if (position_ >= kWords) refill();
  std::uint32_t word = words_[position_++];
  word ^= word >> 11;
  word ^= (word << 7) & 0x9d2c5680u;
  word ^= (word << 15) & 0xefc60000u;
  return word ^ (word >> 18);
}

double MersenneTwister::next_double() {
  std::uint32_t high = next() >> 5;
  std::uint32_t low = next() >> 6;
  return (high * 67108864.0 + low) * (1.0 / 9007199254740992.0);
}

std::uint64_t MersenneTwister::bits(unsigned count) {
  if (count == 0) return 0;
  if (count <= 32) return next() >> (32 - count);
  std::uint64_t low = next();
  return low | static_cast<std::uint64_t>(next() >> (64 - count)) << 32;
}

std::uint64_t MersenneTwister::below(std::uint64_t bound) {
  auto count = static_cast<unsigned>(std::bit_width(bound));
  std::uint64_t drawn = bits(count);
  while (drawn >= bound) drawn = bits(count);
  return drawn;
}

void MersenneTwister::restore(const std::array<std::uint32_t, kWords>& words, std::uint32_t position) {
  words_ = words;
  position_ = std::min<std::uint32_t>(position, kWords);
}

}  // namespace loopscope::modules
