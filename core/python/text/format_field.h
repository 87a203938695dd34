// str.format's template taken apart: literal text and replacement fields.
// Not fetching or formatting the values (core/python/types/str_format.cpp).
#pragma once

#include <string_view>
#include <vector>

#include "core/python/text/format_spec.h"

namespace loopscope::python {

// A replacement field, or a literal where `is_field` is false.
struct FormatPiece {
  bool is_field = false;
  std::string_view literal;
  std::string_view name;    // "0.city[3]", may be empty
  char32_t conversion = 0;  // 'r' 's' 'a' or 0
  std::string_view spec;    // may hold fields of its own
  bool nested = false;      // it does
};

// Reads the piece at byte `at`, which is before the end, and moves `at` behind it. Doubled braces come as a
// literal of one brace; a literal may come in several pieces.
std::expected<FormatPiece, FormatError> next_format_piece(std::string_view format, std::size_t& at);

// The first part of a field's name, and what follows it: attributes and items in order.
struct FieldStep {
  bool is_attribute = false;  // else an item
  std::string_view text;
  std::int64_t index = -1;  // an item's number, if it is one
};
struct FieldName {
  std::string_view first;
  std::int64_t index = -1;  // if the first part is a number
  std::vector<FieldStep> steps;
};
std::expected<FieldName, FormatError> parse_field_name(std::string_view name);

}  // namespace loopscope::python
