// Names in expressions; lambdas and comprehensions with scopes of their own. Not for: statements
// (scope_builder.cpp).
#include "core/python/scope_builder.h"

namespace loopscope::python {

namespace {

template <typename T>
const T& as(const Expr* expression) {
  return *static_cast<const T*>(expression);
}

std::string_view comprehension_name(ExprKind kind) {
  switch (kind) {
    case ExprKind::ListComp:
      return "<listcomp>";
    case ExprKind::SetComp:
      return "<setcomp>";
    case ExprKind::DictComp:
      return "<dictcomp>";
    default:
      return "<genexpr>";
  }
}

std::string_view comprehension_words(const Scope& scope) {
  if (scope.name == "<listcomp>") return "list comprehension";
  if (scope.name == "<setcomp>") return "set comprehension";
  if (scope.name == "<dictcomp>") return "dict comprehension";
  return "generator expression";
}

}  // namespace

void ScopeBuilder::visit(Seq<Expr*> expressions) {
  for (const Expr* expression : expressions) visit(expression);
}

void ScopeBuilder::visit(const Expr* expression) {
  if (!expression || error_) return;
  if (++depth_ > kMaxDepth) fail_deep();
  switch (expression->kind) {
    case ExprKind::BoolOp:
      visit(as<BoolOpExpr>(expression).values);
      break;
    case ExprKind::NamedExpr: {
      const auto& named = as<NamedExprExpr>(expression);
      check_allowed(expression->span, "named");
      if (iterable_depth_ > 0) {
        fail(expression->span, "assignment expression cannot be used in a comprehension iterable expression");
      }
      if (scope_->is_comprehension) bind_walrus(*static_cast<const NameExpr*>(named.target));
      visit(named.value);
      if (!scope_->is_comprehension) visit(named.target);
      break;
    }
    case ExprKind::BinOp:
      visit(as<BinOpExpr>(expression).left);
      visit(as<BinOpExpr>(expression).right);
      break;
    case ExprKind::UnaryOp:
      visit(as<UnaryOpExpr>(expression).operand);
      break;
    case ExprKind::Lambda:
      visit_lambda(as<LambdaExpr>(expression));
      break;
    case ExprKind::IfExp:
      visit(as<IfExpExpr>(expression).test);
      visit(as<IfExpExpr>(expression).body);
      visit(as<IfExpExpr>(expression).orelse);
      break;
    case ExprKind::Dict:
      visit(as<DictExpr>(expression).keys);
      visit(as<DictExpr>(expression).values);
      break;
    case ExprKind::Set:
    case ExprKind::List:
    case ExprKind::Tuple:
      visit(as<SequenceExpr>(expression).items);
      break;
    case ExprKind::ListComp:
    case ExprKind::SetComp:
    case ExprKind::DictComp:
    case ExprKind::GeneratorExp:
      visit_comprehension(as<ComprehensionExpr>(expression));
      break;
    case ExprKind::Await:
      visit_await(expression->span);
      visit(as<OperandExpr>(expression).value);
      break;
    case ExprKind::Yield:
    case ExprKind::YieldFrom:
      visit_yield(as<OperandExpr>(expression));
      break;
    case ExprKind::Compare:
      visit(as<CompareExpr>(expression).left);
      visit(as<CompareExpr>(expression).operands);
      break;
    case ExprKind::Call: {
      const auto& call = as<CallExpr>(expression);
      visit(call.function);
      visit(call.arguments);
      for (const Keyword& keyword : call.keywords) {
        if (keyword.name.text == "__debug__") fail(keyword.span, "cannot assign to __debug__");
        visit(keyword.value);
      }
      break;
    }
    case ExprKind::FormattedValue:
      visit(as<FormattedValueExpr>(expression).value);
      visit(static_cast<const Expr*>(as<FormattedValueExpr>(expression).spec));
      break;
    case ExprKind::JoinedStr:
      visit(as<JoinedStrExpr>(expression).values);
      break;
    case ExprKind::Attribute: {
      const auto& attribute = as<AttributeExpr>(expression);
      if (attribute.context != Context::Load) check_assignable(attribute.attribute.text, expression->span);
      visit(attribute.value);
      break;
    }
    case ExprKind::Subscript:
      visit(as<SubscriptExpr>(expression).value);
      visit(as<SubscriptExpr>(expression).index);
      break;
    case ExprKind::Starred:
      visit(as<StarredExpr>(expression).value);
      break;
    case ExprKind::Name:
      visit_name(as<NameExpr>(expression));
      break;
    case ExprKind::Slice:
      visit(as<SliceExpr>(expression).lower);
      visit(as<SliceExpr>(expression).upper);
      visit(as<SliceExpr>(expression).step);
      break;
    case ExprKind::Constant:
      break;
  }
  depth_--;
}

void ScopeBuilder::visit_name(const NameExpr& expression) {
  if (expression.context == Context::Load) {
    use(expression.name);
    // super() finds its class through the cell that every method has.
    if (expression.name == "super" && scope_->host()->kind == ScopeKind::Function) use("__class__");
    return;
  }
  if (expression.context == Context::Del && expression.name == "__debug__") {
    fail(expression.span, "cannot delete __debug__");
  }
  bind(expression.name, expression.span);
}

// The target of := inside a comprehension belongs to the function or module around it.
void ScopeBuilder::bind_walrus(const NameExpr& target) {
  const std::string_view name = mangled(target.name);
  const auto quoted_name = [&target](std::string_view before, std::string_view after) {
    return std::string(before).append("'").append(target.name).append("'").append(after);
  };
  check_assignable(target.name, target.span);
  Scope* scope = scope_;
  for (; scope->is_comprehension; scope = scope->parent) {
    const Symbol* known = scope->find(name);
    if (known && known->is_iteration_variable) {
      fail(target.span,
           quoted_name("assignment expression cannot rebind comprehension iteration variable ", ""));
      return;
    }
    Symbol& passing = scope->add(name);
    passing.is_walrus_target = true;
  }
  if (scope->kind == ScopeKind::Class) {
    fail(target.span, "assignment expression within a comprehension cannot be used in a class body");
    return;
  }
  Symbol& symbol = scope->add(name);
  if (!symbol.is_global) symbol.is_bound = true;
}

void ScopeBuilder::check_allowed(Span span, std::string_view what) {
  if (scope_->forbids.empty()) return;
  std::string message(what);
  fail(span, message.append(" expression cannot be used within ").append(scope_->forbids));
}

void ScopeBuilder::visit_yield(const OperandExpr& expression) {
  check_allowed(expression.span, "yield");
  if (scope_->is_comprehension) {
    std::string message = "'yield' inside ";
    fail(expression.span, message.append(comprehension_words(*scope_)));
    return;
  }
  visit(expression.value);
  scope_->has_yield = true;
}

void ScopeBuilder::visit_await(Span span) {
  check_allowed(span, "await");
  for (Scope* scope = scope_; scope; scope = scope->parent) {
    scope->has_await = true;
    if (scope->kind != ScopeKind::Inlined) break;
  }
}

void ScopeBuilder::visit_lambda(const LambdaExpr& expression) {
  visit_defaults(*expression.parameters);
  Scope* scope = open(ScopeKind::Function, "<lambda>", &expression);
  scope->is_lambda = true;
  scope->forbids = std::exchange(later_words_, {});
  visit_parameters(*expression.parameters);
  visit(expression.body);
  close();
}

void ScopeBuilder::visit_comprehension(const ComprehensionExpr& expression) {
  iterable_depth_++;
  visit(expression.clauses[0].iterable);
  iterable_depth_--;
  const bool is_generator = expression.kind == ExprKind::GeneratorExp;
  const bool is_function = is_generator || scope_->kind == ScopeKind::Class;
  Scope* scope = open(is_function ? ScopeKind::Function : ScopeKind::Inlined,
                      comprehension_name(expression.kind), &expression);
  scope->is_comprehension = true;
  scope->is_generator_expression = is_generator;
  if (is_function) {
    Symbol& iterator = scope->add(".0");
    iterator.is_bound = iterator.is_parameter = true;
  }
  const bool outer_target = std::exchange(in_target_, false);
  visit_clauses(expression);
  in_target_ = outer_target;
  close();
}

void ScopeBuilder::visit_clauses(const ComprehensionExpr& expression) {
  bool first = true;
  for (const Comprehension& clause : expression.clauses) {
    if (clause.is_async) visit_await(clause.target->span);
    in_target_ = true;
    visit(clause.target);
    in_target_ = false;
    if (!first) {
      iterable_depth_++;
      visit(clause.iterable);
      iterable_depth_--;
    }
    first = false;
    visit(clause.conditions);
  }
  visit(expression.value);
  visit(expression.element);
  for (const Symbol& symbol : scope_->symbols) {
    if (symbol.is_iteration_variable && symbol.is_walrus_target) {
      std::string message = "comprehension inner loop cannot rebind assignment expression target '";
      fail(expression.span, message.append(symbol.name).append("'"));
    }
  }
}

}  // namespace loopscope::python
