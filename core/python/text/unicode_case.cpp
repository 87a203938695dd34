// Case of whole texts: the rules that need more than one character, or make several out of one.
// Not the packed tables (unicode_class.cpp).
#include <cstdint>
#include <cstdlib>

#include "core/python/text/unicode_class.h"
#include "core/python/text/unicode_class_tables.h"
#include "core/python/text/utf8.h"

namespace loopscope::python {
namespace {

bool is_cased(char32_t c) { return (character_class(c) & (kClassLower | kClassUpper | kClassTitle)) != 0; }

// Characters that do not end a word for the final sigma.
bool is_case_ignorable(char32_t c) {
  return c == '\'' || c == '.' || c == ':' || c == '^' || c == '`' || c == 0xA8 || c == 0xAD || c == 0xB7 ||
         c == 0x2019 || (c >= 0x300 && c <= 0x36F);
}

std::uint32_t take_varint(const unsigned char*& at) {
  std::uint32_t value = 0;
  while ((*at & 0x80U) != 0) value = (value << 7) | (*at++ & 0x7FU);
  return (value << 7) | *at++;
}

// Appends the several characters of an upper case; false where it is one.
bool append_expansion(std::string& out, char32_t c, bool first_only_upper) {
  // The first of them is U+00DF: everything before needs no look.
  if (c < 0xDF) return false;
  std::uint32_t code = 0;
  const unsigned char* at = tables::kUpperExpansions;
  const unsigned char* end = at + sizeof tables::kUpperExpansions;
  while (at != end) {
    code += take_varint(at);
    std::uint32_t count = take_varint(at);
    for (std::uint32_t i = 0; i < count; ++i) {
      std::uint32_t packed = take_varint(at);
      std::int32_t distance = static_cast<std::int32_t>(packed / 2);
      if ((packed & 1U) != 0) distance = -distance - 1;
      auto character = static_cast<char32_t>(static_cast<std::int32_t>(code) + distance);
      if (code == c) append_utf8(out, i > 0 && first_only_upper ? to_lower(character) : character);
    }
    if (code == c) return true;
    if (code > c) return false;
  }
  return false;
}

void append_upper(std::string& out, char32_t c) {
  if (c < 0x80) {
    out.push_back(static_cast<char>(to_upper(c)));
  } else if (!append_expansion(out, c, false)) {
    append_utf8(out, to_upper(c));
  }
}

char32_t single_title(char32_t c) {
  if ((c >= 0x1C4 && c <= 0x1CC) || (c >= 0x1F1 && c <= 0x1F3)) {
    // Digraphs in threes: upper, title, lower.
    std::uint32_t first = c >= 0x1F1 ? 0x1F1 : 0x1C4 + (c - 0x1C4) / 3 * 3;
    return first + 1;
  }
  if ((c >= 0x10D0 && c <= 0x10FF)) return c;  // Georgian has upper case, but no title case
  if (c >= 0x1F80 && c <= 0x1FAF) return c | 8U;
  if (c == 0x1FB3 || c == 0x1FC3 || c == 0x1FF3) return c + 9;
  if (c == 0x1FBC || c == 0x1FCC || c == 0x1FFC) return c;
  return 0;
}

void append_title(std::string& out, char32_t c) {
  if (char32_t title = c < 0x1C4 ? 0 : single_title(c); title != 0) {
    append_utf8(out, title);
  } else if (!append_expansion(out, c, true)) {
    append_utf8(out, to_upper(c));
  }
}

// Sigma at the end of a word has a form of its own.
bool is_final_sigma(std::string_view text, std::size_t begin, std::size_t after) {
  bool letter_before = false;
  for (std::size_t at = begin; at > 0;) {
    char32_t c = decode_utf8_before(text, at);
    if (is_case_ignorable(c)) continue;
    letter_before = is_cased(c);
    break;
  }
  if (!letter_before) return false;
  for (std::size_t at = after; at < text.size();) {
    char32_t c = decode_utf8(text, at);
    if (is_case_ignorable(c)) continue;
    return !is_cased(c);
  }
  return true;
}

// `at` is behind the character c of `text`.
void append_lower(std::string& out, std::string_view text, std::size_t begin, std::size_t at, char32_t c) {
  if (c < 0x80) {
    out.push_back(static_cast<char>(to_lower(c)));
  } else if (c == 0x130) {
    out += "i\xCC\x87";
  } else if (c == 0x3A3) {
    append_utf8(out, is_final_sigma(text, begin, at) ? 0x3C2 : 0x3C3);
  } else {
    append_utf8(out, to_lower(c));
  }
}

// The first cased character of each word in title case, or of the whole text; the others in lower case.
std::string titled(std::string_view text, bool words) {
  std::string out;
  out.reserve(text.size());
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t begin = at;
    char32_t c = decode_utf8(text, at);
    if (inside) {
      append_lower(out, text, begin, at, c);
    } else {
      append_title(out, c);
    }
    inside = !words || is_cased(c);
  }
  return out;
}

}  // namespace

std::string lower_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    std::size_t begin = at;
    char32_t c = decode_utf8(text, at);
    append_lower(out, text, begin, at, c);
  }
  return out;
}

std::string upper_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) append_upper(out, decode_utf8(text, at));
  return out;
}

std::string title_text(std::string_view text) { return titled(text, true); }

std::string capitalize_text(std::string_view text) { return titled(text, false); }

std::string swapcase_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    std::size_t begin = at;
    char32_t c = decode_utf8(text, at);
    unsigned bits = character_class(c);
    if ((bits & kClassUpper) != 0) {
      append_lower(out, text, begin, at, c);
    } else if ((bits & kClassLower) != 0) {
      append_upper(out, c);
    } else {
      append_utf8(out, c);
    }
  }
  return out;
}

std::string casefold_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    char32_t c = decode_utf8(text, at);
    if (c < 0x80) {
      out.push_back(static_cast<char>(to_lower(c)));
    } else if (c == 0x130) {
      out += "i\xCC\x87";
    } else if (c == 0x1E9E) {
      out += "ss";  // its small form is one letter, its folded one two
    } else if (c == 0x131) {
      append_utf8(out, c);
    } else if ((c >= 0x13A0 && c <= 0x13FD) || (c >= 0xAB70 && c <= 0xABBF)) {
      append_utf8(out, to_upper(c));  // Cherokee folds upward
    } else {
      std::string upper;
      append_upper(upper, c);
      for (std::size_t i = 0; i < upper.size();) append_utf8(out, to_lower(decode_utf8(upper, i)));
    }
  }
  return out;
}

bool is_title_text(std::string_view text) {
  bool cased = false;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    unsigned bits = character_class(decode_utf8(text, at));
    if ((bits & (kClassUpper | kClassTitle)) != 0) {
      if (inside) return false;
      inside = cased = true;
    } else if ((bits & kClassLower) != 0) {
      if (!inside) return false;
      cased = true;
    } else {
      inside = false;
    }
  }
  return cased;
}

}  // namespace loopscope::python
