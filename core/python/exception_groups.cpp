// BaseExceptionGroup and ExceptionGroup: making, text, attributes; matching by except*.
// Not here: splitting, which may call the script's derive (library/groups.py).
#include "core/python/exception_groups.h"

#include "core/python/internals.h"
#include "core/python/types/argument_type.h"

namespace loopscope::python {
namespace {

ExceptionGroupObject* self_of(const Value& self) { return self.as<ExceptionGroupObject>(); }

void drop_group(Heap& heap, Object* object) {
  auto* group = static_cast<ExceptionGroupObject*>(object);
  group->message.~Value();
  group->members.~Ref();
  drop_exception(heap, object);
}

void visit_group(Object* object, GcVisitor& visitor) {
  visitor.visit(static_cast<ExceptionGroupObject*>(object)->message);
  visitor.visit(static_cast<ExceptionGroupObject*>(object)->members);
  visit_exception(object, visitor);
}

Value create_group(Vm& vm, Type* type, const Arguments& arguments) {
  if (arguments.size() != 2) {
    return vm.raise(vm.types.type_error, "BaseExceptionGroup.__new__() takes exactly 2 arguments (",
                    std::to_string(arguments.size()), " given)");
  }
  if (!vm.is_string(arguments[0])) {
    return vm.raise(vm.types.type_error, "BaseExceptionGroup.__new__() argument 1 must be str, not ",
                    argument_type(vm, arguments[0]));
  }
  if (!vm.is_list(arguments[1]) && !vm.is_tuple(arguments[1])) {
    return vm.raise(vm.types.type_error, "second argument (exceptions) must be a sequence");
  }
  const std::span<const Value> given =
      vm.is_list(arguments[1]) ? arguments[1].as<List>()->span() : arguments[1].as<Tuple>()->items();
  if (given.empty()) {
    return vm.raise(vm.types.value_error, "second argument (exceptions) must be a non-empty sequence");
  }
  bool only_exceptions = true;
  for (std::size_t i = 0; i < given.size(); ++i) {
    if (!vm.is_exception(given[i])) {
      return vm.raise(vm.types.value_error, "Item ", std::to_string(i),
                      " of second argument (exceptions) is not an exception");
    }
    only_exceptions &= is_subtype(given[i].object()->type, vm.types.exception);
  }
  if (type == vm.types.base_exception_group && only_exceptions) type = vm.types.exception_group;
  if (!only_exceptions && is_subtype(type, vm.types.exception)) {
    if (type == vm.types.exception_group)
      return vm.raise(vm.types.type_error, "Cannot nest BaseExceptions in an ExceptionGroup");
    return vm.raise(vm.types.type_error, "Cannot nest BaseExceptions in '", vm.name_of(type), "'");
  }
  Value self = vm.make_instance(type);
  ExceptionGroupObject* group = self_of(self);
  group->args = make_tuple(vm, arguments.positionals());
  group->message = arguments[0];
  group->members = make_tuple(vm, given);
  return self;
}

Value group_str(Vm& vm, const Value& self) {
  const std::size_t count = group_members(self).size();
  const Value& message = self_of(self)->message;
  std::string text(message.is_empty() ? std::string_view() : message.as<String>()->view());
  return vm.make_string(text + " (" + std::to_string(count) +
                        (count == 1 ? " sub-exception)" : " sub-exceptions)"));
}

Value group_message(Vm& vm, const Value& self) {
  const Value& message = self_of(self)->message;
  return message.is_empty() ? vm.names.empty_string : message;
}
Value group_exceptions(Vm& vm, const Value& self) { return make_tuple(vm, group_members(self)).value(); }

Value group_split(Vm& vm, const Arguments& arguments) {
  return vm.call_library("groups", "split", arguments[0], arguments[1]);
}
Value group_subgroup(Vm& vm, const Arguments& arguments) {
  return vm.call_library("groups", "subgroup", arguments[0], arguments[1]);
}
Value group_derive(Vm& vm, const Arguments& arguments) {
  return vm.call(Value::share(vm.types.base_exception_group), group_message(vm, arguments[0]), arguments[1]);
}

constexpr NativePropertySpec kProperties[] = {{"message", group_message, nullptr},
                                              {"exceptions", group_exceptions, nullptr}};
constexpr NativeSpec kMethods[] = {
    {"split", group_split, 1, 1}, {"subgroup", group_subgroup, 1, 1}, {"derive", group_derive, 1, 1}};

// Is the type one that except* may name? Called after match_exception found it to be exception types.
bool names_group(const Vm& vm, const Value& type) {
  if (vm.is_type(type)) return is_subtype(type.as<Type>(), vm.types.base_exception_group);
  for (const Value& each : type.as<Tuple>()->items()) {
    if (names_group(vm, each)) return true;
  }
  return false;
}

}  // namespace

std::span<const Value> group_members(const Value& group) {
  const Tuple* members = self_of(group)->members.get();
  return members == nullptr ? std::span<const Value>() : members->items();
}

bool is_exception_group(const Vm& vm, const Value& exception) {
  return is_subtype(exception.object()->type, vm.types.base_exception_group);
}

Value match_exception_group(Vm& vm, const Value& exception, const Value& type) {
  // Asked first of anything: wrong types are an error where there is nothing left to match, too.
  const Value probe = exception.is_none() ? vm.make_exception(vm.types.exception, {}) : exception;
  const Value whole = Vm::Internals::match_exception(vm, probe, type);
  if (whole.is_empty()) return {};
  if (names_group(vm, type)) {
    return vm.raise(vm.types.type_error,
                    "catching ExceptionGroup with except* is not allowed. Use except instead.");
  }
  Value pair[] = {Value::none(), exception};
  if (!exception.is_none() && whole.is_true()) {
    const Value group[] = {vm.names.empty_string, make_tuple(vm, std::span(&exception, 1)).value()};
    pair[0] = is_exception_group(vm, exception)
                  ? exception
                  : create_group(vm, vm.types.base_exception_group, Arguments{group, 2});
    pair[1] = Value::none();
  } else if (!exception.is_none() && is_exception_group(vm, exception)) {
    return vm.call_library("groups", "match", exception, type);
  }
  return make_tuple(vm, pair).value();
}

void install_exception_groups(Vm& vm) {
  TypeSlots slots;
  slots.dealloc = drop_group;
  slots.traverse = visit_group;
  slots.create = create_group;
  slots.str = group_str;
  extend_type(vm, vm.types.base_exception_group, slots, kMethods, kProperties);
  add_class_getitem(vm, vm.types.base_exception_group);
}

}  // namespace loopscope::python
