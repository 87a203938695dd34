// The kinds of token of Python 3.13 and one token. Not for: finding them in a text, see lexer.h.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/python/source.h"

namespace loopscope::python {

// NAME, spelling. The order matters: operators, then keywords.
// clang-format off
#define LOOPSCOPE_PYTHON_OPERATORS(ROW) \
  ROW(LeftParen, "(") ROW(RightParen, ")") ROW(LeftBracket, "[") ROW(RightBracket, "]") \
  ROW(LeftBrace, "{") ROW(RightBrace, "}") ROW(Colon, ":") ROW(Comma, ",") ROW(Semicolon, ";") \
  ROW(Plus, "+") ROW(Minus, "-") ROW(Star, "*") ROW(Slash, "/") ROW(Bar, "|") ROW(Ampersand, "&") \
  ROW(Less, "<") ROW(Greater, ">") ROW(Equal, "=") ROW(Dot, ".") ROW(Percent, "%") ROW(EqualEqual, "==") \
  ROW(NotEqual, "!=") ROW(LessEqual, "<=") ROW(GreaterEqual, ">=") ROW(Tilde, "~") ROW(Caret, "^") \
  ROW(LeftShift, "<<") ROW(RightShift, ">>") ROW(DoubleStar, "**") ROW(PlusEqual, "+=") \
  ROW(MinusEqual, "-=") ROW(StarEqual, "*=") ROW(SlashEqual, "/=") ROW(PercentEqual, "%=") \
  ROW(AmpersandEqual, "&=") ROW(BarEqual, "|=") ROW(CaretEqual, "^=") ROW(LeftShiftEqual, "<<=") \
  ROW(RightShiftEqual, ">>=") ROW(DoubleStarEqual, "**=") ROW(DoubleSlash, "//") \
  ROW(DoubleSlashEqual, "//=") ROW(At, "@") ROW(AtEqual, "@=") ROW(Arrow, "->") ROW(Ellipsis, "...") \
  ROW(ColonEqual, ":=") ROW(Exclamation, "!")
// clang-format on

// clang-format off
#define LOOPSCOPE_PYTHON_KEYWORDS(ROW) \
  ROW(False, "False") ROW(None, "None") ROW(True, "True") ROW(And, "and") ROW(As, "as") \
  ROW(Assert, "assert") ROW(Async, "async") ROW(Await, "await") ROW(Break, "break") ROW(Class, "class") \
  ROW(Continue, "continue") ROW(Def, "def") ROW(Del, "del") ROW(Elif, "elif") ROW(Else, "else") \
  ROW(Except, "except") ROW(Finally, "finally") ROW(For, "for") ROW(From, "from") ROW(Global, "global") \
  ROW(If, "if") ROW(Import, "import") ROW(In, "in") ROW(Is, "is") ROW(Lambda, "lambda") \
  ROW(Nonlocal, "nonlocal") ROW(Not, "not") ROW(Or, "or") ROW(Pass, "pass") ROW(Raise, "raise") \
  ROW(Return, "return") ROW(Try, "try") ROW(While, "while") ROW(With, "with") ROW(Yield, "yield")
// clang-format on

enum class TokenKind : std::uint8_t {
  EndMarker,
  Name,  // soft keywords (match, case, type, _) too
  Number,
  String,
  FStringStart,
  FStringMiddle,
  FStringEnd,
  Newline,
  Indent,
  Dedent,
  Unknown,  // a character that begins no token: $ ? `
  Error,    // the last token of a text that the lexer could not read to its end
#define LOOPSCOPE_ROW(name, spelling) name,
  LOOPSCOPE_PYTHON_OPERATORS(LOOPSCOPE_ROW) LOOPSCOPE_PYTHON_KEYWORDS(LOOPSCOPE_ROW)
#undef LOOPSCOPE_ROW
};

struct Token {
  TokenKind kind = TokenKind::EndMarker;
  std::uint8_t level = 0;  // brackets that are open after it
  Span span;
};

// Name where `word` is no keyword.
TokenKind keyword_kind(std::string_view word);
// What CPython's grammar takes for SOFT_KEYWORD: any name that one of them begins with (Parser/pegen.c,
// _PyPegen_soft_keyword_token, compares no more bytes than the name has).
bool begins_soft_keyword(std::string_view word);
// For a token dump: the C name of the kind.
std::string_view token_kind_name(TokenKind kind);

}  // namespace loopscope::python
