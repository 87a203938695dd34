// The modules that scripts can import, one table.
// Not for: what they hold (NAME_module.cpp, library/NAME.py).
#pragma once

#include <span>
#include <string>

#include "core/python/vm.h"

namespace loopscope::modules {

// Lives as long as the program.
std::span<const python::ModuleSource> module_table();

// The names that a script may import, with commas between; parts of packages and natives' own are left out.
std::string importable_modules();

// What a module that is native, wholly or in part, puts into its dict.
void initialize_asyncio(python::Vm& vm, python::Dict* dict);
void initialize_contextvars(python::Vm& vm, python::Dict* dict);
void initialize_functools(python::Vm& vm, python::Dict* dict);
void initialize_json(python::Vm& vm, python::Dict* dict);
void initialize_math(python::Vm& vm, python::Dict* dict);
void initialize_network(python::Vm& vm, python::Dict* dict);
void initialize_random(python::Vm& vm, python::Dict* dict);
void initialize_re(python::Vm& vm, python::Dict* dict);
void initialize_report(python::Vm& vm, python::Dict* dict);
void initialize_sys(python::Vm& vm, python::Dict* dict);
void initialize_template(python::Vm& vm, python::Dict* dict);
void initialize_thread(python::Vm& vm, python::Dict* dict);
void initialize_time(python::Vm& vm, python::Dict* dict);

}  // namespace loopscope::modules
