// def f[T], class A[T], type X[T] = ...: the variables, which typing makes, and what has them. Not for:
// reading them (parser_definitions.cpp).
#include "core/python/compiler_state.h"

namespace loopscope::python {

void Compiler::load_from_typing(std::string_view name) {
  code().load_integer(0);
  emit(Opcode::LOAD_NONE);
  emit(Opcode::IMPORT_NAME, code().name("typing"));
  emit(Opcode::LOAD_ATTR, code().name(name) << 1);
}

void Compiler::begin_type_parameters(const TypeParameters* parameters) {
  if (!parameters) return;
  scope_ = scopes_.of(parameters);
  for (const Symbol& symbol : scope_->symbols) {
    if (!symbol.is_bound || symbol.access != Access::Cell) continue;
    clear_slot(symbol.slot);
    emit(Opcode::MAKE_CELL, symbol.slot);
  }
  load_from_typing("Generic");
  store_name(kGenericName);
  for (const TypeParameter& item : parameters->items) {
    const At at(*this, item.name.span);
    load_from_typing("_type_parameter");
    emit(Opcode::PUSH_EMPTY);
    code().load_integer(item.stars);
    code().load_constant(string_constant(item.name.text));
    for (const Expr* late : {item.bound, item.fallback}) {
      if (late) {
        expression(late);
      } else {
        emit(Opcode::LOAD_NONE);
      }
    }
    emit(Opcode::CALL, 4);
    store_name(item.name.text);
  }
}

void Compiler::load_type_parameters(const TypeParameters& parameters) {
  for (const TypeParameter& item : parameters.items) load_name(item.name.text);
  emit(Opcode::BUILD_TUPLE, static_cast<std::uint32_t>(parameters.items.size()));
}

void Compiler::end_type_parameters(const TypeParameters* parameters, Scope* around, bool attach) {
  if (!parameters) return;
  if (attach) {
    emit(Opcode::COPY, 1);
    load_type_parameters(*parameters);
    emit(Opcode::SWAP, 2);
    emit(Opcode::STORE_ATTR, code().name("__type_params__"));
  }
  for (const Symbol& symbol : scope_->symbols) {
    if (symbol.is_bound) clear_slot(symbol.slot);
  }
  scope_ = around;
}

void Compiler::type_alias(const TypeAliasStmt& statement) {
  Scope* const around = scope_;
  begin_type_parameters(statement.type_parameters);
  load_from_typing("_type_alias");
  emit(Opcode::PUSH_EMPTY);
  code().load_constant(string_constant(static_cast<const NameExpr*>(statement.name)->name));
  expression(statement.value);
  if (statement.type_parameters) {
    load_type_parameters(*statement.type_parameters);
  } else {
    emit(Opcode::BUILD_TUPLE, 0);
  }
  emit(Opcode::CALL, 3);
  end_type_parameters(statement.type_parameters, around, false);
  store(statement.name);
}

}  // namespace loopscope::python
