// A scenario: one text in the percent format, cut into the programs that it holds.
// Not for: compiling or running them (session.h).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace loopscope::session {

// Lines count from 1 and are those of the whole text.
struct ScenarioProgram {
  std::string label;          // unique within the scenario
  int first_line = 1;         // the marker's line; 1 where there is no marker
  int last_line = 1;          // the last line of its own text
  bool uses_asyncio = false;  // imports it, itself or in the shared text
  // What is compiled: the shared text, an empty line for every line of other programs and of text cells, its
  // own text.
  std::string text;
};

struct Scenario {
  std::vector<ScenarioProgram> programs;  // at least one
};

// `# %% label` at the start of a line, outside of strings, starts a program; what stands before the first
// marker is shared. Cells marked [markdown], [md] or [raw] are text. A text without a program's marker is one
// program with the label "program 1". Any text is a scenario; whether it is Python the compiler says.
Scenario split_scenario(std::string_view text);

// The label of the first program before `program` that defines `name` at its top level, while neither the
// shared text nor `program` does; empty where there is none. For the hint beside a NameError.
std::string earlier_program_that_defines(const Scenario& scenario, std::size_t program,
                                         std::string_view name);

}  // namespace loopscope::session
