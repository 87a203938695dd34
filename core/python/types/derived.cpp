// Making instances of subclasses of the types whose content stands inside the object.
// Not their attributes (type.h's instance_dict).
#include "core/python/types/derived.h"

#include <cstring>

#include "core/python/types/operands.h"

namespace loopscope::python {

Value make_derived(Vm& vm, Type* type, const Value& exact) {
  if (is_str(exact)) {
    auto* source = exact.as<String>();
    std::size_t bytes = with_dict_bytes(type, String::bytes_for(source->byte_length));
    auto* copy = vm.heap.make<String>(type, bytes);
    copy->byte_length = source->byte_length;
    copy->length = source->length;
    std::memcpy(copy->data(), source->data(), source->byte_length);
    return Value::steal(copy);
  }
  if (is_bytes(exact)) {
    auto* source = exact.as<Bytes>();
    auto* copy = vm.heap.make<Bytes>(type, with_dict_bytes(type, Bytes::bytes_for(source->length)));
    copy->length = source->length;
    std::memcpy(copy->data(), source->data(), source->length);
    return Value::steal(copy);
  }
  auto* source = exact.as<Tuple>();
  auto* copy = vm.heap.make<Tuple>(type, with_dict_bytes(type, Tuple::bytes_for(source->size)));
  copy->size = source->size;
  for (std::uint32_t i = 0; i < source->size; ++i) (*copy)[i] = (*source)[i];
  return Value::steal(copy);
}

Value new_arguments(Vm& vm, const Arguments& arguments) {
  const Value& self = arguments[0];
  Value plain = is_int(self)     ? make_integer(vm, big_of(self))
                : is_float(self) ? Value::real(double_of(self))
                                 : make_derived(vm,
                                                is_str(self)     ? vm.types.str
                                                : is_bytes(self) ? vm.types.bytes
                                                                 : vm.types.tuple,
                                                self);
  return make_tuple(vm, std::span<const Value>(&plain, 1)).value();
}

Value refuse_repeat(Vm& vm, const Value& times) {
  if (vm.type_of(times)->is_script()) return Value::not_implemented();
  return vm.raise(vm.types.type_error, "can't multiply sequence by non-int of type '", vm.type_name(times),
                  "'");
}

}  // namespace loopscope::python
