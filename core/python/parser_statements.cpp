// Lists of statements and the simple statements that begin with a keyword. Not for: assignments
// (parser_assignment.cpp), compound statements (parser_compound.cpp).
#include "core/python/parser_state.h"

namespace loopscope::python {

bool Parser::statements(std::vector<Stmt*>& out) {
  while (!error_ && !at(Kind::EndMarker) && !at(Kind::Dedent)) {
    if (!statement(out)) return false;
  }
  return !error_;
}

bool Parser::statement(std::vector<Stmt*>& out) {
  Stmt* compound = nullptr;
  switch (kind()) {
    case Kind::At:
    case Kind::Def:
    case Kind::Class:
    case Kind::If:
    case Kind::While:
    case Kind::For:
    case Kind::With:
    case Kind::Try:
    case Kind::Async:
      compound = compound_statement();
      if (compound) out.push_back(compound);
      return compound != nullptr;
    case Kind::Name: {
      if (!at_word("match")) break;
      const std::size_t start = position_;
      compound = match_statement();
      if (compound) out.push_back(compound);
      if (compound || error_) return compound != nullptr;
      position_ = start;
      break;
    }
    default:
      break;
  }
  return simple_statements(out);
}

bool Parser::simple_statements(std::vector<Stmt*>& out) {
  do {
    if (at(Kind::Newline)) break;
    Stmt* statement = simple_statement();
    if (!statement) return false;
    out.push_back(statement);
  } while (accept(Kind::Semicolon));
  return accept(Kind::Newline);
}

Stmt* Parser::simple_statement() {
  if (at_word("type")) {
    const std::size_t start = position_;
    if (Stmt* alias = type_alias()) return alias;
    if (error_) return nullptr;
    position_ = start;
  }
  const std::size_t first = position_;
  Stmt* statement = keyword_statement();
  if (statement || error_ || position_ != first) return statement;
  return expression_statement();
}

// Null without an error: the statement begins with no keyword, and nothing was read.
Stmt* Parser::keyword_statement() {
  const std::uint32_t start = begin();
  switch (kind()) {
    case Kind::Pass:
    case Kind::Break:
    case Kind::Continue: {
      const Kind keyword = next().kind;
      const StmtKind kind = keyword == Kind::Pass    ? StmtKind::Pass
                            : keyword == Kind::Break ? StmtKind::Break
                                                     : StmtKind::Continue;
      return make<Stmt>(kind, since(start));
    }
    case Kind::Return: {
      next();
      const std::size_t before = position_;
      Expr* value = starts_expression() || at(Kind::Star) ? star_expressions() : nullptr;
      if (error_) return nullptr;
      if (!value) position_ = before;
      return make<ValueStmt>(Stmt{StmtKind::Return, since(start)}, value);
    }
    case Kind::Import:
      return import_statement();
    case Kind::From:
      return from_statement();
    case Kind::Global:
      return names_statement(StmtKind::Global);
    case Kind::Nonlocal:
      return names_statement(StmtKind::Nonlocal);
    case Kind::Del:
      return delete_statement();
    case Kind::Raise:
      return raise_statement();
    case Kind::Assert:
      return assert_statement();
    default:
      return nullptr;
  }
}

Stmt* Parser::names_statement(StmtKind kind) {
  const std::uint32_t start = begin();
  next();
  std::vector<Identifier> names;
  do {
    Identifier identifier;
    if (!name(identifier)) return nullptr;
    names.push_back(identifier);
  } while (accept(Kind::Comma));
  return make<NamesStmt>(Stmt{kind, since(start)}, arena_.copy(names));
}

Stmt* Parser::raise_statement() {
  const std::uint32_t start = begin();
  next();
  const std::size_t first = position_;
  Expr* exception = starts_expression() ? expression() : nullptr;
  if (error_) return nullptr;
  if (!exception) position_ = first;
  Expr* cause = nullptr;
  if (exception && at(Kind::From)) {
    const std::size_t before = position_;
    next();
    cause = expression();
    if (error_) return nullptr;
    if (!cause) position_ = before;
  }
  return make<RaiseStmt>(Stmt{StmtKind::Raise, since(start)}, exception, cause);
}

Stmt* Parser::assert_statement() {
  const std::uint32_t start = begin();
  next();
  Expr* test = expression();
  if (!test) return nullptr;
  Expr* message = nullptr;
  if (at(Kind::Comma)) {
    const std::size_t before = position_;
    next();
    message = expression();
    if (error_) return nullptr;
    if (!message) position_ = before;
  }
  return make<AssertStmt>(Stmt{StmtKind::Assert, since(start)}, test, message);
}

Stmt* Parser::delete_statement() {
  const std::uint32_t start = begin();
  next();
  const std::size_t before = position_;
  std::vector<Expr*> targets;
  do {
    if (!starts_expression()) break;
    Expr* target = primary();
    if (!target || invalid_target(target, TargetUse::Delete)) {
      targets.clear();
      break;
    }
    set_context(target, Context::Del);
    targets.push_back(target);
  } while (accept(Kind::Comma));
  if (error_) return nullptr;
  if (!targets.empty() && (at(Kind::Semicolon) || at(Kind::Newline))) {
    return make<DeleteStmt>(Stmt{StmtKind::Delete, since(start)}, arena_.copy(targets));
  }
  if (!diagnosing_) {
    // Reads on as the second reading will, so that both get equally far.
    return nullptr;
  }
  position_ = before;
  const Expr* wrong = star_expressions();
  if (wrong) fail_invalid_target(wrong, TargetUse::Delete);
  return nullptr;
}

bool Parser::dotted_name(Identifier& out) {
  if (!name(out)) return false;
  const std::uint32_t start = out.span.begin;
  std::string joined;
  while (at(Kind::Dot) && kind(1) == Kind::Name) {
    if (joined.empty()) joined = out.text;
    next();
    joined += '.';
    joined += name_text(next());
  }
  if (!joined.empty()) out.text = arena_.copy(joined);
  out.span = since(start);
  return true;
}

Stmt* Parser::import_statement() {
  const std::uint32_t start = begin();
  next();
  if (diagnosing_ && at(Kind::Newline)) return fail_furthest("Expected one or more names after 'import'");
  std::vector<ImportAlias> names;
  do {
    ImportAlias alias{};
    const std::uint32_t from = begin();
    if (!dotted_name(alias.name)) return nullptr;
    if (accept(Kind::As) && !name(alias.as_name)) return nullptr;
    alias.span = since(from);
    names.push_back(alias);
  } while (accept(Kind::Comma));
  if (diagnosing_ && at(Kind::From)) {
    next();
    Identifier module;
    if (dotted_name(module)) {
      return fail_range(start, tokens_.list[furthest_].span.end,
                        "Did you mean to use 'from ... import ...' instead?");
    }
    return nullptr;
  }
  return make<ImportStmt>(Stmt{StmtKind::Import, since(start)}, arena_.copy(names));
}

Stmt* Parser::from_statement() {
  const std::uint32_t start = begin();
  next();
  std::uint32_t level = 0;
  for (; at(Kind::Dot) || at(Kind::Ellipsis);) level += next().kind == Kind::Dot ? 1 : 3;
  Identifier module{};
  if (!dotted_name(module) && level == 0) return nullptr;
  if (!accept(Kind::Import)) return nullptr;
  std::vector<ImportAlias> names;
  if (at(Kind::Star)) {
    const Token& star = next();
    names.push_back({{"*", star.span}, {}, star.span});
  } else if (accept(Kind::LeftParen)) {
    if (!import_aliases(names, true) || !accept(Kind::RightParen)) return nullptr;
  } else {
    if (diagnosing_ && at(Kind::Newline)) return fail_furthest("Expected one or more names after 'import'");
    if (!import_aliases(names, false)) return nullptr;
  }
  return make<ImportStmt>(Stmt{StmtKind::ImportFrom, since(start)}, arena_.copy(names), module.text, level);
}

bool Parser::import_aliases(std::vector<ImportAlias>& aliases, bool parenthesized) {
  do {
    if (!aliases.empty() && !at(Kind::Name)) {
      if (parenthesized) return true;
      if (diagnosing_ && at(Kind::Newline)) {
        fail_furthest("trailing comma not allowed without surrounding parentheses");
      }
      return false;
    }
    ImportAlias alias{};
    const std::uint32_t from = begin();
    if (!name(alias.name)) return false;
    if (accept(Kind::As) && !name(alias.as_name)) return false;
    alias.span = since(from);
    aliases.push_back(alias);
  } while (accept(Kind::Comma));
  return true;
}

Stmt* Parser::type_alias() {
  const std::uint32_t start = begin();
  next();
  Identifier alias;
  if (!name(alias)) return nullptr;
  TypeParameters* parameters = nullptr;
  if (!type_parameters(parameters) || !accept(Kind::Equal)) return nullptr;
  Expr* value = expression();
  if (!value) return nullptr;
  Expr* target = make<NameExpr>(Expr{ExprKind::Name, alias.span}, alias.text, Context::Store);
  return make<TypeAliasStmt>(Stmt{StmtKind::TypeAlias, since(start)}, target, parameters, later(value));
}

}  // namespace loopscope::python
