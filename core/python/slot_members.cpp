// The names in __slots__, and member descriptors.
// Not here: which attributes instances may have (vm_attributes.cpp).
#include "core/python/slot_members.h"

#include <algorithm>

#include "core/python/internals.h"

namespace loopscope::python {
namespace {

std::string_view text_of(const Value& string) { return string.as<String>()->view(); }

struct Member : Object {
  Ref<Type> owner;
  Value name;
};

bool fits(Vm& vm, const Member* member, const Value& instance) {
  if (is_subtype(vm.type_of(instance), member->owner.get())) return true;
  vm.raise(vm.types.type_error, "descriptor '", text_of(member->name), "' for '",
           vm.name_of(member->owner.get()), "' objects doesn't apply to a '", vm.type_name(instance),
           "' object");
  return false;
}

Value get(Vm& vm, const Value& self, const Value& instance, Type*) {
  if (instance.is_empty()) return self;
  auto* member = self.as<Member>();
  if (!fits(vm, member, instance)) return {};
  Dict* dict = instance_dict(vm, instance.object(), false);
  const Value* value = dict != nullptr ? dict_find_string(dict, member->name) : nullptr;
  return value != nullptr ? *value : Vm::Internals::missing_attribute(vm, instance, member->name);
}

Value set(Vm& vm, const Value& self, const Value& instance, const Value& value) {
  auto* member = self.as<Member>();
  return fits(vm, member, instance) ? vm.generic_set_attribute(instance, member->name, value) : Value();
}

Value repr(Vm& vm, const Value& self) {
  auto* member = self.as<Member>();
  return vm.make_string("<member '" + std::string(text_of(member->name)) + "' of '" +
                        std::string(vm.name_of(member->owner.get())) + "' objects>");
}

Value name(Vm&, const Value& self) { return self.as<Member>()->name; }
Value owner(Vm&, const Value& self) { return self.as<Member>()->owner.value(); }
Value doc(Vm&, const Value&) { return Value::none(); }

constexpr NativePropertySpec kProperties[] = {{"__name__", name}, {"__objclass__", owner}, {"__doc__", doc}};

Type* member_type(Vm& vm) {
  Ref<Type>& type = vm.internals().member_type;
  if (type) return type.get();
  TypeSpec spec;
  spec.name = "member_descriptor";
  spec.basic_size = sizeof(Member);
  spec.flags = kTypeTracked | kTypeClosed;
  spec.slots.dealloc = [](Heap&, Object* object) {
    static_cast<Member*>(object)->owner.~Ref();
    static_cast<Member*>(object)->name.~Value();
  };
  spec.slots.traverse = [](Object* object, GcVisitor& visitor) {
    visitor.visit(static_cast<Member*>(object)->owner);
  };
  spec.slots.repr = repr;
  spec.slots.descriptor_get = get;
  spec.slots.descriptor_set = set;
  spec.properties = kProperties;
  type = make_type(vm, spec);
  return type.get();
}

}  // namespace

std::span<const Value> slot_names(const Type* type) {
  const Vm& vm = *type->vm;
  const Value* slots = dict_find_string(type->dict.get(), vm.names.dunder_slots);
  if (slots == nullptr) return {};
  if (vm.is_tuple(*slots)) return slots->as<Tuple>()->items();
  if (vm.is_list(*slots)) return slots->as<List>()->span();
  return std::span<const Value>(slots, 1);
}

namespace {

// What stands before a private name that is written in the class: _Name. Empty: the name is not private.
std::string private_prefix(const Type* type, std::string_view text) {
  if (!text.starts_with("__") || text.ends_with("__")) return {};
  std::string_view owner = text_of(type->name);
  owner.remove_prefix(std::min(owner.find_first_not_of('_'), owner.size()));
  return owner.empty() ? std::string() : "_" + std::string(owner);
}

}  // namespace

Value slot_attribute(Vm& vm, const Type* type, const Value& listed) {
  const std::string_view text = text_of(listed);
  return vm.intern(private_prefix(type, text).append(text));
}

const Type* slot_owner(const Type* type, std::string_view name) {
  for (const Value& ancestor : type->mro->items()) {
    const auto* each = ancestor.as<Type>();
    for (const Value& listed : slot_names(each)) {
      if (!type->vm->is_string(listed)) continue;
      std::string_view text = text_of(listed);
      if (text == name || (name.ends_with(text) && private_prefix(each, text).append(text) == name))
        return each;
    }
  }
  return nullptr;
}

bool has_slot(const Type* type, std::string_view name) { return slot_owner(type, name) != nullptr; }

Value slot_member(Vm& vm, Type* type, const Value& name) {
  const Type* owner = slot_owner(type, text_of(name));
  if (owner == nullptr || !owner->is_script() || text_of(name).starts_with("__")) return {};
  auto* member = vm.heap.make<Member>(member_type(vm));
  member->owner = Ref<Type>::share(const_cast<Type*>(owner));
  member->name = vm.intern(name);
  return Value::steal(member);
}

}  // namespace loopscope::python
