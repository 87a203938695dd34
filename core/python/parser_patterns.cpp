// Patterns of `case`. Not for: the statement around them (parser_match.cpp).
#include "core/python/parser_state.h"

namespace loopscope::python {

Pattern* Parser::patterns() {
  const std::uint32_t start = begin();
  Pattern* first = maybe_star_pattern();
  if (!first) return nullptr;
  if (!at(Kind::Comma)) {
    if (first->kind == PatternKind::Star) return nullptr;
    return first;
  }
  std::vector<Pattern*> items{first};
  while (accept(Kind::Comma) && !at(Kind::Colon) && !at(Kind::If)) {
    Pattern* item = maybe_star_pattern();
    if (!item) return nullptr;
    items.push_back(item);
  }
  return make<PatternList>(Pattern{PatternKind::Sequence, since(start)}, arena_.copy(items));
}

Pattern* Parser::maybe_star_pattern() {
  if (!at(Kind::Star)) return as_pattern();
  const std::uint32_t start = begin();
  next();
  Identifier identifier;
  if (!name(identifier)) return nullptr;
  if (identifier.text == "_") identifier.text = {};
  return make<StarPattern>(Pattern{PatternKind::Star, since(start)}, identifier);
}

Pattern* Parser::as_pattern() {
  const Deeper deeper(*this, kExpressionCost);
  if (deeper.failed()) return nullptr;
  const std::uint32_t start = begin();
  Pattern* pattern = or_pattern();
  if (!pattern || !at(Kind::As)) return pattern;
  next();
  const Kind after = kind(1);
  const bool is_plain =
      at(Kind::Name) && after != Kind::Dot && after != Kind::LeftParen && after != Kind::Equal;
  if (at_word("_")) return diagnosing_ ? fail_next("cannot use '_' as a target") : nullptr;
  if (!is_plain) {
    if (!diagnosing_) return nullptr;
    const Expr* wrong = expression();
    return wrong ? fail(wrong->span, "invalid pattern target") : nullptr;
  }
  Identifier identifier;
  name(identifier);
  return make<AsPattern>(Pattern{PatternKind::As, since(start)}, pattern, identifier);
}

Pattern* Parser::or_pattern() {
  const std::uint32_t start = begin();
  Pattern* first = closed_pattern();
  if (!first || !at(Kind::Bar)) return first;
  std::vector<Pattern*> items{first};
  while (accept(Kind::Bar)) {
    Pattern* item = closed_pattern();
    if (!item) return nullptr;
    items.push_back(item);
  }
  return make<PatternList>(Pattern{PatternKind::Or, since(start)}, arena_.copy(items));
}

Pattern* Parser::closed_pattern() {
  const std::uint32_t start = begin();
  switch (kind()) {
    case Kind::Number:
    case Kind::Minus:
      return number_pattern();
    case Kind::String:
    case Kind::FStringStart: {
      Expr* value = strings();
      if (!value) return nullptr;
      if (value->kind == ExprKind::JoinedStr) {
        return fail(value->span, "patterns may only match literals and attribute lookups");
      }
      return make<ValuePattern>(Pattern{PatternKind::Value, since(start)}, value);
    }
    case Kind::None:
    case Kind::True:
    case Kind::False: {
      Expr* value = atom();
      return value ? make<ValuePattern>(Pattern{PatternKind::Singleton, since(start)}, value) : nullptr;
    }
    case Kind::Name:
      return name_pattern();
    case Kind::LeftParen:
    case Kind::LeftBracket:
      return sequence_pattern();
    case Kind::LeftBrace:
      return mapping_pattern();
    default:
      return nullptr;
  }
}

Pattern* Parser::number_pattern() {
  const std::uint32_t start = begin();
  Expr* value = signed_number();
  return value ? make<ValuePattern>(Pattern{PatternKind::Value, since(start)}, value) : nullptr;
}

// 1   -1   1 + 2j   -1 - 2j
Expr* Parser::signed_number() {
  const std::uint32_t start = begin();
  const bool negative = accept(Kind::Minus);
  if (!at(Kind::Number)) return nullptr;
  Expr* value = number();
  if (!value) return nullptr;
  if (negative) value = make<UnaryOpExpr>(Expr{ExprKind::UnaryOp, since(start)}, UnaryKind::Minus, value);
  if (!at(Kind::Plus) && !at(Kind::Minus)) return value;
  const Expr* real = negative ? static_cast<UnaryOpExpr*>(value)->operand : value;
  if (static_cast<const ConstantExpr*>(real)->literal == Literal::Imaginary) {
    return diagnosing_ ? fail(value->span, "real number required in complex literal") : nullptr;
  }
  const BinaryOperator op = next().kind == Kind::Plus ? BinaryOperator::kAdd : BinaryOperator::kSubtract;
  if (!at(Kind::Number)) return nullptr;
  Expr* imaginary = number();
  if (!imaginary) return nullptr;
  if (static_cast<ConstantExpr*>(imaginary)->literal != Literal::Imaginary) {
    return diagnosing_ ? fail(imaginary->span, "imaginary number required in complex literal") : nullptr;
  }
  return make<BinOpExpr>(Expr{ExprKind::BinOp, since(start)}, op, value, imaginary);
}

Pattern* Parser::name_pattern() {
  const std::uint32_t start = begin();
  const Token& first = next();
  const std::string_view spelling = name_text(first);
  if (!at(Kind::Dot) && !at(Kind::LeftParen)) {
    if (at(Kind::Equal)) return nullptr;
    const bool is_wildcard = spelling == "_";
    return make<AsPattern>(Pattern{PatternKind::As, since(start)}, nullptr,
                           Identifier{is_wildcard ? std::string_view() : spelling, first.span});
  }
  Expr* value = make<NameExpr>(Expr{ExprKind::Name, first.span}, spelling);
  while (accept(Kind::Dot)) {
    Identifier attribute;
    if (!name(attribute)) return nullptr;
    value = make<AttributeExpr>(Expr{ExprKind::Attribute, since(start)}, value, attribute);
  }
  if (at(Kind::LeftParen)) return class_pattern(value, start);
  return make<ValuePattern>(Pattern{PatternKind::Value, since(start)}, value);
}

Pattern* Parser::class_pattern(Expr* type, std::uint32_t start) {
  next();
  std::vector<Pattern*> positional, keyword_patterns;
  std::vector<Identifier> keyword_names;
  while (!at(Kind::RightParen)) {
    if (at(Kind::Name) && kind(1) == Kind::Equal) {
      Identifier keyword;
      name(keyword);
      next();
      keyword_names.push_back(keyword);
      Pattern* pattern = as_pattern();
      if (!pattern) return nullptr;
      keyword_patterns.push_back(pattern);
    } else {
      Pattern* pattern = as_pattern();
      if (!pattern) return nullptr;
      if (!keyword_names.empty()) {
        return diagnosing_ ? fail(pattern->span, "positional patterns follow keyword patterns") : nullptr;
      }
      positional.push_back(pattern);
    }
    if (!accept(Kind::Comma)) break;
  }
  if (!accept(Kind::RightParen)) return nullptr;
  return make<ClassPattern>(Pattern{PatternKind::Class, since(start)}, type, arena_.copy(positional),
                            arena_.copy(keyword_names), arena_.copy(keyword_patterns));
}

// (a, *b)   [a]   (a): that last one is a group
Pattern* Parser::sequence_pattern() {
  const std::uint32_t start = begin();
  const bool is_list = next().kind == Kind::LeftBracket;
  const Kind closer = is_list ? Kind::RightBracket : Kind::RightParen;
  std::vector<Pattern*> items;
  bool comma = false;
  while (!at(closer)) {
    Pattern* item = maybe_star_pattern();
    if (!item) return nullptr;
    items.push_back(item);
    comma = accept(Kind::Comma);
    if (!comma) break;
  }
  if (!accept(closer)) return nullptr;
  if (!is_list && items.size() == 1 && !comma)
    return items[0]->kind == PatternKind::Star ? nullptr : items[0];
  return make<PatternList>(Pattern{PatternKind::Sequence, since(start)}, arena_.copy(items));
}

Pattern* Parser::mapping_pattern() {
  const std::uint32_t start = begin();
  next();
  std::vector<Expr*> keys;
  std::vector<Pattern*> values;
  Identifier rest{};
  while (!at(Kind::RightBrace)) {
    if (accept(Kind::DoubleStar)) {
      if (!name(rest) || rest.text == "_") return nullptr;
      accept(Kind::Comma);
      break;
    }
    Expr* key = literal_key();
    if (!key || !accept(Kind::Colon)) return nullptr;
    Pattern* value = as_pattern();
    if (!value) return nullptr;
    keys.push_back(key);
    values.push_back(value);
    if (!accept(Kind::Comma)) break;
  }
  if (!accept(Kind::RightBrace)) return nullptr;
  return make<MappingPattern>(Pattern{PatternKind::Mapping, since(start)}, arena_.copy(keys),
                              arena_.copy(values), rest);
}

// A literal, or a dotted name.
Expr* Parser::literal_key() {
  const std::uint32_t start = begin();
  switch (kind()) {
    case Kind::Number:
    case Kind::Minus:
      return signed_number();
    case Kind::String:
      return strings();
    case Kind::None:
    case Kind::True:
    case Kind::False:
      return atom();
    case Kind::Name: {
      const Token& first = next();
      Expr* value = make<NameExpr>(Expr{ExprKind::Name, first.span}, name_text(first));
      if (!at(Kind::Dot)) return nullptr;
      while (accept(Kind::Dot)) {
        Identifier attribute;
        if (!name(attribute)) return nullptr;
        value = make<AttributeExpr>(Expr{ExprKind::Attribute, since(start)}, value, attribute);
      }
      return value;
    }
    default:
      return nullptr;
  }
}

}  // namespace loopscope::python
