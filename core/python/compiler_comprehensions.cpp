// Comprehensions and generator expressions. Not for: which of them are inlined (scope_expressions.cpp).
#include "core/python/compiler_state.h"

namespace loopscope::python {

void Compiler::comprehension(const ComprehensionExpr& expression_node) {
  Scope* scope = scopes_.of(&expression_node);
  const Scope* around = unit_->scope;
  const bool may_be_async = around->is_async_function || around->is_comprehension;
  if (scope->has_await && !scope->is_generator_expression && !may_be_async) {
    return fail(expression_node.span, "asynchronous comprehension outside of an asynchronous function");
  }
  if (scope->kind == ScopeKind::Inlined) {
    inlined_comprehension(expression_node, scope);
  } else {
    function_comprehension(expression_node, scope);
  }
}

// The iteration variables have slots of their own, so nothing needs to be saved; they are unbound at the end.
void Compiler::inlined_comprehension(const ComprehensionExpr& expression_node, Scope* scope) {
  const Comprehension& first = expression_node.clauses[0];
  expression(first.iterable);
  {
    const At at(*this, first.iterable->span);
    emit(first.is_async ? Opcode::GET_AITER : Opcode::GET_ITER);
  }
  emit(expression_node.kind == ExprKind::ListComp  ? Opcode::BUILD_LIST
       : expression_node.kind == ExprKind::SetComp ? Opcode::BUILD_SET
                                                   : Opcode::BUILD_MAP,
       0);
  emit(Opcode::SWAP, 2);
  Scope* outer = std::exchange(scope_, scope);
  for (const Symbol& symbol : scope->symbols) {
    if (!symbol.is_bound || symbol.access != Access::Cell) continue;
    clear_slot(symbol.slot);
    emit(Opcode::MAKE_CELL, symbol.slot);
  }
  comprehension_clause(expression_node, 0, 0);
  for (const Symbol& symbol : scope->symbols) {
    if (symbol.is_bound) clear_slot(symbol.slot);
  }
  scope_ = outer;
}

// A function that is called with the outermost iterator.
void Compiler::function_comprehension(const ComprehensionExpr& expression_node, Scope* scope) {
  const Comprehension& first = expression_node.clauses[0];
  const bool is_generator = scope->is_generator_expression;
  Unit unit(unit_, scope, source_);
  begin_unit(unit, expression_node.span);
  if (is_generator) unit.data.flags |= scope->has_await ? kCodeAsyncGenerator : kCodeGenerator;
  unit.data.positional_count = unit.data.positional_only_count = 1;
  if (!is_generator) {
    emit(expression_node.kind == ExprKind::ListComp  ? Opcode::BUILD_LIST
         : expression_node.kind == ExprKind::SetComp ? Opcode::BUILD_SET
                                                     : Opcode::BUILD_MAP,
         0);
  }
  emit(Opcode::LOAD_FAST, 0);
  comprehension_clause(expression_node, 0, 0);
  if (!is_generator) emit(Opcode::RETURN_VALUE);
  make_function(end_unit(), scope, 0);
  emit(Opcode::PUSH_EMPTY);
  expression(first.iterable);
  {
    const At at(*this, first.iterable->span);
    emit(first.is_async ? Opcode::GET_AITER : Opcode::GET_ITER);
  }
  emit(Opcode::CALL, 1);
}

// The clause's iterator is on top; `depth` iterators of outer clauses stand between it and the container.
void Compiler::comprehension_clause(const ComprehensionExpr& expression_node, std::size_t index,
                                    std::uint32_t depth) {
  const Comprehension& clause = expression_node.clauses[index];
  if (index > 0) {
    expression(clause.iterable);
    const At at(*this, clause.iterable->span);
    emit(clause.is_async ? Opcode::GET_AITER : Opcode::GET_ITER);
  }
  const Label top = code().new_label(), end = code().new_label(), again = code().new_label();
  code().place(top);
  if (clause.is_async) {
    const At at(*this, expression_node.span);
    CodeBuilder::Region region = code().begin_region(end, code().depth());
    emit(Opcode::GET_ANEXT);
    emit(Opcode::SEND);
    code().end(region);
  } else {
    const At at(*this, clause.iterable->span);
    code().jump(Opcode::FOR_ITER, end);
  }
  store(clause.target);
  for (const Expr* condition : clause.conditions) jump_if(condition, again, false);
  if (index + 1 < expression_node.clauses.size()) {
    comprehension_clause(expression_node, index + 1, depth + 1);
  } else {
    comprehension_element(expression_node, depth);
  }
  code().place(again);
  code().jump(Opcode::JUMP_BACKWARD, top);
  code().place(end);
  if (clause.is_async) emit(Opcode::END_ASYNC_FOR);
}

void Compiler::comprehension_element(const ComprehensionExpr& expression_node, std::uint32_t depth) {
  const At at(*this, expression_node.element->span);
  switch (expression_node.kind) {
    case ExprKind::GeneratorExp:
      expression(expression_node.element);
      emit(scopes_.of(&expression_node)->has_await ? Opcode::ASYNC_YIELD_VALUE : Opcode::YIELD_VALUE);
      return emit(Opcode::POP_TOP);
    case ExprKind::DictComp:
      expression(expression_node.element);
      expression(expression_node.value);
      return emit(Opcode::MAP_ADD, depth + 2);
    default:
      expression(expression_node.element);
      return emit(expression_node.kind == ExprKind::SetComp ? Opcode::SET_ADD : Opcode::LIST_APPEND,
                  depth + 2);
  }
}

}  // namespace loopscope::python
