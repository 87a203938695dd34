// Expressions but for calls (compiler_calls.cpp), displays and strings (compiler_displays.cpp),
// comprehensions (compiler_comprehensions.cpp).
#include <algorithm>
#include <iterator>

#include "core/python/compiler_state.h"
#include "core/python/literal_type.h"

namespace loopscope::python {

namespace {

template <typename T>
const T& as(const Expr* expression) {
  return *static_cast<const T*>(expression);
}

}  // namespace

void Compiler::expression(const Expr* expression_node) {
  if (error_) return;
  const At at(*this, expression_node->span);
  if (std::optional<Constant> constant = fold(expression_node))
    return code().load_constant(*std::move(constant));
  switch (expression_node->kind) {
    case ExprKind::BoolOp:
      return bool_op(as<BoolOpExpr>(expression_node));
    case ExprKind::NamedExpr:
      expression(as<NamedExprExpr>(expression_node).value);
      emit(Opcode::COPY, 1);
      return store_name(as<NameExpr>(as<NamedExprExpr>(expression_node).target).name);
    case ExprKind::BinOp:
      return binary(as<BinOpExpr>(expression_node));
    case ExprKind::UnaryOp:
      return unary(as<UnaryOpExpr>(expression_node));
    case ExprKind::Lambda:
      return lambda(as<LambdaExpr>(expression_node));
    case ExprKind::IfExp:
      return conditional(as<IfExpExpr>(expression_node));
    case ExprKind::Dict:
      return dict(as<DictExpr>(expression_node));
    case ExprKind::Set:
      return set(as<SequenceExpr>(expression_node));
    case ExprKind::List:
    case ExprKind::Tuple:
      return list_or_tuple(as<SequenceExpr>(expression_node));
    case ExprKind::ListComp:
    case ExprKind::SetComp:
    case ExprKind::DictComp:
    case ExprKind::GeneratorExp:
      return comprehension(as<ComprehensionExpr>(expression_node));
    case ExprKind::Await:
      return await(as<OperandExpr>(expression_node));
    case ExprKind::Yield:
      return yield(as<OperandExpr>(expression_node));
    case ExprKind::YieldFrom:
      return yield_from(as<OperandExpr>(expression_node));
    case ExprKind::Compare:
      return compare(as<CompareExpr>(expression_node));
    case ExprKind::Call:
      return call(as<CallExpr>(expression_node));
    case ExprKind::FormattedValue:
      return formatted_value(as<FormattedValueExpr>(expression_node));
    case ExprKind::JoinedStr:
      return joined_string(as<JoinedStrExpr>(expression_node));
    case ExprKind::Constant:
      return refuse(expression_node->span, "complex numbers");
    case ExprKind::Attribute:
      return attribute(as<AttributeExpr>(expression_node));
    case ExprKind::Subscript:
      return subscript(as<SubscriptExpr>(expression_node));
    case ExprKind::Starred:
      return fail(expression_node->span, "can't use starred expression here");
    case ExprKind::Name:
      return load_name(as<NameExpr>(expression_node).name);
    case ExprKind::Slice:
      return slice(as<SliceExpr>(expression_node));
  }
}

void Compiler::bool_op(const BoolOpExpr& expression_node) {
  const Label end = code().new_label();
  for (std::size_t i = 0; i + 1 < expression_node.values.size(); i++) {
    expression(expression_node.values[i]);
    code().jump(expression_node.is_or ? Opcode::JUMP_IF_TRUE_OR_POP : Opcode::JUMP_IF_FALSE_OR_POP, end);
  }
  expression(expression_node.values.back());
  code().place(end);
}

std::optional<std::int32_t> Compiler::small_operand(BinaryOperator op, const Expr* right) const {
  if (op != BinaryOperator::kAdd && op != BinaryOperator::kSubtract) return std::nullopt;
  const std::optional<Constant> constant = fold(right);
  if (!constant || constant->kind != Constant::Kind::kInteger) return std::nullopt;
  if (constant->integer < -(1 << 23) || constant->integer >= 1 << 23) return std::nullopt;
  return static_cast<std::int32_t>(constant->integer);
}

void Compiler::binary(const BinOpExpr& expression_node) {
  expression(expression_node.left);
  if (const std::optional<std::int32_t> operand = small_operand(expression_node.op, expression_node.right)) {
    const bool adds = expression_node.op == BinaryOperator::kAdd;
    return code().emit_signed(adds ? Opcode::ADD_INT : Opcode::SUBTRACT_INT, *operand);
  }
  expression(expression_node.right);
  switch (expression_node.op) {
    case BinaryOperator::kAdd:
      return emit(Opcode::BINARY_ADD);
    case BinaryOperator::kSubtract:
      return emit(Opcode::BINARY_SUBTRACT);
    case BinaryOperator::kMultiply:
      return emit(Opcode::BINARY_MULTIPLY);
    default:
      return emit(Opcode::BINARY_OP, static_cast<std::uint32_t>(expression_node.op));
  }
}

void Compiler::unary(const UnaryOpExpr& expression_node) {
  expression(expression_node.operand);
  static constexpr Opcode kOpcodes[] = {Opcode::UNARY_INVERT, Opcode::UNARY_NOT, Opcode::UNARY_POSITIVE,
                                        Opcode::UNARY_NEGATIVE};
  emit(kOpcodes[static_cast<std::size_t>(expression_node.op)]);
}

void Compiler::conditional(const IfExpExpr& expression_node) {
  const Label orelse = code().new_label(), end = code().new_label();
  jump_if(expression_node.test, orelse, false);
  expression(expression_node.body);
  code().jump(Opcode::JUMP, end);
  code().place(orelse);
  expression(expression_node.orelse);
  code().place(end);
}

void Compiler::compare_operation(Comparison op) {
  switch (op) {
    case Comparison::Is:
    case Comparison::IsNot:
      return emit(Opcode::IS_OP, op == Comparison::IsNot ? 1 : 0);
    case Comparison::In:
    case Comparison::NotIn:
      return emit(Opcode::CONTAINS_OP, op == Comparison::NotIn ? 1 : 0);
    default:
      // Comparison and CompareOperator begin with the same six, in the same order.
      return emit(Opcode::COMPARE_OP, static_cast<std::uint32_t>(op));
  }
}

// `x in [1, 2]` and `x in {1, 2}` ask a constant.
void Compiler::compare_operand(Comparison op, const Expr* operand) {
  const bool is_container = operand->kind == ExprKind::List || operand->kind == ExprKind::Set;
  if ((op != Comparison::In && op != Comparison::NotIn) || !is_container) return expression(operand);
  Constant all;
  all.kind = operand->kind == ExprKind::List ? Constant::Kind::kTuple : Constant::Kind::kFrozenSet;
  const Seq<Expr*> items = as<SequenceExpr>(operand).items;
  for (const Expr* item : items) {
    if (std::optional<Constant> value = fold(item)) all.items.push_back(*std::move(value));
  }
  if (all.items.size() != items.size()) return expression(operand);
  const At at(*this, operand->span);
  code().load_constant(std::move(all));
}

// The warning of `x is 1`.
void Compiler::check_compare(const CompareExpr& expression_node) {
  const auto words = [this](const Expr* operand) -> std::string_view {
    if (operand->kind == ExprKind::Tuple && fold(operand)) return "tuple";
    if (operand->kind != ExprKind::Constant) return {};
    switch (as<ConstantExpr>(operand).literal) {
      case Literal::Integer:
      case Literal::BigInteger:
        return "int";
      case Literal::Float:
        return "float";
      case Literal::Imaginary:
        return "complex";
      case Literal::String:
        return "str";
      case Literal::Bytes:
        return "bytes";
      default:
        return {};
    }
  };
  const Expr* left = expression_node.left;
  for (std::size_t i = 0; i < expression_node.operators.size(); i++) {
    const Comparison op = expression_node.operators[i];
    const Expr* right = expression_node.operands[i];
    if (op == Comparison::Is || op == Comparison::IsNot) {
      const std::string_view kind = words(left).empty() ? words(right) : words(left);
      if (!kind.empty()) {
        const bool is = op == Comparison::Is;
        std::string message = is ? "\"is\" with '" : "\"is not\" with '";
        message.append(kind).append(is ? "' literal. Did you mean \"==\"?"
                                       : "' literal. Did you mean \"!=\"?");
        return warn(expression_node.span, std::move(message));
      }
    }
    left = right;
  }
}

void Compiler::compare(const CompareExpr& expression_node) {
  check_compare(expression_node);
  expression(expression_node.left);
  const std::size_t last = expression_node.operators.size() - 1;
  if (last == 0) {
    compare_operand(expression_node.operators[0], expression_node.operands[0]);
    return compare_operation(expression_node.operators[0]);
  }
  const Label cleanup = code().new_label(), end = code().new_label();
  for (std::size_t i = 0; i < last; i++) {
    expression(expression_node.operands[i]);
    emit(Opcode::SWAP, 2);
    emit(Opcode::COPY, 2);
    compare_operation(expression_node.operators[i]);
    code().jump(Opcode::JUMP_IF_FALSE_OR_POP, cleanup);
  }
  compare_operand(expression_node.operators[last], expression_node.operands[last]);
  compare_operation(expression_node.operators[last]);
  code().jump(Opcode::JUMP, end);
  code().place(cleanup);
  emit(Opcode::SWAP, 2);
  emit(Opcode::POP_TOP);
  code().place(end);
}

void Compiler::await(const OperandExpr& expression_node) {
  if (unit_->scope->kind != ScopeKind::Function)
    return fail(expression_node.span, "'await' outside function");
  const bool in_generator_expression = unit_->scope->is_generator_expression;
  if (!in_async_function() && !in_generator_expression) {
    return fail(expression_node.span, "'await' outside async function");
  }
  expression(expression_node.value);
  await_result(0);
}

void Compiler::yield(const OperandExpr& expression_node) {
  if (unit_->scope->kind != ScopeKind::Function)
    return fail(expression_node.span, "'yield' outside function");
  if (expression_node.value) {
    expression(expression_node.value);
  } else {
    emit(Opcode::LOAD_NONE);
  }
  emit(in_async_function() ? Opcode::ASYNC_YIELD_VALUE : Opcode::YIELD_VALUE);
}

void Compiler::yield_from(const OperandExpr& expression_node) {
  if (unit_->scope->kind != ScopeKind::Function)
    return fail(expression_node.span, "'yield from' outside function");
  if (in_async_function()) return fail(expression_node.span, "'yield from' inside async function");
  expression(expression_node.value);
  emit(Opcode::GET_YIELD_FROM_ITER);
  emit(Opcode::SEND);
}

void Compiler::attribute(const AttributeExpr& expression_node) {
  expression(expression_node.value);
  // Over several lines the error stands at the name.
  Span place = expression_node.span;
  if (source_.line_of(place.begin) != source_.line_of(place.end)) place = expression_node.attribute.span;
  const At at(*this, place);
  emit(Opcode::LOAD_ATTR, name_index(expression_node.attribute.text) << 1);
}

bool Compiler::is_plain_slice(const Expr* index) const {
  return index->kind == ExprKind::Slice && !as<SliceExpr>(index).step;
}

void Compiler::slice_bounds(const SliceExpr& node) {
  for (const Expr* bound : {node.lower, node.upper}) {
    if (bound) {
      expression(bound);
    } else {
      emit(Opcode::LOAD_NONE);
    }
  }
}

void Compiler::slice(const SliceExpr& node) {
  slice_bounds(node);
  if (node.step) expression(node.step);
  emit(Opcode::BUILD_SLICE, node.step ? 3 : 2);
}

void Compiler::check_subscriptable(const Expr* value) {
  const std::string_view type = literal_type(value);
  constexpr std::string_view kWithoutItems[] = {"NoneType", "bool", "int",       "float",   "complex",
                                                "ellipsis", "set",  "generator", "function"};
  if (std::ranges::find(kWithoutItems, type) == std::end(kWithoutItems)) return;
  std::string message = "'";
  warn(value->span,
       message.append(type).append("' object is not subscriptable; perhaps you missed a comma?"));
}

void Compiler::check_index(const Expr* value, const Expr* index) {
  const std::string_view type = literal_type(value);
  constexpr std::string_view kSequences[] = {"str", "bytes", "tuple", "list"};
  if (std::ranges::find(kSequences, type) == std::end(kSequences)) return;
  const std::string_view index_type = literal_type(index);
  if (index_type.empty() || index_type == "int" || index_type == "bool") return;
  std::string message(type);
  message.append(" indices must be integers or slices, not ").append(index_type);
  warn(value->span, message.append("; perhaps you missed a comma?"));
}

void Compiler::subscript(const SubscriptExpr& expression_node) {
  check_subscriptable(expression_node.value);
  check_index(expression_node.value, expression_node.index);
  expression(expression_node.value);
  if (is_plain_slice(expression_node.index)) {
    slice_bounds(as<SliceExpr>(expression_node.index));
    return emit(Opcode::BINARY_SLICE);
  }
  expression(expression_node.index);
  emit(Opcode::BINARY_SUBSCR);
}

}  // namespace loopscope::python
