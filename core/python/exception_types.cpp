// The builtin exception types: making, args, text, attributes.
// Not here: the tree (exception_types.h), groups (exception_groups.cpp), raising (vm_exceptions.cpp).
#include "core/python/exception_types.h"

#include "core/python/exception_groups.h"
#include "core/python/frame_object.h"
#include "core/python/internals.h"
#include "core/python/unicode.h"

namespace loopscope::python {

void drop_exception(Heap&, Object* object) {
  auto* exception = static_cast<ExceptionObject*>(object);
  exception->args.~Ref();
  exception->cause.~Value();
  exception->context.~Value();
  exception->traceback.~Ref();
  exception->notes.~Ref();
  exception->kept.~Ref();
}

void visit_exception(Object* object, GcVisitor& visitor) {
  auto* exception = static_cast<ExceptionObject*>(object);
  visitor.visit(exception->args);
  visitor.visit(exception->cause);
  visitor.visit(exception->context);
  visitor.visit(exception->traceback);
  visitor.visit(exception->notes);
  visitor.visit(exception->kept);
}

namespace {

ExceptionObject* self_of(const Value& self) { return self.as<ExceptionObject>(); }

void clear_exception(Heap&, Object* object) {
  auto* exception = static_cast<ExceptionObject*>(object);
  exception->cause = Value();
  exception->context = Value();
  exception->traceback = nullptr;
  exception->notes = nullptr;
  exception->kept = nullptr;
}

// Attributes that some types take from keywords: ImportError(name=), AttributeError(name=, obj=),
// NameError(name=).
bool take_keywords(Vm& vm, Type* type, const Value& self, const Arguments& arguments) {
  if (arguments.keyword_count == 0) return true;
  bool known = is_subtype(type, vm.types.import_error) || is_subtype(type, vm.types.attribute_error) ||
               is_subtype(type, vm.types.name_error);
  if (!known) {
    vm.raise(vm.types.type_error, vm.name_of(type), "() takes no keyword arguments");
    return false;
  }
  for (std::uint32_t i = 0; i < arguments.keyword_count; ++i) {
    dict_set_string(vm, instance_dict(vm, self.object(), true), vm.intern(arguments.names[i]),
                    arguments.keyword_value(i));
  }
  return true;
}

Value create_exception(Vm& vm, Type* type, const Arguments& arguments) {
  Value self = vm.make_instance(type);
  self_of(self)->args = make_tuple(vm, arguments.positionals());
  return self;
}

Value initialize_exception(Vm& vm, const Value& self, const Arguments& arguments) {
  if (!take_keywords(vm, self.object()->type, self, arguments)) return {};
  self_of(self)->args = make_tuple(vm, arguments.positionals());
  return Value::none();
}

Value exception_str(Vm& vm, const Value& self) {
  const Tuple* args = self_of(self)->args.get();
  if (args->size == 0) return vm.names.empty_string;
  if (args->size > 1) return vm.repr(Value::share(const_cast<Tuple*>(args)));
  return vm.str((*args)[0]);
}

Value key_error_str(Vm& vm, const Value& self) {
  const Tuple* args = self_of(self)->args.get();
  return args->size == 1 ? vm.repr((*args)[0]) : exception_str(vm, self);
}

Value exception_repr(Vm& vm, const Value& self) {
  const Tuple* args = self_of(self)->args.get();
  std::string name(self.object()->type->name.as<String>()->view());
  if (args->size == 0) return vm.make_string(name + "()");
  Vm::NativeOnly scope(vm);
  Value inner = args->size == 1 ? vm.repr((*args)[0]) : vm.repr(Value::share(const_cast<Tuple*>(args)));
  if (inner.is_empty()) return inner;
  if (inner.is_deferred()) return inner;
  std::string text(inner.as<String>()->view());
  return vm.make_string(args->size == 1 ? name + "(" + text + ")" : name + text);
}

Value exception_repr_any(Vm& vm, const Value& self) {
  Value text = exception_repr(vm, self);
  if (!text.is_deferred() || vm.native_only()) return text;
  return vm.call_library("calls", "exception_repr", self);
}

// "[Errno 2] No such file or directory: 'x'" where errno and text were given.
Value os_error_str(Vm& vm, const Value& self) {
  Value number = vm.find_attribute(self, vm.intern("errno"));
  Value text = vm.find_attribute(self, vm.intern("strerror"));
  if (number.is_empty() || text.is_empty() || (number.is_none() && text.is_none()))
    return exception_str(vm, self);
  Vm::NativeOnly scope(vm);
  Value number_text = vm.str(number);
  Value message = vm.str(text);
  if (number_text.is_special() || message.is_special()) return exception_str(vm, self);
  std::string line = "[Errno " + std::string(number_text.as<String>()->view()) + "] " +
                     std::string(message.as<String>()->view());
  Value file = vm.find_attribute(self, vm.intern("filename"));
  if (!file.is_empty() && !file.is_none()) {
    Value shown = vm.repr(file);
    if (!shown.is_special()) line += ": " + std::string(shown.as<String>()->view());
  }
  return vm.make_string(line);
}

// OSError(2, "text") is a FileNotFoundError: Linux's numbers.
Type* os_error_of_number(Vm& vm, std::int64_t number) {
  switch (number) {
    case 1:
    case 13:
      return vm.types.permission_error;
    case 2:
      return vm.types.file_not_found_error;
    case 3:
      return vm.types.process_lookup_error;
    case 4:
      return vm.types.interrupted_error;
    case 10:
      return vm.types.child_process_error;
    case 11:
    case 114:
    case 115:
      return vm.types.blocking_io_error;
    case 17:
      return vm.types.file_exists_error;
    case 20:
      return vm.types.not_a_directory_error;
    case 21:
      return vm.types.is_a_directory_error;
    case 32:
    case 108:
      return vm.types.broken_pipe_error;
    case 103:
      return vm.types.connection_aborted_error;
    case 104:
      return vm.types.connection_reset_error;
    case 110:
      return vm.types.timeout_error;
    case 111:
      return vm.types.connection_refused_error;
    default:
      return vm.types.os_error;
  }
}

Value create_os_error(Vm& vm, Type* type, const Arguments& arguments) {
  bool has_number = arguments.size() >= 2 && arguments.size() <= 5 && arguments[0].is_small_int();
  if (type == vm.types.os_error && has_number) type = os_error_of_number(vm, arguments[0].as_small_int());
  return create_exception(vm, type, arguments);
}

Value initialize_os_error(Vm& vm, const Value& self, const Arguments& arguments) {
  Value done = initialize_exception(vm, self, arguments);
  if (done.is_special()) return done;
  constexpr std::string_view kNames[] = {"errno", "strerror", "filename"};
  Dict* dict = instance_dict(vm, self.object(), true);
  std::size_t given = arguments.size();
  for (std::size_t i = 0; i < 3; ++i) {
    Value value = given >= 2 && given <= 5 && i < given ? arguments[i] : Value::none();
    dict_set_string(vm, dict, vm.intern(kNames[i]), std::move(value));
  }
  if (given == 3) self_of(self)->args = make_tuple(vm, std::span<const Value>(arguments.values, 2));
  return Value::none();
}

// "'utf-8' codec can't decode byte 0xff in position 0: invalid start byte"; args are (encoding, object,
// start, end, reason).
Value unicode_error_str(Vm& vm, const Value& self) {
  const Tuple& args = *self_of(self)->args;
  bool complete = args.size == 5 && vm.is_string(args[0]) && args[2].is_small_int() &&
                  args[3].is_small_int() && vm.is_string(args[4]);
  if (!complete) return exception_str(vm, self);
  auto start = static_cast<std::size_t>(args[2].as_small_int());
  auto end = static_cast<std::size_t>(args[3].as_small_int());
  bool decoding = is_subtype(self.object()->type, vm.types.unicode_decode_error);
  bool single = end == start + 1;
  std::string what = decoding ? "byte" : "character";
  constexpr char kDigits[] = "0123456789abcdef";
  if (single && decoding && vm.has_layout(args[1], Layout::kBytes) && start < args[1].as<Bytes>()->length) {
    auto byte = static_cast<unsigned char>(args[1].as<Bytes>()->view()[start]);
    what += std::string(" 0x") + kDigits[byte >> 4] + kDigits[byte & 15];
  } else if (single && vm.is_string(args[1]) && start < args[1].as<String>()->length) {
    const auto* text = args[1].as<String>();
    char32_t c = decode_utf8(text->view().substr(string_offset(text, static_cast<std::uint32_t>(start))));
    int digits = c <= 0xFF ? 2 : c <= 0xFFFF ? 4 : 8;
    what += std::string(" '\\") + (digits == 2 ? 'x' : digits == 4 ? 'u' : 'U');
    for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) what += kDigits[c >> shift & 15];
    what += "'";
  } else {
    what += "s";
  }
  std::string place = single ? " in position " + std::to_string(start)
                             : " in position " + std::to_string(start) + "-" + std::to_string(end - 1);
  return vm.make_string("'" + std::string(args[0].as<String>()->view()) + "' codec can't " +
                        (decoding ? "decode " : "encode ") + what + place + ": " +
                        std::string(args[4].as<String>()->view()));
}

// ---- attributes ----

Value optional(const Value& value) { return value.is_empty() ? Value::none() : value; }
Value get_args(Vm&, const Value& self) { return self_of(self)->args.value(); }
Value set_args(Vm& vm, const Value& self, const Value& value) {
  if (!vm.is_tuple(value)) return vm.raise(vm.types.type_error, "args must be a tuple");
  self_of(self)->args = Ref<Tuple>::share(value.as<Tuple>());
  return Value::none();
}
Value get_cause(Vm&, const Value& self) { return optional(self_of(self)->cause); }
bool is_exception_or_none(Vm& vm, const Value& value, std::string_view what) {
  if (value.is_none() || vm.is_exception(value)) return true;
  vm.raise(vm.types.type_error, "exception ", what, " must be None or derive from BaseException");
  return false;
}
Value set_cause(Vm& vm, const Value& self, const Value& value) {
  if (!is_exception_or_none(vm, value, "cause")) return {};
  self_of(self)->cause = value.is_none() ? Value() : value;
  self_of(self)->suppress_context = true;
  return Value::none();
}
Value get_context(Vm&, const Value& self) { return optional(self_of(self)->context); }
Value set_context(Vm& vm, const Value& self, const Value& value) {
  if (!is_exception_or_none(vm, value, "context")) return {};
  self_of(self)->context = value.is_none() ? Value() : value;
  return Value::none();
}
Value get_suppress(Vm&, const Value& self) { return Value::boolean(self_of(self)->suppress_context); }
Value set_suppress(Vm&, const Value& self, const Value& value) {
  self_of(self)->suppress_context = value.is_true();
  return Value::none();
}
Value get_traceback(Vm&, const Value& self) { return optional(self_of(self)->traceback.value()); }
Value set_traceback(Vm& vm, const Value& self, const Value& value) {
  if (!value.is_none() && !vm.is_exact(value, vm.types.traceback)) {
    return vm.raise(vm.types.type_error, "__traceback__ must be a traceback or None");
  }
  self_of(self)->traceback =
      value.is_none() ? Ref<Traceback>() : Ref<Traceback>::share(value.as<Traceback>());
  return Value::none();
}
Value set_notes(Vm& vm, const Value& self, const Value& value) {
  if (!vm.is_list(value)) return vm.raise(vm.types.type_error, "__notes__ must be a list");
  self_of(self)->notes = Ref<List>::share(value.as<List>());
  return Value::none();
}
Value get_notes(Vm& vm, const Value& self) {
  if (!self_of(self)->notes) return Vm::Internals::missing_attribute(vm, self, vm.names.dunder_notes);
  return self_of(self)->notes.value();
}
Value add_note(Vm& vm, const Arguments& arguments) {
  if (!vm.is_string(arguments[1])) {
    return vm.raise(vm.types.type_error, "note must be a str, not '", vm.type_name(arguments[1]), "'");
  }
  auto* exception = self_of(arguments[0]);
  if (!exception->notes) exception->notes = make_list(vm);
  return list_append(vm, exception->notes.get(), arguments[1]) ? Value::none() : Value();
}
Value with_traceback(Vm& vm, const Arguments& arguments) {
  Value done = set_traceback(vm, arguments[0], arguments[1]);
  return done.is_empty() ? Value() : arguments[0];
}
Value first_argument(Vm&, const Value& self) {
  const Tuple* args = self_of(self)->args.get();
  return args->size != 0 ? (*args)[0] : Value::none();
}
Value exit_code(Vm&, const Value& self) {
  const Tuple* args = self_of(self)->args.get();
  return args->size == 0 ? Value::none() : args->size == 1 ? (*args)[0] : self_of(self)->args.value();
}
constexpr NativeSpec kMethods[] = {{"add_note", add_note, 1, 1}, {"with_traceback", with_traceback, 1, 1}};
constexpr NativePropertySpec kProperties[] = {
    {"args", get_args, set_args},
    {"__cause__", get_cause, set_cause},
    {"__context__", get_context, set_context},
    {"__suppress_context__", get_suppress, set_suppress},
    {"__traceback__", get_traceback, set_traceback},
    {"__notes__", get_notes, set_notes},
};
constexpr NativePropertySpec kStopIteration[] = {{"value", first_argument, nullptr}};
constexpr NativePropertySpec kSystemExit[] = {{"code", exit_code, nullptr}};
void clear_traceback(Heap& heap, Object* object) {
  Frame* frame = std::exchange(static_cast<Traceback*>(object)->frame, nullptr);
  if (frame != nullptr) Vm::Internals::free_frame(heap, frame);
}
void drop_traceback(Heap& heap, Object* object) {
  auto* traceback = static_cast<Traceback*>(object);
  traceback->next = nullptr;  // the frames within before this one, as CPython does
  clear_traceback(heap, object);
  traceback->next.~Ref();
  traceback->code.~Ref();
  traceback->globals.~Ref();
}
void visit_traceback(Object* object, GcVisitor& visitor) {
  Frame* frame = static_cast<Traceback*>(object)->frame;
  if (frame != nullptr) Vm::Internals::visit_frame(frame, visitor);
  visitor.visit(static_cast<Traceback*>(object)->next);
  visitor.visit(static_cast<Traceback*>(object)->code);
  visitor.visit(static_cast<Traceback*>(object)->globals);
}
Value traceback_next(Vm&, const Value& self) { return optional(self.as<Traceback>()->next.value()); }
Value traceback_line(Vm& vm, const Value& self) {
  auto* traceback = self.as<Traceback>();
  return vm.make_int(position_at(traceback->code.get(), traceback->word).line);
}
Value traceback_frame(Vm& vm, const Value& self) { return make_frame_object(vm, self.as<Traceback>()); }
constexpr NativePropertySpec kTraceback[] = {{"tb_next", traceback_next, nullptr},
                                             {"tb_frame", traceback_frame, nullptr},
                                             {"tb_lineno", traceback_line, nullptr}};

}  // namespace

void Vm::Internals::install_exception_types(Vm& vm) {
  TypeSlots slots;
  slots.dealloc = drop_exception;
  slots.traverse = visit_exception;
  slots.clear = clear_exception;
  slots.create = create_exception;
  slots.initialize = initialize_exception;
  slots.repr = exception_repr_any;
  slots.str = exception_str;
  extend_type(vm, vm.types.base_exception, slots, kMethods, kProperties);
  TypeSlots key_error;
  key_error.str = key_error_str;
  extend_type(vm, vm.types.key_error, key_error, {});
  TypeSlots os_error;
  os_error.str = os_error_str;
  os_error.initialize = initialize_os_error;
  os_error.create = create_os_error;
  extend_type(vm, vm.types.os_error, os_error, {});
  TypeSlots unicode_error;
  unicode_error.str = unicode_error_str;
  extend_type(vm, vm.types.unicode_error, unicode_error, {});
  install_exception_groups(vm);
  // ExceptionGroup derives from BaseExceptionGroup and Exception.
  Type* type = vm.types.exception_group;
  Ref<Tuple> bases = make_tuple(vm, 2);
  (*bases)[0] = Value::share(vm.types.base_exception_group);
  (*bases)[1] = Value::share(vm.types.exception);
  type->bases = std::move(bases);
  compute_mro(vm, type);
  inherit_slots(type, vm.types.base_exception_group);
  new_version(vm, type);
  extend_type(vm, vm.types.stop_iteration, {}, {}, kStopIteration);
  extend_type(vm, vm.types.system_exit, {}, {}, kSystemExit);
  TypeSlots traceback;
  traceback.dealloc = drop_traceback;
  traceback.traverse = visit_traceback;
  traceback.clear = clear_traceback;
  extend_type(vm, vm.types.traceback, traceback, {}, kTraceback);
}

}  // namespace loopscope::python
