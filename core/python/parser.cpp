// The parser's two readings, its view of the tokens, and its errors. Not for: rules of the grammar.
#include "core/python/parser.h"

#include <algorithm>

#include "core/python/parser_state.h"
#include "core/python/unicode.h"

namespace loopscope::python {

std::expected<SyntaxTree, SyntaxError> parse(const Source& source, std::vector<SyntaxWarning>& warnings) {
  return Parser(source, warnings).run();
}

Parser::Parser(const Source& source, std::vector<SyntaxWarning>& warnings)
    : source_(source), warnings_(warnings), tokens_(tokenize(source)) {
  warnings_.insert(warnings_.end(), tokens_.warnings.begin(), tokens_.warnings.end());
}

std::expected<SyntaxTree, SyntaxError> Parser::run() {
  const std::size_t lexer_warnings = warnings_.size();
  for (int reading = 0; reading < 2; reading++) {
    position_ = 0;
    warnings_.resize(lexer_warnings);
    std::vector<Stmt*> body;
    if (statements(body) && at(Kind::EndMarker)) {
      const Block block = arena_.copy(body);
      return SyntaxTree{std::move(arena_), block};
    }
    if (error_) break;
    if (reading == 0) first_reading_furthest_ = furthest_;
    diagnosing_ = true;
  }
  return std::unexpected(final_error());
}

SyntaxError Parser::final_error() {
  const std::optional<LexFailure>& lexical = tokens_.failure;
  const auto error_line = source_.line_of(tokens_.list[furthest_].span.begin);
  if (tokens_.list[furthest_].kind == Kind::Error) return lexical->error;
  if (!error_) fail_plainly();
  const bool is_grammar =
      !is_final_ && (error_->kind == SyntaxErrorKind::Syntax || error_->kind == SyntaxErrorKind::Indentation);
  if (is_grammar && lexical && lexical->overrides_grammar &&
      (!lexical->is_open_bracket || error_line > lexical->error.line)) {
    return lexical->error;
  }
  return *std::move(error_);
}

// Nobody had better words.
std::nullptr_t Parser::fail_plainly() {
  const Token& last = tokens_.list[first_reading_furthest_];
  if (last.kind != Kind::Indent && last.kind != Kind::Dedent) {
    error_ = error_at(last.span.begin, last.span.end, "invalid syntax");
    return nullptr;
  }
  const bool is_indent = last.kind == Kind::Indent;
  const std::uint32_t place =
      is_indent ? tokens_.list[first_reading_furthest_ + 1].span.begin : last.span.begin;
  error_ = error_at(place, place, is_indent ? "unexpected indent" : "unexpected unindent");
  error_->kind = SyntaxErrorKind::Indentation;
  if (error_->column > 0) error_->column = error_->end_column = error_->column - 1;
  is_final_ = true;
  return nullptr;
}

SyntaxError Parser::error_at(std::uint32_t begin, std::uint32_t end, std::string message) {
  SyntaxError error;
  const bool at_end = begin > 0 && begin == source_.text().size();
  // The end of the text is the end of its last line, and CPython puts no caret there.
  if (at_end) begin = end = begin - 1;
  const Place from = source_.place(begin);
  const Place to = source_.place(end);
  error.message = std::move(message);
  error.line = from.line;
  error.column = from.column + 1;
  error.end_line = to.line;
  error.end_column = to.column + 1;
  if (at_end) error.column = error.end_column = 0;
  error.text = source_.line_text(from.line);
  return error;
}

std::nullptr_t Parser::fail_range(std::uint32_t begin, std::uint32_t end, std::string message) {
  if (!error_) error_ = error_at(begin, end, std::move(message));
  return nullptr;
}

std::nullptr_t Parser::fail_furthest(std::string message, SyntaxErrorKind error_kind) {
  if (error_) return nullptr;
  const Token& furthest = tokens_.list[furthest_];
  fail(furthest.span, std::move(message));
  error_->kind = error_kind;
  // The end of a block has no place of its own: CPython's is the one before the line's first word.
  if (furthest.kind == Kind::Dedent && error_->column > 0) error_->end_column = --error_->column;
  return nullptr;
}

std::nullptr_t Parser::fail_too_deep() {
  if (error_) return nullptr;
  error_.emplace();
  error_->kind = SyntaxErrorKind::Memory;
  error_->message = "Parser stack overflowed - Python source too complex to parse";
  return nullptr;
}

const Token& Parser::token(std::size_t ahead) {
  const std::size_t index = std::min(position_ + ahead, tokens_.list.size() - 1);
  if (index > furthest_) furthest_ = index;
  const Token& found = tokens_.list[index];
  if (found.kind == Kind::Error && !error_) error_ = tokens_.failure->error;
  return found;
}

const Token& Parser::next() {
  token();
  if (first_reading_furthest_ != 0 && ++steps_ > kMaxSteps + kStepsPerToken * tokens_.list.size() && !error_)
    fail_plainly();
  return tokens_.list[std::min(position_++, tokens_.list.size() - 1)];
}

bool Parser::at_word(std::string_view word) { return at(Kind::Name) && text(token()) == word; }

bool Parser::accept(Kind wanted) {
  if (error_ || kind() != wanted) return false;
  position_++;
  return true;
}

bool Parser::force(Kind wanted, std::string_view spelling) {
  if (accept(wanted)) return true;
  std::string message = "expected '";
  message.append(spelling).append("'");
  fail_next(std::move(message));
  return false;
}

bool Parser::name(Identifier& out) {
  if (!at(Kind::Name)) return false;
  const Token& found = next();
  out = {name_text(found), found.span};
  return true;
}

std::string_view Parser::name_text(const Token& token) {
  const std::string_view typed = text(token);
  for (const char c : typed) {
    if (static_cast<unsigned char>(c) >= 0x80) return arena_.copy(normalize_identifier(typed));
  }
  return typed;
}

}  // namespace loopscope::python
