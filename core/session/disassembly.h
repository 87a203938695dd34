// The compiled form of a scenario's programs as text, for `loopscope disassemble`.
// Not for: what instructions mean (core/python/opcodes.h).
#pragma once

#include <expected>
#include <string>
#include <string_view>

namespace loopscope::session {

// Several programs stand under a line `== label` each. The error is what is to be printed on stderr.
std::expected<std::string, std::string> disassembly(std::string_view text, std::string_view file_name);

}  // namespace loopscope::session
