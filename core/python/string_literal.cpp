// Escapes, with CPython's words for the wrong ones. Not for: names of characters (\N), which the engine does
// not hold.
#include "core/python/string_literal.h"

#include <cstdint>

#include "core/python/unicode.h"

namespace loopscope::python {

namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

class Unescaper {
 public:
  Unescaper(std::string_view body, bool is_bytes) : body_(body), is_bytes_(is_bytes) {}

  UnescapedString run() {
    while (next_ < body_.size() && out_.error.empty()) {
      if (body_[next_] == '\\' && next_ + 1 < body_.size()) {
        escape();
      } else {
        // CPython counts in the text it decodes, in which every other character stands as an escape of ten.
        if (static_cast<unsigned char>(body_[next_]) >= 0xC0 && !is_bytes_)
          shift_ += 10 - utf8_length(body_[next_]);
        out_.text += body_[next_++];
      }
    }
    return std::move(out_);
  }

 private:
  void put(char32_t character) {
    if (is_bytes_) {
      out_.text += static_cast<char>(static_cast<unsigned char>(character));
    } else {
      append_utf8(out_.text, character);
    }
  }

  void escape() {
    const std::size_t start = next_;
    const char c = body_[next_ + 1];
    next_ += 2;
    static constexpr std::string_view kFrom = "\\'\"abfnrtv";
    static constexpr std::string_view kTo = "\\'\"\a\b\f\n\r\t\v";
    if (c == '\n') return;
    if (const std::size_t at = kFrom.find(c); at != std::string_view::npos) {
      out_.text += kTo[at];
    } else if (c >= '0' && c <= '7') {
      octal(start);
    } else if (c == 'x') {
      hexadecimal(start, 2, "truncated \\xXX escape");
    } else if (c == 'u' && !is_bytes_) {
      hexadecimal(start, 4, "truncated \\uXXXX escape");
    } else if (c == 'U' && !is_bytes_) {
      hexadecimal(start, 8, "truncated \\UXXXXXXXX escape");
    } else if (c == 'N' && !is_bytes_) {
      named(start);
    } else {
      out_.text += '\\';
      next_ = start + 1;
      if (out_.warning.empty()) {
        out_.warning = "invalid escape sequence '\\";
        out_.warning.append(body_.substr(next_, utf8_length(c))).append("'");
      }
    }
  }

  void octal(std::size_t start) {
    char32_t character = 0;
    next_ = start + 1;
    for (int i = 0; i < 3 && next_ < body_.size() && body_[next_] >= '0' && body_[next_] <= '7'; i++) {
      character = character * 8 + static_cast<char32_t>(body_[next_++] - '0');
    }
    if (character > 0377 && out_.warning.empty()) {
      out_.warning = "invalid octal escape sequence '";
      out_.warning.append(body_.substr(start, next_ - start)).append("'");
    }
    put(character);
  }

  void hexadecimal(std::size_t start, int digits, std::string_view problem) {
    char32_t character = 0;
    int found = 0;
    for (; found < digits && next_ < body_.size() && hex_digit(body_[next_]) >= 0; found++) {
      character = character << 4 | static_cast<char32_t>(hex_digit(body_[next_++]));
    }
    if (found < digits) {
      if (is_bytes_) {
        out_.error = "(value error) invalid \\x escape at position " + std::to_string(start);
      } else {
        fail(start, problem);
      }
    } else if (character > 0x10FFFF) {
      fail(start, "illegal Unicode character");
    } else {
      put(character);
    }
  }

  void named(std::size_t start) {
    const std::size_t close =
        next_ < body_.size() && body_[next_] == '{' ? body_.find('}', next_) : std::string_view::npos;
    if (close == std::string_view::npos) {
      if (next_ < body_.size() && body_[next_] == '{') next_ = body_.size();
      fail(start, "malformed \\N character escape");
    } else {
      out_.error = "Loopscope does not support \\N{...}: write the character itself or \\u and its number";
    }
  }

  void fail(std::size_t start, std::string_view problem) {
    out_.error = "(unicode error) 'unicodeescape' codec can't decode bytes in position " +
                 std::to_string(start + shift_);
    out_.error.append("-").append(std::to_string(next_ - 1 + shift_)).append(": ").append(problem);
  }

  std::string_view body_;
  bool is_bytes_;
  std::size_t next_ = 0;
  std::size_t shift_ = 0;
  UnescapedString out_;
};

}  // namespace

StringLiteral split_string_literal(std::string_view token) {
  StringLiteral literal;
  std::size_t start = token.find_first_of("'\"");
  literal.prefix = token.substr(0, start);
  for (const char c : literal.prefix) {
    literal.is_bytes = literal.is_bytes || (c | 0x20) == 'b';
    literal.is_raw = literal.is_raw || (c | 0x20) == 'r';
    literal.is_unicode = literal.is_unicode || c == 'u';
  }
  const std::size_t left = token.size() - start;
  const std::size_t quotes =
      left >= 6 && token[start + 1] == token[start] && token[start + 2] == token[start] ? 3 : 1;
  literal.body = token.substr(start + quotes, left - 2 * quotes);
  return literal;
}

UnescapedString unescape_string(std::string_view body, bool is_bytes) {
  return Unescaper(body, is_bytes).run();
}

}  // namespace loopscope::python
