// None, Ellipsis and NotImplemented.
// Not True and False (int_type.cpp).
#include "core/python/types/operands.h"
#include "core/python/types/type_installers.h"

namespace loopscope::python {
namespace {

Value none_repr(Vm& vm, const Value&) { return vm.intern("None"); }
Value ellipsis_repr(Vm& vm, const Value&) { return vm.intern("Ellipsis"); }
Value not_implemented_repr(Vm& vm, const Value&) { return vm.intern("NotImplemented"); }

Value none_truth(Vm&, const Value&) { return Value::false_value(); }
Value fixed_hash(Vm& vm, const Value& self) {
  return vm.make_int(static_cast<std::int64_t>(self.bits()) * 64661);
}

// The message names the type as the types module does, not as other messages do ("ellipsis").
constexpr char kNone[] = "NoneType", kEllipsis[] = "EllipsisType", kMissing[] = "NotImplementedType";
template <Value (*Make)(), const char* Name>
Value create_singleton(Vm& vm, Type*, const Arguments& arguments) {
  if (arguments.size() != 0 || arguments.keyword_count != 0)
    return vm.raise(vm.types.type_error, Name, " takes no arguments");
  return Make();
}

}  // namespace

void install_singletons(Vm& vm) {
  TypeSlots slots;
  slots.repr = none_repr;
  slots.truth = none_truth;
  slots.hash = fixed_hash;
  slots.create = create_singleton<+[] { return Value::none(); }, kNone>;
  extend_type(vm, vm.types.none_type, slots, {});
  TypeSlots ellipsis;
  ellipsis.repr = ellipsis_repr;
  ellipsis.hash = fixed_hash;
  ellipsis.create = create_singleton<+[] { return Value::ellipsis(); }, kEllipsis>;
  extend_type(vm, vm.types.ellipsis_type, ellipsis, {});
  TypeSlots missing;
  missing.repr = not_implemented_repr;
  missing.hash = fixed_hash;
  missing.create = create_singleton<+[] { return Value::not_implemented(); }, kMissing>;
  extend_type(vm, vm.types.not_implemented_type, missing, {});
}

}  // namespace loopscope::python
