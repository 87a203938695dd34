// Whole files in and out, with errors in words.
// Not for: the script, which sees no files.
#pragma once

#include <expected>
#include <string>
#include <string_view>

namespace loopscope::cli {

// "-": standard input. The error names the file and why.
std::expected<std::string, std::string> read_file(const std::string& name);
// Empty: written; else what went wrong.
std::string write_file(const std::string& name, std::string_view text);

}  // namespace loopscope::cli
