// math: the native functions of floats; those of whole numbers are library Python (library/math.py).
// Not for: complex numbers.
#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

#include "core/modules/module_table.h"
#include "core/modules/script_run.h"
#include "core/modules/special_functions.h"
#include "core/python/numbers/elementary.h"
#include "core/python/types/operands.h"

namespace loopscope::modules {
namespace {

using python::Arguments;
using python::Dict;
using python::Value;
using python::Vm;

// False: raised.
bool real_of(Vm& vm, const Value& value, double* number) {
  if (!python::is_real(value)) {
    Value real = vm.float_value(value);
    if (!real.is_empty()) return *number = real.as_double(), true;
    if (!vm.has_exception()) vm.raise(vm.types.type_error, "must be real number, not ", vm.type_name(value));
    return false;
  }
  if (python::real_of(value, number)) return true;
  vm.raise(vm.types.overflow_error, "int too large to convert to float");
  return false;
}

// CPython's rule: a NaN that came of no NaN is outside the domain; an infinity that came of no infinity has
// overflowed, or was a pole.
Value checked(Vm& vm, double result, bool finite_input, bool nan_input, bool pole = false) {
  if (std::isnan(result) && !nan_input) return vm.raise(vm.types.value_error, "math domain error");
  if (std::isinf(result) && finite_input) {
    if (pole) return vm.raise(vm.types.value_error, "math domain error");
    return vm.raise(vm.types.overflow_error, "math range error");
  }
  return Value::real(result);
}

template <double (*kFunction)(double), bool kPole = false>
Value unary(Vm& vm, const Arguments& arguments) {
  double x = 0;
  if (!real_of(vm, arguments[0], &x)) return {};
  bool pole = kPole && x <= 1 && x == std::floor(x);
  return checked(vm, kFunction(x), std::isfinite(x), std::isnan(x), pole);
}

template <double (*kFunction)(double, double)>
Value binary(Vm& vm, const Arguments& arguments) {
  double x = 0;
  double y = 0;
  if (!real_of(vm, arguments[0], &x) || !real_of(vm, arguments[1], &y)) return {};
  return checked(vm, kFunction(x, y), std::isfinite(x) && std::isfinite(y), std::isnan(x) || std::isnan(y));
}

double same(double x) { return x; }
double square_root(double x) { return std::sqrt(x); }
double cube_root(double x) { return std::cbrt(x); }
double absolute(double x) { return std::fabs(x); }
double degrees(double x) { return x * (180.0 / std::numbers::pi); }
double radians(double x) { return x * (std::numbers::pi / 180.0); }
double remainder_toward_zero(double x, double y) { return std::fmod(x, y); }
double remainder_nearest(double x, double y) { return std::remainder(x, y); }
double with_sign(double x, double y) { return std::copysign(x, y); }

// log(x) of a positive int of any size, log2 and log10 likewise: by its double, or for huge ones by its
// highest bits.
bool log_argument(Vm& vm, const Value& value, double* mantissa, double* exponent) {
  *exponent = 0;
  if (vm.has_layout(value, python::Layout::kInteger)) {
    const python::BigInteger& number = value.as<python::Integer>()->number;
    if (!number.to_double() && !number.is_negative()) {
      double highest = 0;
      std::span<const python::BigInteger::Limb> limbs = number.limbs();
      for (std::size_t i = 0; i < 3; ++i) highest = highest * 4294967296.0 + limbs[limbs.size() - 1 - i];
      *mantissa = highest;
      *exponent = static_cast<double>(limbs.size() - 3) * 32;
      return true;
    }
  }
  if (!real_of(vm, value, mantissa)) return false;
  if (*mantissa > 0 || std::isnan(*mantissa)) return true;
  vm.raise(vm.types.value_error, "math domain error");
  return false;
}

Value log(Vm& vm, const Arguments& arguments) {
  double mantissa = 0;
  double exponent = 0;
  if (!log_argument(vm, arguments[0], &mantissa, &exponent)) return {};
  double result = python::natural_log(mantissa) + exponent * std::numbers::ln2;
  if (arguments.size() < 2) return Value::real(result);
  if (!log_argument(vm, arguments[1], &mantissa, &exponent)) return {};
  double base = python::natural_log(mantissa) + exponent * std::numbers::ln2;
  if (base == 0) return vm.raise(vm.types.zero_division_error, "float division by zero");
  return Value::real(result / base);
}

Value pow_floats(Vm& vm, const Arguments& arguments) {
  double x = 0;
  double y = 0;
  if (!real_of(vm, arguments[0], &x) || !real_of(vm, arguments[1], &y)) return {};
  bool finite = std::isfinite(x) && std::isfinite(y);
  return checked(vm, python::real_power(x, y), finite, std::isnan(x) || std::isnan(y), x == 0 && y < 0);
}

Value log2(Vm& vm, const Arguments& arguments) {
  double mantissa = 0;
  double exponent = 0;
  if (!log_argument(vm, arguments[0], &mantissa, &exponent)) return {};
  return Value::real(std::log2(mantissa) + exponent);
}

Value log10(Vm& vm, const Arguments& arguments) {
  double mantissa = 0;
  double exponent = 0;
  if (!log_argument(vm, arguments[0], &mantissa, &exponent)) return {};
  return Value::real(std::log10(mantissa) + exponent * (std::numbers::ln2 / std::numbers::ln10));
}

template <double (*kFunction)(double)>
Value rounded(Vm& vm, const Arguments& arguments) {
  // A class says itself how it is rounded.
  python::Type* type = vm.type_of(arguments[0]);
  std::string method = "__" + std::string(arguments.callee->spec->name) + "__";
  if (type->is_script()) {
    Value name = vm.intern(method);
    if (python::lookup(type, name) != nullptr) return vm.call_method(arguments[0], name, {});
    if (method != "__trunc__" && (python::lookup(type, vm.names.dunder_float) != nullptr ||
                                  python::lookup(type, vm.names.dunder_index) != nullptr)) {
      return vm.call_library("conversions", "rounded_float", arguments[0], name);
    }
  }
  if (method == "__trunc__" && !vm.is_instance(arguments[0], vm.types.int_) &&
      !vm.is_instance(arguments[0], vm.types.float_)) {
    return vm.raise(vm.types.type_error, "type ", vm.type_name(arguments[0]),
                    " doesn't define __trunc__ method");
  }
  if (vm.is_instance(arguments[0], vm.types.int_)) {
    if (arguments[0].is_bool()) return Value::small_int(arguments[0].is_true());
    return arguments[0];
  }
  double x = 0;
  if (!real_of(vm, arguments[0], &x)) return {};
  if (std::isnan(x)) return vm.raise(vm.types.value_error, "cannot convert float NaN to integer");
  if (std::isinf(x)) return vm.raise(vm.types.overflow_error, "cannot convert float infinity to integer");
  return python::make_integer(vm, *python::BigInteger::from_double(kFunction(x)));
}

double round_down(double x) { return std::floor(x); }
double round_up(double x) { return std::ceil(x); }
double round_to_zero(double x) { return std::trunc(x); }

template <bool (*kTest)(double)>
Value test(Vm& vm, const Arguments& arguments) {
  double x = 0;
  return real_of(vm, arguments[0], &x) ? Value::boolean(kTest(x)) : Value();
}

bool is_nan(double x) { return std::isnan(x); }
bool is_infinite(double x) { return std::isinf(x); }
bool is_finite(double x) { return std::isfinite(x); }

Value modf(Vm& vm, const Arguments& arguments) {
  double x = 0;
  if (!real_of(vm, arguments[0], &x)) return {};
  double whole = 0;
  double fraction = std::modf(x, &whole);
  const Value items[] = {Value::real(fraction), Value::real(whole)};
  return python::make_tuple(vm, items).value();
}

Value frexp(Vm& vm, const Arguments& arguments) {
  double x = 0;
  if (!real_of(vm, arguments[0], &x)) return {};
  int exponent = 0;
  double mantissa = std::isfinite(x) ? std::frexp(x, &exponent) : x;
  const Value items[] = {Value::real(mantissa), Value::small_int(exponent)};
  return python::make_tuple(vm, items).value();
}

Value ldexp(Vm& vm, const Arguments& arguments) {
  double x = 0;
  std::int64_t exponent = 0;
  if (!real_of(vm, arguments[0], &x)) return {};
  if (!vm.is_instance(arguments[1], vm.types.int_))
    return vm.raise(vm.types.type_error, "Expected an int as second argument to ldexp.");
  // What is no small int is beyond every exponent.
  if (arguments[1].is_small_int()) {
    exponent = arguments[1].as_small_int();
  } else if (arguments[1].is_true()) {
    exponent = 1;
  } else if (!arguments[1].is_bool()) {
    exponent = arguments[1].as<python::Integer>()->number.is_negative() ? -100'000 : 100'000;
  }
  auto bounded = static_cast<int>(std::clamp<std::int64_t>(exponent, -100'000, 100'000));
  return checked(vm, std::ldexp(x, bounded), std::isfinite(x), std::isnan(x));
}

Value ulp(Vm& vm, const Arguments& arguments) {
  double x = 0;
  if (!real_of(vm, arguments[0], &x)) return {};
  x = std::fabs(x);
  if (!std::isfinite(x)) return Value::real(x);
  double next = std::nextafter(x, std::numeric_limits<double>::infinity());
  return Value::real(std::isinf(next) ? x - std::nextafter(x, 0.0) : next - x);
}

Value fma(Vm& vm, const Arguments& arguments) {
  double x = 0;
  double y = 0;
  double z = 0;
  if (!real_of(vm, arguments[0], &x) || !real_of(vm, arguments[1], &y) || !real_of(vm, arguments[2], &z))
    return {};
  double result = std::fma(x, y, z);
  if (std::isnan(result) && !std::isnan(x) && !std::isnan(y) && !std::isnan(z))
    return vm.raise(vm.types.value_error, "invalid operation in fma");
  if (std::isinf(result) && std::isfinite(x) && std::isfinite(y) && std::isfinite(z))
    return vm.raise(vm.types.overflow_error, "overflow in fma");
  return Value::real(result);
}

Value hypot(Vm& vm, const Arguments& arguments) {
  std::vector<double> parts;
  for (const Value& value : arguments.positionals()) {
    double x = 0;
    if (!real_of(vm, value, &x)) return {};
    parts.push_back(x);
  }
  return Value::real(vector_length(parts));
}

constexpr python::NativeSpec kFunctions[] = {
    {"_real", unary<same>, 1, 1},
    {"sqrt", unary<square_root>, 1, 1},
    {"cbrt", unary<cube_root>, 1, 1},
    {"fabs", unary<absolute>, 1, 1},
    {"exp", unary<std::exp>, 1, 1},
    {"exp2", unary<std::exp2>, 1, 1},
    {"expm1", unary<std::expm1>, 1, 1},
    {"log1p", unary<std::log1p, true>, 1, 1},
    {"sin", unary<python::sine>, 1, 1},
    {"cos", unary<python::cosine>, 1, 1},
    {"tan", unary<python::tangent>, 1, 1},
    {"asin", unary<python::arc_sine>, 1, 1},
    {"acos", unary<python::arc_cosine>, 1, 1},
    {"atan", unary<python::arc_tangent>, 1, 1},
    {"sinh", unary<std::sinh>, 1, 1},
    {"cosh", unary<std::cosh>, 1, 1},
    {"tanh", unary<std::tanh>, 1, 1},
    {"asinh", unary<std::asinh>, 1, 1},
    {"acosh", unary<std::acosh>, 1, 1},
    {"atanh", unary<std::atanh, true>, 1, 1},
    {"degrees", unary<degrees>, 1, 1},
    {"radians", unary<radians>, 1, 1},
    {"erf", unary<std::erf>, 1, 1},
    {"erfc", unary<std::erfc>, 1, 1},
    {"gamma", unary<gamma_function, true>, 1, 1},
    {"lgamma", unary<log_gamma_function, true>, 1, 1},
    {"atan2", binary<python::arc_tangent_of>, 2, 2},
    {"pow", pow_floats, 2, 2},
    {"fmod", binary<remainder_toward_zero>, 2, 2},
    {"remainder", binary<remainder_nearest>, 2, 2},
    {"copysign", binary<with_sign>, 2, 2},
    {"log", log, 1, 2},
    {"log2", log2, 1, 1},
    {"log10", log10, 1, 1},
    {"floor", rounded<round_down>, 1, 1},
    {"ceil", rounded<round_up>, 1, 1},
    {"trunc", rounded<round_to_zero>, 1, 1},
    {"isnan", test<is_nan>, 1, 1},
    {"isinf", test<is_infinite>, 1, 1},
    {"isfinite", test<is_finite>, 1, 1},
    {"modf", modf, 1, 1},
    {"frexp", frexp, 1, 1},
    {"ldexp", ldexp, 2, 2},
    {"nextafter", binary<std::nextafter>, 2, 2},
    {"ulp", ulp, 1, 1},
    {"fma", fma, 3, 3},
    {"hypot", hypot, 0, -1},
};

}  // namespace

void initialize_math(Vm& vm, Dict* dict) {
  python::add_functions(vm, dict, kFunctions, "math");
  auto put = [&](const char* name, double value) {
    python::dict_set_string(vm, dict, vm.intern(name), Value::real(value));
  };
  put("pi", std::numbers::pi);
  put("e", std::numbers::e);
  put("tau", 2 * std::numbers::pi);
  put("inf", std::numeric_limits<double>::infinity());
  put("nan", std::numeric_limits<double>::quiet_NaN());
}

}  // namespace loopscope::modules
