// Builtins that a playground without files, keyboard and compiler at run time does not have, each with a way
// out; and exit and quit. Not modules that are missing (the import says so).
#include "core/python/builtins/builtin_functions.h"
#include "core/python/vm.h"

namespace loopscope::python {
namespace {

Value input(Vm& vm, const Arguments&) {
  return vm.raise(
      vm.types.runtime_error,
      "input() is not in the playground: a program cannot ask while it runs; write the value into it");
}

Value open(Vm& vm, const Arguments&) {
  return vm.raise(vm.types.runtime_error,
                  "open() is not in the playground: there are no files; write the text into the program");
}

Value eval(Vm& vm, const Arguments&) {
  return vm.raise(vm.types.runtime_error,
                  "eval() is not in the playground: write the expression into the program");
}

Value exec(Vm& vm, const Arguments&) {
  return vm.raise(vm.types.runtime_error, "exec() is not in the playground: write the code into the program");
}

Value compile(Vm& vm, const Arguments&) {
  return vm.raise(vm.types.runtime_error,
                  "compile() is not in the playground: write the code into the program");
}

Value breakpoint(Vm& vm, const Arguments&) {
  return vm.raise(vm.types.runtime_error, "breakpoint() is not in the playground: pause the run instead");
}

Value help(Vm& vm, const Arguments&) {
  return vm.raise(vm.types.runtime_error, "help() is not in the playground");
}

Value exit(Vm& vm, const Arguments& arguments) {
  Value raised = vm.call(Value::share(vm.types.system_exit), arguments.positionals());
  return raised.is_special() ? raised : vm.raise_exception(raised);
}

constexpr NativeSpec kFunctions[] = {
    {"input", input, 0, -1},
    {"open", open, 0, -1, kNativeKeywords},
    {"eval", eval, 0, -1, kNativeKeywords},
    {"exec", exec, 0, -1, kNativeKeywords},
    {"compile", compile, 0, -1, kNativeKeywords},
    {"breakpoint", breakpoint, 0, -1, kNativeKeywords},
    {"help", help, 0, -1},
    {"exit", exit, 0, 1},
    {"quit", exit, 0, 1},
};

}  // namespace

const std::span<const NativeSpec> kRefusedFunctions = kFunctions;

}  // namespace loopscope::python
