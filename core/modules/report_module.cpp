// _report: what logging, traceback and warnings ask of the machine: where the script is, exceptions' texts.
// Not for: how they show it.
#include <limits>

#include "core/modules/module_table.h"

namespace loopscope::modules {
namespace {

using python::Arguments;
using python::Dict;
using python::Value;
using python::Vm;

// (file, function, line) of the innermost frame that is the script's.
Value position(Vm& vm, const Arguments&) {
  python::UserPosition here = vm.current_position();
  const Value parts[] = {vm.make_string(here.file_name), vm.make_string(here.function_name),
                         vm.make_int(static_cast<std::int64_t>(here.position.line))};
  return python::make_tuple(vm, parts).value();
}

Value format_exception(Vm& vm, const Arguments& arguments) {
  return vm.make_string(vm.format_exception(arguments[0]));
}

// The script's frames as a traceback's lines, the outermost first.
Value stack(Vm& vm, const Arguments&) {
  return vm.make_string(vm.format_stack(std::numeric_limits<int>::max()));
}

Value warn(Vm& vm, const Arguments& arguments) {
  vm.warn(arguments[0].as<python::Type>(), arguments[1].as<python::String>()->view());
  return Value::none();
}

// What messages call the object's type.
Value type_name(Vm& vm, const Arguments& arguments) { return vm.make_string(vm.type_name(arguments[0])); }

constexpr python::NativeSpec kFunctions[] = {{"position", position},
                                             {"format_exception", format_exception, 1, 1},
                                             {"stack", stack},
                                             {"warn", warn, 2, 2},
                                             {"type_name", type_name, 1, 1}};

}  // namespace

void initialize_report(Vm& vm, Dict* dict) { python::add_functions(vm, dict, kFunctions, "_report"); }

}  // namespace loopscope::modules
