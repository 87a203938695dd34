// Loading, storing and deleting variables by what their scope says they are. Not for: attributes and items.
#include "core/python/compiler_state.h"

namespace loopscope::python {

std::string_view Compiler::mangled(std::string_view name) {
  return mangle(module_.arena, scope_->private_class, name);
}

bool Compiler::is_global_name(std::string_view name) {
  return scopes_.lookup(scope_, mangled(name)).access == Access::Global;
}

void Compiler::load_name(std::string_view name, bool for_call) {
  if (name == "__debug__") return emit(Opcode::LOAD_TRUE);
  const std::string_view key = mangled(name);
  const Symbol& symbol = scopes_.lookup(scope_, key);
  switch (symbol.access) {
    case Access::Fast:
      return emit(Opcode::LOAD_FAST, symbol.slot);
    case Access::Cell:
    case Access::Free:
      return emit(Opcode::LOAD_DEREF, symbol.slot);
    case Access::ClassFree:
      return emit(Opcode::LOAD_CLASS_DEREF, symbol.slot);
    case Access::Name:
      return emit(Opcode::LOAD_NAME, code().name(key));
    case Access::Global:
    case Access::Unresolved:
      return emit(Opcode::LOAD_GLOBAL, code().name(key) << 1 | (for_call ? 1u : 0u));
  }
}

void Compiler::store_name(std::string_view name) {
  const std::string_view key = mangled(name);
  const Symbol& symbol = scopes_.lookup(scope_, key);
  switch (symbol.access) {
    case Access::Fast:
      return emit(Opcode::STORE_FAST, symbol.slot);
    case Access::Cell:
    case Access::Free:
      return emit(Opcode::STORE_DEREF, symbol.slot);
    case Access::ClassFree:
    case Access::Name:
      return emit(Opcode::STORE_NAME, code().name(key));
    case Access::Global:
    case Access::Unresolved:
      return emit(Opcode::STORE_GLOBAL, code().name(key));
  }
}

void Compiler::delete_name(std::string_view name) {
  const std::string_view key = mangled(name);
  const Symbol& symbol = scopes_.lookup(scope_, key);
  switch (symbol.access) {
    case Access::Fast:
      return emit(Opcode::DELETE_FAST, symbol.slot);
    case Access::Cell:
    case Access::Free:
      return emit(Opcode::DELETE_DEREF, symbol.slot);
    case Access::ClassFree:
    case Access::Name:
      return emit(Opcode::DELETE_NAME, code().name(key));
    case Access::Global:
    case Access::Unresolved:
      return emit(Opcode::DELETE_GLOBAL, code().name(key));
  }
}

void Compiler::unbind_name(std::string_view name) {
  const Access access = scopes_.lookup(scope_, mangled(name)).access;
  const bool has_slot = access == Access::Fast || access == Access::Cell || access == Access::Free;
  emit(has_slot ? Opcode::PUSH_EMPTY : Opcode::LOAD_NONE);
  store_name(name);
  if (!has_slot) delete_name(name);
}

void Compiler::clear_slot(std::uint32_t slot) {
  emit(Opcode::PUSH_EMPTY);
  emit(Opcode::STORE_FAST, slot);
}

}  // namespace loopscope::python
