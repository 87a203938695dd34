// The command line as values.
// Not for: doing what it says (main.cpp, run_command.cpp).
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace loopscope::cli {

enum class Command : std::uint8_t { Run, Check, Disassemble, Help, Version };

struct Arguments {
  Command command = Command::Help;
  std::string file;  // "-": standard input
  bool real_clock = false;
  bool blocking = false;
  std::optional<std::string> program;  // a label; empty: all
  std::uint64_t seed = 1;
  std::uint32_t cpu_ns = 0;
  std::string summary_file;  // "": none
  std::string trace_file;    // "": none
};

// `words`: without the command's own name. The error says what is wrong; the usage belongs below it.
std::expected<Arguments, std::string> parse_arguments(std::span<const std::string_view> words);

std::string_view usage();

}  // namespace loopscope::cli
