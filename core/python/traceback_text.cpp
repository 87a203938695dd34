// Tracebacks' lines, by the rules of CPython 3.13's Lib/traceback.py (format_frame_summary,
// StackSummary.format). Not here: which frames there are (vm_traceback.cpp).
#include "core/python/traceback_text.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <vector>

#include "core/python/caret_anchors.h"

namespace loopscope::python {
namespace {

// After so many equal frames in a row the rest is only counted.
constexpr int kRecursiveCutoff = 3;

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\f\r") == std::string_view::npos; }

std::size_t indentation(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t");
  return first == std::string_view::npos ? line.size() : first;
}

// Takes off the white space that all lines with text begin with; lines of white space only become empty.
void dedent(std::vector<std::string>& lines) {
  std::optional<std::string> margin;
  for (const std::string& line : lines) {
    if (is_blank(line)) continue;
    const std::string_view own = std::string_view(line).substr(0, indentation(line));
    if (!margin) {
      margin = std::string(own);
    } else {
      const auto [end, unused] = std::ranges::mismatch(*margin, own);
      margin->erase(end, margin->end());
    }
  }
  for (std::string& line : lines) line.erase(0, is_blank(line) ? line.size() : margin.value_or("").size());
}

// The code point that begins at `offset`: its bytes.
std::size_t bytes_at(std::string_view text, std::size_t offset) {
  std::size_t end = offset + 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
  return end - offset;
}

std::uint32_t code_point(std::string_view bytes) {
  const auto lead = static_cast<unsigned char>(bytes[0]);
  if (lead < 0x80) return lead;
  std::uint32_t value = lead & (bytes.size() == 2 ? 0x1F : bytes.size() == 3 ? 0x0F : 0x07);
  for (const char byte : bytes.substr(1)) value = value << 6 | (static_cast<unsigned char>(byte) & 0x3F);
  return value;
}

// Unicode's East_Asian_Width W and F, in the blocks that texts use.
bool is_wide(std::uint32_t point) {
  constexpr std::uint32_t kRanges[][2] = {
      {0x1100, 0x115F}, {0x2E80, 0x303E},   {0x3041, 0x33FF},   {0x3400, 0x4DBF},   {0x4E00, 0xA4CF},
      {0xA960, 0xA97C}, {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF01, 0xFF60},
      {0xFFE0, 0xFFE6}, {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD},
  };
  return std::ranges::any_of(kRanges,
                             [&](const auto& range) { return point >= range[0] && point <= range[1]; });
}

// The lines that one instruction spans, and where in them it begins and ends (bytes, in the first and last
// line).
struct Excerpt {
  std::vector<std::string> lines;
  std::size_t begin = 0;
  std::size_t end = 0;

  std::string joined() const {
    std::string text;
    for (const std::string& line : lines)
      text.append(text.empty() && &line == &lines[0] ? "" : "\n").append(line);
    return text;
  }
};

class FrameDrawing {
 public:
  explicit FrameDrawing(Excerpt excerpt) : excerpt_(std::move(excerpt)) {
    const std::string text = excerpt_.joined();
    const std::size_t cut = excerpt_.lines.back().size() - excerpt_.end;
    const std::size_t length = text.size() - excerpt_.begin;
    if (length >= cut) anchors_ = caret_anchors(std::string_view(text).substr(excerpt_.begin, length - cut));
    if (anchors_) {
      anchors_->left += excerpt_.begin;
      anchors_->right += excerpt_.begin;
    }
    show_carets_ = !is_plain_call_statement(text, excerpt_.begin, text.size() - cut) &&
                   (anchors_ || !is_blank(std::string_view(excerpt_.lines[0]).substr(0, excerpt_.begin)) ||
                    !is_blank(std::string_view(excerpt_.lines.back()).substr(excerpt_.end)));
  }

  std::string draw() {
    // Only the first line, the last one, and those around the anchors.
    const std::size_t last = excerpt_.lines.size() - 1;
    std::set<std::size_t> shown = {0, last};
    if (anchors_) {
      for (const std::size_t offset : {anchors_->left, anchors_->right}) {
        const std::size_t line = line_of(offset);
        if (line > 0) shown.insert(line - 1);
        shown.insert(line);
        if (line < last) shown.insert(line + 1);
      }
    }
    std::optional<std::size_t> previous;
    for (const std::size_t line : shown) {
      if (previous && line - *previous == 2) draw_line(line - 1);
      if (previous && line - *previous > 2) {
        drawn_.push_back("...<" + std::to_string(line - *previous - 1) + " lines>...");
      }
      draw_line(line);
      previous = line;
    }
    dedent(drawn_);
    std::string text;
    for (const std::string& line : drawn_) text.append("    ").append(line).append("\n");
    return text;
  }

 private:
  std::size_t line_begin(std::size_t line) const {
    std::size_t begin = 0;
    for (std::size_t i = 0; i < line; ++i) begin += excerpt_.lines[i].size() + 1;
    return begin;
  }
  std::size_t line_of(std::size_t offset) const {
    std::size_t line = 0;
    while (line + 1 < excerpt_.lines.size() && line_begin(line + 1) <= offset) ++line;
    return line;
  }

  void draw_line(std::size_t index) {
    const std::string& line = excerpt_.lines[index];
    drawn_.push_back(line);
    if (!show_carets_) return;
    const std::size_t begin_of_line = line_begin(index);
    const std::size_t text_begin = indentation(line);
    const std::size_t end = index + 1 == excerpt_.lines.size() ? excerpt_.end : line.size();
    std::string carets;
    for (std::size_t column = 0; column < end;) {
      const std::size_t bytes = bytes_at(line, column);
      char mark = '^';
      if (column < text_begin || (index == 0 && column < excerpt_.begin)) {
        mark = ' ';
      } else if (anchors_) {
        const std::size_t offset = begin_of_line + column;
        mark = offset >= anchors_->left && offset < anchors_->right ? '^' : '~';
      }
      carets.append(display_width(std::string_view(line).substr(column, bytes)), mark);
      column += bytes;
    }
    drawn_.push_back(carets);
  }

  Excerpt excerpt_;
  std::optional<CaretAnchors> anchors_;
  bool show_carets_ = false;
  std::vector<std::string> drawn_;
};

std::string frame_text(const TracebackFrame& frame) {
  const SourcePosition& place = frame.position;
  std::string text = "  File \"";
  text.append(frame.file_name).append("\", line ").append(std::to_string(place.line));
  text.append(", in ").append(frame.function_name).append("\n");
  const auto lines = static_cast<std::int32_t>(frame.source_lines.size());
  if (place.line < 1 || place.end_line < place.line || place.end_line > lines) return text;
  Excerpt excerpt;
  for (std::int32_t line = place.line; line <= place.end_line; ++line) {
    excerpt.lines.push_back(frame.source_lines[static_cast<std::size_t>(line - 1)]);
  }
  const std::size_t width = excerpt.lines[0].size();
  dedent(excerpt.lines);
  if (std::ranges::all_of(excerpt.lines, is_blank)) return text;
  const auto margin = static_cast<std::int32_t>(width - excerpt.lines[0].size());
  const auto within = [&](std::int32_t column, const std::string& line) {
    return std::min(static_cast<std::size_t>(std::max(0, column - margin)), line.size());
  };
  excerpt.begin = within(place.column, excerpt.lines.front());
  excerpt.end = within(place.end_column, excerpt.lines.back());
  return text + FrameDrawing(std::move(excerpt)).draw();
}

}  // namespace

std::size_t display_width(std::string_view utf8) {
  std::size_t width = 0;
  for (std::size_t offset = 0; offset < utf8.size();) {
    const std::size_t bytes = bytes_at(utf8, offset);
    width += is_wide(code_point(utf8.substr(offset, bytes))) ? 2 : 1;
    offset += bytes;
  }
  return width;
}

std::string traceback_text(std::span<const TracebackFrame> frames) {
  std::string text;
  int count = 0;
  const auto say_repeated = [&] {
    const int more = count - kRecursiveCutoff;
    if (more <= 0) return;
    text.append("  [Previous line repeated ").append(std::to_string(more));
    text.append(more > 1 ? " more times]\n" : " more time]\n");
  };
  const TracebackFrame* previous = nullptr;
  for (const TracebackFrame& frame : frames) {
    if (previous == nullptr || previous->file_name != frame.file_name ||
        previous->position.line != frame.position.line || previous->function_name != frame.function_name) {
      say_repeated();
      count = 0;
    }
    previous = &frame;
    if (++count <= kRecursiveCutoff) text.append(frame_text(frame));
  }
  say_repeated();
  return text;
}

}  // namespace loopscope::python
