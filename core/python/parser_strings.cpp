// Strings side by side, and f-strings: their text, fields, conversions and specs. Not for: escapes
// (string_literal.h), where a string ends (lexer_strings.cpp).
#include "core/python/parser_state.h"
#include "core/python/string_literal.h"

namespace loopscope::python {

namespace {

bool is_text(const Expr* expr) { return expr->kind == ExprKind::Constant; }

}  // namespace

Expr* Parser::strings() {
  const std::uint32_t start = begin();
  std::vector<Expr*> values;
  bool formatted = false, has_text = false, has_bytes = false;
  while (at(Kind::String) || at(Kind::FStringStart)) {
    if (at(Kind::FStringStart)) {
      formatted = has_text = true;
      if (!fstring(values)) return nullptr;
      continue;
    }
    Expr* value = plain_string(next());
    if (!value) return nullptr;
    const bool is_bytes = static_cast<ConstantExpr*>(value)->literal == Literal::Bytes;
    (is_bytes ? has_bytes : has_text) = true;
    values.push_back(value);
  }
  if (error_) return nullptr;
  if (has_text && has_bytes) return fail_furthest("cannot mix bytes and nonbytes literals");
  return join_strings(values, formatted, start);
}

Expr* Parser::plain_string(const Token& token) {
  const StringLiteral literal = split_string_literal(text(token));
  if (literal.is_bytes) {
    for (const char c : literal.body) {
      if (static_cast<unsigned char>(c) >= 0x80)
        return fail(token.span, "bytes can only contain ASCII literal characters");
    }
  }
  Expr* value = unescaped(literal.body, literal.is_raw, literal.is_bytes, token.span);
  if (value) static_cast<ConstantExpr*>(value)->has_u_prefix = literal.is_unicode;
  return value;
}

Expr* Parser::unescaped(std::string_view body, bool raw, bool bytes, Span span) {
  const Literal literal = bytes ? Literal::Bytes : Literal::String;
  std::string_view value = body;
  if (!raw && body.find('\\') != std::string_view::npos) {
    UnescapedString result = unescape_string(body, bytes);
    if (!result.error.empty()) return fail(span, std::move(result.error));
    if (!result.warning.empty() && span.end > warned_until_) {
      warned_until_ = span.end;
      const std::uint32_t line = source_.line_of(span.begin);
      warnings_.push_back({std::move(result.warning), line, std::string(source_.line_text(line))});
    }
    value = arena_.copy(std::string_view(result.text));
  }
  return make<ConstantExpr>(Expr{ExprKind::Constant, span}, literal, 0, 0.0, value);
}

// One constant where nothing is formatted; otherwise the pieces, with texts side by side made one and empty
// ones left out.
Expr* Parser::join_strings(const std::vector<Expr*>& values, bool formatted, std::uint32_t start) {
  if (!formatted && values.size() == 1) return values[0];
  std::vector<Expr*> joined;
  for (std::size_t i = 0; i < values.size();) {
    if (!is_text(values[i])) {
      joined.push_back(values[i++]);
      continue;
    }
    std::size_t end = i;
    std::string text;
    for (; end < values.size() && is_text(values[end]); end++)
      text += static_cast<ConstantExpr*>(values[end])->text;
    auto* piece = static_cast<ConstantExpr*>(values[i]);
    if (end - i > 1) {
      const Span span{piece->span.begin, values[end - 1]->span.end};
      piece = make<ConstantExpr>(Expr{ExprKind::Constant, span}, piece->literal, 0, 0.0,
                                 arena_.copy(std::string_view(text)), piece->has_u_prefix);
    }
    if (!formatted || !piece->text.empty()) joined.push_back(piece);
    i = end;
  }
  if (!formatted) return joined[0];
  return make<JoinedStrExpr>(Expr{ExprKind::JoinedStr, since(start)}, arena_.copy(joined));
}

bool Parser::fstring(std::vector<Expr*>& values) {
  const std::string_view prefix = text(next());
  const bool raw = prefix.find_first_of("rR") < prefix.find_first_of("'\"");
  return fstring_pieces(values, raw, false) && accept(Kind::FStringEnd);
}

// Text and fields up to the closing quotes, or up to the brace that ends a spec.
bool Parser::fstring_pieces(std::vector<Expr*>& values, bool raw, bool in_spec) {
  while (at(Kind::FStringMiddle) || at(Kind::LeftBrace)) {
    if (at(Kind::LeftBrace)) {
      if (!replacement_field(values, raw)) return false;
    } else {
      const Token& middle = next();
      Expr* piece = unescaped(text(middle), raw, false, middle.span);
      if (!piece) return false;
      if (!in_spec || !static_cast<ConstantExpr*>(piece)->text.empty()) values.push_back(piece);
    }
  }
  return !error_;
}

// At the brace.
bool Parser::replacement_field(std::vector<Expr*>& values, bool raw) {
  const Deeper deeper(*this, kExpressionCost);
  if (deeper.failed()) return false;
  const std::uint32_t start = begin();
  next();
  if (diagnosing_ && (at(Kind::Equal) || at(Kind::Exclamation) || at(Kind::Colon) || at(Kind::RightBrace))) {
    std::string message = "f-string: valid expression required before '";
    return fail_next(message.append(text(token())).append("'")) != nullptr;
  }
  const std::uint32_t expression_start = last_end();
  const std::size_t first = position_;
  Expr* value = annotated_value();
  if (error_) return false;
  if (!value) position_ = first;
  if (!value) return fail_field("f-string: expecting a valid expression after '{'") != nullptr;
  if (!at(Kind::Equal) && !at(Kind::Exclamation) && !at(Kind::Colon) && !at(Kind::RightBrace)) {
    return fail_field("f-string: expecting '=', or '!', or ':', or '}'") != nullptr;
  }
  const bool debug = accept(Kind::Equal);
  const std::uint32_t debug_end = begin();
  if (debug && !at(Kind::Exclamation) && !at(Kind::Colon) && !at(Kind::RightBrace)) {
    return fail_field("f-string: expecting '!', or ':', or '}'") != nullptr;
  }
  char converted = 0;
  if (!conversion(converted)) return false;
  if (!at(Kind::Colon) && !at(Kind::RightBrace))
    return fail_field("f-string: expecting ':' or '}'") != nullptr;
  JoinedStrExpr* spec = nullptr;
  if (at(Kind::Colon)) {
    const std::uint32_t colon = begin();
    next();
    std::vector<Expr*> pieces;
    if (!fstring_pieces(pieces, raw, true)) return false;
    spec = static_cast<JoinedStrExpr*>(join_strings(pieces, true, colon));
    if (!at(Kind::RightBrace)) return fail_field("f-string: expecting '}', or format specs") != nullptr;
  }
  if (!accept(Kind::RightBrace)) return fail_field("f-string: expecting '}'") != nullptr;
  if (debug) {
    const Span span{expression_start, debug_end};
    values.push_back(
        make<ConstantExpr>(Expr{ExprKind::Constant, span}, Literal::String, 0, 0.0, source_.slice(span)));
    if (converted == 0 && !spec) converted = 'r';
  }
  values.push_back(
      make<FormattedValueExpr>(Expr{ExprKind::FormattedValue, since(start)}, value, converted, spec));
  return true;
}

std::nullptr_t Parser::fail_field(std::string message) {
  return diagnosing_ ? fail_next(std::move(message)) : nullptr;
}

// !r   nothing there is a match
bool Parser::conversion(char& out) {
  if (!at(Kind::Exclamation)) return true;
  const std::uint32_t mark_end = next().span.end;
  if (!at(Kind::Name)) {
    fail_field(at(Kind::Colon) || at(Kind::RightBrace) ? "f-string: missing conversion character"
                                                       : "f-string: invalid conversion character");
    return false;
  }
  const Token& letter = next();
  const std::string_view word = text(letter);
  if (letter.span.begin != mark_end) {
    fail_range(mark_end - 1, letter.span.end,
               "f-string: conversion type must come right after the exclamanation mark");
    return false;
  }
  if (word != "s" && word != "r" && word != "a" && (at(Kind::Colon) || at(Kind::RightBrace))) {
    std::string message = "f-string: invalid conversion character '";
    fail(letter.span, message.append(word).append("': expected 's', 'r', or 'a'"));
    return false;
  }
  out = word[0];
  return true;
}

}  // namespace loopscope::python
