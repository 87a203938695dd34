// def, class, decorators, parameters, and the brackets of PEP 695. Not for: bodies (parser_compound.cpp).
#include "core/python/parser_state.h"

namespace loopscope::python {

Stmt* Parser::decorated() {
  std::vector<Expr*> decorators;
  while (accept(Kind::At)) {
    Expr* decorator = named_expression();
    if (!decorator || !accept(Kind::Newline)) return nullptr;
    decorators.push_back(decorator);
  }
  const std::uint32_t start = begin();
  if (at(Kind::Class)) return class_definition(arena_.copy(decorators));
  const bool is_async = accept(Kind::Async);
  return at(Kind::Def) ? function_definition(start, is_async, arena_.copy(decorators)) : nullptr;
}

Stmt* Parser::function_definition(std::uint32_t start, bool is_async, Seq<Expr*> decorators) {
  const std::uint32_t keyword = begin();
  next();
  Identifier identifier;
  TypeParameters* type_params = nullptr;
  if (!name(identifier)) return nullptr;
  const std::size_t before_type_parameters = position_;
  if (!type_parameters(type_params)) position_ = before_type_parameters;
  if (error_ || !force(Kind::LeftParen, "(")) return nullptr;
  Parameters* params = parameters(Kind::RightParen);
  if (!params || !accept(Kind::RightParen)) return nullptr;
  Expr* returns = nullptr;
  if (at(Kind::Arrow)) {
    const std::size_t before = position_;
    next();
    returns = expression();
    if (error_) return nullptr;
    if (!returns) position_ = before;
  }
  Block body;
  if (!force(Kind::Colon, ":") || !block(body, "function definition", keyword)) return nullptr;
  const StmtKind kind = is_async ? StmtKind::AsyncFunctionDef : StmtKind::FunctionDef;
  return make<FunctionDefStmt>(Stmt{kind, {start, body.back()->span.end}}, identifier, params, returns, body,
                               decorators, type_params);
}

Stmt* Parser::class_definition(Seq<Expr*> decorators) {
  const std::uint32_t start = begin();
  next();
  Identifier identifier;
  TypeParameters* type_params = nullptr;
  if (!name(identifier) || !type_parameters(type_params)) return nullptr;
  std::vector<Expr*> bases;
  std::vector<Keyword> keywords;
  const std::uint32_t open = begin();
  if (accept(Kind::LeftParen)) {
    if (!arguments(bases, keywords)) return nullptr;
    // A generator has its call's parentheses, but a class is no call.
    if (bases.size() == 1 && bases[0]->span.begin == open && bases[0]->kind == ExprKind::GeneratorExp) {
      std::size_t at_for = position_;
      while (tokens_.list[at_for].kind != Kind::For ||
             tokens_.list[at_for].level != tokens_.list[position_ - 1].level) {
        if (tokens_.list[at_for].span.begin == open) break;
        at_for--;
      }
      return fail(tokens_.list[at_for].span, "invalid syntax");
    }
    if (!accept(Kind::RightParen)) return nullptr;
  }
  if (type_params) bases.push_back(generic_base(*type_params, identifier.span));
  Block body;
  if (!colon_and_block(body, "class definition", start)) return nullptr;
  return make<ClassDefStmt>(Stmt{StmtKind::ClassDef, {start, body.back()->span.end}}, identifier,
                            arena_.copy(bases), arena_.copy(keywords), body, decorators, type_params);
}

// [T: int = str, *Ts, **P]; nothing there is a match.
bool Parser::type_parameters(TypeParameters*& out) {
  if (!at(Kind::LeftBracket)) return true;
  next();
  if (at(Kind::RightBracket)) {
    fail_next("Type parameter list cannot be empty");
    return false;
  }
  std::vector<TypeParameter> items;
  do {
    if (at(Kind::RightBracket)) break;
    TypeParameter item{};
    item.stars = accept(Kind::Star) ? 1 : accept(Kind::DoubleStar) ? 2 : 0;
    if (!name(item.name)) return false;
    if (at(Kind::Colon)) {
      const std::uint32_t colon = next().span.begin;
      item.bound = expression();
      if (!item.bound) return false;
      if (item.stars != 0) {
        constexpr std::string_view kKinds[] = {"TypeVarTuple", "ParamSpec"};
        fail_range(colon, token().span.end - 1,
                   std::string("cannot use bound with ").append(kKinds[item.stars - 1]));
        return false;
      }
      item.bound = later(item.bound);
    }
    if (accept(Kind::Equal)) {
      item.fallback = item.stars == 1 ? star_expression() : expression();
      if (!item.fallback) return false;
      item.fallback = later(item.fallback);
    } else if (!items.empty() && items.back().fallback) {
      std::string message = "non-default type parameter '";
      fail(item.name.span, message.append(item.name.text).append("' follows default type parameter"));
      return false;
    }
    items.push_back(item);
  } while (accept(Kind::Comma));
  if (!accept(Kind::RightBracket)) return false;
  out = make<TypeParameters>(arena_.copy(items));
  return true;
}

// A lambda around what is evaluated when somebody asks for it.
Expr* Parser::later(Expr* value) {
  return make<LambdaExpr>(Expr{ExprKind::Lambda, value->span}, make<Parameters>(), value);
}

// Generic[T, *Ts] behind the bases of a class with type parameters; Generic is the scope's own name for it.
Expr* Parser::generic_base(const TypeParameters& parameters, Span span) {
  std::vector<Expr*> names;
  for (const TypeParameter& item : parameters.items) {
    Expr* name = make<NameExpr>(Expr{ExprKind::Name, span}, item.name.text);
    if (item.stars == 1) name = make<StarredExpr>(Expr{ExprKind::Starred, span}, name);
    names.push_back(name);
  }
  Expr* generic = make<NameExpr>(Expr{ExprKind::Name, span}, kGenericName);
  Expr* index = names[0];
  if (names.size() > 1 || index->kind == ExprKind::Starred)
    index = make<SequenceExpr>(Expr{ExprKind::Tuple, span}, arena_.copy(names));
  return make<SubscriptExpr>(Expr{ExprKind::Subscript, span}, generic, index);
}

// Reads parameters up to a closer, `)` or, for a lambda, `:`.
class ParameterReader {
 public:
  using Kind = TokenKind;

  ParameterReader(Parser& parser, Kind closer)
      : parser_(parser),
        closer_(closer),
        subject_(closer == Kind::Colon ? "Lambda expression" : "Function") {}

  Parameters* read() {
    while (!parser_.at(closer_)) {
      const bool read = parser_.at(Kind::Slash)        ? slash()
                        : parser_.at(Kind::Star)       ? star()
                        : parser_.at(Kind::DoubleStar) ? double_star()
                                                       : parameter();
      if (!read) return nullptr;
      if (!parser_.accept(Kind::Comma)) {
        if (slash_seen_ && parser_.diagnosing_ && parser_.at(Kind::Star)) {
          return parser_.fail_next("expected comma between / and *");
        }
        break;
      }
    }
    if (parser_.error_) return nullptr;
    AstArena& arena = parser_.arena_;
    return arena.make<Parameters>(arena.copy(positional_only_), arena.copy(positional_), var_positional_,
                                  arena.copy(keyword_only_), arena.copy(keyword_defaults_), var_keyword_,
                                  arena.copy(defaults_));
  }

 private:
  bool fail(std::string message) {
    if (parser_.diagnosing_) parser_.fail_next(std::move(message));
    return false;
  }

  bool slash() {
    if (star_seen_) return fail("/ must be ahead of *");
    if (slash_seen_) return fail("/ may appear only once");
    if (positional_.empty()) {
      return parser_.kind(1) == Kind::Comma && fail("at least one argument must precede /");
    }
    parser_.next();
    slash_seen_ = true;
    positional_only_.swap(positional_);
    return true;
  }

  bool star() {
    if (star_seen_ && !parser_.diagnosing_) return false;
    if (star_seen_) {
      const Kind after_name = parser_.kind(2);
      const bool is_parameter =
          parser_.kind(1) == Kind::Name &&
          (after_name == Kind::Comma || after_name == Kind::Colon || after_name == closer_);
      return (is_parameter || parser_.kind(1) == Kind::Comma) && fail("* argument may appear only once");
    }
    star_seen_ = true;
    const Kind after = parser_.kind(1);
    if (after == closer_ ||
        (after == Kind::Comma && (parser_.kind(2) == closer_ || parser_.kind(2) == Kind::DoubleStar))) {
      return fail("named arguments must follow bare *");
    }
    parser_.next();
    if (parser_.at(Kind::Comma)) return true;
    Parameter param{};
    if (!declaration(param, true)) return false;
    var_positional_ = parser_.make<Parameter>(param);
    return !parser_.at(Kind::Equal) || fail("var-positional argument cannot have default value");
  }

  bool double_star() {
    parser_.next();
    Parameter param{};
    if (!declaration(param, false)) return false;
    var_keyword_ = parser_.make<Parameter>(param);
    if (parser_.at(Kind::Equal)) return fail("var-keyword argument cannot have default value");
    if (!parser_.at(Kind::Comma)) return true;
    const Kind after = parser_.kind(1);
    if (after == Kind::Name || after == Kind::Star || after == Kind::DoubleStar || after == Kind::Slash) {
      parser_.next();
      return fail("arguments cannot follow var-keyword argument");
    }
    return after == closer_;
  }

  bool parameter() {
    if (parser_.at(Kind::LeftParen)) return parenthesized();
    Parameter param{};
    if (!declaration(param, false)) return false;
    Expr* value = nullptr;
    if (parser_.at(Kind::Equal)) {
      const Kind after = parser_.kind(1);
      if (after == Kind::RightParen || after == Kind::Comma) return fail("expected default value expression");
      parser_.next();
      value = parser_.expression();
      if (!value) return false;
    }
    if (star_seen_) {
      keyword_only_.push_back(param);
      keyword_defaults_.push_back(value);
      return true;
    }
    positional_.push_back(param);
    if (value) {
      defaults_.push_back(value);
    } else if (!defaults_.empty()) {
      if (parser_.diagnosing_ && (parser_.at(Kind::Comma) || parser_.at(closer_)))
        parser_.fail(param.span, "parameter without a default follows parameter with a default");
      return false;
    }
    return true;
  }

  // def f(a, (b, c)): was Python 2.
  bool parenthesized() {
    if (!parser_.diagnosing_ || !defaults_.empty() || star_seen_) return false;
    const std::uint32_t start = parser_.begin();
    parser_.next();
    Identifier identifier;
    bool has_names = false;
    while (parser_.name(identifier)) {
      has_names = true;
      if (!parser_.accept(Kind::Comma)) break;
    }
    if (has_names && parser_.accept(Kind::RightParen)) {
      parser_.fail_range(start, parser_.last_end(), subject_ + " parameters cannot be parenthesized");
    }
    return false;
  }

  bool declaration(Parameter& out, bool may_be_starred) {
    const std::uint32_t start = parser_.begin();
    if (!parser_.name(out.name)) return false;
    if (closer_ == Kind::RightParen && parser_.accept(Kind::Colon)) {
      out.annotation = may_be_starred ? parser_.star_expression() : parser_.expression();
      if (!out.annotation) return false;
    }
    out.span = parser_.since(start);
    return true;
  }

  Parser& parser_;
  Kind closer_;
  std::string subject_;
  bool slash_seen_ = false;
  bool star_seen_ = false;
  std::vector<Parameter> positional_only_, positional_, keyword_only_;
  std::vector<Expr*> defaults_, keyword_defaults_;
  Parameter* var_positional_ = nullptr;
  Parameter* var_keyword_ = nullptr;
};

Parameters* Parser::parameters(Kind closer) { return ParameterReader(*this, closer).read(); }

}  // namespace loopscope::python
