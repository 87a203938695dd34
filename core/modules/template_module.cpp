// _template: functions from a text that the library has put together, as namedtuple and dataclass need it.
// Not for scripts: they have no exec.
#include "core/modules/module_table.h"
#include "core/python/compiler.h"
#include "core/python/function.h"
#include "core/python/library_code.h"

namespace loopscope::modules {
namespace {

using python::Arguments;
using python::Dict;
using python::Function;
using python::Value;
using python::Vm;

// run(text, globals): the text as a module's body; what it defines is in `globals` then.
Value run(Vm& vm, const Arguments& arguments) {
  python::CompileResult result = python::compile(arguments[0].as<python::String>()->view(),
                                                 {.file_name = "<string>", .flags = python::kCodeLibrary});
  if (result.code == nullptr) {
    return vm.raise(vm.types.syntax_error, result.error ? result.error->message : std::string("no code"));
  }
  auto* body = vm.heap.make<Function>(vm.types.function);
  Value function = Value::steal(body);
  body->code = python::load_code(vm, result.code);
  body->globals = python::Ref<Dict>::share(arguments[1].as<Dict>());
  body->name = body->code->name;
  body->qualname = body->code->qualname;
  body->docstring = Value::none();
  body->module = Value::none();
  return vm.call(function);
}

// What a named tuple's class has under a field's name.
struct FieldGetter : python::Object {
  std::int64_t index;
};

Value create_getter(Vm& vm, python::Type* type, const Arguments& arguments) {
  std::int64_t index = 0;
  if (arguments.size() != 1 || !vm.index_of(arguments[0], &index)) {
    return vm.has_exception() ? Value() : vm.raise(vm.types.type_error, "field_getter expected an index");
  }
  auto* getter = vm.heap.make<FieldGetter>(type);
  getter->index = index;
  return Value::steal(getter);
}
Value get_field(Vm& vm, const Value& self, const Value& instance, python::Type*) {
  if (instance.is_empty()) return self;
  auto index = static_cast<std::size_t>(self.as<FieldGetter>()->index);
  if (!vm.is_tuple(instance) || index >= instance.as<python::Tuple>()->size) {
    return vm.raise(vm.types.index_error, "tuple index out of range");
  }
  return (*instance.as<python::Tuple>())[index];
}
Value set_field(Vm& vm, const Value&, const Value&, const Value&) {
  return vm.raise(vm.types.attribute_error, "can't set attribute");
}
Value show_getter(Vm& vm, const Value& self) {
  std::string index = std::to_string(self.as<FieldGetter>()->index);
  return vm.make_string("_tuplegetter(" + index + ", 'Alias for field number " + index + "')");
}

constexpr python::NativeSpec kFunctions[] = {{"run", run, 2, 2, python::kNativeMaySuspend}};

}  // namespace

void initialize_template(Vm& vm, Dict* dict) {
  python::add_functions(vm, dict, kFunctions, "_template");
  python::TypeSpec getter;
  getter.name = "collections._tuplegetter";
  getter.basic_size = sizeof(FieldGetter);
  getter.slots.create = create_getter;
  getter.slots.descriptor_get = get_field;
  getter.slots.descriptor_set = set_field;
  getter.slots.repr = show_getter;
  python::dict_set_string(vm, dict, vm.intern("field_getter"), python::make_type(vm, getter).value());
}

}  // namespace loopscope::modules
