// Finds markers line by line; of Python it knows only where strings begin and end.
// Not for: judging the text; an unfinished string simply lasts to the end.
#include "core/session/scenario.h"

#include <algorithm>
#include <optional>

namespace loopscope::session {
namespace {

struct Marker {
  std::string label;
  bool is_text = false;  // a [markdown] cell or such
};

struct Line {
  std::string_view text;  // with its end of line
  bool starts_in_string = false;
};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f'; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

bool is_name_character(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

// Follows strings from line to line.
class StringScanner {
 public:
  bool in_string() const { return quotes_ > 0; }

  void pass(std::string_view line) {
    for (std::size_t i = 0; i < line.size(); ++i) {
      char c = line[i];
      if (quotes_ > 0) {
        if (c == '\\') {
          // An escaped end of line lets a short string go on; "\r\n" is one end of line.
          if (i + 2 < line.size() && line[i + 1] == '\r') ++i;
          ++i;
        } else if (c == quote_ && (quotes_ == 1 || line.substr(i).starts_with(std::string(3, quote_)))) {
          i += static_cast<std::size_t>(quotes_) - 1;
          quotes_ = 0;
        } else if (quotes_ == 1 && (c == '\n' || c == '\r')) {
          quotes_ = 0;  // the compiler will complain
        }
      } else if (c == '#') {
        return;
      } else if (c == '"' || c == '\'') {
        quote_ = c;
        quotes_ = line.substr(i).starts_with(std::string(3, c)) ? 3 : 1;
        i += static_cast<std::size_t>(quotes_) - 1;
      }
    }
  }

 private:
  char quote_ = '"';
  int quotes_ = 0;  // 0: outside, 1: a short string, 3: a long one
};

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  StringScanner scanner;
  while (!text.empty()) {
    std::size_t end = text.find_first_of("\r\n");
    if (end == text.npos) {
      end = text.size();
    } else {
      end += text.substr(end).starts_with("\r\n") ? 2 : 1;
    }
    lines.push_back({text.substr(0, end), scanner.in_string()});
    scanner.pass(lines.back().text);
    text.remove_prefix(end);
  }
  return lines;
}

// Cuts ` key="value"` pairs, Jupytext's metadata, off the end of a title.
std::string_view without_metadata(std::string_view title) {
  while (title.ends_with('"')) {
    std::size_t open = title.rfind("=\"", title.size() - 2);
    if (open == title.npos) break;
    std::size_t key = open;
    while (key > 0 && is_name_character(title[key - 1])) --key;
    if (key == open || (key > 0 && !is_blank(title[key - 1]))) break;
    title = trimmed(title.substr(0, key));
  }
  return title;
}

std::optional<Marker> marker_of(const Line& line) {
  std::string_view rest = line.text;
  if (line.starts_in_string || !rest.starts_with('#')) return std::nullopt;
  rest.remove_prefix(1);
  while (rest.starts_with(' ') || rest.starts_with('\t')) rest.remove_prefix(1);
  if (!rest.starts_with("%%")) return std::nullopt;
  while (rest.starts_with('%'))
    rest.remove_prefix(1);  // %%% is a cell within a cell: a program like any other
  if (!rest.empty() && !is_blank(rest.front())) return std::nullopt;  // %%time is a notebook's magic
  std::string_view title = without_metadata(trimmed(rest));
  Marker marker;
  for (std::string_view type : {"[markdown]", "[md]", "[raw]", "[code]"}) {
    if (!title.ends_with(type)) continue;
    marker.is_text = type != "[code]";
    title = trimmed(title.substr(0, title.size() - type.size()));
    break;
  }
  marker.label = title;
  return marker;
}

bool imports_asyncio(const Line& line) {
  std::string_view text = trimmed(line.text);
  if (line.starts_in_string || !(text.starts_with("import ") || text.starts_with("from "))) return false;
  constexpr std::string_view kName = "asyncio";
  std::size_t at = text.find(kName);
  if (at == text.npos || is_name_character(text[at - 1])) return false;
  return at + kName.size() == text.size() || !is_name_character(text[at + kName.size()]);
}

// The name that a line at the left margin defines, if it is an assignment, a def, a class or a plain import.
std::string_view defined_name(const Line& line) {
  std::string_view text = line.text;
  if (line.starts_in_string) return {};
  bool certain = false;
  for (std::string_view keyword : {"async def ", "def ", "class ", "import "}) {
    if (text.starts_with(keyword)) {
      text = trimmed(text.substr(keyword.size()));
      certain = true;
      break;
    }
  }
  std::size_t length = 0;
  while (length < text.size() && is_name_character(text[length])) ++length;
  std::string_view rest = trimmed(text.substr(length));
  bool assigned = (rest.starts_with('=') && !rest.starts_with("==")) || rest.starts_with(':');
  return certain || assigned ? text.substr(0, length) : std::string_view();
}

std::vector<std::string_view> defined_names(std::string_view text) {
  std::vector<std::string_view> names;
  for (const Line& line : lines_of(text)) {
    if (std::string_view name = defined_name(line); !name.empty()) names.push_back(name);
  }
  return names;
}

bool defines(std::string_view text, std::string_view name) {
  std::vector<std::string_view> names = defined_names(text);
  return std::ranges::find(names, name) != names.end();
}

void make_label_unique(const Scenario& scenario, std::string& label) {
  auto taken = [&](const std::string& candidate) {
    return std::ranges::any_of(scenario.programs,
                               [&](const auto& program) { return program.label == candidate; });
  };
  if (!taken(label)) return;
  int number = 2;
  while (taken(label + " (" + std::to_string(number) + ")")) ++number;
  label += " (" + std::to_string(number) + ")";
}

}  // namespace

Scenario split_scenario(std::string_view text) {
  std::vector<Line> lines = lines_of(text);
  std::vector<std::optional<Marker>> markers;
  for (const Line& line : lines) markers.push_back(marker_of(line));
  auto first_marker = static_cast<std::size_t>(
      std::ranges::find_if(markers, [](const auto& marker) { return marker.has_value(); }) - markers.begin());

  std::string shared;
  bool shared_uses_asyncio = false;
  for (std::size_t i = 0; i < first_marker; ++i) {
    shared += lines[i].text;
    shared_uses_asyncio |= imports_asyncio(lines[i]);
  }

  Scenario scenario;
  for (std::size_t begin = first_marker; begin < lines.size();) {
    std::size_t end = begin + 1;
    while (end < lines.size() && !markers[end]) ++end;
    if (!markers[begin]->is_text) {
      ScenarioProgram program;
      program.label = markers[begin]->label;
      if (program.label.empty()) program.label = "program " + std::to_string(scenario.programs.size() + 1);
      make_label_unique(scenario, program.label);
      program.first_line = static_cast<int>(begin) + 1;
      program.last_line = static_cast<int>(end);
      program.uses_asyncio = shared_uses_asyncio;
      program.text = shared + std::string(begin - first_marker, '\n');
      for (std::size_t i = begin; i < end; ++i) {
        program.text += lines[i].text;
        program.uses_asyncio |= imports_asyncio(lines[i]);
      }
      scenario.programs.push_back(std::move(program));
    }
    begin = end;
  }
  if (scenario.programs.empty()) {
    ScenarioProgram program;
    program.label = "program 1";
    program.last_line = std::max(1, static_cast<int>(lines.size()));
    program.uses_asyncio = shared_uses_asyncio;
    program.text = shared;
    scenario.programs.push_back(std::move(program));
  }
  return scenario;
}

std::string earlier_program_that_defines(const Scenario& scenario, std::size_t program,
                                         std::string_view name) {
  if (program >= scenario.programs.size() || defines(scenario.programs[program].text, name)) return "";
  for (std::size_t i = 0; i < program; ++i) {
    if (defines(scenario.programs[i].text, name)) return scenario.programs[i].label;
  }
  return "";
}

}  // namespace loopscope::session
