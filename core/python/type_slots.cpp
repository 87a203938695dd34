// Slots of script classes: each calls the dunder method that the class has; put in place when a class is made
// or changed. Not here: binary operators and comparisons (script_operators.cpp reads the methods itself).
#include "core/python/internals.h"

namespace loopscope::python {
namespace {

// The method as found on the class; it is there, or the slot would not be.
Value method_of(Vm& vm, const Value& self, const Value& name) {
  const Value* found = lookup(vm.type_of(self), name);
  return found != nullptr ? *found : Value::none();
}

Value call_on(Vm& vm, FrameReturn action, Value held, const Value& self, const Value& name,
              std::initializer_list<Value> arguments) {
  Value method = method_of(vm, self, name);
  std::vector<Value> values;
  values.reserve(arguments.size() + 1);
  if (auto* get = method.is_object() ? method.object()->type->slots.descriptor_get : nullptr;
      get != nullptr && !vm.has_layout(method, Layout::kFunction)) {
    method = get(vm, method, self, vm.type_of(self));
    if (method.is_special()) return method;
  } else if (get != nullptr) {
    values.push_back(self);
  }
  values.insert(values.end(), arguments.begin(), arguments.end());
  return Vm::Internals::call_for(vm, action, std::move(held), method, std::span<const Value>(values));
}

Value script_repr(Vm& vm, const Value& self) {
  return call_on(vm, FrameReturn::kString, vm.names.dunder_repr, self, vm.names.dunder_repr, {});
}
Value script_str(Vm& vm, const Value& self) {
  return call_on(vm, FrameReturn::kString, vm.names.dunder_str, self, vm.names.dunder_str, {});
}
// str() of a class that has __repr__ only.
Value script_str_by_repr(Vm& vm, const Value& self) {
  return call_on(vm, FrameReturn::kString, vm.names.dunder_str, self, vm.names.dunder_repr, {});
}
Value script_format(Vm& vm, const Value& self, const Value& spec) {
  return call_on(vm, FrameReturn::kString, vm.names.dunder_format, self, vm.names.dunder_format, {spec});
}
Value script_hash(Vm& vm, const Value& self) {
  return call_on(vm, FrameReturn::kHash, Value(), self, vm.names.dunder_hash, {});
}
Value script_truth(Vm& vm, const Value& self) {
  return call_on(vm, FrameReturn::kTruth, Value(), self, vm.names.dunder_bool, {});
}
Value script_truth_by_length(Vm& vm, const Value& self) {
  return call_on(vm, FrameReturn::kLengthTruth, Value(), self, vm.names.dunder_len, {});
}
Value script_length(Vm& vm, const Value& self) {
  return call_on(vm, FrameReturn::kLength, Value(), self, vm.names.dunder_len, {});
}
Value script_iterate(Vm& vm, const Value& self) {
  return call_on(vm, FrameReturn::kIterator, Value(), self, vm.names.dunder_iter, {});
}
Value script_next(Vm& vm, const Value& self) {
  return call_on(vm, FrameReturn::kPush, Value(), self, vm.names.dunder_next, {});
}
Value script_get_item(Vm& vm, const Value& self, const Value& key) {
  return call_on(vm, FrameReturn::kPush, Value(), self, vm.names.dunder_getitem, {key});
}
Value script_set_item(Vm& vm, const Value& self, const Value& key, const Value& value) {
  const Value& name = value.is_empty() ? vm.names.dunder_delitem : vm.names.dunder_setitem;
  if (lookup(vm.type_of(self), name) == nullptr) return vm.raise_with(vm.types.attribute_error, name);
  return value.is_empty() ? call_on(vm, FrameReturn::kPush, Value(), self, name, {key})
                          : call_on(vm, FrameReturn::kPush, Value(), self, name, {key, value});
}
Value script_contains(Vm& vm, const Value& self, const Value& item) {
  return call_on(vm, FrameReturn::kContains, Value(), self, vm.names.dunder_contains, {item});
}
Value script_get_attribute(Vm& vm, const Value& self, const Value& name) {
  Ref<Tuple> held = make_tuple(vm, 2);
  (*held)[0] = self;
  (*held)[1] = name;
  return call_on(vm, FrameReturn::kAttribute, std::move(held).value(), self, vm.names.dunder_getattribute,
                 {name});
}
Value script_set_attribute(Vm& vm, const Value& self, const Value& name, const Value& value) {
  return value.is_empty()
             ? call_on(vm, FrameReturn::kPush, Value(), self, vm.names.dunder_delattr, {name})
             : call_on(vm, FrameReturn::kPush, Value(), self, vm.names.dunder_setattr, {name, value});
}
Value script_get(Vm& vm, const Value& self, const Value& instance, Type* owner) {
  return call_on(vm, FrameReturn::kPush, Value(), self, vm.names.dunder_get,
                 {instance.is_empty() ? Value::none() : instance, Value::share(owner)});
}
Value script_set(Vm& vm, const Value& self, const Value& instance, const Value& value) {
  const Value& name = value.is_empty() ? vm.names.dunder_delete : vm.names.dunder_set;
  if (lookup(vm.type_of(self), name) == nullptr) return vm.raise_with(vm.types.attribute_error, name);
  return value.is_empty() ? call_on(vm, FrameReturn::kPush, Value(), self, name, {instance})
                          : call_on(vm, FrameReturn::kPush, Value(), self, name, {instance, value});
}
Value script_await(Vm& vm, const Value& self) {
  return call_on(vm, FrameReturn::kAwaitable, Value(), self, vm.names.dunder_await, {});
}
Value script_async_iterate(Vm& vm, const Value& self) {
  return call_on(vm, FrameReturn::kIterator, Value::true_value(), self, vm.names.dunder_aiter, {});
}
Value script_async_next(Vm& vm, const Value& self) {
  return call_on(vm, FrameReturn::kPush, Value(), self, vm.names.dunder_anext, {});
}
Value script_unary(Vm& vm, UnaryOperator op, const Value& self) {
  const Value& name = op == UnaryOperator::kNegative   ? vm.names.dunder_neg
                      : op == UnaryOperator::kPositive ? vm.names.dunder_pos
                                                       : vm.names.dunder_invert;
  if (lookup(vm.type_of(self), name) == nullptr) return Value::not_implemented();
  return call_on(vm, FrameReturn::kPush, Value(), self, name, {});
}
Value script_call(Vm& vm, const Value& self, const Arguments& arguments) {
  Value method = method_of(vm, self, vm.names.dunder_call);
  if (auto* get = method.is_object() ? method.object()->type->slots.descriptor_get : nullptr) {
    method = get(vm, method, self, vm.type_of(self));
    if (method.is_special()) return method;
  }
  return vm.call(method, arguments);
}
Value unhashable(Vm& vm, const Value& self) {
  return vm.raise(vm.types.type_error, "unhashable type: '", vm.type_name(self), "'");
}

bool finalize_instance(Heap& heap, Object* object) {
  // Once per object: the second time its memory really goes.
  Vm& vm = *object->type->vm;
  if (!vm.internals().finalized.insert(object).second) {
    // The collector asks, too, while there are references.
    if (object->references == 0) vm.internals().finalized.erase(object);
    return false;
  }
  heap.queue_finalizer(Value::share(object));
  return true;
}

// What a class has under a name in the script; natives' own methods are reached through the inherited slots.
bool has_own(Vm& vm, Type* type, const Value& name, bool* is_none = nullptr) {
  const Value* found = lookup(type, name);
  if (found == nullptr) return false;
  if (vm.has_layout(*found, Layout::kNativeFunction)) {
    const Type* owner = found->as<NativeFunction>()->owner.get();
    std::string_view own_name = found->as<NativeFunction>()->spec->name;
    if (owner != nullptr && is_subtype(type, owner) && own_name == name.as<String>()->view()) return false;
  }
  if (is_none != nullptr) *is_none = found->is_none();
  return true;
}

}  // namespace

void Vm::Internals::update_slots(Vm& vm, Type* type) {
  Type* native = type;
  while (native->is_script()) native = native->base.get();
  TypeSlots slots = native->slots;
  // Of several exceptions that are bases (KeyError and AttributeError) the first one says how the text looks.
  for (std::size_t i = 1; native->layout == Layout::kException && i < type->mro->size; ++i) {
    const Type* ancestor = (*type->mro)[i].as<Type>();
    if (ancestor->is_script()) continue;
    slots.str = ancestor->slots.str;
    break;
  }
  const WellKnownNames& names = vm.names;
#define LOOPSCOPE_SCRIPT_SLOT(slot, name, function) \
  if (has_own(vm, type, names.dunder_##name)) slots.slot = function
  LOOPSCOPE_SCRIPT_SLOT(repr, repr, script_repr);
  LOOPSCOPE_SCRIPT_SLOT(str, str, script_str);
  LOOPSCOPE_SCRIPT_SLOT(format, format, script_format);
  LOOPSCOPE_SCRIPT_SLOT(length, len, script_length);
  LOOPSCOPE_SCRIPT_SLOT(iterate, iter, script_iterate);
  LOOPSCOPE_SCRIPT_SLOT(next, next, script_next);
  LOOPSCOPE_SCRIPT_SLOT(get_item, getitem, script_get_item);
  LOOPSCOPE_SCRIPT_SLOT(set_item, setitem, script_set_item);
  LOOPSCOPE_SCRIPT_SLOT(set_item, delitem, script_set_item);
  LOOPSCOPE_SCRIPT_SLOT(contains, contains, script_contains);
  LOOPSCOPE_SCRIPT_SLOT(get_attribute, getattribute, script_get_attribute);
  LOOPSCOPE_SCRIPT_SLOT(set_attribute, setattr, script_set_attribute);
  LOOPSCOPE_SCRIPT_SLOT(set_attribute, delattr, script_set_attribute);
  LOOPSCOPE_SCRIPT_SLOT(descriptor_get, get, script_get);
  LOOPSCOPE_SCRIPT_SLOT(descriptor_set, set, script_set);
  LOOPSCOPE_SCRIPT_SLOT(descriptor_set, delete, script_set);
  LOOPSCOPE_SCRIPT_SLOT(await, await, script_await);
  LOOPSCOPE_SCRIPT_SLOT(async_iterate, aiter, script_async_iterate);
  LOOPSCOPE_SCRIPT_SLOT(async_next, anext, script_async_next);
  LOOPSCOPE_SCRIPT_SLOT(call, call, script_call);
  LOOPSCOPE_SCRIPT_SLOT(unary, neg, script_unary);
  LOOPSCOPE_SCRIPT_SLOT(unary, pos, script_unary);
  LOOPSCOPE_SCRIPT_SLOT(unary, invert, script_unary);
#undef LOOPSCOPE_SCRIPT_SLOT
  if (has_own(vm, type, names.dunder_bool)) {
    slots.truth = script_truth;
  } else if (native->layout != Layout::kInteger && native->layout != Layout::kFloat &&
             has_own(vm, type, names.dunder_len)) {
    slots.truth = script_truth_by_length;
  }
  if (slots.str == nullptr && slots.repr == script_repr) slots.str = script_str_by_repr;
  bool hash_is_none = false;
  if (has_own(vm, type, names.dunder_hash, &hash_is_none))
    slots.hash = hash_is_none ? unhashable : script_hash;
  bool iter_is_none = false;
  if (has_own(vm, type, names.dunder_iter, &iter_is_none) && iter_is_none) slots.iterate = nullptr;
  bool contains_is_none = false;
  if (has_own(vm, type, names.dunder_contains, &contains_is_none) && contains_is_none)
    slots.contains = nullptr;
  if (slots.iterate == script_iterate && !has_own(vm, type, names.dunder_contains)) {
    slots.contains = native->slots.iterate == nullptr ? nullptr : native->slots.contains;
  }
  type->slots = slots;
  type->flags &= ~(kTypeOverridesGetAttribute | kTypeHasFinalizer | kTypeAbstract);
  const Value* abstract = lookup(type, vm.intern("__abstractmethods__"));
  if (abstract != nullptr && vm.has_layout(*abstract, Layout::kSet) && abstract->as<Set>()->table.used != 0) {
    type->flags |= kTypeAbstract;
  }
  if (lookup(type, names.dunder_getattr) != nullptr || slots.get_attribute == script_get_attribute) {
    type->flags |= kTypeOverridesGetAttribute;
  }
  if (native->has_flag(kTypeHasFinalizer)) {
    type->flags |= kTypeHasFinalizer;
    type->finalize = native->finalize;
  }
  if (lookup(type, names.dunder_del) != nullptr) {
    type->flags |= kTypeHasFinalizer;
    type->finalize = finalize_instance;
  }
  const Value* init = lookup(type, names.dunder_init);
  type->script_init = init != nullptr && has_own(vm, type, names.dunder_init) ? *init : Value();
  const Value* create = lookup(type, names.dunder_new);
  type->script_new = create != nullptr && has_own(vm, type, names.dunder_new) ? *create : Value();
  for (Type* subclass : *type->subclasses) update_slots(vm, subclass);
}

}  // namespace loopscope::python
