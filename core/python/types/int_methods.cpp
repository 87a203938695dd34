// int's methods: bits, bytes, ratios, and the dunder methods that programs call by name.
// Not operators (int_arithmetic.cpp).
#include "core/python/types/int_methods.h"

#include <string>

#include "core/python/types/argument_type.h"
#include "core/python/types/derived.h"
#include "core/python/types/int_type.h"
#include "core/python/types/iterate.h"
#include "core/python/types/operands.h"

namespace loopscope::python {
namespace {

Value bit_length(Vm& vm, const Arguments& arguments) {
  return vm.make_int(static_cast<std::int64_t>(big_of(arguments[0]).bit_length()));
}

Value bit_count(Vm& vm, const Arguments& arguments) {
  return vm.make_int(static_cast<std::int64_t>(big_of(arguments[0]).bit_count()));
}

Value self_as_int(Vm& vm, const Value& self) {
  if (self.is_small_int()) return self;
  return make_integer(vm, big_of(self));
}

Value conjugate(Vm& vm, const Arguments& arguments) { return self_as_int(vm, arguments[0]); }

Value is_integer(Vm&, const Arguments&) { return Value::true_value(); }

Value as_integer_ratio(Vm& vm, const Arguments& arguments) {
  const Value pair[] = {self_as_int(vm, arguments[0]), Value::small_int(1)};
  return make_tuple(vm, pair).value();
}

// A flag: what the script would have to say counts as true.
bool is_on(Vm& vm, const Value& flag) {
  Vm::NativeOnly scope(vm);
  return !flag.is_empty() && !vm.truth(flag).is_false();
}

// False: raised. "big" is true.
bool byte_order(Vm& vm, const Value& value, std::string_view function, bool* big) {
  *big = true;
  if (value.is_empty()) return true;
  if (!is_str(value)) {
    vm.raise(vm.types.type_error, function, "() argument 'byteorder' must be str, not ",
             argument_type(vm, value));
    return false;
  }
  *big = view_of(value) == "big";
  if (*big || view_of(value) == "little") return true;
  vm.raise(vm.types.value_error, "byteorder must be either 'little' or 'big'");
  return false;
}

Value to_bytes(Vm& vm, const Arguments& arguments) {
  Value bound[3];
  if (!bind_arguments(vm, arguments.skip(1), "to_bytes", "length=, byteorder=, *, signed=", bound)) return {};
  std::int64_t length = 1;
  bool big = true;
  if (!bound[0].is_empty() && !size_of(vm, bound[0], &length)) return {};
  if (length < 0) return vm.raise(vm.types.value_error, "length argument must be non-negative");
  if (!byte_order(vm, bound[1], "to_bytes", &big) || !check_repeat(vm, length, 1)) return {};
  bool is_signed = is_on(vm, bound[2]);
  BigInteger number = big_of(arguments[0]);
  if (number.is_negative() && !is_signed) {
    return vm.raise(vm.types.overflow_error, "can't convert negative int to unsigned");
  }
  // A negative number's bytes are those of its complement, turned over.
  BigInteger magnitude = number.is_negative() ? bit_not(number) : number;
  std::size_t bits = magnitude.bit_length() + (is_signed ? 1 : 0);
  if (bits > static_cast<std::size_t>(length) * 8 && (length > 0 || !magnitude.is_zero()))
    return vm.raise(vm.types.overflow_error, "int too big to convert");
  std::string bytes(static_cast<std::size_t>(length), '\0');
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::uint32_t limb = i / 4 < magnitude.limbs().size() ? magnitude.limbs()[i / 4] : 0;
    auto byte = static_cast<unsigned char>(limb >> (i % 4 * 8));
    if (number.is_negative()) byte = static_cast<unsigned char>(~byte);
    bytes[big ? bytes.size() - 1 - i : i] = static_cast<char>(byte);
  }
  return vm.make_bytes(bytes);
}

Value from_bytes(Vm& vm, const Arguments& arguments) {
  Value bound[3];
  if (!bind_arguments(vm, arguments.skip(1), "from_bytes", "bytes, byteorder=, *, signed=", bound)) return {};
  bool big = true;
  if (!byte_order(vm, bound[1], "from_bytes", &big)) return {};
  if (!is_bytes(bound[0]) && !is_str(bound[0]) && is_iterable(vm, bound[0])) {
    return vm.call_library("conversions", "int_from_bytes", bound[0], vm.make_string(big ? "big" : "little"),
                           Value::boolean(is_on(vm, bound[2])));
  }
  if (!is_bytes(bound[0])) {
    return vm.raise(vm.types.type_error, "cannot convert '", vm.type_name(bound[0]), "' object to bytes");
  }
  std::string_view bytes = bytes_view(bound[0]);
  bool negative = is_on(vm, bound[2]) && !bytes.empty() &&
                  (static_cast<unsigned char>(big ? bytes.front() : bytes.back()) & 0x80U) != 0;
  BigInteger::Limbs limbs(bytes.size() / 4 + 1, 0);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    auto byte = static_cast<unsigned char>(bytes[big ? bytes.size() - 1 - i : i]);
    if (negative) byte = static_cast<unsigned char>(~byte);
    limbs[i / 4] |= static_cast<std::uint32_t>(byte) << (i % 4 * 8);
  }
  BigInteger number = BigInteger::from_limbs(std::move(limbs), false);
  return make_integer(vm, negative ? bit_not(number) : number);
}

Value round_method(Vm& vm, const Arguments& arguments) {
  if (arguments.size() < 2 || arguments[1].is_none()) return self_as_int(vm, arguments[0]);
  Value digits = vm.index_value(arguments[1]);
  return digits.is_empty() ? Value() : int_round(vm, arguments[0], digits);
}

Value absolute(Vm& vm, const Arguments& arguments) {
  return make_integer(vm, big_of(arguments[0]).absolute());
}

Value to_float(Vm& vm, const Arguments& arguments) {
  double number = 0;
  if (!real_of(arguments[0], &number)) {
    return vm.raise(vm.types.overflow_error, "int too large to convert to float");
  }
  return Value::real(number);
}

Value get_self(Vm& vm, const Value& self) { return self_as_int(vm, self); }
Value get_zero(Vm&, const Value&) { return Value::small_int(0); }
Value get_one(Vm&, const Value&) { return Value::small_int(1); }

}  // namespace

Value int_divmod(Vm& vm, const Value& left, const Value& right) {
  Value quotient = int_binary(vm, BinaryOperator::kFloorDivide, left, right);
  if (quotient.is_empty()) return {};
  const Value pair[] = {quotient, int_binary(vm, BinaryOperator::kModulo, left, right)};
  return make_tuple(vm, pair).value();
}

namespace {

template <int kLeft>
Value divmod_method(Vm& vm, const Arguments& arguments) {
  const Value& left = arguments[kLeft];
  const Value& right = arguments[1 - kLeft];
  return is_int(left) && is_int(right) ? int_divmod(vm, left, right) : Value::not_implemented();
}

constexpr NativeSpec kMethods[] = {
    {"__divmod__", divmod_method<0>, 1, 1},
    {"__rdivmod__", divmod_method<1>, 1, 1},
    {"__getnewargs__", new_arguments},
    {"bit_length", bit_length},
    {"bit_count", bit_count},
    {"conjugate", conjugate},
    {"is_integer", is_integer},
    {"as_integer_ratio", as_integer_ratio},
    {"to_bytes", to_bytes, 0, -1, kNativeKeywords},
    {"from_bytes", from_bytes, 0, -1, kNativeKeywords | kNativeClassMethod},
    {"__round__", round_method, 0, 1},
    {"__abs__", absolute},
    {"__int__", conjugate},
    {"__index__", conjugate},
    {"__trunc__", conjugate},
    {"__floor__", conjugate},
    {"__ceil__", conjugate},
    {"__float__", to_float},
};

constexpr NativePropertySpec kProperties[] = {
    {"real", get_self},
    {"imag", get_zero},
    {"numerator", get_self},
    {"denominator", get_one},
};

}  // namespace

const std::span<const NativeSpec> kIntMethods = kMethods;
const std::span<const NativePropertySpec> kIntProperties = kProperties;

}  // namespace loopscope::python
