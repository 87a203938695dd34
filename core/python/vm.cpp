// Vm: making a machine and its builtin types; starting, running, resuming fibers.
// Not here: the loop (vm_loop.cpp), what natives may ask (vm_operations.cpp, vm_attributes.cpp ...).
#include "core/python/vm.h"

#include "core/python/default_repr.h"
#include "core/python/exception_groups.h"
#include "core/python/frame_object.h"
#include "core/python/install.h"
#include "core/python/internals.h"
#include "core/python/slice.h"

namespace loopscope::python {

void drop_code(Heap& heap, Object* object);

namespace {

struct BareType {
  Type* WellKnownTypes::* field;
  TypeSpec spec;
  Type* WellKnownTypes::* base;
};

// Where a member is; objects are no standard-layout types, offsetof does not take them.
template <typename T>
std::uint32_t offset_of(Ref<Dict> T::* member) {
  alignas(T) char storage[sizeof(T)];
  auto* object = reinterpret_cast<T*>(storage);
  return static_cast<std::uint32_t>(reinterpret_cast<char*>(&(object->*member)) - storage);
}

// Layout, size and dict of an exception.
TypeSpec exception_spec(const char* name) {
  TypeSpec spec;
  spec.name = name;
  spec.layout = Layout::kException;
  const bool is_group = std::string_view(name).ends_with("ExceptionGroup");
  spec.basic_size = is_group ? sizeof(ExceptionGroupObject) : sizeof(ExceptionObject);
  spec.flags = kTypeTracked | kTypeSubclassable;
  spec.dict_offset = offset_of(&ExceptionObject::dict);
  return spec;
}

TypeSpec bare_spec(const char* name, Layout layout, std::size_t size, std::uint32_t flags) {
  TypeSpec spec;
  spec.name = name;
  spec.layout = layout;
  spec.basic_size = static_cast<std::uint32_t>(size);
  spec.flags = flags;
  return spec;
}

std::vector<BareType> bare_types() {
  std::vector<BareType> rows;
#define LOOPSCOPE_ROW(field, name, base, layout, object_struct, flags)                                   \
  rows.push_back({&WellKnownTypes::field, bare_spec(name, Layout::layout, sizeof(object_struct), flags), \
                  &WellKnownTypes::base});
  LOOPSCOPE_BUILTIN_TYPES(LOOPSCOPE_ROW)
#undef LOOPSCOPE_ROW
#define LOOPSCOPE_ROW(field, name, base) \
  rows.push_back({&WellKnownTypes::field, exception_spec(name), &WellKnownTypes::base});
  LOOPSCOPE_EXCEPTION_TYPES(LOOPSCOPE_ROW)
#undef LOOPSCOPE_ROW
  for (BareType& row : rows) {
    if (row.spec.layout == Layout::kFunction) row.spec.dict_offset = offset_of(&Function::dict);
    if (row.spec.layout == Layout::kModule) row.spec.dict_offset = offset_of(&Module::dict);
  }
  return rows;
}

// ---- dropping and visiting what the machine's own containers hold ----

void drop_list(Heap& heap, Object* object) { clear_list(heap, static_cast<List*>(object)); }
void visit_list(Object* object, GcVisitor& visitor) {
  for (const Value& item : static_cast<List*>(object)->span()) visitor.visit(item);
}
void drop_tuple(Heap&, Object* object) {
  auto* tuple = static_cast<Tuple*>(object);
  for (std::uint32_t i = tuple->size; i-- != 0;) (*tuple)[i].~Value();  // from the end, as lists
}
void visit_tuple(Object* object, GcVisitor& visitor) {
  for (const Value& item : static_cast<Tuple*>(object)->items()) visitor.visit(item);
}
std::size_t tuple_size(const Object* object) {
  return with_dict_bytes(object->type, Tuple::bytes_for(static_cast<const Tuple*>(object)->size));
}
std::size_t string_size(const Object* object) {
  return with_dict_bytes(object->type, String::bytes_for(static_cast<const String*>(object)->byte_length));
}
std::size_t bytes_size(const Object* object) {
  return with_dict_bytes(object->type, Bytes::bytes_for(static_cast<const Bytes*>(object)->length));
}
void drop_dict(Heap& heap, Object* object) { table_clear(heap, static_cast<Dict*>(object)->table); }
void drop_set(Heap& heap, Object* object) { table_clear(heap, static_cast<Set*>(object)->table); }
void visit_table(const HashTable& table, GcVisitor& visitor) {
  for (std::uint32_t i = 0; i < table.filled; ++i) {
    visitor.visit(table.entries[i].key);
    visitor.visit(table.entries[i].value);
  }
}
void visit_dict(Object* object, GcVisitor& visitor) {
  visit_table(static_cast<Dict*>(object)->table, visitor);
}
void visit_set(Object* object, GcVisitor& visitor) { visit_table(static_cast<Set*>(object)->table, visitor); }
void drop_integer(Heap&, Object* object) { static_cast<Integer*>(object)->number.~BigInteger(); }
void drop_slice(Heap&, Object* object) {
  auto* slice = static_cast<Slice*>(object);
  for (Value* value : {&slice->start, &slice->stop, &slice->step}) value->~Value();
}
void visit_slice(Object* object, GcVisitor& visitor) {
  auto* slice = static_cast<Slice*>(object);
  for (const Value* value : {&slice->start, &slice->stop, &slice->step}) visitor.visit(*value);
}

void set_memory_slots(WellKnownTypes& types) {
  auto set = [](Type* type, void (*drop)(Heap&, Object*), void (*visit)(Object*, GcVisitor&),
                void (*clear)(Heap&, Object*)) {
    type->slots.dealloc = drop;
    type->slots.traverse = visit;
    type->slots.clear = clear;
  };
  set(types.list, drop_list, visit_list, drop_list);
  set(types.tuple, drop_tuple, visit_tuple, nullptr);
  set(types.dict, drop_dict, visit_dict, drop_dict);
  set(types.set, drop_set, visit_set, drop_set);
  set(types.frozenset, drop_set, visit_set, nullptr);
  set(types.slice, drop_slice, visit_slice, nullptr);
  types.int_->slots.dealloc = drop_integer;
  types.bool_->slots.dealloc = drop_integer;
  types.code->slots.dealloc = drop_code;
  types.tuple->slots.size = tuple_size;
  types.str->slots.size = string_size;
  types.bytes->slots.size = bytes_size;
}

void intern_names(Vm& vm) {
#define LOOPSCOPE_NAME(field) vm.names.dunder_##field = vm.intern("__" #field "__");
  LOOPSCOPE_DUNDER_NAMES(LOOPSCOPE_NAME)
#undef LOOPSCOPE_NAME
#define LOOPSCOPE_NAME(field) vm.names.plain_##field = vm.intern(#field);
  LOOPSCOPE_PLAIN_NAMES(LOOPSCOPE_NAME)
#undef LOOPSCOPE_NAME
  vm.names.empty_string = vm.intern("");
  for (int character = 0; character < 128; ++character) {
    char text = static_cast<char>(character);
    vm.internals().characters[character] = vm.intern(std::string_view(&text, 1));
  }
}

// One RETURN_VALUE, see Internals::pass_on.
Ref<Function> make_pass_on(Vm& vm) {
  auto data = std::make_shared<CodeData>();
  data->name = data->qualname = "<result>";
  data->file_name = "<library>";
  data->flags = kCodeFunction | kCodeLibrary | kCodeNative;
  data->words = {make_word(Opcode::RETURN_VALUE)};
  data->stack_size = 2;
  auto function = Ref<Function>::steal(vm.heap.make<Function>(vm.types.function));
  function->code = load_code(vm, data);
  function->globals = make_dict(vm);
  function->name = function->code->name;
  function->qualname = function->code->name;
  return function;
}

}  // namespace

void Vm::Internals::make_builtin_types(Vm& vm) {
  WellKnownTypes& types = vm.types;
  // type's own type is itself: the first two are made by hand, in a circle.
  Type bootstrap = {};
  bootstrap.heap = &vm.heap;
  bootstrap.flags = kTypeTracked;
  types.type = &bootstrap;
  TypeSpec object_spec = bare_spec("object", Layout::kPlain, sizeof(Object), kTypeSubclassable);
  TypeSpec type_spec = bare_spec("type", Layout::kType, sizeof(Type), kTypeTracked);
  types.object = make_bare_type(vm, object_spec, nullptr).detach();
  Type* type = make_bare_type(vm, type_spec, types.object).detach();
  types.type = type;
  for (Type* each : {types.object, type}) each->type = type;
  type->references += 2;
  std::vector<BareType> rows = bare_types();
  for (const BareType& row : rows) types.*row.field = make_bare_type(vm, row.spec, types.*row.base).detach();
  set_memory_slots(types);
  intern_names(vm);
  finish_native_type(vm, types.object, object_spec);
  finish_native_type(vm, types.type, type_spec);
  for (const BareType& row : rows) finish_native_type(vm, types.*row.field, row.spec);
}

Vm::Vm(Environment& given_environment)
    : environment(given_environment), internals_(std::make_unique<Internals>()) {
  internals_->budget = budget_slice;
  Internals::make_builtin_types(*this);
  builtins_ = make_dict(*this);
  modules_ = make_dict(*this);
  Internals::install_object_type(*this);
  Internals::install_class_types(*this);
  Internals::install_function_types(*this);
  Internals::install_descriptor_types(*this);
  Internals::install_exception_types(*this);
  Internals::install_generator_types(*this);
  Internals::install_async_generator_types(*this);
  Internals::install_module_type(*this);
  internals_->pass_on = make_pass_on(*this);
  install_builtin_types(*this);
  Internals::publish_builtins(*this);
  install_builtins(*this);
}

Vm::~Vm() {
  Internals& in = *internals_;
  exception_ = Value();
  in.awaited = Value();
  in.block = {};
  in.being_shown.clear();
  in.coroutine_origins = Value();
  in.frame_type = nullptr;
  in.member_type = nullptr;
  modules_ = nullptr;
  in.library_modules.clear();
  in.pass_on = nullptr;
  in.build_class_function = Value();
  heap.close();
  // What is left are builtins, types and names; they go with the heap's blocks, but large buffers must be
  // given back.
  builtins_ = nullptr;
  heap.close();
  heap.release_all();
}

Value Vm::make_instance(Type* type) { return Value::steal(heap.make<Object>(type, type->basic_size)); }

Value Vm::make_cell(Value content) {
  auto* cell = heap.make<Cell>(types.cell);
  cell->content = std::move(content);
  return Value::steal(cell);
}

Value Vm::make_bound_method(Value function, Value self) {
  auto* method = heap.make<BoundMethod>(types.bound_method);
  method->function = std::move(function);
  method->self = std::move(self);
  return Value::steal(method);
}

std::string_view Vm::name_of(const Type* type) const {
  return type->message_name.is_empty() ? std::string_view(type->native_name)
                                       : type->message_name.as<String>()->view();
}

Type* Vm::class_of(const Value& value) const {
  Type* type = type_of(value);
  if (type != types.bound_method) return type;
  const Value& function = value.as<BoundMethod>()->function;
  if (!has_layout(function, Layout::kNativeFunction)) return type;
  return is_exact(function, types.wrapper_descriptor) ? types.method_wrapper : types.native_function;
}

std::string_view Vm::type_name(const Value& value) const { return name_of(class_of(value)); }

// ---- running ----

void Vm::start_main(Fiber& fiber, std::shared_ptr<const CodeData> code) {
  Ref<Module> main = make_module("__main__");
  auto* function = heap.make<Function>(types.function);
  Value callable = Value::steal(function);
  function->code = load_code(*this, std::move(code));
  function->globals = main->dict;
  function->name = function->code->name;
  function->qualname = function->code->name;
  function->module = names.dunder_main;
  dict_set_string(*this, main->dict.get(), names.dunder_file, function->code->file_name);
  dict_set_string(*this, main->dict.get(), names.dunder_doc, function->code->docstring);
  start_call(fiber, callable, {});
}

void Vm::start_call(Fiber& fiber, const Value& callable, std::span<const Value> arguments) {
  fiber.vm = this;
  Fiber* outer = std::exchange(fiber_, &fiber);
  Value result = call(callable, arguments);
  fiber_ = outer;
  if (result.is_suspended()) return;
  fiber.finished = true;
  fiber.result = std::move(result);
  if (fiber.result.is_empty()) fiber.result = take_exception(), fiber.failed = true;
}

bool Vm::start_coroutine(Fiber& fiber, const Value& coroutine) {
  if (!has_layout(coroutine, Layout::kGenerator)) {
    raise(types.type_error, "a coroutine was expected, got ", type_name(coroutine));
    return false;
  }
  auto* generator = coroutine.as<Generator>();
  if (generator->is_linked || generator->state == GeneratorState::kRunning) {
    raise(types.runtime_error, "coroutine is being awaited already");
    return false;
  }
  if (generator->state == GeneratorState::kClosed) {
    raise(types.runtime_error, "cannot reuse already awaited coroutine");
    return false;
  }
  fiber.vm = this;
  fiber.coroutine = coroutine;
  fiber.frame = nullptr;
  bool created = generator->state == GeneratorState::kCreated;
  Fiber* outer = std::exchange(fiber_, &fiber);
  Internals::link(*this, generator, FrameReturn::kRoot, Value(), false);
  fiber_ = outer;
  if (!created) fiber.wants_value = true;
  return true;
}

RunResult Vm::run(Fiber& fiber) {
  fiber.vm = this;
  if (fiber.frame == nullptr) {
    auto kind = fiber.failed ? RunResult::Kind::kRaised : RunResult::Kind::kReturned;
    return {kind, std::move(fiber.result), {}};
  }
  Fiber* outer = std::exchange(fiber_, &fiber);
  Internals& in = *internals_;
  if (std::exchange(fiber.wants_value, false)) new (fiber.frame->stack++) Value(Value::none());
  if (!fiber.thrown.is_empty()) {
    if (opcode_of(*fiber.frame->pc) == Opcode::SEND) ++fiber.frame->pc;
    raise_exception(std::move(fiber.thrown));
    in.leave = Internals::Leave::kThrow;
  }
  RunResult result = Internals::execute(*this, fiber);
  fiber_ = outer;
  switch (result.kind) {
    case RunResult::Kind::kAwaiting:
    case RunResult::Kind::kBlocking:
      fiber.wants_value = true;
      break;
    case RunResult::Kind::kReturned:
    case RunResult::Kind::kRaised:
      fiber.coroutine = Value();
      break;
    case RunResult::Kind::kOutOfBudget:
      break;
  }
  return result;
}

void Vm::resume(Fiber& fiber, Value value) {
  if (!std::exchange(fiber.wants_value, false) || fiber.frame == nullptr) return;
  new (fiber.frame->stack++) Value(std::move(value));
}

void Vm::resume_throw(Fiber& fiber, Value exception) {
  if (is_type(exception)) exception = make_exception(exception.as<Type>(), {});
  fiber.wants_value = false;
  fiber.thrown = std::move(exception);
}

std::uint64_t Vm::take_instructions() {
  std::uint64_t executed = internals_->spent + static_cast<std::uint64_t>(budget_slice - internals_->budget);
  internals_->spent = 0;
  internals_->budget = budget_slice;
  return executed;
}

Value Vm::block(BlockRequest request) {
  if (native_only_ != 0) return Value::deferred();
  internals_->block = std::move(request);
  internals_->leave = Internals::Leave::kBlocking;
  return Value::suspended();
}

Value Vm::wait_for(Value what) {
  internals_->awaited = std::move(what);
  internals_->leave = Internals::Leave::kAwaiting;
  return Value::suspended();
}

namespace {

const Frame* users_frame(const Frame* frame) {
  while (frame != nullptr && frame->code->is(kCodeLibrary)) frame = frame->back;
  return frame;
}

UserPosition position_of(const Frame* frame) {
  frame = users_frame(frame);
  if (frame == nullptr) return {};
  return {frame->code->file_name.as<String>()->view(), frame->code->qualname.as<String>()->view(),
          position_at(frame->code, standing_word(frame))};
}

}  // namespace

std::string Vm::format_stack(int most) const {
  std::string text;
  const Frame* frame = users_frame(fiber_ != nullptr ? fiber_->frame : nullptr);
  for (int count = 0; frame != nullptr && count < most; ++count, frame = users_frame(frame->back)) {
    UserPosition place = position_of(frame);
    text.insert(0, stack_line(place.file_name, place.position.line, frame->code->name.as<String>()->view()));
  }
  return text;
}

UserPosition Vm::position(const Fiber& fiber) const { return position_of(fiber.frame); }

UserPosition Vm::current_position() const {
  return fiber_ != nullptr ? position_of(fiber_->frame) : UserPosition{};
}

void Vm::finish() {
  internals_->has_finished = true;
  // As at CPython's exit the program's globals go first: what only they kept alive says its last word.
  dict_remove(*this, modules_.get(), names.dunder_main);
  for (int round = 0; round < 100; ++round) {
    heap.collect();
    if (!heap.has_finalizers()) break;
    run_finalizers();
  }
}

void Vm::run_finalizers() {
  while (heap.has_finalizers()) {
    Fiber fiber;
    fiber.vm = this;
    fiber_ = &fiber;
    fiber.frame = Internals::make_frame(*this, internals_->pass_on.get());
    fiber.frame->on_return = FrameReturn::kRoot;
    new (fiber.frame->stack++) Value(Value::none());
    Internals::start_finalizer(*this, fiber);
    fiber_ = nullptr;
    for (;;) {
      RunResult result = run(fiber);
      if (result.kind == RunResult::Kind::kReturned || result.kind == RunResult::Kind::kRaised) break;
      if (result.kind != RunResult::Kind::kOutOfBudget) {
        resume_throw(fiber, make_exception(types.runtime_error, "a finalizer cannot wait"));
      }
    }
  }
}

Fiber::~Fiber() {
  while (frame != nullptr) {
    Frame* dropped = frame;
    frame = dropped->back;
    Ref<Generator> generator = Ref<Generator>::share(dropped->generator);
    if (generator) Vm::Internals::generator_ended(*this, generator.get());
    Vm::Internals::free_frame(vm->heap, dropped);
  }
}

}  // namespace loopscope::python
