// The builtin functions that ask an object something: len, repr, hash, attributes, isinstance.
// Not dir and vars (namespaces.cpp).
#include <string>

#include "core/python/builtins/builtin_functions.h"
#include "core/python/text/string_repr.h"
#include "core/python/types/argument_type.h"
#include "core/python/types/operands.h"

namespace loopscope::python {
namespace {

Value len(Vm& vm, const Arguments& arguments) { return vm.length(arguments[0]); }
Value repr(Vm& vm, const Arguments& arguments) { return vm.repr(arguments[0]); }
Value hash(Vm& vm, const Arguments& arguments) { return vm.hash(arguments[0]); }
Value callable(Vm& vm, const Arguments& arguments) { return Value::boolean(vm.is_callable(arguments[0])); }

Value id(Vm& vm, const Arguments& arguments) {
  // Objects are known by their address; small ints and the like by what they are.
  return vm.make_int(static_cast<std::int64_t>(arguments[0].bits() & ~(std::uint64_t{0xFFFF} << 48)));
}

Value ascii(Vm& vm, const Arguments& arguments) {
  Value text;
  {
    Vm::NativeOnly scope(vm);
    text = vm.repr(arguments[0]);
  }
  if (text.is_deferred())
    return vm.native_only() ? text : vm.call_library("conversions", "ascii_text", arguments[0]);
  return text.is_empty() ? text : vm.make_string(escape_non_ascii(view_of(text)));
}

Value format(Vm& vm, const Arguments& arguments) {
  if (arguments.size() == 1) return vm.format(arguments[0], vm.names.empty_string);
  if (!is_str(arguments[1])) {
    return vm.raise(vm.types.type_error, "format() argument 2 must be str, not ",
                    argument_type(vm, arguments[1]));
  }
  return vm.format(arguments[0], arguments[1]);
}

Value isinstance(Vm& vm, const Arguments& arguments) { return vm.check_instance(arguments[0], arguments[1]); }
Value issubclass(Vm& vm, const Arguments& arguments) { return vm.check_subclass(arguments[0], arguments[1]); }

// The interned attribute name. Empty: raised.
Value name_of(Vm& vm, const Value& name) {
  if (is_str(name)) return vm.intern(name);
  return vm.raise(vm.types.type_error, "attribute name must be string, not '", vm.type_name(name), "'");
}

// The attribute without the script; empty and nothing raised: there is none; deferred: the script must say.
Value try_attribute(Vm& vm, const Value& object, const Value& name) {
  Vm::NativeOnly scope(vm);
  Value value = vm.get_attribute(object, name);
  if (value.is_empty() && vm.exception_matches(vm.types.attribute_error)) vm.take_exception();
  return value;
}

Value getattr(Vm& vm, const Arguments& arguments) {
  Value name = name_of(vm, arguments[1]);
  if (name.is_empty()) return {};
  if (arguments.size() == 2) return vm.get_attribute(arguments[0], name);
  Value value = try_attribute(vm, arguments[0], name);
  if (value.is_deferred()) {
    if (vm.native_only()) return value;
    return vm.call_library("attributes", "getattr_or", arguments[0], name, arguments[2]);
  }
  return value.is_empty() && !vm.has_exception() ? arguments[2] : value;
}

Value hasattr(Vm& vm, const Arguments& arguments) {
  Value name = name_of(vm, arguments[1]);
  if (name.is_empty()) return {};
  Value value = try_attribute(vm, arguments[0], name);
  if (value.is_deferred()) {
    return vm.native_only() ? value : vm.call_library("attributes", "has_attribute", arguments[0], name);
  }
  if (vm.has_exception()) return {};
  return Value::boolean(!value.is_empty());
}

Value setattr(Vm& vm, const Arguments& arguments) {
  Value name = name_of(vm, arguments[1]);
  return name.is_empty() ? Value() : vm.set_attribute(arguments[0], name, arguments[2]);
}

Value delattr(Vm& vm, const Arguments& arguments) {
  Value name = name_of(vm, arguments[1]);
  return name.is_empty() ? Value() : vm.set_attribute(arguments[0], name, Value());
}

Value escape_text(Vm& vm, const Arguments& arguments) {
  return vm.make_string(escape_non_ascii(view_of(arguments[0])));
}

constexpr NativeSpec kLibrary[] = {{"escape_non_ascii", escape_text, 1, 1}};

constexpr NativeSpec kFunctions[] = {
    {"len", len, 1, 1},
    {"repr", repr, 1, 1},
    {"ascii", ascii, 1, 1},
    {"hash", hash, 1, 1},
    {"id", id, 1, 1},
    {"callable", callable, 1, 1},
    {"format", format, 1, 2},
    {"isinstance", isinstance, 2, 2},
    {"issubclass", issubclass, 2, 2},
    {"getattr", getattr, 2, 3},
    {"hasattr", hasattr, 2, 2},
    {"setattr", setattr, 3, 3},
    {"delattr", delattr, 2, 2},
};

}  // namespace

const std::span<const NativeSpec> kObjectFunctions = kFunctions;
const std::span<const NativeSpec> kConversionLibraryFunctions = kLibrary;

}  // namespace loopscope::python
