// The syntax tree's statements, their handlers and items, patterns of `match`, and the module. Not for:
// expressions (ast.h).
#pragma once

#include "core/python/ast.h"
#include "core/python/ast_arena.h"

namespace loopscope::python {

// clang-format off
#define LOOPSCOPE_PYTHON_STATEMENTS(ROW) \
  ROW(FunctionDef) ROW(AsyncFunctionDef) ROW(ClassDef) ROW(Return) ROW(Delete) ROW(Assign) ROW(TypeAlias) \
  ROW(AugAssign) ROW(AnnAssign) ROW(For) ROW(AsyncFor) ROW(While) ROW(If) ROW(With) ROW(AsyncWith) \
  ROW(Match) ROW(Raise) ROW(Try) ROW(TryStar) ROW(Assert) ROW(Import) ROW(ImportFrom) ROW(Global) \
  ROW(Nonlocal) ROW(Expr) ROW(Pass) ROW(Break) ROW(Continue)
// clang-format on

enum class StmtKind : std::uint8_t {
#define LOOPSCOPE_ROW(name) name,
  LOOPSCOPE_PYTHON_STATEMENTS(LOOPSCOPE_ROW)
#undef LOOPSCOPE_ROW
};

struct Stmt {
  StmtKind kind;
  Span span;
};
using Block = Seq<Stmt*>;

// T: bound = fallback, *Ts, **P of PEP 695. Bound and fallback are lambdas, since they are evaluated late.
struct TypeParameter {
  Identifier name;
  int stars;       // 0: TypeVar, 1: TypeVarTuple, 2: ParamSpec
  Expr* bound;     // null: none
  Expr* fallback;  // null: none
};
struct TypeParameters {
  Seq<TypeParameter> items;
};
// The name of typing.Generic where type parameters are in scope.
inline constexpr std::string_view kGenericName = ".Generic";

struct FunctionDefStmt : Stmt {
  Identifier name;
  Parameters* parameters;
  Expr* returns;  // null: none
  Block body;
  Seq<Expr*> decorators;
  TypeParameters* type_parameters;  // null: none
};
struct ClassDefStmt : Stmt {
  Identifier name;
  Seq<Expr*> bases;
  Seq<Keyword> keywords;
  Block body;
  Seq<Expr*> decorators;
  TypeParameters* type_parameters;
};
struct AssignStmt : Stmt {
  Seq<Expr*> targets;
  Expr* value;
};
struct TypeAliasStmt : Stmt {
  Expr* name;
  TypeParameters* type_parameters;
  Expr* value;
};
struct AugAssignStmt : Stmt {
  BinaryOperator op;
  Expr* target;
  Expr* value;
};
struct AnnAssignStmt : Stmt {
  Expr* target;
  Expr* annotation;
  Expr* value;  // null: none
  bool simple;  // the target is a bare name
};
struct ForStmt : Stmt {
  Expr* target;
  Expr* iterable;
  Block body;
  Block orelse;
};
struct WhileStmt : Stmt {
  Expr* test;
  Block body;
  Block orelse;
};
struct IfClause {
  Span span;  // from `if` or `elif` on to the end of the whole statement
  Expr* test;
  Block body;
};
// `if` and every `elif` after it: long chains must not be deep trees.
struct IfStmt : Stmt {
  Seq<IfClause> clauses;
  Block orelse;
};
struct WithItem {
  Expr* manager;
  Expr* target;  // null: none
};
struct WithStmt : Stmt {
  Seq<WithItem> items;
  Block body;
};
struct RaiseStmt : Stmt {
  Expr* exception;  // null: none
  Expr* cause;      // null: none
};
struct ExceptHandler {
  Expr* type;  // null: bare except
  Identifier name;
  Block body;
  Span span;
};
struct TryStmt : Stmt {
  Block body;
  Seq<ExceptHandler> handlers;
  Block orelse;
  Block finalbody;
};
struct AssertStmt : Stmt {
  Expr* test;
  Expr* message;  // null: none
};
struct ImportAlias {
  Identifier name;     // "a.b" or "*"
  Identifier as_name;  // text empty: none
  Span span;
};
// Import, and ImportFrom with module and level.
struct ImportStmt : Stmt {
  Seq<ImportAlias> names;
  std::string_view module = {};
  std::uint32_t level = 0;
};
// Global and Nonlocal.
struct NamesStmt : Stmt {
  Seq<Identifier> names;
};
// Return (null: none) and Expr.
struct ValueStmt : Stmt {
  Expr* value;
};
struct DeleteStmt : Stmt {
  Seq<Expr*> targets;
};

enum class PatternKind : std::uint8_t { Value, Singleton, Sequence, Mapping, Class, Star, As, Or };
struct Pattern {
  PatternKind kind;
  Span span;
};
// Value and Singleton.
struct ValuePattern : Pattern {
  Expr* value;
};
// Sequence and Or.
struct PatternList : Pattern {
  Seq<Pattern*> patterns;
};
struct MappingPattern : Pattern {
  Seq<Expr*> keys;
  Seq<Pattern*> patterns;
  Identifier rest;  // text empty: none
};
struct ClassPattern : Pattern {
  Expr* type;
  Seq<Pattern*> patterns;
  Seq<Identifier> keyword_names;
  Seq<Pattern*> keyword_patterns;
};
// `*name` and `*_` (name empty).
struct StarPattern : Pattern {
  Identifier name;
};
// `pattern as name`, `name` (pattern null), `_` (both empty).
struct AsPattern : Pattern {
  Pattern* pattern;
  Identifier name;
};
struct MatchCase {
  Pattern* pattern;
  Expr* guard;  // null: none
  Block body;
};
struct MatchStmt : Stmt {
  Expr* subject;
  Seq<MatchCase> cases;
};

// A program's tree, with the memory it lives in. Names and texts may point into the Source, which must
// outlive it.
struct SyntaxTree {
  AstArena arena;
  Block body;
};

}  // namespace loopscope::python
