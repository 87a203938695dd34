// Options may stand before or behind the file; `--option value` and `--option=value` are the same.
// Not for: files, they are opened by those who read them.
#include "core/cli/arguments.h"

#include <charconv>

namespace loopscope::cli {
namespace {

using Error = std::unexpected<std::string>;

std::optional<Command> command_named(std::string_view word) {
  if (word == "run") return Command::Run;
  if (word == "check") return Command::Check;
  if (word == "disassemble") return Command::Disassemble;
  if (word == "help" || word == "--help" || word == "-h") return Command::Help;
  if (word == "version" || word == "--version") return Command::Version;
  return std::nullopt;
}

template <class Number>
bool read_number(std::string_view text, Number& number) {
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

// One option of `run`. Empty: fine; else what is wrong.
std::string take_option(Arguments& arguments, std::string_view name, std::string_view value) {
  auto wrong = [&](std::string_view expected) {
    return std::string(name) + " wants " + std::string(expected) + ", not '" + std::string(value) + "'";
  };
  if (name == "--clock") {
    if (value != "virtual" && value != "real") return wrong("virtual or real");
    arguments.real_clock = value == "real";
  } else if (name == "--mode") {
    if (value != "as-written" && value != "blocking") return wrong("as-written or blocking");
    arguments.blocking = value == "blocking";
  } else if (name == "--program") {
    arguments.program = std::string(value);
  } else if (name == "--seed") {
    if (!read_number(value, arguments.seed)) return wrong("a whole number from 0");
  } else if (name == "--cpu") {
    if (!read_number(value, arguments.cpu_ns)) return wrong("nanoseconds, a whole number from 0");
  } else if (name == "--summary") {
    if (value.empty()) return wrong("a file");
    arguments.summary_file = value;
  } else if (name == "--trace") {
    if (value.empty()) return wrong("a file");
    arguments.trace_file = value;
  } else {
    return "there is no option " + std::string(name);
  }
  return "";
}

}  // namespace

std::expected<Arguments, std::string> parse_arguments(std::span<const std::string_view> words) {
  Arguments arguments;
  if (words.empty()) return Error("a command is missing");
  std::optional<Command> command = command_named(words[0]);
  if (!command) return Error("there is no command '" + std::string(words[0]) + "'");
  arguments.command = *command;
  if (*command == Command::Help || *command == Command::Version) return arguments;

  for (std::size_t i = 1; i < words.size(); ++i) {
    std::string_view word = words[i];
    if (!word.starts_with("--")) {
      if (!arguments.file.empty())
        return Error("one file at a time: '" + std::string(word) + "' is one too many");
      arguments.file = word;
      continue;
    }
    if (*command != Command::Run) return Error(std::string(words[0]) + " takes no options");
    std::size_t equals = word.find('=');
    std::string_view name = word.substr(0, equals);
    std::string_view value;
    if (equals != word.npos) {
      value = word.substr(equals + 1);
    } else if (i + 1 < words.size()) {
      value = words[++i];
    } else {
      return Error(std::string(name) + " wants a value");
    }
    if (std::string wrong = take_option(arguments, name, value); !wrong.empty()) return Error(wrong);
  }
  if (arguments.file.empty()) return Error("a file is missing; - is standard input");
  return arguments;
}

std::string_view usage() {
  return "usage: loopscope run [--clock virtual|real] [--mode as-written|blocking] [--program LABEL]\n"
         "                     [--seed N] [--cpu NS] [--summary FILE] [--trace FILE] FILE|-\n"
         "       loopscope check FILE\n"
         "       loopscope disassemble FILE\n";
}

}  // namespace loopscope::cli
