// Attributes of classes, and object and type themselves: reprs, identity hash and equality, __class__,
// __dict__, __mro__. Not here: making classes (class_build.cpp), attributes of instances (vm_attributes.cpp).
#include <algorithm>

#include "core/python/default_repr.h"
#include "core/python/internals.h"
#include "core/python/slot_members.h"

namespace loopscope::python {

std::string address_text(const Value& object) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string text = "0x";
  for (int shift = 44; shift >= 0; shift -= 4) text += kDigits[(object.bits() >> shift) & 15];
  return text;
}

std::string qualified_type_name(Vm& vm, const Value& value) {
  auto* type = value.as<Type>();
  std::string_view name = (vm.is_string(type->qualname) ? type->qualname : type->name).as<String>()->view();
  std::string_view module =
      vm.is_string(type->module) ? type->module.as<String>()->view() : std::string_view();
  if (module.empty() || module == "builtins") return std::string(name);
  return std::string(module) + "." + std::string(name);
}

std::string default_repr(Vm& vm, const Value& object) {
  return "<" + qualified_type_name(vm, Value::share(vm.type_of(object))) + " object at " +
         address_text(object) + ">";
}

namespace {

std::string_view text_of(const Value& string) { return string.as<String>()->view(); }

auto get_of(const Value& value) {
  return value.is_object() ? value.object()->type->slots.descriptor_get : nullptr;
}
auto set_of(const Value& value) {
  return value.is_object() ? value.object()->type->slots.descriptor_set : nullptr;
}

// ---- type ----

Value type_get_attribute(Vm& vm, const Value& self, const Value& name) {
  auto* type = self.as<Type>();
  Type* metatype = vm.type_of(self);
  const Value* meta = lookup(metatype, name);
  if (meta != nullptr && set_of(*meta) != nullptr) {
    Value keep = *meta;
    return get_of(keep)(vm, keep, self, metatype);
  }
  if (const Value* found = lookup(type, name)) {
    Value keep = *found;
    if (auto* get = get_of(keep)) return get(vm, keep, Value(), type);
    return keep;
  }
  if (meta != nullptr) {
    Value keep = *meta;
    if (auto* get = get_of(keep)) return get(vm, keep, self, metatype);
    return keep;
  }
  if (Value member = slot_member(vm, type, name); !member.is_empty()) return member;
  if (metatype->has_flag(kTypeOverridesGetAttribute) &&
      lookup(metatype, vm.names.dunder_getattr) != nullptr) {
    return Vm::Internals::call_getattr(vm, self, name);
  }
  return Vm::Internals::missing_attribute(vm, self, name);
}

Value type_set_attribute(Vm& vm, const Value& self, const Value& name, const Value& value) {
  auto* type = self.as<Type>();
  if (!type->is_script() || (type->has_flag(kTypeImmutable) && !Vm::Internals::in_library(vm))) {
    return vm.raise(vm.types.type_error, "cannot set '", text_of(name), "' attribute of immutable type '",
                    vm.name_of(type), "'");
  }
  const Value* meta = lookup(vm.type_of(self), name);
  if (meta != nullptr && set_of(*meta) != nullptr && !name.is(vm.names.dunder_doc)) {
    Value keep = *meta;
    return set_of(keep)(vm, keep, self, value);
  }
  if (!set_type_attribute(vm, type, vm.intern(name), value))
    return Vm::Internals::missing_attribute(vm, self, name);
  return Value::none();
}

Value type_repr(Vm& vm, const Value& self) {
  return vm.make_string("<class '" + qualified_type_name(vm, self) + "'>");
}

Value type_mro(Vm&, const Value& self) { return self.as<Type>()->mro.value(); }
Value type_bases(Vm&, const Value& self) { return self.as<Type>()->bases.value(); }
Value type_base(Vm&, const Value& self) {
  Value base = self.as<Type>()->base.value();
  return base.is_empty() ? Value::none() : base;
}
Value type_name(Vm&, const Value& self) { return self.as<Type>()->name; }
Value type_set_name(Vm& vm, const Value& self, const Value& value) {
  if (!vm.is_string(value)) return vm.raise(vm.types.type_error, "can only assign string to __name__");
  self.as<Type>()->name = self.as<Type>()->message_name = value;
  return Value::none();
}
Value type_qualname(Vm&, const Value& self) { return self.as<Type>()->qualname; }
Value type_set_qualname(Vm&, const Value& self, const Value& value) {
  self.as<Type>()->qualname = value;
  return Value::none();
}
Value type_module(Vm&, const Value& self) { return self.as<Type>()->module; }
Value type_set_module(Vm&, const Value& self, const Value& value) {
  self.as<Type>()->module = value;
  return Value::none();
}
Value object_dict(Vm& vm, const Value& self);
Value no_references(Vm&, const Value&) { return Value::none(); }

// Shown in the dict of the class that brings them: every object finds them by other ways.
constexpr NativePropertySpec kInstanceProperties[] = {{"__dict__", object_dict},
                                                      {"__weakref__", no_references}};

void add_instance_properties(Vm& vm, Type* type, Dict* dict) {
  for (const NativePropertySpec& spec : kInstanceProperties) {
    auto* property = vm.heap.make<NativeProperty>(vm.types.native_property);
    Value keep = Value::steal(property);
    property->spec = &spec;
    property->owner = Ref<Type>::share(type);
    dict_set_string(vm, dict, vm.intern(spec.name), keep);
  }
}

bool has_open_dict(const Type* type) { return type->has_flag(kTypeHasDict) && !type->has_flag(kTypeSlots); }

// A copy: the class's own dict changes only through its attributes. Scripts get it as a mappingproxy.
Value type_dict(Vm& vm, const Value& self) {
  auto* type = self.as<Type>();
  Ref<Dict> copy = make_dict(vm);
  if (!table_copy(vm, type->dict->table, copy->table)) return {};
  if (Vm::Internals::in_library(vm)) return std::move(copy).value();
  // A __doc__ that nobody wrote stands last.
  const Value* doc = dict_find_string(copy.get(), vm.names.dunder_doc);
  const bool unwritten = type->is_script() && doc != nullptr && doc->is_none();
  if (unwritten) dict_remove(vm, copy.get(), vm.names.dunder_doc);
  for (const Value& each : slot_names(type)) {
    if (!vm.is_string(each)) continue;
    Value name = slot_attribute(vm, type, each);
    if (Value member = slot_member(vm, type, name); !member.is_empty())
      dict_set_string(vm, copy.get(), name, std::move(member));
  }
  if (type->is_script() && has_open_dict(type) && !has_open_dict(type->base.get()))
    add_instance_properties(vm, type, copy.get());
  if (unwritten) dict_set_string(vm, copy.get(), vm.names.dunder_doc, Value::none());
  if (vm.native_only() && dict_find_string(vm.modules(), vm.intern("types")) == nullptr)
    return Value::deferred();
  Value types = vm.import_now("types");
  if (types.is_special()) return types;
  const Value* found = vm.has_layout(types, Layout::kModule)
                           ? dict_find_string(types.as<Module>()->dict.get(), vm.intern("MappingProxyType"))
                           : nullptr;
  // Unless the script has put something else there.
  if (found == nullptr || !vm.is_type(*found) || !found->as<Type>()->has_flag(kTypeImmutable) ||
      vm.name_of(found->as<Type>()) != "mappingproxy")
    return std::move(copy).value();
  Value proxy = vm.make_instance(found->as<Type>());
  dict_set_string(vm, instance_dict(vm, proxy.object(), true), vm.intern("_mapping"),
                  std::move(copy).value());
  return proxy;
}
Value type_doc(Vm& vm, const Value& self) {
  const Value* found = dict_find_string(self.as<Type>()->dict.get(), vm.names.dunder_doc);
  return found != nullptr ? *found : Value::none();
}
Value type_annotations(Vm& vm, const Value& self) {
  auto* type = self.as<Type>();
  if (const Value* found = dict_find_string(type->dict.get(), vm.names.dunder_annotations)) return *found;
  Value fresh = make_dict(vm).value();
  if (type->is_script()) set_type_attribute(vm, type, vm.names.dunder_annotations, fresh);
  return fresh;
}
Value type_set_annotations(Vm& vm, const Value& self, const Value& value) {
  set_type_attribute(vm, self.as<Type>(), vm.names.dunder_annotations, value);
  return Value::none();
}
Value type_type_parameters(Vm& vm, const Value& self) {
  const Value* found = dict_find_string(self.as<Type>()->dict.get(), vm.intern("__type_params__"));
  return found != nullptr ? *found : make_tuple(vm, std::size_t{0}).value();
}
Value type_set_type_parameters(Vm& vm, const Value& self, const Value& value) {
  set_type_attribute(vm, self.as<Type>(), vm.intern("__type_params__"), value);
  return Value::none();
}
Value type_call_mro(Vm& vm, const Arguments& arguments) {
  return make_list(vm, arguments[0].as<Type>()->mro->items()).value();
}
Value type_subclasses(Vm& vm, const Arguments& arguments) {
  Ref<List> list = make_list(vm);
  for (Type* subclass : *arguments[0].as<Type>()->subclasses) {
    if (!list_append(vm, list.get(), Value::share(subclass))) return {};
  }
  return std::move(list).value();
}

Value type_call(Vm& vm, const Arguments& arguments) {
  return Vm::Internals::call_type(vm, arguments[0].as<Type>(), arguments.skip(1));
}
Value type_init(Vm&, const Arguments&) { return Value::none(); }
Value type_prepare(Vm& vm, const Arguments&) { return make_dict(vm).value(); }
Value type_check_instance(Vm& vm, const Arguments& arguments) {
  return Value::boolean(vm.is_instance(arguments[1], arguments[0].as<Type>()));
}
Value type_check_subclass(Vm& vm, const Arguments& arguments) {
  if (!vm.is_type(arguments[1])) return vm.raise(vm.types.type_error, "issubclass() arg 1 must be a class");
  return Value::boolean(is_subtype(arguments[1].as<Type>(), arguments[0].as<Type>()));
}

constexpr NativeSpec kTypeMethods[] = {
    {"mro", type_call_mro, 0, 0},
    {"__subclasses__", type_subclasses, 0, 0},
    {"__call__", type_call, 0, -1, kNativeKeywords},
    {"__init__", type_init, 0, -1, kNativeKeywords},
    {"__prepare__", type_prepare, 0, -1, kNativeKeywords | kNativeClassMethod},
    {"__instancecheck__", type_check_instance, 1, 1},
    {"__subclasscheck__", type_check_subclass, 1, 1},
};
constexpr NativePropertySpec kTypeProperties[] = {
    {"__mro__", type_mro, nullptr},
    {"__bases__", type_bases, nullptr},
    {"__base__", type_base, nullptr},
    {"__name__", type_name, type_set_name},
    {"__qualname__", type_qualname, type_set_qualname},
    {"__module__", type_module, type_set_module},
    {"__dict__", type_dict, nullptr},
    {"__doc__", type_doc, nullptr},
    {"__annotations__", type_annotations, type_set_annotations},
    {"__type_params__", type_type_parameters, type_set_type_parameters},
};

// ---- object ----

Value object_repr(Vm& vm, const Value& self) { return vm.make_string(default_repr(vm, self)); }
Value object_hash(Vm&, const Value& self) {
  return Value::small_int(static_cast<std::int64_t>(self.bits() >> 4));
}
Value object_compare(Vm&, CompareOperator op, const Value& left, const Value& right) {
  if (op == CompareOperator::kEqual && left.is(right)) return Value::true_value();
  if (op == CompareOperator::kNotEqual && left.is(right)) return Value::false_value();
  return Value::not_implemented();
}

Value refuse_abstract(Vm& vm, Type* type) {
  std::vector<std::string_view> names;
  const HashTable& table = lookup(type, vm.intern("__abstractmethods__"))->as<Set>()->table;
  for (std::uint32_t i = 0; i < table.filled; ++i) {
    if (vm.is_string(table.entries[i].key)) names.push_back(text_of(table.entries[i].key));
  }
  std::ranges::sort(names);
  std::string list;
  for (std::string_view name : names) list += (list.empty() ? "'" : ", '") + std::string(name) + "'";
  return vm.raise(vm.types.type_error, "Can't instantiate abstract class ", vm.name_of(type),
                  " without an implementation for abstract method", names.size() == 1 ? " " : "s ", list);
}

// Arguments are an error where neither __init__ nor __new__ of the class could take them.
Value object_create(Vm& vm, Type* type, const Arguments& arguments) {
  bool any = arguments.size() + arguments.keyword_count != 0;
  if (any && type->script_init.is_empty() && type->slots.initialize == nullptr) {
    if (!type->script_new.is_empty()) {
      return vm.raise(vm.types.type_error,
                      "object.__new__() takes exactly one argument (the type to instantiate)");
    }
    return vm.raise(vm.types.type_error, vm.name_of(type), "() takes no arguments");
  }
  if (type->has_flag(kTypeClosed))
    return vm.raise(vm.types.type_error, "cannot create '", vm.name_of(type), "' instances");
  if (type->has_flag(kTypeAbstract)) return refuse_abstract(vm, type);
  return vm.make_instance(type);
}

// Takes object's way of making instances from a type and from those that derive from it.
void forget_create(Type* type) {
  type->slots.create = nullptr;
  for (Type* subclass : *type->subclasses) {
    if (subclass->slots.create == object_create) forget_create(subclass);
  }
}

Value object_init(Vm& vm, const Arguments& arguments) {
  Type* type = vm.type_of(arguments[0]);
  if (arguments.size() + arguments.keyword_count > 1 &&
      (!type->script_init.is_empty() ||
       (type->script_new.is_empty() && type->slots.create == object_create))) {
    return vm.raise(vm.types.type_error, !type->script_init.is_empty() ? "object" : vm.name_of(type),
                    ".__init__() takes exactly one argument (the instance to initialize)");
  }
  return Value::none();
}

Value object_init_subclass(Vm& vm, const Arguments& arguments) {
  if (arguments.keyword_count != 0) {
    bool script = vm.is_type(arguments[0]) && arguments[0].as<Type>()->is_script();
    return vm.raise(
        vm.types.type_error,
        script ? arguments[0].as<Type>()->qualname.as<String>()->view() : std::string_view("object"),
        ".__init_subclass__() takes no keyword arguments");
  }
  return Value::none();
}

Value object_format(Vm& vm, const Arguments& arguments) {
  if (vm.is_string(arguments[1]) && arguments[1].as<String>()->byte_length == 0) return vm.str(arguments[0]);
  return vm.raise(vm.types.type_error, "unsupported format string passed to ", vm.type_name(arguments[0]),
                  ".__format__");
}

Value object_str(Vm& vm, const Arguments& arguments) { return vm.repr(arguments[0]); }

Value object_class(Vm& vm, const Value& self) { return Value::share(vm.class_of(self)); }
Value object_set_class(Vm& vm, const Value& self, const Value& value) {
  if (!vm.is_type(value))
    return vm.raise(vm.types.type_error, "__class__ must be set to a class, not '", vm.type_name(value),
                    "' object");
  Type* type = value.as<Type>();
  Type* old = vm.type_of(self);
  if (!self.is_object() || !type->is_script() || !old->is_script() || type->layout != old->layout ||
      type->basic_size != old->basic_size) {
    return vm.raise(vm.types.type_error,
                    "__class__ assignment only supported for mutable types or ModuleType subclasses");
  }
  ++type->references;
  self.object()->type = type;
  drop_reference(old);
  return Value::none();
}
Value object_dict(Vm& vm, const Value& self) {
  bool hidden = vm.type_of(self)->has_flag(kTypeSlots) &&
                !(vm.type_of(self)->has_flag(kTypeImmutable) && Vm::Internals::in_library(vm));
  Dict* dict = self.is_object() && !hidden ? instance_dict(vm, self.object(), true) : nullptr;
  if (dict == nullptr) return Vm::Internals::missing_attribute(vm, self, vm.names.dunder_dict);
  return Value::share(dict);
}
Value object_set_dict(Vm& vm, const Value& self, const Value& value) {
  if (!vm.is_dict(value))
    return vm.raise(vm.types.type_error, "__dict__ must be set to a dictionary, not a '", vm.type_name(value),
                    "'");
  if (!replace_instance_dict(self.object(), Ref<Dict>::share(value.as<Dict>()))) {
    return Vm::Internals::missing_attribute(vm, self, vm.names.dunder_dict);
  }
  return Value::none();
}

Value object_state(Vm& vm, const Arguments& arguments) {
  const Value& self = arguments[0];
  Dict* dict = self.is_object() ? instance_dict(vm, self.object(), false) : nullptr;
  return dict != nullptr && dict->table.used != 0 ? Value::share(dict) : Value::none();
}

// Pickling is not in the playground.
Value object_reduce(Vm& vm, const Arguments& arguments) {
  return vm.raise(vm.types.type_error, "cannot pickle '", vm.type_name(arguments[0]), "' object");
}

// Bytes as they are here.
Value object_size(Vm& vm, const Arguments& arguments) {
  const Value& self = arguments[0];
  Type* type = vm.type_of(self);
  std::size_t bytes = !self.is_object()             ? sizeof(Value)
                      : type->slots.size != nullptr ? type->slots.size(self.object())
                                                    : type->basic_size;
  return vm.make_int(static_cast<std::int64_t>(bytes));
}

Value object_subclass_hook(Vm&, const Arguments&) { return Value::not_implemented(); }

constexpr NativeSpec kObjectMethods[] = {
    {"__getstate__", object_state},
    {"__reduce__", object_reduce},
    {"__reduce_ex__", object_reduce, 1, 1},
    {"__sizeof__", object_size},
    {"__subclasshook__", object_subclass_hook, 1, 1, kNativeClassMethod},
    {"__init__", object_init, 0, -1, kNativeKeywords},
    {"__init_subclass__", object_init_subclass, 0, -1, kNativeKeywords | kNativeClassMethod},
    {"__format__", object_format, 1, 1},
    {"__str__", object_str, 0, 0},
};
constexpr NativePropertySpec kObjectProperties[] = {
    {"__class__", object_class, object_set_class},
    {"__dict__", object_dict, object_set_dict},
};

}  // namespace

void Vm::Internals::install_object_type(Vm& vm) {
  TypeSlots slots;
  slots.repr = object_repr;
  slots.hash = object_hash;
  slots.compare = object_compare;
  slots.create = object_create;
  // What cannot be made by calling its type must not inherit object's way.
  std::vector<Type*> keep;
  for (Type* subclass : *vm.types.object->subclasses) {
    if (subclass->layout != Layout::kPlain && subclass->slots.create == nullptr) keep.push_back(subclass);
  }
  extend_type(vm, vm.types.object, slots, kObjectMethods, kObjectProperties);
  for (Type* type : keep) forget_create(type);
  for (Type* type : {vm.types.list, vm.types.dict, vm.types.set}) type->slots.hash = nullptr;
  for (Type* type : {vm.types.list, vm.types.dict, vm.types.set}) {
    set_native_attribute(vm, type, "__hash__", Value::none());
  }
  set_native_attribute(vm, vm.types.object, "__doc__", Value::none());
}

void Vm::Internals::install_class_attributes(Vm& vm) {
  TypeSlots slots;
  slots.get_attribute = type_get_attribute;
  slots.set_attribute = type_set_attribute;
  slots.repr = type_repr;
  extend_type(vm, vm.types.type, slots, kTypeMethods, kTypeProperties);
}

void Vm::Internals::publish_builtins(Vm& vm) {
  auto publish = [&](Type* type) {
    if (type != nullptr) dict_set_string(vm, vm.builtins_.get(), type->name, Value::share(type));
  };
  const WellKnownTypes& types = vm.types;
  for (Type* type : {types.object, types.type, types.int_, types.bool_, types.float_, types.str, types.bytes,
                     types.list, types.tuple, types.dict, types.set, types.frozenset, types.slice,
                     types.property, types.static_method, types.class_method, types.super, types.range}) {
    publish(type);
  }
#define LOOPSCOPE_PUBLISH(field, name, base) publish(types.field);
  LOOPSCOPE_EXCEPTION_TYPES(LOOPSCOPE_PUBLISH)
#undef LOOPSCOPE_PUBLISH
  dict_set_string(vm, vm.builtins_.get(), vm.intern("IOError"), Value::share(types.os_error));
  dict_set_string(vm, vm.builtins_.get(), vm.intern("EnvironmentError"), Value::share(types.os_error));
  dict_set_string(vm, vm.builtins_.get(), vm.intern("Ellipsis"), Value::ellipsis());
  dict_set_string(vm, vm.builtins_.get(), vm.intern("NotImplemented"), Value::not_implemented());
  dict_set_string(vm, vm.builtins_.get(), vm.intern("__build_class__"), vm.internals().build_class_function);
  dict_set_string(vm, vm.builtins_.get(), vm.intern("__debug__"), Value::true_value());
  dict_set_string(vm, vm.builtins_.get(), vm.names.dunder_name, vm.intern("builtins"));
}

}  // namespace loopscope::python
