// Lines, indentation, names, operators and brackets. Not for: strings (lexer_strings.cpp), numbers
// (lexer_numbers.cpp).
#include "core/python/lexer.h"

#include <algorithm>

#include "core/python/lexer_state.h"
#include "core/python/unicode.h"

namespace loopscope::python {

namespace {

bool is_name_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_name_part(char c) { return is_name_start(c) || is_digit(c); }

struct Operator {
  std::string_view spelling;
  TokenKind kind;
};

constexpr Operator kOperators[] = {
#define LOOPSCOPE_ROW(name, spelling) {spelling, TokenKind::name},
    LOOPSCOPE_PYTHON_OPERATORS(LOOPSCOPE_ROW)
#undef LOOPSCOPE_ROW
};

// The longest operator at the front of `text`; Unknown, of length 0, where there is none.
Operator longest_operator(std::string_view text) {
  Operator best{{}, TokenKind::Unknown};
  for (const Operator& candidate : kOperators) {
    if (candidate.spelling.size() > best.spelling.size() && text.starts_with(candidate.spelling))
      best = candidate;
  }
  return best;
}

std::string hex4(char32_t character) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  std::string digits;
  for (int shift = 20; shift >= 0; shift -= 4) {
    if (!digits.empty() || shift <= 12 || (character >> shift) != 0) digits += kHex[character >> shift & 15];
  }
  return digits;
}

char partner(char open) { return open == '(' ? ')' : open == '[' ? ']' : '}'; }

}  // namespace

Tokens tokenize(const Source& source) { return Lexer(source).run(); }

Tokens Lexer::run() {
  out_.list.reserve(text_.size() / 4 + 8);
  while (next()) {
  }
  if (out_.failure) add(TokenKind::Error, pos_);
  return std::move(out_);
}

void Lexer::add(TokenKind kind, std::uint32_t begin, std::uint32_t end) {
  out_.list.push_back({kind, static_cast<std::uint8_t>(brackets_.size()), {begin, end}});
}

bool Lexer::fail_range(std::string message, std::uint32_t begin, std::uint32_t end) {
  LexFailure failure;
  const Place from = source_.place(begin);
  failure.error.message = std::move(message);
  failure.error.line = failure.error.end_line = from.line;
  failure.error.column = failure.error.end_column = from.column + 1;
  if (end > begin) failure.error.end_column = source_.place(end).column + 1;
  failure.error.text = source_.line_text(from.line);
  failure.overrides_grammar = fstrings_.empty();
  out_.failure = std::move(failure);
  return false;
}

bool Lexer::fail_line(SyntaxErrorKind kind, std::string message, std::uint32_t line, std::uint32_t column) {
  LexFailure failure;
  failure.error = {
      kind, std::move(message), line, column, line, column, std::string(source_.line_text(line))};
  failure.overrides_grammar = false;
  out_.failure = std::move(failure);
  return false;
}

void Lexer::warn(std::string message, std::uint32_t offset) {
  const std::uint32_t line = source_.line_of(offset);
  out_.warnings.push_back({std::move(message), line, std::string(source_.line_text(line))});
}

// Lexes one token, or what stands between two. False: the end, or an error.
bool Lexer::next() {
  if (!fstrings_.empty() && fstrings_.back().in_text) return fstring_text();
  if (at_line_begin_ && !line_begin()) return false;
  while (peek() == ' ' || peek() == '\t' || peek() == '\f') pos_++;
  // Where an error is found at the end of a line, a comment before it is part of that end.
  const std::uint32_t line_end = pos_;
  if (peek() == '#') {
    while (!at_end() && peek() != '\n') pos_++;
  }
  if (at_end()) return end_of_text();
  const char c = peek();
  if (c == '\n') {
    pos_++;
    at_line_begin_ = true;
    if (!blank_line_ && brackets_.empty())
      add(TokenKind::Newline, line_end, std::max(line_end + 1, pos_ - 1));
    return true;
  }
  if (is_name_start(c)) return name_or_string();
  if (is_digit(c) || (c == '.' && is_digit(peek(1)))) return number();
  if (c == '"' || c == '\'') return string(pos_);
  if (c == '\\') return continuation_line();
  return operator_or_bracket();
}

// Measures the blanks before a line's first token.
bool Lexer::line_begin() {
  at_line_begin_ = false;
  blank_line_ = false;
  Indent indent{0, 0};
  Indent continued{0, 0};
  for (;; pos_++) {
    const char c = peek();
    if (c == ' ') {
      indent = {indent.column + 1, indent.tab_column + 1};
    } else if (c == '\t') {
      indent = {(indent.column / 8 + 1) * 8, indent.tab_column + 1};
    } else if (c == '\f') {
      indent = {0, 0};
    } else if (c == '\\') {
      // The indentation of a line that is continued is that before its first backslash.
      if (continued.column == 0) continued = indent;
      if (!continuation_line()) return false;
      pos_--;
    } else {
      break;
    }
  }
  if (peek() == '#' || peek() == '\n') {
    blank_line_ = true;
    return true;
  }
  if (!brackets_.empty()) return true;
  return indentation(continued.column != 0 ? continued : indent);
}

bool Lexer::indentation(Indent indent) {
  const std::uint32_t line = source_.line_of(pos_);
  const auto inconsistent = [&] {
    return fail_line(SyntaxErrorKind::Tab, "inconsistent use of tabs and spaces in indentation", line, 1);
  };
  if (indent.column > indents_.back().column) {
    if (indents_.size() >= kMaxIndents) {
      return fail_line(SyntaxErrorKind::Indentation, "too many levels of indentation", line, 1);
    }
    if (indent.tab_column <= indents_.back().tab_column) return inconsistent();
    indents_.push_back(indent);
    add(TokenKind::Indent, source_.line_start(line));
    return true;
  }
  // No block ends before all of them are known to.
  std::size_t depth = indents_.size();
  while (indent.column < indents_[depth - 1].column) --depth;
  if (indent.column > indents_[depth - 1].column) {
    const auto after_end = static_cast<std::uint32_t>(code_points(source_.line_text(line)) + 1);
    return fail_line(SyntaxErrorKind::Indentation, "unindent does not match any outer indentation level",
                     line, after_end);
  }
  if (indent.tab_column != indents_[depth - 1].tab_column) return inconsistent();
  for (; indents_.size() > depth; indents_.pop_back()) add(TokenKind::Dedent, pos_);
  return true;
}

// At a backslash: goes on to the next line.
bool Lexer::continuation_line() {
  const std::uint32_t line = source_.line_of(pos_);
  if (peek(1) != '\n') {
    const Place place = source_.place(pos_ + 1);
    return fail_line(SyntaxErrorKind::Syntax, "unexpected character after line continuation character", line,
                     place.column + 1);
  }
  pos_ += 2;
  if (!at_end()) return true;
  if (!brackets_.empty()) return end_of_text();
  const auto after_end = static_cast<std::uint32_t>(code_points(source_.line_text(line)) + 1);
  return fail_line(SyntaxErrorKind::Syntax, "unexpected EOF while parsing", line, after_end);
}

bool Lexer::end_of_text() {
  if (brackets_.empty()) {
    for (; indents_.size() > 1; indents_.pop_back()) add(TokenKind::Dedent, pos_);
    add(TokenKind::EndMarker, pos_);
    return false;
  }
  const Bracket open = brackets_.back();
  fail_at(std::string("'") + open.character + "' was never closed", open.offset);
  out_.failure->is_open_bracket = true;
  return false;
}

bool Lexer::name_or_string() {
  const std::uint32_t begin = pos_;
  bool bytes = false, raw = false, unicode = false, formatted = false;
  for (;; pos_++) {
    const char c = static_cast<char>(peek() | 0x20);
    if (peek() == '"' || peek() == '\'') return formatted ? begin_fstring(begin, raw) : string(begin);
    if (c == 'b' && !bytes && !unicode && !formatted) {
      bytes = true;
    } else if (c == 'u' && !bytes && !unicode && !raw && !formatted) {
      unicode = true;
    } else if (c == 'r' && !raw && !unicode) {
      raw = true;
    } else if (c == 'f' && !formatted && !bytes && !unicode) {
      formatted = true;
    } else {
      break;
    }
  }
  while (is_name_part(peek())) pos_++;
  if (!check_identifier(begin)) return false;
  add(keyword_kind(text_.substr(begin, pos_ - begin)), begin);
  return true;
}

bool Lexer::check_identifier(std::uint32_t begin) {
  const std::string_view word = text_.substr(begin, pos_ - begin);
  if (std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
    return true;
  for (std::size_t i = 0; i < word.size(); i += utf8_length(word[i])) {
    const char32_t character = decode_utf8(word.substr(i));
    if (i == 0 ? is_identifier_start(character) : is_identifier_continue(character)) continue;
    // What NFKC makes letters of is allowed as such: the check is made on the form that the name will have.
    pos_ = begin + static_cast<std::uint32_t>(i + utf8_length(word[i]));
    const auto offset = static_cast<std::uint32_t>(begin + i);
    if (!is_printable(character))
      return fail_at("invalid non-printable character U+" + hex4(character), offset);
    std::string message = "invalid character '";
    message.append(word.substr(i, utf8_length(word[i]))).append("' (U+").append(hex4(character)).append(")");
    return fail_at(std::move(message), offset);
  }
  return true;
}

bool Lexer::operator_or_bracket() {
  const std::uint32_t begin = pos_;
  const char c = peek();
  if (c == '(' || c == '[' || c == '{') return open_bracket(c);
  if (c == ')' || c == ']' || c == '}') return close_bracket(c);
  if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
    pos_++;
    return fail("invalid non-printable character U+" + hex4(static_cast<unsigned char>(c)));
  }
  if (c == ':' && !fstrings_.empty() && fstrings_.back().brackets - 1 == fstrings_.back().field_depth &&
      fstrings_.back().field_depth >= 0) {
    pos_++;
    add(TokenKind::Colon, begin);
    fstrings_.back().in_text = true;  // a format spec
    return true;
  }
  Operator found = longest_operator(text_.substr(pos_, 3));
  if (text_.substr(pos_).starts_with("<>")) found = {"<>", TokenKind::NotEqual};
  pos_ += found.spelling.empty() ? 1 : static_cast<std::uint32_t>(found.spelling.size());
  add(found.kind, begin);
  return true;
}

bool Lexer::open_bracket(char character) {
  const std::uint32_t begin = pos_++;
  if (brackets_.size() >= kMaxBrackets) return fail("too many nested parentheses");
  brackets_.push_back({character, begin});
  if (!fstrings_.empty()) fstrings_.back().brackets++;
  add(character == '('   ? TokenKind::LeftParen
      : character == '[' ? TokenKind::LeftBracket
                         : TokenKind::LeftBrace,
      begin);
  return true;
}

bool Lexer::close_bracket(char character) {
  const std::uint32_t begin = pos_++;
  FString* fstring = fstrings_.empty() ? nullptr : &fstrings_.back();
  if (fstring && fstring->brackets == 0 && character == '}')
    return fail("f-string: single '}' is not allowed");
  if (brackets_.empty()) return fail(std::string("unmatched '") + character + "'");
  const Bracket open = brackets_.back();
  if (partner(open.character) != character) {
    if (fstring && open.character == '{' && fstring->brackets - 1 == fstring->field_depth) {
      return fail(std::string("f-string: unmatched '") + character + "'");
    }
    std::string message = std::string("closing parenthesis '") + character;
    message.append("' does not match opening parenthesis '");
    message += open.character;
    message += '\'';
    const std::uint32_t open_line = source_.line_of(open.offset);
    if (open_line != source_.line_of(begin)) message.append(" on line ").append(std::to_string(open_line));
    return fail(std::move(message));
  }
  brackets_.pop_back();
  add(character == ')'   ? TokenKind::RightParen
      : character == ']' ? TokenKind::RightBracket
                         : TokenKind::RightBrace,
      begin);
  if (fstring) {
    fstring->brackets--;
    if (character == '}' && fstring->brackets == fstring->field_depth) {
      fstring->field_depth--;
      fstring->in_text = true;
    }
  }
  return true;
}

}  // namespace loopscope::python
