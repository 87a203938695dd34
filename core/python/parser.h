// Parser: a program's text to its syntax tree, or to the error that CPython 3.13 shows. Not for: what names
// mean (scope.h), and errors that need to know it.
#pragma once

#include <expected>
#include <vector>

#include "core/python/ast_statement.h"
#include "core/python/source.h"
#include "core/python/syntax_error.h"

namespace loopscope::python {

// Reads the text at most twice: once for the tree; where that fails, again with the rules that only name
// errors, as CPython does. Time is linear in the text, the depth of recursion bounded. `source` must outlive
// the tree. Warnings are added in the order of the text.
std::expected<SyntaxTree, SyntaxError> parse(const Source& source, std::vector<SyntaxWarning>& warnings);

}  // namespace loopscope::python
