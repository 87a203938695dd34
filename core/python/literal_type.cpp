// Types of literals, displays, comprehensions and lambdas.
// Not for: anything with a name in it.
#include "core/python/literal_type.h"

namespace loopscope::python {
namespace {

std::string_view constant_type(Literal literal) {
  switch (literal) {
    case Literal::None:
      return "NoneType";
    case Literal::True:
    case Literal::False:
      return "bool";
    case Literal::Ellipsis:
      return "ellipsis";
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
  }
  return {};
}

}  // namespace

std::string_view literal_type(const Expr* expression) {
  switch (expression->kind) {
    case ExprKind::Constant:
      return constant_type(static_cast<const ConstantExpr*>(expression)->literal);
    case ExprKind::Tuple:
      return "tuple";
    case ExprKind::List:
    case ExprKind::ListComp:
      return "list";
    case ExprKind::Dict:
    case ExprKind::DictComp:
      return "dict";
    case ExprKind::Set:
    case ExprKind::SetComp:
      return "set";
    case ExprKind::GeneratorExp:
      return "generator";
    case ExprKind::Lambda:
      return "function";
    case ExprKind::JoinedStr:
    case ExprKind::FormattedValue:
      return "str";
    default:
      return {};
  }
}

}  // namespace loopscope::python
