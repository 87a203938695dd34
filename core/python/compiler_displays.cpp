// List, tuple, set and dict displays, f-strings. Not for: comprehensions.
#include <algorithm>

#include "core/python/compiler_state.h"

namespace loopscope::python {

namespace {

constexpr std::size_t kMostOnStack = 30;  // longer displays grow item by item

bool has_stars(Seq<Expr*> items) {
  return std::ranges::any_of(items, [](const Expr* e) { return e->kind == ExprKind::Starred; });
}

}  // namespace

void Compiler::list_or_tuple(const SequenceExpr& expression_node) {
  const bool is_list = expression_node.kind == ExprKind::List;
  const Seq<Expr*> items = expression_node.items;
  if (is_list && items.size() >= 3) {
    Constant all;
    all.kind = Constant::Kind::kTuple;
    for (const Expr* item : items) {
      std::optional<Constant> value = fold(item);
      if (!value) break;
      all.items.push_back(*std::move(value));
    }
    if (all.items.size() == items.size()) {
      emit(Opcode::BUILD_LIST, 0);
      code().load_constant(std::move(all));
      return emit(Opcode::LIST_EXTEND, 1);
    }
  }
  const bool grows = has_stars(items) || items.size() > kMostOnStack;
  sequence(items, is_list || grows ? Opcode::BUILD_LIST : Opcode::BUILD_TUPLE, Opcode::LIST_APPEND,
           Opcode::LIST_EXTEND);
  if (!is_list && grows) emit(Opcode::LIST_TO_TUPLE);
}

void Compiler::set(const SequenceExpr& expression_node) {
  sequence(expression_node.items, Opcode::BUILD_SET, Opcode::SET_ADD, Opcode::SET_UPDATE);
}

// All items on the stack and then built, or a container that grows. What stands before the first star is
// built at once.
void Compiler::sequence(Seq<Expr*> items, Opcode build, Opcode add, Opcode extend) {
  if (!has_stars(items) && items.size() <= kMostOnStack) {
    for (const Expr* item : items) expression(item);
    return emit(build, static_cast<std::uint32_t>(items.size()));
  }
  std::uint32_t built = 0;
  while (built < items.size() && built < kMostOnStack && items[built]->kind != ExprKind::Starred)
    expression(items[built++]);
  emit(build, built);
  for (const Expr* item : items.subspan(built)) {
    const bool starred = item->kind == ExprKind::Starred;
    expression(starred ? static_cast<const StarredExpr*>(item)->value : item);
    emit(starred ? extend : add, 1);
  }
}

void Compiler::dict_pairs(const DictExpr& expression_node, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; i++) {
    expression(expression_node.keys[i]);
    expression(expression_node.values[i]);
  }
  emit(Opcode::BUILD_MAP, static_cast<std::uint32_t>(end - begin));
}

void Compiler::dict(const DictExpr& expression_node) {
  const std::size_t count = expression_node.keys.size();
  std::size_t built = 0;
  while (built < count && built < kMostOnStack / 2 && expression_node.keys[built]) built++;
  dict_pairs(expression_node, 0, built);
  for (std::size_t i = built; i < count; i++) {
    if (!expression_node.keys[i]) {
      expression(expression_node.values[i]);
      emit(Opcode::DICT_UPDATE, 1);
      continue;
    }
    expression(expression_node.keys[i]);
    expression(expression_node.values[i]);
    emit(Opcode::MAP_ADD, 1);
  }
}

void Compiler::joined_string(const JoinedStrExpr& expression_node) {
  const Seq<Expr*> values = expression_node.values;
  if (values.empty()) return code().load_constant(string_constant({}));
  if (values.size() > kMostOnStack) {
    // Joins of joins: the pieces of a long f-string never stand on the stack all at once.
    std::uint32_t groups = 0;
    for (std::size_t i = 0; i < values.size(); i += kMostOnStack) {
      const Seq<Expr*> part = values.subspan(i, std::min(kMostOnStack, values.size() - i));
      for (const Expr* value : part) expression(value);
      emit(Opcode::BUILD_STRING, static_cast<std::uint32_t>(part.size()));
      if (++groups == 2) {
        emit(Opcode::BUILD_STRING, 2);
        groups = 1;
      }
    }
    return;
  }
  for (const Expr* value : values) expression(value);
  if (values.size() > 1) emit(Opcode::BUILD_STRING, static_cast<std::uint32_t>(values.size()));
}

void Compiler::formatted_value(const FormattedValueExpr& expression_node) {
  expression(expression_node.value);
  if (expression_node.conversion != 0) {
    const ConversionKind kind = expression_node.conversion == 's'   ? ConversionKind::kStr
                                : expression_node.conversion == 'r' ? ConversionKind::kRepr
                                                                    : ConversionKind::kAscii;
    emit(Opcode::CONVERT_VALUE, static_cast<std::uint32_t>(kind));
  }
  if (!expression_node.spec) return emit(Opcode::FORMAT_SIMPLE);
  expression(expression_node.spec);
  emit(Opcode::FORMAT_WITH_SPEC);
}

}  // namespace loopscope::python
