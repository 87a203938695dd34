// Assignments of every kind, expression statements, and what may stand left of `=`. Not for: the walrus.
#include "core/python/parser_state.h"

namespace loopscope::python {

namespace {

bool augmented_operator(TokenKind kind, BinaryOperator& out) {
  switch (kind) {
    case TokenKind::PlusEqual:
      out = BinaryOperator::kAdd;
      return true;
    case TokenKind::MinusEqual:
      out = BinaryOperator::kSubtract;
      return true;
    case TokenKind::StarEqual:
      out = BinaryOperator::kMultiply;
      return true;
    case TokenKind::AtEqual:
      out = BinaryOperator::kMatrixMultiply;
      return true;
    case TokenKind::SlashEqual:
      out = BinaryOperator::kTrueDivide;
      return true;
    case TokenKind::PercentEqual:
      out = BinaryOperator::kModulo;
      return true;
    case TokenKind::AmpersandEqual:
      out = BinaryOperator::kAnd;
      return true;
    case TokenKind::BarEqual:
      out = BinaryOperator::kOr;
      return true;
    case TokenKind::CaretEqual:
      out = BinaryOperator::kXor;
      return true;
    case TokenKind::LeftShiftEqual:
      out = BinaryOperator::kLeftShift;
      return true;
    case TokenKind::RightShiftEqual:
      out = BinaryOperator::kRightShift;
      return true;
    case TokenKind::DoubleStarEqual:
      out = BinaryOperator::kPower;
      return true;
    case TokenKind::DoubleSlashEqual:
      out = BinaryOperator::kFloorDivide;
      return true;
    default:
      return false;
  }
}

bool is_single(const Expr* expr) {
  return expr->kind == ExprKind::Name || expr->kind == ExprKind::Attribute ||
         expr->kind == ExprKind::Subscript;
}

}  // namespace

// First reading: one expression, and what follows says what it was. Second: in the order of CPython's rules,
// because the first of them that finds something wrong is the one that people see.
Stmt* Parser::expression_statement() {
  const std::uint32_t start = begin();
  const std::size_t first = position_;
  if (diagnosing_) {
    Stmt* statement = assignment();
    if (statement || error_) return statement;
    position_ = first;
  }
  Expr* value = annotated_value();
  if (!value) return nullptr;
  BinaryOperator op{};
  if (!diagnosing_ && (at(Kind::Equal) || at(Kind::Colon) || augmented_operator(kind(), op))) {
    position_ = first;
    Stmt* statement = assignment();
    if (statement || error_) return statement;
    position_ = first;
    value = annotated_value();
    if (!value) return nullptr;
  }
  return make<ValueStmt>(Stmt{StmtKind::Expr, since(start)}, value);
}

Stmt* Parser::assignment() {
  const std::size_t first = position_;
  augmented_ = false;
  using Rule = Stmt* (Parser::*)();
  for (const Rule rule : {&Parser::annotated_assignment, &Parser::target_assignment,
                          &Parser::augmented_assignment, &Parser::invalid_assignment}) {
    if (rule == &Parser::invalid_assignment && !diagnosing_) return nullptr;
    position_ = first;
    Stmt* statement = (this->*rule)();
    if (statement || error_ || augmented_) return statement;
  }
  return nullptr;
}

Stmt* Parser::annotated_assignment() {
  const std::uint32_t start = begin();
  const bool parenthesized = at(Kind::LeftParen);
  const bool bare = at(Kind::Name) && kind(1) == Kind::Colon;
  Expr* target = single_target();
  if (!target || !accept(Kind::Colon)) return nullptr;
  Expr* annotation = expression();
  if (!annotation) return nullptr;
  set_context(target, Context::Store);
  Expr* value = nullptr;
  if (at(Kind::Equal)) {
    const std::size_t before = position_;
    next();
    value = annotated_value();
    if (error_) return nullptr;
    if (!value) position_ = before;
  }
  return make<AnnAssignStmt>(Stmt{StmtKind::AnnAssign, since(start)}, target, annotation, value,
                             bare && !parenthesized);
}

Stmt* Parser::target_assignment() {
  const std::uint32_t start = begin();
  std::vector<Expr*> targets;
  std::size_t value_start = position_;
  for (;;) {
    Expr* target = star_targets();
    if (!target || !accept(Kind::Equal)) break;
    targets.push_back(target);
    value_start = position_;
  }
  if (targets.empty() || error_) return nullptr;
  position_ = value_start;
  Expr* value = annotated_value();
  if (!value || at(Kind::Equal)) return nullptr;
  for (Expr* target : targets) set_context(target, Context::Store);
  return make<AssignStmt>(Stmt{StmtKind::Assign, since(start)}, arena_.copy(targets), value);
}

// Once the operator was read, no other kind of assignment is tried.
Stmt* Parser::augmented_assignment() {
  const std::uint32_t start = begin();
  Expr* target = single_target();
  BinaryOperator op{};
  if (!target || !augmented_operator(kind(), op)) return nullptr;
  next();
  augmented_ = true;
  Expr* value = annotated_value();
  if (!value) return nullptr;
  set_context(target, Context::Store);
  return make<AugAssignStmt>(Stmt{StmtKind::AugAssign, since(start)}, op, target, value);
}

Stmt* Parser::invalid_assignment() {
  const std::size_t first = position_;
  // (a, b): int   a, b: int   f(): int
  if (Expr* target = star_named_expression()) {
    const bool is_list = target->kind == ExprKind::List;
    if ((is_list || target->kind == ExprKind::Tuple) && at(Kind::Colon)) {
      next();
      if (expression()) {
        return fail(target->span, is_list ? "only single target (not list) can be annotated"
                                          : "only single target (not tuple) can be annotated");
      }
    } else if (at(Kind::Comma)) {
      while (accept(Kind::Comma) && (starts_expression() || at(Kind::Star)) && star_named_expression()) {
      }
      if (!error_ && accept(Kind::Colon) && expression()) {
        return fail(target->span, "only single target (not tuple) can be annotated");
      }
    } else if (at(Kind::Colon)) {
      next();
      if (expression()) return fail(target->span, "illegal target for annotation");
    }
  }
  if (error_) return nullptr;
  // The first side of a chain that is no target.
  position_ = first;
  for (;;) {
    const std::size_t side = position_;
    Expr* target = star_targets();
    if (error_) return nullptr;
    if (target && accept(Kind::Equal)) continue;
    position_ = side;
    break;
  }
  const bool is_yield = at(Kind::Yield);
  Expr* wrong = annotated_value();
  if (wrong && at(Kind::Equal)) {
    if (is_yield) return fail(wrong->span, "assignment to yield expression not possible");
    fail_invalid_target(wrong, TargetUse::Assign);
  }
  if (error_) return nullptr;
  position_ = first;
  BinaryOperator op{};
  Expr* target = star_expressions();
  if (!target || !augmented_operator(kind(), op)) return nullptr;
  next();
  if (!annotated_value()) return nullptr;
  std::string message = "'";
  message.append(expression_name(target)).append("' is an illegal expression for augmented assignment");
  return fail(target->span, std::move(message));
}

// a   *a, b   (a, b).c   -- not yet marked as stored to
Expr* Parser::star_targets() {
  const std::uint32_t start = begin();
  Expr* first = star_target();
  if (!first || !at(Kind::Comma)) return first;
  std::vector<Expr*> items{first};
  while (accept(Kind::Comma) && (starts_expression() || at(Kind::Star))) {
    Expr* item = star_target();
    if (!item) return nullptr;
    items.push_back(item);
  }
  return make<SequenceExpr>(Expr{ExprKind::Tuple, since(start)}, arena_.copy(items));
}

Expr* Parser::star_target() {
  const std::uint32_t start = begin();
  if (accept(Kind::Star)) {
    if (at(Kind::Star)) return nullptr;
    Expr* value = star_target();
    return value ? make<StarredExpr>(Expr{ExprKind::Starred, since(start)}, value) : nullptr;
  }
  Expr* target = primary();
  return target && is_target(target) ? target : nullptr;
}

Expr* Parser::single_target() {
  Expr* target = primary();
  return target && is_single(target) ? target : nullptr;
}

bool Parser::is_target(const Expr* expr) { return invalid_target(expr, TargetUse::Assign) == nullptr; }

void Parser::set_context(Expr* expr, Context context) {
  switch (expr->kind) {
    case ExprKind::Name:
      static_cast<NameExpr*>(expr)->context = context;
      break;
    case ExprKind::Attribute:
      static_cast<AttributeExpr*>(expr)->context = context;
      break;
    case ExprKind::Subscript:
      static_cast<SubscriptExpr*>(expr)->context = context;
      break;
    case ExprKind::Starred:
      static_cast<StarredExpr*>(expr)->context = context;
      set_context(static_cast<StarredExpr*>(expr)->value, context);
      break;
    case ExprKind::List:
    case ExprKind::Tuple:
      static_cast<SequenceExpr*>(expr)->context = context;
      for (Expr* item : static_cast<SequenceExpr*>(expr)->items) set_context(item, context);
      break;
    default:
      break;
  }
}

// The part of it that cannot be stored to or deleted; null: none.
const Expr* Parser::invalid_target(const Expr* expr, TargetUse use) {
  switch (expr->kind) {
    case ExprKind::Name:
    case ExprKind::Attribute:
    case ExprKind::Subscript:
      return nullptr;
    case ExprKind::List:
    case ExprKind::Tuple:
      for (const Expr* item : static_cast<const SequenceExpr*>(expr)->items) {
        if (const Expr* wrong = invalid_target(item, use)) return wrong;
      }
      return nullptr;
    case ExprKind::Starred:
      if (use == TargetUse::Delete) return expr;
      return invalid_target(static_cast<const StarredExpr*>(expr)->value, use);
    case ExprKind::Compare: {
      const auto* compare = static_cast<const CompareExpr*>(expr);
      if (use != TargetUse::For) return expr;
      return compare->operators[0] == Comparison::In ? invalid_target(compare->left, use) : nullptr;
    }
    default:
      return expr;
  }
}

std::nullptr_t Parser::fail_invalid_target(const Expr* expr, TargetUse use) {
  const Expr* wrong = invalid_target(expr, use);
  if (!wrong) return nullptr;
  std::string message = use == TargetUse::Delete ? "cannot delete " : "cannot assign to ";
  return fail(wrong->span, message.append(expression_name(wrong)));
}

std::string_view Parser::expression_name(const Expr* expr) {
  switch (expr->kind) {
    case ExprKind::Attribute:
      return "attribute";
    case ExprKind::Subscript:
      return "subscript";
    case ExprKind::Starred:
      return "starred";
    case ExprKind::Name:
      return "name";
    case ExprKind::List:
      return "list";
    case ExprKind::Tuple:
      return "tuple";
    case ExprKind::Lambda:
      return "lambda";
    case ExprKind::Call:
      return "function call";
    case ExprKind::BoolOp:
    case ExprKind::BinOp:
    case ExprKind::UnaryOp:
      return "expression";
    case ExprKind::GeneratorExp:
      return "generator expression";
    case ExprKind::Yield:
    case ExprKind::YieldFrom:
      return "yield expression";
    case ExprKind::Await:
      return "await expression";
    case ExprKind::ListComp:
      return "list comprehension";
    case ExprKind::SetComp:
      return "set comprehension";
    case ExprKind::DictComp:
      return "dict comprehension";
    case ExprKind::Dict:
      return "dict literal";
    case ExprKind::Set:
      return "set display";
    case ExprKind::JoinedStr:
    case ExprKind::FormattedValue:
      return "f-string expression";
    case ExprKind::Compare:
      return "comparison";
    case ExprKind::IfExp:
      return "conditional expression";
    case ExprKind::NamedExpr:
      return "named expression";
    case ExprKind::Constant:
      switch (static_cast<const ConstantExpr*>(expr)->literal) {
        case Literal::None:
          return "None";
        case Literal::True:
          return "True";
        case Literal::False:
          return "False";
        case Literal::Ellipsis:
          return "ellipsis";
        default:
          return "literal";
      }
    case ExprKind::Slice:
      return "slice";
  }
  return "expression";
}

}  // namespace loopscope::python
