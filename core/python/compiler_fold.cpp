// Constants: literals, and operators on them that cost nothing to work out now. Not for: strings that would
// get long.
#include <cmath>

#include "core/python/compiler_state.h"

namespace loopscope::python {

namespace {

using Kind = Constant::Kind;

Constant integer(std::int64_t value) {
  Constant constant;
  constant.kind = Kind::kInteger;
  constant.integer = value;
  return constant;
}

Constant real(double value) {
  Constant constant;
  constant.kind = Kind::kFloat;
  constant.number = value;
  return constant;
}

Constant boolean(bool value) {
  Constant constant;
  constant.kind = value ? Kind::kTrue : Kind::kFalse;
  return constant;
}

bool is_number(const Constant& constant) {
  return constant.kind == Kind::kInteger || constant.kind == Kind::kFloat;
}
double as_real(const Constant& constant) {
  return constant.kind == Kind::kInteger ? static_cast<double>(constant.integer) : constant.number;
}

}  // namespace

Constant string_constant(std::string_view text) {
  Constant constant;
  constant.kind = Kind::kString;
  constant.text = text;
  return constant;
}

Constant Compiler::literal(const ConstantExpr& node) {
  Constant constant;
  switch (node.literal) {
    case Literal::None:
      break;
    case Literal::True:
      constant.kind = Kind::kTrue;
      break;
    case Literal::False:
      constant.kind = Kind::kFalse;
      break;
    case Literal::Ellipsis:
      constant.kind = Kind::kEllipsis;
      break;
    case Literal::Integer:
      return integer(node.integer);
    case Literal::BigInteger:
      constant.kind = Kind::kBigInteger;
      break;
    case Literal::Float:
      return real(node.number);
    case Literal::Imaginary:
      constant.kind = Kind::kComplex;
      constant.number = node.number;
      break;
    case Literal::String:
      constant.kind = Kind::kString;
      break;
    case Literal::Bytes:
      constant.kind = Kind::kBytes;
      break;
  }
  constant.text = node.text;
  return constant;
}

bool Compiler::truth(const Constant& constant) {
  switch (constant.kind) {
    case Kind::kNone:
    case Kind::kFalse:
      return false;
    case Kind::kInteger:
      return constant.integer != 0;
    case Kind::kFloat:
      return constant.number != 0;
    case Kind::kString:
    case Kind::kBytes:
      return !constant.text.empty();
    case Kind::kTuple:
    case Kind::kFrozenSet:
      return !constant.items.empty();
    default:
      return true;
  }
}

std::optional<Constant> Compiler::fold(const Expr* node) const {
  switch (node->kind) {
    case ExprKind::Constant:
      if (static_cast<const ConstantExpr*>(node)->literal == Literal::Imaginary) return std::nullopt;
      return literal(*static_cast<const ConstantExpr*>(node));
    case ExprKind::Name:
      if (static_cast<const NameExpr*>(node)->name == "__debug__") return boolean(true);
      return std::nullopt;
    case ExprKind::Tuple: {
      Constant all;
      all.kind = Kind::kTuple;
      for (const Expr* item : static_cast<const SequenceExpr*>(node)->items) {
        std::optional<Constant> value = fold(item);
        if (!value) return std::nullopt;
        all.items.push_back(*std::move(value));
      }
      return all;
    }
    case ExprKind::UnaryOp: {
      const auto& unary_op = *static_cast<const UnaryOpExpr*>(node);
      const std::optional<Constant> operand = fold(unary_op.operand);
      if (!operand) return std::nullopt;
      if (unary_op.op == UnaryKind::Not) return boolean(!truth(*operand));
      if (!is_number(*operand)) return std::nullopt;
      if (unary_op.op == UnaryKind::Plus) return operand;
      const bool is_integer = operand->kind == Kind::kInteger;
      if (unary_op.op == UnaryKind::Minus) {
        return is_integer ? fold_integers(BinaryOperator::kSubtract, 0, operand->integer)
                          : real(-operand->number);
      }
      return is_integer ? std::optional(integer(~operand->integer)) : std::nullopt;
    }
    case ExprKind::BinOp: {
      const auto& bin_op = *static_cast<const BinOpExpr*>(node);
      // Deep chains end at their first operand that is not constant: look at the right one first.
      const std::optional<Constant> right = fold(bin_op.right);
      if (!right || !is_number(*right)) return std::nullopt;
      const std::optional<Constant> left = fold(bin_op.left);
      if (!left || !is_number(*left)) return std::nullopt;
      return fold_binary(bin_op.op, *left, *right);
    }
    default:
      return std::nullopt;
  }
}

std::optional<Constant> Compiler::fold_binary(BinaryOperator op, const Constant& left,
                                              const Constant& right) {
  if (left.kind == Kind::kInteger && right.kind == Kind::kInteger)
    return fold_integers(op, left.integer, right.integer);
  const double a = as_real(left), b = as_real(right);
  switch (op) {
    case BinaryOperator::kAdd:
      return real(a + b);
    case BinaryOperator::kSubtract:
      return real(a - b);
    case BinaryOperator::kMultiply:
      return real(a * b);
    case BinaryOperator::kTrueDivide:
      return b != 0 ? std::optional(real(a / b)) : std::nullopt;
    default:
      return std::nullopt;
  }
}

// Only where the result fits: anything else is worked out when it runs.
std::optional<Constant> Compiler::fold_integers(BinaryOperator op, std::int64_t a, std::int64_t b) {
  std::int64_t result = 0;
  const auto unless = [&result](bool overflow) {
    return overflow ? std::nullopt : std::optional(integer(result));
  };
  constexpr std::int64_t kExact = std::int64_t{1} << 53;
  switch (op) {
    case BinaryOperator::kAdd:
      return unless(__builtin_add_overflow(a, b, &result));
    case BinaryOperator::kSubtract:
      return unless(__builtin_sub_overflow(a, b, &result));
    case BinaryOperator::kMultiply:
      return unless(__builtin_mul_overflow(a, b, &result));
    case BinaryOperator::kTrueDivide:
      if (b == 0 || std::abs(a) > kExact || std::abs(b) > kExact) return std::nullopt;
      return real(static_cast<double>(a) / static_cast<double>(b));
    case BinaryOperator::kFloorDivide:
    case BinaryOperator::kModulo: {
      if (a < 0 || b <= 0) return std::nullopt;
      return integer(op == BinaryOperator::kModulo ? a % b : a / b);
    }
    case BinaryOperator::kPower: {
      if (b < 0 || b > 64) return std::nullopt;
      result = 1;
      for (std::int64_t i = 0; i < b; i++) {
        if (__builtin_mul_overflow(result, a, &result)) return std::nullopt;
      }
      return integer(result);
    }
    case BinaryOperator::kLeftShift:
      if (a < 0 || b < 0 || b > 62 || a > (INT64_MAX >> b)) return std::nullopt;
      return integer(a << b);
    case BinaryOperator::kRightShift:
      return b < 0 || b > 63 ? std::nullopt : std::optional(integer(a >> b));
    case BinaryOperator::kAnd:
      return integer(a & b);
    case BinaryOperator::kOr:
      return integer(a | b);
    case BinaryOperator::kXor:
      return integer(a ^ b);
    case BinaryOperator::kMatrixMultiply:
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace loopscope::python
