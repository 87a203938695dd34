// Hashes and a tiny random sequence that are the same on every machine and in every build: the simulated
// network's luck. Not for: hash tables, nor the `random` module of a script.
#pragma once

#include <cstdint>
#include <string_view>

namespace loopscope::host {

// Spreads every bit of `value` over the result (the finalizer of SplitMix64).
constexpr std::uint64_t mix(std::uint64_t value) {
  value += 0x9e3779b97f4a7c15;
  value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
  value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
  return value ^ (value >> 31);
}

constexpr std::uint64_t stable_hash(std::string_view text, std::uint64_t seed = 0) {
  std::uint64_t hash = 0xcbf29ce484222325 ^ mix(seed);  // FNV-1a
  for (char character : text) hash = (hash ^ static_cast<unsigned char>(character)) * 0x100000001b3;
  return mix(hash);
}

// A sequence of numbers that follows from one hash.
class Luck {
 public:
  explicit constexpr Luck(std::uint64_t hash) : state_(hash) {}

  constexpr std::uint64_t next() { return mix(state_++); }
  // From 0 to bound - 1; bound is at least 1. Slightly uneven for huge bounds, which nobody sees here.
  constexpr std::uint64_t below(std::uint64_t bound) { return next() % bound; }
  // From -1 to 1.
  constexpr double swing() { return static_cast<double>(next() >> 11) * 0x1p-52 - 1.0; }

 private:
  std::uint64_t state_;
};

}  // namespace loopscope::host
