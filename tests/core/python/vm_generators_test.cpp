// Generators, coroutines and async generators, driven by hand.
// Not for tasks and the event loop (tests/core/modules).
#include <gtest/gtest.h>

#include "tests/core/python/script_runner.h"

namespace loopscope::python {
namespace {

// The result of a coroutine that never waits.
const std::string kDrive =
    "def drive(coroutine):\n"
    "    try: coroutine.send(None)\n"
    "    except StopIteration as e: return e.value\n";

TEST(VmGenerators, ASentValueIsWhatYieldGives) {
  EXPECT_EQ(run_script("def echo():\n"
                       "    got = yield 'first'\n"
                       "    while got: got = yield got * 2\n"
                       "g = echo()\n"
                       "print(next(g), g.send(2), g.send(5), next(g, 'end'))\n")
                .out,
            "first 4 10 end\n");
}

TEST(VmGenerators, YieldFromPassesValuesBothWaysAndGivesTheReturnValue) {
  EXPECT_EQ(run_script("def inner():\n"
                       "    a = yield 1\n"
                       "    return a + 1\n"
                       "def outer():\n"
                       "    b = yield from inner()\n"
                       "    yield b\n"
                       "g = outer()\n"
                       "print(next(g), g.send(10))\n")
                .out,
            "1 11\n");
}

TEST(VmGenerators, CloseRunsFinallyAndADroppedGeneratorToo) {
  EXPECT_EQ(run_script("def g(name):\n"
                       "    try: yield 1\n"
                       "    finally: print('closed', name)\n"
                       "a = g('a'); next(a); a.close()\n"
                       "b = g('b'); next(b); del b\n"
                       "print('after')\n")
                .out,
            "closed a\nclosed b\nafter\n");
}

TEST(VmGenerators, ThrowRaisesAtTheYield) {
  EXPECT_EQ(run_script("def g():\n"
                       "    try: yield 1\n"
                       "    except ValueError as e: yield str(e)\n"
                       "a = g(); next(a); print(a.throw(ValueError('thrown')))\n")
                .out,
            "thrown\n");
}

TEST(VmGenerators, AStopIterationThatEscapesBecomesARuntimeError) {
  EXPECT_EQ(run_script("def g():\n    raise StopIteration\n    yield\nlist(g())\n").last_line,
            "RuntimeError: generator raised StopIteration");
}

TEST(VmGenerators, AnAwaitedCoroutineGivesItsResultWithoutLeavingTheFiber) {
  EXPECT_EQ(run_script(kDrive + "async def two(): return 2\n"
                                "async def main(): return await two() + await two()\n"
                                "print(drive(main()))\n")
                .out,
            "4\n");
}

TEST(VmGenerators, AsyncGeneratorsLoopsAndContextManagersWork) {
  EXPECT_EQ(run_script(kDrive + "class Manager:\n"
                                "    async def __aenter__(self): print('in'); return 7\n"
                                "    async def __aexit__(self, *info): print('out', info[0]); return True\n"
                                "async def numbers():\n"
                                "    for i in range(3): yield i\n"
                                "async def main():\n"
                                "    async for i in numbers(): print(i)\n"
                                "    async with Manager() as m:\n"
                                "        print(m)\n"
                                "        raise ValueError('inside')\n"
                                "    return [i async for i in numbers() if i]\n"
                                "print(drive(main()))\n")
                .out,
            "0\n1\n2\nin\n7\nout <class 'ValueError'>\n[1, 2]\n");
}

TEST(VmGenerators, ACoroutineThatNobodyAwaitsWarnsWhereItIsDropped) {
  ScriptOutcome outcome = run_script("async def lost(): pass\ndef go():\n    lost()\ngo()\n");
  EXPECT_EQ(outcome.err,
            "test.py:3: RuntimeWarning: coroutine 'lost' was never awaited\n"
            "  lost()\n"
            "RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n");
}

TEST(VmGenerators, AwaitingWhatIsNotAwaitableSaysSo) {
  EXPECT_EQ(run_script(kDrive + "async def main(): await None\ndrive(main())\n").last_line,
            "TypeError: object NoneType can't be used in 'await' expression");
}

TEST(VmGenerators, AMillionAwaitsInARowNeedNoStack) {
  EXPECT_EQ(run_script(kDrive + "async def one(): return 1\n"
                                "async def main():\n"
                                "    total = 0\n"
                                "    for _ in range(1000000): total += await one()\n"
                                "    return total\n"
                                "print(drive(main()))\n")
                .out,
            "1000000\n");
}

}  // namespace
}  // namespace loopscope::python
