// Turns byte offsets into columns, and checks whole scenarios.
// Not for: running anything.
#include "core/session/diagnostics.h"

#include <algorithm>

#include "core/python/compiler.h"
#include "core/python/disassemble.h"
#include "core/session/disassembly.h"

namespace loopscope::session {
namespace {

std::string_view line_of(std::string_view source, int line) {
  for (; line > 1; --line) {
    std::size_t end = source.find('\n');
    if (end == source.npos) return {};
    source.remove_prefix(end + 1);
  }
  return source.substr(0, source.find('\n'));
}

// The column, from 1, of a byte offset.
int column_at(std::string_view line, int offset) {
  std::string_view before = line.substr(0, static_cast<std::size_t>(std::max(offset, 0)));
  auto continues = [](char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; };
  return static_cast<int>(before.size()) - static_cast<int>(std::ranges::count_if(before, continues)) + 1;
}

}  // namespace

Diagnostic diagnostic_of(const python::SyntaxError& error) {
  Diagnostic diagnostic;
  diagnostic.line = static_cast<int>(std::max(error.line, 1u));
  diagnostic.column = static_cast<int>(std::max(error.column, 1u));
  diagnostic.end_line = static_cast<int>(std::max(error.end_line, error.line));
  diagnostic.end_column = static_cast<int>(error.end_column);
  if (diagnostic.end_line < diagnostic.line) diagnostic.end_line = diagnostic.line;
  bool empty = diagnostic.end_line == diagnostic.line && diagnostic.end_column <= diagnostic.column;
  if (empty || diagnostic.end_column < 1) diagnostic.end_column = diagnostic.column + 1;
  diagnostic.message = std::string(python::syntax_error_class(error.kind));
  if (!error.message.empty()) diagnostic.message += ": " + error.message;
  return diagnostic;
}

Diagnostic diagnostic_of(std::string_view message, const python::SourcePosition& position,
                         std::string_view source) {
  Diagnostic diagnostic;
  diagnostic.message = message;
  if (position.line < 1) return diagnostic;
  diagnostic.line = position.line;
  diagnostic.end_line = std::max(position.end_line, position.line);
  diagnostic.column = column_at(line_of(source, diagnostic.line), position.column);
  diagnostic.end_column = column_at(line_of(source, diagnostic.end_line), position.end_column);
  return diagnostic;
}

std::vector<Diagnostic> check(std::string_view text) {
  std::vector<Diagnostic> diagnostics;
  for (const ScenarioProgram& program : split_scenario(text).programs) {
    python::CompileResult compiled = python::compile(program.text, {});
    if (!compiled.error) continue;
    Diagnostic diagnostic = diagnostic_of(*compiled.error);
    // An error in the shared text is every program's: it is shown once.
    auto same = [&](const Diagnostic& other) {
      return other.line == diagnostic.line && other.column == diagnostic.column &&
             other.message == diagnostic.message;
    };
    if (std::ranges::none_of(diagnostics, same)) diagnostics.push_back(std::move(diagnostic));
  }
  return diagnostics;
}

std::expected<std::string, std::string> disassembly(std::string_view text, std::string_view file_name) {
  std::string listing;
  Scenario scenario = split_scenario(text);
  for (const ScenarioProgram& program : scenario.programs) {
    python::CompileResult compiled = python::compile(program.text, {.file_name = file_name});
    if (compiled.error) return std::unexpected(python::format_syntax_error(*compiled.error, file_name));
    if (scenario.programs.size() > 1) listing += "== " + program.label + "\n";
    listing += python::disassemble(*compiled.code);
  }
  return listing;
}

}  // namespace loopscope::session
