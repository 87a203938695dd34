// Which characters of a line get ^ and ~, and when none are shown.
// Not here: where positions come from (code_object.cpp).
#include "core/python/source_carets.h"

#include <algorithm>
#include <cstring>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "core/python/unicode.h"

namespace loopscope::python {
namespace {

// Lines as code points: columns count characters.
using Line = std::u32string;

Line decode(std::string_view text) {
  Line line;
  while (!text.empty()) {
    line += decode_utf8(text);
    text.remove_prefix(std::min<std::size_t>(utf8_length(text[0]), text.size()));
  }
  return line;
}

std::size_t characters_before(std::string_view line, std::size_t bytes) {
  return decode(line.substr(0, std::min(bytes, line.size()))).size();
}

// East Asian wide characters take two places.
std::size_t width_of(char32_t c) {
  bool wide = (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xA960 && c <= 0xA97C) ||
              (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) ||
              (c >= 0xFF00 && c <= 0xFF60) || (c >= 0xFFE0 && c <= 0xFFE6) ||
              (c >= 0x1F300 && c <= 0x1F64F) || (c >= 0x1F900 && c <= 0x1F9FF) ||
              (c >= 0x20000 && c <= 0x3FFFD);
  return wide ? 2 : 1;
}

std::size_t display_width(const Line& line, std::size_t characters) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < std::min(characters, line.size()); ++i) width += width_of(line[i]);
  return width;
}

struct Anchor {
  std::size_t line = 0;
  std::size_t column = 0;
};
struct Anchors {
  Anchor left_end;
  Anchor right_start;
};

// A segment's characters with their nesting, strings blanked out.
struct Scanned {
  char32_t c;
  int depth;
  bool in_string;
  Anchor place;
};

std::vector<Scanned> scan(const std::vector<Line>& lines, std::size_t start, std::size_t end) {
  std::vector<Scanned> out;
  int depth = 0;
  char32_t quote = 0;
  for (std::size_t row = 0; row < lines.size(); ++row) {
    std::size_t from = row == 0 ? start : 0;
    std::size_t to = row + 1 == lines.size() ? std::min(end, lines[row].size()) : lines[row].size();
    for (std::size_t column = from; column < to; ++column) {
      char32_t c = lines[row][column];
      Anchor place{row, row == 0 ? column - start : column};
      if (quote != 0) {
        out.push_back({c, depth, true, place});
        if (c == U'\\') {
          if (++column < to) out.push_back({lines[row][column], depth, true, {row, place.column + 1}});
        } else if (c == quote) {
          quote = 0;
        }
        continue;
      }
      if (c == U'#') break;
      if (c == U'\'' || c == U'"') quote = c;
      if (c == U')' || c == U']' || c == U'}') --depth;
      out.push_back({c, depth, quote != 0, place});
      if (c == U'(' || c == U'[' || c == U'{') ++depth;
    }
  }
  return out;
}

// The bracket that opens what the segment's last character closes.
std::optional<Anchors> bracket_anchors(const std::vector<Scanned>& text, char32_t open, char32_t close) {
  if (text.empty() || text.back().in_string || text.back().c != close || text.back().depth != 0) return {};
  for (std::size_t i = text.size() - 1; i-- > 0;) {
    if (text[i].in_string || text[i].depth != 0 || text[i].c != open) continue;
    Anchor after = text.back().place;
    ++after.column;
    if (i == 0) return {};
    return Anchors{text[i].place, after};
  }
  return {};
}

int precedence(std::u32string_view op) {
  if (op == U"|") return 1;
  if (op == U"^") return 2;
  if (op == U"&") return 3;
  if (op == U"<<" || op == U">>") return 4;
  if (op == U"+" || op == U"-") return 5;
  if (op == U"**") return 7;
  return 6;
}

// The operator that was applied last: the one that binds least, the rightmost of equals (the leftmost of **).
std::optional<Anchors> operator_anchors(const std::vector<Scanned>& text) {
  std::optional<Anchors> best;
  int best_precedence = 100;
  bool operand_before = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const Scanned& at = text[i];
    if (at.c == U' ' || at.c == U'\t') continue;
    bool is_sign =
        at.depth == 0 && !at.in_string && at.c < 128 && std::strchr("+-*/%@<>&|^", static_cast<char>(at.c));
    if (!is_sign) {
      operand_before = true;
      continue;
    }
    std::u32string op(1, at.c);
    if (i + 1 < text.size() && text[i + 1].c == at.c &&
        (at.c == U'*' || at.c == U'/' || at.c == U'<' || at.c == U'>')) {
      op += text[++i].c;
    }
    if (!operand_before) continue;
    operand_before = false;
    int level = precedence(op);
    if (level > best_precedence || (level == best_precedence && level == 7)) continue;
    best_precedence = level;
    Anchor after = at.place;
    after.column += op.size();
    best = Anchors{at.place, after};
  }
  return best;
}

std::optional<Anchors> find_anchors(const std::vector<Scanned>& text, Opcode opcode) {
  switch (opcode) {
    case Opcode::CALL:
    case Opcode::CALL_KW:
    case Opcode::CALL_EX:
      return bracket_anchors(text, U'(', U')');
    case Opcode::BINARY_SUBSCR:
    case Opcode::BINARY_SLICE:
      return bracket_anchors(text, U'[', U']');
    case Opcode::BINARY_ADD:
    case Opcode::BINARY_SUBTRACT:
    case Opcode::BINARY_MULTIPLY:
    case Opcode::BINARY_OP:
    case Opcode::ADD_INT:
    case Opcode::SUBTRACT_INT:
      return operator_anchors(text);
    default:
      return {};
  }
}

bool is_blank(char32_t c) { return c == U' ' || c == U'\t' || c == U'\f'; }

bool only_blanks(const Line& line, std::size_t from, std::size_t to) {
  return std::all_of(line.begin() + static_cast<std::ptrdiff_t>(std::min(from, line.size())),
                     line.begin() + static_cast<std::ptrdiff_t>(std::min(to, line.size())), is_blank);
}

// `return f(...)` with a plain name, or `x = ...(...)`, whose call is what failed: the line says it all.
bool is_plain_call_statement(const std::vector<Line>& lines, std::size_t start, std::size_t end,
                             Opcode opcode) {
  if (opcode != Opcode::CALL && opcode != Opcode::CALL_KW && opcode != Opcode::CALL_EX) return false;
  if (end != lines.back().size() || start == 0) return false;
  std::u32string_view before(lines[0].data(), start);
  if (before == U"return ") {
    for (std::size_t i = start; i < lines[0].size() && lines[0][i] != U'('; ++i) {
      char32_t c = lines[0][i];
      if (c == U'.' || c == U'[' || c == U' ') return false;
    }
    return true;
  }
  while (!before.empty() && before.back() == U' ') before.remove_suffix(1);
  if (before.empty() || before.back() != U'=') return false;
  before.remove_suffix(1);
  if (before.empty()) return false;
  return before.back() != U'+' && before.back() != U'-' && before.back() != U'*' && before.back() != U'/' &&
         before.back() != U':' && before.find(U'(') == std::u32string_view::npos &&
         before.find(U':') == std::u32string_view::npos;
}

std::size_t indent_of(const Line& line) {
  std::size_t indent = 0;
  while (indent < line.size() && is_blank(line[indent])) ++indent;
  return indent;
}

}  // namespace

std::string source_with_carets(std::span<const std::string> lines, const SourcePosition& position,
                               Opcode opcode) {
  auto first = static_cast<std::size_t>(position.line);
  if (first == 0 || first > lines.size()) return {};
  std::size_t last =
      std::clamp<std::size_t>(static_cast<std::size_t>(position.end_line), first, lines.size());
  std::vector<Line> shown;
  for (std::size_t line = first; line <= last; ++line) shown.push_back(decode(lines[line - 1]));
  std::size_t start = characters_before(lines[first - 1], static_cast<std::size_t>(position.column));
  std::size_t end = characters_before(lines[last - 1], static_cast<std::size_t>(position.end_column));
  std::size_t dedent = ~std::size_t{0};
  for (const Line& line : shown) {
    if (indent_of(line) != line.size()) dedent = std::min(dedent, indent_of(line));
  }
  if (dedent == ~std::size_t{0}) return {};
  for (Line& line : shown) {
    line.erase(0, std::min(dedent, line.size()));
    while (!line.empty() && (is_blank(line.back()) || line.back() == U'\r')) line.pop_back();
  }
  start = start > dedent ? start - dedent : 0;
  end = end > dedent ? end - dedent : 0;
  std::vector<Scanned> text = scan(shown, start, end);
  std::optional<Anchors> anchors = find_anchors(text, opcode);
  bool carets = position.end_column > 0 && !is_plain_call_statement(shown, start, end, opcode);
  if (carets && !anchors) {
    carets = !only_blanks(shown.front(), 0, start) || !only_blanks(shown.back(), end, shown.back().size());
  }
  std::set<std::size_t> significant = {0, shown.size() - 1};
  if (anchors) {
    for (const Anchor& anchor : {anchors->left_end, anchors->right_start}) {
      for (std::size_t row = anchor.line == 0 ? 0 : anchor.line - 1;
           row <= anchor.line + 1 && row < shown.size(); ++row) {
        significant.insert(row);
      }
    }
    if (anchors->left_end.line == 0) anchors->left_end.column += start;
    if (anchors->right_start.line == 0) anchors->right_start.column += start;
  }
  std::string out;
  auto inside = [&](std::size_t row, std::size_t column) {
    const Anchor& left = anchors->left_end;
    const Anchor& right = anchors->right_start;
    return (row > left.line || (row == left.line && column >= left.column)) &&
           (row < right.line || (row == right.line && column < right.column));
  };
  auto output_line = [&](std::size_t row) {
    const Line& line = shown[row];
    out += "    ";
    for (char32_t c : line) append_utf8(out, c);
    out += '\n';
    if (!carets) return;
    out += "    ";
    std::size_t stop = row + 1 == shown.size() ? std::min(end, line.size()) : line.size();
    for (std::size_t column = 0; column < stop; ++column) {
      bool before = column < indent_of(line) || (row == 0 && column < start);
      char mark = before ? ' ' : !anchors ? '^' : inside(row, column) ? '^' : '~';
      out.append(display_width(line, column + 1) - display_width(line, column), mark);
    }
    out += '\n';
  };
  std::size_t previous = 0;
  for (std::size_t row : significant) {
    if (row != 0) {
      std::size_t gap = row - previous;
      if (gap == 2) output_line(row - 1);
      if (gap > 2) out += "    ...<" + std::to_string(gap - 1) + " lines>...\n";
    }
    output_line(row);
    previous = row;
  }
  return out;
}

}  // namespace loopscope::python
