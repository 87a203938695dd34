// The lexer's state, shared by the files that implement it: blocks and operators (lexer.cpp), strings and
// f-strings (lexer_strings.cpp), numbers (lexer_numbers.cpp). Not for: users of the lexer, see lexer.h.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/python/lexer.h"

namespace loopscope::python {

class Lexer {
 public:
  explicit Lexer(const Source& source) : source_(source), text_(source.text()) {}
  Tokens run();

 private:
  static constexpr std::size_t kMaxBrackets = 200;  // CPython's limits: a program that runs there runs here,
  static constexpr std::size_t kMaxIndents = 100;   // and the parser's depth is bounded by them
  static constexpr std::size_t kMaxFStrings = 150;
  static constexpr int kMaxReplacementFieldNesting = 3;  // {a:{b:{c}}}, as in CPython

  struct Bracket {
    char character;
    std::uint32_t offset;
  };
  struct Indent {
    std::uint32_t column;      // a tab goes to the next multiple of 8
    std::uint32_t tab_column;  // a tab counts 1: the two must agree in their order
  };
  // One f-string that is open. The lexer is in its text, or in an expression of it (`in_text` false).
  struct FString {
    std::uint32_t start;
    std::uint32_t quote_size;
    char quote;
    bool raw;
    bool in_text = true;
    int brackets = 0;      // open ones in this f-string's expressions, its own braces included
    int field_depth = -1;  // replacement fields that are open, less one
  };

  char peek(std::size_t ahead = 0) const { return pos_ + ahead < text_.size() ? text_[pos_ + ahead] : '\0'; }
  bool at_end() const { return pos_ >= text_.size(); }
  void add(TokenKind kind, std::uint32_t begin, std::uint32_t end);
  void add(TokenKind kind, std::uint32_t begin) { add(kind, begin, pos_); }

  // Each lexes one piece and gives false where it set failure_.
  bool next();
  bool line_begin();
  bool indentation(Indent indent);
  bool continuation_line();
  bool name_or_string();
  bool check_identifier(std::uint32_t begin);
  bool operator_or_bracket();
  bool open_bracket(char character);
  bool close_bracket(char character);
  bool end_of_text();

  bool string(std::uint32_t begin);
  bool unterminated_string(std::uint32_t begin, char quote, std::uint32_t quote_size, bool escaped_quote);
  bool begin_fstring(std::uint32_t begin, bool raw);
  bool fstring_text();
  bool fstring_middle();
  bool unterminated_fstring();
  bool enter_field();

  bool number();
  bool radix_number(char radix);
  bool zero_number(bool* finished);
  bool decimal_tail();
  bool fraction_and_exponent();
  bool number_end(std::string_view kind);

  // Sets failure_ with the caret at the last character read, as CPython's tokenizer does, and gives false.
  bool fail(std::string message) { return fail_at(std::move(message), pos_ == 0 ? 0 : pos_ - 1); }
  bool fail_at(std::string message, std::uint32_t offset) {
    return fail_range(std::move(message), offset, offset);
  }
  bool fail_range(std::string message, std::uint32_t begin, std::uint32_t end);
  // For the errors that CPython finds on leaving the line: no override; column from 1.
  bool fail_line(SyntaxErrorKind kind, std::string message, std::uint32_t line, std::uint32_t column);
  void warn(std::string message, std::uint32_t offset);

  const Source& source_;
  std::string_view text_;
  std::uint32_t pos_ = 0;
  bool at_line_begin_ = true;
  bool blank_line_ = false;
  std::vector<Bracket> brackets_;
  std::vector<Indent> indents_{{0, 0}};
  std::vector<FString> fstrings_;
  Tokens out_;
};

}  // namespace loopscope::python
