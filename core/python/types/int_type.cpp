// int and bool: slots, construction from numbers and texts, decimal text.
// Not operators (int_arithmetic.cpp) and methods (int_methods.cpp).
#include "core/python/types/int_type.h"

#include <cstdio>

#include "core/python/numbers/float_text.h"
#include "core/python/numbers/int_text.h"
#include "core/python/text/format_spec.h"
#include "core/python/text/string_repr.h"
#include "core/python/types/derived.h"
#include "core/python/types/format_result.h"
#include "core/python/types/int_methods.h"
#include "core/python/types/operands.h"
#include "core/python/types/type_installers.h"

namespace loopscope::python {
namespace {

Value int_repr(Vm& vm, const Value& self) { return int_text(vm, self); }

Value bool_repr(Vm& vm, const Value& self) { return vm.intern(self.is_true() ? "True" : "False"); }

Value int_hash(Vm& vm, const Value& self) {
  std::int64_t number = 0;
  if (int64_of(self, &number) && number > -(std::int64_t{1} << 60) && number < (std::int64_t{1} << 60)) {
    return vm.make_int(number == -1 ? -2 : number);
  }
  return vm.make_int(hash(big_of(self)));
}

Value int_compare(Vm&, CompareOperator op, const Value& left, const Value& right) {
  if (!is_int(left) || !is_int(right)) return Value::not_implemented();
  std::int64_t a = 0;
  std::int64_t b = 0;
  int order = 0;
  if (int64_of(left, &a) && int64_of(right, &b)) {
    order = a < b ? -1 : (a > b ? 1 : 0);
  } else {
    order = compare(big_of(left), big_of(right));
  }
  return order_answer(op, order);
}

Value int_truth(Vm&, const Value& self) {
  std::int64_t number = 0;
  return Value::boolean(!int64_of(self, &number) || number != 0);
}

Value int_unary(Vm& vm, UnaryOperator op, const Value& self) {
  std::int64_t number = 0;
  bool small = int64_of(self, &number) && number > INT64_MIN;
  switch (op) {
    case UnaryOperator::kNegative:
      return small ? vm.make_int(-number) : make_integer(vm, big_of(self).negated());
    case UnaryOperator::kInvert:
      return small ? vm.make_int(~number) : make_integer(vm, bit_not(big_of(self)));
    default:
      return small ? vm.make_int(number) : make_integer(vm, big_of(self));
  }
}

Value int_format(Vm& vm, const Value& self, const Value& spec) {
  if (view_of(spec).empty()) return self.is_bool() ? bool_repr(vm, self) : int_text(vm, self);
  return finish_format(vm, format_int(big_of(self), view_of(spec), vm.type_name(self)));
}

Value parse_text(Vm& vm, std::string_view text, std::string_view shown, int base) {
  std::int64_t small = 0;
  if (base == 10 && parse_small_int(text, small)) return vm.make_int(small);
  auto number = parse_int(text, base);
  if (number) return make_integer(vm, std::move(*number));
  if (number.error().digits != 0)
    return vm.raise(vm.types.value_error, digit_limit_message(number.error().digits));
  return vm.raise(vm.types.value_error, "invalid literal for int() with base ", std::to_string(base), ": ",
                  shown);
}

Value int_from_value(Vm& vm, const Value& value) {
  if (value.is_object()) {
    Type* own = value.object()->type;
    if (has_script_method(vm, own, vm.names.dunder_int))
      return vm.call_library("conversions", "to_int", value);
    if (has_script_method(vm, own, vm.names.dunder_index) && !is_real(value))
      return vm.call_library("conversions", "to_index", value);
  }
  if (is_int(value)) {
    if (value.is_small_int() || vm.is_exact(value, vm.types.int_)) return value;
    return make_integer(vm, big_of(value));
  }
  if (is_float(value)) return int_from_double(vm, double_of(value));
  if (is_str(value)) return parse_text(vm, view_of(value), string_repr(view_of(value)), 10);
  if (is_bytes(value)) return parse_text(vm, bytes_view(value), bytes_repr(bytes_view(value)), 10);
  Type* type = vm.type_of(value);
  if (lookup(type, vm.names.dunder_int) != nullptr) return vm.call_library("conversions", "to_int", value);
  if (lookup(type, vm.names.dunder_index) != nullptr)
    return vm.call_library("conversions", "to_index", value);
  return vm.raise(vm.types.type_error,
                  "int() argument must be a string, a bytes-like object or a real number, not '",
                  vm.type_name(value), "'");
}

// An instance of a subclass of int; `number` may be special.
Value as_subclass(Vm& vm, Type* type, Value number) {
  if (type == vm.types.int_ || number.is_special()) return number;
  Ref<Integer> instance = Ref<Integer>::steal(vm.heap.make<Integer>(type, type->basic_size));
  new (&instance->number) BigInteger(big_of(number));
  return std::move(instance).value();
}

Value int_create(Vm& vm, Type* type, const Arguments& arguments) {
  if (arguments.keyword_count == 0 && arguments.size() == 1 && type == vm.types.int_) {
    return int_from_value(vm, arguments[0]);
  }
  if (arguments.keyword_count == 0 && arguments.size() > 2 && type == vm.types.int_) {
    return vm.raise(vm.types.type_error, "int expected at most 2 arguments, got ",
                    std::to_string(arguments.size()));
  }
  Value bound[2];
  if (!bind_arguments(vm, arguments, "int", "x=, /, base=", bound)) return {};
  if (bound[0].is_empty()) {
    if (!bound[1].is_empty()) return vm.raise(vm.types.type_error, "int() missing string argument");
    return as_subclass(vm, type, Value::small_int(0));
  }
  if (bound[1].is_empty()) {
    if (type != vm.types.int_ && vm.type_of(bound[0])->is_script())
      return derived_by_script(vm, vm.types.int_, type, bound[0]);
    return as_subclass(vm, type, int_from_value(vm, bound[0]));
  }
  std::int64_t base = 0;
  Value whole = vm.index_value(bound[1]);
  if (whole.is_empty()) return {};
  if (!int64_of(whole, &base)) base = -1;
  if (base != 0 && (base < 2 || base > 36)) {
    return vm.raise(vm.types.value_error, "int() base must be >= 2 and <= 36, or 0");
  }
  auto radix = static_cast<int>(base);
  if (is_str(bound[0])) {
    return as_subclass(vm, type, parse_text(vm, view_of(bound[0]), string_repr(view_of(bound[0])), radix));
  }
  if (is_bytes(bound[0])) {
    return as_subclass(vm, type,
                       parse_text(vm, bytes_view(bound[0]), bytes_repr(bytes_view(bound[0])), radix));
  }
  return vm.raise(vm.types.type_error, "int() can't convert non-string with explicit base");
}

Value bool_create(Vm& vm, Type*, const Arguments& arguments) {
  if (arguments.keyword_count != 0) return vm.raise(vm.types.type_error, "bool() takes no keyword arguments");
  if (arguments.size() > 1) {
    return vm.raise(vm.types.type_error, "bool expected at most 1 argument, got ",
                    std::to_string(arguments.size()));
  }
  return arguments.size() == 0 ? Value::false_value() : vm.truth(arguments[0]);
}

void int_dealloc(Heap&, Object* self) { static_cast<Integer*>(self)->number.~BigInteger(); }

}  // namespace

Value make_integer(Vm& vm, std::int64_t number) {
  if (Value::fits_small_int(number)) return Value::small_int(number);
  auto* integer = vm.heap.make<Integer>(vm.types.int_);
  new (&integer->number) BigInteger(number);
  return Value::steal(integer);
}

Value make_integer(Vm& vm, BigInteger number) {
  if (number.bit_length() < 63) return make_integer(vm, *number.to_int64());
  if (!vm.heap.reserve(number.limbs().size() * sizeof(BigInteger::Limb))) return vm.raise_memory_error();
  auto* integer = vm.heap.make<Integer>(vm.types.int_);
  new (&integer->number) BigInteger(std::move(number));
  return Value::steal(integer);
}

Value int_text(Vm& vm, const Value& value) {
  std::int64_t number = 0;
  if (int64_of(value, &number)) {
    char buffer[24];
    char* end = buffer + sizeof buffer;
    char* at = end;
    bool negative = number < 0;
    std::uint64_t rest =
        negative ? 0 - static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number);
    do {
      *--at = static_cast<char>('0' + rest % 10);
      rest /= 10;
    } while (rest != 0);
    if (negative) *--at = '-';
    return vm.make_string({at, static_cast<std::size_t>(end - at)});
  }
  BigInteger big = big_of(value);
  if (exceeds_digit_limit(big)) return vm.raise(vm.types.value_error, digit_limit_message());
  return vm.make_string(to_text(big));
}

Value int_text_with_prefix(Vm& vm, const Value& value, int base) {
  std::string text = to_text(big_of(value), base);
  text.insert(text[0] == '-' ? 1 : 0, base == 2 ? "0b" : (base == 8 ? "0o" : "0x"));
  return vm.make_string(text);
}

void install_int(Vm& vm) {
  TypeSlots slots;
  slots.dealloc = int_dealloc;
  slots.repr = int_repr;
  slots.hash = int_hash;
  slots.compare = int_compare;
  slots.binary = int_binary;
  slots.unary = int_unary;
  slots.truth = int_truth;
  slots.format = int_format;
  slots.create = int_create;
  extend_type(vm, vm.types.int_, slots, kIntMethods, kIntProperties);
  TypeSlots bool_slots = slots;
  bool_slots.repr = bool_repr;
  bool_slots.create = bool_create;
  extend_type(vm, vm.types.bool_, bool_slots, {});
}

}  // namespace loopscope::python
