// Scopes: for every name of a program, which variable it means: a slot, a cell, a global, a name of a class
// body. Not for: code (compiler.h).
#pragma once

#include <deque>
#include <expected>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/python/ast_statement.h"
#include "core/python/source.h"
#include "core/python/syntax_error.h"

namespace loopscope::python {

enum class Access : std::uint8_t {
  Unresolved,
  Fast,       // a slot of this code
  Cell,       // a slot of this code that holds a cell
  Free,       // a cell that the closure brings
  Global,     // module, then builtins
  Name,       // namespace of the class body, then globals, then builtins
  ClassFree,  // namespace of the class body, then the closure's cell
};

struct Symbol {
  std::string_view name;  // mangled
  bool is_bound = false;
  bool is_parameter = false;
  bool is_used = false;
  bool is_annotated = false;
  bool is_global = false;    // declared
  bool is_nonlocal = false;  // declared
  Span declared = {};        // where
  bool is_iteration_variable = false;
  bool is_walrus_target = false;
  bool is_captured = false;  // an inner function uses it
  Access access = Access::Unresolved;
  std::uint32_t slot = 0;  // of Fast, Cell, Free, ClassFree
};

enum class ScopeKind : std::uint8_t {
  Module,
  Class,
  Function,  // def, lambda, generator expression, and the comprehensions of class bodies
  Inlined,   // any other comprehension: names of its own, in slots of the code around it
};

struct Scope {
  ScopeKind kind = ScopeKind::Module;
  Scope* parent = nullptr;
  std::string_view name;           // as in qualified names: "f", "<lambda>"
  std::string_view private_class;  // the class whose name mangles `__x` here; empty: none
  std::deque<Symbol> symbols;      // in order of appearance; addresses are stable
  std::unordered_map<std::string_view, Symbol*> by_name;
  std::vector<Scope*> inlined;  // the Inlined scopes right inside

  bool is_async_function = false;  // async def
  bool is_comprehension = false;   // of any kind, generator expressions too
  bool is_generator_expression = false;
  bool is_lambda = false;
  std::string_view forbids;  // "a TypeVar bound": no yield, await, walrus right inside; empty: any may
  bool has_yield = false;
  bool has_await = false;        // a generator expression with it is an async generator
  bool uses_class_cell = false;  // Class: a method uses __class__ or super
  bool has_annotations = false;  // Module, Class: annotated assignments
  // Slots without a name, for what `match` takes apart; after the locals.
  std::uint32_t spare_slots = 0;
  std::uint32_t first_spare_slot = 0;

  // Of the code of a scope that is not Inlined: names of its slots, as CodeData wants them.
  std::vector<std::string_view> local_names;
  std::vector<std::string_view> cell_names;
  std::vector<std::string_view> free_names;

  Symbol* find(std::string_view name) const {
    const auto found = by_name.find(name);
    return found == by_name.end() ? nullptr : found->second;
  }
  Symbol& add(std::string_view name);
  // The scope whose code this one's instructions are in.
  Scope* host() {
    Scope* scope = this;
    while (scope->kind == ScopeKind::Inlined) scope = scope->parent;
    return scope;
  }
};

class Scopes {
 public:
  Scopes() = default;
  Scopes(Scopes&&) = default;

  Scope* module() const { return scopes_.front().get(); }
  // Of a FunctionDef, ClassDef, Lambda or comprehension node.
  Scope* of(const void* node) const { return by_node_.at(node); }
  // The variable that `name` (mangled) means in `scope`: the symbol of `scope` or, inlined, of a scope around
  // it.
  const Symbol& lookup(Scope* scope, std::string_view name) const;
  // The slot from which a function made in `scope` gets its free variable `name`.
  std::uint32_t closure_slot(Scope* scope, std::string_view name) const;

 private:
  friend class ScopeBuilder;
  friend class ScopeResolver;
  std::vector<std::unique_ptr<Scope>> scopes_;  // outer ones first; the module is the first
  std::unordered_map<const void*, Scope*> by_node_;
};

// Fails with the errors that CPython's symbol table finds: global, nonlocal, duplicate parameters, misplaced
// yield. Names live in the tree's arena (mangled ones are added to it).
std::expected<Scopes, SyntaxError> analyze_scopes(SyntaxTree& module, const Source& source);

// Spare slots that matching one subject with the pattern takes.
std::uint32_t pattern_slots(const Pattern* pattern);

// `__x` in class Y is `_Y__x`; any other name is itself.
std::string_view mangle(AstArena& arena, std::string_view private_class, std::string_view name);

}  // namespace loopscope::python
