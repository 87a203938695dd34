// Names in statements and patterns: bound, used, declared. Not for: expressions (scope_expressions.cpp).
#include "core/python/scope_builder.h"

#include <algorithm>

namespace loopscope::python {

namespace {

template <typename T>
const T& as(const Stmt* statement) {
  return *static_cast<const T*>(statement);
}

std::string quoted(std::string_view before, std::string_view name, std::string_view after) {
  return std::string(before).append("'").append(name).append("'").append(after);
}

}  // namespace

std::optional<SyntaxError> ScopeBuilder::run() {
  open(ScopeKind::Module, "<module>", nullptr);
  visit(module_.body);
  if (!error_) check_nonlocals();
  return std::move(error_);
}

Scope* ScopeBuilder::open(ScopeKind kind, std::string_view name, const void* node) {
  auto scope = std::make_unique<Scope>();
  scope->kind = kind;
  scope->parent = scope_;
  scope->name = name;
  if (scope_) scope->private_class = scope_->private_class;
  if (kind == ScopeKind::Class) scope->private_class = name;
  if (kind == ScopeKind::Inlined) scope_->inlined.push_back(scope.get());
  scope_ = scope.get();
  scopes_.by_node_.emplace(node, scope_);
  scopes_.scopes_.push_back(std::move(scope));
  return scope_;
}

void ScopeBuilder::fail(Span span, std::string message) {
  if (error_) return;
  const Place from = source_.place(span.begin), to = source_.place(span.end);
  error_ = SyntaxError{SyntaxErrorKind::Syntax,
                       std::move(message),
                       from.line,
                       from.column + 1,
                       to.line,
                       to.column + 1,
                       std::string(source_.line_text(from.line))};
}

void ScopeBuilder::fail_deep() {
  if (error_) return;
  error_.emplace();
  error_->kind = SyntaxErrorKind::Recursion;
  error_->message = "maximum recursion depth exceeded during compilation";
}

void ScopeBuilder::check_assignable(std::string_view name, Span span) {
  if (name == "__debug__") fail(span, "cannot assign to __debug__");
}

void ScopeBuilder::use(std::string_view name) { scope_->add(mangled(name)).is_used = true; }

void ScopeBuilder::bind(std::string_view name, Span span) {
  check_assignable(name, span);
  Symbol& symbol = scope_->add(mangled(name));
  symbol.is_bound = true;
  if (in_target_) symbol.is_iteration_variable = true;
}

void ScopeBuilder::bind_parameter(const Parameter& parameter) {
  check_assignable(parameter.name.text, parameter.span);
  const std::string_view name = mangled(parameter.name.text);
  if (scope_->find(name)) {
    fail(parameter.span, quoted("duplicate argument ", parameter.name.text, " in function definition"));
    return;
  }
  Symbol& symbol = scope_->add(name);
  symbol.is_bound = symbol.is_parameter = true;
}

void ScopeBuilder::declare(const NamesStmt& statement) {
  for (const Identifier& name : statement.names) {
    const std::string_view key = mangled(name.text);
    const Identifier place{name.text, statement.span};
    Symbol* known = scope_->find(key);
    if (statement.kind == StmtKind::Global) {
      declare_global(place, known, key);
    } else {
      declare_nonlocal(place, known, key);
    }
  }
}

void ScopeBuilder::declare_global(const Identifier& name, Symbol* known, std::string_view key) {
  if (known && known->is_parameter) {
    fail(name.span, quoted("name ", name.text, " is parameter and global"));
  } else if (known && known->is_used) {
    fail(name.span, quoted("name ", name.text, " is used prior to global declaration"));
  } else if (known && known->is_annotated) {
    fail(name.span, quoted("annotated name ", name.text, " can't be global"));
  } else if (known && known->is_bound && !known->is_global) {
    fail(name.span, quoted("name ", name.text, " is assigned to before global declaration"));
  } else if (known && known->is_nonlocal) {
    fail(known->declared, quoted("name ", name.text, " is nonlocal and global"));
  }
  Symbol& symbol = scope_->add(key);
  symbol.is_global = true;
  symbol.declared = name.span;
}

void ScopeBuilder::declare_nonlocal(const Identifier& name, Symbol* known, std::string_view key) {
  if (known && known->is_parameter) {
    fail(name.span, quoted("name ", name.text, " is parameter and nonlocal"));
  } else if (known && known->is_used) {
    fail(name.span, quoted("name ", name.text, " is used prior to nonlocal declaration"));
  } else if (known && known->is_annotated) {
    fail(name.span, quoted("annotated name ", name.text, " can't be nonlocal"));
  } else if (known && known->is_bound && !known->is_nonlocal) {
    fail(name.span, quoted("name ", name.text, " is assigned to before nonlocal declaration"));
  } else if (known && known->is_global) {
    fail(known->declared, quoted("name ", name.text, " is nonlocal and global"));
  } else if (scope_->kind == ScopeKind::Module) {
    fail(name.span, "nonlocal declaration not allowed at module level");
  }
  Symbol& symbol = scope_->add(key);
  symbol.is_nonlocal = true;
  symbol.declared = name.span;
  nonlocals_.push_back({scope_, key, name});
}

void ScopeBuilder::check_nonlocals() {
  for (const PendingNonlocal& pending : nonlocals_) {
    bool found = false;
    for (Scope* outer = pending.scope->parent; outer && !found; outer = outer->parent) {
      if (outer->kind == ScopeKind::Module || outer->kind == ScopeKind::Class) continue;
      const Symbol* symbol = outer->find(pending.name);
      found = symbol && symbol->is_bound && !symbol->is_global && !symbol->is_nonlocal;
      if (found && outer->find(kGenericName)) {
        fail(pending.place.span,
             quoted("nonlocal binding not allowed for type parameter ", pending.name, ""));
      }
    }
    if (!found && !(pending.name == "__class__")) {
      fail(pending.place.span, quoted("no binding for nonlocal ", pending.name, " found"));
    }
  }
}

void ScopeBuilder::visit(const Block& block) {
  if (++depth_ > kMaxDepth) fail_deep();
  for (const Stmt* statement : block) {
    if (error_) break;
    visit(statement);
  }
  depth_--;
}

void ScopeBuilder::visit(const Stmt* statement) {
  switch (statement->kind) {
    case StmtKind::FunctionDef:
    case StmtKind::AsyncFunctionDef:
      return visit_function(as<FunctionDefStmt>(statement));
    case StmtKind::ClassDef:
      return visit_class(as<ClassDefStmt>(statement));
    case StmtKind::Return:
    case StmtKind::Expr:
      return visit(as<ValueStmt>(statement).value);
    case StmtKind::Delete:
      return visit(as<DeleteStmt>(statement).targets);
    case StmtKind::Assign:
      visit(as<AssignStmt>(statement).targets);
      return visit(as<AssignStmt>(statement).value);
    case StmtKind::TypeAlias: {
      const auto& s = as<TypeAliasStmt>(statement);
      visit(s.name);
      open_type_parameters(s.type_parameters);
      visit_later(s.value, static_cast<const NameExpr*>(s.name)->name, "a type alias");
      if (s.type_parameters) close();
      return;
    }
    case StmtKind::AugAssign:
      visit(as<AugAssignStmt>(statement).target);
      return visit(as<AugAssignStmt>(statement).value);
    case StmtKind::AnnAssign:
      return visit_annotated(as<AnnAssignStmt>(statement));
    case StmtKind::For:
    case StmtKind::AsyncFor: {
      const auto& s = as<ForStmt>(statement);
      visit(s.target);
      visit(s.iterable);
      visit(s.body);
      return visit(s.orelse);
    }
    case StmtKind::While: {
      const auto& s = as<WhileStmt>(statement);
      visit(s.test);
      visit(s.body);
      return visit(s.orelse);
    }
    case StmtKind::If: {
      const auto& s = as<IfStmt>(statement);
      for (const IfClause& clause : s.clauses) {
        visit(clause.test);
        visit(clause.body);
      }
      return visit(s.orelse);
    }
    case StmtKind::With:
    case StmtKind::AsyncWith: {
      const auto& s = as<WithStmt>(statement);
      for (const WithItem& item : s.items) {
        visit(item.manager);
        visit(item.target);
      }
      return visit(s.body);
    }
    case StmtKind::Match: {
      const auto& s = as<MatchStmt>(statement);
      visit(s.subject);
      for (const MatchCase& match_case : s.cases) {
        scope_->spare_slots = std::max(scope_->spare_slots, 1 + pattern_slots(match_case.pattern));
        visit(match_case.pattern);
        visit(match_case.guard);
        visit(match_case.body);
      }
      return;
    }
    case StmtKind::Raise:
      visit(as<RaiseStmt>(statement).exception);
      return visit(as<RaiseStmt>(statement).cause);
    case StmtKind::Try:
    case StmtKind::TryStar:
      return visit_try(as<TryStmt>(statement));
    case StmtKind::Assert:
      visit(as<AssertStmt>(statement).test);
      return visit(as<AssertStmt>(statement).message);
    case StmtKind::Import:
    case StmtKind::ImportFrom:
      return visit_import(as<ImportStmt>(statement));
    case StmtKind::Global:
    case StmtKind::Nonlocal:
      return declare(as<NamesStmt>(statement));
    case StmtKind::Pass:
    case StmtKind::Break:
    case StmtKind::Continue:
      return;
  }
}

void ScopeBuilder::visit_import(const ImportStmt& statement) {
  for (const ImportAlias& alias : statement.names) {
    if (alias.name.text == "*") {
      if (scope_->kind != ScopeKind::Module) fail(alias.span, "import * only allowed at module level");
      continue;
    }
    std::string_view name = alias.as_name.text.empty() ? alias.name.text : alias.as_name.text;
    if (statement.kind == StmtKind::Import && alias.as_name.text.empty())
      name = name.substr(0, name.find('.'));
    bind(name, alias.span);
  }
}

void ScopeBuilder::visit_try(const TryStmt& statement) {
  visit(statement.body);
  for (const ExceptHandler& handler : statement.handlers) {
    visit(handler.type);
    if (!handler.name.text.empty()) bind(handler.name.text, handler.span);
    visit(handler.body);
  }
  visit(statement.orelse);
  visit(statement.finalbody);
}

void ScopeBuilder::visit_annotated(const AnnAssignStmt& statement) {
  if (statement.target->kind == ExprKind::Name) {
    const auto& target = *static_cast<const NameExpr*>(statement.target);
    const Symbol* known = scope_->find(mangled(target.name));
    if (statement.simple && known && (known->is_global || known->is_nonlocal) &&
        scope_->kind != ScopeKind::Module) {
      fail(statement.span, quoted("annotated name ", target.name,
                                  known->is_global ? " can't be global" : " can't be nonlocal"));
    }
    Symbol& symbol = scope_->add(mangled(target.name));
    if (statement.simple) {
      symbol.is_annotated = true;
      if (scope_->kind != ScopeKind::Function) scope_->has_annotations = true;
    }
    if (statement.simple || statement.value) bind(target.name, statement.target->span);
  } else {
    visit(statement.target);
  }
  if (scope_->kind != ScopeKind::Function || !statement.simple) visit(statement.annotation);
  visit(statement.value);
}

void ScopeBuilder::visit_function(const FunctionDefStmt& statement) {
  bind(statement.name.text, statement.span);
  visit(statement.decorators);
  visit_defaults(*statement.parameters);
  open_type_parameters(statement.type_parameters);
  visit_annotations(*statement.parameters);
  visit(statement.returns);
  Scope* scope = open(ScopeKind::Function, statement.name.text, &statement);
  scope->is_async_function = statement.kind == StmtKind::AsyncFunctionDef;
  visit_parameters(*statement.parameters);
  visit(statement.body);
  close();
  if (statement.type_parameters) close();
}

// Tracebacks name the code after what it is the value of.
void ScopeBuilder::visit_later(const Expr* lambda, std::string_view name, std::string_view words) {
  later_words_ = words;
  visit(lambda);
  later_words_ = {};
  if (lambda && !error_) scopes_.by_node_.at(lambda)->name = name;
}

// Their names are in scope like a comprehension's: in slots of the code around, in reach of what is inside.
void ScopeBuilder::open_type_parameters(const TypeParameters* parameters) {
  if (!parameters) return;
  open(ScopeKind::Inlined, scope_->name, parameters);
  scope_->forbids = "the definition of a generic";
  scope_->add(kGenericName).is_bound = true;
  for (const TypeParameter& item : parameters->items) {
    if (scope_->find(mangled(item.name.text)))
      fail({item.name.span.begin - static_cast<std::uint32_t>(item.stars), item.name.span.end},
           quoted("duplicate type parameter ", item.name.text, ""));
    bind(item.name.text, item.name.span);
  }
  for (const TypeParameter& item : parameters->items) {
    bool several = item.bound && static_cast<const LambdaExpr*>(item.bound)->body->kind == ExprKind::Tuple;
    visit_later(item.bound, item.name.text, several ? "a TypeVar constraint" : "a TypeVar bound");
    visit_later(item.fallback, item.name.text,
                item.stars == 0   ? "a TypeVar default"
                : item.stars == 1 ? "a TypeVarTuple default"
                                  : "a ParamSpec default");
  }
}

void ScopeBuilder::visit_class(const ClassDefStmt& statement) {
  bind(statement.name.text, statement.span);
  visit(statement.decorators);
  open_type_parameters(statement.type_parameters);
  visit(statement.bases);
  for (const Keyword& keyword : statement.keywords) visit(keyword.value);
  open(ScopeKind::Class, statement.name.text, &statement);
  visit(statement.body);
  close();
  if (statement.type_parameters) close();
}

void ScopeBuilder::visit_defaults(const Parameters& parameters) {
  visit(parameters.defaults);
  visit(parameters.keyword_defaults);
}

void ScopeBuilder::visit_annotations(const Parameters& parameters) {
  for (const Seq<Parameter> list :
       {parameters.positional_only, parameters.positional, parameters.keyword_only}) {
    for (const Parameter& parameter : list) visit(parameter.annotation);
  }
  if (parameters.var_positional) visit(parameters.var_positional->annotation);
  if (parameters.var_keyword) visit(parameters.var_keyword->annotation);
}

// In the order of the slots (code.h).
void ScopeBuilder::visit_parameters(const Parameters& parameters) {
  for (const Seq<Parameter> list :
       {parameters.positional_only, parameters.positional, parameters.keyword_only}) {
    for (const Parameter& parameter : list) bind_parameter(parameter);
  }
  if (parameters.var_positional) bind_parameter(*parameters.var_positional);
  if (parameters.var_keyword) bind_parameter(*parameters.var_keyword);
}

void ScopeBuilder::visit(const Pattern* pattern) {
  if (!pattern || error_) return;
  if (++depth_ > kMaxDepth) fail_deep();
  switch (pattern->kind) {
    case PatternKind::Value:
    case PatternKind::Singleton:
      visit(static_cast<const ValuePattern*>(pattern)->value);
      break;
    case PatternKind::Sequence:
    case PatternKind::Or:
      for (const Pattern* item : static_cast<const PatternList*>(pattern)->patterns) visit(item);
      break;
    case PatternKind::Mapping: {
      const auto& mapping = *static_cast<const MappingPattern*>(pattern);
      visit(mapping.keys);
      for (const Pattern* item : mapping.patterns) visit(item);
      if (!mapping.rest.text.empty()) bind(mapping.rest.text, mapping.rest.span);
      break;
    }
    case PatternKind::Class: {
      const auto& match_class = *static_cast<const ClassPattern*>(pattern);
      visit(match_class.type);
      for (const Pattern* item : match_class.patterns) visit(item);
      for (const Pattern* item : match_class.keyword_patterns) visit(item);
      break;
    }
    case PatternKind::Star: {
      const auto& star = *static_cast<const StarPattern*>(pattern);
      if (!star.name.text.empty()) bind(star.name.text, star.span);
      break;
    }
    case PatternKind::As: {
      const auto& as_pattern = *static_cast<const AsPattern*>(pattern);
      visit(as_pattern.pattern);
      if (!as_pattern.name.text.empty()) bind(as_pattern.name.text, as_pattern.span);
      break;
    }
  }
  depth_--;
}

}  // namespace loopscope::python
