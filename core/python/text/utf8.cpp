// UTF-8 offsets and checks.
// Not the single character's decoding (core/python/unicode.cpp).
#include "core/python/text/utf8.h"

#include <cstdint>
#include <cstring>

namespace loopscope::python {

bool is_ascii(std::string_view text) {
  const char* at = text.data();
  const char* end = at + text.size();
  for (; end - at >= 8; at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, at, 8);
    if ((word & 0x8080808080808080U) != 0) return false;
  }
  for (; at != end; ++at) {
    if ((static_cast<unsigned char>(*at) & 0x80) != 0) return false;
  }
  return true;
}

std::size_t utf8_offset(std::string_view text, std::size_t index, std::size_t from) {
  std::size_t at = from;
  while (index > 0 && at < text.size()) {
    at += utf8_length(text[at]);
    --index;
  }
  return at < text.size() ? at : text.size();
}

bool find_utf8_error(std::string_view bytes, std::size_t from, Utf8Error& error) {
  for (std::size_t at = from; at < bytes.size();) {
    if (static_cast<unsigned char>(bytes[at]) < 0x80) {
      ++at;
      continue;
    }
    std::size_t length = utf8_valid_length(bytes.substr(at));
    if (length != 0) {
      at += length;
      continue;
    }
    auto lead = static_cast<unsigned char>(bytes[at]);
    if (lead < 0xC2 || lead > 0xF4) {
      error = {at, at + 1, "invalid start byte"};
      return true;
    }
    // The longest beginning of a character counts as one error.
    std::size_t wanted = utf8_length(bytes[at]);
    std::size_t good = 1;
    while (good < wanted && at + good < bytes.size()) {
      auto next = static_cast<unsigned char>(bytes[at + good]);
      bool fits = (next & 0xC0) == 0x80;
      if (good == 1) {
        if (lead == 0xE0) fits = fits && next >= 0xA0;
        if (lead == 0xED) fits = fits && next < 0xA0;
        if (lead == 0xF0) fits = fits && next >= 0x90;
        if (lead == 0xF4) fits = fits && next < 0x90;
      }
      if (!fits) break;
      ++good;
    }
    bool ended = at + good == bytes.size();
    error = {at, at + good, ended ? "unexpected end of data" : "invalid continuation byte"};
    return true;
  }
  return false;
}

}  // namespace loopscope::python
