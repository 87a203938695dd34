// Walking UTF-8 by code points: offsets, slices, reading forwards and backwards. Lone surrogates are three
// bytes. Not what a character is (unicode_class.h, core/python/unicode.h), and not whether bytes are valid.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/python/unicode.h"

namespace loopscope::python {

// Eight bytes at a time.
bool is_ascii(std::string_view text);

// The code point that begins at byte `at` of valid text; moves `at` behind it.
inline char32_t decode_utf8(std::string_view text, std::size_t& at) {
  auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) {
    ++at;
    return lead;
  }
  char32_t c = decode_utf8(text.substr(at));
  at += utf8_length(text[at]);
  return c;
}

// The code point that ends before byte `at`; moves `at` to its beginning. at > 0.
inline char32_t decode_utf8_before(std::string_view text, std::size_t& at) {
  do {
    --at;
  } while ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
  std::size_t begin = at;
  return decode_utf8(text, begin);
}

// The byte where the index-th code point begins, counted from byte `from`; text.size() beyond the end.
std::size_t utf8_offset(std::string_view text, std::size_t index, std::size_t from = 0);

// What bytes.decode("utf-8") finds wrong, at the first bad place.
struct Utf8Error {
  std::size_t start = 0;
  std::size_t end = 0;
  const char* reason =
      nullptr;  // "invalid start byte", "invalid continuation byte", "unexpected end of data"
};
// False: the bytes are valid. Surrogates are not.
bool find_utf8_error(std::string_view bytes, std::size_t from, Utf8Error& error);

}  // namespace loopscope::python
