// Attributes, calls with their arguments, subscripts. Not for: what they begin with (parser_atoms.cpp).
#include "core/python/parser_state.h"

namespace loopscope::python {

Expr* Parser::primary() {
  const std::uint32_t start = begin();
  Expr* value = atom();
  while (value && !error_) {
    const std::size_t before = position_;
    Expr* longer = nullptr;
    if (at(Kind::Dot)) {
      next();
      Identifier attribute;
      if (name(attribute))
        longer = make<AttributeExpr>(Expr{ExprKind::Attribute, since(start)}, value, attribute);
    } else if (at(Kind::LeftParen)) {
      longer = call(value, start);
    } else if (at(Kind::LeftBracket)) {
      next();
      Expr* index = slices();
      if (index && accept(Kind::RightBracket)) {
        longer = make<SubscriptExpr>(Expr{ExprKind::Subscript, since(start)}, value, index);
      }
    } else {
      return value;
    }
    if (error_) return nullptr;
    if (!longer) {
      position_ = before;
      return value;
    }
    value = longer;
  }
  return value;
}

Expr* Parser::call(Expr* function, std::uint32_t start) {
  next();
  std::vector<Expr*> positional;
  std::vector<Keyword> keywords;
  if (!arguments(positional, keywords) || !accept(Kind::RightParen)) return nullptr;
  return make<CallExpr>(Expr{ExprKind::Call, since(start)}, function, arena_.copy(positional),
                        arena_.copy(keywords));
}

// Up to the closing parenthesis, which the caller reads.
bool Parser::arguments(std::vector<Expr*>& positional, std::vector<Keyword>& keywords) {
  const Deeper deeper(*this, 1);
  if (deeper.failed()) return false;
  while (!error_ && !at(Kind::RightParen)) {
    if (!argument(positional, keywords)) return false;
    if (at_comprehension()) {
      if (!positional.empty() && positional.back()->kind != ExprKind::Starred) {
        invalid_arguments(positional.back()->span.begin, false);
      }
      return false;
    }
    if (!accept(Kind::Comma)) return !error_;
  }
  return !error_;
}

bool Parser::argument(std::vector<Expr*>& positional, std::vector<Keyword>& keywords) {
  const std::uint32_t start = begin();
  const std::size_t first = position_;
  if (at(Kind::DoubleStar) || (at(Kind::Name) && kind(1) == Kind::Equal))
    return keyword_argument(positional, keywords);
  const bool after_unpacking = !keywords.empty() && keywords.back().name.text.empty();
  if (at(Kind::Star)) {
    const std::uint32_t comma = last_end() - 1;
    next();
    if (!starts_expression()) {
      if (diagnosing_) fail_furthest("Invalid star expression");
      return false;
    }
    // Of what is wrong in brackets behind a star CPython says no more than that.
    if (diagnosing_ && (at(Kind::LeftBracket) || at(Kind::LeftParen) || at(Kind::LeftBrace))) {
      const std::size_t before = position_;
      diagnosing_ = false;
      const Expr* inside = expression();
      diagnosing_ = true;
      if (error_) return false;
      if (!inside) {
        fail_furthest("Invalid star expression");
        return false;
      }
      position_ = before;
    }
    if (after_unpacking) {
      if (diagnosing_ && expression()) {
        if (accept(Kind::Comma)) token();
        fail_range(comma, token().span.end - 1,
                   "iterable argument unpacking follows keyword argument unpacking");
      }
      return false;
    }
    Expr* value = expression();
    if (!value) return false;
    if (at(Kind::Equal)) {
      if (diagnosing_) {
        next();
        if (expression()) fail_range(start, last_end(), "cannot assign to iterable argument unpacking");
      }
      return false;
    }
    positional.push_back(make<StarredExpr>(Expr{ExprKind::Starred, since(start)}, value));
    return true;
  }
  if (diagnosing_ && (at(Kind::True) || at(Kind::False) || at(Kind::None)) && kind(1) == Kind::Equal) {
    const std::string message = "cannot assign to " + std::string(text(token()));
    fail_range(start, token(1).span.end, message);
    return false;
  }
  const bool is_named = at(Kind::Name) && kind(1) == Kind::ColonEqual;
  Expr* value = is_named ? named_expression() : expression();
  if (!value || at(Kind::ColonEqual)) return false;
  if (at(Kind::Equal)) {
    if (diagnosing_) {
      next();
      fail_range(value->span.begin, last_end(),
                 "expression cannot contain assignment, perhaps you meant \"==\"?");
    }
    return false;
  }
  if (at_comprehension() && positional.empty() && keywords.empty()) {
    // f(x for x in y): the call's own parentheses are the generator's.
    const std::uint32_t open = tokens_.list[first - 1].span.begin;
    Seq<Comprehension> clauses;
    if (!comprehension_clauses(clauses)) return false;
    if (!at(Kind::RightParen)) return invalid_arguments(start, true);
    const Span span{open, token().span.end};
    positional.push_back(
        make<ComprehensionExpr>(Expr{ExprKind::GeneratorExp, span}, value, nullptr, clauses));
    return true;
  }
  positional.push_back(value);
  if (keywords.empty() || at_comprehension()) return true;
  if (!diagnosing_) return false;
  // CPython reads all that is left before it says so.
  std::vector<Expr*> rest;
  std::vector<Keyword> rest_keywords;
  if (accept(Kind::Comma) && !arguments(rest, rest_keywords) && error_) return false;
  bool unpacks = false;
  for (const Keyword& keyword : keywords) unpacks = unpacks || keyword.name.text.empty();
  fail_furthest(unpacks ? "positional argument follows keyword argument unpacking"
                        : "positional argument follows keyword argument");
  return false;
}

bool Parser::keyword_argument(std::vector<Expr*>& positional, std::vector<Keyword>& keywords) {
  const std::uint32_t start = begin();
  Keyword keyword{};
  const bool unpacks = accept(Kind::DoubleStar);
  if (!unpacks) {
    name(keyword.name);
    next();
    if (diagnosing_ && (at(Kind::Comma) || at(Kind::RightParen))) {
      fail_range(start, last_end(), "expected argument value expression");
      return false;
    }
  }
  keyword.value = expression();
  if (!keyword.value) return false;
  if (unpacks && at(Kind::Equal)) {
    if (diagnosing_) {
      next();
      if (expression()) fail_range(start, last_end(), "cannot assign to keyword argument unpacking");
    }
    return false;
  }
  if (!unpacks && at_comprehension()) {
    if (diagnosing_) {
      const std::uint32_t equal_end = keyword.name.span.end;
      Seq<Comprehension> clauses;
      if (comprehension_clauses(clauses)) {
        std::uint32_t end = equal_end;
        while (source_.text()[end] != '=') end++;
        fail_range(start, end + 1, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
      }
    }
    return false;
  }
  keyword.span = since(start);
  keywords.push_back(keyword);
  return positional.empty() || !error_;
}

// A generator without parentheses, begun at `start`, that is not the only argument. Its clauses are read
// already where it is the first (`is_first`). Never a match.
bool Parser::invalid_arguments(std::uint32_t start, bool is_first) {
  if (!diagnosing_) return false;
  Seq<Comprehension> clauses;
  if (!is_first && !comprehension_clauses(clauses)) return false;
  const std::uint32_t end = last_end();
  if (is_first) {
    if (!accept(Kind::Comma)) return false;
    std::vector<Expr*> rest;
    std::vector<Keyword> rest_keywords;
    if (!arguments(rest, rest_keywords) && error_) return false;
  }
  fail_range(start, end, "Generator expression must be parenthesized");
  return false;
}

Expr* Parser::slices() {
  const std::uint32_t start = begin();
  const auto item_here = [this] { return at(Kind::Star) ? star_named_expression() : slice(); };
  Expr* first = item_here();
  if (!first) return nullptr;
  if (!at(Kind::Comma) && first->kind != ExprKind::Starred) return first;
  std::vector<Expr*> items{first};
  while (accept(Kind::Comma) && !at(Kind::RightBracket)) {
    Expr* item = item_here();
    if (!item) return nullptr;
    items.push_back(item);
  }
  return make<SequenceExpr>(Expr{ExprKind::Tuple, since(start)}, arena_.copy(items));
}

Expr* Parser::slice() {
  const Deeper deeper(*this, 1);
  if (deeper.failed()) return nullptr;
  const std::uint32_t start = begin();
  Expr* lower = nullptr;
  if (!at(Kind::Colon)) {
    lower = named_expression();
    if (!lower || !at(Kind::Colon)) return lower;
  }
  next();
  const auto part = [this]() -> Expr* {
    if (!starts_expression()) return nullptr;
    const std::size_t before = position_;
    Expr* value = expression();
    if (!value) position_ = before;
    return value;
  };
  Expr* upper = part();
  Expr* step = !error_ && accept(Kind::Colon) ? part() : nullptr;
  if (error_) return nullptr;
  return make<SliceExpr>(Expr{ExprKind::Slice, since(start)}, lower, upper, step);
}

}  // namespace loopscope::python
