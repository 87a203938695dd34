// compile: a program's text to code, or to the error that CPython 3.13 shows for it. The whole front end in
// one call. Not for: running code (vm.h).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/python/code.h"
#include "core/python/syntax_error.h"

namespace loopscope::python {

struct CompileOptions {
  std::string_view file_name = "<string>";  // as tracebacks show it
  std::uint32_t flags = 0;                  // all its code objects carry: kCodeLibrary, kCodeNative
};

struct CompileResult {
  std::shared_ptr<const CodeData> code;  // null where `error` is set
  std::optional<SyntaxError> error;
  std::vector<SyntaxWarning> warnings;  // to be printed before anything runs, with an error, too
};

// Any bytes are fine as `source`. Positions are those of the text given: a scenario keeps its lines by blank
// ones.
CompileResult compile(std::string_view source, const CompileOptions& options);

}  // namespace loopscope::python
