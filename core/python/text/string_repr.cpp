// Quotes and escapes of str and bytes.
// Not reading them back (the lexer's string literals).
#include "core/python/text/string_repr.h"

#include "core/python/text/utf8.h"

namespace loopscope::python {
namespace {

constexpr char kHex[] = "0123456789abcdef";

void append_hex(std::string& out, char letter, char32_t value, int digits) {
  out.push_back('\\');
  out.push_back(letter);
  for (int i = digits - 1; i >= 0; --i) out.push_back(kHex[(value >> (4 * i)) & 15U]);
}

void append_escape(std::string& out, char32_t c) {
  if (c < 0x100) {
    append_hex(out, 'x', c, 2);
  } else if (c < 0x10000) {
    append_hex(out, 'u', c, 4);
  } else {
    append_hex(out, 'U', c, 8);
  }
}

char choose_quote(std::string_view text) {
  bool single = text.find('\'') != std::string_view::npos;
  return single && text.find('"') == std::string_view::npos ? '"' : '\'';
}

// True where the character is written with a backslash and a letter or itself.
bool append_short_escape(std::string& out, char32_t c, char quote) {
  switch (c) {
    case '\n':
      out += "\\n";
      return true;
    case '\r':
      out += "\\r";
      return true;
    case '\t':
      out += "\\t";
      return true;
    case '\\':
      out += "\\\\";
      return true;
    default:
      if (c != static_cast<char32_t>(quote)) return false;
      out.push_back('\\');
      out.push_back(quote);
      return true;
  }
}

}  // namespace

void append_string_repr(std::string& out, std::string_view text) {
  char quote = choose_quote(text);
  out.push_back(quote);
  for (std::size_t at = 0; at < text.size();) {
    std::size_t begin = at;
    char32_t c = decode_utf8(text, at);
    if (append_short_escape(out, c, quote)) continue;
    if (c >= 0x20 && c < 0x7F) {
      out.push_back(static_cast<char>(c));
    } else if (c >= 0x80 && is_printable(c)) {
      out.append(text.substr(begin, at - begin));
    } else {
      append_escape(out, c);
    }
  }
  out.push_back(quote);
}

std::string string_repr(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 2);
  append_string_repr(out, text);
  return out;
}

std::string bytes_repr(std::string_view bytes) {
  std::string out = "b";
  char quote = choose_quote(bytes);
  out.push_back(quote);
  for (char byte : bytes) {
    auto c = static_cast<unsigned char>(byte);
    if (append_short_escape(out, c, quote)) continue;
    if (c >= 0x20 && c < 0x7F) {
      out.push_back(byte);
    } else {
      append_hex(out, 'x', c, 2);
    }
  }
  out.push_back(quote);
  return out;
}

std::string escape_non_ascii(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    char32_t c = decode_utf8(text, at);
    if (c < 0x80) {
      out.push_back(static_cast<char>(c));
    } else {
      append_escape(out, c);
    }
  }
  return out;
}

}  // namespace loopscope::python
