// Assignments of every kind, unpacking, del. Not for: the walrus (compiler_expressions.cpp).
#include <algorithm>

#include "core/python/compiler_state.h"

namespace loopscope::python {

namespace {

bool has_star(Seq<Expr*> items) {
  for (const Expr* item : items) {
    if (item->kind == ExprKind::Starred) return true;
  }
  return false;
}

}  // namespace

void Compiler::assign(const AssignStmt& statement) {
  if (assign_swapped(statement)) return;
  expression(statement.value);
  for (std::size_t i = 0; i < statement.targets.size(); i++) {
    if (i + 1 < statement.targets.size()) emit(Opcode::COPY, 1);
    store(statement.targets[i]);
  }
}

// a, b = b, a: no tuple is made for two or three.
bool Compiler::assign_swapped(const AssignStmt& statement) {
  const Expr* target = statement.targets[0];
  const Expr* value = statement.value;
  if (statement.targets.size() != 1 || value->kind != ExprKind::Tuple) return false;
  if (target->kind != ExprKind::Tuple && target->kind != ExprKind::List) return false;
  const Seq<Expr*> to = static_cast<const SequenceExpr*>(target)->items;
  const Seq<Expr*> from = static_cast<const SequenceExpr*>(value)->items;
  if (to.size() != from.size() || to.size() < 2 || to.size() > 3 || has_star(to) || has_star(from))
    return false;
  for (const Expr* item : from) expression(item);
  emit(Opcode::SWAP, static_cast<std::uint32_t>(to.size()));
  for (const Expr* item : to) store(item);
  return true;
}

void Compiler::note_static_attribute(const AttributeExpr& attribute) {
  if (attribute.value->kind != ExprKind::Name ||
      static_cast<const NameExpr*>(attribute.value)->name != "self")
    return;
  for (Unit* unit = unit_; unit != nullptr; unit = unit->outer) {
    if (unit->scope->kind != ScopeKind::Class) continue;
    auto& names = unit->static_attributes;
    if (std::ranges::find(names, attribute.attribute.text) == names.end())
      names.push_back(attribute.attribute.text);
    return;
  }
}

void Compiler::store(const Expr* target) {
  const At at(*this, target->span);
  switch (target->kind) {
    case ExprKind::Name:
      return store_name(static_cast<const NameExpr*>(target)->name);
    case ExprKind::Attribute: {
      const auto& attribute = *static_cast<const AttributeExpr*>(target);
      note_static_attribute(attribute);
      expression(attribute.value);
      return emit(Opcode::STORE_ATTR, name_index(attribute.attribute.text));
    }
    case ExprKind::Subscript: {
      const auto& subscript = *static_cast<const SubscriptExpr*>(target);
      expression(subscript.value);
      if (is_plain_slice(subscript.index)) {
        slice_bounds(*static_cast<const SliceExpr*>(subscript.index));
        return emit(Opcode::STORE_SLICE);
      }
      expression(subscript.index);
      return emit(Opcode::STORE_SUBSCR);
    }
    case ExprKind::List:
    case ExprKind::Tuple:
      return unpack(*static_cast<const SequenceExpr*>(target));
    default:
      return fail(target->span, "starred assignment target must be in a list or tuple");
  }
}

void Compiler::unpack(const SequenceExpr& target) {
  std::size_t star = target.items.size();
  for (std::size_t i = 0; i < target.items.size(); i++) {
    if (target.items[i]->kind != ExprKind::Starred) continue;
    if (star != target.items.size()) return fail(target.span, "multiple starred expressions in assignment");
    star = i;
  }
  const auto count = static_cast<std::uint32_t>(target.items.size());
  if (star == target.items.size()) {
    emit(Opcode::UNPACK_SEQUENCE, count);
  } else {
    const std::uint32_t before = static_cast<std::uint32_t>(star), after = count - before - 1;
    if (before > 255 || after > kMaxPairOperand) {
      return fail(target.span, "too many expressions in star-unpacking assignment");
    }
    emit(Opcode::UNPACK_EX, before | after << 12);
  }
  for (const Expr* item : target.items) {
    store(item->kind == ExprKind::Starred ? static_cast<const StarredExpr*>(item)->value : item);
  }
}

void Compiler::remove(const Expr* target) {
  const At at(*this, target->span);
  switch (target->kind) {
    case ExprKind::Name:
      return delete_name(static_cast<const NameExpr*>(target)->name);
    case ExprKind::Attribute: {
      const auto& attribute = *static_cast<const AttributeExpr*>(target);
      expression(attribute.value);
      return emit(Opcode::DELETE_ATTR, name_index(attribute.attribute.text));
    }
    case ExprKind::Subscript: {
      const auto& subscript = *static_cast<const SubscriptExpr*>(target);
      expression(subscript.value);
      expression(subscript.index);
      return emit(Opcode::DELETE_SUBSCR);
    }
    default:
      for (const Expr* item : static_cast<const SequenceExpr*>(target)->items) remove(item);
  }
}

// The operator itself, with what is to be changed on top.
void Compiler::augmented_operation(const AugAssignStmt& statement) {
  if (const std::optional<std::int32_t> operand = small_operand(statement.op, statement.value)) {
    const bool adds = statement.op == BinaryOperator::kAdd;
    return code().emit_signed(adds ? Opcode::INPLACE_ADD_INT : Opcode::INPLACE_SUBTRACT_INT, *operand);
  }
  expression(statement.value);
  if (statement.op == BinaryOperator::kAdd) return emit(Opcode::INPLACE_ADD);
  emit(Opcode::INPLACE_OP, static_cast<std::uint32_t>(statement.op));
}

void Compiler::augmented(const AugAssignStmt& statement) {
  const Expr* target = statement.target;
  switch (target->kind) {
    case ExprKind::Name: {
      const std::string_view name = static_cast<const NameExpr*>(target)->name;
      {
        const At at(*this, target->span);
        load_name(name);
      }
      augmented_operation(statement);
      const At at(*this, target->span);
      return store_name(name);
    }
    case ExprKind::Attribute: {
      const auto& attribute = *static_cast<const AttributeExpr*>(target);
      const std::uint32_t name = name_index(attribute.attribute.text);
      expression(attribute.value);
      {
        const At at(*this, target->span);
        emit(Opcode::COPY, 1);
        emit(Opcode::LOAD_ATTR, name << 1);
      }
      augmented_operation(statement);
      const At at(*this, target->span);
      emit(Opcode::SWAP, 2);
      return emit(Opcode::STORE_ATTR, name);
    }
    default:
      break;
  }
  const auto& subscript = *static_cast<const SubscriptExpr*>(target);
  expression(subscript.value);
  const bool is_slice = is_plain_slice(subscript.index);
  const std::uint32_t parts = is_slice ? 3 : 2;
  if (is_slice) {
    slice_bounds(*static_cast<const SliceExpr*>(subscript.index));
  } else {
    expression(subscript.index);
  }
  {
    const At at(*this, target->span);
    for (std::uint32_t i = 0; i < parts; i++) emit(Opcode::COPY, parts);
    emit(is_slice ? Opcode::BINARY_SLICE : Opcode::BINARY_SUBSCR);
  }
  augmented_operation(statement);
  const At at(*this, target->span);
  for (std::uint32_t i = parts + 1; i >= 2; i--) emit(Opcode::SWAP, i);
  emit(is_slice ? Opcode::STORE_SLICE : Opcode::STORE_SUBSCR);
}

void Compiler::annotated(const AnnAssignStmt& statement) {
  if (statement.value) {
    expression(statement.value);
    store(statement.target);
  }
  const bool in_function = unit_->scope->kind == ScopeKind::Function;
  if (statement.target->kind == ExprKind::Name) {
    if (!statement.simple || in_function) {
      if (!in_function && !annotations_as_text_) {
        annotation(statement.annotation);
        emit(Opcode::POP_TOP);
      }
      return;
    }
    const std::string_view name = mangled(static_cast<const NameExpr*>(statement.target)->name);
    annotation(statement.annotation);
    const std::uint32_t dict_name = code().name("__annotations__");
    emit(unit_->scope->kind == ScopeKind::Class ? Opcode::LOAD_NAME : Opcode::LOAD_GLOBAL,
         unit_->scope->kind == ScopeKind::Class ? dict_name : dict_name << 1);
    Constant key;
    key.kind = Constant::Kind::kString;
    key.text = name;
    code().load_constant(std::move(key));
    return emit(Opcode::STORE_SUBSCR);
  }
  if (!statement.value) {
    // The parts of the target are evaluated, as CPython does.
    if (statement.target->kind == ExprKind::Attribute) {
      expression(static_cast<const AttributeExpr*>(statement.target)->value);
    } else {
      expression(static_cast<const SubscriptExpr*>(statement.target)->value);
      emit(Opcode::POP_TOP);
      expression(static_cast<const SubscriptExpr*>(statement.target)->index);
    }
    emit(Opcode::POP_TOP);
  }
  if (!in_function && !annotations_as_text_) {
    annotation(statement.annotation);
    emit(Opcode::POP_TOP);
  }
}

}  // namespace loopscope::python
