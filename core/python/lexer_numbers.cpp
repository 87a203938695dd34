// Where a number ends, and what is wrong with it. Not for: its value (number.h).
#include "core/python/lexer_state.h"

namespace loopscope::python {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_digit_of(char c, char radix) {
  if (radix == 'b') return c == '0' || c == '1';
  if (radix == 'o') return c >= '0' && c <= '7';
  const char lower = static_cast<char>(c | 0x20);
  return is_digit(c) || (lower >= 'a' && lower <= 'f');
}
bool is_ascii_name_part(char c) {
  const char lower = static_cast<char>(c | 0x20);
  return is_digit(c) || c == '_' || (lower >= 'a' && lower <= 'z');
}

}  // namespace

bool Lexer::number() {
  const std::uint32_t begin = pos_;
  bool finished = false;
  if (peek() == '0') {
    const char radix = static_cast<char>(peek(1) | 0x20);
    if (radix == 'x' || radix == 'o' || radix == 'b') {
      if (!radix_number(radix)) return false;
      finished = true;
    } else if (!zero_number(&finished)) {
      return false;
    }
  } else if (peek() != '.' && !decimal_tail()) {
    return false;
  }
  if (!finished && !fraction_and_exponent()) return false;
  add(TokenKind::Number, begin);
  return true;
}

bool Lexer::radix_number(char radix) {
  const std::string kind = radix == 'x' ? "hexadecimal" : radix == 'o' ? "octal" : "binary";
  const auto wrong_digit = [&] {
    const char digit = text_[pos_++];
    return fail(std::string("invalid digit '") + digit + "' in " + kind + " literal");
  };
  pos_ += 2;
  do {
    if (peek() == '_') pos_++;
    if (!is_digit_of(peek(), radix))
      return is_digit(peek()) ? wrong_digit() : fail("invalid " + kind + " literal");
    while (is_digit_of(peek(), radix)) pos_++;
  } while (peek() == '_');
  if (is_digit(peek())) return wrong_digit();
  return number_end(kind);
}

// What begins with 0 and has no radix letter: zeros, or digits that must turn out to belong to a float.
bool Lexer::zero_number(bool* finished) {
  const std::uint32_t begin = pos_++;
  for (;;) {
    if (peek() == '_') {
      pos_++;
      if (!is_digit(peek())) return fail("invalid decimal literal");
    }
    if (peek() != '0') break;
    pos_++;
  }
  const std::uint32_t zeros_end = pos_ + 1;
  const bool nonzero = is_digit(peek());
  if (nonzero && !decimal_tail()) return false;
  const char c = static_cast<char>(peek() | 0x20);
  if (peek() == '.' || c == 'e' || c == 'j') return true;
  if (nonzero) {
    return fail_range(
        "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
        begin, zeros_end - 1);
  }
  *finished = true;
  return number_end("decimal");
}

bool Lexer::decimal_tail() {
  for (;;) {
    while (is_digit(peek())) pos_++;
    if (peek() != '_') return true;
    pos_++;
    if (!is_digit(peek())) return fail("invalid decimal literal");
  }
}

bool Lexer::fraction_and_exponent() {
  if (peek() == '.') {
    pos_++;
    if (is_digit(peek()) && !decimal_tail()) return false;
  }
  if (peek() == 'e' || peek() == 'E') {
    const std::size_t sign = peek(1) == '+' || peek(1) == '-' ? 1 : 0;
    if (is_digit(peek(1 + sign))) {
      pos_ += 1 + static_cast<std::uint32_t>(sign);
      if (!decimal_tail()) return false;
    } else if (sign != 0) {
      pos_ += 2;
      return fail("invalid decimal literal");
    } else {
      return number_end("decimal");
    }
  }
  if (peek() == 'j' || peek() == 'J') {
    pos_++;
    return number_end("imaginary");
  }
  return number_end("decimal");
}

// A keyword may touch the number, with a warning; any other name may not.
bool Lexer::number_end(std::string_view kind) {
  const std::string_view rest = text_.substr(pos_, 4);
  for (const std::string_view keyword : {"and", "else", "for", "if", "in", "is", "or", "not"}) {
    if (!rest.starts_with(keyword)) continue;
    warn(std::string("invalid ").append(kind).append(" literal"), pos_);
    return true;
  }
  if (!is_ascii_name_part(peek())) return true;
  return fail(std::string("invalid ").append(kind).append(" literal"));
}

}  // namespace loopscope::python
