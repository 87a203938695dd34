// The text of a compile error, laid out as CPython's traceback module does it. Not for: finding the error.
#include "core/python/syntax_error.h"

#include <algorithm>

#include "core/python/unicode.h"

namespace loopscope::python {

namespace {

// The caret line under `line` (already without its end): blanks keep their tabs, so that carets stand under
// the text.
void append_carets(std::string& out, std::string_view stripped, std::size_t from, std::size_t to) {
  std::size_t offset = 0;
  for (std::size_t i = 0; i < from; i++) {
    char blank = ' ';
    if (offset < stripped.size()) {
      if (stripped[offset] == '\t' || stripped[offset] == '\f') blank = stripped[offset];
      offset += utf8_length(stripped[offset]);
    }
    out += blank;
  }
  out.append(to > from ? to - from : 1, '^');
}

}  // namespace

std::string_view syntax_error_class(SyntaxErrorKind kind) {
  switch (kind) {
    case SyntaxErrorKind::Syntax:
      return "SyntaxError";
    case SyntaxErrorKind::Indentation:
      return "IndentationError";
    case SyntaxErrorKind::Tab:
      return "TabError";
    case SyntaxErrorKind::Memory:
      return "MemoryError";
    case SyntaxErrorKind::Recursion:
      return "RecursionError";
  }
  return "SyntaxError";
}

std::string format_syntax_error(const SyntaxError& error, std::string_view file_name) {
  std::string out;
  if (error.line != 0) {
    out.append("  File \"").append(file_name).append("\", line ").append(std::to_string(error.line)) += '\n';
    std::string_view line = error.text;
    std::size_t spaces = 0;
    while (spaces < line.size() && (line[spaces] == ' ' || line[spaces] == '\f')) spaces++;
    const std::string_view stripped = line.substr(spaces);
    out.append("    ").append(stripped) += '\n';
    // One more than the text: CPython counts the line's end.
    const std::size_t length = code_points(line) + 1;
    const std::size_t offset = std::min<std::size_t>(error.column, length);
    std::size_t end = error.end_column != 0 ? error.end_column : offset;
    if (error.end_line != error.line) end = length;
    end = std::min(end, length);
    if (offset >= end) end = offset + 1;
    if (offset > spaces) {
      out += "    ";
      append_carets(out, stripped, offset - 1 - spaces, end - 1 - spaces);
      out += '\n';
    }
  }
  out += syntax_error_class(error.kind);
  if (!error.message.empty()) out.append(": ").append(error.message);
  out += '\n';
  return out;
}

std::string format_syntax_warning(const SyntaxWarning& warning, std::string_view file_name) {
  std::string out;
  out.append(file_name).append(":").append(std::to_string(warning.line)).append(": SyntaxWarning: ");
  out.append(warning.message) += '\n';
  const std::size_t first = warning.text.find_first_not_of(" \t\f");
  if (first != std::string::npos) {
    const std::size_t last = warning.text.find_last_not_of(" \t\f");
    out.append("  ").append(warning.text.substr(first, last + 1 - first)) += '\n';
  }
  return out;
}

}  // namespace loopscope::python
