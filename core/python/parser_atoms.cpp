// Names, numbers, and what stands in brackets: groups, tuples, lists, sets, dicts, comprehensions. Not for:
// strings (parser_strings.cpp).
#include "core/python/number.h"
#include "core/python/parser_state.h"

namespace loopscope::python {

Expr* Parser::atom() {
  switch (kind()) {
    case Kind::Name: {
      const Token& found = next();
      return make<NameExpr>(Expr{ExprKind::Name, found.span}, name_text(found));
    }
    case Kind::Number:
      return number();
    case Kind::String:
    case Kind::FStringStart:
      return strings();
    case Kind::None:
    case Kind::True:
    case Kind::False:
    case Kind::Ellipsis: {
      const Token& found = next();
      const Literal literal = found.kind == Kind::None    ? Literal::None
                              : found.kind == Kind::True  ? Literal::True
                              : found.kind == Kind::False ? Literal::False
                                                          : Literal::Ellipsis;
      return make<ConstantExpr>(Expr{ExprKind::Constant, found.span}, literal);
    }
    case Kind::LeftParen:
      return parenthesized();
    case Kind::LeftBracket:
      return list_display();
    case Kind::LeftBrace:
      return brace_display();
    default:
      return nullptr;
  }
}

Expr* Parser::number() {
  const Token& found = next();
  NumberValue value = number_value(text(found));
  const Expr base{ExprKind::Constant, found.span};
  switch (value.kind) {
    case NumberValue::Kind::Integer:
      return make<ConstantExpr>(base, Literal::Integer, value.integer);
    case NumberValue::Kind::BigInteger:
      return make<ConstantExpr>(base, Literal::BigInteger, 0, 0.0,
                                arena_.copy(std::string_view(value.hexadecimal)));
    case NumberValue::Kind::Float:
      return make<ConstantExpr>(base, Literal::Float, 0, value.number);
    case NumberValue::Kind::Imaginary:
      return make<ConstantExpr>(base, Literal::Imaginary, 0, value.number);
    case NumberValue::Kind::TooManyDigits:
      break;
  }
  fail_range(found.span.begin, found.span.begin,
             "Exceeds the limit (4300 digits) for integer string conversion: value has " +
                 std::to_string(value.digit_count) +
                 " digits; use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for "
                 "huge integer "
                 "literals to avoid decimal conversion limits.");
  if (error_) error_->column = error_->end_column = 0;
  return nullptr;
}

// (yield x)   (x)   (x, y)   (x for x in y)   ()
Expr* Parser::parenthesized() {
  const std::uint32_t start = begin();
  next();
  if (accept(Kind::RightParen)) return make<SequenceExpr>(Expr{ExprKind::Tuple, since(start)}, Seq<Expr*>());
  if (at(Kind::Yield)) {
    Expr* value = yield_expression();
    return value && accept(Kind::RightParen) ? value : nullptr;
  }
  if (diagnosing_ && at(Kind::DoubleStar)) {
    const Span stars = next().span;
    if (expression() && at(Kind::RightParen)) return fail(stars, "cannot use double starred expression here");
    return nullptr;
  }
  Expr* first = star_named_expression();
  if (!first) return nullptr;
  if (at(Kind::Comma)) {
    std::vector<Expr*> items{first};
    if (!more_items(items, Kind::RightParen) || !accept(Kind::RightParen)) return nullptr;
    return make<SequenceExpr>(Expr{ExprKind::Tuple, since(start)}, arena_.copy(items));
  }
  if (at_comprehension()) {
    if (first->kind == ExprKind::Starred) {
      invalid_comprehension(first, {}, Kind::RightParen);
      return nullptr;
    }
    return comprehension(ExprKind::GeneratorExp, first, nullptr, start, Kind::RightParen);
  }
  if (first->kind == ExprKind::Starred) {
    return diagnosing_ && at(Kind::RightParen) ? fail(first->span, "cannot use starred expression here")
                                               : nullptr;
  }
  return accept(Kind::RightParen) ? first : nullptr;
}

// At the comma after the first item: the others, and a comma at the end.
bool Parser::more_items(std::vector<Expr*>& items, Kind closer) {
  while (accept(Kind::Comma)) {
    if (diagnosing_ && closer != Kind::RightParen && at_comprehension()) {
      return invalid_comprehension(items[0], items, closer);
    }
    if (at(closer)) return true;
    Expr* item = star_named_expression();
    if (!item) return false;
    items.push_back(item);
    if (diagnosing_ && closer != Kind::RightParen && at_comprehension()) {
      return invalid_comprehension(items[0], items, closer);
    }
  }
  return !error_;
}

// At `for` after what cannot be a comprehension's element. Never a match.
bool Parser::invalid_comprehension(const Expr* element, const std::vector<Expr*>& items, Kind closer) {
  if (!diagnosing_) return false;
  Seq<Comprehension> clauses;
  if (!comprehension_clauses(clauses)) return false;
  if (items.empty()) {
    fail(element->span, "iterable unpacking cannot be used in comprehension");
  } else if (closer != Kind::RightParen) {
    fail_range(element->span.begin, items.back()->span.end,
               "did you forget parentheses around the comprehension target?");
  }
  return false;
}

Expr* Parser::list_display() {
  const std::uint32_t start = begin();
  next();
  std::vector<Expr*> items;
  if (!at(Kind::RightBracket)) {
    Expr* first = star_named_expression();
    if (!first) return nullptr;
    if (at_comprehension()) {
      if (first->kind != ExprKind::Starred) {
        return comprehension(ExprKind::ListComp, first, nullptr, start, Kind::RightBracket);
      }
      invalid_comprehension(first, {}, Kind::RightBracket);
      return nullptr;
    }
    items.push_back(first);
    if (!more_items(items, Kind::RightBracket)) return nullptr;
  }
  if (!accept(Kind::RightBracket)) return nullptr;
  return make<SequenceExpr>(Expr{ExprKind::List, since(start)}, arena_.copy(items));
}

// {}   {a: b}   {**a}   {a}   {a for a in b}
Expr* Parser::brace_display() {
  const std::uint32_t start = begin();
  next();
  if (at(Kind::RightBrace) || at(Kind::DoubleStar)) return dict_display(start, nullptr);
  Expr* first = star_named_expression();
  if (!first) return nullptr;
  if (at(Kind::Colon)) return dict_display(start, first);
  if (at_comprehension()) {
    if (first->kind != ExprKind::Starred) {
      return comprehension(ExprKind::SetComp, first, nullptr, start, Kind::RightBrace);
    }
    invalid_comprehension(first, {}, Kind::RightBrace);
    return nullptr;
  }
  std::vector<Expr*> items{first};
  if (!more_items(items, Kind::RightBrace) || !accept(Kind::RightBrace)) return nullptr;
  return make<SequenceExpr>(Expr{ExprKind::Set, since(start)}, arena_.copy(items));
}

// `first_key`: read already; null: nothing is.
Expr* Parser::dict_display(std::uint32_t start, Expr* first_key) {
  std::vector<Expr*> keys, values;
  while (!at(Kind::RightBrace)) {
    const Span item = token().span;
    if (!dict_item(first_key, keys, values)) return nullptr;
    first_key = nullptr;
    if (keys.size() == 1 && at_comprehension()) {
      if (keys[0]) return comprehension(ExprKind::DictComp, keys[0], values[0], start, Kind::RightBrace);
      if (diagnosing_) {
        Seq<Comprehension> clauses;
        if (comprehension_clauses(clauses) && at(Kind::RightBrace)) {
          fail(item, "dict unpacking cannot be used in dict comprehension");
        }
      }
      return nullptr;
    }
    if (!accept(Kind::Comma)) break;
  }
  if (!accept(Kind::RightBrace)) return nullptr;
  return make<DictExpr>(Expr{ExprKind::Dict, since(start)}, arena_.copy(keys), arena_.copy(values));
}

bool Parser::dict_item(Expr* key, std::vector<Expr*>& keys, std::vector<Expr*>& values) {
  if (!key && accept(Kind::DoubleStar)) {
    Expr* mapping = bitwise_or();
    if (!mapping) return false;
    keys.push_back(nullptr);
    values.push_back(mapping);
    return true;
  }
  if (!keys.empty()) unhinted_ = position_;
  if (!key) key = expression();
  if (!key) return false;
  if (!at(Kind::Colon)) {
    if (diagnosing_ && !keys.empty()) {
      fail_range(key->span.end - 1, key->span.end - 1, "':' expected after dictionary key");
      if (error_) error_->end_line = error_->line, error_->end_column = 0;
    }
    return false;
  }
  const Span colon = next().span;
  if (diagnosing_ && (at(Kind::RightBrace) || at(Kind::Comma))) {
    fail(colon, "expression expected after dictionary key and ':'");
    return false;
  }
  if (diagnosing_ && at(Kind::Star)) {
    const std::uint32_t star = begin();
    next();
    if (bitwise_or()) {
      fail_range(star, last_end(), "cannot use a starred expression in a dictionary value");
    }
    return false;
  }
  Expr* value = expression();
  if (!value) return false;
  keys.push_back(key);
  values.push_back(value);
  return true;
}

Expr* Parser::comprehension(ExprKind kind, Expr* element, Expr* value, std::uint32_t start, Kind closer) {
  Seq<Comprehension> clauses;
  if (!comprehension_clauses(clauses) || !accept(closer)) return nullptr;
  return make<ComprehensionExpr>(Expr{kind, since(start)}, element, value, clauses);
}

bool Parser::comprehension_clauses(Seq<Comprehension>& out) {
  std::vector<Comprehension> clauses;
  while (at_comprehension()) {
    if (!comprehension_clause(clauses)) return false;
  }
  out = arena_.copy(clauses);
  return !error_;
}

bool Parser::comprehension_clause(std::vector<Comprehension>& clauses) {
  Comprehension clause{};
  clause.is_async = accept(Kind::Async);
  next();
  const std::size_t first = position_;
  clause.target = star_targets();
  if (error_) return false;
  if (!clause.target || !at(Kind::In)) {
    position_ = first;
    bool read = bitwise_or() != nullptr;
    while (read && accept(Kind::Comma) && starts_expression()) read = bitwise_or() != nullptr;
    if (error_) return false;
    if (read && !at(Kind::In)) {
      fail_furthest("'in' expected after for-loop variables");
      return false;
    }
    if (!diagnosing_) return false;
    position_ = first;
    const Expr* wrong = star_expressions();
    if (wrong) fail_invalid_target(wrong, TargetUse::For);
    return false;
  }
  next();
  set_context(clause.target, Context::Store);
  clause.iterable = disjunction();
  if (!clause.iterable) return false;
  std::vector<Expr*> conditions;
  while (accept(Kind::If)) {
    Expr* condition = disjunction();
    if (!condition) return false;
    conditions.push_back(condition);
  }
  clause.conditions = arena_.copy(conditions);
  clauses.push_back(clause);
  return !error_;
}

}  // namespace loopscope::python
