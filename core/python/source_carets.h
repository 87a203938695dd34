// The source lines of a traceback entry and the ^^^^ below them, by CPython 3.13's rules.
// Not here: the rest of a traceback (traceback_text.cpp).
#pragma once

#include <span>
#include <string>

#include "core/python/code.h"

namespace loopscope::python {

// Lines indented by four blanks, each ended by '\n'. `lines` are those of the whole file; `opcode` is the
// instruction at the position: it tells which operator the marks are around. Empty where the file has no such
// line.
std::string source_with_carets(std::span<const std::string> lines, const SourcePosition& position,
                               Opcode opcode);

}  // namespace loopscope::python
