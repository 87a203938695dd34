// Reading a format spec, padding, and formatting texts.
// Not numbers (format_number.cpp).
#include "core/python/text/format_spec.h"

#include <algorithm>
#include <cstdio>

#include "core/python/text/unicode_class.h"
#include "core/python/text/utf8.h"

namespace loopscope::python {
namespace {

std::unexpected<FormatError> fail(std::string message) {
  return std::unexpected(FormatError{FormatError::Kind::kValue, std::move(message)});
}

bool is_align(char32_t c) { return c == '<' || c == '>' || c == '=' || c == '^'; }

std::string code_text(char32_t code) {
  std::string text;
  if (code > 32 && code < 128) {
    text.push_back(static_cast<char>(code));
  } else {
    char buffer[16];
    std::snprintf(buffer, sizeof buffer, "\\x%x", static_cast<unsigned>(code));
    text = buffer;
  }
  return text;
}

class SpecReader {
 public:
  explicit SpecReader(std::string_view text) : text_(text) {}
  bool done() const { return at_ >= text_.size(); }
  char32_t peek() const {
    std::size_t at = at_;
    return done() ? 0 : decode_utf8(text_, at);
  }
  char32_t second() const {
    std::size_t at = at_;
    if (done()) return 0;
    decode_utf8(text_, at);
    return at < text_.size() ? decode_utf8(text_, at) : 0;
  }
  char32_t take() { return decode_utf8(text_, at_); }
  bool take_if(char c) {
    if (done() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  std::string_view rest() const { return text_.substr(at_); }
  // -1: no digits; -2: too many.
  std::int64_t number() {
    // Digits of any script.
    std::int64_t value = -1;
    for (std::size_t next = at_; !done(); at_ = next) {
      int digit = decimal_value(decode_utf8(text_, next));
      if (digit < 0) break;
      if (value > (INT64_MAX - 9) / 10) return -2;
      value = std::max<std::int64_t>(value, 0) * 10 + digit;
    }
    return value;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

bool thousands_allowed(const FormatSpec& spec) {
  switch (spec.type) {
    case 0:
    case 'd':
    case 'e':
    case 'f':
    case 'g':
    case 'E':
    case 'F':
    case 'G':
    case '%':
      return true;
    case 'b':
    case 'o':
    case 'x':
    case 'X':
      return spec.thousands == '_';
    default:
      return false;
  }
}

}  // namespace

FormatError unknown_format_code(char32_t code, std::string_view type_name) {
  return {FormatError::Kind::kValue, "Unknown format code '" + code_text(code) + "' for object of type '" +
                                         std::string(type_name) + "'"};
}

std::expected<FormatSpec, FormatError> parse_format_spec(std::string_view text, std::string_view type_name,
                                                         char32_t default_type, char default_align) {
  FormatSpec spec;
  spec.type = default_type;
  spec.align = default_align;
  SpecReader reader(text);
  bool align_given = true;
  bool fill_given = false;
  if (is_align(reader.second())) {
    spec.fill = reader.take();
    spec.align = static_cast<char>(reader.take());
    fill_given = true;
  } else if (is_align(reader.peek())) {
    spec.align = static_cast<char>(reader.take());
  } else {
    align_given = false;
  }
  if (char32_t c = reader.peek(); c == ' ' || c == '+' || c == '-')
    spec.sign = static_cast<char>(reader.take());
  spec.coerce_negative_zero = reader.take_if('z');
  spec.alternate = reader.take_if('#');
  if (!fill_given && reader.take_if('0')) {
    spec.fill = '0';
    if (!align_given && default_align == '>') spec.align = '=';
  }
  spec.width = reader.number();
  if (spec.width == -2) return fail("Too many decimal digits in format string");
  if (reader.take_if(',')) spec.thousands = ',';
  if (reader.take_if('_')) {
    if (spec.thousands != 0) return fail("Cannot specify both ',' and '_'.");
    spec.thousands = '_';
  }
  if (spec.thousands == '_' && reader.peek() == ',') return fail("Cannot specify both ',' and '_'.");
  if (reader.take_if('.')) {
    spec.precision = reader.number();
    if (spec.precision == -1) return fail("Format specifier missing precision");
    if (spec.precision == -2) return fail("Too many decimal digits in format string");
  }
  std::string_view rest = reader.rest();
  if (!rest.empty()) {
    spec.type = reader.take();
    if (!reader.done()) {
      return fail("Invalid format specifier '" + std::string(text) + "' for object of type '" +
                  std::string(type_name) + "'");
    }
  }
  if (spec.thousands != 0 && !thousands_allowed(spec)) {
    return fail(std::string("Cannot specify '") + spec.thousands + "' with '" + code_text(spec.type) + "'.");
  }
  return spec;
}

Formatted format_text(std::string_view text, std::string_view spec_text, std::string_view type_name) {
  if (spec_text.empty()) return std::string(text);
  auto parsed = parse_format_spec(spec_text, type_name, 's', '<');
  if (!parsed) return std::unexpected(std::move(parsed.error()));
  const FormatSpec& spec = *parsed;
  if (spec.type != 's') return std::unexpected(unknown_format_code(spec.type, type_name));
  if (spec.sign == ' ') return fail("Space not allowed in string format specifier");
  if (spec.sign != 0) return fail("Sign not allowed in string format specifier");
  if (spec.coerce_negative_zero)
    return fail("Negative zero coercion (z) not allowed in string format specifier");
  if (spec.alternate) return fail("Alternate form (#) not allowed in string format specifier");
  if (spec.align == '=') return fail("'=' alignment not allowed in string format specifier");
  if (spec.precision >= 0) text = text.substr(0, utf8_offset(text, static_cast<std::size_t>(spec.precision)));
  if (spec.width > kMaxFormattedWidth) return std::unexpected(FormatError{FormatError::Kind::kMemory, ""});
  auto length = static_cast<std::int64_t>(code_points(text));
  std::int64_t padding = spec.width > length ? spec.width - length : 0;
  std::int64_t before = spec.align == '>' ? padding : (spec.align == '^' ? padding / 2 : 0);
  std::string result;
  result.reserve(text.size() + static_cast<std::size_t>(padding));
  for (std::int64_t i = 0; i < before; ++i) append_utf8(result, spec.fill);
  result.append(text);
  for (std::int64_t i = before; i < padding; ++i) append_utf8(result, spec.fill);
  return result;
}

}  // namespace loopscope::python
