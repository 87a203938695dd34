// The types ContextVar, Token and Context. A context's dict is changed in place where nobody shares it, else
// copied first. Not for: who inherits a context, and when (asyncio_task.cpp, asyncio_handle.cpp).
#include "core/modules/context_variables.h"

#include "core/modules/asyncio_repr.h"
#include "core/modules/module_table.h"
#include "core/modules/script_run.h"
#include "core/python/default_repr.h"

namespace loopscope::modules {
namespace {

using python::Arguments;
using python::Dict;
using python::GcVisitor;
using python::Heap;
using python::Object;
using python::Ref;
using python::TableResult;
using python::Type;
using python::Value;
using python::Vm;

struct VariableObject : Object {
  Value name;
  Value default_value;  // empty: none
};

struct ContextObject : Object {
  Ref<Dict> variables;  // null: none
  Value previous;       // while it is entered by run(): the fiber's context before
  bool entered;
};

struct TokenObject : Object {
  Value variable;
  Value old_value;  // empty: there was none
  Ref<ContextObject> context;
  bool used;
};

void make_types(Vm& vm);

ContextTypes& types_of(Vm& vm) {
  ContextTypes& types = ScriptRun::of(vm).context_types;
  if (!types.context) make_types(vm);
  return types;
}

bool is_variable(Vm& vm, const Value& value) { return vm.is_exact(value, types_of(vm).variable.get()); }
bool is_context(Vm& vm, const Value& value) { return vm.is_exact(value, types_of(vm).context.get()); }

Ref<ContextObject> make_context(Vm& vm, Ref<Dict> variables) {
  auto* object = vm.heap.make<ContextObject>(types_of(vm).context.get());
  object->variables = std::move(variables);
  return Ref<ContextObject>::steal(object);
}

// Of a fiber's `context`, whichever form it has; null: none is set.
Dict* variables_of(Vm& vm, const Value& context) {
  if (context.is_empty()) return nullptr;
  return vm.is_dict(context) ? context.as<Dict>() : context.as<ContextObject>()->variables.get();
}

Ref<Dict> shared_variables(Vm& vm, const Value& context) {
  Dict* variables = variables_of(vm, context);
  return variables != nullptr ? Ref<Dict>::share(variables) : Ref<Dict>();
}

// One that nobody else has; null: raised.
Dict* own_variables(Vm& vm, ContextObject* context) {
  if (!context->variables) {
    context->variables = python::make_dict(vm);
  } else if (context->variables->references > 1) {
    Ref<Dict> copy = python::make_dict(vm);
    if (!table_copy(vm, context->variables->table, copy->table)) return nullptr;
    context->variables = std::move(copy);
  }
  return context->variables.get();
}

// The variable's value in a fiber's `context`; null: it has none there.
const Value* find(Vm& vm, const Value& context, const Value& variable) {
  const Dict* variables = variables_of(vm, context);
  const Value* value = nullptr;
  if (variables == nullptr || dict_find(vm, variables, variable, &value) != TableResult::kFound)
    return nullptr;
  return value;
}

// -- ContextVar --

Value create_variable(Vm& vm, Type* type, const Arguments& arguments) {
  Value bound[2];
  if (!python::bind_arguments(vm, arguments, "ContextVar", "name, /, *, default=", bound)) return {};
  if (!vm.is_string(bound[0])) {
    return vm.raise(vm.types.type_error, "context variable name must be a str");
  }
  auto* object = vm.heap.make<VariableObject>(type);
  object->name = std::move(bound[0]);
  object->default_value = std::move(bound[1]);
  return Value::steal(object);
}

Value variable_repr(Vm& vm, const Value& self) {
  auto* variable = self.as<VariableObject>();
  std::string text = "<ContextVar name=" + repr_now(vm, variable->name);
  if (variable->default_value) {
    if (vm.enter_repr(self)) {
      text += " default=" + repr_now(vm, variable->default_value);
      vm.leave_repr();
    } else {
      text += " default=...";
    }
  }
  return vm.make_string(text + " at " + python::address_text(self) + ">");
}

Value get(Vm& vm, const Arguments& arguments) {
  if (const python::Fiber* fiber = vm.current_fiber()) {
    if (const Value* value = find(vm, fiber->context, arguments[0])) return *value;
  }
  if (arguments.size() > 1) return arguments[1];
  auto* variable = arguments[0].as<VariableObject>();
  if (variable->default_value) return variable->default_value;
  return vm.raise_with(vm.types.lookup_error, arguments[0]);
}

Value set(Vm& vm, const Arguments& arguments) {
  python::Fiber* fiber = vm.current_fiber();
  if (fiber == nullptr) return vm.raise(vm.types.runtime_error, "no program runs");
  Value current = context_object(vm, fiber->context);
  auto* context = current.as<ContextObject>();
  auto* object = vm.heap.make<TokenObject>(types_of(vm).token.get());
  Value token = Value::steal(object);
  object->variable = arguments[0];
  if (const Value* old = find(vm, current, arguments[0])) object->old_value = *old;
  object->context = Ref<ContextObject>::share(context);
  Dict* variables = own_variables(vm, context);
  if (variables == nullptr || !dict_set(vm, variables, arguments[0], arguments[1])) return {};
  return token;
}

Value reset(Vm& vm, const Arguments& arguments) {
  if (!vm.is_exact(arguments[1], types_of(vm).token.get())) {
    return vm.raise(vm.types.type_error, "expected an instance of Token, got ", repr_now(vm, arguments[1]));
  }
  auto* token = arguments[1].as<TokenObject>();
  if (token->used) {
    return vm.raise(vm.types.runtime_error, repr_now(vm, arguments[1]), " has already been used once");
  }
  if (!token->variable.is(arguments[0])) {
    return vm.raise(vm.types.value_error, repr_now(vm, arguments[1]),
                    " was created by a different ContextVar");
  }
  const python::Fiber* fiber = vm.current_fiber();
  if (fiber == nullptr || !fiber->context.is(token->context.value())) {
    return vm.raise(vm.types.value_error, repr_now(vm, arguments[1]), " was created in a different Context");
  }
  token->used = true;
  Dict* variables = own_variables(vm, token->context.get());
  if (variables == nullptr) return {};
  if (!token->old_value) {
    python::dict_remove(vm, variables, arguments[0]);
  } else if (!dict_set(vm, variables, arguments[0], token->old_value)) {
    return {};
  }
  return Value::none();
}

Value variable_name(Vm&, const Value& self) { return self.as<VariableObject>()->name; }

void drop_variable(Heap&, Object* object) {
  auto* variable = static_cast<VariableObject*>(object);
  variable->name.~Value();
  variable->default_value.~Value();
}
void traverse_variable(Object* object, GcVisitor& visitor) {
  visitor.visit(static_cast<VariableObject*>(object)->name);
  visitor.visit(static_cast<VariableObject*>(object)->default_value);
}
void clear_variable(Heap&, Object* object) {
  static_cast<VariableObject*>(object)->default_value = Value::none();
}

// -- Token --

Value create_token(Vm& vm, Type*, const Arguments&) {
  return vm.raise(vm.types.runtime_error, "Tokens can only be created by ContextVars");
}

Value token_repr(Vm& vm, const Value& self) {
  auto* token = self.as<TokenObject>();
  return vm.make_string(std::string("<Token") + (token->used ? " used" : "") +
                        " var=" + repr_now(vm, token->variable) + " at " + python::address_text(self) + ">");
}

Value token_variable(Vm&, const Value& self) { return self.as<TokenObject>()->variable; }
Value token_old_value(Vm& vm, const Value& self) {
  const Value& old = self.as<TokenObject>()->old_value;
  return old ? old : types_of(vm).missing;
}

void drop_token(Heap&, Object* object) {
  auto* token = static_cast<TokenObject*>(object);
  token->variable.~Value();
  token->old_value.~Value();
  token->context.~Ref();
}
void traverse_token(Object* object, GcVisitor& visitor) {
  auto* token = static_cast<TokenObject*>(object);
  visitor.visit(token->variable);
  visitor.visit(token->old_value);
  visitor.visit(token->context);
}

Value missing_repr(Vm& vm, const Value&) { return vm.make_string("<Token.MISSING>"); }

// -- Context --

Value create_context(Vm& vm, Type*, const Arguments& arguments) {
  if (arguments.positional_count + arguments.keyword_count > 0)
    return vm.raise(vm.types.type_error, "Context() does not accept any arguments");
  return make_context(vm, {}).value();
}

// Its variables for looking at: what sets one later copies them first.
Value variables_as_dict(Vm& vm, const Value& self) {
  Ref<Dict> variables = shared_variables(vm, self);
  return variables ? std::move(variables).value() : python::make_dict(vm).value();
}

bool check_key(Vm& vm, const Value& key) {
  if (is_variable(vm, key)) return true;
  vm.raise(vm.types.type_error, "a ContextVar key was expected, got ", repr_now(vm, key));
  return false;
}

Value context_get(Vm& vm, const Arguments& arguments) {
  if (!check_key(vm, arguments[1])) return {};
  if (const Value* value = find(vm, arguments[0], arguments[1])) return *value;
  return arguments.size() > 2 ? arguments[2] : Value::none();
}

Value context_get_item(Vm& vm, const Value& self, const Value& key) {
  if (!check_key(vm, key)) return {};
  if (const Value* value = find(vm, self, key)) return *value;
  return vm.raise_with(vm.types.key_error, key);
}

Value context_contains(Vm& vm, const Value& self, const Value& key) {
  if (!check_key(vm, key)) return {};
  return Value::boolean(find(vm, self, key) != nullptr);
}

Value context_length(Vm& vm, const Value& self) {
  const Dict* variables = variables_of(vm, self);
  return Value::small_int(variables != nullptr ? variables->table.used : 0);
}

Value context_iterate(Vm& vm, const Value& self) { return vm.iterate(variables_as_dict(vm, self)); }

Value context_compare(Vm& vm, python::CompareOperator op, const Value& left, const Value& right) {
  bool comparable = op == python::CompareOperator::kEqual || op == python::CompareOperator::kNotEqual;
  if (!comparable || !is_context(vm, left) || !is_context(vm, right)) return Value::not_implemented();
  return vm.compare(op, variables_as_dict(vm, left), variables_as_dict(vm, right));
}

Value context_hash(Vm& vm, const Value&) {
  return vm.raise(vm.types.type_error, "unhashable type: '_contextvars.Context'");
}

Value iterate_view(Vm& vm, const Value& self, std::string_view view) {
  Value items = vm.call_method(variables_as_dict(vm, self), vm.intern(view), {});
  return items.is_special() ? items : vm.iterate(items);
}
Value context_keys(Vm& vm, const Arguments& arguments) { return iterate_view(vm, arguments[0], "keys"); }
Value context_values(Vm& vm, const Arguments& arguments) { return iterate_view(vm, arguments[0], "values"); }
Value context_items(Vm& vm, const Arguments& arguments) { return iterate_view(vm, arguments[0], "items"); }

Value context_copy(Vm& vm, const Arguments& arguments) {
  return make_context(vm, shared_variables(vm, arguments[0])).value();
}

// run(callable, *arguments, **keywords): library Python, between enter and leave.
Value context_run(Vm& vm, const Arguments& arguments) {
  if (arguments.size() < 2)
    return vm.raise(vm.types.type_error, "run() missing 1 required positional argument");
  Value module = vm.import_now("contextvars");
  if (module.is_special()) return module;
  return vm.call(vm.find_attribute(module, vm.intern("_run")), arguments);
}

// Is it the fiber's context, or one that the fiber will go back to?
bool is_entered(const Vm& vm, ContextObject* context) {
  if (context->entered) return true;
  const python::Fiber* fiber = vm.current_fiber();
  const Value* current = fiber != nullptr ? &fiber->context : nullptr;
  while (current != nullptr && current->is_object()) {
    if (current->object() == context) return true;
    bool goes_on = current->object()->type == context->type && current->as<ContextObject>()->entered;
    current = goes_on ? &current->as<ContextObject>()->previous : nullptr;
  }
  return false;
}

Value enter(Vm& vm, const Arguments& arguments) {
  auto* context = arguments[0].as<ContextObject>();
  if (is_entered(vm, context)) {
    return vm.raise(vm.types.runtime_error, "cannot enter context: ", repr_now(vm, arguments[0]),
                    " is already entered");
  }
  python::Fiber* fiber = vm.current_fiber();
  context->previous = std::exchange(fiber->context, arguments[0]);
  context->entered = true;
  return Value::none();
}

Value leave(Vm& vm, const Arguments& arguments) {
  auto* context = arguments[0].as<ContextObject>();
  context->entered = false;
  vm.current_fiber()->context = std::move(context->previous);
  return Value::none();
}

void drop_context(Heap&, Object* object) {
  auto* context = static_cast<ContextObject*>(object);
  context->variables.~Ref();
  context->previous.~Value();
}
void traverse_context(Object* object, GcVisitor& visitor) {
  visitor.visit(static_cast<ContextObject*>(object)->variables);
  visitor.visit(static_cast<ContextObject*>(object)->previous);
}
void clear_context(Heap&, Object* object) { static_cast<ContextObject*>(object)->variables = {}; }

Value copy_context(Vm& vm, const Arguments&) {
  const python::Fiber* fiber = vm.current_fiber();
  return make_context(vm, fiber != nullptr ? shared_variables(vm, fiber->context) : Ref<Dict>()).value();
}

constexpr python::NativeSpec kVariableMethods[] = {
    {"get", get, 0, 1}, {"set", set, 1, 1}, {"reset", reset, 1, 1}};
constexpr python::NativePropertySpec kVariableProperties[] = {{"name", variable_name}};
constexpr python::NativePropertySpec kTokenProperties[] = {{"var", token_variable},
                                                           {"old_value", token_old_value}};
constexpr python::NativeSpec kContextMethods[] = {
    {"get", context_get, 1, 2}, {"keys", context_keys}, {"values", context_values},
    {"items", context_items},   {"copy", context_copy}, {"run", context_run, 0, -1, python::kNativeKeywords},
};
constexpr python::NativeSpec kFunctions[] = {
    {"copy_context", copy_context}, {"enter", enter, 1, 1}, {"leave", leave, 1, 1}};

void make_types(Vm& vm) {
  ContextTypes& types = ScriptRun::of(vm).context_types;
  python::TypeSpec variable;
  variable.name = "_contextvars.ContextVar";
  variable.basic_size = sizeof(VariableObject);
  variable.flags = python::kTypeTracked;
  variable.slots.dealloc = drop_variable;
  variable.slots.traverse = traverse_variable;
  variable.slots.clear = clear_variable;
  variable.slots.repr = variable_repr;
  variable.slots.create = create_variable;
  variable.methods = kVariableMethods;
  variable.properties = kVariableProperties;
  types.variable = python::make_type(vm, variable);
  python::add_class_getitem(vm, types.variable.get());

  python::TypeSpec missing;
  missing.name = "Token.MISSING";
  missing.flags = python::kTypeClosed;
  missing.slots.repr = missing_repr;
  types.missing = vm.make_instance(python::make_type(vm, missing).get());

  python::TypeSpec token;
  token.name = "_contextvars.Token";
  token.basic_size = sizeof(TokenObject);
  token.flags = python::kTypeTracked;
  token.slots.dealloc = drop_token;
  token.slots.traverse = traverse_token;
  token.slots.repr = token_repr;
  token.slots.create = create_token;
  token.properties = kTokenProperties;
  types.token = python::make_type(vm, token);
  python::add_class_getitem(vm, types.token.get());
  python::set_native_attribute(vm, types.token.get(), "MISSING", types.missing);

  python::TypeSpec context;
  context.name = "_contextvars.Context";
  context.basic_size = sizeof(ContextObject);
  context.flags = python::kTypeTracked | python::kTypeMappingPattern;
  context.slots.dealloc = drop_context;
  context.slots.traverse = traverse_context;
  context.slots.clear = clear_context;
  context.slots.create = create_context;
  context.slots.get_item = context_get_item;
  context.slots.contains = context_contains;
  context.slots.length = context_length;
  context.slots.iterate = context_iterate;
  context.slots.compare = context_compare;
  context.slots.hash = context_hash;
  context.methods = kContextMethods;
  types.context = python::make_type(vm, context);
}

}  // namespace

Value inherited_context(Vm& vm) {
  const python::Fiber* fiber = vm.current_fiber();
  if (fiber == nullptr || fiber->context.is_empty()) return {};
  Ref<Dict> variables = shared_variables(vm, fiber->context);
  return variables && variables->table.used > 0 ? std::move(variables).value() : Value();
}

bool context_argument(Vm& vm, const Value& argument, Value* context) {
  if (argument.is_empty() || argument.is_none()) {
    *context = inherited_context(vm);
    return true;
  }
  if (!is_context(vm, argument)) {
    vm.raise(vm.types.type_error, "a Context is expected, got ", repr_now(vm, argument));
    return false;
  }
  *context = argument;
  return true;
}

Value context_object(Vm& vm, Value& context) {
  if (context.is_empty() || vm.is_dict(context))
    context = make_context(vm, shared_variables(vm, context)).value();
  return context;
}

void initialize_contextvars(Vm& vm, Dict* dict) {
  ContextTypes& types = types_of(vm);
  python::dict_set_string(vm, dict, vm.intern("ContextVar"), types.variable.value());
  python::dict_set_string(vm, dict, vm.intern("Token"), types.token.value());
  python::dict_set_string(vm, dict, vm.intern("Context"), types.context.value());
  python::add_functions(vm, dict, kFunctions, "_contextvars");
}

}  // namespace loopscope::modules
