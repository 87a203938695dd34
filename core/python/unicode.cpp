// UTF-8 and range look-ups. Not for: the tables themselves, see generate_unicode_tables.py; NFKC, see
// unicode_normalize.cpp.
#include "core/python/unicode.h"

#include <algorithm>
#include <span>
#include <vector>

#include "core/python/unicode_tables.h"

namespace loopscope::python {

namespace {

bool is_trail(std::string_view bytes, std::size_t at) {
  return at < bytes.size() && (static_cast<unsigned char>(bytes[at]) & 0xC0) == 0x80;
}

// A table holds, as variable-length numbers, how far each border is from the one before; between the borders
// 0 and 1 the property holds, between 1 and 2 it does not, and so on.
std::vector<char32_t> unpack_borders(std::span<const std::uint8_t> table) {
  std::vector<char32_t> borders;
  char32_t border = 0;
  char32_t step = 0;
  for (const std::uint8_t byte : table) {
    step = (step << 7) | (byte & 0x7Fu);
    if (byte & 0x80u) continue;
    border += step;
    step = 0;
    borders.push_back(border);
  }
  return borders;
}

bool is_inside(const std::vector<char32_t>& borders, char32_t character) {
  const auto after = std::upper_bound(borders.begin(), borders.end(), character);
  return (after - borders.begin()) % 2 == 1;
}

bool is_ascii_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_hangul_syllable(char32_t c) { return c >= 0xAC00 && c <= 0xD7A3; }

}  // namespace

std::size_t utf8_valid_length(std::string_view bytes) {
  if (bytes.empty()) return 0;
  const auto lead = static_cast<unsigned char>(bytes[0]);
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4 || !is_trail(bytes, 1)) return 0;
  if (lead < 0xE0) return 2;
  const auto second = static_cast<unsigned char>(bytes[1]);
  if (!is_trail(bytes, 2)) return 0;
  if (lead < 0xF0) return (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second >= 0xA0) ? 0 : 3;
  if (!is_trail(bytes, 3)) return 0;
  return (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second >= 0x90) ? 0 : 4;
}

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

char32_t decode_utf8(std::string_view text) {
  const auto byte = [text](std::size_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(text[i]));
  };
  switch (utf8_length(text[0])) {
    case 1:
      return byte(0);
    case 2:
      return (byte(0) & 0x1F) << 6 | (byte(1) & 0x3F);
    case 3:
      return (byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
    default:
      return (byte(0) & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F);
  }
}

void append_utf8(std::string& out, char32_t character) {
  const auto put = [&out](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (character < 0x80) {
    put(character);
  } else if (character < 0x800) {
    put(0xC0 | character >> 6);
    put(0x80 | (character & 0x3F));
  } else if (character < 0x10000) {
    put(0xE0 | character >> 12);
    put(0x80 | (character >> 6 & 0x3F));
    put(0x80 | (character & 0x3F));
  } else {
    put(0xF0 | character >> 18);
    put(0x80 | (character >> 12 & 0x3F));
    put(0x80 | (character >> 6 & 0x3F));
    put(0x80 | (character & 0x3F));
  }
}

bool is_identifier_start(char32_t character) {
  if (character < 0x80) return is_ascii_letter(character);
  static const std::vector<char32_t> borders = unpack_borders(kIdentifierStart);
  return is_hangul_syllable(character) || is_inside(borders, character);
}

bool is_identifier_continue(char32_t character) {
  if (character < 0x80) return is_ascii_letter(character) || (character >= '0' && character <= '9');
  static const std::vector<char32_t> borders = unpack_borders(kIdentifierContinue);
  return is_hangul_syllable(character) || is_inside(borders, character);
}

bool is_printable(char32_t character) {
  if (character < 0x7F) return character >= ' ';
  static const std::vector<char32_t> borders = unpack_borders(kPrintable);
  return is_hangul_syllable(character) || is_inside(borders, character);
}

}  // namespace loopscope::python
