// The syntax tree as text, one line per statement: for tests and for looking at what the parser made. Not
// for: users.
#pragma once

#include <string>

#include "core/python/ast_statement.h"
#include "core/python/source.h"

namespace loopscope::python {

// Kind(field, ...); a list in [...], what is not there as -. With `places` each node is followed by
// @line:column-line:column, in bytes of UTF-8.
std::string dump_ast(const SyntaxTree& module, const Source& source, bool places);

}  // namespace loopscope::python
