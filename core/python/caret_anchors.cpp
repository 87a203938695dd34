// Carets by the syntax tree of the segment. The segment is parsed in brackets, so that it may span lines.
// Not here: drawing (traceback_text.cpp).
#include "core/python/caret_anchors.h"

#include <string>
#include <vector>

#include "core/python/parser.h"

namespace loopscope::python {
namespace {

bool is_space(char character) {
  return character == ' ' || character == '\t' || character == '\n' || character == '\f' || character == '\r';
}

// From `offset` on to the first character that `stop` takes, over comments and line continuations. npos:
// none.
template <typename Stop>
std::size_t find_from(std::string_view segment, std::size_t offset, Stop stop) {
  while (offset < segment.size()) {
    const char character = segment[offset];
    if (character == '\\' || character == '#') {
      offset = segment.find('\n', offset);
      if (offset == std::string_view::npos) return offset;
    } else if (stop(character)) {
      return offset;
    }
    ++offset;
  }
  return std::string_view::npos;
}

std::optional<CaretAnchors> anchors_of_operator(std::string_view segment, std::size_t left_end,
                                                std::size_t right_begin) {
  const std::size_t left =
      find_from(segment, left_end, [](char character) { return !is_space(character) && character != ')'; });
  if (left == std::string_view::npos) return std::nullopt;
  std::size_t right = left + 1;
  if (right < segment.size() && right < right_begin && !is_space(segment[right]) && segment[right] != '\\' &&
      segment[right] != '#') {
    ++right;
  }
  return CaretAnchors{left, right};
}

std::optional<CaretAnchors> anchors_of_bracket(std::string_view segment, std::size_t from, char bracket,
                                               std::size_t end) {
  const std::size_t left = find_from(segment, from, [&](char character) { return character == bracket; });
  if (left == std::string_view::npos) return std::nullopt;
  return CaretAnchors{left, end};
}

}  // namespace

std::optional<CaretAnchors> caret_anchors(std::string_view segment) {
  constexpr std::size_t kBefore = 2;  // "(\n"
  std::string text = "(\n";
  text.append(segment).append("\n)\n");
  const auto source = Source::decode(text, "<segment>");
  if (!source) return std::nullopt;
  std::vector<SyntaxWarning> warnings;
  const auto tree = parse(*source, warnings);
  if (!tree || tree->body.size() != 1 || tree->body[0]->kind != StmtKind::Expr) return std::nullopt;
  const Expr* expression = static_cast<const ValueStmt*>(tree->body[0])->value;
  const auto offset = [&](std::uint32_t place) { return std::size_t{place} - kBefore; };
  switch (expression->kind) {
    case ExprKind::BinOp: {
      const auto* node = static_cast<const BinOpExpr*>(expression);
      return anchors_of_operator(segment, offset(node->left->span.end), offset(node->right->span.begin));
    }
    case ExprKind::Subscript: {
      const auto* node = static_cast<const SubscriptExpr*>(expression);
      return anchors_of_bracket(segment, offset(node->value->span.end), '[', offset(node->span.end));
    }
    case ExprKind::Call: {
      const auto* node = static_cast<const CallExpr*>(expression);
      return anchors_of_bracket(segment, offset(node->function->span.end), '(', offset(node->span.end));
    }
    default:
      return std::nullopt;
  }
}

bool is_plain_call_statement(std::string_view statement, std::size_t begin, std::size_t end) {
  std::string text(statement);
  text.push_back('\n');
  const auto source = Source::decode(text, "<statement>");
  if (!source) return false;
  std::vector<SyntaxWarning> warnings;
  const auto tree = parse(*source, warnings);
  if (!tree || tree->body.empty()) return false;
  const Expr* value = nullptr;
  if (tree->body[0]->kind == StmtKind::Return) {
    value = static_cast<const ValueStmt*>(tree->body[0])->value;
    if (value == nullptr || value->kind != ExprKind::Call ||
        static_cast<const CallExpr*>(value)->function->kind != ExprKind::Name) {
      return false;
    }
  } else if (tree->body[0]->kind == StmtKind::Assign) {
    const auto& assignment = *static_cast<const AssignStmt*>(tree->body[0]);
    value = assignment.value;
    if (value->kind != ExprKind::Call || assignment.targets.size() != 1 ||
        assignment.targets[0]->kind != ExprKind::Name) {
      return false;
    }
  }
  return value != nullptr && value->span.begin == begin && value->span.end == end;
}

}  // namespace loopscope::python
