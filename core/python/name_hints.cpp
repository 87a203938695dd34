// Hints for NameError, AttributeError and ImportError: names that are close, modules that were not imported.
// Not here: printing them (traceback_text.cpp).
#include "core/python/name_hints.h"

#include <algorithm>

#include "core/python/internals.h"
#include "core/python/suggestions.h"

namespace loopscope::python {
namespace {

std::string_view text_of(const Value& string) { return string.as<String>()->view(); }

// Modules of CPython's standard library that programs like ours use.
constexpr std::string_view kStandardModules[] = {
    "abc",       "argparse",    "array",       "ast",        "asyncio",
    "atexit",    "base64",      "bisect",      "builtins",   "calendar",
    "cmath",     "collections", "concurrent",  "contextlib", "contextvars",
    "copy",      "csv",         "dataclasses", "datetime",   "decimal",
    "difflib",   "dis",         "doctest",     "email",      "enum",
    "errno",     "fractions",   "functools",   "gc",         "getpass",
    "glob",      "gzip",        "hashlib",     "heapq",      "hmac",
    "html",      "http",        "importlib",   "inspect",    "io",
    "ipaddress", "itertools",   "json",        "keyword",    "linecache",
    "locale",    "logging",     "math",        "mimetypes",  "multiprocessing",
    "numbers",   "operator",    "os",          "pathlib",    "pickle",
    "platform",  "pprint",      "queue",       "random",     "re",
    "sched",     "secrets",     "select",      "selectors",  "shutil",
    "signal",    "socket",      "sqlite3",     "ssl",        "statistics",
    "string",    "struct",      "subprocess",  "sys",        "tempfile",
    "textwrap",  "threading",   "time",        "timeit",     "token",
    "tokenize",  "traceback",   "types",       "typing",     "unicodedata",
    "unittest",  "urllib",      "uuid",        "warnings",   "weakref",
    "zlib",      "zoneinfo",
};

using Names = std::vector<std::string_view>;

void add_names(const HashTable& table, Names& names) {
  for (std::uint32_t i = 0; i < table.filled; ++i) {
    const Value& key = table.entries[i].key;
    if (key.is_object() && key.object()->type->layout == Layout::kString) names.push_back(text_of(key));
  }
}

void add_attributes(Vm& vm, const Value& object, Names& names) {
  if (object.is_object()) {
    if (Dict* dict = instance_dict(vm, object.object(), false)) add_names(dict->table, names);
  }
  Type* type = vm.is_type(object) ? object.as<Type>() : vm.type_of(object);
  for (const Value& ancestor : type->mro->items()) add_names(ancestor.as<Type>()->dict->table, names);
  std::ranges::sort(names);
}

std::string did_you_mean(std::string_view name) {
  return name.empty() ? std::string() : ". Did you mean: '" + std::string(name) + "'?";
}

// The frame that raised: the last entry of the traceback.
const Traceback* last_entry(const ExceptionObject* exception) {
  const Traceback* entry = exception->traceback.get();
  while (entry != nullptr && entry->next) entry = entry->next.get();
  return entry;
}

std::string hint_for_name(Vm& vm, ExceptionObject* exception, std::string_view name) {
  Names names;
  if (const Traceback* entry = last_entry(exception)) {
    const CodeObject* code = entry->code.get();
    for (std::uint32_t i = 0; i < code->slot_count; ++i) names.push_back(text_of(code->slot_names[i]));
    if (entry->globals) add_names(entry->globals->table, names);
  }
  add_names(vm.builtins()->table, names);
  std::ranges::sort(names);
  std::string hint = did_you_mean(closest_name(name, names));
  if (std::ranges::find(kStandardModules, name) == std::end(kStandardModules)) return hint;
  if (hint.empty()) return ". Did you forget to import '" + std::string(name) + "'?";
  hint.pop_back();
  return hint + " Or did you forget to import '" + std::string(name) + "'?";
}

}  // namespace

std::string name_hint(Vm& vm, const Value& value) {
  auto* exception = value.as<ExceptionObject>();
  if (!exception->dict) return {};
  const Value* name = dict_find_string(exception->dict.get(), vm.names.plain_name);
  if (name == nullptr || !vm.is_string(*name)) return {};
  if (is_subtype(exception->type, vm.types.name_error)) return hint_for_name(vm, exception, text_of(*name));
  if (is_subtype(exception->type, vm.types.attribute_error)) {
    const Value* object = dict_find_string(exception->dict.get(), vm.names.plain_obj);
    if (object == nullptr) return {};
    Names names;
    add_attributes(vm, *object, names);
    if (!text_of(*name).starts_with("_")) {
      std::erase_if(names, [](std::string_view each) { return each.starts_with("_"); });
    }
    return did_you_mean(closest_name(text_of(*name), names));
  }
  if (is_subtype(exception->type, vm.types.import_error)) {
    const Value* wanted = dict_find_string(exception->dict.get(), vm.intern("name_from"));
    const Value* module = dict_find_string(vm.modules(), *name);
    if (wanted == nullptr || module == nullptr || !vm.is_string(*wanted)) return {};
    Names names;
    add_names(module->as<Module>()->dict->table, names);
    std::ranges::sort(names);
    return did_you_mean(closest_name(text_of(*wanted), names));
  }
  return {};
}

}  // namespace loopscope::python
