// Decoding and line index of a program's text. Not for: tokens.
#include "core/python/source.h"

#include <algorithm>

#include "core/python/unicode.h"

namespace loopscope::python {

namespace {

constexpr std::size_t kMaxBytes = std::size_t{256}
                                  << 20;  // offsets are 32 bits wide, with room for every end line

std::uint32_t line_at(std::string_view bytes, std::size_t offset) {
  return static_cast<std::uint32_t>(
      1 + std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

SyntaxError not_utf8(std::string_view bytes, std::size_t offset, std::string_view file_name) {
  static constexpr char kHex[] = "0123456789abcdef";
  const auto byte = static_cast<unsigned char>(bytes[offset]);
  SyntaxError error;
  error.message = "Non-UTF-8 code starting with '\\x";
  error.message += kHex[byte >> 4];
  error.message += kHex[byte & 15];
  error.message.append("' in file ")
      .append(file_name)
      .append(" on line ")
      .append(std::to_string(line_at(bytes, offset)));
  error.message += ", but no encoding declared; see https://peps.python.org/pep-0263/ for details";
  return error;
}

SyntaxError null_byte(std::string_view bytes, std::size_t offset) {
  SyntaxError error;
  error.message = "source code cannot contain null bytes";
  error.line = line_at(bytes, offset);
  const std::size_t start = bytes.rfind('\n', offset);
  const std::size_t from = start == std::string_view::npos ? 0 : start + 1;
  error.text = bytes.substr(from, offset - from);
  error.end_line = error.line;
  return error;
}

}  // namespace

std::expected<Source, SyntaxError> Source::decode(std::string_view bytes, std::string_view file_name) {
  if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
  if (bytes.size() > kMaxBytes) {
    SyntaxError error;
    error.message = "Loopscope does not support a program of more than 256 MB";
    return std::unexpected(std::move(error));
  }
  for (std::size_t i = 0; i < bytes.size();) {
    if (bytes[i] == '\0') return std::unexpected(null_byte(bytes, i));
    const std::size_t length = utf8_valid_length(bytes.substr(i));
    if (length == 0) return std::unexpected(not_utf8(bytes, i, file_name));
    i += length;
  }
  Source source;
  source.text_.reserve(bytes.size() + 1);
  for (std::size_t i = 0; i < bytes.size(); i++) {
    if (bytes[i] != '\r') {
      source.text_ += bytes[i];
      continue;
    }
    source.text_ += '\n';
    if (i + 1 < bytes.size() && bytes[i + 1] == '\n') i++;
  }
  if (!source.text_.empty() && source.text_.back() != '\n') source.text_ += '\n';
  source.line_starts_.push_back(0);
  for (std::size_t i = 0; i < source.text_.size(); i++) {
    if (source.text_[i] == '\n') source.line_starts_.push_back(static_cast<std::uint32_t>(i + 1));
  }
  return source;
}

std::uint32_t Source::line_of(std::uint32_t offset) const {
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  return static_cast<std::uint32_t>(after - line_starts_.begin());
}

std::string_view Source::line_text(std::uint32_t line) const {
  if (line == 0 || line > line_count()) return {};
  const std::uint32_t from = line_starts_[line - 1];
  const std::size_t to = line < line_count() ? line_starts_[line] - 1 : text_.size();
  return std::string_view(text_).substr(from, to - from);
}

Place Source::place(std::uint32_t offset) const {
  Place place;
  place.line = line_of(offset);
  const std::uint32_t start = line_starts_[place.line - 1];
  place.byte_column = offset - start;
  place.column =
      static_cast<std::uint32_t>(code_points(std::string_view(text_).substr(start, place.byte_column)));
  return place;
}

}  // namespace loopscope::python
