// Code of loops, handlers, await and comprehensions, compared as text. Not for: what it does when it runs
// (tests/conformance).
#include <gtest/gtest.h>

#include <string>

#include "core/python/compiler.h"
#include "core/python/disassemble.h"

namespace loopscope::python {
namespace {

std::string disassembly(std::string_view source) {
  const CompileResult result = compile(source, {"x.py"});
  if (result.error) return result.error->message;
  EXPECT_EQ(verify(*result.code), "");
  return disassemble(*result.code);
}

TEST(CompilerFlowTest, AnAddressedCallIsAMethodCall) {
  EXPECT_EQ(disassembly(R"(asyncio.run(main())
)"),
            R"(<module> (line 1)
    1     0  LOAD_GLOBAL            asyncio
          3  LOAD_ATTR              run (call)
          8  LOAD_GLOBAL            main (call)
         11  CALL                   0
         12  CALL                   1
         13  POP_TOP
         14  RETURN_NONE
)");
}

TEST(CompilerFlowTest, ASmallIntIsAnOperand) {
  EXPECT_EQ(disassembly(R"(def f(n):
    return n - 1 + 2 * n
)"),
            R"(<module> (line 1)
    1     0  LOAD_CONST             <code f>
          1  MAKE_FUNCTION          0
          2  STORE_GLOBAL           f
          4  RETURN_NONE

f (line 1)
    2     0  LOAD_FAST              n
          1  SUBTRACT_INT           1
          2  LOAD_SMALL_INT         2
          3  LOAD_FAST              n
          4  BINARY_MULTIPLY
          5  BINARY_ADD
          6  RETURN_VALUE
)");
}

TEST(CompilerFlowTest, AnAwaitIsGetAwaitableAndSend) {
  EXPECT_EQ(disassembly(R"(async def f():
    return await g()
)"),
            R"(<module> (line 1)
    1     0  LOAD_CONST             <code f>
          1  MAKE_FUNCTION          0
          2  STORE_GLOBAL           f
          4  RETURN_NONE

f (line 1)
    2     0  LOAD_GLOBAL            g (call)
          3  CALL                   0
          4  GET_AWAITABLE          0
          5  SEND
          6  RETURN_VALUE
)");
}

TEST(CompilerFlowTest, AForLoopPopsItsIteratorOnBreak) {
  EXPECT_EQ(disassembly(R"(def f(a):
    for i in a:
        if i: break
    else:
        g()
)"),
            R"(<module> (line 1)
    1     0  LOAD_CONST             <code f>
          1  MAKE_FUNCTION          0
          2  STORE_GLOBAL           f
          4  RETURN_NONE

f (line 1)
    2     0  LOAD_FAST              a
          1  GET_ITER
          2  FOR_ITER               to 9
          3  STORE_FAST             i
    3     4  LOAD_FAST              i
          5  POP_JUMP_IF_FALSE      to 8
          6  POP_TOP
          7  JUMP                   to 14
    2     8  JUMP_BACKWARD          to 2
    5     9  LOAD_GLOBAL            g (call)
         12  CALL                   0
         13  POP_TOP
         14  RETURN_NONE
)");
}

TEST(CompilerFlowTest, AWhileLoopJumpsBackward) {
  EXPECT_EQ(disassembly(R"(def f(n):
    while n < 3:
        n += 1
)"),
            R"(<module> (line 1)
    1     0  LOAD_CONST             <code f>
          1  MAKE_FUNCTION          0
          2  STORE_GLOBAL           f
          4  RETURN_NONE

f (line 1)
    2     0  LOAD_FAST              n
          1  LOAD_SMALL_INT         3
          2  COMPARE_OP             <
          3  POP_JUMP_IF_FALSE      to 8
    3     4  LOAD_FAST              n
          5  INPLACE_ADD_INT        1
          6  STORE_FAST             n
    2     7  JUMP_BACKWARD          to 0
          8  RETURN_NONE
)");
}

TEST(CompilerFlowTest, ATryHasAnEntryForItsBodyAndOneForItsHandlers) {
  EXPECT_EQ(disassembly(R"(def f():
    try:
        g()
    except E as e:
        h(e)
)"),
            R"(<module> (line 1)
    1     0  LOAD_CONST             <code f>
          1  MAKE_FUNCTION          0
          2  STORE_GLOBAL           f
          4  RETURN_NONE

f (line 1)
    3     0  LOAD_GLOBAL            g (call)
          3  CALL                   0
          4  POP_TOP
    2     5  JUMP                   to 30
    -     6  PUSH_EXC_INFO
    4     7  LOAD_GLOBAL            E
         10  CHECK_EXC_MATCH
         11  POP_JUMP_IF_FALSE      to 26
         12  STORE_FAST             e
    5    13  LOAD_GLOBAL            h (call)
         16  LOAD_FAST              e
         17  CALL                   1
         18  POP_TOP
    -    19  POP_EXCEPT
         20  PUSH_EMPTY
         21  STORE_FAST             e
         22  JUMP                   to 30
         23  PUSH_EMPTY
         24  STORE_FAST             e
         25  RERAISE
         26  RERAISE
         27  SWAP                   2
         28  POP_EXCEPT
         29  RERAISE
    5    30  RETURN_NONE
  exceptions 0 to 5 -> 6, depth 0
  exceptions 13 to 19 -> 23, depth 1
  exceptions 7 to 19 -> 27, depth 1
  exceptions 23 to 27 -> 27, depth 1
)");
}

TEST(CompilerFlowTest, AFinallyBlockIsThereForEveryWayOut) {
  EXPECT_EQ(disassembly(R"(def f():
    try:
        return g()
    finally:
        h()
)"),
            R"(<module> (line 1)
    1     0  LOAD_CONST             <code f>
          1  MAKE_FUNCTION          0
          2  STORE_GLOBAL           f
          4  RETURN_NONE

f (line 1)
    3     0  LOAD_GLOBAL            g (call)
          3  CALL                   0
    5     4  LOAD_GLOBAL            h (call)
          7  CALL                   0
          8  POP_TOP
    3     9  RETURN_VALUE
    -    10  PUSH_EXC_INFO
    5    11  LOAD_GLOBAL            h (call)
         14  CALL                   0
         15  POP_TOP
    -    16  RERAISE
         17  SWAP                   2
         18  POP_EXCEPT
         19  RERAISE
  exceptions 0 to 4 -> 10, depth 0
  exceptions 11 to 17 -> 17, depth 1
)");
}

TEST(CompilerFlowTest, AnAsyncWithAwaitsEnteringAndLeaving) {
  EXPECT_EQ(disassembly(R"(async def f():
    async with a as b:
        c()
)"),
            R"(<module> (line 1)
    1     0  LOAD_CONST             <code f>
          1  MAKE_FUNCTION          0
          2  STORE_GLOBAL           f
          4  RETURN_NONE

f (line 1)
    2     0  LOAD_GLOBAL            a
          3  ASYNC_WITH_ENTER
          4  GET_AWAITABLE          1
          5  SEND
          6  STORE_FAST             b
    3     7  LOAD_GLOBAL            c (call)
         10  CALL                   0
         11  POP_TOP
    2    12  WITH_EXIT
         13  GET_AWAITABLE          2
         14  SEND
         15  POP_TOP
         16  JUMP                   to 31
         17  PUSH_EXC_INFO
         18  WITH_EXCEPT_START
         19  GET_AWAITABLE          2
         20  SEND
         21  POP_JUMP_IF_TRUE       to 23
         22  RERAISE
         23  POP_TOP
         24  POP_EXCEPT
         25  POP_TOP
         26  POP_TOP
         27  JUMP                   to 31
    -    28  SWAP                   2
         29  POP_EXCEPT
         30  RERAISE
    2    31  RETURN_NONE
  exceptions 6 to 12 -> 17, depth 2
  exceptions 18 to 23 -> 28, depth 3
)");
}

TEST(CompilerFlowTest, AnAsyncForEndsByItsHandler) {
  EXPECT_EQ(disassembly(R"(async def f():
    async for x in y:
        g(x)
)"),
            R"(<module> (line 1)
    1     0  LOAD_CONST             <code f>
          1  MAKE_FUNCTION          0
          2  STORE_GLOBAL           f
          4  RETURN_NONE

f (line 1)
    2     0  LOAD_GLOBAL            y
          3  GET_AITER
          4  GET_ANEXT
          5  SEND
          6  STORE_FAST             x
    3     7  LOAD_GLOBAL            g (call)
         10  LOAD_FAST              x
         11  CALL                   1
         12  POP_TOP
    2    13  JUMP_BACKWARD          to 4
         14  END_ASYNC_FOR
         15  RETURN_NONE
  exceptions 4 to 6 -> 14, depth 1
)");
}

TEST(CompilerFlowTest, AListComprehensionIsInlinedWithSlotsOfItsOwn) {
  EXPECT_EQ(disassembly(R"(def f(a):
    return [x for x in a if x]
)"),
            R"(<module> (line 1)
    1     0  LOAD_CONST             <code f>
          1  MAKE_FUNCTION          0
          2  STORE_GLOBAL           f
          4  RETURN_NONE

f (line 1)
    2     0  LOAD_FAST              a
          1  GET_ITER
          2  BUILD_LIST             0
          3  SWAP                   2
          4  FOR_ITER               to 10
          5  STORE_FAST_LOAD_FAST   x, x
          6  POP_JUMP_IF_FALSE      to 9
          7  LOAD_FAST              x
          8  LIST_APPEND            2
          9  JUMP_BACKWARD          to 4
         10  PUSH_EMPTY
         11  STORE_FAST             x
         12  RETURN_VALUE
)");
}

TEST(CompilerFlowTest, AGeneratorExpressionIsAFunctionOfItsIterator) {
  EXPECT_EQ(disassembly(R"(def f(a):
    return sum(x for x in a)
)"),
            R"(<module> (line 1)
    1     0  LOAD_CONST             <code f>
          1  MAKE_FUNCTION          0
          2  STORE_GLOBAL           f
          4  RETURN_NONE

f (line 1)
    2     0  LOAD_GLOBAL            sum (call)
          3  LOAD_CONST             <code f.<locals>.<genexpr>>
          4  MAKE_FUNCTION          0
          5  PUSH_EMPTY
          6  LOAD_FAST              a
          7  GET_ITER
          8  CALL                   1
          9  CALL                   1
         10  RETURN_VALUE

f.<locals>.<genexpr> (line 2)
    2     0  LOAD_FAST              .0
          1  FOR_ITER               to 6
          2  STORE_FAST_LOAD_FAST   x, x
          3  YIELD_VALUE
          4  POP_TOP
          5  JUMP_BACKWARD          to 1
          6  RETURN_NONE
)");
}

}  // namespace
}  // namespace loopscope::python
