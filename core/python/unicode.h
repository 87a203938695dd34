// UTF-8 and the Unicode properties that Python's lexer and repr ask for: identifiers, printable characters,
// NFKC. Not for: upper and lower case and the other methods of str.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace loopscope::python {

// Length in bytes, 1 to 4, of the character that begins with `lead`, in text known to be valid.
constexpr std::size_t utf8_length(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}
// Length of the well-formed character at the front of any bytes; 0 where there is none (surrogates, overlong
// forms).
std::size_t utf8_valid_length(std::string_view bytes);
// Number of code points in valid text.
std::size_t code_points(std::string_view text);
// The character at the front of valid, non-empty text.
char32_t decode_utf8(std::string_view text);
// Lone surrogates too (as three bytes): a Python string may hold them.
void append_utf8(std::string& out, char32_t character);

bool is_identifier_start(char32_t character);     // XID_Start and '_'
bool is_identifier_continue(char32_t character);  // XID_Continue
// str.isprintable() of one character.
bool is_printable(char32_t character);
// The NFKC form of an identifier (PEP 3131): what its name is, however it was typed.
std::string normalize_identifier(std::string_view identifier);

}  // namespace loopscope::python
