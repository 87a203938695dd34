// What await, async with and async for may wait for, and what they say of what they may not.
// Not the waiting itself (generators.cpp).
#include <string>

#include "core/python/exception.h"
#include "core/python/internals.h"

namespace loopscope::python {

Value Vm::Internals::get_awaitable(Vm& vm, const Value& value, std::uint32_t where) {
  Type* type = vm.type_of(value);
  if (type == vm.types.coroutine || type == vm.types.async_generator_step) return value;
  if (type->slots.await != nullptr) return type->slots.await(vm, value);
  if (type->slots.await_step != nullptr) return value;
  std::string_view name = vm.type_name(value);
  switch (where) {
    case 1:
    case 2:
      return vm.raise(vm.types.type_error, "'async with' received an object from ",
                      where == 1 ? "__aenter__" : "__aexit__", " that does not implement __await__: ", name);
    case 3: {
      Value error = vm.make_exception(
          vm.types.type_error, "'async for' received an invalid object from __anext__: " + std::string(name));
      get_awaitable(vm, value, 0);
      Value cause = vm.take_exception();
      auto* exception = error.as<ExceptionObject>();
      exception->cause = exception->context = cause;
      exception->suppress_context = true;
      return vm.raise_exception(std::move(error));
    }
    default:
      return vm.raise(vm.types.type_error, "object ", name, " can't be used in 'await' expression");
  }
}

}  // namespace loopscope::python
