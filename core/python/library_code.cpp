// Compiling and keeping the library Python of the machine.
// Not here: modules that scripts import (vm_import.cpp).
#include "core/python/library_code.h"

#include <unordered_map>

#include "core/python/compiler.h"
#include "core/python/embedded_modules.h"
#include "core/python/internals.h"

namespace loopscope::python {

std::shared_ptr<const CodeData> compile_library(Vm& vm, std::string_view name, std::string_view text,
                                                std::uint32_t flags) {
  // The texts are the process's own and never change, and compiled code is plain data that machines only
  // read: the next machine finds it. A first run of asyncio would else spend most of its time in this
  // compiler.
  thread_local std::unordered_map<const char*, std::shared_ptr<const CodeData>> compiled;
  std::shared_ptr<const CodeData>& kept = compiled[text.data()];
  if (kept != nullptr) return kept;
  std::string file_name = "<library " + std::string(name) + ">";
  CompileResult result = compile(text, {.file_name = file_name, .flags = kCodeLibrary | flags});
  if (result.code == nullptr) {
    vm.raise(vm.types.system_error, "the library does not compile: ",
             result.error ? format_syntax_error(*result.error, file_name) : std::string());
  }
  kept = result.code;
  return kept;
}

Value load_library(Vm& vm, std::string_view file) {
  auto& loaded = vm.internals().library_modules;
  if (auto found = loaded.find(std::string(file)); found != loaded.end()) return found->second;
  for (const EmbeddedModule& module : embedded_modules()) {
    if (module.name != file) continue;
    std::shared_ptr<const CodeData> data = compile_library(vm, file, module.text, kCodeNative);
    if (data == nullptr) return {};
    Ref<Dict> globals = make_dict(vm);
    dict_set_string(vm, globals.get(), vm.names.dunder_name, vm.intern("builtins"));
    auto* body = vm.heap.make<Function>(vm.types.function);
    Value function = Value::steal(body);
    body->code = load_code(vm, data);
    body->globals = globals;
    body->name = body->code->name;
    body->qualname = body->code->qualname;
    body->docstring = Value::none();
    body->module = Value::none();
    // Natives of its own, from a module of the same name with an underscore before it.
    std::string natives = "_" + std::string(file);
    for (const ModuleSource* source : vm.internals().module_sources) {
      if (source->name != natives || source->initialize == nullptr) continue;
      source->initialize(vm, globals.get());
    }
    Value done = vm.call_now(function, {});
    if (done.is_empty()) return {};
    loaded.emplace(file, globals.value());
    return std::move(globals).value();
  }
  return vm.raise(vm.types.system_error, "no library file ", file);
}

Value load_library_function(Vm& vm, std::string_view file, std::string_view function) {
  Value module = load_library(vm, file);
  if (module.is_empty()) return {};
  const Value* found = dict_find_string(module.as<Dict>(), vm.intern(function));
  if (found == nullptr)
    return vm.raise(vm.types.system_error, "the library has no function ", file, ".", function);
  return *found;
}

}  // namespace loopscope::python
