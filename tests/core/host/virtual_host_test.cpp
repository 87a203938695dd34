// The virtual clock's rules (language.md's "The virtual clock is ..."). Not for: what every host promises,
// see host_contract_test.cpp.
#include "core/host/virtual_host.h"

#include <gtest/gtest.h>

#include <array>

#include "tests/core/host/scripted_network.h"

namespace loopscope::host {
namespace {

using runtime::Microseconds;
using std::chrono::nanoseconds;

class VirtualHostTest : public testing::Test {
 protected:
  ScriptedNetwork network;
  TextSink sink;
  VirtualHost host{network, sink};
};

TEST_F(VirtualHostTest, TimeStandsStillAndJumpsToTheDeadline) {
  EXPECT_EQ(host.now(), Microseconds(0));
  EXPECT_TRUE(host.idle_until(std::chrono::hours(24)));
  EXPECT_EQ(host.now(), std::chrono::hours(24));
  EXPECT_TRUE(host.idle_until(std::chrono::hours(1)));
  EXPECT_EQ(host.now(), std::chrono::hours(24));
}

TEST_F(VirtualHostTest, ATurnCostsAMicrosecond) {
  for (int i = 0; i < 5; ++i) host.turn_ended();
  EXPECT_EQ(host.now(), Microseconds(5));
}

TEST_F(VirtualHostTest, ReadingTheClockCostsAMicrosecondFromThe1001stOnUntilATurnOrASleep) {
  for (int i = 0; i < 1000; ++i) EXPECT_EQ(host.read_clock(), Microseconds(0));
  EXPECT_EQ(host.read_clock(), Microseconds(1));
  EXPECT_EQ(host.read_clock(), Microseconds(2));
  host.turn_ended();
  for (int i = 0; i < 1000; ++i) EXPECT_EQ(host.read_clock(), Microseconds(3));
  EXPECT_EQ(host.read_clock(), Microseconds(4));
  host.idle_until(Microseconds(4));
  EXPECT_EQ(host.read_clock(), Microseconds(4));
}

TEST_F(VirtualHostTest, TheLoopsReadingOfTheClockDoesNotCount) {
  for (int i = 0; i < 5000; ++i) EXPECT_EQ(host.now(), Microseconds(0));
  EXPECT_EQ(host.read_clock(), Microseconds(0));
}

TEST_F(VirtualHostTest, ComputingAddsUpToWholeMicroseconds) {
  for (int i = 0; i < 10; ++i) host.spend(nanoseconds(333));
  EXPECT_EQ(host.now(), Microseconds(3));
  host.spend(nanoseconds(670));
  EXPECT_EQ(host.now(), Microseconds(4));
}

TEST_F(VirtualHostTest, WithoutASliceItMayRunForEverAndWithOneOfZeroNotAtAll) {
  EXPECT_FALSE(host.slice_over());
  VirtualHost sliced(network, sink, {.slice = std::chrono::milliseconds(0)});
  EXPECT_TRUE(sliced.slice_over());
  VirtualHost long_slice(network, sink, {.slice = std::chrono::hours(1)});
  EXPECT_FALSE(long_slice.slice_over());
}

TEST_F(VirtualHostTest, TheSeedDecidesTheRandomBytes) {
  const auto bytes_of = [this](std::uint64_t seed) {
    VirtualHost seeded(network, sink, {.seed = seed});
    std::array<std::byte, 32> bytes{};
    seeded.fill_entropy(bytes);
    return bytes;
  };
  EXPECT_EQ(bytes_of(1), bytes_of(1));
  EXPECT_NE(bytes_of(1), bytes_of(2));
}

}  // namespace
}  // namespace loopscope::host
