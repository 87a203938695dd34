// print.
// Not where the text goes (environment.h).
#include <string>

#include "core/python/builtins/builtin_functions.h"
#include "core/python/types/codecs.h"
#include "core/python/types/operands.h"

namespace loopscope::python {
namespace {

// None and missing are the default. False: raised.
bool text_option(Vm& vm, const Value& option, const char* name, std::string_view* text) {
  if (option.is_empty() || option.is_none()) return true;
  if (!is_str(option)) {
    vm.raise(vm.types.type_error, name, " must be None or a string, not ", vm.type_name(option));
    return false;
  }
  *text = view_of(option);
  return true;
}

// What sys.stdout is, where the program has put something else there. Empty: it has not.
Value replaced_stdout(Vm& vm) {
  const Value* sys = dict_find_string(vm.modules(), vm.intern("sys"));
  if (sys == nullptr) return {};
  const Dict* names = sys->as<Module>()->dict.get();
  const Value* now = dict_find_string(names, vm.intern("stdout"));
  const Value* own = dict_find_string(names, vm.intern("__stdout__"));
  return now == nullptr || own == nullptr || now->is(*own) ? Value() : *now;
}

Value print(Vm& vm, const Arguments& arguments) {
  std::string_view separator = " ";
  std::string_view end = "\n";
  Value file;
  Value flush = Value::none();
  if (arguments.keyword_count != 0) {
    Value bound[4];
    Arguments keywords = arguments.skip(arguments.positional_count);
    for (std::uint32_t i = 0; i < keywords.keyword_count; ++i) {
      std::string_view name = keywords.keyword_name(i);
      if (name == "sep" || name == "end" || name == "file" || name == "flush") continue;
      return vm.raise(vm.types.type_error, "print() got an unexpected keyword argument '", name, "'");
    }
    if (!bind_arguments(vm, keywords, "print", "*, sep=, end=, file=, flush=", bound)) return {};
    if (!text_option(vm, bound[0], "sep", &separator) || !text_option(vm, bound[1], "end", &end)) return {};
    if (!bound[2].is_empty() && !bound[2].is_none()) file = bound[2];
    if (!bound[3].is_empty()) flush = bound[3];
  }
  std::string out;
  if (file.is_empty()) file = replaced_stdout(vm);
  if (file.is_empty()) {
    Vm::NativeOnly scope(vm);
    std::size_t i = 0;
    for (; i < arguments.size(); ++i) {
      if (i > 0) out += separator;
      Value text = is_str(arguments[i]) && vm.is_exact(arguments[i], vm.types.str) ? arguments[i]
                                                                                   : vm.str(arguments[i]);
      if (text.is_deferred()) break;
      if (text.is_empty() || !is_writable(vm, text)) {
        // What stands before the value that cannot be shown is written, as in CPython.
        vm.environment.write_stdout(out);
        return {};
      }
      out += view_of(text);
    }
    if (i == arguments.size()) {
      out += end;
      vm.environment.write_stdout(out);
      return Value::none();
    }
  }
  if (vm.native_only()) return Value::deferred();
  return vm.call_library("output", "print_values", make_tuple(vm, arguments.positionals()).value(),
                         vm.make_string(separator), vm.make_string(end),
                         file.is_empty() ? Value::none() : file, flush);
}

Value write_stdout(Vm& vm, const Arguments& arguments) {
  if (!is_writable(vm, arguments[0])) return {};
  vm.environment.write_stdout(view_of(arguments[0]));
  return Value::none();
}

constexpr NativeSpec kFunctions[] = {{"print", print, 0, -1, kNativeKeywords}};
constexpr NativeSpec kLibrary[] = {{"write_stdout", write_stdout, 1, 1}};

}  // namespace

const std::span<const NativeSpec> kOutputFunctions = kFunctions;
const std::span<const NativeSpec> kOutputLibraryFunctions = kLibrary;

}  // namespace loopscope::python
