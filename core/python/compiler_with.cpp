// with and async with, as opcodes.h lays them out. Not for: try.
#include "core/python/compiler_state.h"

namespace loopscope::python {

// awaitable -- result. `kind`: what the error of a wrong one says (opcodes.h, GET_AWAITABLE).
void Compiler::await_result(std::uint32_t kind) {
  emit(Opcode::GET_AWAITABLE, kind);
  emit(Opcode::SEND);
}

// Several items nest, the first outermost.
void Compiler::with_statement(const WithStmt& statement, std::size_t index) {
  const bool is_async = statement.kind == StmtKind::AsyncWith;
  if (is_async && !in_async_function()) return fail(statement.span, "'async with' outside async function");
  const WithItem& item = statement.items[index];
  const At at(*this, item.manager->span);
  const Label handler = code().new_label(), end = code().new_label();
  expression(item.manager);
  emit(is_async ? Opcode::ASYNC_WITH_ENTER : Opcode::WITH_ENTER);
  if (is_async) await_result(1);
  CodeBuilder::Region region = code().begin_region(handler, code().depth() - 1);
  FrameBlock frame_block{.kind = is_async ? BlockKind::AsyncWith : BlockKind::With, .again = {}, .end = {}};
  frame_block.region = &region;
  frame_block.span = item.manager->span;
  unit_->blocks.push_back(frame_block);
  if (item.target) {
    store(item.target);
  } else {
    emit(Opcode::POP_TOP);
  }
  if (index + 1 < statement.items.size()) {
    with_statement(statement, index + 1);
  } else {
    block(statement.body);
  }
  unit_->blocks.pop_back();
  code().end(region);
  emit(Opcode::WITH_EXIT);
  if (is_async) await_result(2);
  emit(Opcode::POP_TOP);
  code().jump(Opcode::JUMP, end);

  code().place(handler);
  const Label cleanup = code().new_label(), suppress = code().new_label();
  emit(Opcode::PUSH_EXC_INFO);
  CodeBuilder::Region handling = code().begin_region(cleanup, code().depth() - 1);
  emit(Opcode::WITH_EXCEPT_START);
  if (is_async) await_result(2);
  code().jump(Opcode::POP_JUMP_IF_TRUE, suppress);
  emit(Opcode::RERAISE);
  code().end(handling);
  code().place(suppress);
  emit(Opcode::POP_TOP);
  emit(Opcode::POP_EXCEPT);
  emit(Opcode::POP_TOP);
  emit(Opcode::POP_TOP);
  code().jump(Opcode::JUMP, end);
  cleanup_handler(cleanup);
  code().place(end);
}

}  // namespace loopscope::python
