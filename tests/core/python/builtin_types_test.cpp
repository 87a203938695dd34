// The builtin types and functions where programs of the conformance suite cannot look: sizes that CPython
// would try, nesting that would break a small stack, and the seam between native code and library Python. Not
// what CPython prints too (tests/conformance/{strings,numbers,containers,builtins,formatting}).
#include <gtest/gtest.h>

#include <string>

#include "tests/core/python/script_runner.h"

namespace loopscope::python {
namespace {

std::string last_error(const std::string& expression) {
  return run_script("print(" + expression + ")\n").last_line;
}

TEST(BuiltinTypes, WhatWouldFillMemoryIsAMemoryError) {
  for (const char* expression :
       {"'ab' * 10**9", "[0] * 10**9", "(0,) * 10**9", "b'x' * 10**10", "bytes(10**10)", "10**10**9",
        "1 << 10**11", "'%2000000000d' % 5", "'{:999999999}'.format(5)", "f'{1.5:.999999999f}'",
        "'x'.center(10**9)", "'5'.zfill(10**10)", "('a' * 10**6).replace('a', 'b' * 10**6)",
        "'x'.join(['ab' * 10**7] * 100)", "(5).to_bytes(10**10)"}) {
    EXPECT_EQ(last_error(expression), "MemoryError") << expression;
  }
}

TEST(BuiltinTypes, DeepNestingIsARecursionError) {
  const std::string nest = "x = []\nfor i in range(100000): x = [x]\n";
  EXPECT_EQ(run_script(nest + "repr(x)\n").last_line,
            "RecursionError: maximum recursion depth exceeded while getting the repr of an object");
  EXPECT_EQ(run_script(nest + "y = []\nfor i in range(100000): y = [y]\nx == y\n").last_line,
            "RecursionError: maximum recursion depth exceeded in comparison");
  EXPECT_EQ(run_script("x = ()\nfor i in range(100000): x = (x,)\nhash(x)\n").last_line,
            "RecursionError: maximum recursion depth exceeded");
  EXPECT_EQ(run_script("x = {}\nfor i in range(100000): x = {1: x}\nprint(x)\n").last_line,
            "RecursionError: maximum recursion depth exceeded while getting the repr of an object");
}

TEST(BuiltinTypes, IteratorsOverIteratorsEndInARecursionErrorOrAnItem) {
  // Native ones stand on the machine's stack; what the library drives stands on the heap.
  for (const char* wrap : {"enumerate(x)", "zip(x)", "map(str, x)", "filter(None, x)"}) {
    std::string text = "x = iter([1, 2])\nfor i in range(100000): x = " + std::string(wrap) + "\nnext(x)\n";
    const bool native = *wrap == 'e' || *wrap == 'z';
    EXPECT_EQ(run_script(text).last_line, native ? "RecursionError: maximum recursion depth exceeded" : "")
        << wrap;
  }
}

TEST(BuiltinTypes, AListThatHoldsItselfIsShownOnce) {
  EXPECT_EQ(run_script("x = [1]\nx.append(x)\nx.append({'k': x})\nprint(x)\n").out,
            "[1, [...], {'k': [...]}]\n");
}

TEST(BuiltinTypes, ItemsTakenBeforeTheScriptWasNeededAreNotLost) {
  EXPECT_EQ(
      run_script("class N:\n"
                 "    def __init__(self, n): self.n = n\n"
                 "    def __repr__(self): return f'N{self.n}'\n"
                 "items = [1, 2, N(3), 4]\n"
                 "print(list(map(repr, items)), tuple(map(str, items)), ','.join(map(str, items)))\n"
                 "print(items, dict(zip('abcd', items)), {*map(repr, items)} == {'1', '2', 'N3', '4'})\n")
          .out,
      "['1', '2', 'N3', '4'] ('1', '2', 'N3', '4') 1,2,N3,4\n"
      "[1, 2, N3, 4] {'a': 1, 'b': 2, 'c': N3, 'd': 4} True\n");
}

TEST(BuiltinTypes, LibraryFramesAreNotInTracebacks) {
  ScriptOutcome outcome = run_script("def key(x): raise ValueError(x)\nsorted([2, 1], key=key)\n");
  EXPECT_EQ(outcome.last_line, "ValueError: 2");
  EXPECT_EQ(outcome.err.find("library"), std::string::npos);
}

TEST(BuiltinTypes, PausingInsideLibraryCodeChangesNothing) {
  const char* text =
      "class P:\n    def __init__(self, n): self.n = n\n"
      "    def __repr__(self): return 'P' * self.n\n    def __lt__(self, other): return self.n < other.n\n"
      "ps = [P(n * 7 % 20) for n in range(40)]\n"
      "print(sorted(ps), max(ps, key=lambda p: p.n), '{} {!r:>9}'.format(ps[1], ps[2]), '%s' % ps[3:5])\n"
      "print(sum(p.n * 0.1 for p in ps), any(p.n > 18 for p in ps), [*filter(lambda p: p.n > 17, ps)])\n";
  EXPECT_EQ(run_script(text, {.pause_often = true}).out, run_script(text).out);
}

TEST(BuiltinTypes, WhatThePlaygroundLacksSaysSo) {
  for (const char* call : {"input()", "open('x')", "eval('1')", "exec('1')"}) {
    EXPECT_NE(last_error(call).find("is not in the playground"), std::string::npos) << call;
  }
}

TEST(BuiltinTypes, TakingAllItemsOfALargeSetOneByOneIsLinear) {
  EXPECT_EQ(run_script("s = set(range(100000))\nn = 0\nwhile s: s.pop(); n += 1\n"
                       "d = dict.fromkeys(range(100000))\nwhile d: d.popitem(); n += 1\nprint(n)\n")
                .out,
            "200000\n");
}

// Under the sanitizers, too, each of them takes milliseconds or is a loop of the script.
TEST(BuiltinTypes, OperationsOfLongIntsThatWouldTakeMinutesAreRefused) {
  for (const char* expression :
       {"10 ** 10 ** 8", "(1 << 10 ** 8) // ((1 << 5 * 10 ** 7) + 1)",
        "(1 << 10 ** 8) % ((1 << 5 * 10 ** 7) + 1)", "pow(3, 1 << 10 ** 6, (1 << 10 ** 6) + 1)",
        "pow((1 << 10 ** 6) + 1, -1, 1 << 10 ** 6)"}) {
    EXPECT_EQ(last_error(expression),
              "OverflowError: integers too large for one operation: it would take minutes")
        << expression;
  }
}

TEST(BuiltinTypes, SearchingATextIsLinearWhateverItIs) {
  EXPECT_EQ(
      run_script(
          "s = 'a' * 200000\nt = 'a' * 100000 + 'b'\n"
          "print(s.find(t), s.count(t), t in s, s.rfind(t), s.find('a' * 100000), s.rfind('a' * 100000))\n"
          "u = 'ab' * 50000 + 'c'\n"
          "print((u * 2).find(u[2:], 1), (u * 2).find(u, 1), ('ab' * 90000 + u).find(u))\n")
          .out,
      "-1 0 False -1 0 100000\n2 100001 180000\n");
}

}  // namespace
}  // namespace loopscope::python
