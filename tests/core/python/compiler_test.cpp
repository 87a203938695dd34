// Code of functions, classes, calls and assignments, compared as text. Not for: what it does when it runs
// (tests/conformance).
#include "core/python/compiler.h"

#include <gtest/gtest.h>

#include <string>

#include "core/python/disassemble.h"

namespace loopscope::python {
namespace {

std::string disassembly(std::string_view source) {
  const CompileResult result = compile(source, {"x.py"});
  if (result.error) return result.error->message;
  EXPECT_EQ(verify(*result.code), "");
  return disassemble(*result.code);
}

TEST(CompilerTest, AClosurePassesItsCells) {
  EXPECT_EQ(disassembly(R"(def f(n):
    def g():
        nonlocal n
        n += 1
    return g
)"),
            R"(<module> (line 1)
    1     0  LOAD_CONST             <code f>
          1  MAKE_FUNCTION          0
          2  STORE_GLOBAL           f
          4  RETURN_NONE

f (line 1)
    -     0  MAKE_CELL              n
    2     1  LOAD_CLOSURE           n
          2  BUILD_TUPLE            1
          3  LOAD_CONST             <code f.<locals>.g>
          4  MAKE_FUNCTION          8
          5  STORE_FAST             g
    5     6  LOAD_FAST              g
          7  RETURN_VALUE

f.<locals>.g (line 2)
    2     0  COPY_FREE_VARS         1
    4     1  LOAD_DEREF             n
          2  INPLACE_ADD_INT        1
          3  STORE_DEREF            n
          4  RETURN_NONE
)");
}

TEST(CompilerTest, SuperNeedsTheCellOfItsClass) {
  EXPECT_EQ(disassembly(R"(class A(B):
    def f(self):
        super().f()
)"),
            R"(<module> (line 1)
    1     0  LOAD_BUILD_CLASS
          1  PUSH_EMPTY
          2  LOAD_CONST             <code A>
          3  MAKE_FUNCTION          0
          4  LOAD_CONST             'A'
          5  LOAD_GLOBAL            B
          8  CALL                   3
          9  STORE_GLOBAL           A
         11  RETURN_NONE

A (line 1)
    -     0  MAKE_CELL              __class__
          1  LOAD_NAME              __name__
          2  STORE_NAME             __module__
          3  LOAD_CONST             'A'
          4  STORE_NAME             __qualname__
          5  LOAD_SMALL_INT         1
          6  STORE_NAME             __firstlineno__
    2     7  LOAD_CLOSURE           __class__
          8  BUILD_TUPLE            1
          9  LOAD_CONST             <code A.f>
         10  MAKE_FUNCTION          8
         11  STORE_NAME             f
    -    12  LOAD_CONST             ()
         13  STORE_NAME             __static_attributes__
         14  LOAD_CLOSURE           __class__
         15  STORE_NAME             __classcell__
    2    16  RETURN_NONE

A.f (line 2)
    2     0  COPY_FREE_VARS         1
    3     1  LOAD_GLOBAL            super (call)
          4  CALL                   0
          5  LOAD_ATTR              f (call)
         10  CALL                   0
         11  POP_TOP
         12  RETURN_NONE
)");
}

TEST(CompilerTest, KeywordsAreNamedByATuple) {
  EXPECT_EQ(disassembly(R"(f(1, a=2, b=3)
)"),
            R"(<module> (line 1)
    1     0  LOAD_GLOBAL            f (call)
          3  LOAD_SMALL_INT         1
          4  LOAD_SMALL_INT         2
          5  LOAD_SMALL_INT         3
          6  LOAD_CONST             ('a', 'b')
          7  CALL_KW                3
          8  POP_TOP
          9  RETURN_NONE
)");
}

TEST(CompilerTest, StarsMakeATupleAndADict) {
  EXPECT_EQ(disassembly(R"(f(1, *a, k=2, **b)
)"),
            R"(<module> (line 1)
    1     0  LOAD_GLOBAL            f (call)
          3  BUILD_LIST             0
          4  LOAD_SMALL_INT         1
          5  LIST_APPEND            1
          6  LOAD_GLOBAL            a
          9  LIST_EXTEND            1
         10  LIST_TO_TUPLE
         11  BUILD_MAP              0
         12  LOAD_CONST             'k'
         13  LOAD_SMALL_INT         2
         14  BUILD_MAP              1
         15  DICT_MERGE             1
         16  LOAD_GLOBAL            b
         19  DICT_MERGE             1
         20  CALL_EX                1
         21  POP_TOP
         22  RETURN_NONE
)");
}

TEST(CompilerTest, AnFStringFormatsEachField) {
  EXPECT_EQ(disassembly(R"(def f(n):
    return f'{n:>{n}} {n!r}!'
)"),
            R"(<module> (line 1)
    1     0  LOAD_CONST             <code f>
          1  MAKE_FUNCTION          0
          2  STORE_GLOBAL           f
          4  RETURN_NONE

f (line 1)
    2     0  LOAD_FAST_LOAD_CONST   n, '>'
          1  LOAD_FAST              n
          2  FORMAT_SIMPLE
          3  BUILD_STRING           2
          4  FORMAT_WITH_SPEC
          5  LOAD_CONST             ' '
          6  LOAD_FAST              n
          7  CONVERT_VALUE          2
          8  FORMAT_SIMPLE
          9  LOAD_CONST             '!'
         10  BUILD_STRING           4
         11  RETURN_VALUE
)");
}

TEST(CompilerTest, ASwapMakesNoTuple) {
  EXPECT_EQ(disassembly(R"(def f(a, b):
    a, b = b, a
)"),
            R"(<module> (line 1)
    1     0  LOAD_CONST             <code f>
          1  MAKE_FUNCTION          0
          2  STORE_GLOBAL           f
          4  RETURN_NONE

f (line 1)
    2     0  LOAD_FAST_LOAD_FAST    b, a
          1  SWAP                   2
          2  STORE_FAST_STORE_FAST  a, b
          3  RETURN_NONE
)");
}

TEST(CompilerTest, AChainedComparisonEvaluatesItsMiddleOnce) {
  EXPECT_EQ(disassembly(R"(def f(a):
    return 1 < a < 3
)"),
            R"(<module> (line 1)
    1     0  LOAD_CONST             <code f>
          1  MAKE_FUNCTION          0
          2  STORE_GLOBAL           f
          4  RETURN_NONE

f (line 1)
    2     0  LOAD_SMALL_INT         1
          1  LOAD_FAST              a
          2  SWAP                   2
          3  COPY                   2
          4  COMPARE_OP             <
          5  JUMP_IF_FALSE_OR_POP   to 9
          6  LOAD_SMALL_INT         3
          7  COMPARE_OP             <
          8  JUMP                   to 11
          9  SWAP                   2
         10  POP_TOP
         11  RETURN_VALUE
)");
}

TEST(CompilerTest, ConstantsAreFolded) {
  EXPECT_EQ(disassembly(R"(x = -60 * 60, 'a', (1, 2)
)"),
            R"(<module> (line 1)
    1     0  LOAD_CONST             (-3600, 'a', (1, 2))
          1  STORE_GLOBAL           x
          3  RETURN_NONE
)");
}

TEST(CompilerTest, AnUnpackingWithAStarCountsBothSides) {
  EXPECT_EQ(disassembly(R"(a, *b, c = d
)"),
            R"(<module> (line 1)
    1     0  LOAD_GLOBAL            d
          3  UNPACK_EX              1, 1
          4  STORE_GLOBAL           a
          6  STORE_GLOBAL           b
          8  STORE_GLOBAL           c
         10  RETURN_NONE
)");
}

TEST(CompilerTest, AMatchTakesApartIntoSpareSlots) {
  EXPECT_EQ(disassembly(R"(def f(p):
    match p:
        case [1, x]:
            return x
)"),
            R"(<module> (line 1)
    1     0  LOAD_CONST             <code f>
          1  MAKE_FUNCTION          0
          2  STORE_GLOBAL           f
          4  RETURN_NONE

f (line 1)
    2     0  LOAD_FAST              p
          1  STORE_FAST             .match
    3     2  LOAD_FAST              .match
          3  MATCH_SEQUENCE
          4  SWAP                   2
          5  POP_TOP
          6  POP_JUMP_IF_FALSE      to 31
          7  LOAD_FAST              .match
          8  GET_LEN
          9  SWAP                   2
         10  POP_TOP
         11  LOAD_SMALL_INT         2
         12  COMPARE_OP             ==
         13  POP_JUMP_IF_FALSE      to 31
         14  LOAD_FAST              .match
         15  UNPACK_SEQUENCE        2
         16  STORE_FAST_STORE_FAST  .match, .match
         17  LOAD_FAST              .match
         18  LOAD_SMALL_INT         1
         19  COMPARE_OP             ==
         20  POP_JUMP_IF_FALSE      to 31
         21  LOAD_FAST              .match
         22  STORE_FAST             x
         23  PUSH_EMPTY
         24  STORE_FAST             .match
         25  PUSH_EMPTY
         26  STORE_FAST             .match
         27  PUSH_EMPTY
         28  STORE_FAST             .match
    4    29  LOAD_FAST              x
         30  RETURN_VALUE
    2    31  PUSH_EMPTY
         32  STORE_FAST             .match
         33  PUSH_EMPTY
         34  STORE_FAST             .match
         35  PUSH_EMPTY
         36  STORE_FAST             .match
         37  RETURN_NONE
)");
}

TEST(CompilerTest, ADecoratorIsCalledWithItsFunction) {
  EXPECT_EQ(disassembly(R"(@a
def f(): pass
)"),
            R"(<module> (line 1)
    1     0  LOAD_GLOBAL            a
    2     3  PUSH_EMPTY
          4  LOAD_CONST             <code f>
          5  MAKE_FUNCTION          0
    1     6  CALL                   1
    2     7  STORE_GLOBAL           f
          9  RETURN_NONE

f (line 1)
    1     0  RETURN_NONE
)");
}

TEST(CompilerTest, ImportsNameTheirModules) {
  EXPECT_EQ(disassembly(R"(import a.b as c
from d import e as g
)"),
            R"(<module> (line 1)
    1     0  LOAD_SMALL_INT         0
          1  LOAD_NONE
          2  IMPORT_NAME            a.b
          3  IMPORT_FROM            b
          4  SWAP                   2
          5  POP_TOP
          6  STORE_GLOBAL           c
    2     8  LOAD_SMALL_INT         0
          9  LOAD_CONST             ('e',)
         10  IMPORT_NAME            d
         11  IMPORT_FROM            e
         12  STORE_GLOBAL           g
         14  POP_TOP
         15  RETURN_NONE
)");
}

TEST(CompilerTest, AnAugmentedItemIsLoadedOnce) {
  EXPECT_EQ(disassembly(R"(a[i] += 1
)"),
            R"(<module> (line 1)
    1     0  LOAD_GLOBAL            a
          3  LOAD_GLOBAL            i
          6  COPY                   2
          7  COPY                   2
          8  BINARY_SUBSCR
          9  INPLACE_ADD_INT        1
         10  SWAP                   3
         11  SWAP                   2
         12  STORE_SUBSCR
         13  RETURN_NONE
)");
}

}  // namespace
}  // namespace loopscope::python
