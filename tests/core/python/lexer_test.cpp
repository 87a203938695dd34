// Text to tokens. Not for: its errors (syntax_error_test.cpp).
#include "core/python/lexer.h"

#include <gtest/gtest.h>

#include <string>

namespace loopscope::python {
namespace {

// Kind:text for each token, the text left out where it is blank.
std::string tokens(std::string_view text) {
  const std::expected<Source, SyntaxError> source = Source::decode(text, "x.py");
  std::string out;
  for (const Token& token : tokenize(*source).list) {
    if (!out.empty()) out += ' ';
    out += token_kind_name(token.kind);
    const std::string_view spelling = source->slice(token.span);
    if (spelling.find_first_not_of(" \n") != std::string_view::npos) out.append(":").append(spelling);
  }
  return out;
}

TEST(LexerTest, BlocksBeginAndEndByIndentation) {
  EXPECT_EQ(tokens("if a:\n  b\n\n  # c\nd\n"),
            "If:if Name:a Colon:: Newline Indent Name:b Newline Dedent Name:d Newline EndMarker");
}

TEST(LexerTest, LinesInsideBracketsAreOne) {
  EXPECT_EQ(tokens("(a,\n  b)\n"), "LeftParen:( Name:a Comma:, Name:b RightParen:) Newline EndMarker");
}

TEST(LexerTest, OperatorsAreTheLongestThatFit) {
  EXPECT_EQ(
      tokens("a**=b//c->d...:=\n"),
      "Name:a DoubleStarEqual:**= Name:b DoubleSlash:// Name:c Arrow:-> Name:d Ellipsis:... ColonEqual::= "
      "Newline EndMarker");
}

TEST(LexerTest, AnFStringIsItsPieces) {
  EXPECT_EQ(tokens("f'a{b!r:>{c}}{{'\n"),
            "FStringStart:f' FStringMiddle:a LeftBrace:{ Name:b Exclamation:! Name:r Colon:: FStringMiddle:> "
            "LeftBrace:{ Name:c RightBrace:} FStringMiddle RightBrace:} FStringMiddle:{ FStringEnd:' Newline "
            "EndMarker");
}

TEST(LexerTest, ALevelIsTheNumberOfOpenBrackets) {
  const std::expected<Source, SyntaxError> source = Source::decode("a(b[c])\n", "x.py");
  std::string levels;
  for (const Token& token : tokenize(*source).list) levels += static_cast<char>('0' + token.level);
  EXPECT_EQ(levels, "011221000");
}

TEST(LexerTest, AnEmptyTextIsItsEnd) { EXPECT_EQ(tokens(""), "EndMarker"); }

}  // namespace
}  // namespace loopscope::python
