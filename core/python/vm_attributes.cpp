// Attributes: the generic way through type, instance and descriptors; the ways that fill inline caches.
// Not here: the caches' fast ways (inline_caches.h), attributes of classes (class_attributes.cpp).
#include <cstring>

#include "core/python/inline_caches.h"
#include "core/python/internals.h"
#include "core/python/library_code.h"

namespace loopscope::python {
namespace {

std::string_view text_of(const Value& string) { return string.as<String>()->view(); }

auto descriptor_get_of(const Value& value) {
  return value.is_object() ? value.object()->type->slots.descriptor_get : nullptr;
}
auto descriptor_set_of(const Value& value) {
  return value.is_object() ? value.object()->type->slots.descriptor_set : nullptr;
}

// Functions that a method call may use without a bound method.
bool is_method_function(const Vm& vm, const Value& value) {
  if (!value.is_object()) return false;
  const Type* type = value.object()->type;
  return type == vm.types.function || type == vm.types.method_descriptor ||
         type == vm.types.wrapper_descriptor;
}

Dict* existing_dict(Vm& vm, const Value& object) {
  return object.is_object() ? instance_dict(vm, object.object(), false) : nullptr;
}

}  // namespace

Value Vm::Internals::missing_attribute(Vm& vm, const Value& owner, const Value& name) {
  Value error;
  if (vm.is_type(owner)) {
    error = vm.make_exception(vm.types.attribute_error,
                              "type object '" + std::string(vm.name_of(owner.as<Type>())) +
                                  "' has no attribute '" + std::string(text_of(name)) + "'");
  } else if (vm.has_layout(owner, Layout::kModule)) {
    error = vm.make_exception(vm.types.attribute_error,
                              "module '" + std::string(text_of(owner.as<Module>()->name)) +
                                  "' has no attribute '" + std::string(text_of(name)) + "'");
  } else {
    // A slot that is empty is told of with the whole name of the class.
    Type* type = vm.type_of(owner);
    bool slot = type->is_script() && has_slot(type, text_of(name));
    error = vm.make_exception(vm.types.attribute_error,
                              "'" + std::string(slot ? text_of(type->qualname) : vm.type_name(owner)) +
                                  "' object has no attribute '" + std::string(text_of(name)) + "'");
  }
  Dict* dict = instance_dict(vm, error.object(), true);
  dict_set_string(vm, dict, vm.names.plain_name, name);
  dict_set_string(vm, dict, vm.names.plain_obj, owner);
  return vm.raise_exception(std::move(error));
}

Value Vm::Internals::call_getattr(Vm& vm, const Value& owner, const Value& name) {
  const Value arguments[] = {name};
  return vm.call_method(owner, vm.names.dunder_getattr, arguments);
}

// The error that its __getattr__ raises gets what CPython's own would have; of an import it becomes another.
Value Vm::Internals::call_module_getattr(Vm& vm, const Value& module, const Value& name, bool importing) {
  const Value function = *dict_find_string(module.as<Module>()->dict.get(), vm.names.dunder_getattr);
  Frame* before = vm.current_fiber() != nullptr ? vm.current_fiber()->frame : nullptr;
  Value value = vm.call(function, name);
  if (!value.is_suspended()) return value;
  const Value held[] = {module, name, Value::boolean(importing)};
  return attach_action(vm, before, FrameReturn::kAttribute, make_tuple(vm, held).value()) ? value : Value();
}

namespace {

// `descriptor` was found on the type; its value for the instance. A property may end in a frame, whose
// AttributeError leads to __getattr__ where that `may_fall_back`.
Value bind_descriptor(Vm& vm, const Value& descriptor, const Value& owner, const Value& name,
                      bool may_fall_back = true) {
  auto* get = descriptor_get_of(descriptor);
  if (get == nullptr) return descriptor;
  Value keep = descriptor;
  Type* type = vm.type_of(owner);
  bool falls_back = may_fall_back && type->has_flag(kTypeOverridesGetAttribute);
  Frame* before = falls_back && vm.current_fiber() != nullptr ? vm.current_fiber()->frame : nullptr;
  Value value = get(vm, keep, owner, type);
  if (!falls_back) return value;
  if (value.is_suspended()) {
    Ref<Tuple> held = make_tuple(vm, 2);
    (*held)[0] = owner;
    (*held)[1] = name;
    if (!Vm::Internals::attach_action(vm, before, FrameReturn::kAttribute, std::move(held).value()))
      return {};
  }
  return value;
}

}  // namespace

Value Vm::generic_get_attribute(const Value& object, const Value& name, bool may_fall_back) {
  Type* type = type_of(object);
  const Value* found = lookup(type, name);
  if (found != nullptr && descriptor_set_of(*found) != nullptr && descriptor_get_of(*found) != nullptr) {
    return bind_descriptor(*this, *found, object, name, may_fall_back);
  }
  if (Dict* dict = existing_dict(*this, object)) {
    if (const Value* value = dict_find_string(dict, name)) return *value;
  }
  if (found != nullptr) return bind_descriptor(*this, *found, object, name, may_fall_back);
  if (may_fall_back && type->has_flag(kTypeOverridesGetAttribute) &&
      lookup(type, names.dunder_getattr) != nullptr) {
    return Internals::call_getattr(*this, object, name);
  }
  if (has_layout(object, Layout::kModule)) {
    if (dict_find_string(object.as<Module>()->dict.get(), names.dunder_getattr) != nullptr)
      return Internals::call_module_getattr(*this, object, name, false);
  }
  return Internals::missing_attribute(*this, object, name);
}

Value Vm::get_attribute(const Value& object, const Value& name) {
  Type* type = type_of(object);
  if (type->slots.get_attribute != nullptr) return type->slots.get_attribute(*this, object, name);
  return generic_get_attribute(object, name);
}

Value Vm::find_attribute(const Value& object, const Value& name) {
  if (object.is_object()) {
    if (Dict* dict = existing_dict(*this, object)) {
      if (const Value* value = dict_find_string(dict, name)) return *value;
    }
  }
  const Value* found = lookup(type_of(object), name);
  if (found == nullptr) return {};
  Value value = bind_descriptor(*this, *found, object, name);
  if (value.is_special()) take_exception();
  return value.is_special() ? Value() : value;
}

Value Vm::generic_set_attribute(const Value& object, const Value& name, const Value& value) {
  Type* type = type_of(object);
  const Value* found = lookup(type, name);
  if (found != nullptr) {
    if (auto* set = descriptor_set_of(*found)) {
      Value keep = *found;
      return set(*this, keep, object, value);
    }
  }
  Dict* dict = object.is_object() ? instance_dict(*this, object.object(), !value.is_empty()) : nullptr;
  if (type->has_flag(kTypeSlots) && !has_slot(type, text_of(name)) &&
      !(type->has_flag(kTypeImmutable) && Internals::in_library(*this)))
    dict = nullptr;
  if (value.is_empty() && type->is_script() && has_slot(type, text_of(name)) &&
      (dict == nullptr || dict_find_string(dict, name) == nullptr)) {
    return raise_with(types.attribute_error, name);
  }
  if (dict == nullptr) {
    if (found != nullptr) {
      return raise(types.attribute_error, "'", type_name(object), "' object attribute '", text_of(name),
                   "' is read-only");
    }
    if ((type->has_flag(kTypeHasDict) && !type->has_flag(kTypeSlots)) || type->slots.set_attribute != nullptr)
      return Internals::missing_attribute(*this, object, name);
    return raise(types.attribute_error, "'", type_name(object), "' object has no attribute '", text_of(name),
                 "' and no __dict__ for setting new attributes");
  }
  if (!value.is_empty()) {
    dict_set_string(*this, dict, intern(name), value);
    return Value::none();
  }
  TableResult removed = dict_remove(*this, dict, name);
  if (removed == TableResult::kMissing) return Internals::missing_attribute(*this, object, name);
  return removed == TableResult::kFound ? Value::none() : Value();
}

Value Vm::set_attribute(const Value& object, const Value& name, const Value& value) {
  Type* type = type_of(object);
  if (type->slots.set_attribute != nullptr) return type->slots.set_attribute(*this, object, name, value);
  return generic_set_attribute(object, name, value);
}

namespace {

void fill_cache(Word* cache, const Type* type, CachedKind kind, std::uint64_t payload) {
  cache[0] = type->version;
  cache[1] = kind << 24 | (kind == kCachedInstance ? static_cast<std::uint32_t>(payload) : 0);
  if (kind != kCachedInstance) std::memcpy(cache + 2, &payload, sizeof(payload));
}

// Looks for a plain answer that the inline cache can give next time. Null: the generic way must be taken.
const Value* find_cacheable(Vm& vm, const Value& owner, const Value& name, Word* cache, bool* is_method) {
  *is_method = false;
  Type* type = vm.type_of(owner);
  if (!owner.is_object() || type->slots.get_attribute != nullptr) return nullptr;
  bool dict_is_reachable = type->dict_offset != 0 || !type->has_flag(kTypeHasDict);
  const Value* found = lookup(type, name);
  if (found != nullptr && descriptor_set_of(*found) != nullptr) return nullptr;
  if (Dict* dict = existing_dict(vm, owner)) {
    if (HashTable::Entry* entry = dict->table.find_string(name.as<String>())) {
      auto index = static_cast<std::size_t>(entry - dict->table.entries);
      if (dict_is_reachable && index < kLargestHint && entry->key.is(name)) {
        fill_cache(cache, type, kCachedInstance, index);
      }
      return &entry->value;
    }
  }
  if (found == nullptr) return nullptr;
  *is_method = is_method_function(vm, *found);
  if (!*is_method && descriptor_get_of(*found) != nullptr) return nullptr;
  if (dict_is_reachable) fill_cache(cache, type, *is_method ? kCachedMethod : kCachedClass, found->bits());
  return found;
}

}  // namespace

Value Vm::Internals::load_attribute(Vm& vm, const Value& owner, const Value& name, Word* cache) {
  bool is_method = false;
  Word scratch[4];
  std::memcpy(scratch, cache, sizeof(scratch));
  const Value* found = find_cacheable(vm, owner, name, scratch, &is_method);
  // A method without a call makes a bound method each time: nothing to keep.
  if (found == nullptr || is_method) return vm.get_attribute(owner, name);
  std::memcpy(cache, scratch, sizeof(scratch));
  return *found;
}

Value Vm::Internals::load_method(Vm& vm, const Value& owner, const Value& name, Value* self, Word* cache) {
  bool is_method = false;
  if (const Value* found = find_cacheable(vm, owner, name, cache, &is_method)) {
    if (is_method) *self = owner;
    return *found;
  }
  if (!owner.is_object() && vm.type_of(owner)->slots.get_attribute == nullptr) {
    const Value* found = lookup(vm.type_of(owner), name);
    if (found != nullptr && is_method_function(vm, *found)) {
      *self = owner;
      return *found;
    }
  }
  return vm.get_attribute(owner, name);
}

Value Vm::Internals::store_attribute(Vm& vm, const Value& owner, const Value& name, const Value& value,
                                     Word* cache) {
  Type* type = vm.type_of(owner);
  if (type->slots.set_attribute != nullptr) return type->slots.set_attribute(vm, owner, name, value);
  Value done = vm.generic_set_attribute(owner, name, value);
  if (done.is_special() || type->dict_offset == 0) return done;
  const Value* found = lookup(type, name);
  if (found != nullptr && descriptor_set_of(*found) != nullptr) return done;
  Dict* dict = existing_dict(vm, owner);
  HashTable::Entry* entry = dict != nullptr ? dict->table.find_string(name.as<String>()) : nullptr;
  if (entry != nullptr && entry->key.is(name)) {
    cache[0] = type->version;
    cache[1] = static_cast<Word>(entry - dict->table.entries);
  }
  return done;
}

Value Vm::Internals::load_global(Vm& vm, Function* function, const Value& name, Word* cache) {
  Dict* globals = function->globals.get();
  if (HashTable::Entry* entry = globals->table.find_string(name.as<String>())) {
    if (entry->key.is(name)) {
      cache[0] = static_cast<Word>(entry - globals->table.entries);
    }
    return entry->value;
  }
  const HashTable& builtins = vm.builtins_->table;
  if (HashTable::Entry* entry = builtins.find_string(name.as<String>())) {
    if (entry->key.is(name)) {
      cache[0] = static_cast<Word>(entry - builtins.entries) | kBuiltinHint;
      cache[1] = globals->keys_version;
    }
    return entry->value;
  }
  return rare_builtin(vm, name);
}

Value Vm::Internals::rare_builtin(Vm& vm, const Value& name) {
  for (std::string_view type : {"bytearray", "complex", "memoryview"}) {
    if (text_of(name) != type) continue;
    Value found = load_library_function(vm, "rare_types", type);
    if (!found.is_empty()) dict_set_string(vm, vm.builtins_.get(), name, found);
    return found;
  }
  Value error =
      vm.make_exception(vm.types.name_error, "name '" + std::string(text_of(name)) + "' is not defined");
  dict_set_string(vm, instance_dict(vm, error.object(), true), vm.names.plain_name, name);
  return vm.raise_exception(std::move(error));
}

// CPython names the variable, for "Did you mean", in NameErrors only.
void Vm::Internals::raise_unbound(Vm& vm, const CodeObject* code, std::uint32_t slot) {
  const std::string name(text_of(code->slot_names[slot]));
  if (code->is(kCodeFunction)) {
    vm.raise(vm.types.unbound_local_error, "cannot access local variable '", name,
             "' where it is not associated with a value");
    return;
  }
  Value error = vm.make_exception(vm.types.name_error, "name '" + name + "' is not defined");
  dict_set_string(vm, instance_dict(vm, error.object(), true), vm.names.plain_name, code->slot_names[slot]);
  vm.raise_exception(std::move(error));
}

void Vm::Internals::raise_unbound_cell(Vm& vm, const CodeObject* code, std::uint32_t slot) {
  if (slot < code->slot_count - code->free_count) {
    raise_unbound(vm, code, slot);
    return;
  }
  Value error = vm.make_exception(
      vm.types.name_error, "cannot access free variable '" + std::string(text_of(code->slot_names[slot])) +
                               "' where it is not associated with a value in enclosing scope");
  dict_set_string(vm, instance_dict(vm, error.object(), true), vm.names.plain_name, code->slot_names[slot]);
  vm.raise_exception(std::move(error));
}

}  // namespace loopscope::python
