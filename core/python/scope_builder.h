// ScopeBuilder: walks the tree once, in the order of evaluation, and notes where each name is bound, used and
// declared. Not for: what names mean in the end (scope.cpp).
#pragma once

#include <optional>
#include <string>

#include "core/python/scope.h"

namespace loopscope::python {

class ScopeBuilder {
 public:
  ScopeBuilder(Scopes& scopes, SyntaxTree& module, const Source& source)
      : scopes_(scopes), module_(module), source_(source) {}

  std::optional<SyntaxError> run();

 private:
  // Expressions and blocks nest at most this deep, counted from the module: every later walk is as deep as
  // this one, on stacks of 1 MB. CPython's own limit is of the same kind, and its error is the same.
  static constexpr int kMaxDepth = 1000;

  Scope* open(ScopeKind kind, std::string_view name, const void* node);
  void close() { scope_ = scope_->parent; }
  std::string_view mangled(std::string_view name) {
    return mangle(module_.arena, scope_->private_class, name);
  }
  void fail(Span span, std::string message);
  void fail_deep();

  void use(std::string_view name);
  void bind(std::string_view name, Span span);
  void bind_parameter(const Parameter& parameter);
  void bind_walrus(const NameExpr& target);
  void check_assignable(std::string_view name, Span span);
  void declare(const NamesStmt& statement);
  void declare_global(const Identifier& name, Symbol* known, std::string_view key);
  void declare_nonlocal(const Identifier& name, Symbol* known, std::string_view key);

  void visit(const Block& block);
  void visit(const Stmt* statement);
  void visit_import(const ImportStmt& statement);
  void visit_try(const TryStmt& statement);
  void visit_annotated(const AnnAssignStmt& statement);
  void visit_function(const FunctionDefStmt& statement);
  void visit_class(const ClassDefStmt& statement);
  void visit_later(const Expr* lambda, std::string_view name, std::string_view words);
  void check_allowed(Span span, std::string_view what);
  void open_type_parameters(const TypeParameters* parameters);
  void visit_parameters(const Parameters& parameters);
  void visit_annotations(const Parameters& parameters);
  void visit_defaults(const Parameters& parameters);
  void visit(const Pattern* pattern);
  void visit(const Expr* expression);
  void visit(Seq<Expr*> expressions);
  void visit_yield(const OperandExpr& expression);
  void visit_await(Span span);
  void visit_name(const NameExpr& expression);
  void visit_lambda(const LambdaExpr& expression);
  void visit_comprehension(const ComprehensionExpr& expression);
  void visit_clauses(const ComprehensionExpr& expression);
  void check_nonlocals();

  Scopes& scopes_;
  SyntaxTree& module_;
  const Source& source_;
  Scope* scope_ = nullptr;
  int depth_ = 0;
  int iterable_depth_ = 0;        // inside the `in` part of a comprehension: no walrus there
  std::string_view later_words_;  // what the next lambda stands for: Scope::forbids
  bool in_target_ = false;        // inside the `for` part of one
  struct PendingNonlocal {
    Scope* scope;
    std::string_view name;
    Identifier place;
  };
  std::vector<PendingNonlocal> nonlocals_;
  std::optional<SyntaxError> error_;
};

}  // namespace loopscope::python
