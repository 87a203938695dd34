// Types of callables: functions, native functions and their descriptors, bound methods, cells, code.
// Not here: property, staticmethod, classmethod, super (descriptors.cpp); calling (vm_calls.cpp).
#include "core/python/default_repr.h"
#include "core/python/internals.h"

namespace loopscope::python {
namespace {

std::string_view text_of(const Value& string) { return string.as<String>()->view(); }
Value or_none(Value value) { return value.is_empty() ? Value::none() : value; }

// ---- function ----

void drop_function(Heap&, Object* object) {
  auto* function = static_cast<Function*>(object);
  function->code.~Ref();
  function->globals.~Ref();
  function->defaults.~Ref();
  function->kwdefaults.~Ref();
  function->closure.~Ref();
  function->annotations.~Ref();
  for (Value* value : {&function->name, &function->qualname, &function->module, &function->docstring})
    value->~Value();
}
void visit_function(Object* object, GcVisitor& visitor) {
  auto* function = static_cast<Function*>(object);
  visitor.visit(function->globals);
  visitor.visit(function->defaults);
  visitor.visit(function->kwdefaults);
  visitor.visit(function->closure);
  visitor.visit(function->annotations);
  visitor.visit(function->docstring);
}
void clear_function(Heap&, Object* object) {
  auto* function = static_cast<Function*>(object);
  function->defaults = nullptr;
  function->kwdefaults = nullptr;
  function->closure = nullptr;
  function->annotations = nullptr;
}

Value function_repr(Vm& vm, const Value& self) {
  return vm.make_string("<function " + std::string(text_of(self.as<Function>()->qualname)) + " at " +
                        address_text(self) + ">");
}

Value function_bind(Vm& vm, const Value& self, const Value& instance, Type*) {
  return instance.is_empty() ? self : vm.make_bound_method(self, instance);
}

Value function_name(Vm&, const Value& self) { return self.as<Function>()->name; }
Value function_set_name(Vm& vm, const Value& self, const Value& value) {
  if (!vm.is_string(value)) return vm.raise(vm.types.type_error, "__name__ must be set to a string object");
  self.as<Function>()->name = value;
  return Value::none();
}
Value function_qualname(Vm&, const Value& self) { return self.as<Function>()->qualname; }
Value function_set_qualname(Vm& vm, const Value& self, const Value& value) {
  if (!vm.is_string(value))
    return vm.raise(vm.types.type_error, "__qualname__ must be set to a string object");
  self.as<Function>()->qualname = value;
  return Value::none();
}
Value function_module(Vm&, const Value& self) { return or_none(self.as<Function>()->module); }
Value function_set_module(Vm&, const Value& self, const Value& value) {
  self.as<Function>()->module = value;
  return Value::none();
}
Value function_doc(Vm&, const Value& self) { return or_none(self.as<Function>()->docstring); }
Value function_set_doc(Vm&, const Value& self, const Value& value) {
  self.as<Function>()->docstring = value;
  return Value::none();
}
Value function_defaults(Vm&, const Value& self) { return or_none(self.as<Function>()->defaults.value()); }
Value function_kwdefaults(Vm&, const Value& self) { return or_none(self.as<Function>()->kwdefaults.value()); }
// None or a value of the type. False: raised.
bool is_none_or(Vm& vm, const Value& value, bool is_one, const char* name, const char* kind) {
  if (is_one || value.is_none() || value.is_empty()) return true;
  vm.raise(vm.types.type_error, name, " must be set to a ", kind, " object");
  return false;
}
Value function_set_defaults(Vm& vm, const Value& self, const Value& value) {
  const bool is_one = vm.is_tuple(value);
  if (!is_none_or(vm, value, is_one, "__defaults__", "tuple")) return {};
  self.as<Function>()->defaults = is_one ? Ref<Tuple>::share(value.as<Tuple>()) : Ref<Tuple>();
  return Value::none();
}
Value function_set_kwdefaults(Vm& vm, const Value& self, const Value& value) {
  const bool is_one = vm.is_dict(value);
  if (!is_none_or(vm, value, is_one, "__kwdefaults__", "dict")) return {};
  self.as<Function>()->kwdefaults = is_one ? Ref<Dict>::share(value.as<Dict>()) : Ref<Dict>();
  return Value::none();
}
Value function_closure(Vm&, const Value& self) { return or_none(self.as<Function>()->closure.value()); }
Value function_code(Vm&, const Value& self) { return self.as<Function>()->code.value(); }
Value function_globals(Vm&, const Value& self) { return self.as<Function>()->globals.value(); }
Value function_annotations(Vm& vm, const Value& self) {
  auto* function = self.as<Function>();
  if (!function->annotations) function->annotations = make_dict(vm);
  return function->annotations.value();
}
Value function_set_annotations(Vm& vm, const Value& self, const Value& value) {
  if (!vm.is_dict(value))
    return vm.raise(vm.types.type_error, "__annotations__ must be set to a dict object");
  self.as<Function>()->annotations = Ref<Dict>::share(value.as<Dict>());
  return Value::none();
}

Value function_type_parameters(Vm& vm, const Value& self) {
  Dict* dict = instance_dict(vm, self.object(), false);
  const Value* found = dict != nullptr ? dict_find_string(dict, vm.intern("__type_params__")) : nullptr;
  return found != nullptr ? *found : make_tuple(vm, std::size_t{0}).value();
}
Value function_set_type_parameters(Vm& vm, const Value& self, const Value& value) {
  if (!vm.is_tuple(value)) return vm.raise(vm.types.type_error, "__type_params__ must be set to a tuple");
  dict_set_string(vm, instance_dict(vm, self.object(), true), vm.intern("__type_params__"), value);
  return Value::none();
}

constexpr NativePropertySpec kFunctionProperties[] = {
    {"__name__", function_name, function_set_name},
    {"__qualname__", function_qualname, function_set_qualname},
    {"__module__", function_module, function_set_module},
    {"__doc__", function_doc, function_set_doc},
    {"__defaults__", function_defaults, function_set_defaults},
    {"__kwdefaults__", function_kwdefaults, function_set_kwdefaults},
    {"__closure__", function_closure, nullptr},
    {"__code__", function_code, nullptr},
    {"__globals__", function_globals, nullptr},
    {"__annotations__", function_annotations, function_set_annotations},
    {"__type_params__", function_type_parameters, function_set_type_parameters},
};

// ---- native functions ----

void drop_native(Heap&, Object* object) {
  auto* function = static_cast<NativeFunction*>(object);
  function->owner.~Ref();
  function->module.~Value();
  function->bound.~Value();
}
void visit_native(Object* object, GcVisitor& visitor) {
  auto* function = static_cast<NativeFunction*>(object);
  visitor.visit(function->owner);
  visitor.visit(function->bound);
}

Value native_repr(Vm& vm, const Value& self) {
  auto* function = self.as<NativeFunction>();
  std::string name = function->spec->name;
  if (!function->owner) return vm.make_string("<built-in function " + name + ">");
  std::string owner(vm.name_of(function->owner.get()));
  if (function->type == vm.types.wrapper_descriptor) {
    return vm.make_string("<slot wrapper '" + name + "' of '" + owner + "' objects>");
  }
  if (function->type == vm.types.native_function)
    return vm.make_string("<built-in method " + name + " of type object>");
  return vm.make_string("<method '" + name + "' of '" + owner + "' objects>");
}

Value native_bind(Vm& vm, const Value& self, const Value& instance, Type*) {
  return instance.is_empty() ? self : vm.make_bound_method(self, instance);
}
Value native_bind_class(Vm& vm, const Value& self, const Value&, Type* owner) {
  return vm.make_bound_method(self, Value::share(owner));
}

Value native_name(Vm& vm, const Value& self) { return vm.intern(self.as<NativeFunction>()->spec->name); }
Value native_qualname(Vm& vm, const Value& self) {
  auto* function = self.as<NativeFunction>();
  if (!function->owner) return vm.intern(function->spec->name);
  return vm.make_string(std::string(text_of(function->owner->qualname)) + "." + function->spec->name);
}
Value native_module(Vm&, const Value& self) { return or_none(self.as<NativeFunction>()->module); }
Value native_doc(Vm& vm, const Value& self) {
  const char* text = self.as<NativeFunction>()->spec->docstring;
  return text != nullptr ? vm.make_string(text) : Value::none();
}

constexpr NativePropertySpec kNativeProperties[] = {
    {"__name__", native_name, nullptr},
    {"__qualname__", native_qualname, nullptr},
    {"__module__", native_module, nullptr},
    {"__doc__", native_doc, nullptr},
};

// ---- bound methods ----

void drop_method(Heap&, Object* object) {
  static_cast<BoundMethod*>(object)->function.~Value();
  static_cast<BoundMethod*>(object)->self.~Value();
}
void visit_method(Object* object, GcVisitor& visitor) {
  visitor.visit(static_cast<BoundMethod*>(object)->function);
  visitor.visit(static_cast<BoundMethod*>(object)->self);
}

Value method_repr(Vm& vm, const Value& self) {
  auto* method = self.as<BoundMethod>();
  if (vm.has_layout(method->function, Layout::kNativeFunction)) {
    bool slot = vm.is_exact(method->function, vm.types.wrapper_descriptor);
    std::string name = method->function.as<NativeFunction>()->spec->name;
    return vm.make_string((slot ? "<method-wrapper '" + name + "'" : "<built-in method " + name) + " of " +
                          std::string(vm.type_name(method->self)) + " object at " +
                          address_text(method->self) + ">");
  }
  std::string name = vm.has_layout(method->function, Layout::kFunction)
                         ? std::string(text_of(method->function.as<Function>()->qualname))
                         : "?";
  Value shown;
  {
    Vm::NativeOnly scope(vm);
    shown = vm.repr(method->self);
  }
  if (shown.is_deferred() && !vm.native_only()) {
    return vm.call_library("calls", "method_repr", vm.make_string(name), method->self);
  }
  std::string of = shown.is_special() ? default_repr(vm, method->self) : std::string(text_of(shown));
  if (shown.is_empty()) vm.take_exception();
  return vm.make_string("<bound method " + name + " of " + of + ">");
}

// Anything that the method does not have itself is the function's: __name__, __doc__ ...
Value method_get_attribute(Vm& vm, const Value& self, const Value& name) {
  auto* method = self.as<BoundMethod>();
  if (name.is(vm.names.dunder_self)) return method->self;
  if (name.is(vm.names.dunder_func)) return method->function;
  if (name.is(vm.names.dunder_class)) return Value::share(vm.class_of(self));
  if (const Value* found = lookup(vm.types.bound_method, name);
      found != nullptr && !name.is(vm.names.dunder_doc)) {
    return vm.generic_get_attribute(self, name);
  }
  Value function = method->function;
  if (!vm.has_layout(function, Layout::kNativeFunction)) return vm.get_attribute(function, name);
  Value found = vm.find_attribute(function, name);
  return found.is_empty() ? Vm::Internals::missing_attribute(vm, self, name) : found;
}

Value method_compare(Vm& vm, CompareOperator op, const Value& left, const Value& right) {
  bool equality = op == CompareOperator::kEqual || op == CompareOperator::kNotEqual;
  if (!equality || !vm.is_exact(left, vm.types.bound_method) || !vm.is_exact(right, vm.types.bound_method)) {
    return Value::not_implemented();
  }
  bool same = left.as<BoundMethod>()->function.is(right.as<BoundMethod>()->function) &&
              left.as<BoundMethod>()->self.is(right.as<BoundMethod>()->self);
  return Value::boolean(same == (op == CompareOperator::kEqual));
}

Value method_hash(Vm&, const Value& self) {
  auto* method = self.as<BoundMethod>();
  return Value::small_int(static_cast<std::int64_t>((method->function.bits() ^ method->self.bits()) >> 4));
}

Value create_method(Vm& vm, Type*, const Arguments& arguments) {
  if (arguments.size() != 2) return vm.raise(vm.types.type_error, "method expected 2 arguments");
  return vm.make_bound_method(arguments[0], arguments[1]);
}

// ---- cells, code ----

void drop_cell(Heap&, Object* object) { static_cast<Cell*>(object)->content.~Value(); }
void visit_cell(Object* object, GcVisitor& visitor) { visitor.visit(static_cast<Cell*>(object)->content); }
void clear_cell(Heap&, Object* object) { static_cast<Cell*>(object)->content = Value(); }
Value cell_contents(Vm& vm, const Value& self) {
  const Value& content = self.as<Cell>()->content;
  return content.is_empty() ? vm.raise(vm.types.value_error, "Cell is empty") : content;
}

Value code_name(Vm&, const Value& self) { return self.as<CodeObject>()->name; }
Value code_file(Vm&, const Value& self) { return self.as<CodeObject>()->file_name; }
Value code_line(Vm& vm, const Value& self) { return vm.make_int((*self.as<CodeObject>()->data)->first_line); }
Value code_argument_count(Vm& vm, const Value& self) {
  return vm.make_int(self.as<CodeObject>()->positional_count);
}
Value code_keyword_count(Vm& vm, const Value& self) {
  return vm.make_int(self.as<CodeObject>()->keyword_only_count);
}
Value code_positional_only(Vm& vm, const Value& self) {
  return vm.make_int(self.as<CodeObject>()->positional_only_count);
}
Value code_variable_names(Vm& vm, const Value& self) {
  auto* code = self.as<CodeObject>();
  return make_tuple(vm, std::span<const Value>(code->slot_names, code->local_count)).value();
}
// CPython's bits, as inspect knows them.
Value code_flags(Vm& vm, const Value& self) {
  auto* code = self.as<CodeObject>();
  return vm.make_int(3 | (code->is(kCodeVarArgs) ? 4 : 0) | (code->is(kCodeVarKeywords) ? 8 : 0) |
                     (code->is(kCodeGenerator) ? 0x20 : 0) | (code->is(kCodeCoroutine) ? 0x80 : 0) |
                     (code->is(kCodeAsyncGenerator) ? 0x200 : 0));
}

constexpr NativePropertySpec kCellProperties[] = {{"cell_contents", cell_contents, nullptr}};
constexpr NativePropertySpec kCodeProperties[] = {
    {"co_name", code_name, nullptr},
    {"co_filename", code_file, nullptr},
    {"co_firstlineno", code_line, nullptr},
    {"co_argcount", code_argument_count, nullptr},
    {"co_kwonlyargcount", code_keyword_count, nullptr},
    {"co_posonlyargcount", code_positional_only, nullptr},
    {"co_varnames", code_variable_names, nullptr},
    {"co_flags", code_flags, nullptr},
};

Value function_call(Vm& vm, const Arguments& arguments) { return vm.call(arguments[0], arguments.skip(1)); }
constexpr NativeSpec kFunctionMethods[] = {
    {"__call__", function_call, 0, -1, kNativeKeywords | kNativeMaySuspend}};

}  // namespace

void Vm::Internals::install_function_types(Vm& vm) {
  TypeSlots function;
  function.dealloc = drop_function;
  function.traverse = visit_function;
  function.clear = clear_function;
  function.repr = function_repr;
  function.descriptor_get = function_bind;
  extend_type(vm, vm.types.function, function, kFunctionMethods, kFunctionProperties);
  TypeSlots native;
  native.dealloc = drop_native;
  native.traverse = visit_native;
  native.repr = native_repr;
  extend_type(vm, vm.types.native_function, native, {}, kNativeProperties);
  native.descriptor_get = native_bind;
  extend_type(vm, vm.types.method_descriptor, native, {}, kNativeProperties);
  extend_type(vm, vm.types.wrapper_descriptor, native, {}, kNativeProperties);
  native.descriptor_get = native_bind_class;
  extend_type(vm, vm.types.class_method_descriptor, native, {}, kNativeProperties);
  TypeSlots method;
  method.dealloc = drop_method;
  method.traverse = visit_method;
  method.repr = method_repr;
  method.get_attribute = method_get_attribute;
  method.compare = method_compare;
  method.hash = method_hash;
  method.create = create_method;
  extend_type(vm, vm.types.bound_method, method, {});
  TypeSlots cell;
  cell.dealloc = drop_cell;
  cell.traverse = visit_cell;
  cell.clear = clear_cell;
  extend_type(vm, vm.types.cell, cell, {}, kCellProperties);
  extend_type(vm, vm.types.code, {}, {}, kCodeProperties);
}

}  // namespace loopscope::python
