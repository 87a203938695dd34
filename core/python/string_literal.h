// The value of a string or bytes token: prefix, quotes and escapes. Not for: f-strings' fields
// (parser_strings.cpp).
#pragma once

#include <string>
#include <string_view>

namespace loopscope::python {

struct StringLiteral {
  std::string_view prefix;
  std::string_view body;  // between the quotes
  bool is_bytes = false;
  bool is_raw = false;
  bool is_unicode = false;  // u''
};

// Takes a whole token, prefix and quotes included.
StringLiteral split_string_literal(std::string_view token);

struct UnescapedString {
  std::string text;     // UTF-8 (lone surrogates as three bytes each), or the bytes
  std::string error;    // CPython's words, "(unicode error) ..." ; empty: none
  std::string warning;  // of the first unknown escape; empty: none
};

// Only bytes that are not ASCII in a bytes literal are left to the caller to refuse.
UnescapedString unescape_string(std::string_view body, bool is_bytes);

}  // namespace loopscope::python
