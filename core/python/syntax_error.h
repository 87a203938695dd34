// SyntaxError: one error of the compiler as a value: kind, message and place, and its text as `python3 FILE`
// prints it. Not for: errors of a running program, those are exceptions of the VM.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace loopscope::python {

enum class SyntaxErrorKind : std::uint8_t {
  Syntax,
  Indentation,
  Tab,
  // The two that CPython raises for a text that is too deep; they carry no place.
  Memory,
  Recursion,
};

// "SyntaxError", "IndentationError", "TabError", "MemoryError" or "RecursionError".
std::string_view syntax_error_class(SyntaxErrorKind kind);

struct SyntaxError {
  SyntaxErrorKind kind = SyntaxErrorKind::Syntax;
  std::string message;
  // Lines and columns count from 1, columns in code points. line 0: no place. column 0: the line without a
  // caret. end_column 0: one caret. A range is [column, end_column).
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t end_line = 0;
  std::uint32_t end_column = 0;
  // The whole line of the text that `line` names, without its end.
  std::string text;
};

// What CPython prints on stderr while it compiles, and compiles on: an unknown escape, `is` with a literal.
struct SyntaxWarning {
  std::string message;
  std::uint32_t line = 0;
  std::string text;
};

// The lines that CPython 3.13 prints for it, each ended by '\n'.
std::string format_syntax_error(const SyntaxError& error, std::string_view file_name);
std::string format_syntax_warning(const SyntaxWarning& warning, std::string_view file_name);

}  // namespace loopscope::python
