// Strings and f-strings (PEP 701): where they end, and the pieces of an f-string. Not for: escapes
// (string_literal.h).
#include "core/python/lexer_state.h"

namespace loopscope::python {

// pos_ is at the opening quote, `begin` at the prefix.
bool Lexer::string(std::uint32_t begin) {
  const char quote = peek();
  const std::uint32_t start = pos_;
  std::uint32_t quote_size = 1;
  pos_++;
  if (peek() == quote && peek(1) == quote) {
    quote_size = 3;
    pos_ += 2;
  } else if (peek() == quote) {
    pos_++;
    add(TokenKind::String, begin);
    return true;
  }
  bool escaped_quote = false;
  for (std::uint32_t ending = 0; ending != quote_size;) {
    if (at_end() || (quote_size == 1 && peek() == '\n')) {
      return unterminated_string(begin == start ? start : begin, quote, quote_size, escaped_quote);
    }
    const char c = text_[pos_++];
    if (c == quote) {
      ending++;
      continue;
    }
    ending = 0;
    if (c == '\\' && !at_end()) {
      escaped_quote = escaped_quote || peek() == quote;
      pos_++;
    }
  }
  add(TokenKind::String, begin);
  return true;
}

bool Lexer::unterminated_string(std::uint32_t begin, char quote, std::uint32_t quote_size,
                                bool escaped_quote) {
  const FString* fstring = fstrings_.empty() ? nullptr : &fstrings_.back();
  if (fstring && fstring->quote == quote && fstring->quote_size == quote_size) {
    return fail_at("f-string: expecting '}'", begin);
  }
  const std::string line = std::to_string(source_.line_of(at_end() && pos_ > 0 ? pos_ - 1 : pos_));
  if (quote_size == 3)
    return fail_at("unterminated triple-quoted string literal (detected at line " + line + ")", begin);
  std::string message = "unterminated string literal (detected at line " + line + ")";
  if (escaped_quote) message += "; perhaps you escaped the end quote?";
  return fail_at(std::move(message), begin);
}

bool Lexer::begin_fstring(std::uint32_t begin, bool raw) {
  FString fstring{begin, 1, peek(), raw};
  if (peek(1) == fstring.quote && peek(2) == fstring.quote) fstring.quote_size = 3;
  pos_ += fstring.quote_size;
  if (fstrings_.size() + 1 >= kMaxFStrings) return fail("too many nested f-strings");
  fstrings_.push_back(fstring);
  add(TokenKind::FStringStart, begin);
  return true;
}

// A brace opens a replacement field: what follows is an expression.
bool Lexer::enter_field() {
  FString& fstring = fstrings_.back();
  if (++fstring.field_depth > kMaxReplacementFieldNesting - 1) {
    pos_++;
    return fail("f-string: expressions nested too deeply");
  }
  fstring.in_text = false;
  return true;
}

bool Lexer::fstring_text() {
  const FString& fstring = fstrings_.back();
  const bool at_quotes = text_.substr(pos_).starts_with(std::string(fstring.quote_size, fstring.quote));
  if (peek() == '{' && peek(1) != '{') return enter_field();
  if (!at_quotes) return fstring_middle();
  pos_ += fstring.quote_size;
  add(TokenKind::FStringEnd, pos_ - fstring.quote_size);
  fstrings_.pop_back();
  return true;
}

// Text up to a field, a doubled brace (of which one belongs to the text), the closing quotes, or the end of a
// spec.
bool Lexer::fstring_middle() {
  FString& fstring = fstrings_.back();
  const std::uint32_t begin = pos_;
  const bool in_spec = fstring.field_depth >= 0;
  bool named_escape = false;  // inside \N{...}
  std::uint32_t ending = 0;
  while (ending != fstring.quote_size) {
    if (at_end() || (fstring.quote_size == 1 && peek() == '\n')) {
      if (!in_spec || at_end()) return unterminated_fstring();
      fstring.in_text = false;
      add(TokenKind::FStringMiddle, begin);
      return true;
    }
    const char c = text_[pos_++];
    if (c == fstring.quote) {
      ending++;
      continue;
    }
    ending = 0;
    if (c == '{' && !named_escape) {
      if (peek() == '{' && !in_spec) {
        add(TokenKind::FStringMiddle, begin);
        pos_++;
        return true;
      }
      pos_--;
      add(TokenKind::FStringMiddle, begin);
      return enter_field();
    }
    if (c == '}') {
      if (named_escape) {
        named_escape = false;
        continue;
      }
      if (peek() == '}' && !in_spec) {
        add(TokenKind::FStringMiddle, begin);
        pos_++;
        return true;
      }
      pos_--;
      fstring.in_text = false;
      add(TokenKind::FStringMiddle, begin);
      return true;
    }
    if (c != '\\' || at_end()) continue;
    if (peek() == '{' || peek() == '}') {
      if (!fstring.raw) warn(std::string("invalid escape sequence '\\") + peek() + "'", pos_ - 1);
      continue;
    }
    if (!fstring.raw && peek() == 'N' && peek(1) == '{') {
      named_escape = true;
      pos_++;
    }
    pos_++;
  }
  pos_ -= fstring.quote_size;
  add(TokenKind::FStringMiddle, begin);
  return true;
}

bool Lexer::unterminated_fstring() {
  const FString& fstring = fstrings_.back();
  const std::string line = std::to_string(source_.line_of(at_end() && pos_ > 0 ? pos_ - 1 : pos_));
  const std::string_view kind = fstring.quote_size == 3 ? "triple-quoted f-string" : "f-string";
  std::string message = "unterminated ";
  message.append(kind).append(" literal (detected at line ").append(line).append(")");
  return fail_at(std::move(message), fstring.start);
}

}  // namespace loopscope::python
