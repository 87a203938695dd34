// Errors of the compiler and of a run as diagnostics: places in lines and columns that people count.
// Not for: their texts on stderr (core/python).
#pragma once

#include <string>
#include <string_view>

#include "core/python/code.h"
#include "core/python/syntax_error.h"
#include "core/session/session.h"

namespace loopscope::session {

Diagnostic diagnostic_of(const python::SyntaxError& error);
// `position` counts bytes of `source`'s lines.
Diagnostic diagnostic_of(std::string_view message, const python::SourcePosition& position,
                         std::string_view source);

}  // namespace loopscope::session
