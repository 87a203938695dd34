// try, except, else, finally, as opcodes.h lays their handlers out. Not for: with (compiler_with.cpp).
#include "core/python/compiler_state.h"

namespace loopscope::python {

void Compiler::try_statement(const TryStmt& statement) {
  if (statement.finalbody.empty()) {
    try_except(statement);
  } else {
    try_finally(statement);
  }
}

// previous exc -- : what every handler does when it raises itself.
void Compiler::cleanup_handler(Label handler) {
  const At at(*this, {0, 0});
  code().place(handler);
  emit(Opcode::SWAP, 2);
  emit(Opcode::POP_EXCEPT);
  emit(Opcode::RERAISE);
}

void Compiler::try_except(const TryStmt& statement) {
  const Label handler = code().new_label(), end = code().new_label();
  CodeBuilder::Region region = code().begin_region(handler, code().depth());
  FrameBlock frame_block{.kind = BlockKind::Try, .again = {}, .end = {}};
  frame_block.region = &region;
  unit_->blocks.push_back(frame_block);
  block(statement.body);
  unit_->blocks.pop_back();
  code().end(region);
  block(statement.orelse);
  code().jump(Opcode::JUMP, end);
  code().place(handler);
  statement.kind == StmtKind::TryStar ? except_star_clauses(statement, end) : except_clauses(statement, end);
  code().place(end);
}

void Compiler::except_clauses(const TryStmt& statement, Label end) {
  const Label cleanup = code().new_label();
  {
    const At at(*this, {0, 0});
    emit(Opcode::PUSH_EXC_INFO);
  }
  CodeBuilder::Region clauses = code().begin_region(cleanup, code().depth() - 1);
  for (std::size_t i = 0; i < statement.handlers.size(); i++) {
    const ExceptHandler& handler = statement.handlers[i];
    if (!handler.type && i + 1 < statement.handlers.size()) {
      return fail(handler.span, "default 'except:' must be last");
    }
    except_clause(handler, clauses, end);
  }
  {
    const At at(*this, {0, 0});
    emit(Opcode::RERAISE);
  }
  code().end(clauses);
  cleanup_handler(cleanup);
}

void Compiler::except_clause(const ExceptHandler& handler, CodeBuilder::Region& clauses, Label end) {
  const At at(*this, handler.span);
  const Label next = code().new_label();
  if (handler.type) {
    expression(handler.type);
    emit(Opcode::CHECK_EXC_MATCH);
    code().jump(Opcode::POP_JUMP_IF_FALSE, next);
  }
  const bool is_named = !handler.name.text.empty();
  if (is_named) {
    store_name(handler.name.text);
  } else {
    emit(Opcode::POP_TOP);
  }
  const Label named_cleanup = code().new_label();
  CodeBuilder::Region body;
  if (is_named) body = code().begin_region(named_cleanup, code().depth());
  FrameBlock frame_block{.kind = BlockKind::Handler, .again = {}, .end = {}};
  frame_block.region = is_named ? &body : nullptr;
  frame_block.outer_region = &clauses;
  frame_block.name = is_named ? &handler.name : nullptr;
  unit_->blocks.push_back(frame_block);
  block(handler.body);
  unit_->blocks.pop_back();
  const At cleanup_at(*this, {0, 0});
  if (is_named) code().end(body);
  code().suspend(clauses);
  emit(Opcode::POP_EXCEPT);
  if (is_named) unbind_name(handler.name.text);
  code().jump(Opcode::JUMP, end);
  code().resume(clauses);
  if (is_named) {
    code().place(named_cleanup);
    unbind_name(handler.name.text);
    emit(Opcode::RERAISE);
  }
  code().place(next);
}

void Compiler::except_star_clauses(const TryStmt& statement, Label end) {
  const Label cleanup = code().new_label(), again = code().new_label();
  const At at(*this, {0, 0});
  emit(Opcode::PUSH_EXC_INFO);
  CodeBuilder::Region clauses = code().begin_region(cleanup, code().depth() - 1);
  unit_->blocks.push_back({.kind = BlockKind::StarHandler, .again = {}, .end = {}});
  emit(Opcode::BUILD_LIST);
  emit(Opcode::COPY, 2);
  for (const ExceptHandler& handler : statement.handlers) except_star_clause(handler);
  unit_->blocks.pop_back();
  emit(Opcode::LIST_APPEND, 1);
  emit(Opcode::PREP_RERAISE_STAR);
  code().end(clauses);
  emit(Opcode::COPY, 1);
  code().jump(Opcode::POP_JUMP_IF_NOT_NONE, again);
  emit(Opcode::POP_TOP);
  emit(Opcode::POP_EXCEPT);
  code().jump(Opcode::JUMP, end);
  code().place(again);
  emit(Opcode::SWAP, 2);
  emit(Opcode::POP_EXCEPT);
  emit(Opcode::RERAISE);
  cleanup_handler(cleanup);
}

// list exc -- list rest
void Compiler::except_star_clause(const ExceptHandler& handler) {
  const At at(*this, handler.span);
  const Label no_match = code().new_label(), next = code().new_label(), raised = code().new_label();
  expression(handler.type);
  emit(Opcode::CHECK_EG_MATCH);
  emit(Opcode::UNPACK_SEQUENCE, 2);
  emit(Opcode::COPY, 1);
  code().jump(Opcode::POP_JUMP_IF_NONE, no_match);
  emit(Opcode::PUSH_EXC_INFO);
  emit(Opcode::SWAP, 2);
  emit(Opcode::POP_TOP);
  const std::string_view name = handler.name.text;
  name.empty() ? emit(Opcode::POP_TOP) : store_name(name);
  CodeBuilder::Region body = code().begin_region(raised, code().depth());
  block(handler.body);
  const At cleanup_at(*this, {0, 0});
  code().end(body);
  if (!name.empty()) unbind_name(name);
  code().jump(Opcode::JUMP, next);
  code().place(raised);
  if (!name.empty()) unbind_name(name);
  emit(Opcode::LIST_APPEND, 2);
  code().jump(Opcode::JUMP, next);
  code().place(no_match);
  emit(Opcode::POP_TOP);
  code().place(next);
}

// The finally block is there twice: after the body, and as a handler; once more for every way out that undoes
// it.
void Compiler::try_finally(const TryStmt& statement) {
  const Label handler = code().new_label(), end = code().new_label();
  CodeBuilder::Region region = code().begin_region(handler, code().depth());
  FrameBlock frame_block{.kind = BlockKind::Finally, .again = {}, .end = {}};
  frame_block.region = &region;
  frame_block.finally = &statement.finalbody;
  unit_->blocks.push_back(frame_block);
  if (statement.handlers.empty()) {
    block(statement.body);
  } else {
    try_except(statement);
  }
  unit_->blocks.pop_back();
  code().end(region);
  block(statement.finalbody);
  code().jump(Opcode::JUMP, end);
  code().place(handler);
  const Label cleanup = code().new_label();
  {
    const At at(*this, {0, 0});
    emit(Opcode::PUSH_EXC_INFO);
  }
  CodeBuilder::Region handling = code().begin_region(cleanup, code().depth() - 1);
  FrameBlock ending{.kind = BlockKind::FinallyEnd, .again = {}, .end = {}};
  ending.region = &handling;
  unit_->blocks.push_back(ending);
  block(statement.finalbody);
  unit_->blocks.pop_back();
  {
    const At at(*this, {0, 0});
    emit(Opcode::RERAISE);
  }
  code().end(handling);
  cleanup_handler(cleanup);
  code().place(end);
}

}  // namespace loopscope::python
