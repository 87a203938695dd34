// The type frame, made when the first one is asked for. CPython's frames live on and change; these do not.
// Not here: f_back, for who called a coroutine is no frame of the script's, mostly.
#include "core/python/frame_object.h"

#include "core/python/default_repr.h"
#include "core/python/internals.h"

namespace loopscope::python {
namespace {

FrameObject* self_of(const Value& self) { return self.as<FrameObject>(); }

Value frame_code(Vm&, const Value& self) { return self_of(self)->code.value(); }
Value frame_line(Vm& vm, const Value& self) {
  std::int32_t line = self_of(self)->line;
  return line > 0 ? vm.make_int(line) : Value::none();
}
Value frame_globals(Vm&, const Value& self) { return self_of(self)->globals.value(); }
Value frame_local_names(Vm&, const Value& self) { return self_of(self)->locals; }
Value frame_back(Vm&, const Value&) { return Value::none(); }

constexpr NativePropertySpec kProperties[] = {{"f_code", frame_code},
                                              {"f_lineno", frame_line},
                                              {"f_globals", frame_globals},
                                              {"f_locals", frame_local_names},
                                              {"f_back", frame_back}};

Value frame_repr(Vm& vm, const Value& self) {
  const CodeObject* code = self_of(self)->code.get();
  Vm::NativeOnly scope(vm);
  Value file = vm.repr(code->file_name);
  if (file.is_special()) return file;
  return vm.make_string(
      "<frame at " + address_text(self) + ", file " + std::string(file.as<String>()->view()) + ", line " +
      std::to_string(self_of(self)->line) + ", code " + std::string(code->name.as<String>()->view()) + ">");
}

void drop_frame(Heap&, Object* object) {
  auto* frame = static_cast<FrameObject*>(object);
  frame->code.~Ref();
  frame->globals.~Ref();
  frame->locals.~Value();
}
void visit_frame(Object* object, GcVisitor& visitor) {
  auto* frame = static_cast<FrameObject*>(object);
  visitor.visit(frame->code);
  visitor.visit(frame->globals);
  visitor.visit(frame->locals);
}

Type* frame_type(Vm& vm) {
  Ref<Type>& type = vm.internals().frame_type;
  if (type) return type.get();
  TypeSpec spec;
  spec.name = "frame";
  spec.basic_size = sizeof(FrameObject);
  spec.flags = kTypeTracked | kTypeClosed;
  spec.slots.dealloc = drop_frame;
  spec.slots.traverse = visit_frame;
  spec.slots.repr = frame_repr;
  spec.properties = kProperties;
  type = make_type(vm, spec);
  return type.get();
}

Value make_object(Vm& vm, Ref<CodeObject> code, Ref<Dict> globals, Value locals, std::uint32_t word) {
  auto* object = vm.heap.make<FrameObject>(frame_type(vm));
  object->line = position_at(code.get(), word).line;
  object->code = std::move(code);
  object->globals = std::move(globals);
  object->locals = std::move(locals);
  return Value::steal(object);
}

}  // namespace

std::uint32_t standing_word(const Frame* frame) {
  auto word = static_cast<std::uint32_t>(frame->pc - frame->code->words);
  // At a SEND that waits, pc is the SEND itself.
  return word != 0 && opcode_of(*frame->pc) != Opcode::SEND ? word - 1 : word;
}

Value frame_locals(Vm& vm, Frame* frame) {
  if (frame->names != nullptr) return Value::share(frame->names);
  if (!frame->code->is(kCodeFunction)) return frame->function->globals.value();
  Ref<Dict> dict = make_dict(vm);
  for (std::uint32_t i = 0; i < frame->code->slot_count; ++i) {
    Value value = frame->slots()[i];
    if (vm.has_layout(value, Layout::kCell)) value = value.as<Cell>()->content;
    if (!value.is_empty()) dict_set_string(vm, dict.get(), frame->code->slot_names[i], std::move(value));
  }
  return std::move(dict).value();
}

Value make_frame_object(Vm& vm, Frame* frame) {
  // Before its first instruction a frame stands at the line of the `def`.
  std::uint32_t word = standing_word(frame);
  Value object = make_object(vm, Ref<CodeObject>::share(frame->code), frame->function->globals,
                             frame_locals(vm, frame), word);
  if (frame->pc == frame->code->words) self_of(object)->line = (*frame->code->data)->first_line;
  return object;
}

Value make_frame_object(Vm& vm, const Traceback* traceback) {
  Ref<Dict> globals = traceback->globals ? traceback->globals : make_dict(vm);
  Value locals = traceback->frame != nullptr          ? frame_locals(vm, traceback->frame)
                 : traceback->code->is(kCodeFunction) ? make_dict(vm).value()
                                                      : globals.value();
  return make_object(vm, traceback->code, std::move(globals), std::move(locals), traceback->word);
}

}  // namespace loopscope::python
