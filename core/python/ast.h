// The syntax tree: one struct per node of CPython's `ast` module, each with its place in the text. Nodes
// belong to an AstArena. Not for: statements and patterns (ast_statement.h), finding nodes (parser.h), what
// names mean (scope.h).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "core/python/opcodes.h"
#include "core/python/source.h"

namespace loopscope::python {

template <typename T>
using Seq = std::span<T>;

// clang-format off
#define LOOPSCOPE_PYTHON_EXPRESSIONS(ROW) \
  ROW(BoolOp) ROW(NamedExpr) ROW(BinOp) ROW(UnaryOp) ROW(Lambda) ROW(IfExp) ROW(Dict) ROW(Set) \
  ROW(ListComp) ROW(SetComp) ROW(DictComp) ROW(GeneratorExp) ROW(Await) ROW(Yield) ROW(YieldFrom) \
  ROW(Compare) ROW(Call) ROW(FormattedValue) ROW(JoinedStr) ROW(Constant) ROW(Attribute) ROW(Subscript) \
  ROW(Starred) ROW(Name) ROW(List) ROW(Tuple) ROW(Slice)
// clang-format on

enum class ExprKind : std::uint8_t {
#define LOOPSCOPE_ROW(name) name,
  LOOPSCOPE_PYTHON_EXPRESSIONS(LOOPSCOPE_ROW)
#undef LOOPSCOPE_ROW
};

enum class Context : std::uint8_t { Load, Store, Del };

struct Expr {
  ExprKind kind;
  Span span;
};

struct Stmt;
struct JoinedStrExpr;

// A name, with its own place where it has one apart from its node. Mangling is the scope pass's.
struct Identifier {
  std::string_view text;
  Span span;
};

struct Keyword {
  Identifier name;  // text empty: **value
  Expr* value;
  Span span;
};

struct Comprehension {
  Expr* target;
  Expr* iterable;
  Seq<Expr*> conditions;
  bool is_async;
};

struct Parameter {
  Identifier name;
  Expr* annotation;  // null: none
  Span span;
};

struct Parameters {
  Seq<Parameter> positional_only;
  Seq<Parameter> positional;
  Parameter* var_positional;  // *args, null: none
  Seq<Parameter> keyword_only;
  Seq<Expr*> keyword_defaults;  // one per keyword_only, null where there is none
  Parameter* var_keyword;       // **kwargs, null: none
  Seq<Expr*> defaults;          // of the last positional ones
};

struct BoolOpExpr : Expr {
  bool is_or;
  Seq<Expr*> values;
};
struct NamedExprExpr : Expr {
  Expr* target;
  Expr* value;
};
struct BinOpExpr : Expr {
  BinaryOperator op;
  Expr* left;
  Expr* right;
};
enum class UnaryKind : std::uint8_t { Invert, Not, Plus, Minus };
struct UnaryOpExpr : Expr {
  UnaryKind op;
  Expr* operand;
};
struct LambdaExpr : Expr {
  Parameters* parameters;
  Expr* body;
};
struct IfExpExpr : Expr {
  Expr* test;
  Expr* body;
  Expr* orelse;
};
struct DictExpr : Expr {
  Seq<Expr*> keys;  // null: **value
  Seq<Expr*> values;
};
// Set, List and Tuple: List and Tuple may be targets.
struct SequenceExpr : Expr {
  Seq<Expr*> items;
  Context context = Context::Load;
};
// ListComp, SetComp, GeneratorExp, and DictComp, which has a value.
struct ComprehensionExpr : Expr {
  Expr* element;  // DictComp: the key
  Expr* value;    // DictComp only
  Seq<Comprehension> clauses;
};
// Await, Yield (value may be null), YieldFrom.
struct OperandExpr : Expr {
  Expr* value;
};
enum class Comparison : std::uint8_t {
  Less,
  LessEqual,
  Equal,
  NotEqual,
  Greater,
  GreaterEqual,
  Is,
  IsNot,
  In,
  NotIn
};
struct CompareExpr : Expr {
  Expr* left;
  Seq<Comparison> operators;
  Seq<Expr*> operands;
};
struct CallExpr : Expr {
  Expr* function;
  Seq<Expr*> arguments;
  Seq<Keyword> keywords;
};
struct FormattedValueExpr : Expr {
  Expr* value;
  char conversion;      // 's', 'r', 'a' or 0
  JoinedStrExpr* spec;  // null: none
};
struct JoinedStrExpr : Expr {
  Seq<Expr*> values;  // Constant of str, FormattedValue
};
enum class Literal : std::uint8_t {
  None,
  True,
  False,
  Ellipsis,
  Integer,
  BigInteger,
  Float,
  Imaginary,
  String,
  Bytes
};
struct ConstantExpr : Expr {
  Literal literal;
  std::int64_t integer = 0;    // Integer
  double number = 0;           // Float, Imaginary
  std::string_view text = {};  // String: UTF-8, Bytes, BigInteger: lower-case hexadecimal digits
  bool has_u_prefix = false;
};
struct AttributeExpr : Expr {
  Expr* value;
  Identifier attribute;
  Context context = Context::Load;
};
struct SubscriptExpr : Expr {
  Expr* value;
  Expr* index;
  Context context = Context::Load;
};
struct StarredExpr : Expr {
  Expr* value;
  Context context = Context::Load;
};
struct NameExpr : Expr {
  std::string_view name;
  Context context = Context::Load;
};
struct SliceExpr : Expr {
  Expr* lower;  // each null where it is left out
  Expr* upper;
  Expr* step;
};

}  // namespace loopscope::python
