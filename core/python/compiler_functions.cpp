// Functions, lambdas and classes: their code, defaults, annotations, closures, decorators. Not for: generator
// expressions (compiler_comprehensions.cpp).
#include "core/python/compiler_state.h"

namespace loopscope::python {

void Compiler::parameter_counts(const Parameters& parameters) {
  CodeData& data = unit_->data;
  data.positional_only_count = static_cast<std::uint32_t>(parameters.positional_only.size());
  data.positional_count =
      data.positional_only_count + static_cast<std::uint32_t>(parameters.positional.size());
  data.keyword_only_count = static_cast<std::uint32_t>(parameters.keyword_only.size());
  if (parameters.var_positional) data.flags |= kCodeVarArgs;
  if (parameters.var_keyword) data.flags |= kCodeVarKeywords;
}

void Compiler::function(const FunctionDefStmt& statement) {
  for (const Expr* decorator : statement.decorators) {
    expression(decorator);
    emit(Opcode::PUSH_EMPTY);
  }
  std::uint32_t flags = defaults(*statement.parameters);
  Scope* const around = scope_;
  begin_type_parameters(statement.type_parameters);
  flags |= annotations(*statement.parameters, statement.returns);

  Scope* scope = scopes_.of(&statement);
  Unit unit(unit_, scope, source_);
  const Span first = statement.decorators.empty() ? statement.span : statement.decorators[0]->span;
  begin_unit(unit, {first.begin, first.begin});
  unit.data.flags |= scope->has_yield && scope->is_async_function ? kCodeAsyncGenerator
                     : scope->is_async_function                   ? kCodeCoroutine
                     : scope->has_yield                           ? kCodeGenerator
                                                                  : 0;
  parameter_counts(*statement.parameters);
  Block body = statement.body;
  if (const ConstantExpr* text = docstring_of(body)) {
    unit.data.docstring = clean_docstring(text->text);
    unit.data.has_docstring = true;
    body = body.subspan(1);
  }
  block(body);
  make_function(end_unit(), scope, flags);
  end_type_parameters(statement.type_parameters, around, true);
  apply_decorators(statement.decorators);
  store_name(statement.name.text);
}

void Compiler::apply_decorators(Seq<Expr*> decorators) {
  for (std::size_t i = decorators.size(); i-- > 0;) {
    const At at(*this, decorators[i]->span);
    emit(Opcode::CALL, 1);
  }
}

void Compiler::lambda(const LambdaExpr& expression_node) {
  const std::uint32_t flags = defaults(*expression_node.parameters);
  Scope* scope = scopes_.of(&expression_node);
  Unit unit(unit_, scope, source_);
  begin_unit(unit, {expression_node.span.begin, expression_node.span.begin});
  if (scope->has_yield) unit.data.flags |= kCodeGenerator;
  parameter_counts(*expression_node.parameters);
  {
    const At at(*this, expression_node.body->span);
    expression(expression_node.body);
    emit(scope->has_yield ? Opcode::POP_TOP : Opcode::RETURN_VALUE);
  }
  make_function(end_unit(), scope, flags);
}

// Gives the flags of MAKE_FUNCTION for what it left on the stack.
std::uint32_t Compiler::defaults(const Parameters& parameters) {
  std::uint32_t flags = 0;
  if (!parameters.defaults.empty()) {
    flags |= 1;
    Constant all;
    all.kind = Constant::Kind::kTuple;
    for (const Expr* value : parameters.defaults) {
      if (std::optional<Constant> constant = fold(value)) all.items.push_back(*std::move(constant));
    }
    if (all.items.size() == parameters.defaults.size()) {
      code().load_constant(std::move(all));
    } else {
      for (const Expr* value : parameters.defaults) expression(value);
      emit(Opcode::BUILD_TUPLE, static_cast<std::uint32_t>(parameters.defaults.size()));
    }
  }
  std::uint32_t pairs = 0;
  for (std::size_t i = 0; i < parameters.keyword_only.size(); i++) {
    if (!parameters.keyword_defaults[i]) continue;
    code().load_constant(string_constant(mangled(parameters.keyword_only[i].name.text)));
    expression(parameters.keyword_defaults[i]);
    pairs++;
  }
  if (pairs != 0) {
    flags |= 2;
    emit(Opcode::BUILD_MAP, pairs);
  }
  return flags;
}

// What `from __future__ import annotations` keeps is the text as it was written.
void Compiler::annotation(const Expr* expression_node) {
  if (!annotations_as_text_) {
    if (expression_node->kind == ExprKind::Starred) {
      expression(static_cast<const StarredExpr*>(expression_node)->value);
      emit(Opcode::UNPACK_SEQUENCE, 1);
    } else {
      expression(expression_node);
    }
    return;
  }
  code().load_constant(string_constant(source_.slice(expression_node->span)));
}

std::uint32_t Compiler::annotation_pair(const Parameter& parameter) {
  if (!parameter.annotation) return 0;
  code().load_constant(string_constant(mangled(parameter.name.text)));
  annotation(parameter.annotation);
  return 1;
}

std::uint32_t Compiler::annotations(const Parameters& parameters, const Expr* returns) {
  std::uint32_t pairs = 0;
  for (const Parameter& parameter : parameters.positional_only) pairs += annotation_pair(parameter);
  for (const Parameter& parameter : parameters.positional) pairs += annotation_pair(parameter);
  if (parameters.var_positional) pairs += annotation_pair(*parameters.var_positional);
  for (const Parameter& parameter : parameters.keyword_only) pairs += annotation_pair(parameter);
  if (parameters.var_keyword) pairs += annotation_pair(*parameters.var_keyword);
  if (returns) {
    code().load_constant(string_constant("return"));
    annotation(returns);
    pairs++;
  }
  if (pairs == 0) return 0;
  emit(Opcode::BUILD_MAP, pairs);
  return 4;
}

void Compiler::make_function(std::shared_ptr<const CodeData> body, Scope* scope, std::uint32_t flags) {
  for (const std::string_view name : scope->free_names) {
    emit(Opcode::LOAD_CLOSURE, scopes_.closure_slot(scope_, name));
  }
  if (!scope->free_names.empty()) {
    emit(Opcode::BUILD_TUPLE, static_cast<std::uint32_t>(scope->free_names.size()));
    flags |= 8;
  }
  Constant constant;
  constant.kind = Constant::Kind::kCode;
  constant.code = std::move(body);
  emit(Opcode::LOAD_CONST, code().constant(std::move(constant)));
  emit(Opcode::MAKE_FUNCTION, flags);
}

void Compiler::class_definition(const ClassDefStmt& statement) {
  check_keywords(statement.keywords);
  if (error_) return;
  for (const Expr* decorator : statement.decorators) {
    expression(decorator);
    emit(Opcode::PUSH_EMPTY);
  }
  Scope* const around = scope_;
  begin_type_parameters(statement.type_parameters);
  emit(Opcode::LOAD_BUILD_CLASS);
  emit(Opcode::PUSH_EMPTY);
  make_function(class_body(statement), scopes_.of(&statement), 0);
  code().load_constant(string_constant(statement.name.text));
  call_arguments(statement.bases, statement.keywords, 2);
  end_type_parameters(statement.type_parameters, around, true);
  apply_decorators(statement.decorators);
  store_name(statement.name.text);
}

std::shared_ptr<const CodeData> Compiler::class_body(const ClassDefStmt& statement) {
  Scope* scope = scopes_.of(&statement);
  Unit unit(unit_, scope, source_);
  const Span first = statement.decorators.empty() ? statement.span : statement.decorators[0]->span;
  begin_unit(unit, {first.begin, first.begin});
  emit(Opcode::LOAD_NAME, code().name("__name__"));
  emit(Opcode::STORE_NAME, code().name("__module__"));
  code().load_constant(string_constant(unit.data.qualname));
  emit(Opcode::STORE_NAME, code().name("__qualname__"));
  if ((options_.flags & kCodeLibrary) == 0) {
    Constant line;
    line.kind = Constant::Kind::kInteger;
    line.integer = unit.data.first_line;
    code().load_constant(std::move(line));
    emit(Opcode::STORE_NAME, code().name("__firstlineno__"));
  }
  if (scope->has_annotations) {
    emit(Opcode::BUILD_MAP, 0);
    emit(Opcode::STORE_NAME, code().name("__annotations__"));
  }
  Block body = statement.body;
  if (const ConstantExpr* text = docstring_of(body)) {
    const At at(*this, text->span);
    code().load_constant(string_constant(clean_docstring(text->text)));
    emit(Opcode::STORE_NAME, code().name("__doc__"));
    body = body.subspan(1);
  }
  block(body);
  if ((options_.flags & kCodeLibrary) == 0) {
    Constant names;
    names.kind = Constant::Kind::kTuple;
    for (const std::string_view name : unit.static_attributes) names.items.push_back(string_constant(name));
    code().load_constant(std::move(names));
    emit(Opcode::STORE_NAME, code().name("__static_attributes__"));
  }
  if (scope->uses_class_cell) {
    emit(Opcode::LOAD_CLOSURE, scopes_.closure_slot(scope, "__class__"));
    emit(Opcode::STORE_NAME, code().name("__classcell__"));
  }
  return end_unit();
}

}  // namespace loopscope::python
