// Calls and their arguments. Not for: how a call runs (opcodes.h, "Calls").
#include <algorithm>

#include "core/python/compiler_state.h"
#include "core/python/literal_type.h"

namespace loopscope::python {

namespace {

constexpr std::size_t kMostPlainArguments = 30;  // more of them are put into a tuple: the stack stays small

bool has_stars(Seq<Expr*> arguments, Seq<Keyword> keywords) {
  return std::ranges::any_of(arguments, [](const Expr* e) { return e->kind == ExprKind::Starred; }) ||
         std::ranges::any_of(keywords, [](const Keyword& k) { return k.name.text.empty(); });
}

bool needs_collecting(Seq<Expr*> arguments, Seq<Keyword> keywords) {
  return has_stars(arguments, keywords) || arguments.size() + keywords.size() > kMostPlainArguments;
}

}  // namespace

// The call's own place; a method's over several lines begins at its name.
Span Compiler::call_position(const CallExpr& expression_node) const {
  const Expr* function = expression_node.function;
  if (function->kind != ExprKind::Attribute) return expression_node.span;
  const auto& attribute = *static_cast<const AttributeExpr*>(function);
  if (source_.line_of(function->span.begin) == source_.line_of(function->span.end))
    return expression_node.span;
  return {attribute.attribute.span.begin, expression_node.span.end};
}

void Compiler::check_callable(const Expr* function) {
  if (function->kind == ExprKind::Lambda) return;
  const std::string_view type = literal_type(function);
  if (type.empty()) return;
  std::string message = "'";
  warn(function->span, message.append(type).append("' object is not callable; perhaps you missed a comma?"));
}

void Compiler::check_keywords(Seq<Keyword> keywords) {
  std::vector<std::string_view> seen;
  for (const Keyword& keyword : keywords) {
    if (keyword.name.text.empty()) continue;
    if (std::ranges::find(seen, keyword.name.text) != seen.end()) {
      std::string message = "keyword argument repeated: ";
      return fail(keyword.span, message.append(keyword.name.text));
    }
    seen.push_back(keyword.name.text);
    if (seen.size() > 4096) return refuse(keyword.span, "more than 4096 keyword arguments");
  }
}

void Compiler::call(const CallExpr& expression_node) {
  check_callable(expression_node.function);
  check_keywords(expression_node.keywords);
  if (error_) return;
  call_function(expression_node, !needs_collecting(expression_node.arguments, expression_node.keywords));
  const At at(*this, call_position(expression_node));
  call_arguments(expression_node.arguments, expression_node.keywords, 0);
}

// Leaves the callable and self-or-empty. `plain`: no tuple of arguments will be made, which has no room for a
// self.
void Compiler::call_function(const CallExpr& expression_node, bool plain) {
  const Expr* function = expression_node.function;
  if (plain && function->kind == ExprKind::Attribute) {
    const auto& attribute = *static_cast<const AttributeExpr*>(function);
    expression(attribute.value);
    Span place = function->span;
    if (source_.line_of(place.begin) != source_.line_of(place.end)) place = attribute.attribute.span;
    const At at(*this, place);
    return emit(Opcode::LOAD_ATTR, name_index(attribute.attribute.text) << 1 | 1);
  }
  if (function->kind == ExprKind::Name) {
    const std::string_view name = static_cast<const NameExpr*>(function)->name;
    if (is_global_name(name) && name != "__debug__") {
      const At at(*this, function->span);
      return load_name(name, true);
    }
  }
  expression(function);
  emit(Opcode::PUSH_EMPTY);
}

// The callable and self-or-empty are there, and `already` plain arguments.
void Compiler::call_arguments(Seq<Expr*> arguments, Seq<Keyword> keywords, std::uint32_t already) {
  if (needs_collecting(arguments, keywords)) return call_with_stars(arguments, keywords, already);
  for (const Expr* argument : arguments) expression(argument);
  const auto positional = static_cast<std::uint32_t>(arguments.size()) + already;
  if (keywords.empty()) return emit(Opcode::CALL, positional);
  Constant names;
  names.kind = Constant::Kind::kTuple;
  for (const Keyword& keyword : keywords) {
    expression(keyword.value);
    names.items.push_back(string_constant(keyword.name.text));
  }
  code().load_constant(std::move(names));
  emit(Opcode::CALL_KW, positional + static_cast<std::uint32_t>(keywords.size()));
}

void Compiler::call_with_stars(Seq<Expr*> arguments, Seq<Keyword> keywords, std::uint32_t already) {
  if (arguments.size() == 1 && already == 0 && arguments[0]->kind == ExprKind::Starred) {
    expression(static_cast<const StarredExpr*>(arguments[0])->value);
  } else if (!has_stars(arguments, {}) && arguments.size() + already <= kMostPlainArguments) {
    for (const Expr* argument : arguments) expression(argument);
    emit(Opcode::BUILD_TUPLE, static_cast<std::uint32_t>(arguments.size()) + already);
  } else {
    emit(Opcode::BUILD_LIST, already);
    for (const Expr* argument : arguments) {
      const bool starred = argument->kind == ExprKind::Starred;
      expression(starred ? static_cast<const StarredExpr*>(argument)->value : argument);
      emit(starred ? Opcode::LIST_EXTEND : Opcode::LIST_APPEND, 1);
    }
    emit(Opcode::LIST_TO_TUPLE);
  }
  if (keywords.empty()) return emit(Opcode::CALL_EX, 0);
  // Named ones side by side go into a dict at once; ** and every later run is merged, so that duplicates are
  // found.
  emit(Opcode::BUILD_MAP, 0);
  for (std::size_t i = 0; i < keywords.size();) {
    if (keywords[i].name.text.empty()) {
      expression(keywords[i++].value);
      emit(Opcode::DICT_MERGE, 1);
      continue;
    }
    std::uint32_t pairs = 0;
    for (; i < keywords.size() && !keywords[i].name.text.empty() && pairs < kMostPlainArguments;
         i++, pairs++) {
      code().load_constant(string_constant(keywords[i].name.text));
      expression(keywords[i].value);
    }
    emit(Opcode::BUILD_MAP, pairs);
    emit(Opcode::DICT_MERGE, 1);
  }
  emit(Opcode::CALL_EX, 1);
}

}  // namespace loopscope::python
