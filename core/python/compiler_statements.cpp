// Simple statements, and which function compiles which statement. Not for: control flow (compiler_flow.cpp).
#include "core/python/compiler_state.h"

namespace loopscope::python {

namespace {

template <typename T>
const T& as(const Stmt* statement) {
  return *static_cast<const T*>(statement);
}

// CO_MAXBLOCKS of Include/cpython/code.h.
constexpr std::size_t kMostBlocks = 21;

bool opens_block(StmtKind kind) {
  switch (kind) {
    case StmtKind::For:
    case StmtKind::AsyncFor:
    case StmtKind::While:
    case StmtKind::With:
    case StmtKind::AsyncWith:
    case StmtKind::Try:
    case StmtKind::TryStar:
      return true;
    default:
      return false;
  }
}

}  // namespace

void Compiler::block(const Block& body) {
  for (const Stmt* item : body) {
    if (error_) return;
    statement(item);
  }
}

void Compiler::statement(const Stmt* statement) {
  // What a definition emits stands at its first line; other compound statements set places of their own.
  const At at(*this, statement->span);
  if (unit_->blocks.size() >= kMostBlocks && opens_block(statement->kind)) {
    return fail(statement->span, "too many statically nested blocks");
  }
  switch (statement->kind) {
    case StmtKind::FunctionDef:
    case StmtKind::AsyncFunctionDef:
      return function(as<FunctionDefStmt>(statement));
    case StmtKind::ClassDef:
      return class_definition(as<ClassDefStmt>(statement));
    case StmtKind::Return:
      return return_statement(as<ValueStmt>(statement));
    case StmtKind::Delete:
      for (const Expr* target : as<DeleteStmt>(statement).targets) remove(target);
      return;
    case StmtKind::Assign:
      return assign(as<AssignStmt>(statement));
    case StmtKind::TypeAlias:
      return type_alias(as<TypeAliasStmt>(statement));
    case StmtKind::AugAssign:
      return augmented(as<AugAssignStmt>(statement));
    case StmtKind::AnnAssign:
      return annotated(as<AnnAssignStmt>(statement));
    case StmtKind::For:
      return for_statement(as<ForStmt>(statement));
    case StmtKind::AsyncFor:
      return async_for_statement(as<ForStmt>(statement));
    case StmtKind::While:
      return while_statement(as<WhileStmt>(statement));
    case StmtKind::If:
      return if_statement(as<IfStmt>(statement));
    case StmtKind::With:
    case StmtKind::AsyncWith:
      return with_statement(as<WithStmt>(statement), 0);
    case StmtKind::Match:
      return match_statement(as<MatchStmt>(statement));
    case StmtKind::Raise:
      return raise_statement(as<RaiseStmt>(statement));
    case StmtKind::Try:
    case StmtKind::TryStar:
      return try_statement(as<TryStmt>(statement));
    case StmtKind::Assert:
      return assert_statement(as<AssertStmt>(statement));
    case StmtKind::Import:
      return import_statement(as<ImportStmt>(statement));
    case StmtKind::ImportFrom:
      return import_from(as<ImportStmt>(statement));
    case StmtKind::Expr:
      return expression_statement(as<ValueStmt>(statement).value);
    case StmtKind::Global:
    case StmtKind::Nonlocal:
    case StmtKind::Pass:
      return;
    case StmtKind::Break:
    case StmtKind::Continue:
      return leave_loop(statement, statement->kind == StmtKind::Break);
  }
}

void Compiler::expression_statement(const Expr* value) {
  if (value->kind == ExprKind::Constant) return;
  if (value->kind == ExprKind::Starred) return fail(value->span, "can't use starred expression here");
  expression(value);
  emit(Opcode::POP_TOP);
}

void Compiler::return_statement(const ValueStmt& statement) {
  if (unit_->scope->kind != ScopeKind::Function) return fail(statement.span, "'return' outside function");
  if (statement.value && in_async_function() && unit_->scope->has_yield) {
    return fail(statement.span, "'return' with value in async generator");
  }
  const std::optional<Constant> constant =
      statement.value ? fold(statement.value) : std::optional(Constant{});
  if (!constant) expression(statement.value);
  const bool on_one_line = statement.value && line_of(statement.value->span) == line_of(statement.span);
  const At at(*this, constant && on_one_line ? statement.value->span : statement.span);
  const std::vector<CodeBuilder::Region*> left = unwind(0, !constant);
  if (constant && constant->kind == Constant::Kind::kNone) {
    emit(Opcode::RETURN_NONE);
  } else {
    if (constant) code().load_constant(*constant);
    emit(Opcode::RETURN_VALUE);
  }
  resume_regions(left);
}

void Compiler::raise_statement(const RaiseStmt& statement) {
  std::uint32_t operands = 0;
  for (const Expr* operand : {statement.exception, statement.cause}) {
    if (!operand) continue;
    expression(operand);
    operands++;
  }
  emit(Opcode::RAISE, operands);
}

void Compiler::assert_statement(const AssertStmt& statement) {
  if (statement.test->kind == ExprKind::Tuple &&
      !static_cast<const SequenceExpr*>(statement.test)->items.empty()) {
    warn(statement.span, "assertion is always true, perhaps remove parentheses?");
  }
  const Label end = code().new_label();
  jump_if(statement.test, end, true);
  emit(Opcode::LOAD_ASSERTION_ERROR);
  if (statement.message) {
    emit(Opcode::PUSH_EMPTY);
    expression(statement.message);
    emit(Opcode::CALL, 1);
  }
  {
    const At at(*this, statement.test->span);
    emit(Opcode::RAISE, 1);
  }
  code().place(end);
}

void Compiler::import_statement(const ImportStmt& statement) {
  for (const ImportAlias& alias : statement.names) {
    code().load_integer(0);
    emit(Opcode::LOAD_NONE);
    emit(Opcode::IMPORT_NAME, code().name(alias.name.text));
    if (alias.as_name.text.empty()) {
      store_name(alias.name.text.substr(0, alias.name.text.find('.')));
      continue;
    }
    // import a.b.c as d: the innermost module, by way of the outer ones.
    for (std::size_t dot = alias.name.text.find('.'); dot != std::string_view::npos;) {
      const std::size_t next = alias.name.text.find('.', dot + 1);
      const std::size_t length = (next == std::string_view::npos ? alias.name.text.size() : next) - dot - 1;
      emit(Opcode::IMPORT_FROM, code().name(alias.name.text.substr(dot + 1, length)));
      emit(Opcode::SWAP, 2);
      emit(Opcode::POP_TOP);
      dot = next;
    }
    store_name(alias.as_name.text);
  }
}

void Compiler::import_from(const ImportStmt& statement) {
  if (statement.module == "__future__" && statement.level == 0) {
    if (unit_->outer || statement.span.end > future_imports_end_) {
      return fail(statement.span, "from __future__ imports must occur at the beginning of the file");
    }
    return;
  }
  code().load_integer(statement.level);
  Constant names;
  names.kind = Constant::Kind::kTuple;
  for (const ImportAlias& alias : statement.names) {
    Constant name;
    name.kind = Constant::Kind::kString;
    name.text = alias.name.text;
    names.items.push_back(std::move(name));
  }
  code().load_constant(std::move(names));
  emit(Opcode::IMPORT_NAME, code().name(statement.module));
  if (statement.names[0].name.text == "*") return emit(Opcode::IMPORT_STAR);
  for (const ImportAlias& alias : statement.names) {
    emit(Opcode::IMPORT_FROM, code().name(alias.name.text));
    store_name(alias.as_name.text.empty() ? alias.name.text : alias.as_name.text);
  }
  emit(Opcode::POP_TOP);
}

}  // namespace loopscope::python
