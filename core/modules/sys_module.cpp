// sys: the natives under library/sys.py.
// Not for: streams and versions, which that text makes.
#include <algorithm>

#include "core/modules/module_table.h"
#include "core/modules/script_run.h"
#include "core/python/types/codecs.h"

namespace loopscope::modules {
namespace {

using python::Arguments;
using python::Dict;
using python::Value;
using python::Vm;

Value write(Vm& vm, const Arguments& arguments, void (python::Environment::*stream)(std::string_view)) {
  if (!vm.is_string(arguments[0])) {
    return vm.raise(vm.types.type_error, "write() argument must be str, not ", vm.type_name(arguments[0]));
  }
  const auto* text = arguments[0].as<python::String>();
  (vm.environment.*stream)(text->view());
  return Value::small_int(text->length);
}

Value write_stdout(Vm& vm, const Arguments& arguments) {
  if (vm.is_string(arguments[0]) && !python::is_writable(vm, arguments[0])) return {};
  return write(vm, arguments, &python::Environment::write_stdout);
}
Value write_stderr(Vm& vm, const Arguments& arguments) {
  return write(vm, arguments, &python::Environment::write_stderr);
}

Value recursion_limit(Vm& vm, const Arguments&) { return Value::small_int(vm.deepest / python::kFrameDepth); }

Value set_recursion_limit(Vm& vm, const Arguments& arguments) {
  std::int64_t limit = 0;
  if (!vm.index_of(arguments[0], &limit)) return {};
  vm.deepest =
      static_cast<std::uint32_t>(std::clamp<std::int64_t>(limit, 1, 1'000'000) + 1) * python::kFrameDepth - 1;
  return Value::none();
}

// The exception that is being handled, or None.
Value handled_exception(Vm& vm, const Arguments&) {
  const python::Fiber* fiber = vm.current_fiber();
  const python::HandledException* handled = fiber != nullptr ? fiber->handled : nullptr;
  while (handled != nullptr && handled->exception.is_empty()) handled = handled->outer;
  return handled != nullptr ? handled->exception : Value::none();
}

constexpr python::NativeSpec kFunctions[] = {
    {"_write_stdout", write_stdout, 1, 1},     {"_write_stderr", write_stderr, 1, 1},
    {"_recursion_limit", recursion_limit},     {"_set_recursion_limit", set_recursion_limit, 1, 1},
    {"_handled_exception", handled_exception},
};

}  // namespace

void initialize_sys(Vm& vm, Dict* dict) {
  python::add_functions(vm, dict, kFunctions, "sys");
  python::dict_set_string(vm, dict, vm.intern("modules"), Value::share(vm.modules()));
  Value file = vm.make_string(ScriptRun::of(vm).file_name());
  python::dict_set_string(vm, dict, vm.intern("argv"), python::make_list(vm, std::span(&file, 1)).value());
}

}  // namespace loopscope::modules
