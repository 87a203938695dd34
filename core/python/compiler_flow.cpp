// if, loops, conditions as jumps, and what break, continue and return undo. Not for: try and with.
#include "core/python/compiler_state.h"

namespace loopscope::python {

void Compiler::if_statement(const IfStmt& statement) {
  const Label end = code().new_label();
  for (std::size_t i = 0; i < statement.clauses.size(); i++) {
    const IfClause& clause = statement.clauses[i];
    const At at(*this, clause.test->span);
    const bool is_last = i + 1 == statement.clauses.size() && statement.orelse.empty();
    const Label next = is_last ? end : code().new_label();
    jump_if(clause.test, next, false);
    block(clause.body);
    if (is_last) break;
    code().jump(Opcode::JUMP, end);
    code().place(next);
  }
  block(statement.orelse);
  code().place(end);
}

void Compiler::while_statement(const WhileStmt& statement) {
  const At at(*this, statement.test->span);
  const Label top = code().new_label(), exhausted = code().new_label(), end = code().new_label();
  code().place(top);
  unit_->blocks.push_back({BlockKind::While, top, end});
  jump_if(statement.test, exhausted, false);
  block(statement.body);
  code().jump(Opcode::JUMP_BACKWARD, top);
  unit_->blocks.pop_back();
  code().place(exhausted);
  block(statement.orelse);
  code().place(end);
}

void Compiler::for_statement(const ForStmt& statement) {
  const At at(*this, statement.iterable->span);
  const Label top = code().new_label(), exhausted = code().new_label(), end = code().new_label();
  // A list of constants that nothing can change is a tuple.
  const std::optional<Constant> constant =
      statement.iterable->kind == ExprKind::List ? [&]() -> std::optional<Constant> {
    Constant all;
    all.kind = Constant::Kind::kTuple;
    for (const Expr* item : static_cast<const SequenceExpr*>(statement.iterable)->items) {
      std::optional<Constant> value = fold(item);
      if (!value) return std::nullopt;
      all.items.push_back(*std::move(value));
    }
    return all;
  }()
      : std::nullopt;
  if (constant) {
    code().load_constant(*constant);
  } else {
    expression(statement.iterable);
  }
  emit(Opcode::GET_ITER);
  code().place(top);
  unit_->blocks.push_back({BlockKind::For, top, end});
  code().jump(Opcode::FOR_ITER, exhausted);
  store(statement.target);
  block(statement.body);
  code().jump(Opcode::JUMP_BACKWARD, top);
  unit_->blocks.pop_back();
  code().place(exhausted);
  block(statement.orelse);
  code().place(end);
}

void Compiler::async_for_statement(const ForStmt& statement) {
  if (!in_async_function()) return fail(statement.span, "'async for' outside async function");
  const Label top = code().new_label(), handler = code().new_label(), end = code().new_label();
  expression(statement.iterable);
  {
    const At at(*this, statement.iterable->span);
    emit(Opcode::GET_AITER);
  }
  const At at(*this, statement.span);
  code().place(top);
  unit_->blocks.push_back({BlockKind::AsyncFor, top, end});
  CodeBuilder::Region region = code().begin_region(handler, code().depth());
  emit(Opcode::GET_ANEXT);
  emit(Opcode::SEND);
  code().end(region);
  store(statement.target);
  block(statement.body);
  code().jump(Opcode::JUMP_BACKWARD, top);
  unit_->blocks.pop_back();
  code().place(handler);
  emit(Opcode::END_ASYNC_FOR);
  block(statement.orelse);
  code().place(end);
}

void Compiler::leave_loop(const Stmt* statement, bool is_break) {
  std::size_t loop = unit_->blocks.size();
  const auto is_loop = [](BlockKind kind) {
    return kind == BlockKind::While || kind == BlockKind::For || kind == BlockKind::AsyncFor;
  };
  while (loop > 0 && !is_loop(unit_->blocks[loop - 1].kind)) loop--;
  if (loop == 0) {
    return fail(statement->span, is_break ? "'break' outside loop" : "'continue' not properly in loop");
  }
  const FrameBlock target = unit_->blocks[loop - 1];
  const std::vector<CodeBuilder::Region*> left = unwind(loop, false);
  if (is_break && target.kind != BlockKind::While) emit(Opcode::POP_TOP);
  code().jump(is_break ? Opcode::JUMP : Opcode::JUMP_BACKWARD, is_break ? target.end : target.again);
  resume_regions(left);
}

std::vector<CodeBuilder::Region*> Compiler::unwind(std::size_t keep, bool value_on_top) {
  const std::vector<FrameBlock> all = unit_->blocks;
  std::vector<CodeBuilder::Region*> left;
  while (unit_->blocks.size() > keep) {
    const FrameBlock innermost = unit_->blocks.back();
    unit_->blocks.pop_back();
    if (innermost.region) left.push_back(innermost.region);
    if (innermost.outer_region) left.push_back(innermost.outer_region);
    unwind_block(innermost, value_on_top);
  }
  unit_->blocks = all;
  return left;
}

void Compiler::resume_regions(const std::vector<CodeBuilder::Region*>& regions) {
  for (CodeBuilder::Region* region : regions) code().resume(*region);
}

void Compiler::unwind_block(const FrameBlock& block_to_leave, bool value_on_top) {
  const At at(*this, block_to_leave.span.end != 0 ? block_to_leave.span : code().position());
  const auto pop_below = [&] {
    if (value_on_top) emit(Opcode::SWAP, 2);
    emit(Opcode::POP_TOP);
  };
  switch (block_to_leave.kind) {
    case BlockKind::While:
      return;
    case BlockKind::For:
    case BlockKind::AsyncFor:
      return pop_below();
    case BlockKind::Try:
      return code().suspend(*block_to_leave.region);
    case BlockKind::Finally:
      code().suspend(*block_to_leave.region);
      // What is about to be returned waits below; a way out of this block drops it.
      if (value_on_top) unit_->blocks.push_back({.kind = BlockKind::Value, .again = {}, .end = {}});
      block(*block_to_leave.finally);
      if (value_on_top) unit_->blocks.pop_back();
      return;
    case BlockKind::Value:
      return pop_below();
    case BlockKind::FinallyEnd:
      pop_below();
      code().suspend(*block_to_leave.region);
      if (value_on_top) emit(Opcode::SWAP, 2);
      return emit(Opcode::POP_EXCEPT);
    case BlockKind::With:
    case BlockKind::AsyncWith:
      code().suspend(*block_to_leave.region);
      if (value_on_top) {
        emit(Opcode::SWAP, 3);
        emit(Opcode::SWAP, 2);
      }
      emit(Opcode::WITH_EXIT);
      if (block_to_leave.kind == BlockKind::AsyncWith) await_result(2);
      return emit(Opcode::POP_TOP);
    case BlockKind::Handler:
      if (block_to_leave.region) code().suspend(*block_to_leave.region);
      code().suspend(*block_to_leave.outer_region);
      if (value_on_top) emit(Opcode::SWAP, 2);
      emit(Opcode::POP_EXCEPT);
      if (block_to_leave.name) unbind_name(block_to_leave.name->text);
      return;
    case BlockKind::StarHandler:
      return fail(code().position(), "'break', 'continue' and 'return' cannot appear in an except* block");
  }
}

void Compiler::jump_if(const Expr* test, Label target, bool when) {
  if (const std::optional<Constant> constant = fold(test)) {
    if (truth(*constant) == when) code().jump(Opcode::JUMP, target);
    return;
  }
  switch (test->kind) {
    case ExprKind::UnaryOp:
      if (const auto& unary_op = *static_cast<const UnaryOpExpr*>(test); unary_op.op == UnaryKind::Not) {
        return jump_if(unary_op.operand, target, !when);
      }
      break;
    case ExprKind::BoolOp: {
      const auto& bool_op = *static_cast<const BoolOpExpr*>(test);
      // `or` jumps to a true target at the first true operand; to a false target only after the last.
      const bool early = bool_op.is_or == when;
      const Label decided = early ? target : code().new_label();
      for (std::size_t i = 0; i + 1 < bool_op.values.size(); i++)
        jump_if(bool_op.values[i], decided, bool_op.is_or);
      jump_if(bool_op.values.back(), target, when);
      if (!early) code().place(decided);
      return;
    }
    case ExprKind::IfExp: {
      const auto& conditional = *static_cast<const IfExpExpr*>(test);
      const Label orelse = code().new_label(), end = code().new_label();
      jump_if(conditional.test, orelse, false);
      jump_if(conditional.body, target, when);
      code().jump(Opcode::JUMP, end);
      code().place(orelse);
      jump_if(conditional.orelse, target, when);
      return code().place(end);
    }
    case ExprKind::Compare:
      if (static_cast<const CompareExpr*>(test)->operators.size() > 1) {
        return jump_if_compare(*static_cast<const CompareExpr*>(test), target, when);
      }
      break;
    default:
      break;
  }
  // x is None, x is not None
  if (test->kind == ExprKind::Compare) {
    const auto& compare_node = *static_cast<const CompareExpr*>(test);
    const Comparison op = compare_node.operators[0];
    const std::optional<Constant> right = fold(compare_node.operands[0]);
    if ((op == Comparison::Is || op == Comparison::IsNot) && right && right->kind == Constant::Kind::kNone) {
      expression(compare_node.left);
      const At at(*this, test->span);
      return code().jump(
          (op == Comparison::Is) == when ? Opcode::POP_JUMP_IF_NONE : Opcode::POP_JUMP_IF_NOT_NONE, target);
    }
  }
  expression(test);
  const At at(*this, test->span);
  code().jump(when ? Opcode::POP_JUMP_IF_TRUE : Opcode::POP_JUMP_IF_FALSE, target);
}

// a < b < c
void Compiler::jump_if_compare(const CompareExpr& test, Label target, bool when) {
  check_compare(test);
  const At at(*this, test.span);
  const Label cleanup = code().new_label(), end = code().new_label();
  const std::size_t last = test.operators.size() - 1;
  expression(test.left);
  for (std::size_t i = 0; i < last; i++) {
    expression(test.operands[i]);
    emit(Opcode::SWAP, 2);
    emit(Opcode::COPY, 2);
    compare_operation(test.operators[i]);
    code().jump(Opcode::POP_JUMP_IF_FALSE, cleanup);
  }
  compare_operand(test.operators[last], test.operands[last]);
  compare_operation(test.operators[last]);
  code().jump(when ? Opcode::POP_JUMP_IF_TRUE : Opcode::POP_JUMP_IF_FALSE, target);
  code().jump(Opcode::JUMP, end);
  code().place(cleanup);
  emit(Opcode::POP_TOP);
  if (!when) code().jump(Opcode::JUMP, target);
  code().place(end);
}

}  // namespace loopscope::python
