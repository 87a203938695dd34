// Memory: cycles, long chains, the limit; and that pausing anywhere changes nothing.
// Not for the sizes of objects.
#include <gtest/gtest.h>

#include "tests/core/python/script_runner.h"

namespace loopscope::python {
namespace {

TEST(VmMemory, LongChainsOfReferencesAreDroppedWithoutRecursion) {
  EXPECT_EQ(run_script("chain = None\n"
                       "for i in range(100000): chain = [chain]\n"
                       "chain = None\n"
                       "class Node:\n    def __init__(self, next): self.next = next\n"
                       "for i in range(100000): chain = Node(chain)\n"
                       "chain = None\n"
                       "print('gone')\n")
                .out,
            "gone\n");
}

TEST(VmMemory, UnreachableCyclesAreCollected) {
  EXPECT_EQ(run_script("class Node:\n    def __init__(self): self.me = self; self.data = [0] * 100\n"
                       "for i in range(100000): Node()\n"
                       "print('small')\n",
                       {.memory_limit = std::size_t{64} << 20})
                .out,
            "small\n");
}

TEST(VmMemory, TheLimitIsAMemoryErrorThatCanBeCaught) {
  EXPECT_EQ(run_script("try:\n"
                       "    kept = []\n"
                       "    while True: kept.append([0] * 1000)\n"
                       "except MemoryError:\n"
                       "    kept = None\n"
                       "    print('caught')\n",
                       {.memory_limit = std::size_t{32} << 20})
                .out,
            "caught\n");
}

TEST(VmMemory, PausingAtEverySafePointChangesNothing) {
  const char* text =
      "def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)\n"
      "def numbers():\n    for i in range(20): yield fib(i % 10)\n"
      "print(sum(numbers()), sorted([3, 1, 2], key=lambda x: -x))\n";
  EXPECT_EQ(run_script(text, {.pause_often = true}).out, run_script(text).out);
}

}  // namespace
}  // namespace loopscope::python
