// `loopscope run`: the programs of a scenario, one after the other.
// Not for: reading the command line (arguments.h).
#pragma once

#include <string_view>

#include "core/cli/arguments.h"

namespace loopscope::cli {

// The exit status: that of the first program that fails.
int run_command(const Arguments& arguments, std::string_view text);

}  // namespace loopscope::cli
