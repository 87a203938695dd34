// Which part of a source segment a traceback underlines with ^ and which with ~: the operator, the brackets.
// Not here: drawing (traceback_text.h).
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace loopscope::python {

// Byte offsets into the segment: [left, right) gets ^, the rest ~.
struct CaretAnchors {
  std::size_t left = 0;
  std::size_t right = 0;
};

// `segment`: the text of one instruction, maybe of several lines. Nothing where it is not an expression whose
// outermost node is a binary operator, a subscript or a call. The rule is CPython 3.13's Lib/traceback.py.
std::optional<CaretAnchors> caret_anchors(std::string_view segment);

// True where `statement` (whole lines) is `return name(...)` or `target = call(...)` and [begin, end) is just
// that call: a caret line would underline everything and say nothing.
bool is_plain_call_statement(std::string_view statement, std::size_t begin, std::size_t end);

}  // namespace loopscope::python
