// Writes the tree. Recursion is as deep as the tree: for texts of tests, which are not hostile.
#include "core/python/ast_dump.h"

#include <cstdio>

namespace loopscope::python {

namespace {

constexpr std::string_view kExpressionNames[] = {
#define LOOPSCOPE_ROW(name) #name,
    LOOPSCOPE_PYTHON_EXPRESSIONS(LOOPSCOPE_ROW)
#undef LOOPSCOPE_ROW
};
constexpr std::string_view kStatementNames[] = {
#define LOOPSCOPE_ROW(name) #name,
    LOOPSCOPE_PYTHON_STATEMENTS(LOOPSCOPE_ROW)
#undef LOOPSCOPE_ROW
};
constexpr std::string_view kBinaryNames[] = {"Add",    "Sub",   "Mult",    "Div",    "FloorDiv",
                                             "Mod",    "Pow",   "MatMult", "LShift", "RShift",
                                             "BitAnd", "BitOr", "BitXor"};
constexpr std::string_view kComparisonNames[] = {"Lt",  "LtE", "Eq",    "NotEq", "Gt",
                                                 "GtE", "Is",  "IsNot", "In",    "NotIn"};
constexpr std::string_view kUnaryNames[] = {"Invert", "Not", "UAdd", "USub"};
constexpr std::string_view kContextNames[] = {"Load", "Store", "Del"};
constexpr std::string_view kPatternNames[] = {"MatchValue", "MatchSingleton", "MatchSequence", "MatchMapping",
                                              "MatchClass", "MatchStar",      "MatchAs",       "MatchOr"};

class Dumper {
 public:
  Dumper(const Source& source, bool places) : source_(source), places_(places) {}

  std::string run(const SyntaxTree& module) {
    for (const Stmt* statement : module.body) {
      put(statement);
      out_ += '\n';
    }
    return std::move(out_);
  }

 private:
  template <typename T>
  static const T& as(const Expr* expr) {
    return *static_cast<const T*>(expr);
  }
  template <typename T>
  static const T& as(const Stmt* stmt) {
    return *static_cast<const T*>(stmt);
  }

  // Fields of one node, with commas between them.
  template <typename First, typename... Rest>
  void fields(const First& first, const Rest&... rest) {
    put(first);
    ((out_ += ", ", put(rest)), ...);
  }
  void fields() {}
  template <typename... Fields>
  void node(std::string_view name, Span span, const Fields&... parts) {
    open(name);
    fields(parts...);
    close(span);
  }
  template <typename... Fields>
  void plain(std::string_view name, const Fields&... parts) {
    open(name);
    fields(parts...);
    out_ += ')';
  }
  void open(std::string_view name) { out_.append(name) += '('; }
  void close(Span span) {
    out_ += ')';
    if (!places_) return;
    const Place from = source_.place(span.begin), to = source_.place(span.end);
    char text[64];
    std::snprintf(text, sizeof text, "@%u:%u-%u:%u", from.line, from.byte_column, to.line, to.byte_column);
    out_ += text;
  }

  void put(std::string_view text) { out_ += text; }
  void put(bool value) { out_ += value ? "1" : "0"; }
  void put(std::uint32_t value) { out_ += std::to_string(value); }
  void put(Context context) { out_ += kContextNames[static_cast<int>(context)]; }
  void put(BinaryOperator op) { out_ += kBinaryNames[static_cast<int>(op)]; }
  void put(Comparison op) { out_ += kComparisonNames[static_cast<int>(op)]; }
  void put(const Identifier& name) { out_ += name.text.empty() ? std::string_view("-") : name.text; }
  template <typename T>
  void put(std::span<T> items) {
    out_ += '[';
    bool first = true;
    for (const auto& item : items) {
      if (!first) out_ += ", ";
      first = false;
      put(item);
    }
    out_ += ']';
  }
  void quoted(std::string_view text) {
    out_ += '"';
    for (const char c : text) {
      const auto byte = static_cast<unsigned char>(c);
      char code[8];
      if (c == '"' || c == '\\' || byte < 0x20 || byte == 0x7F) {
        std::snprintf(code, sizeof code, "\\x%02x", byte);
        out_ += code;
      } else {
        out_ += c;
      }
    }
    out_ += '"';
  }

  void put(const Keyword& keyword) { node("keyword", keyword.span, keyword.name, keyword.value); }
  void put(const Comprehension& clause) {
    plain("comprehension", clause.target, clause.iterable, clause.conditions, clause.is_async);
  }
  void put(const Parameter& parameter) { node("arg", parameter.span, parameter.name, parameter.annotation); }
  void put(const Parameter* parameter) {
    if (parameter) {
      put(*parameter);
    } else {
      out_ += '-';
    }
  }
  void put(const Parameters* p) {
    plain("arguments", p->positional_only, p->positional, p->var_positional, p->keyword_only,
          p->keyword_defaults, p->var_keyword, p->defaults);
  }
  void put(const ImportAlias& alias) { node("alias", alias.span, alias.name, alias.as_name); }
  void put(const WithItem& item) { plain("withitem", item.manager, item.target); }
  void put(const ExceptHandler& h) { node("ExceptHandler", h.span, h.type, h.name, h.body); }
  void put(const MatchCase& c) { plain("match_case", c.pattern, c.guard, c.body); }

  void put(const Expr* expr);
  void put_constant(const ConstantExpr& constant);
  void put(const Stmt* stmt);
  void put_definition(const Stmt* stmt, std::string_view name);
  void put_if(const IfStmt& statement, std::size_t clause);
  void put(const Pattern* pattern);

  const Source& source_;
  bool places_;
  std::string out_;
};

void Dumper::put_constant(const ConstantExpr& constant) {
  open("Constant");
  char number[40];
  switch (constant.literal) {
    case Literal::None:
      out_ += "None";
      break;
    case Literal::True:
      out_ += "True";
      break;
    case Literal::False:
      out_ += "False";
      break;
    case Literal::Ellipsis:
      out_ += "Ellipsis";
      break;
    case Literal::Integer:
      out_ += std::to_string(constant.integer);
      break;
    case Literal::BigInteger:
      out_.append("0x").append(constant.text);
      break;
    case Literal::Float:
    case Literal::Imaginary:
      std::snprintf(number, sizeof number, "%.17g%s", constant.number,
                    constant.literal == Literal::Float ? "f" : "j");
      out_ += number;
      break;
    case Literal::Bytes:
      out_ += 'b';
      [[fallthrough]];
    case Literal::String:
      quoted(constant.text);
      break;
  }
  close(constant.span);
}

void Dumper::put(const Expr* expr) {
  if (!expr) {
    out_ += '-';
    return;
  }
  const std::string_view name = kExpressionNames[static_cast<int>(expr->kind)];
  const Span span = expr->span;
  switch (expr->kind) {
    case ExprKind::BoolOp: {
      const auto& e = as<BoolOpExpr>(expr);
      return node(name, span, std::string_view(e.is_or ? "Or" : "And"), e.values);
    }
    case ExprKind::NamedExpr:
      return node(name, span, as<NamedExprExpr>(expr).target, as<NamedExprExpr>(expr).value);
    case ExprKind::BinOp: {
      const auto& e = as<BinOpExpr>(expr);
      return node(name, span, e.left, e.op, e.right);
    }
    case ExprKind::UnaryOp: {
      const auto& e = as<UnaryOpExpr>(expr);
      return node(name, span, kUnaryNames[static_cast<int>(e.op)], e.operand);
    }
    case ExprKind::Lambda:
      return node(name, span, as<LambdaExpr>(expr).parameters, as<LambdaExpr>(expr).body);
    case ExprKind::IfExp: {
      const auto& e = as<IfExpExpr>(expr);
      return node(name, span, e.test, e.body, e.orelse);
    }
    case ExprKind::Dict:
      return node(name, span, as<DictExpr>(expr).keys, as<DictExpr>(expr).values);
    case ExprKind::Set:
      return node(name, span, as<SequenceExpr>(expr).items);
    case ExprKind::List:
    case ExprKind::Tuple:
      return node(name, span, as<SequenceExpr>(expr).items, as<SequenceExpr>(expr).context);
    case ExprKind::ListComp:
    case ExprKind::SetComp:
    case ExprKind::GeneratorExp:
      return node(name, span, as<ComprehensionExpr>(expr).element, as<ComprehensionExpr>(expr).clauses);
    case ExprKind::DictComp: {
      const auto& e = as<ComprehensionExpr>(expr);
      return node(name, span, e.element, e.value, e.clauses);
    }
    case ExprKind::Await:
    case ExprKind::Yield:
    case ExprKind::YieldFrom:
      return node(name, span, as<OperandExpr>(expr).value);
    case ExprKind::Compare: {
      const auto& e = as<CompareExpr>(expr);
      return node(name, span, e.left, e.operators, e.operands);
    }
    case ExprKind::Call: {
      const auto& e = as<CallExpr>(expr);
      return node(name, span, e.function, e.arguments, e.keywords);
    }
    case ExprKind::FormattedValue: {
      const auto& e = as<FormattedValueExpr>(expr);
      const std::string conversion(1, e.conversion ? e.conversion : '-');
      return node(name, span, e.value, std::string_view(conversion), static_cast<const Expr*>(e.spec));
    }
    case ExprKind::JoinedStr:
      return node(name, span, as<JoinedStrExpr>(expr).values);
    case ExprKind::Constant:
      return put_constant(as<ConstantExpr>(expr));
    case ExprKind::Attribute: {
      const auto& e = as<AttributeExpr>(expr);
      return node(name, span, e.value, e.attribute, e.context);
    }
    case ExprKind::Subscript: {
      const auto& e = as<SubscriptExpr>(expr);
      return node(name, span, e.value, e.index, e.context);
    }
    case ExprKind::Starred:
      return node(name, span, as<StarredExpr>(expr).value, as<StarredExpr>(expr).context);
    case ExprKind::Name:
      return node(name, span, as<NameExpr>(expr).name, as<NameExpr>(expr).context);
    case ExprKind::Slice: {
      const auto& e = as<SliceExpr>(expr);
      return node(name, span, e.lower, e.upper, e.step);
    }
  }
}

void Dumper::put_definition(const Stmt* stmt, std::string_view name) {
  if (stmt->kind == StmtKind::ClassDef) {
    const auto& s = as<ClassDefStmt>(stmt);
    return node(name, s.span, s.name, s.bases, s.keywords, s.body, s.decorators);
  }
  const auto& s = as<FunctionDefStmt>(stmt);
  node(name, s.span, s.name, s.parameters, s.body, s.decorators, s.returns);
}

void Dumper::put_if(const IfStmt& s, std::size_t clause) {
  open("If");
  fields(s.clauses[clause].test, s.clauses[clause].body);
  out_ += ", ";
  if (clause + 1 < s.clauses.size()) {
    out_ += '[';
    put_if(s, clause + 1);
    out_ += ']';
  } else {
    put(s.orelse);
  }
  close(s.clauses[clause].span);
}

void Dumper::put(const Stmt* stmt) {
  const std::string_view name = kStatementNames[static_cast<int>(stmt->kind)];
  const Span span = stmt->span;
  switch (stmt->kind) {
    case StmtKind::FunctionDef:
    case StmtKind::AsyncFunctionDef:
    case StmtKind::ClassDef:
      return put_definition(stmt, name);
    case StmtKind::Return:
    case StmtKind::Expr:
      return node(name, span, as<ValueStmt>(stmt).value);
    case StmtKind::Delete:
      return node(name, span, as<DeleteStmt>(stmt).targets);
    case StmtKind::Assign:
      return node(name, span, as<AssignStmt>(stmt).targets, as<AssignStmt>(stmt).value);
    case StmtKind::TypeAlias:
      return node(name, span, as<TypeAliasStmt>(stmt).name,
                  static_cast<const LambdaExpr*>(as<TypeAliasStmt>(stmt).value)->body);
    case StmtKind::AugAssign: {
      const auto& s = as<AugAssignStmt>(stmt);
      return node(name, span, s.target, s.op, s.value);
    }
    case StmtKind::AnnAssign: {
      const auto& s = as<AnnAssignStmt>(stmt);
      return node(name, span, s.target, s.annotation, s.value, s.simple);
    }
    case StmtKind::For:
    case StmtKind::AsyncFor: {
      const auto& s = as<ForStmt>(stmt);
      return node(name, span, s.target, s.iterable, s.body, s.orelse);
    }
    case StmtKind::While: {
      const auto& s = as<WhileStmt>(stmt);
      return node(name, span, s.test, s.body, s.orelse);
    }
    case StmtKind::If:
      return put_if(as<IfStmt>(stmt), 0);
    case StmtKind::With:
    case StmtKind::AsyncWith:
      return node(name, span, as<WithStmt>(stmt).items, as<WithStmt>(stmt).body);
    case StmtKind::Match:
      return node(name, span, as<MatchStmt>(stmt).subject, as<MatchStmt>(stmt).cases);
    case StmtKind::Raise:
      return node(name, span, as<RaiseStmt>(stmt).exception, as<RaiseStmt>(stmt).cause);
    case StmtKind::Try:
    case StmtKind::TryStar: {
      const auto& s = as<TryStmt>(stmt);
      return node(name, span, s.body, s.handlers, s.orelse, s.finalbody);
    }
    case StmtKind::Assert:
      return node(name, span, as<AssertStmt>(stmt).test, as<AssertStmt>(stmt).message);
    case StmtKind::Import:
      return node(name, span, as<ImportStmt>(stmt).names);
    case StmtKind::ImportFrom: {
      const auto& s = as<ImportStmt>(stmt);
      return node(name, span, s.module.empty() ? std::string_view("-") : s.module, s.names, s.level);
    }
    case StmtKind::Global:
    case StmtKind::Nonlocal:
      return node(name, span, as<NamesStmt>(stmt).names);
    case StmtKind::Pass:
    case StmtKind::Break:
    case StmtKind::Continue:
      return node(name, span);
  }
}

void Dumper::put(const Pattern* pattern) {
  if (!pattern) {
    out_ += '-';
    return;
  }
  const std::string_view name = kPatternNames[static_cast<int>(pattern->kind)];
  const Span span = pattern->span;
  switch (pattern->kind) {
    case PatternKind::Value:
    case PatternKind::Singleton:
      return node(name, span, static_cast<const ValuePattern*>(pattern)->value);
    case PatternKind::Sequence:
    case PatternKind::Or:
      return node(name, span, static_cast<const PatternList*>(pattern)->patterns);
    case PatternKind::Mapping: {
      const auto& p = *static_cast<const MappingPattern*>(pattern);
      return node(name, span, p.keys, p.patterns, p.rest);
    }
    case PatternKind::Class: {
      const auto& p = *static_cast<const ClassPattern*>(pattern);
      return node(name, span, p.type, p.patterns, p.keyword_names, p.keyword_patterns);
    }
    case PatternKind::Star:
      return node(name, span, static_cast<const StarPattern*>(pattern)->name);
    case PatternKind::As: {
      const auto& p = *static_cast<const AsPattern*>(pattern);
      return node(name, span, p.pattern, p.name);
    }
  }
}

}  // namespace

std::string dump_ast(const SyntaxTree& module, const Source& source, bool places) {
  return Dumper(source, places).run(module);
}

}  // namespace loopscope::python
