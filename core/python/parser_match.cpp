// The match statement and its cases. Not for: patterns (parser_patterns.cpp).
#include "core/python/parser_state.h"

namespace loopscope::python {

// Null without an error: `match` is a name here.
Stmt* Parser::match_statement() {
  const Deeper deeper(*this, 1);
  if (deeper.failed()) return nullptr;
  const std::uint32_t start = begin();
  next();
  if (!starts_expression() && !at(Kind::Star)) return nullptr;
  Expr* value = subject();
  if (!value) return nullptr;
  if (!accept(Kind::Colon)) {
    missing_colon();
    return nullptr;
  }
  if (!accept(Kind::Newline)) return nullptr;
  if (!at(Kind::Indent)) {
    if (diagnosing_) {
      fail_furthest("expected an indented block after 'match' statement on line " +
                        std::to_string(source_.line_of(start)),
                    SyntaxErrorKind::Indentation);
    }
    return nullptr;
  }
  next();
  std::vector<MatchCase> cases;
  while (at_word("case")) {
    if (!case_block(cases)) return nullptr;
  }
  if (cases.empty() || !accept(Kind::Dedent)) return nullptr;
  const std::uint32_t end = cases.back().body.back()->span.end;
  return make<MatchStmt>(Stmt{StmtKind::Match, {start, end}}, value, arena_.copy(cases));
}

Expr* Parser::subject() {
  const std::uint32_t start = begin();
  Expr* first = star_named_expression();
  if (!first) return nullptr;
  if (!at(Kind::Comma)) return first->kind == ExprKind::Starred ? nullptr : first;
  std::vector<Expr*> items{first};
  while (accept(Kind::Comma) && (starts_expression() || at(Kind::Star))) {
    Expr* item = star_named_expression();
    if (!item) return nullptr;
    items.push_back(item);
  }
  return make<SequenceExpr>(Expr{ExprKind::Tuple, since(start)}, arena_.copy(items));
}

bool Parser::case_block(std::vector<MatchCase>& cases) {
  const std::uint32_t start = begin();
  next();
  MatchCase found{};
  found.pattern = patterns();
  if (!found.pattern) return false;
  if (accept(Kind::If)) {
    found.guard = named_expression();
    if (!found.guard) return false;
  }
  if (!colon_and_block(found.body, "'case' statement", start)) return false;
  cases.push_back(found);
  return true;
}

}  // namespace loopscope::python
