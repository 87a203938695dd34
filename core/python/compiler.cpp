// Code objects as wholes: module, and what begins and ends every unit. Not for: statements and expressions.
#include "core/python/compiler.h"

#include <algorithm>

#include "core/python/compiler_state.h"
#include "core/python/parser.h"
#include "core/python/unicode.h"

namespace loopscope::python {

CompileResult compile(std::string_view text, const CompileOptions& options) {
  CompileResult result;
  std::expected<Source, SyntaxError> source = Source::decode(text, options.file_name);
  if (!source) {
    result.error = std::move(source.error());
    return result;
  }
  std::expected<SyntaxTree, SyntaxError> module = parse(*source, result.warnings);
  if (!module) {
    result.error = std::move(module.error());
    return result;
  }
  std::expected<Scopes, SyntaxError> scopes = analyze_scopes(*module, *source);
  if (!scopes) {
    result.error = std::move(scopes.error());
    return result;
  }
  Compiler compiler(*module, *source, *scopes, options, result.warnings);
  result.code = compiler.run();
  result.error = std::move(compiler.error());
  if (result.error) result.code = nullptr;
  return result;
}

Compiler::Compiler(SyntaxTree& module, const Source& source, Scopes& scopes, const CompileOptions& options,
                   std::vector<SyntaxWarning>& warnings)
    : module_(module), source_(source), scopes_(scopes), options_(options), warnings_(warnings) {}

std::shared_ptr<const CodeData> Compiler::run() {
  Unit unit(nullptr, scopes_.module(), source_);
  begin_unit(unit, {0, 0});
  module_body();
  return end_unit();
}

void Compiler::module_body() {
  future_imports();
  const Block& body = module_.body;
  if (!body.empty()) code().set_position({body[0]->span.begin, body[0]->span.begin});
  if (scope_->has_annotations) {
    emit(Opcode::BUILD_MAP, 0);
    emit(Opcode::STORE_GLOBAL, code().name("__annotations__"));
  }
  Block rest = body;
  if (const ConstantExpr* text = docstring_of(body)) {
    const At at(*this, text->span);
    Constant constant = literal(*text);
    constant.text = clean_docstring(constant.text);
    code().load_constant(std::move(constant));
    emit(Opcode::STORE_GLOBAL, code().name("__doc__"));
    rest = rest.subspan(1);
  }
  block(rest);
}

// from __future__ may only stand first; only `annotations` still changes anything.
void Compiler::future_imports() {
  static constexpr std::string_view kFeatures[] = {
      "nested_scopes",  "generators",       "division",       "absolute_import", "with_statement",
      "print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop",  "annotations"};
  bool first = true;
  for (const Stmt* statement : module_.body) {
    const bool is_docstring = first && docstring_of(module_.body) != nullptr;
    first = false;
    if (is_docstring) continue;
    if (statement->kind != StmtKind::ImportFrom) break;
    const auto& import = *static_cast<const ImportStmt*>(statement);
    if (import.module != "__future__" || import.level != 0) break;
    for (const ImportAlias& alias : import.names) {
      const Span start{statement->span.begin, statement->span.begin};
      if (alias.name.text == "braces") return fail(start, "not a chance");
      if (std::ranges::find(kFeatures, alias.name.text) == std::end(kFeatures)) {
        std::string message = "future feature ";
        fail(start, message.append(alias.name.text).append(" is not defined"));
      }
      annotations_as_text_ = annotations_as_text_ || alias.name.text == "annotations";
    }
    future_imports_end_ = statement->span.end;
  }
}

void Compiler::fail(Span span, std::string message) {
  if (error_) return;
  const Place from = source_.place(span.begin), to = source_.place(span.end);
  error_ = SyntaxError{SyntaxErrorKind::Syntax,
                       std::move(message),
                       from.line,
                       from.column + 1,
                       to.line,
                       to.column + 1,
                       std::string(source_.line_text(from.line))};
}

void Compiler::refuse(Span span, std::string_view construct) {
  std::string message = "Loopscope does not support ";
  message.append(construct).append(" (line ").append(std::to_string(line_of(span))).append(")");
  fail(span, std::move(message));
}

void Compiler::warn(Span span, std::string message) {
  const std::uint32_t line = line_of(span);
  warnings_.push_back({std::move(message), line, std::string(source_.line_text(line))});
}

bool Compiler::in_async_function() const { return unit_->scope->is_async_function; }

void Compiler::begin_unit(Unit& unit, Span first) {
  unit_ = &unit;
  unit.scope_around = std::exchange(scope_, unit.scope);
  CodeData& data = unit.data;
  data.name = unit.scope->name;
  data.qualname = qualified_name(unit);
  data.file_name = options_.file_name;
  data.first_line = static_cast<std::int32_t>(unit.outer ? line_of(first) : 1);
  data.flags |= options_.flags;
  if (unit.scope->kind == ScopeKind::Function) data.flags |= kCodeFunction;
  if (unit.scope->kind == ScopeKind::Class) data.flags |= kCodeClassBody;
  if (unit.outer && unit.outer->scope->kind == ScopeKind::Function) data.flags |= kCodeNested;
  data.local_names.assign(unit.scope->local_names.begin(), unit.scope->local_names.end());
  data.cell_names.assign(unit.scope->cell_names.begin(), unit.scope->cell_names.end());
  data.free_names.assign(unit.scope->free_names.begin(), unit.scope->free_names.end());
  code().set_position(first);
  if (!data.free_names.empty())
    emit(Opcode::COPY_FREE_VARS, static_cast<std::uint32_t>(data.free_names.size()));
  for (const Symbol& symbol : unit.scope->symbols) {
    if (symbol.access == Access::Cell && symbol.is_bound) emit(Opcode::MAKE_CELL, symbol.slot);
  }
  if (unit.scope->uses_class_cell) {
    emit(Opcode::MAKE_CELL, static_cast<std::uint32_t>(data.local_names.size()));
  }
}

std::shared_ptr<const CodeData> Compiler::end_unit() {
  Unit& unit = *unit_;
  code().set_position(code().last_position());
  emit(Opcode::RETURN_NONE);
  auto data = std::make_shared<CodeData>(std::move(unit.data));
  if (!unit.builder.finish(*data) && !error_) {
    refuse(unit.builder.position(), "code of more than 16 million instructions");
  }
  unit_ = unit.outer;
  scope_ = unit.scope_around;
  return data;
}

std::string Compiler::qualified_name(const Unit& unit) const {
  if (!unit.outer || !unit.outer->outer) return std::string(unit.scope->name);
  const Scope* outer = unit.outer->scope;
  std::string name = unit.outer->data.qualname;
  // A comprehension's names are not called local.
  const bool comprehension = outer->name.starts_with('<') && outer->name != "<lambda>";
  name += outer->kind == ScopeKind::Function && !comprehension ? ".<locals>." : ".";
  return name.append(unit.scope->name);
}

const ConstantExpr* Compiler::docstring_of(const Block& body) const {
  if (body.empty() || body[0]->kind != StmtKind::Expr) return nullptr;
  const Expr* value = static_cast<const ValueStmt*>(body[0])->value;
  if (value->kind != ExprKind::Constant) return nullptr;
  const auto* constant = static_cast<const ConstantExpr*>(value);
  return constant->literal == Literal::String ? constant : nullptr;
}

// Without the indentation that all lines after the first share, as CPython 3.13 stores it.
std::string Compiler::clean_docstring(std::string_view text) {
  std::string expanded;
  std::size_t column = 0;
  for (const char c : text) {
    if (c == '\t') {
      const std::size_t blanks = 8 - column % 8;
      expanded.append(blanks, ' ');
      column += blanks;
    } else {
      expanded += c;
      column = c == '\n' ? 0 : column + ((static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0);
    }
  }
  std::vector<std::string_view> lines;
  std::string_view rest = expanded;
  for (std::size_t end; (end = rest.find('\n')) != std::string_view::npos; rest.remove_prefix(end + 1)) {
    lines.push_back(rest.substr(0, end));
  }
  lines.push_back(rest);
  const auto indent_of = [](std::string_view line) {
    return std::min(line.find_first_not_of(' '), line.size());
  };
  std::size_t margin = std::string_view::npos;
  for (std::size_t i = 1; i < lines.size(); i++) {
    if (indent_of(lines[i]) < lines[i].size()) margin = std::min(margin, indent_of(lines[i]));
  }
  std::string out(lines[0].substr(indent_of(lines[0])));
  for (std::size_t i = 1; i < lines.size(); i++) {
    out += '\n';
    out += lines[i].substr(std::min({margin, indent_of(lines[i]), lines[i].size()}));
  }
  return out;
}

}  // namespace loopscope::python
