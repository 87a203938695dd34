// The generator gives CPython's numbers; SHA-512 gives the standard's.
// Not for: the random module (tests/conformance).
#include "core/modules/mersenne_twister.h"

#include <gtest/gtest.h>

#include <string_view>

#include "core/modules/sha512.h"

namespace loopscope::modules {
namespace {

MersenneTwister seeded(std::uint32_t seed) { return MersenneTwister(std::span(&seed, 1)); }

TEST(MersenneTwister, gives_the_numbers_of_cpython_for_a_small_seed) {
  MersenneTwister generator = seeded(42);
  EXPECT_EQ(generator.next_double(), 0.6394267984578837);
  EXPECT_EQ(generator.next_double(), 0.025010755222666936);
  generator = seeded(0);
  EXPECT_EQ(generator.next_double(), 0.8444218515250481);
}

TEST(MersenneTwister, draws_below_a_bound_and_bits_as_cpython) {
  MersenneTwister generator = seeded(1);
  EXPECT_EQ(generator.below(10), 2u);  // random.seed(1); random.randrange(10)
  EXPECT_EQ(generator.below(10), 9u);
  generator = seeded(1);
  EXPECT_EQ(generator.bits(64), 0x91b7584a2265b1f5u);
}

TEST(MersenneTwister, goes_on_where_its_state_was_kept) {
  MersenneTwister first = seeded(7);
  first.next();
  MersenneTwister second = seeded(8);
  second.restore(first.words(), first.position());
  for (int i = 0; i < 2000; ++i) ASSERT_EQ(first.next(), second.next());
}

std::string hex(std::string_view message) {
  std::string text;
  for (std::byte byte : sha512(std::as_bytes(std::span(message)))) {
    text += "0123456789abcdef"[std::to_integer<unsigned>(byte) >> 4];
    text += "0123456789abcdef"[std::to_integer<unsigned>(byte) & 15];
  }
  return text;
}

TEST(Sha512, gives_the_digests_of_the_standard) {
  EXPECT_EQ(hex("abc"),
            "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
            "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f");
  EXPECT_EQ(hex(""),
            "cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce"
            "47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e");
}

}  // namespace
}  // namespace loopscope::modules
