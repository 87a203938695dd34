// The lines of a traceback as CPython 3.13 prints them: places, source lines, carets, repetitions counted.
// Not here: collecting the frames of an exception, and what stands before and after them
// (Vm::format_exception).
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/python/code.h"

namespace loopscope::python {

// One frame that an exception went through. All views are borrowed.
struct TracebackFrame {
  std::string_view file_name;
  std::string_view function_name;  // "<module>", "main"
  SourcePosition position;         // of the instruction; line 0: nothing is known
  // The file's lines without their ends; empty where the text is not known.
  std::span<const std::string> source_lines;
};

// `frames` from the outermost to the one that raised. Each line ends with '\n'. The heading is not included.
std::string traceback_text(std::span<const TracebackFrame> frames);

// How many columns a terminal gives the text: 2 for wide characters (Hangul, CJK, emoji).
std::size_t display_width(std::string_view utf8);

}  // namespace loopscope::python
