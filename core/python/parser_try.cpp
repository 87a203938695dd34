// try, except, except*, finally. Not for: other compound statements.
#include "core/python/parser_state.h"

namespace loopscope::python {

Stmt* Parser::try_statement() {
  const std::uint32_t start = begin();
  next();
  Block body, orelse, finalbody;
  if (!force(Kind::Colon, ":") || !block(body, "'try' statement", start)) return nullptr;
  if (!at(Kind::Except) && !at(Kind::Finally)) {
    return diagnosing_ ? fail_furthest("expected 'except' or 'finally' block") : nullptr;
  }
  std::vector<ExceptHandler> handlers;
  int star = -1;  // 0: except, 1: except*, -1: none so far
  while (at(Kind::Except)) {
    if (!except_clause(handlers, star)) return nullptr;
  }
  if (!handlers.empty() && !else_block(orelse)) return nullptr;
  if (at(Kind::Finally)) {
    const std::uint32_t keyword = begin();
    next();
    if (!force(Kind::Colon, ":") || !block(finalbody, "'finally' statement", keyword)) return nullptr;
  }
  const Block& last = !finalbody.empty() ? finalbody : !orelse.empty() ? orelse : handlers.back().body;
  return make<TryStmt>(Stmt{star == 1 ? StmtKind::TryStar : StmtKind::Try, {start, last.back()->span.end}},
                       body, arena_.copy(handlers), orelse, finalbody);
}

bool Parser::except_clause(std::vector<ExceptHandler>& handlers, int& star) {
  ExceptHandler handler{};
  const std::uint32_t start = begin();
  const Span keyword = next().span;
  const int is_star = accept(Kind::Star) ? 1 : 0;
  if (is_star == 1 && diagnosing_ && (at(Kind::Newline) || at(Kind::Colon))) {
    fail_furthest("expected one or more exception types");
    return false;
  }
  if (star >= 0 && star != is_star) {
    if (diagnosing_)
      fail_range(start, is_star == 1 ? last_end() : keyword.end,
                 "cannot have both 'except' and 'except*' on the same 'try'");
    return false;
  }
  star = is_star;
  if (starts_expression()) {
    handler.type = expression();
    if (!handler.type) return false;
    if (at(Kind::Comma) && diagnosing_) {
      next();
      Identifier alias;
      do {
        if (!expression()) return false;
      } while (accept(Kind::Comma) && starts_expression());
      if (accept(Kind::As) && !name(alias)) return false;
      if (at(Kind::Colon)) {
        fail_range(handler.type->span.begin, last_end(), "multiple exception types must be parenthesized");
      }
      return false;
    }
    if (accept(Kind::As) && !name(handler.name)) return false;
  } else if (is_star == 1) {
    if (diagnosing_ && (at(Kind::Newline) || at(Kind::Colon)))
      fail_furthest("expected one or more exception types");
    return false;
  }
  if (!colon_and_block(handler.body, is_star == 1 ? "'except*' statement" : "'except' statement", start))
    return false;
  handler.span = {start, handler.body.back()->span.end};
  handlers.push_back(handler);
  return true;
}

}  // namespace loopscope::python
