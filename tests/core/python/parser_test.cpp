// Tokens to trees: what the parser makes of each construct, with its places. Not for: errors
// (syntax_error_test.cpp).
#include "core/python/parser.h"

#include <gtest/gtest.h>

#include <string>

#include "core/python/ast_dump.h"

namespace loopscope::python {
namespace {

std::string tree(std::string_view text, bool places = false) {
  const std::expected<Source, SyntaxError> source = Source::decode(text, "x.py");
  if (!source) return source.error().message;
  std::vector<SyntaxWarning> warnings;
  const std::expected<SyntaxTree, SyntaxError> module = parse(*source, warnings);
  return module ? dump_ast(*module, *source, places) : module.error().message;
}

TEST(ParserTest, OperatorsBindAsInPython) {
  EXPECT_EQ(
      tree("-a ** b * c + d"),
      "Expr(BinOp(BinOp(UnaryOp(USub, BinOp(Name(a, Load), Pow, Name(b, Load))), Mult, Name(c, Load)), Add, "
      "Name(d, Load)))\n");
  EXPECT_EQ(tree("not a == b or c and d"),
            "Expr(BoolOp(Or, [UnaryOp(Not, Compare(Name(a, Load), [Eq], [Name(b, Load)])), BoolOp(And, "
            "[Name(c, Load), "
            "Name(d, Load)])]))\n");
  EXPECT_EQ(tree("await a ** b"), "Expr(BinOp(Await(Name(a, Load)), Pow, Name(b, Load)))\n");
}

TEST(ParserTest, EveryNodeKnowsItsPlaceInBytes) {
  EXPECT_EQ(tree("가 = (b)\n", true), "Assign([Name(가, Store)@1:0-1:3], Name(b, Load)@1:7-1:8)@1:0-1:9\n");
}

TEST(ParserTest, MatchIsAKeywordOnlyWhereItReadsAsOne) {
  EXPECT_EQ(tree("match(x)"), "Expr(Call(Name(match, Load), [Name(x, Load)], []))\n");
  EXPECT_EQ(tree("match = case = type = _"),
            "Assign([Name(match, Store), Name(case, Store), Name(type, Store)], Name(_, Load))\n");
  EXPECT_EQ(
      tree("match x:\n  case [1, *_] | y if z: pass\n"),
      "Match(Name(x, Load), [match_case(MatchOr([MatchSequence([MatchValue(Constant(1)), MatchStar(-)]), "
      "MatchAs(-, y)]), Name(z, Load), [Pass()])])\n");
}

TEST(ParserTest, FStringsNestAsPep701Says) {
  EXPECT_EQ(
      tree("f'a{f'{b!r}':>{c}}' 'd'"),
      "Expr(JoinedStr([Constant(\"a\"), FormattedValue(JoinedStr([FormattedValue(Name(b, Load), r, -)]), -, "
      "JoinedStr([Constant(\">\"), FormattedValue(Name(c, Load), -, -)])), Constant(\"d\")]))\n");
  EXPECT_EQ(tree("f'{a = }'"),
            "Expr(JoinedStr([Constant(\"a = \"), FormattedValue(Name(a, Load), r, -)]))\n");
}

TEST(ParserTest, WithTakesItemsInParentheses) {
  EXPECT_EQ(tree("with (a as b, c): pass"),
            "With([withitem(Name(a, Load), Name(b, Store)), withitem(Name(c, Load), -)], [Pass()])\n");
  EXPECT_EQ(tree("with (a, b) as c: pass"),
            "With([withitem(Tuple([Name(a, Load), Name(b, Load)], Load), Name(c, Store))], [Pass()])\n");
}

TEST(ParserTest, StringsSideBySideAreOneAndEscapesAreRead) {
  EXPECT_EQ(tree(R"('a\x41' "\uac00" r'\n')"), "Expr(Constant(\"aA가\\x5cn\"))\n");
  EXPECT_EQ(tree(R"(b'\xff')"), "Expr(Constant(b\"\xff\"))\n");
}

TEST(ParserTest, NumbersOfEveryFormHaveTheirValue) {
  EXPECT_EQ(tree("0x_ff, 0o17, 0b101, 1_000, 1.5e3, .5, 00"),
            "Expr(Tuple([Constant(255), Constant(15), Constant(5), Constant(1000), Constant(1500f), "
            "Constant(0.5f), "
            "Constant(0)], Load))\n");
  EXPECT_EQ(tree("9223372036854775807, 9223372036854775808"),
            "Expr(Tuple([Constant(9223372036854775807), Constant(0x8000000000000000)], Load))\n");
}

TEST(ParserTest, LinesMayEndAndContinueInAnyWay) {
  EXPECT_EQ(tree("\xef\xbb\xbf"
                 "a = 1\r\nif a: \\\r\n  b\r\n\f\n# c\n"),
            "Assign([Name(a, Store)], Constant(1))\nIf(Name(a, Load), [Expr(Name(b, Load))], [])\n");
}

TEST(ParserTest, IdentifiersAreWhatNfkcMakesOfThem) {
  // Full width, a ligature, Hangul as jamo, a letter with its mark apart.
  EXPECT_EQ(tree("ａ, ﬁx, \u1112\u1161\u11ab, e\u0301"),
            "Expr(Tuple([Name(a, Load), Name(fix, Load), Name(한, Load), Name(é, Load)], Load))\n");
}

TEST(ParserTest, ParametersOfEveryKindAreTold) {
  EXPECT_EQ(tree("def f(a, /, b: int = 1, *c, d, e=2, **g) -> h: pass"),
            "FunctionDef(f, arguments([arg(a, -)], [arg(b, Name(int, Load))], arg(c, -), [arg(d, -), arg(e, "
            "-)], [-, "
            "Constant(2)], arg(g, -), [Constant(1)]), [Pass()], [], Name(h, Load))\n");
}

TEST(ParserTest, TryStatementsKeepTheirParts) {
  EXPECT_EQ(tree("try: a\nexcept* B as c: d\nelse: e\nfinally: f"),
            "TryStar([Expr(Name(a, Load))], [ExceptHandler(Name(B, Load), c, [Expr(Name(d, Load))])], "
            "[Expr(Name(e, "
            "Load))], [Expr(Name(f, Load))])\n");
}

}  // namespace
}  // namespace loopscope::python
