// The builtin functions on numbers and characters.
// Not their arithmetic (core/python/types/int_type.h, float_type.h).
#include <cmath>
#include <string>

#include "core/python/builtins/builtin_functions.h"
#include "core/python/text/utf8.h"
#include "core/python/types/derived.h"
#include "core/python/types/float_type.h"
#include "core/python/types/int_type.h"
#include "core/python/types/operands.h"

namespace loopscope::python {
namespace {

Value abs_function(Vm& vm, const Arguments& arguments) {
  const Value& value = arguments[0];
  if (value.is_small_int()) return vm.make_int(std::abs(value.as_small_int()));
  if (is_int(value)) return make_integer(vm, big_of(value).absolute());
  if (is_float(value)) return Value::real(std::fabs(double_of(value)));
  if (lookup(vm.type_of(value), vm.names.dunder_abs) != nullptr)
    return vm.call_method(value, vm.names.dunder_abs, {});
  return vm.raise(vm.types.type_error, "bad operand type for abs(): '", vm.type_name(value), "'");
}

template <int kBase>
Value in_base(Vm& vm, const Arguments& arguments) {
  Value whole = vm.index_value(arguments[0]);
  return whole.is_empty() ? Value() : int_text_with_prefix(vm, whole, kBase);
}

Value chr(Vm& vm, const Arguments& arguments) {
  std::int64_t code = 0;
  Value whole = vm.index_value(arguments[0]);
  if (whole.is_empty()) return {};
  if (!int64_of(whole, &code)) code = -1;
  if (code < 0 || code > 0x10FFFF) return vm.raise(vm.types.value_error, "chr() arg not in range(0x110000)");
  std::string text;
  append_utf8(text, static_cast<char32_t>(code));
  return vm.make_string(text);
}

Value ord(Vm& vm, const Arguments& arguments) {
  const Value& value = arguments[0];
  std::size_t length = 0;
  if (is_str(value)) {
    length = value.as<String>()->length;
    if (length == 1) return Value::small_int(static_cast<std::int64_t>(decode_utf8(view_of(value))));
  } else if (is_bytes(value)) {
    length = value.as<Bytes>()->length;
    if (length == 1) return Value::small_int(static_cast<unsigned char>(bytes_view(value)[0]));
  } else {
    return vm.raise(vm.types.type_error, "ord() expected string of length 1, but ", vm.type_name(value),
                    " found");
  }
  return vm.raise(vm.types.type_error, "ord() expected a character, but string of length ",
                  std::to_string(length), " found");
}

Value divmod(Vm& vm, const Arguments& arguments) {
  const Value& left = arguments[0];
  const Value& right = arguments[1];
  const bool own = has_script_method(vm, vm.type_of(left), vm.intern("__divmod__")) ||
                   has_script_method(vm, vm.type_of(right), vm.intern("__rdivmod__"));
  if (!own && is_int(left) && is_int(right)) return int_divmod(vm, left, right);
  if (!own && is_real(left) && is_real(right)) return float_divmod(vm, left, right);
  bool script = lookup(vm.type_of(left), vm.intern("__divmod__")) != nullptr ||
                lookup(vm.type_of(right), vm.intern("__rdivmod__")) != nullptr;
  if (script)
    return vm.native_only() ? Value::deferred()
                            : vm.call_library("conversions", "divmod_script", left, right);
  return vm.raise(vm.types.type_error, "unsupported operand type(s) for divmod(): '", vm.type_name(left),
                  "' and '", vm.type_name(right), "'");
}

Value pow(Vm& vm, const Arguments& arguments) {
  Value bound[3];
  if (!bind_arguments(vm, arguments, "pow", "base, exp, mod=", bound)) return {};
  if (!bound[2].is_empty() && !bound[2].is_none()) {
    if (has_script_method(vm, vm.type_of(bound[0]), vm.names.dunder_pow)) {
      return vm.call_method(bound[0], vm.names.dunder_pow, std::span<const Value>(bound + 1, 2));
    }
    if (has_script_method(vm, vm.type_of(bound[0]), vm.names.dunder_rpow) && !is_real(bound[0])) {
      return vm.raise_with(vm.types.attribute_error, vm.names.dunder_pow);
    }
    if (is_int(bound[0]) && is_int(bound[1]) && is_int(bound[2])) {
      return int_power_modulo(vm, bound[0], bound[1], bound[2]);
    }
    if (is_float(bound[0]) || is_float(bound[1]) || is_float(bound[2])) {
      return vm.raise(vm.types.type_error,
                      "pow() 3rd argument not allowed unless all arguments are integers");
    }
    return vm.raise(vm.types.type_error, "unsupported operand type(s) for ** or pow(): '",
                    vm.type_name(bound[0]), "', '", vm.type_name(bound[1]), "', '", vm.type_name(bound[2]),
                    "'");
  }
  return vm.binary(BinaryOperator::kPower, bound[0], bound[1]);
}

Value round(Vm& vm, const Arguments& arguments) {
  Value bound[2];
  if (!bind_arguments(vm, arguments, "round", "number, ndigits=", bound)) return {};
  const Value& number = bound[0];
  if (has_script_method(vm, vm.type_of(number), vm.names.dunder_round)) {
    return vm.call_method(number, vm.names.dunder_round,
                          std::span<const Value>(&bound[1], bound[1].is_empty() ? 0 : 1));
  }
  bool whole = bound[1].is_empty() || bound[1].is_none();
  if (is_float(number)) return float_round(vm, double_of(number), bound[1]);
  if (is_int(number)) {
    if (whole) return number.is_small_int() ? number : make_integer(vm, big_of(number));
    Value digits = vm.index_value(bound[1]);
    return digits.is_empty() ? Value() : int_round(vm, number, digits);
  }
  if (lookup(vm.type_of(number), vm.names.dunder_round) == nullptr) {
    return vm.raise(vm.types.type_error, "type ", vm.type_name(number), " doesn't define __round__ method");
  }
  return vm.call_method(number, vm.names.dunder_round,
                        std::span<const Value>(&bound[1], bound[1].is_empty() ? 0 : 1));
}

constexpr NativeSpec kFunctions[] = {
    {"abs", abs_function, 1, 1},
    {"bin", in_base<2>, 1, 1},
    {"oct", in_base<8>, 1, 1},
    {"hex", in_base<16>, 1, 1},
    {"chr", chr, 1, 1},
    {"ord", ord, 1, 1},
    {"divmod", divmod, 2, 2},
    {"pow", pow, 0, -1, kNativeKeywords},
    {"round", round, 0, -1, kNativeKeywords},
};

}  // namespace

const std::span<const NativeSpec> kNumberFunctions = kFunctions;

}  // namespace loopscope::python
