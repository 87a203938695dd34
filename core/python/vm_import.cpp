// Imports: finding a module among those that the embedder gave, native or library Python; the module type.
// Not here: the library Python of the machine itself (library_code.cpp).
#include <algorithm>

#include "core/python/internals.h"
#include "core/python/library_code.h"

namespace loopscope::python {
namespace {

std::string_view text_of(const Value& string) { return string.as<String>()->view(); }

void drop_module(Heap&, Object* object) { static_cast<Module*>(object)->name.~Value(); }
void visit_module(Object*, GcVisitor&) {}

Value module_repr(Vm& vm, const Value& self) {
  std::string name(text_of(self.as<Module>()->name));
  if (name == "__main__") return vm.make_string("<module '__main__'>");
  return vm.make_string("<module '" + name + "' (built-in)>");
}

Value create_module(Vm& vm, Type*, const Arguments& arguments) {
  if (arguments.size() == 0 || !vm.is_string(arguments[0])) {
    return vm.raise(vm.types.type_error, "module() missing required argument 'name' (pos 1)");
  }
  auto* module = vm.heap.make<Module>(vm.types.module);
  Value made = Value::steal(module);
  module->name = vm.intern(arguments[0]);
  module->dict = make_dict(vm);
  dict_set_string(vm, module->dict.get(), vm.names.dunder_name, module->name);
  return made;
}

const ModuleSource* find_source(Vm& vm, std::string_view name) {
  for (const ModuleSource* source : vm.internals().module_sources) {
    if (source->name == name) return source;
  }
  return nullptr;
}

// A folder of modules without a text of its own: "concurrent" of "concurrent.futures".
bool is_package_of_others(Vm& vm, std::string_view name) {
  return std::ranges::any_of(vm.internals().module_sources, [&](const ModuleSource* source) {
    return source->name.size() > name.size() && source->name.starts_with(name) &&
           source->name[name.size()] == '.';
  });
}

Value raise_not_found(Vm& vm, std::string_view name) {
  std::string text = "No module named '" + std::string(name) + "'";
  const std::string_view parent = name.substr(0, std::min(name.rfind('.'), name.size()));
  if (parent != name && find_source(vm, parent) != nullptr && !is_package_of_others(vm, parent))
    text.append("; '").append(parent).append("' is not a package");
  Value error = vm.make_exception(vm.types.module_not_found_error, text + vm.module_hint(name));
  dict_set_string(vm, instance_dict(vm, error.object(), true), vm.names.plain_name, vm.make_string(name));
  return vm.raise_exception(std::move(error));
}

// Makes it a value of its parent's, as `import a.b` does.
void bind_to_parent(Vm& vm, std::string_view name, const Value& module) {
  std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return;
  const Value* parent = dict_find_string(vm.modules(), vm.intern(name.substr(0, dot)));
  if (parent == nullptr) return;
  dict_set_string(vm, parent->as<Module>()->dict.get(), vm.intern(name.substr(dot + 1)), module);
}

// The module of this exact name: loaded, or suspended() while its body runs (`held` is then the module).
Value load_module(Vm& vm, std::string_view name) {
  Value key = vm.intern(name);
  if (const Value* found = dict_find_string(vm.modules(), key)) return *found;
  const ModuleSource* source = find_source(vm, name);
  if (source == nullptr) {
    if (!is_package_of_others(vm, name)) return raise_not_found(vm, name);
    return vm.make_module(name).value();
  }
  std::shared_ptr<const CodeData> data;
  if (!source->text.empty()) {
    // What recursive programs pass through (lru_cache, partial, reduce) is C in CPython.
    data = compile_library(vm, name, source->text, name == "functools" ? kCodeNative : 0);
    if (data == nullptr) return {};
  }
  Ref<Module> module = vm.make_module(name);
  Value made = module.value();
  bind_to_parent(vm, name, made);
  if (source->initialize != nullptr) {
    source->initialize(vm, module->dict.get());
    if (vm.has_exception()) {
      dict_remove(vm, vm.modules(), key);
      return {};
    }
  }
  if (data == nullptr) return made;
  auto* body = vm.heap.make<Function>(vm.types.function);
  Value function = Value::steal(body);
  body->code = load_code(vm, std::move(data));
  body->globals = module->dict;
  body->name = body->code->name;
  body->qualname = body->code->name;
  body->module = key;
  body->docstring = Value::none();
  dict_set_string(vm, module->dict.get(), vm.names.dunder_doc, body->code->docstring);
  return Vm::Internals::call_for(vm, FrameReturn::kImport, made, function, Arguments{});
}

}  // namespace

Ref<Module> Vm::make_module(std::string_view name) {
  auto module = Ref<Module>::steal(heap.make<Module>(types.module));
  module->name = intern(name);
  module->dict = make_dict(*this);
  dict_set_string(*this, module->dict.get(), names.dunder_name, module->name);
  dict_set_string(*this, module->dict.get(), names.dunder_builtins, builtins_.value());
  dict_set_string(*this, modules_.get(), module->name, module.value());
  return module;
}

void Vm::add_modules(std::span<const ModuleSource> sources) {
  for (const ModuleSource& source : sources) internals_->module_sources.push_back(&source);
}

std::string Vm::module_hint(std::string_view) const { return {}; }

Value Vm::import_now(std::string_view name) {
  Value key = intern(name);
  if (const Value* found = dict_find_string(modules_.get(), key)) return *found;
  Value function = load_library_function(*this, "imports", "import_now");
  if (function.is_empty()) return {};
  Value package = call_now(function, std::array<Value, 1>{make_string(name)});
  const Value* found = package.is_empty() ? nullptr : dict_find_string(modules_.get(), key);
  return found != nullptr ? *found : package;  // of "a.b" the import itself gives a
}

// Loads the parts from the left; where a body has to run, the rest goes on after it (kImportRest).
Value Vm::Internals::import_name(Vm& vm, const Value& name, const Value& from_list, std::int64_t level) {
  if (level != 0) {
    return vm.raise(vm.types.import_error, "attempted relative import with no known parent package");
  }
  std::string_view path = text_of(name);
  Frame* before = vm.fiber_->frame;
  for (std::size_t end = 0; end != std::string_view::npos;) {
    end = path.find('.', end == 0 ? 0 : end + 1);
    std::string_view part = path.substr(0, end);
    const Value* loaded = dict_find_string(vm.modules(), vm.intern(part));
    if (loaded != nullptr) continue;
    Value module = load_module(vm, part);
    if (module.is_empty()) return {};
    if (!module.is_suspended()) continue;
    bool whole =
        path.find('.') == std::string_view::npos || (end == std::string_view::npos && !from_list.is_none());
    if (whole) return module;
    // What is left comes after this body.
    bool attached = attach_action(vm, before, FrameReturn::kImportRest, import_state(vm, name, from_list));
    return attached ? Value::suspended() : Value();
  }
  bool first_only = from_list.is_none();
  const Value* result =
      dict_find_string(vm.modules(), vm.intern(first_only ? path.substr(0, path.find('.')) : path));
  return result != nullptr ? *result : Value();
}

Value Vm::Internals::import_state(Vm& vm, const Value& name, const Value& from_list) {
  Ref<Tuple> state = make_tuple(vm, 2);
  (*state)[0] = name;
  (*state)[1] = from_list;
  return std::move(state).value();
}

Value Vm::Internals::import_from(Vm& vm, const Value& module, const Value& name) {
  if (vm.has_layout(module, Layout::kModule)) {
    if (const Value* found = dict_find_string(module.as<Module>()->dict.get(), name)) return *found;
    std::string path = std::string(text_of(module.as<Module>()->name)) + "." + std::string(text_of(name));
    if (find_source(vm, path) != nullptr) return load_module(vm, path);
    if (dict_find_string(module.as<Module>()->dict.get(), vm.names.dunder_getattr) != nullptr)
      return call_module_getattr(vm, module, name, true);
    return cannot_import(vm, module, name);
  }
  return vm.get_attribute(module, name);
}

Value Vm::Internals::cannot_import(Vm& vm, const Value& module, const Value& name) {
  std::string_view module_name = text_of(module.as<Module>()->name);
  Value error = vm.make_exception(vm.types.import_error, "cannot import name '" + std::string(text_of(name)) +
                                                             "' from '" + std::string(module_name) +
                                                             "' (unknown location)");
  Dict* dict = instance_dict(vm, error.object(), true);
  dict_set_string(vm, dict, vm.names.plain_name, module.as<Module>()->name);
  dict_set_string(vm, dict, vm.intern("name_from"), name);
  return vm.raise_exception(std::move(error));
}

bool Vm::Internals::import_star(Vm& vm, const Value& module, Dict* names) {
  if (!vm.has_layout(module, Layout::kModule)) {
    vm.raise(vm.types.import_error, "from ... import * needs a module");
    return false;
  }
  const Dict* dict = module.as<Module>()->dict.get();
  const Value* all = dict_find_string(dict, vm.names.dunder_all);
  if (all != nullptr && (vm.is_list(*all) || vm.is_tuple(*all))) {
    std::span<const Value> listed = vm.is_list(*all) ? all->as<List>()->span() : all->as<Tuple>()->items();
    for (const Value& name : listed) {
      Value key = vm.intern(name);
      const Value* value = dict_find_string(dict, key);
      if (value == nullptr) {
        vm.raise(vm.types.attribute_error, "module '", text_of(module.as<Module>()->name),
                 "' has no attribute '", text_of(key), "'");
        return false;
      }
      dict_set_string(vm, names, key, *value);
    }
    return true;
  }
  // Modules that the library itself uses or consists of are not what it offers; what it loads late is.
  auto offer = [&](const Value& name, const Value& value) {
    if (!vm.has_layout(value, Layout::kModule)) dict_set_string(vm, names, name, value);
  };
  for (std::uint32_t i = 0; i < dict->table.filled; ++i) {
    const auto& entry = dict->table.entries[i];
    if (!entry.key.is_empty() && !text_of(entry.key).starts_with("_")) offer(entry.key, entry.value);
  }
  const Value* late = dict_find_string(dict, vm.intern("__late__"));
  if (late == nullptr || !vm.is_tuple(*late)) return true;
  const Value load = *dict_find_string(dict, vm.names.dunder_getattr);
  for (const Value& name : late->as<Tuple>()->items()) {
    Value value = vm.call_now(load, std::span(&name, 1));
    if (value.is_special()) return false;
    offer(name, value);
  }
  return true;
}

namespace {

// __import__(name): the first part, as the statement gives it; with a from list the last one.
Value import_function(Vm& vm, const Arguments& arguments) {
  Value bound[5];
  if (!bind_arguments(vm, arguments, "__import__", "name, globals=, locals=, fromlist=, level=", bound))
    return {};
  if (!vm.is_string(bound[0])) return vm.raise(vm.types.type_error, "__import__() argument 1 must be str");
  bool has_list = (vm.is_tuple(bound[3]) && bound[3].as<Tuple>()->size != 0) ||
                  (vm.is_list(bound[3]) && bound[3].as<List>()->size != 0);
  return Vm::Internals::import_name(vm, bound[0], has_list ? bound[3] : Value::none(), 0);
}

constexpr NativeSpec kImport = {"__import__", import_function, 1, 5, kNativeKeywords | kNativeMaySuspend};

}  // namespace

void Vm::Internals::install_module_type(Vm& vm) {
  dict_set_string(vm, vm.builtins_.get(), vm.intern("__import__"),
                  make_native_function(vm, &kImport, "builtins"));
  TypeSlots slots;
  slots.dealloc = drop_module;
  slots.traverse = visit_module;
  slots.repr = module_repr;
  slots.create = create_module;
  extend_type(vm, vm.types.module, slots, {});
}

}  // namespace loopscope::python
