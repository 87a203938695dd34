// class statements: choosing bases, making the type, __set_name__ and __init_subclass__; also type(name,
// bases, dict). Not here: the order of ancestors (type.cpp), slots (type_slots.cpp).
#include <algorithm>
#include <iterator>

#include "core/python/internals.h"
#include "core/python/rare_steps.h"
#include "core/python/text/utf8.h"
#include "core/python/types/argument_type.h"

namespace loopscope::python {
namespace {

std::string_view text_of(const Value& string) { return string.as<String>()->view(); }

Type* native_base_of(Type* type) {
  while (type->is_script()) type = type->base.get();
  return type;
}

// The nearest ancestor, or the native type itself, that gives instances something of their own beyond its
// base; two that are no kin of each other cannot be joined. All exceptions have one struct here; those that
// have one of their own in CPython are named.
const Type* solid_base_of(Vm& vm, const Type* type) {
  const WellKnownTypes& types = vm.types;
  const Type* const exceptions[] = {
      types.base_exception,
      types.base_exception_group,
      types.exception_group,
      types.stop_iteration,
      types.system_exit,
      types.import_error,
      types.os_error,
      types.syntax_error,
      types.unicode_decode_error,
      types.unicode_encode_error,
      types.unicode_translate_error,
      types.name_error,
      types.attribute_error,
  };
  while (type->base && type->layout == Layout::kException &&
         std::ranges::find(exceptions, type) == std::end(exceptions)) {
    type = type->base.get();
  }
  return type;
}

// The base whose layout the instances get; null: raised.
Type* choose_base(Vm& vm, const Tuple* bases) {
  Type* best = nullptr;
  for (const Value& value : bases->items()) {
    if (!vm.is_type(value)) {
      vm.raise(vm.types.type_error, "bases must be types");
      return nullptr;
    }
    Type* base = value.as<Type>();
    if (!base->has_flag(kTypeSubclassable) && !(base->is_script() && Vm::Internals::in_library(vm))) {
      vm.raise(vm.types.type_error, "type '", vm.name_of(base), "' is not an acceptable base type");
      return nullptr;
    }
    if (best == nullptr) {
      best = base;
      continue;
    }
    const Type* solid = solid_base_of(vm, native_base_of(base));
    const Type* best_solid = solid_base_of(vm, native_base_of(best));
    if (is_subtype(best_solid, solid)) continue;
    if (!is_subtype(solid, best_solid)) {
      vm.raise(vm.types.type_error, "multiple bases have instance lay-out conflict");
      return nullptr;
    }
    best = base;
  }
  return best;
}

Ref<Tuple> bases_or_object(Vm& vm, const Value& bases) {
  if (bases.as<Tuple>()->size != 0) return Ref<Tuple>::share(bases.as<Tuple>());
  Value object = Value::share(vm.types.object);
  return make_tuple(vm, std::span<const Value>(&object, 1));
}

// Do instances of the class have only what __slots__ names? Not where a base gives them a dict.
bool has_only_slots(const Vm& vm, const Tuple* bases, const Value* slots) {
  if (slots == nullptr) return false;
  for (const Value& each : bases->items()) {
    const Type* base = each.as<Type>();
    if (base->has_flag(kTypeHasDict) && (!base->has_flag(kTypeSlots) || base->has_flag(kTypeImmutable)))
      return false;
  }
  std::span<const Value> listed(slots, 1);
  if (vm.is_tuple(*slots)) listed = slots->as<Tuple>()->items();
  if (vm.is_list(*slots)) listed = slots->as<List>()->span();
  return std::ranges::none_of(listed, [&](const Value& name) { return name.is(vm.names.dunder_dict); });
}

bool is_identifier(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    bool first = at == 0;
    char32_t c = decode_utf8(text, at);
    if (!(first ? is_identifier_start(c) : is_identifier_continue(c))) return false;
  }
  return !text.empty();
}

// False: what __slots__ names cannot be, and that is raised.
bool check_slots(Vm& vm, const Type* base, Dict* names) {
  const Value* slots = dict_find_string(names, vm.names.dunder_slots);
  if (slots == nullptr) return true;
  std::span<const Value> listed(slots, 1);
  if (vm.is_tuple(*slots)) listed = slots->as<Tuple>()->items();
  if (vm.is_list(*slots)) listed = slots->as<List>()->span();
  if (listed.data() == slots && !vm.is_string(*slots)) return true;  // another iterable
  const bool variable =
      base->layout == Layout::kBytes || base->layout == Layout::kTuple || base->layout == Layout::kInteger;
  if (variable && !listed.empty()) {
    vm.raise(vm.types.type_error, "nonempty __slots__ not supported for subtype of '", vm.name_of(base), "'");
    return false;
  }
  for (const Value& name : listed) {
    if (!vm.is_string(name)) {
      vm.raise(vm.types.type_error, "__slots__ items must be strings, not '", vm.type_name(name), "'");
      return false;
    }
    if (!is_identifier(text_of(name))) {
      vm.raise(vm.types.type_error, "__slots__ must be identifiers");
      return false;
    }
    if (name.is(vm.names.dunder_dict) && base->has_flag(kTypeHasDict) && !base->has_flag(kTypeSlots)) {
      vm.raise(vm.types.type_error, "__dict__ slot disallowed: we already got one");
      return false;
    }
    if (dict_find_string(names, name) != nullptr) {
      vm.raise(vm.types.value_error, "'", text_of(name), "' in __slots__ conflicts with class variable");
      return false;
    }
  }
  return true;
}

void set_layout(Type* type, const Type* base) {
  type->layout = base->layout;
  type->basic_size = base->basic_size;
  type->dict_offset = base->dict_offset;
  if (base->layout == Layout::kType) return;  // a metaclass: what classes have is in their own dict
  bool variable =
      base->layout == Layout::kString || base->layout == Layout::kBytes || base->layout == Layout::kTuple;
  if (!base->has_flag(kTypeHasDict) && !variable) {
    type->dict_offset = (base->basic_size + 7u) & ~7u;
    type->basic_size = type->dict_offset + static_cast<std::uint32_t>(sizeof(Value));
  }
  type->flags |= kTypeHasDict;
}

// The most derived metaclass of the one given and the bases' own. Null: raised.
Type* most_derived_metaclass(Vm& vm, Type* metatype, const Tuple* bases) {
  for (const Value& base : bases->items()) {
    Type* other = vm.type_of(base);
    if (is_subtype(metatype, other)) continue;
    if (!is_subtype(other, metatype)) {
      vm.raise(vm.types.type_error,
               "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the "
               "metaclasses of all its bases");
      return nullptr;
    }
    metatype = other;
  }
  return metatype;
}

// A class of the library that is C in CPython says what its name is there: __tp_name__ = "datetime.date".
// Before the name stands "final " where nothing can derive from it, then "open " where instances take
// attributes.
void take_c_name(Vm& vm, Type* type) {
  Value name;
  if (!Vm::Internals::in_library(vm) ||
      dict_remove(vm, type->dict.get(), vm.intern("__tp_name__"), &name) != TableResult::kFound)
    return;
  std::string_view text = text_of(name);
  auto says = [&](std::string_view word) {
    if (!text.starts_with(word)) return false;
    text.remove_prefix(word.size());
    return true;
  };
  type->flags |= kTypeImmutable;
  if (says("final ")) type->flags &= ~kTypeSubclassable;
  if (!says("open ")) type->flags |= kTypeSlots;
  set_message_name(vm, type, vm.intern(text));
  dict_set_string(vm, type->dict.get(), vm.names.dunder_module, type->module);
}

// The new type, complete but for __set_name__ and __init_subclass__. Empty: raised.
Value make_class(Vm& vm, Type* metatype, const Value& name, const Value& given_bases, Dict* names) {
  Ref<Tuple> bases = bases_or_object(vm, given_bases);
  Type* base = choose_base(vm, bases.get());
  if (base == nullptr) return {};
  metatype = most_derived_metaclass(vm, metatype, bases.get());
  if (metatype == nullptr || !check_slots(vm, base, names)) return {};
  auto* type = vm.heap.make<Type>(metatype);
  Value made = Value::steal(type);
  type->vm = &vm;
  type->heap = &vm.heap;
  type->flags = kTypeScript | kTypeSubclassable | kTypeTracked |
                (base->flags & (kTypeSequencePattern | kTypeMappingPattern | kTypeMatchSelf));
  type->subclasses = new std::vector<Type*>();
  type->base = Ref<Type>::share(base);
  type->bases = bases;
  type->name = type->message_name = type->qualname = name;
  type->module = vm.names.dunder_main;
  type->dict = make_dict(vm);
  table_copy(vm, names->table, type->dict->table);
  set_layout(type, base);
  if (has_only_slots(vm, bases.get(), dict_find_string(names, vm.names.dunder_slots)))
    type->flags |= kTypeSlots;
  if (!Vm::Internals::compute_mro(vm, type)) {
    // Until here it is not among its base's subclasses.
    type->mro = make_tuple(vm, std::span<const Value>(&made, 1));
    return {};
  }
  for (const Value& each : bases->items()) each.as<Type>()->subclasses->push_back(type);
  Value qualname;
  if (dict_remove(vm, type->dict.get(), vm.names.dunder_qualname, &qualname) == TableResult::kFound &&
      vm.is_string(qualname)) {
    type->qualname = qualname;
  }
  if (const Value* module = dict_find_string(type->dict.get(), vm.names.dunder_module))
    type->module = *module;
  take_c_name(vm, type);
  Value cell;
  if (dict_remove(vm, type->dict.get(), vm.names.dunder_classcell, &cell) == TableResult::kFound) {
    cell.as<Cell>()->content = made;
  }
  if (dict_find_string(type->dict.get(), vm.names.dunder_eq) != nullptr &&
      dict_find_string(type->dict.get(), vm.names.dunder_hash) == nullptr) {
    dict_set_string(vm, type->dict.get(), vm.names.dunder_hash, Value::none());
  }
  if (dict_find_string(type->dict.get(), vm.names.dunder_doc) == nullptr) {
    dict_set_string(vm, type->dict.get(), vm.names.dunder_doc, Value::none());
  }
  // These two are class methods without saying so.
  for (const Value* hook : {&vm.names.dunder_init_subclass, &vm.names.dunder_class_getitem}) {
    const Value* found = dict_find_string(type->dict.get(), *hook);
    if (found == nullptr || !vm.has_layout(*found, Layout::kFunction)) continue;
    auto* method = vm.heap.make<Property>(vm.types.class_method);
    method->get = *found;
    dict_set_string(vm, type->dict.get(), *hook, Value::steal(method));
  }
  const Value* create = dict_find_string(type->dict.get(), vm.names.dunder_new);
  if (create != nullptr && vm.has_layout(*create, Layout::kFunction)) {
    auto* method = vm.heap.make<Property>(vm.types.static_method);
    method->get = *create;
    dict_set_string(vm, type->dict.get(), vm.names.dunder_new, Value::steal(method));
  }
  Vm::Internals::new_version(vm, type);
  Vm::Internals::update_slots(vm, type);
  return made;
}

// __set_name__ of the class's attributes, then the bases' __init_subclass__; natives alone when nothing asks
// for the script.
Value run_hooks(Vm& vm, const Value& made, Dict* keywords) {
  auto* type = made.as<Type>();
  Ref<List> hooks = make_list(vm);
  const HashTable& table = type->dict->table;
  for (std::uint32_t i = 0; i < table.filled; ++i) {
    const auto& entry = table.entries[i];
    if (entry.key.is_empty() || lookup(vm.type_of(entry.value), vm.names.dunder_set_name) == nullptr)
      continue;
    Ref<Tuple> pair = make_tuple(vm, 2);
    (*pair)[0] = entry.key;
    (*pair)[1] = entry.value;
    if (!list_append(vm, hooks.get(), std::move(pair).value())) return {};
  }
  const Value* init_subclass = nullptr;
  for (std::size_t i = 1; i < type->mro->size && init_subclass == nullptr; ++i) {
    init_subclass = dict_find_string((*type->mro)[i].as<Type>()->dict.get(), vm.names.dunder_init_subclass);
  }
  bool native = init_subclass == nullptr || vm.is_exact(*init_subclass, vm.types.class_method_descriptor);
  if (native && keywords->table.used != 0) {
    return vm.raise(vm.types.type_error, text_of(type->qualname),
                    ".__init_subclass__() takes no keyword arguments");
  }
  if (native && hooks->size == 0) return made;
  return vm.call_library("calls", "build_class", made, hooks.value(), Value::share(keywords));
}

Value build_class_native(Vm& vm, const Arguments& arguments) {
  return Vm::Internals::build_class(vm, arguments);
}

constexpr NativeSpec kBuildClass = {"__build_class__", build_class_native, 2, -1,
                                    kNativeKeywords | kNativeMaySuspend};

// type(x), type(name, bases, dict).
Value create_type(Vm& vm, Type* metatype, const Arguments& arguments) {
  if (arguments.size() == 1 && arguments.keyword_count != 0) {
    return vm.raise(vm.types.type_error, "type() takes no keyword arguments");
  }
  if (arguments.size() != 3) return vm.raise(vm.types.type_error, "type() takes 1 or 3 arguments");
  const bool fits[] = {vm.is_string(arguments[0]), vm.is_tuple(arguments[1]), vm.is_dict(arguments[2])};
  constexpr const char* kWanted[] = {"str", "tuple", "dict"};
  for (std::size_t i = 0; i < 3; ++i) {
    if (fits[i]) continue;
    return vm.raise(vm.types.type_error, "type.__new__() argument ", std::to_string(i + 1), " must be ",
                    kWanted[i], ", not ", argument_type(vm, arguments[i]));
  }
  if (text_of(arguments[0]).find('\0') != std::string_view::npos) {
    return vm.raise(vm.types.value_error, "type name must not contain null characters");
  }
  if (metatype == vm.types.type) {
    Type* derived = most_derived_metaclass(vm, metatype, arguments[1].as<Tuple>());
    if (derived == nullptr) return {};
    if (derived != metatype) return vm.call(Value::share(derived), arguments);
  }
  Value made = make_class(vm, metatype, arguments[0], arguments[1], arguments[2].as<Dict>());
  if (made.is_empty()) return {};
  Ref<Dict> keywords = make_dict(vm);
  for (std::uint32_t i = 0; i < arguments.keyword_count; ++i) {
    dict_set_string(vm, keywords.get(), vm.intern(arguments.names[i]), arguments.keyword_value(i));
  }
  return run_hooks(vm, made, keywords.get());
}

// For the library: the body of a class, which sets names in a dict that a metaclass has prepared.
Value run_class_body(Vm& vm, const Arguments& arguments) {
  if (!vm.is_dict(arguments[1])) {
    return vm.raise(vm.types.type_error, "Loopscope wants a dict from __prepare__(), not ",
                    vm.type_name(arguments[1]));
  }
  Frame* frame = Vm::Internals::bind_call(vm, arguments[0].as<Function>(), Arguments{});
  if (frame == nullptr) return {};
  frame->names = Ref<Dict>::share(arguments[1].as<Dict>()).detach();
  return Vm::Internals::enter(vm, frame);
}

// For the library: (metaclass, bases).
Value derived_metaclass(Vm& vm, const Arguments& arguments) {
  Type* found = most_derived_metaclass(vm, arguments[0].as<Type>(), arguments[1].as<Tuple>());
  return found != nullptr ? Value::share(found) : Value();
}

constexpr NativeSpec kCalls[] = {
    {"run_class_body", run_class_body, 2, 2, kNativeMaySuspend},
    {"derived_metaclass", derived_metaclass, 2, 2},
};
void fill_calls(Vm& vm, Dict* dict) { add_functions(vm, dict, kCalls, "_calls"); }
constexpr ModuleSource kModules[] = {{"_calls", fill_calls}};

void drop_type(Heap&, Object* object) {
  auto* type = static_cast<Type*>(object);
  for (const Value& base : type->bases ? type->bases->items() : std::span<const Value>()) {
    if (base.as<Type>()->subclasses != nullptr) std::erase(*base.as<Type>()->subclasses, type);
  }
  delete type->subclasses;
  type->base.~Ref();
  type->bases.~Ref();
  type->mro.~Ref();
  type->dict.~Ref();
  for (Value* value : {&type->name, &type->message_name, &type->qualname, &type->module, &type->script_init,
                       &type->script_new}) {
    value->~Value();
  }
}

void visit_type(Object* object, GcVisitor& visitor) {
  auto* type = static_cast<Type*>(object);
  visitor.visit(type->base);
  visitor.visit(type->bases);
  visitor.visit(type->mro);
  visitor.visit(type->dict);
  visitor.visit(type->script_init);
  visitor.visit(type->script_new);
}

// The order of ancestors names the type itself; its methods lead back to it.
void clear_type(Heap&, Object* object) {
  auto* type = static_cast<Type*>(object);
  if (!type->is_script()) return;
  type->script_init = Value();
  type->script_new = Value();
  if (type->dict) table_clear(*type->heap, type->dict->table);
  type->mro = nullptr;
}

}  // namespace

Value Vm::Internals::build_class(Vm& vm, const Arguments& arguments) {
  const Value& body = arguments[0];
  if (!vm.has_layout(body, Layout::kFunction))
    return vm.raise(vm.types.type_error, "__build_class__: func must be a function");
  Ref<Dict> keywords = make_dict(vm);
  Value bases = make_tuple(vm, std::span<const Value>(arguments.values + 2, arguments.size() - 2)).value();
  bool plain = true;
  for (std::uint32_t i = 0; i < arguments.keyword_count; ++i) {
    plain = plain && arguments.keyword_name(i) != "metaclass";
    dict_set_string(vm, keywords.get(), arguments.names[i], arguments.keyword_value(i));
  }
  for (const Value& base : bases.as<Tuple>()->items()) plain = plain && vm.is_exact(base, vm.types.type);
  if (!plain) {
    return vm.call_library("calls", "build_class_by", body, arguments[1], bases, Value(keywords.value()));
  }
  Ref<Tuple> held = make_tuple(vm, 4);
  Ref<Dict> names = make_dict(vm);
  (*held)[0] = arguments[1];
  (*held)[1] = std::move(bases);
  (*held)[2] = keywords.value();
  (*held)[3] = names.value();
  Frame* frame = bind_call(vm, body.as<Function>(), Arguments{});
  if (frame == nullptr) return {};
  frame->names = names.detach();
  frame->on_return = FrameReturn::kBuildClass;
  frame->held = std::move(held).value();
  vm.fiber_->frame = frame;
  return Value::suspended();
}

Value Vm::Internals::finish_class(Vm& vm, const Value& held) {
  const Tuple& state = *held.as<Tuple>();
  Value made = make_class(vm, vm.types.type, state[0], state[1], state[3].as<Dict>());
  if (made.is_empty()) return {};
  return run_hooks(vm, made, state[2].as<Dict>());
}

void Vm::Internals::install_class_types(Vm& vm) {
  TypeSlots slots;
  slots.dealloc = drop_type;
  slots.traverse = visit_type;
  slots.clear = clear_type;
  slots.create = create_type;
  vm.types.type->flags |= kTypeSubclassable;
  extend_type(vm, vm.types.type, slots, {});
  vm.add_modules(kModules);
  vm.internals().build_class_function = make_native_function(vm, &kBuildClass, "builtins");
  install_class_attributes(vm);
}

}  // namespace loopscope::python
