// FIPS 180-4. The constants are the fractional parts of cube and square roots of primes; they are computed at
// compile time, with integers, rather than listed. Not for: speed.
#include "core/modules/sha512.h"

#include <bit>
#include <cstdint>
#include <vector>

namespace loopscope::modules {
namespace {

constexpr int kRounds = 80;

constexpr std::array<std::uint32_t, kRounds> first_primes() {
  std::array<std::uint32_t, kRounds> primes{};
  int found = 0;
  for (std::uint32_t candidate = 2; found < kRounds; ++candidate) {
    bool prime = true;
    for (int i = 0; i < found && prime; ++i) prime = candidate % primes[static_cast<std::size_t>(i)] != 0;
    if (prime) primes[static_cast<std::size_t>(found++)] = candidate;
  }
  return primes;
}

// Whether (whole + fraction / 2^64) to the power of 2 or 3 is at most `number`, in exact arithmetic on 32-bit
// digits.
constexpr bool power_at_most(std::uint32_t whole, std::uint64_t fraction, int power, std::uint32_t number) {
  std::array<std::uint32_t, 3> root = {static_cast<std::uint32_t>(fraction),
                                       static_cast<std::uint32_t>(fraction >> 32), whole};
  std::array<std::uint32_t, 9> product = {root[0], root[1], root[2]};
  for (int step = 1; step < power; ++step) {
    std::array<std::uint32_t, 9> next{};
    for (std::size_t i = 0; i < 6; ++i) {
      std::uint64_t carry = 0;
      for (std::size_t j = 0; j < 3; ++j) {
        carry += next[i + j] + static_cast<std::uint64_t>(product[i]) * root[j];
        next[i + j] = static_cast<std::uint32_t>(carry);
        carry >>= 32;
      }
      if (i + 3 < 9) next[i + 3] = static_cast<std::uint32_t>(next[i + 3] + carry);
    }
    product = next;
  }
  auto point = static_cast<std::size_t>(power) * 2;  // digits behind the binary point
  return product[point] < number;                    // roots of primes are irrational: never equal
}

constexpr std::uint64_t root_fraction(std::uint32_t number, int power) {
  std::uint32_t whole = 1;
  while ((power == 2 ? (whole + 1) * (whole + 1) : (whole + 1) * (whole + 1) * (whole + 1)) <= number)
    ++whole;
  std::uint64_t fraction = 0;
  for (std::uint64_t bit = std::uint64_t{1} << 63; bit != 0; bit >>= 1) {
    if (power_at_most(whole, fraction | bit, power, number)) fraction |= bit;
  }
  return fraction;
}

template <std::size_t kCount>
constexpr std::array<std::uint64_t, kCount> root_fractions(int power) {
  std::array<std::uint64_t, kCount> fractions{};
  constexpr auto kPrimes = first_primes();
  for (std::size_t i = 0; i < kCount; ++i) fractions[i] = root_fraction(kPrimes[i], power);
  return fractions;
}

std::uint64_t big_endian(const std::byte* bytes) {
  std::uint64_t word = 0;
  for (int i = 0; i < 8; ++i) word = word << 8 | std::to_integer<std::uint64_t>(bytes[i]);
  return word;
}

void mix_block(std::array<std::uint64_t, 8>& hash, const std::byte* block) {
  static const std::array<std::uint64_t, kRounds> kConstants = root_fractions<kRounds>(3);
  std::array<std::uint64_t, kRounds> words{};
  for (std::size_t i = 0; i < 16; ++i) words[i] = big_endian(block + i * 8);
  for (std::size_t i = 16; i < kRounds; ++i) {
    std::uint64_t a = words[i - 15];
    std::uint64_t b = words[i - 2];
    words[i] = words[i - 16] + words[i - 7] + (std::rotr(a, 1) ^ std::rotr(a, 8) ^ (a >> 7)) +
               (std::rotr(b, 19) ^ std::rotr(b, 61) ^ (b >> 6));
  }
  auto [a, b, c, d, e, f, g, h] = hash;
  for (std::size_t i = 0; i < kRounds; ++i) {
    std::uint64_t first = h + (std::rotr(e, 14) ^ std::rotr(e, 18) ^ std::rotr(e, 41)) +
                          ((e & f) ^ (~e & g)) + kConstants[i] + words[i];
    std::uint64_t second =
        (std::rotr(a, 28) ^ std::rotr(a, 34) ^ std::rotr(a, 39)) + ((a & b) ^ (a & c) ^ (b & c));
    h = g;
    g = f;
    f = e;
    e = d + first;
    d = c;
    c = b;
    b = a;
    a = first + second;
  }
  const std::uint64_t mixed[] = {a, b, c, d, e, f, g, h};
  for (std::size_t i = 0; i < 8; ++i) hash[i] += mixed[i];
}

}  // namespace

std::array<std::byte, 64> sha512(std::span<const std::byte> message) {
  std::vector<std::byte> padded(message.begin(), message.end());
  padded.push_back(std::byte{0x80});
  padded.resize((padded.size() + 16 + 127) / 128 * 128);
  std::uint64_t bits = static_cast<std::uint64_t>(message.size()) * 8;
  for (std::size_t i = 1; i <= 8; ++i) {
    padded[padded.size() - i] = static_cast<std::byte>(bits);
    bits >>= 8;
  }
  std::array<std::uint64_t, 8> hash = root_fractions<8>(2);
  for (std::size_t at = 0; at < padded.size(); at += 128) mix_block(hash, padded.data() + at);
  std::array<std::byte, 64> digest{};
  for (std::size_t i = 0; i < 64; ++i) digest[i] = static_cast<std::byte>(hash[i / 8] >> (56 - i % 8 * 8));
  return digest;
}

}  // namespace loopscope::modules
