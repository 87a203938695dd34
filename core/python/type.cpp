// Types: lookups along the method resolution order and their cache, instances' dicts, changing class
// attributes. Not here: making types (native.cpp, class_build.cpp), their slots for script methods
// (type_slots.cpp).
#include "core/python/type.h"

#include <algorithm>

#include "core/python/internals.h"
#include "core/python/vm.h"

namespace loopscope::python {

Type* type_of(const Vm& vm, const Value& value) {
  if (value.is_object()) return value.object()->type;
  if (value.is_small_int()) return vm.types.int_;
  if (value.is_double()) return vm.types.float_;
  switch (value.bits()) {
    case Value::kTrueBits:
    case Value::kFalseBits:
      return vm.types.bool_;
    case Value::kNoneBits:
      return vm.types.none_type;
    case Value::kEllipsisBits:
      return vm.types.ellipsis_type;
    case Value::kNotImplementedBits:
      return vm.types.not_implemented_type;
    default:
      return vm.types.object;
  }
}

const Value* lookup(Type* type, const Value& name) {
  auto& cache = type->vm->internals().lookups;
  auto slot = (static_cast<std::size_t>(name.bits() >> 4) ^ type->version * std::size_t{31}) %
              Vm::Internals::kCachedLookups;
  auto& cached = cache[slot];
  if (cached.version == type->version && cached.name == name.bits()) return cached.found;
  const Value* found = nullptr;
  for (const Value& ancestor : type->mro->items()) {
    found = dict_find_string(ancestor.as<Type>()->dict.get(), name);
    if (found != nullptr) break;
  }
  cached = {type->version, name.bits(), found};
  return found;
}

bool is_subtype(const Type* type, const Type* ancestor) {
  if (type == ancestor) return true;
  for (const Value& candidate : type->mro->items()) {
    if (candidate.object() == ancestor) return true;
  }
  return false;
}

namespace {

Ref<Dict>* dict_place(Object* object) {
  Type* type = object->type;
  char* start = reinterpret_cast<char*>(object);
  if (type->dict_offset != 0) return reinterpret_cast<Ref<Dict>*>(start + type->dict_offset);
  if (!type->has_flag(kTypeHasDict)) return nullptr;
  std::size_t bytes = type->slots.size(object);
  return reinterpret_cast<Ref<Dict>*>(start + bytes - sizeof(Value));
}

}  // namespace

Dict* instance_dict(Vm& vm, Object* object, bool make) {
  Ref<Dict>* place = dict_place(object);
  if (place == nullptr) return nullptr;
  if (!*place && make) *place = make_dict(vm);
  return place->get();
}

bool replace_instance_dict(Object* object, Ref<Dict> dict) {
  Ref<Dict>* place = dict_place(object);
  if (place == nullptr) return false;
  *place = std::move(dict);
  return true;
}

void drop_instance_dict(Object* object) {
  if (Ref<Dict>* place = dict_place(object)) *place = nullptr;
}

void traverse_instance_dict(Object* object, GcVisitor& visitor) {
  if (!object->type->has_flag(kTypeHasDict)) return;
  if (Ref<Dict>* place = dict_place(object)) visitor.visit(*place);
}

void clear_instance_dict(Object* object) {
  if (object->type->has_flag(kTypeHasDict)) drop_instance_dict(object);
}

void Vm::Internals::new_version(Vm& vm, Type* type) {
  type->version = ++vm.internals().type_versions;
  if (type->subclasses == nullptr) return;
  for (Type* subclass : *type->subclasses) new_version(vm, subclass);
}

bool set_type_attribute(Vm& vm, Type* type, const Value& name, const Value& value) {
  if (value.is_empty()) {
    if (dict_remove(vm, type->dict.get(), name) != TableResult::kFound) return false;
  } else {
    dict_set_string(vm, type->dict.get(), name, value);
  }
  Vm::Internals::new_version(vm, type);
  std::string_view text = name.as<String>()->view();
  if (type->is_script() && text.starts_with("__")) Vm::Internals::update_slots(vm, type);
  return true;
}

// C3 linearisation: each ancestor after its subclasses, bases in the order they are written.
bool Vm::Internals::compute_mro(Vm& vm, Type* type) {
  std::vector<std::vector<Type*>> sequences;
  std::vector<Type*> direct;
  for (const Value& base : type->bases->items()) {
    if (std::ranges::find(direct, base.as<Type>()) != direct.end()) {
      vm.raise(vm.types.type_error, "duplicate base class ", base.as<Type>()->name.as<String>()->view());
      return false;
    }
    std::vector<Type*> sequence;
    for (const Value& ancestor : base.as<Type>()->mro->items()) sequence.push_back(ancestor.as<Type>());
    sequences.push_back(std::move(sequence));
    direct.push_back(base.as<Type>());
  }
  sequences.push_back(direct);
  std::vector<Type*> order = {type};
  for (;;) {
    std::erase_if(sequences, [](const auto& sequence) { return sequence.empty(); });
    if (sequences.empty()) break;
    Type* next = nullptr;
    for (const auto& sequence : sequences) {
      Type* candidate = sequence.front();
      bool in_a_tail = std::ranges::any_of(sequences, [&](const auto& other) {
        return std::find(other.begin() + 1, other.end(), candidate) != other.end();
      });
      if (!in_a_tail) {
        next = candidate;
        break;
      }
    }
    if (next == nullptr) {
      std::string names;
      std::vector<Type*> seen;
      for (const auto& sequence : sequences) {
        if (std::ranges::find(seen, sequence.front()) != seen.end()) continue;
        seen.push_back(sequence.front());
        if (!names.empty()) names += ", ";
        names += sequence.front()->name.as<String>()->view();
      }
      vm.raise(vm.types.type_error, "Cannot create a consistent method resolution order (MRO) for bases ",
               names);
      return false;
    }
    order.push_back(next);
    for (auto& sequence : sequences) {
      if (sequence.front() == next) sequence.erase(sequence.begin());
    }
  }
  Ref<Tuple> mro = make_tuple(vm, order.size());
  for (std::size_t i = 0; i < order.size(); ++i) (*mro)[i] = Value::share(order[i]);
  type->mro = std::move(mro);
  return true;
}

}  // namespace loopscope::python
