// What type an expression has beyond doubt, by its form alone, for warnings about wrong calls and subscripts.
// Not for: giving the warnings (compiler_calls.cpp, compiler_expressions.cpp).
#pragma once

#include <string_view>

#include "core/python/ast.h"

namespace loopscope::python {

// "int", "list", "function" ... Empty: only the run can tell.
std::string_view literal_type(const Expr* expression);

}  // namespace loopscope::python
