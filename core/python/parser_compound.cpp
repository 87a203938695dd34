// Blocks and the compound statements if, while, for, with, async. Not for: def and class
// (parser_definitions.cpp), try (parser_try.cpp), match (parser_match.cpp).
#include "core/python/parser_state.h"

namespace loopscope::python {

Stmt* Parser::compound_statement() {
  const Deeper deeper(*this, 1);
  if (deeper.failed()) return nullptr;
  const std::uint32_t start = begin();
  switch (kind()) {
    case Kind::At:
      return decorated();
    case Kind::Def:
      return function_definition(start, false, {});
    case Kind::Class:
      return class_definition({});
    case Kind::If:
      return if_statement();
    case Kind::While:
      return while_statement();
    case Kind::For:
      return for_statement(start, false);
    case Kind::With:
      return with_statement(start, false);
    case Kind::Try:
      return try_statement();
    default:
      return async_statement();
  }
}

Stmt* Parser::async_statement() {
  const std::uint32_t start = begin();
  next();
  if (at(Kind::Def)) return function_definition(start, true, {});
  if (at(Kind::With)) return with_statement(start, true);
  if (at(Kind::For)) return for_statement(start, true);
  return nullptr;
}

// After the colon. `what` names the statement in the error ("'if' statement"); empty: "expected an indented
// block" alone.
bool Parser::block(Block& out, std::string_view what, std::uint32_t keyword) {
  const Deeper deeper(*this, 1);
  if (deeper.failed()) return false;
  std::vector<Stmt*> body;
  if (!at(Kind::Newline)) {
    if (!simple_statements(body)) return false;
  } else {
    next();
    if (!at(Kind::Indent)) {
      if (diagnosing_) {
        std::string message = "expected an indented block after ";
        message.append(what).append(" on line ").append(std::to_string(source_.line_of(keyword)));
        fail_furthest(std::move(message), SyntaxErrorKind::Indentation);
      }
      return false;
    }
    next();
    if (!statements(body) || body.empty() || !accept(Kind::Dedent)) return false;
  }
  out = arena_.copy(body);
  return true;
}

bool Parser::missing_colon() {
  if (diagnosing_ && at(Kind::Newline)) fail_furthest("expected ':'");
  return false;
}

bool Parser::colon_and_block(Block& out, std::string_view what, std::uint32_t keyword) {
  if (!accept(Kind::Colon)) return missing_colon();
  return block(out, what, keyword);
}

// What may follow if, while, for and try; nothing there is a match.
bool Parser::else_block(Block& out) {
  if (!at(Kind::Else)) return true;
  const std::uint32_t keyword = begin();
  next();
  return force(Kind::Colon, ":") && block(out, "'else' statement", keyword);
}

namespace {

// The end of the last statement in it. A statement's span ends with its last token but for the line's end.
std::uint32_t end_of(const Block& body) { return body.back()->span.end; }

}  // namespace

Stmt* Parser::if_statement() {
  const std::uint32_t start = begin();
  std::vector<IfClause> clauses;
  do {
    const bool is_elif = at(Kind::Elif);
    const std::uint32_t keyword = begin();
    next();
    IfClause clause{};
    clause.span.begin = keyword;
    clause.test = named_expression();
    if (!clause.test) return nullptr;
    if (!colon_and_block(clause.body, is_elif ? "'elif' statement" : "'if' statement", keyword))
      return nullptr;
    clauses.push_back(clause);
  } while (at(Kind::Elif));
  Block orelse;
  if (!else_block(orelse)) return nullptr;
  const std::uint32_t end = orelse.empty() ? end_of(clauses.back().body) : end_of(orelse);
  for (IfClause& clause : clauses) clause.span.end = end;
  return make<IfStmt>(Stmt{StmtKind::If, {start, end}}, arena_.copy(clauses), orelse);
}

Stmt* Parser::while_statement() {
  const std::uint32_t start = begin();
  next();
  Expr* test = named_expression();
  Block body, orelse;
  if (!test || !colon_and_block(body, "'while' statement", start) || !else_block(orelse)) return nullptr;
  const std::uint32_t end = end_of(orelse.empty() ? body : orelse);
  return make<WhileStmt>(Stmt{StmtKind::While, {start, end}}, test, body, orelse);
}

Stmt* Parser::for_statement(std::uint32_t start, bool is_async) {
  const std::uint32_t keyword = begin();
  next();
  const std::size_t first = position_;
  Expr* target = star_targets();
  if (error_) return nullptr;
  if (!target || !at(Kind::In)) {
    if (!diagnosing_) return nullptr;
    position_ = first;
    const Expr* wrong = star_expressions();
    if (wrong) fail_invalid_target(wrong, TargetUse::For);
    return nullptr;
  }
  next();
  set_context(target, Context::Store);
  Expr* iterable = star_expressions();
  Block body, orelse;
  if (!iterable || !colon_and_block(body, "'for' statement", keyword) || !else_block(orelse)) return nullptr;
  const std::uint32_t end = end_of(orelse.empty() ? body : orelse);
  return make<ForStmt>(Stmt{is_async ? StmtKind::AsyncFor : StmtKind::For, {start, end}}, target, iterable,
                       body, orelse);
}

Stmt* Parser::with_statement(std::uint32_t start, bool is_async) {
  const std::uint32_t keyword = begin();
  next();
  const std::size_t first = position_;
  std::vector<WithItem> items;
  bool matched = false;
  if (at(Kind::LeftParen)) {
    next();
    matched = with_items(items, true) && accept(Kind::RightParen);
    if (error_) return nullptr;
    if (matched && diagnosing_ && at(Kind::Newline)) return fail_furthest("expected ':'");
    matched = matched && at(Kind::Colon);
  }
  if (!matched) {
    position_ = first;
    items.clear();
    if (!with_items(items, false)) return nullptr;
  }
  Block body;
  if (!colon_and_block(body, "'with' statement", keyword)) return nullptr;
  const StmtKind kind = is_async ? StmtKind::AsyncWith : StmtKind::With;
  return make<WithStmt>(Stmt{kind, {start, end_of(body)}}, arena_.copy(items), body);
}

bool Parser::with_items(std::vector<WithItem>& items, bool parenthesized) {
  do {
    if (parenthesized && !items.empty() && at(Kind::RightParen)) break;
    WithItem item{};
    if (!with_item(item)) return false;
    items.push_back(item);
  } while (accept(Kind::Comma));
  return !error_;
}

bool Parser::with_item(WithItem& item) {
  item.manager = expression();
  if (!item.manager || !at(Kind::As)) return item.manager != nullptr;
  const std::size_t before = position_;
  next();
  const std::size_t target_start = position_;
  const auto ends_item = [this] { return at(Kind::Comma) || at(Kind::RightParen) || at(Kind::Colon); };
  Expr* target = star_target();
  if (error_) return false;
  if (target && ends_item()) {
    set_context(target, Context::Store);
    item.target = target;
    return true;
  }
  if (target && diagnosing_ && at(Kind::Newline)) {
    fail_furthest("expected ':'");
    return false;
  }
  if (diagnosing_) {
    position_ = target_start;
    const Expr* wrong = expression();
    if (wrong && ends_item()) fail_invalid_target(wrong, TargetUse::Assign);
    if (error_) return false;
  }
  position_ = before;
  return true;
}

}  // namespace loopscope::python
