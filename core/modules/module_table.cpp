// Joins the natives below with the library's texts that are embedded at build time. A native part that has a
// text of its own stands under a name with an underscore, as CPython has it. Not for: importing
// (core/python).
#include "core/modules/module_table.h"

#include <algorithm>
#include <vector>

#include "core/modules/embedded_modules.h"

namespace loopscope::modules {
namespace {

constexpr python::ModuleSource kNatives[] = {
    {"_asyncio", initialize_asyncio},
    {"_contextvars", initialize_contextvars},
    {"_functools", initialize_functools},
    {"_json", initialize_json},
    {"math", initialize_math},
    {"_network", initialize_network},
    {"_random", initialize_random},
    {"_re", initialize_re},
    {"_report", initialize_report},
    {"sys", initialize_sys},
    {"_template", initialize_template},
    {"_thread", initialize_thread},
    {"time", initialize_time},
};

}  // namespace

std::span<const python::ModuleSource> module_table() {
  static const std::vector<python::ModuleSource> table = [] {
    std::vector<python::ModuleSource> rows(std::begin(kNatives), std::end(kNatives));
    for (const EmbeddedModule& module : embedded_modules()) {
      auto native = std::ranges::find(rows, module.name, &python::ModuleSource::name);
      if (native != rows.end()) {
        native->text = module.text;
      } else {
        rows.push_back({module.name, nullptr, module.text});
      }
    }
    return rows;
  }();
  return table;
}

std::string importable_modules() {
  std::vector<std::string_view> names;
  for (const python::ModuleSource& module : module_table()) {
    if (!module.name.starts_with('_') && module.name.find('.') == module.name.npos)
      names.push_back(module.name);
  }
  std::ranges::sort(names);
  std::string text;
  for (std::string_view name : names) text += (text.empty() ? "" : ", ") + std::string(name);
  return text;
}

}  // namespace loopscope::modules
