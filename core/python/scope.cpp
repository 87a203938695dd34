// What names mean once all of them are known: CPython's rules of resolution, then slots. Not for: finding the
// names (scope_builder.cpp).
#include "core/python/scope.h"

#include <algorithm>

#include "core/python/scope_builder.h"

namespace loopscope::python {

Symbol& Scope::add(std::string_view symbol_name) {
  if (Symbol* found = find(symbol_name)) return *found;
  symbols.push_back({symbol_name});
  by_name.emplace(symbol_name, &symbols.back());
  return symbols.back();
}

class ScopeResolver {
 public:
  explicit ScopeResolver(Scopes& scopes) : scopes_(scopes) {}

  void run() {
    // Outer scopes come first, but an inner one may add symbols to an outer one that passes a cell on.
    for (const auto& scope : scopes_.scopes_) {
      for (std::size_t i = 0; i < scope->symbols.size(); i++) resolve(scope.get(), scope->symbols[i]);
    }
    for (const auto& scope : scopes_.scopes_) {
      if (scope->kind != ScopeKind::Inlined) assign_slots(scope.get());
    }
  }

 private:
  void resolve(Scope* scope, Symbol& symbol) {
    if (symbol.access != Access::Unresolved) return;
    if (scope->kind == ScopeKind::Inlined && !symbol.is_bound) {
      Symbol& outer = scope->parent->add(symbol.name);
      resolve(scope->parent, outer);
      symbol.access = outer.access;
      return;
    }
    if (scope->kind == ScopeKind::Module || symbol.is_global) {
      symbol.access = Access::Global;
    } else if (symbol.is_bound && !symbol.is_nonlocal) {
      symbol.access = scope->kind == ScopeKind::Class ? Access::Name : Access::Fast;
    } else if (capture(scope, symbol.name)) {
      symbol.access =
          scope->kind == ScopeKind::Class && !symbol.is_nonlocal ? Access::ClassFree : Access::Free;
    } else {
      symbol.access = scope->kind == ScopeKind::Class ? Access::Name : Access::Global;
    }
  }

  // Finds the function around `scope` that binds the name, and makes every code between pass its cell on.
  bool capture(Scope* scope, std::string_view name) {
    std::vector<Scope*> codes{scope->host()};
    for (Scope* outer = scope->host()->parent; outer; outer = outer->parent) {
      if (outer->kind == ScopeKind::Module) return false;
      if (outer->kind == ScopeKind::Class) {
        if (name == "__class__") {
          outer->uses_class_cell = true;
          return pass_on(codes, name);
        }
      } else if (Symbol* symbol = outer->find(name)) {
        if (symbol->is_global) return false;
        if (symbol->is_bound && !symbol->is_nonlocal) {
          symbol->is_captured = true;
          return pass_on(codes, name);
        }
      }
      if (outer->kind != ScopeKind::Inlined) codes.push_back(outer);
    }
    return false;
  }

  static bool pass_on(const std::vector<Scope*>& codes, std::string_view name) {
    for (Scope* code : codes) {
      if (std::ranges::find(code->free_names, name) == code->free_names.end())
        code->free_names.push_back(name);
    }
    return true;
  }

  static void assign_slots(Scope* scope) {
    if (scope->uses_class_cell) scope->cell_names.push_back("__class__");
    collect(scope, scope);
    scope->first_spare_slot = static_cast<std::uint32_t>(scope->local_names.size());
    scope->local_names.resize(scope->local_names.size() + scope->spare_slots, ".match");
    const auto locals = static_cast<std::uint32_t>(scope->local_names.size());
    const auto cells = static_cast<std::uint32_t>(scope->cell_names.size());
    shift_cells(scope, locals);
    for (Symbol& symbol : scope->symbols) {
      if (symbol.access != Access::Free && symbol.access != Access::ClassFree) continue;
      const auto at = std::ranges::find(scope->free_names, symbol.name) - scope->free_names.begin();
      symbol.slot = locals + cells + static_cast<std::uint32_t>(at);
    }
  }

  // Locals first, in order; a cell that is no parameter gets its index among the cells, made a slot
  // afterwards.
  static void collect(Scope* host, Scope* scope) {
    for (Symbol& symbol : scope->symbols) {
      if (symbol.access != Access::Fast || !symbol.is_bound) continue;
      auto& names = symbol.is_captured && !symbol.is_parameter ? host->cell_names : host->local_names;
      symbol.slot = static_cast<std::uint32_t>(names.size());
      names.push_back(symbol.name);
      if (symbol.is_captured) symbol.access = Access::Cell;
    }
    for (Scope* inner : scope->inlined) collect(host, inner);
  }

  static void shift_cells(Scope* scope, std::uint32_t locals) {
    for (Symbol& symbol : scope->symbols) {
      if (symbol.access == Access::Cell && !symbol.is_parameter) symbol.slot += locals;
    }
    for (Scope* inner : scope->inlined) shift_cells(inner, locals);
  }

  Scopes& scopes_;
};

const Symbol& Scopes::lookup(Scope* scope, std::string_view name) const {
  Symbol* symbol = scope->find(name);
  while (scope->kind == ScopeKind::Inlined && !symbol->is_bound) {
    scope = scope->parent;
    symbol = scope->find(name);
  }
  return *symbol;
}

std::uint32_t Scopes::closure_slot(Scope* scope, std::string_view name) const {
  for (;; scope = scope->parent) {
    if (const Symbol* symbol = scope->find(name);
        symbol && symbol->access == Access::Cell && symbol->is_bound) {
      return symbol->slot;
    }
    if (scope->kind != ScopeKind::Inlined) break;
  }
  const auto locals = static_cast<std::uint32_t>(scope->local_names.size());
  if (scope->uses_class_cell && name == "__class__") return locals;
  const auto at = std::ranges::find(scope->free_names, name) - scope->free_names.begin();
  return locals + static_cast<std::uint32_t>(scope->cell_names.size()) + static_cast<std::uint32_t>(at);
}

std::string_view mangle(AstArena& arena, std::string_view private_class, std::string_view name) {
  if (private_class.empty() || !name.starts_with("__") || name.ends_with("__") || name.find('.') != name.npos)
    return name;
  const std::size_t first = private_class.find_first_not_of('_');
  if (first == std::string_view::npos) return name;
  std::string mangled = "_";
  mangled.append(private_class.substr(first)).append(name);
  return arena.copy(std::string_view(mangled));
}

std::expected<Scopes, SyntaxError> analyze_scopes(SyntaxTree& module, const Source& source) {
  Scopes scopes;
  if (std::optional<SyntaxError> error = ScopeBuilder(scopes, module, source).run())
    return std::unexpected(*std::move(error));
  ScopeResolver(scopes).run();
  return scopes;
}

}  // namespace loopscope::python
