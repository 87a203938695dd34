// What a character is to str's methods: letter, digit, space, upper or lower case; and how case maps.
// Not identifiers and printable characters (core/python/unicode.h).
#pragma once

#include <string>
#include <string_view>

namespace loopscope::python {

enum CharacterClass : unsigned {
  kClassAlpha = 1U << 0,
  kClassDecimal = 1U << 1,
  kClassDigit = 1U << 2,
  kClassNumeric = 1U << 3,
  kClassLower = 1U << 4,
  kClassUpper = 1U << 5,
  kClassTitle = 1U << 6,
};

// CharacterClass bits of any code point.
unsigned character_class(char32_t c);
// The value of a decimal digit of any script; -1 if it is none.
int decimal_value(char32_t c);
// str.isspace() of one character: what split() and strip() take for blank.
bool is_space(char32_t c);
// What splitlines() takes for the end of a line.
bool is_line_break(char32_t c);

char32_t to_lower(char32_t c);
// One character for one; those whose upper case is several stay.
char32_t to_upper(char32_t c);

// str's methods of the same names, on valid UTF-8.
std::string lower_text(std::string_view text);
std::string upper_text(std::string_view text);
std::string title_text(std::string_view text);
std::string capitalize_text(std::string_view text);
std::string swapcase_text(std::string_view text);
std::string casefold_text(std::string_view text);
bool is_title_text(std::string_view text);

}  // namespace loopscope::python
