// Any bytes at all: the front end answers with code that keeps the rules or with an error, in time linear in
// the text. Not for: which error (syntax_error_test.cpp).
#include <gtest/gtest.h>

#include <random>
#include <string>

#include "core/python/compiler.h"
#include "core/python/disassemble.h"

namespace loopscope::python {
namespace {

constexpr std::string_view kProgram = R"(import asyncio, time as t
from a.b import c as d, e
X: int = {"a": 1, **{}, 'b': [1, *range(3)]}
class 주방(Base, metaclass=M):
    """doc"""
    __x = 1
    def __init__(self, *a, b=2, **k):
        super().__init__(*a, **k)
        self.__x += b; self.y[1:2] += [3]
    async def cook(self, n: int = 3, /) -> str:
        async with self.lock as l, other:
            async for i in self:
                try:
                    if i: continue
                    return f"{i!r:>{n}} {n=} {{}}"
                except (A, B) as e:
                    raise C from e
                finally:
                    await t.sleep(1)
        return [x async for x in y if await z(x)]
def g():
    global X
    n = yield
    def inner():
        nonlocal n
        n = yield from (a for a in b if a)
    while (m := n) and not 1 < m <= 3 or n is not None:
        del n, X[0], n.a
        assert m, "no"
        break
    else:
        lambda p, *q, r=1: (p if q else r)
    with open('x') as (f, *rest): pass
    match n:
        case {"k": v, **o} if v: return v
        case [1, *_] | None: return o
        case Point(x=0, y=y) | y: pass
    a, *b = b, *a
    return {i: j for i, j in {1, 2}.items()}, -2 ** 3 // 4, b'\x00', 0xFFFFFFFFFFFFFFFFFFFF, ...
)";

void expect_sound(std::string_view source) {
  const CompileResult result = compile(source, {"x.py"});
  if (result.error) {
    EXPECT_EQ(result.code, nullptr);
    EXPECT_FALSE(result.error->message.empty());
  } else {
    EXPECT_EQ(verify(*result.code), "");
  }
}

std::string words_of(const CompileResult& result) {
  return result.error ? std::string(syntax_error_class(result.error->kind)) + ": " + result.error->message
                      : "compiles";
}
std::string words(std::string_view source) { return words_of(compile(source, {"x.py"})); }

std::string times(std::string_view text, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; i++) out += text;
  return out;
}

TEST(FrontEndHostileTest, TheProgramOfTheseTestsCompiles) {
  EXPECT_EQ(words(kProgram), "compiles");
  expect_sound(kProgram);
}

TEST(FrontEndHostileTest, ATextCutOffAtEveryByteGivesCodeOrAnError) {
  for (std::size_t size = 0; size < kProgram.size(); size++) expect_sound(kProgram.substr(0, size));
}

TEST(FrontEndHostileTest, ATextWithAByteChangedGivesCodeOrAnError) {
  std::mt19937 random(1);
  for (std::size_t i = 0; i < kProgram.size(); i++) {
    std::string text(kProgram);
    text[i] = "()[]{}:=\"'\\\n ,.*ab1#\xff"[random() % 22];
    expect_sound(text);
  }
}

TEST(FrontEndHostileTest, AMegabyteOfRandomBytesIsRefused) {
  std::mt19937 random(2);
  std::string bytes(1 << 20, '\0');
  for (char& byte : bytes) byte = static_cast<char>(random());
  EXPECT_NE(words(bytes), "compiles");
}

TEST(FrontEndHostileTest, RandomTokensGiveCodeOrAnError) {
  static constexpr std::string_view kPieces[] = {"(",   ")",     "[",       "{",  "x ",     "for ",   "in ",
                                                 "if ", "else ", "lambda ", ":",  "=",      ",",      "f'{",
                                                 "}'",  "\n",    " ",       "1 ", "async ", "await ", "not "};
  for (unsigned seed = 0; seed < 200; seed++) {
    std::mt19937 random(seed);
    std::string text;
    for (int i = 0; i < 400; i++) text += kPieces[random() % std::size(kPieces)];
    expect_sound(text);
  }
}

TEST(FrontEndHostileTest, DeepNestingIsRefusedInCPythonsWords) {
  EXPECT_EQ(words(times("(", 10'000)), "SyntaxError: too many nested parentheses");
  EXPECT_EQ(words(times("-", 100'000) + "1"),
            "MemoryError: Parser stack overflowed - Python source too complex to parse");
  EXPECT_EQ(words(times("not ", 100'000) + "1"),
            "MemoryError: Parser stack overflowed - Python source too complex to parse");
  EXPECT_EQ(words(times("lambda:", 100'000) + "1"),
            "MemoryError: Parser stack overflowed - Python source too complex to parse");
  EXPECT_EQ(words("a" + times(".a", 100'000)),
            "RecursionError: maximum recursion depth exceeded during compilation");
  EXPECT_EQ(words("1" + times("+x", 100'000)),
            "RecursionError: maximum recursion depth exceeded during compilation");
  EXPECT_EQ(words("f" + times("()", 100'000)),
            "RecursionError: maximum recursion depth exceeded during compilation");
  std::string blocks;
  for (std::size_t i = 0; i < 120; i++) blocks += times(" ", i) + "if 1:\n";
  EXPECT_EQ(words(blocks), "IndentationError: too many levels of indentation");
}

TEST(FrontEndHostileTest, NestedMistakesDoNotTakeExponentialTime) {
  expect_sound("x = " + times("f(x for y in f[", 80));
  expect_sound("x = " + times("{", 150) + "1:2" + times(":1}", 150));
  expect_sound(times("f(a for a in ", 60) + "b c" + times(") 1", 60));
  expect_sound(times("for f[x for ", 60));
  expect_sound(times("[a, b for ", 90));
  expect_sound(times("print {", 90));
}

TEST(FrontEndHostileTest, LongTextsTakeLinearTime) {
  EXPECT_EQ(words("x = [" + times("1, ", 300'000) + "]"), "compiles");
  EXPECT_EQ(words("x = '" + times("a", 1 << 20) + "'"), "compiles");
  EXPECT_EQ(words(times("x = f(1, y)\n", 50'000)), "compiles");
  EXPECT_EQ(words("if x: pass\n" + times("elif x: pass\n", 20'000)), "compiles");
  EXPECT_EQ(words(times("a ", 100'000)), "SyntaxError: invalid syntax");
}

TEST(FrontEndHostileTest, BracketsUpToTheLimitCompile) {
  EXPECT_EQ(words(times("(", 199) + "1" + times(")", 199)), "compiles");
  EXPECT_EQ(words("x" + times("[(", 90) + "1" + times(")]", 90)), "compiles");
}

}  // namespace
}  // namespace loopscope::python
