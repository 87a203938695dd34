// What natives are made of: arguments, native functions, properties, tables that define types and modules.
// Not here: what natives may ask of the machine (vm.h); README.md tells how to write one.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

#include "core/python/object.h"
#include "core/python/tuple.h"
#include "core/python/type.h"
#include "core/python/value.h"

namespace loopscope::python {

struct NativeFunction;

// Borrowed view of a call's arguments, usually of the caller's stack: positionals (self first for methods),
// then the values of the keywords, whose names are in `names`. Valid until the native returns.
struct Arguments {
  const Value* values = nullptr;
  std::uint32_t positional_count = 0;
  std::uint32_t keyword_count = 0;
  const Value* names = nullptr;            // keyword_count interned or not, always str
  const NativeFunction* callee = nullptr;  // the native function that is called; null for slots

  const Value& operator[](std::size_t index) const { return values[index]; }
  std::size_t size() const { return positional_count; }
  std::span<const Value> positionals() const { return {values, positional_count}; }
  const Value& keyword_value(std::size_t index) const { return values[positional_count + index]; }
  std::string_view keyword_name(std::size_t index) const;
  // Without the first `count` positionals.
  Arguments skip(std::uint32_t count) const {
    Arguments rest = *this;
    rest.values += count;
    rest.positional_count -= count;
    return rest;
  }
};

using NativeCall = Value (*)(Vm& vm, const Arguments& arguments);

enum NativeFlags : std::uint32_t {
  kNativeKeywords = 1u << 0,     // takes keywords (binds them itself); without it they are a TypeError
  kNativeClassMethod = 1u << 1,  // values[0] is the class
  kNativeStaticMethod = 1u << 2,
  kNativeMaySuspend =
      1u << 3,  // may block or run the script whatever its operands are: not called in NativeOnly scopes
};

// A row of a definition table. `minimum` and `maximum` count positionals without self; maximum -1: any
// number. The machine checks the counts before the call, with the message that CPython has for such a
// function: (0, 0) "list.clear() takes no arguments (1 given)"; (1, 1) "list.append() takes exactly one
// argument (2 given)"; others "insert expected 2 arguments, got 1", "pop expected at most 1 argument, got 2".
// With kNativeKeywords the function calls bind_arguments and nothing is checked before.
struct NativeSpec {
  const char* name;
  NativeCall call;
  std::int16_t minimum = 0;
  std::int16_t maximum = 0;
  std::uint32_t flags = 0;
  const char* docstring = nullptr;
};

struct NativeFunction : Object {
  const NativeSpec* spec;  // static storage
  Ref<Type> owner;         // the type whose method it is; null for functions of modules
  Value module;            // name of the module or empty
  Value
      bound;  // builtin methods made for one object keep it here: passed as the first positional if not empty
};

// A computed attribute of a native type. Without `set` it is read-only.
struct NativePropertySpec {
  const char* name;
  Value (*get)(Vm& vm, const Value& self);
  Value (*set)(Vm& vm, const Value& self,
               const Value& value) = nullptr;  // None or empty; value empty: delete
};

struct NativeProperty : Object {
  const NativePropertySpec* spec;
  Ref<Type> owner;
};

// Binds arguments to parameters with CPython's messages. `signature` in Python's own notation, e.g.
// "iterable, /, *, key, reverse" ; names after "*" are keyword-only, those before "/" positional-only; a name
// followed by
// "=" is optional ("sep=, end="). `bound` has one Value per name: empty where an optional one is missing.
// False: raised. `self` is not among them: pass arguments.skip(1) in methods.
bool bind_arguments(Vm& vm, const Arguments& arguments, std::string_view function, std::string_view signature,
                    std::span<Value> bound);

// -- defining types and modules; tables and names must have static storage --

struct TypeSpec {
  // CPython's tp_name: with the module before it where CPython's type is written in C, else short ("Handle").
  const char* name;
  Layout layout = Layout::kNative;
  std::uint32_t basic_size = sizeof(Object);
  std::uint32_t flags = 0;  // TypeFlags; add kTypeTracked where instances hold references to other objects
  Type* base = nullptr;     // null: object
  TypeSlots slots = {};     // null slots are taken from the base
  std::span<const NativeSpec> methods = {};
  std::span<const NativePropertySpec> properties = {};
  const char* module = nullptr;  // __module__; null: as the name says, without a dot builtins
  const char* docstring = nullptr;
  std::uint32_t dict_offset = 0;  // offset of a Ref<Dict> that instances have anyway; 0: none
};

// What messages call the type; __name__, __qualname__ and __module__ follow from it, as in CPython.
void set_message_name(Vm& vm, Type* type, const Value& name);
// Makes the type and its methods; dunder methods for the slots that are set appear in its dict by themselves.
Ref<Type> make_type(Vm& vm, const TypeSpec& spec);
// Adds to a type that exists already (Vm::types has the builtin ones, bare): slots that are not null,
// methods, properties.
void extend_type(Vm& vm, Type* type, const TypeSlots& slots, std::span<const NativeSpec> methods,
                 std::span<const NativePropertySpec> properties = {});
// A class attribute of a native type.
void set_native_attribute(Vm& vm, Type* type, std::string_view name, Value value);

Value make_native_function(Vm& vm, const NativeSpec* spec, std::string_view module = {});
// A native function that gets `bound` as its first positional, e.g. a closure's state.
Value make_bound_native(Vm& vm, const NativeSpec* spec, Value bound);
// Lets NAME[int] stand in hints, as list[int] does.
void add_class_getitem(Vm& vm, Type* type);
// Puts functions into a module's (or builtins') dict.
void add_functions(Vm& vm, Dict* dict, std::span<const NativeSpec> functions, std::string_view module);

}  // namespace loopscope::python
