// Taking str.format's templates apart, with CPython's words for what is wrong in them.
// Not the values (core/python/types/str_format.cpp).
#include "core/python/text/format_field.h"

#include "core/python/text/utf8.h"

namespace loopscope::python {
namespace {

std::unexpected<FormatError> fail(std::string message) {
  return std::unexpected(FormatError{FormatError::Kind::kValue, std::move(message)});
}

// A number of plain digits: its value; -1: no number; -2: too many digits.
std::int64_t number_of(std::string_view text) {
  if (text.empty()) return -1;
  std::int64_t value = 0;
  bool too_large = false;
  for (char c : text) {
    if (c < '0' || c > '9') return -1;
    if (value > (INT64_MAX - 9) / 10) {
      too_large = true;
    } else {
      value = value * 10 + (c - '0');
    }
  }
  return too_large ? -2 : value;
}

// Reads a field behind its '{'.
std::expected<FormatPiece, FormatError> read_field(std::string_view format, std::size_t& at) {
  FormatPiece piece;
  piece.is_field = true;
  std::size_t begin = at;
  bool bracket = false;
  for (; at < format.size(); ++at) {
    char c = format[at];
    if (c == '[') bracket = true;
    if (c == ']') bracket = false;
    if (bracket) continue;
    if (c == '{') return fail("unexpected '{' in field name");
    if (c == '}' || c == ':' || c == '!') break;
  }
  if (at >= format.size()) return fail("expected '}' before end of string");
  piece.name = format.substr(begin, at - begin);
  char stop = format[at++];
  if (stop == '}') return piece;
  if (stop == '!') {
    if (at >= format.size()) return fail("end of string while looking for conversion specifier");
    piece.conversion = decode_utf8(format, at);
    if (at >= format.size()) return fail("unmatched '{' in format spec");
    char next = format[at++];
    if (next == '}') return piece;
    if (next != ':') return fail("expected ':' after conversion specifier");
  }
  std::size_t spec = at;
  int depth = 1;
  for (; at < format.size(); ++at) {
    if (format[at] == '{') {
      ++depth;
      piece.nested = true;
    } else if (format[at] == '}' && --depth == 0) {
      break;
    }
  }
  if (depth > 0) return fail("unmatched '{' in format spec");
  piece.spec = format.substr(spec, at - spec);
  ++at;
  return piece;
}

}  // namespace

std::expected<FormatPiece, FormatError> next_format_piece(std::string_view format, std::size_t& at) {
  std::size_t begin = at;
  while (at < format.size() && format[at] != '{' && format[at] != '}') ++at;
  FormatPiece piece;
  if (at > begin) {
    piece.literal = format.substr(begin, at - begin);
    return piece;
  }
  char brace = format[at++];
  if (at < format.size() && format[at] == brace) {
    piece.literal = format.substr(at++, 1);
    return piece;
  }
  if (brace == '}') return fail("Single '}' encountered in format string");
  if (at >= format.size()) return fail("Single '{' encountered in format string");
  return read_field(format, at);
}

std::expected<FieldName, FormatError> parse_field_name(std::string_view name) {
  FieldName field;
  std::size_t at = name.find_first_of(".[");
  if (at == std::string_view::npos) at = name.size();
  field.first = name.substr(0, at);
  field.index = number_of(field.first);
  if (field.index == -2) return fail("Too many decimal digits in format string");
  while (at < name.size()) {
    FieldStep step;
    std::size_t begin = at + 1;
    if (name[at] == '.') {
      step.is_attribute = true;
      at = name.find_first_of(".[", begin);
      if (at == std::string_view::npos) at = name.size();
      step.text = name.substr(begin, at - begin);
    } else if (name[at] == '[') {
      std::size_t end = name.find(']', begin);
      if (end == std::string_view::npos) return fail("Missing ']' in format string");
      step.text = name.substr(begin, end - begin);
      step.index = number_of(step.text);
      if (step.index == -2) return fail("Too many decimal digits in format string");
      at = end + 1;
    } else {
      return fail("Only '.' or '[' may follow ']' in format field specifier");
    }
    if (step.text.empty()) return fail("Empty attribute in format string");
    field.steps.push_back(step);
  }
  return field;
}

}  // namespace loopscope::python
