// Expressions from tuples without brackets down to `**` and await. Not for: calls and subscripts
// (parser_primary.cpp), atoms (parser_atoms.cpp).
#include "core/python/parser_state.h"

namespace loopscope::python {

bool Parser::starts_expression() {
  switch (kind()) {
    case Kind::Name:
    case Kind::Number:
    case Kind::String:
    case Kind::FStringStart:
    case Kind::LeftParen:
    case Kind::LeftBracket:
    case Kind::LeftBrace:
    case Kind::Plus:
    case Kind::Minus:
    case Kind::Tilde:
    case Kind::Not:
    case Kind::Lambda:
    case Kind::Await:
    case Kind::None:
    case Kind::True:
    case Kind::False:
    case Kind::Ellipsis:
      return true;
    default:
      return false;
  }
}

Expr* Parser::star_expressions() {
  const std::uint32_t start = begin();
  Expr* first = star_expression();
  if (!first || !at(Kind::Comma)) return first;
  std::vector<Expr*> items{first};
  while (accept(Kind::Comma) && (starts_expression() || at(Kind::Star))) {
    const std::size_t before = position_;
    Expr* item = star_expression();
    if (error_) return nullptr;
    if (!item) {
      position_ = before;
      break;
    }
    items.push_back(item);
  }
  return make<SequenceExpr>(Expr{ExprKind::Tuple, since(start)}, arena_.copy(items));
}

Expr* Parser::star_expression() {
  if (!at(Kind::Star)) return expression();
  const std::uint32_t start = begin();
  next();
  Expr* value = bitwise_or();
  return value ? make<StarredExpr>(Expr{ExprKind::Starred, since(start)}, value) : nullptr;
}

Expr* Parser::star_named_expression() {
  if (!at(Kind::Star)) return named_expression();
  Expr* starred = star_expression();
  const bool in_brackets = tokens_.list[position_ - 1].level != 0;
  return starred || !diagnosing_ || !in_brackets ? starred : fail_furthest("Invalid star expression");
}

Expr* Parser::named_expression() {
  const std::uint32_t start = begin();
  if (at(Kind::Name) && kind(1) == Kind::ColonEqual) {
    const Token& target_token = next();
    Expr* target =
        make<NameExpr>(Expr{ExprKind::Name, target_token.span}, name_text(target_token), Context::Store);
    next();
    Expr* value = expression();
    return value ? make<NamedExprExpr>(Expr{ExprKind::NamedExpr, since(start)}, target, value) : nullptr;
  }
  const std::size_t first = position_;
  Expr* value = expression();
  if (!value) return nullptr;
  if (diagnosing_ && (at(Kind::ColonEqual) || at(Kind::Equal))) {
    const std::size_t after = position_;
    if (invalid_named_expression(value, first)) return nullptr;
    position_ = after;
  }
  return at(Kind::ColonEqual) ? nullptr : value;
}

// At `:=` or `=` after `left`, which begins at token `first`. True: an error was set.
bool Parser::invalid_named_expression(const Expr* left, std::size_t first) {
  if (accept(Kind::ColonEqual)) {
    if (!expression()) return error_.has_value();
    std::string message = "cannot use assignment expressions with ";
    fail(left->span, message.append(expression_name(left)));
    return true;
  }
  position_ = first;
  if (at(Kind::Name) && kind(1) == Kind::Equal) {
    const std::uint32_t start = begin();
    next();
    next();
    if (bitwise_or() && !at(Kind::Equal) && !at(Kind::ColonEqual)) {
      fail_range(start, last_end(), "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    }
    return error_.has_value();
  }
  if (at(Kind::LeftParen) || at(Kind::LeftBracket)) {
    const Expr* front = atom();
    if (error_) return true;
    if (front && (front->kind == ExprKind::List || front->kind == ExprKind::Tuple ||
                  front->kind == ExprKind::GeneratorExp)) {
      return false;
    }
  } else if (at(Kind::True) || at(Kind::False) || at(Kind::None)) {
    return false;
  }
  position_ = first;
  const Expr* target = bitwise_or();
  if (target && accept(Kind::Equal) && bitwise_or() && !at(Kind::Equal) && !at(Kind::ColonEqual)) {
    std::string message = "cannot assign to ";
    fail(target->span,
         message.append(expression_name(target)).append(" here. Maybe you meant '==' instead of '='?"));
  }
  return error_.has_value();
}

Expr* Parser::expression() {
  const Deeper deeper(*this, kExpressionCost);
  if (deeper.failed()) return nullptr;
  if (at(Kind::Lambda)) return lambda();
  const std::size_t first = position_;
  const std::uint32_t start = begin();
  Expr* body = disjunction();
  if (!body || error_) return nullptr;
  if (diagnosing_) {
    const std::size_t after = position_;
    if (invalid_expression(body, first)) return nullptr;
    position_ = after;
  }
  return at(Kind::If) ? expression_rest(body, start) : body;
}

// At the `if` of a conditional expression.
Expr* Parser::expression_rest(Expr* body, std::uint32_t start) {
  const std::size_t before = position_;
  next();
  Expr* test = disjunction();
  if (error_) return nullptr;
  if (test && diagnosing_ && !at(Kind::Else) && !at(Kind::Colon)) {
    return fail_range(start, last_end(), "expected 'else' after 'if' expression");
  }
  if (test && accept(Kind::Else)) {
    Expr* orelse = expression();
    if (orelse) return make<IfExpExpr>(Expr{ExprKind::IfExp, since(start)}, test, body, orelse);
  }
  if (error_) return nullptr;
  position_ = before;
  return body;
}

// After an expression that begins at token `first`: one more expression right behind it. True: an error was
// set.
bool Parser::invalid_expression(Expr* body, std::size_t first, int words_before) {
  if (first == unhinted_) return false;
  const Token& front = tokens_.list[first];
  const bool is_name = front.kind == Kind::Name;
  const std::string_view word = is_name ? text(front) : std::string_view();
  const bool names_statement = word == "print" || word == "exec";
  if (!starts_expression() && !names_statement) return false;
  const bool is_legacy = body->kind == ExprKind::Name && names_statement;
  const bool before_string = is_name && tokens_.list[first + 1].kind == Kind::String;
  if (starts_expression() && !before_string && !(is_name && begins_soft_keyword(word))) {
    diagnosing_ = false;
    const Expr* behind = expression();
    diagnosing_ = true;
    if (error_) return true;
    if (behind && !is_legacy && tokens_.list[position_ - 1].level != 0) {
      fail_range(body->span.begin, behind->span.end, "invalid syntax. Perhaps you forgot a comma?");
      return true;
    }
  }
  position_ = first + 1;
  if (!is_name || at(Kind::LeftParen)) return false;
  if (begins_soft_keyword(word)) {
    star_expressions();
    return error_.has_value();
  }
  if (!names_statement) {
    // `this is text`: every next word may be the wrong one.
    const std::size_t next_word = position_;
    diagnosing_ = false;
    Expr* then = disjunction();
    diagnosing_ = true;
    if (error_) return true;
    return then && words_before < kMaxWords && invalid_expression(then, next_word, words_before + 1);
  }
  if (!star_expressions()) return error_.has_value();
  std::string message = "Missing parentheses in call to '";
  message.append(word).append("'. Did you mean ").append(word).append("(...)?");
  fail_range(front.span.begin, last_end(), std::move(message));
  return true;
}

Expr* Parser::yield_expression() {
  const std::uint32_t start = begin();
  next();
  if (at(Kind::From)) {
    next();
    Expr* value = expression();
    return value ? make<OperandExpr>(Expr{ExprKind::YieldFrom, since(start)}, value) : nullptr;
  }
  Expr* value = nullptr;
  if (starts_expression() || at(Kind::Star)) {
    const std::size_t before = position_;
    value = star_expressions();
    if (error_) return nullptr;
    if (!value) position_ = before;
  }
  return make<OperandExpr>(Expr{ExprKind::Yield, since(start)}, value);
}

Expr* Parser::lambda() {
  const std::uint32_t start = begin();
  next();
  Parameters* params = parameters(Kind::Colon);
  if (!params) return nullptr;
  if (diagnosing_ && at(Kind::Colon) && kind(1) == Kind::FStringMiddle) {
    next();
    return fail_range(start, last_end(), "f-string: lambda expressions are not allowed without parentheses");
  }
  if (!accept(Kind::Colon)) return nullptr;
  Expr* body = expression();
  return body ? make<LambdaExpr>(Expr{ExprKind::Lambda, since(start)}, params, body) : nullptr;
}

Expr* Parser::disjunction() {
  const std::uint32_t start = begin();
  Expr* first = conjunction();
  if (!first || !at(Kind::Or)) return first;
  std::vector<Expr*> values{first};
  while (at(Kind::Or)) {
    const std::size_t before = position_;
    next();
    Expr* value = conjunction();
    if (error_) return nullptr;
    if (!value) {
      position_ = before;
      break;
    }
    values.push_back(value);
  }
  if (values.size() == 1) return first;
  return make<BoolOpExpr>(Expr{ExprKind::BoolOp, since(start)}, true, arena_.copy(values));
}

Expr* Parser::conjunction() {
  const std::uint32_t start = begin();
  Expr* first = inversion();
  if (!first || !at(Kind::And)) return first;
  std::vector<Expr*> values{first};
  while (at(Kind::And)) {
    const std::size_t before = position_;
    next();
    Expr* value = inversion();
    if (error_) return nullptr;
    if (!value) {
      position_ = before;
      break;
    }
    values.push_back(value);
  }
  if (values.size() == 1) return first;
  return make<BoolOpExpr>(Expr{ExprKind::BoolOp, since(start)}, false, arena_.copy(values));
}

Expr* Parser::inversion() {
  if (!at(Kind::Not)) return comparison();
  const Deeper deeper(*this, 1);
  if (deeper.failed()) return nullptr;
  const std::uint32_t start = begin();
  next();
  Expr* operand = inversion();
  return operand ? make<UnaryOpExpr>(Expr{ExprKind::UnaryOp, since(start)}, UnaryKind::Not, operand)
                 : nullptr;
}

bool Parser::comparison_operator(Comparison& out) {
  switch (kind()) {
    case Kind::Less:
      out = Comparison::Less;
      break;
    case Kind::LessEqual:
      out = Comparison::LessEqual;
      break;
    case Kind::EqualEqual:
      out = Comparison::Equal;
      break;
    case Kind::NotEqual:
      if (text(token()) == "<>") return false;
      out = Comparison::NotEqual;
      break;
    case Kind::Greater:
      out = Comparison::Greater;
      break;
    case Kind::GreaterEqual:
      out = Comparison::GreaterEqual;
      break;
    case Kind::In:
      out = Comparison::In;
      break;
    case Kind::Is:
      out = kind(1) == Kind::Not ? Comparison::IsNot : Comparison::Is;
      if (out == Comparison::IsNot) next();
      break;
    case Kind::Not:
      if (kind(1) != Kind::In) return false;
      out = Comparison::NotIn;
      next();
      break;
    default:
      return false;
  }
  next();
  return true;
}

Expr* Parser::comparison() {
  const std::uint32_t start = begin();
  Expr* left = bitwise_or();
  if (!left) return nullptr;
  std::vector<Comparison> operators;
  std::vector<Expr*> operands;
  for (;;) {
    const std::size_t before = position_;
    Comparison op{};
    if (!comparison_operator(op)) break;
    Expr* operand = bitwise_or();
    if (error_) return nullptr;
    if (!operand) {
      position_ = before;
      break;
    }
    operators.push_back(op);
    operands.push_back(operand);
  }
  if (operands.empty()) return left;
  return make<CompareExpr>(Expr{ExprKind::Compare, since(start)}, left, arena_.copy(operators),
                           arena_.copy(operands));
}

namespace {

// From | (0) to the products (5); -1: no binary operator.
int precedence_of(TokenKind kind, BinaryOperator& op) {
  switch (kind) {
    case TokenKind::Bar:
      op = BinaryOperator::kOr;
      return 0;
    case TokenKind::Caret:
      op = BinaryOperator::kXor;
      return 1;
    case TokenKind::Ampersand:
      op = BinaryOperator::kAnd;
      return 2;
    case TokenKind::LeftShift:
      op = BinaryOperator::kLeftShift;
      return 3;
    case TokenKind::RightShift:
      op = BinaryOperator::kRightShift;
      return 3;
    case TokenKind::Plus:
      op = BinaryOperator::kAdd;
      return 4;
    case TokenKind::Minus:
      op = BinaryOperator::kSubtract;
      return 4;
    case TokenKind::Star:
      op = BinaryOperator::kMultiply;
      return 5;
    case TokenKind::Slash:
      op = BinaryOperator::kTrueDivide;
      return 5;
    case TokenKind::DoubleSlash:
      op = BinaryOperator::kFloorDivide;
      return 5;
    case TokenKind::Percent:
      op = BinaryOperator::kModulo;
      return 5;
    case TokenKind::At:
      op = BinaryOperator::kMatrixMultiply;
      return 5;
    default:
      return -1;
  }
}

}  // namespace

Expr* Parser::binary(int precedence) {
  const std::uint32_t start = begin();
  Expr* left = unary();
  while (left && !error_) {
    BinaryOperator op{};
    const int found = precedence_of(kind(), op);
    if (found < precedence) break;
    const std::size_t before = position_;
    next();
    const bool before_not = at(Kind::Not);
    Expr* right = binary(found + 1);
    if (diagnosing_ && before_not && found >= 4) return fail_before_not();
    if (error_) return nullptr;
    if (!right) {
      position_ = before;
      break;
    }
    left = make<BinOpExpr>(Expr{ExprKind::BinOp, since(start)}, op, left, right);
  }
  return left;
}

// At the `not` of `1 + not x`.
std::nullptr_t Parser::fail_before_not() {
  const std::uint32_t start = begin();
  if (!inversion()) return nullptr;
  return fail_range(start, last_end(), "'not' after an operator must be parenthesized");
}

Expr* Parser::unary() {
  const bool is_plus = at(Kind::Plus), is_minus = at(Kind::Minus);
  if (!is_plus && !is_minus && !at(Kind::Tilde)) return power();
  const Deeper deeper(*this, 1);
  if (deeper.failed()) return nullptr;
  const std::uint32_t start = begin();
  next();
  if (diagnosing_ && at(Kind::Not)) return fail_before_not();
  Expr* operand = unary();
  const UnaryKind op = is_plus ? UnaryKind::Plus : is_minus ? UnaryKind::Minus : UnaryKind::Invert;
  return operand ? make<UnaryOpExpr>(Expr{ExprKind::UnaryOp, since(start)}, op, operand) : nullptr;
}

Expr* Parser::power() {
  const std::uint32_t start = begin();
  const bool awaits = accept(Kind::Await);
  Expr* base = primary();
  if (base && awaits) base = make<OperandExpr>(Expr{ExprKind::Await, since(start)}, base);
  if (!base || !at(Kind::DoubleStar)) return base;
  const Deeper deeper(*this, 2);
  if (deeper.failed()) return nullptr;
  const std::size_t before = position_;
  next();
  Expr* exponent = unary();
  if (error_) return nullptr;
  if (exponent)
    return make<BinOpExpr>(Expr{ExprKind::BinOp, since(start)}, BinaryOperator::kPower, base, exponent);
  position_ = before;
  return base;
}

}  // namespace loopscope::python
