// The native command: `loopscope run`, `check`, `disassemble`.
// Not for: anything that the engine in a page needs, too (core/session).
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "core/cli/arguments.h"
#include "core/cli/files.h"
#include "core/cli/run_command.h"
#include "core/session/disassembly.h"
#include "core/session/session.h"

namespace {

using namespace loopscope;

constexpr int kWrongCommandLine = 2;

void print(std::FILE* stream, std::string_view text) { std::fwrite(text.data(), 1, text.size(), stream); }

int complain(std::string_view text) {
  print(stderr, "loopscope: " + std::string(text) + "\n");
  return kWrongCommandLine;
}

int check(const std::string& name, std::string_view text) {
  std::vector<session::Diagnostic> diagnostics = session::check(text);
  for (const session::Diagnostic& diagnostic : diagnostics) {
    print(stdout, name + ":" + std::to_string(diagnostic.line) + ":" + std::to_string(diagnostic.column) +
                      ": " + diagnostic.message + "\n");
  }
  return diagnostics.empty() ? 0 : 1;
}

int disassemble(const std::string& name, std::string_view text) {
  auto listing = session::disassembly(text, name);
  print(listing ? stdout : stderr, listing ? *listing : listing.error());
  return listing ? 0 : 1;
}

}  // namespace

int main(int count, char** words) {
  std::vector<std::string_view> list(words + (count > 0 ? 1 : 0), words + count);
  auto arguments = cli::parse_arguments(list);
  if (!arguments) {
    int status = complain(arguments.error());
    print(stderr, cli::usage());
    return status;
  }
  if (arguments->command == cli::Command::Help) return print(stdout, cli::usage()), 0;
  if (arguments->command == cli::Command::Version) return print(stdout, "loopscope 0.1.0\n"), 0;

  auto text = cli::read_file(arguments->file);
  if (!text) return complain(text.error());
  std::string name = arguments->file == "-" ? "<stdin>" : arguments->file;
  switch (arguments->command) {
    case cli::Command::Check:
      return check(name, *text);
    case cli::Command::Disassemble:
      return disassemble(name, *text);
    default:
      return cli::run_command(*arguments, *text);
  }
}
