// Descriptors: property, staticmethod, classmethod, computed attributes of natives, and super.
// Not here: functions as descriptors (function_types.cpp).
#include "core/python/default_repr.h"
#include "core/python/internals.h"
#include "core/python/types/slices.h"

namespace loopscope::python {
namespace {

std::string_view text_of(const Value& string) { return string.as<String>()->view(); }
Value or_none(const Value& value) { return value.is_empty() ? Value::none() : value; }
Property* property_of(const Value& value) { return value.as<Property>(); }

void drop_property(Heap&, Object* object) {
  auto* property = static_cast<Property*>(object);
  for (Value* value :
       {&property->get, &property->set, &property->del, &property->docstring, &property->name}) {
    value->~Value();
  }
}
void visit_property(Object* object, GcVisitor& visitor) {
  auto* property = static_cast<Property*>(object);
  for (const Value* value : {&property->get, &property->set, &property->del, &property->docstring}) {
    visitor.visit(*value);
  }
}

// ---- property ----

Value create_property(Vm& vm, Type* type, const Arguments& arguments) {
  Value bound[4];
  if (!bind_arguments(vm, arguments, "property", "fget=, fset=, fdel=, doc=", bound)) return {};
  Value self = vm.make_instance(type);
  auto* property = property_of(self);
  Value* places[] = {&property->get, &property->set, &property->del, &property->docstring};
  for (int i = 0; i < 4; ++i) {
    if (!bound[i].is_none()) *places[i] = bound[i];
  }
  if (property->docstring.is_empty() && vm.has_layout(property->get, Layout::kFunction)) {
    property->docstring = property->get.as<Function>()->docstring;
  }
  return self;
}

std::string accessor_error(Vm& vm, const Value& self, const Value& instance, std::string_view what) {
  const Value& name = property_of(self)->name;
  std::string text = "property";
  if (!name.is_empty()) text += " '" + std::string(text_of(name)) + "'";
  return text + " of '" + std::string(text_of(vm.type_of(instance)->qualname)) + "' object has no " +
         std::string(what);
}

Value property_get(Vm& vm, const Value& self, const Value& instance, Type*) {
  if (instance.is_empty()) return self;
  const Value& get = property_of(self)->get;
  if (get.is_empty()) return vm.raise(vm.types.attribute_error, accessor_error(vm, self, instance, "getter"));
  Value function = get;
  return vm.call(function, instance);
}

Value property_set(Vm& vm, const Value& self, const Value& instance, const Value& value) {
  Value function = value.is_empty() ? property_of(self)->del : property_of(self)->set;
  if (function.is_empty()) {
    return vm.raise(vm.types.attribute_error,
                    accessor_error(vm, self, instance, value.is_empty() ? "deleter" : "setter"));
  }
  return value.is_empty() ? vm.call(function, instance) : vm.call(function, instance, value);
}

Value copy_property(Vm& vm, const Value& self) {
  Value copy = vm.make_instance(self.object()->type);
  auto* from = property_of(self);
  auto* to = property_of(copy);
  to->get = from->get;
  to->set = from->set;
  to->del = from->del;
  to->docstring = from->docstring;
  to->name = from->name;
  return copy;
}
Value property_getter(Vm& vm, const Arguments& arguments) {
  Value copy = copy_property(vm, arguments[0]);
  property_of(copy)->get = arguments[1];
  return copy;
}
Value property_setter(Vm& vm, const Arguments& arguments) {
  Value copy = copy_property(vm, arguments[0]);
  property_of(copy)->set = arguments[1];
  return copy;
}
Value property_deleter(Vm& vm, const Arguments& arguments) {
  Value copy = copy_property(vm, arguments[0]);
  property_of(copy)->del = arguments[1];
  return copy;
}
Value property_set_name(Vm&, const Arguments& arguments) {
  property_of(arguments[0])->name = arguments[2];
  return Value::none();
}
Value property_fget(Vm&, const Value& self) { return or_none(property_of(self)->get); }
Value property_fset(Vm&, const Value& self) { return or_none(property_of(self)->set); }
Value property_fdel(Vm&, const Value& self) { return or_none(property_of(self)->del); }
Value property_doc(Vm&, const Value& self) { return or_none(property_of(self)->docstring); }

constexpr NativeSpec kPropertyMethods[] = {
    {"getter", property_getter, 1, 1},
    {"setter", property_setter, 1, 1},
    {"deleter", property_deleter, 1, 1},
    {"__set_name__", property_set_name, 2, 2},
};
constexpr NativePropertySpec kPropertyProperties[] = {
    {"fget", property_fget, nullptr},
    {"fset", property_fset, nullptr},
    {"fdel", property_fdel, nullptr},
    {"__doc__", property_doc, nullptr},
};

// ---- staticmethod, classmethod ----

Value create_wrapper(Vm& vm, Type* type, const Arguments& arguments) {
  if (arguments.keyword_count != 0) {
    return vm.raise(vm.types.type_error, vm.name_of(type), "() takes no keyword arguments");
  }
  if (arguments.size() != 1) {
    return vm.raise(vm.types.type_error, vm.name_of(type), " expected 1 argument, got ",
                    std::to_string(arguments.size()));
  }
  Value self = vm.make_instance(type);
  property_of(self)->get = arguments[0];
  return self;
}
Value static_get(Vm&, const Value& self, const Value&, Type*) { return property_of(self)->get; }
Value static_call(Vm& vm, const Value& self, const Arguments& arguments) {
  Value function = property_of(self)->get;
  return vm.call(function, arguments);
}
Value class_get(Vm& vm, const Value& self, const Value&, Type* owner) {
  Value function = property_of(self)->get;
  if (vm.has_layout(function, Layout::kFunction) || vm.has_layout(function, Layout::kNativeFunction)) {
    return vm.make_bound_method(function, Value::share(owner));
  }
  if (auto* get = function.is_object() ? function.object()->type->slots.descriptor_get : nullptr) {
    return get(vm, function, Value::share(owner), vm.types.type);
  }
  return vm.make_bound_method(function, Value::share(owner));
}
Value wrapper_repr(Vm& vm, const Value& self) {
  Vm::NativeOnly scope(vm);
  Value inner = vm.repr(property_of(self)->get);
  std::string text = inner.is_special() ? std::string("...") : std::string(text_of(inner));
  return vm.make_string("<" + std::string(vm.type_name(self)) + "(" + text + ")>");
}
Value wrapped_function(Vm&, const Value& self) { return property_of(self)->get; }

constexpr NativePropertySpec kWrapperProperties[] = {
    {"__func__", wrapped_function, nullptr},
    {"__wrapped__", wrapped_function, nullptr},
};

// ---- computed attributes of natives ----

void drop_native_property(Heap&, Object* object) { static_cast<NativeProperty*>(object)->owner.~Ref(); }
void visit_native_property(Object* object, GcVisitor& visitor) {
  visitor.visit(static_cast<NativeProperty*>(object)->owner);
}
Value native_property_get(Vm& vm, const Value& self, const Value& instance, Type*) {
  if (instance.is_empty()) return self;
  auto* property = self.as<NativeProperty>();
  if (!is_subtype(vm.type_of(instance), property->owner.get())) {
    return vm.raise(vm.types.type_error, "descriptor '", property->spec->name, "' for '",
                    vm.name_of(property->owner.get()), "' objects doesn't apply to a '",
                    vm.type_name(instance), "' object");
  }
  return property->spec->get(vm, instance);
}
Value native_property_set(Vm& vm, const Value& self, const Value& instance, const Value& value) {
  auto* property = self.as<NativeProperty>();
  if (property->spec->set == nullptr) {
    return vm.raise(vm.types.attribute_error, "attribute '", property->spec->name, "' of '",
                    vm.name_of(property->owner.get()), "' objects is not writable");
  }
  if (value.is_empty() && property->spec->set != refuse_write) {
    return vm.raise(vm.types.attribute_error, "attribute '", property->spec->name, "' of '",
                    vm.name_of(property->owner.get()), "' objects cannot be deleted");
  }
  return property->spec->set(vm, instance, value);
}
Value native_property_name(Vm& vm, const Value& self) {
  return vm.intern(self.as<NativeProperty>()->spec->name);
}
constexpr NativePropertySpec kNativeProperties[] = {{"__name__", native_property_name, nullptr}};
Value native_property_repr(Vm& vm, const Value& self) {
  auto* property = self.as<NativeProperty>();
  return vm.make_string(std::string("<attribute '") + property->spec->name + "' of '" +
                        std::string(vm.name_of(property->owner.get())) + "' objects>");
}

// ---- super ----

void drop_super(Heap&, Object* object) {
  auto* self = static_cast<SuperObject*>(object);
  self->type.~Ref();
  self->object.~Value();
  self->object_type.~Ref();
}
void visit_super(Object* object, GcVisitor& visitor) {
  auto* self = static_cast<SuperObject*>(object);
  visitor.visit(self->type);
  visitor.visit(self->object);
  visitor.visit(self->object_type);
}

// super() without arguments: the class from the cell __class__, the object from the first parameter.
bool find_implicit(Vm& vm, Value* type, Value* object) {
  Frame* frame = vm.current_fiber()->frame;
  const CodeObject* code = frame->code;
  if (code->parameter_count == 0) {
    vm.raise(vm.types.runtime_error, "super(): no arguments");
    return false;
  }
  Value first = frame->slots()[0];
  if (vm.is_exact(first, vm.types.cell)) first = Value(first.as<Cell>()->content);
  if (first.is_empty()) {
    vm.raise(vm.types.runtime_error, "super(): arg[0] deleted");
    return false;
  }
  for (std::uint32_t slot = code->slot_count - code->free_count; slot < code->slot_count; ++slot) {
    if (!code->slot_names[slot].is(vm.names.dunder_class)) continue;
    *type = frame->slots()[slot].as<Cell>()->content;
    *object = std::move(first);
    if (!type->is_empty()) return true;
    vm.raise(vm.types.runtime_error, "super(): empty __class__ cell");
    return false;
  }
  vm.raise(vm.types.runtime_error, "super(): __class__ cell not found");
  return false;
}

Value create_super(Vm& vm, Type* super_type, const Arguments& arguments) {
  if (arguments.keyword_count != 0) {
    return vm.raise(vm.types.type_error, "super() takes no keyword arguments");
  }
  if (arguments.size() > 2) {
    return vm.raise(vm.types.type_error, "super() expected at most 2 arguments, got ",
                    std::to_string(arguments.size()));
  }
  Value type;
  Value object;
  if (arguments.size() == 0) {
    if (!find_implicit(vm, &type, &object)) return {};
  } else {
    type = arguments[0];
    if (arguments.size() > 1) object = arguments[1];
  }
  if (!vm.is_type(type)) {
    return vm.raise(vm.types.type_error, "super() argument 1 must be a type, not ", vm.type_name(type));
  }
  Value made = vm.make_instance(super_type);
  auto* self = made.as<SuperObject>();
  self->type = Ref<Type>::share(type.as<Type>());
  self->object = object;
  if (object.is_empty()) return made;
  if (vm.is_type(object) && is_subtype(object.as<Type>(), type.as<Type>())) {
    self->object_type = Ref<Type>::share(object.as<Type>());
  } else if (is_subtype(vm.type_of(object), type.as<Type>())) {
    self->object_type = Ref<Type>::share(vm.type_of(object));
  } else {
    return vm.raise(vm.types.type_error, "super(type, obj): obj (",
                    vm.is_type(object) ? "type " : "instance of ",
                    vm.is_type(object) ? vm.name_of(object.as<Type>()) : vm.type_name(object),
                    ") is not an instance or subtype of type (", vm.name_of(type.as<Type>()), ").");
  }
  return made;
}

Value super_get_attribute(Vm& vm, const Value& self, const Value& name) {
  auto* super = self.as<SuperObject>();
  if (super->object_type && !name.is(vm.names.dunder_class)) {
    const Tuple& order = *super->object_type->mro;
    std::size_t position = 0;
    while (position < order.size && order[position].object() != super->type.get()) ++position;
    for (++position; position < order.size; ++position) {
      const Value* found = dict_find_string(order[position].as<Type>()->dict.get(), name);
      if (found == nullptr) continue;
      Value keep = *found;
      auto* get = keep.is_object() ? keep.object()->type->slots.descriptor_get : nullptr;
      if (get == nullptr) return keep;
      bool through_class = super->object.is_object() && super->object.object() == super->object_type.get();
      Value instance = through_class ? Value() : super->object;
      return get(vm, keep, instance, super->object_type.get());
    }
  }
  const Value* own = lookup(vm.types.super, name);
  if (own != nullptr) return vm.generic_get_attribute(self, name);
  return vm.raise(vm.types.attribute_error, "'super' object has no attribute '", text_of(name), "'");
}

Value super_repr(Vm& vm, const Value& self) {
  auto* super = self.as<SuperObject>();
  std::string text = "<super: <class '" + std::string(vm.name_of(super->type.get())) + "'>, ";
  text +=
      super->object_type ? "<" + std::string(vm.name_of(super->object_type.get())) + " object>>" : "NULL>";
  return vm.make_string(text);
}

}  // namespace

void Vm::Internals::install_descriptor_types(Vm& vm) {
  TypeSlots common;
  common.dealloc = drop_property;
  common.traverse = visit_property;
  TypeSlots property = common;
  property.create = create_property;
  property.descriptor_get = property_get;
  property.descriptor_set = property_set;
  extend_type(vm, vm.types.property, property, kPropertyMethods, kPropertyProperties);
  TypeSlots wrapper = common;
  wrapper.create = create_wrapper;
  wrapper.descriptor_get = static_get;
  wrapper.call = static_call;
  wrapper.repr = wrapper_repr;
  extend_type(vm, vm.types.static_method, wrapper, {}, kWrapperProperties);
  wrapper.descriptor_get = class_get;
  wrapper.call = nullptr;
  extend_type(vm, vm.types.class_method, wrapper, {}, kWrapperProperties);
  TypeSlots native;
  native.dealloc = drop_native_property;
  native.traverse = visit_native_property;
  native.descriptor_get = native_property_get;
  native.descriptor_set = native_property_set;
  native.repr = native_property_repr;
  extend_type(vm, vm.types.native_property, native, {}, kNativeProperties);
  TypeSlots super;
  super.dealloc = drop_super;
  super.traverse = visit_super;
  super.create = create_super;
  super.get_attribute = super_get_attribute;
  super.repr = super_repr;
  extend_type(vm, vm.types.super, super, {});
}

}  // namespace loopscope::python
