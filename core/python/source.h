// Source: a program's text, checked and ready for the lexer: UTF-8, no byte order mark, every line ended by
// '\n'. Not for: splitting a scenario into programs (core/session).
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "core/python/syntax_error.h"

namespace loopscope::python {

// A range of bytes in Source::text(). Everything that the compiler makes remembers where it came from by one
// of these.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// Where an offset is for people: line from 1, column from 0, in code points and in bytes of UTF-8.
struct Place {
  std::uint32_t line = 1;
  std::uint32_t column = 0;
  std::uint32_t byte_column = 0;
};

class Source {
 public:
  // Takes any bytes. Fails with CPython's words on bytes that are no UTF-8, on null bytes and on a text over
  // 256 MB. `file_name` stands in those words only.
  static std::expected<Source, SyntaxError> decode(std::string_view bytes, std::string_view file_name);

  std::string_view text() const { return text_; }
  std::string_view slice(Span span) const {
    return std::string_view(text_).substr(span.begin, span.end - span.begin);
  }
  // Number of lines; an offset at the very end belongs to the line after the last '\n'.
  std::uint32_t line_count() const { return static_cast<std::uint32_t>(line_starts_.size()); }
  std::uint32_t line_of(std::uint32_t offset) const;
  std::uint32_t line_start(std::uint32_t line) const { return line_starts_[line - 1]; }
  // Without its '\n'; empty for a line that is not there.
  std::string_view line_text(std::uint32_t line) const;
  Place place(std::uint32_t offset) const;

 private:
  std::string text_;
  std::vector<std::uint32_t> line_starts_;  // offset of each line's first byte
};

}  // namespace loopscope::python
