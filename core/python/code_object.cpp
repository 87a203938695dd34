// Loading compiled code into a machine: constants become Values, names are interned, words get caches of
// their own. Not here: running it (vm_loop.cpp).
#include "core/python/code_object.h"

#include <algorithm>
#include <cstring>
#include <limits>

#include "core/python/fiber.h"
#include "core/python/vm.h"

namespace loopscope::python {
namespace {

Value load_constant(Vm& vm, const Constant& constant);

Ref<Tuple> load_items(Vm& vm, const Constant& constant) {
  Ref<Tuple> items = make_tuple(vm, constant.items.size());
  for (std::size_t i = 0; i < constant.items.size(); ++i) (*items)[i] = load_constant(vm, constant.items[i]);
  return items;
}

// Strings that look like names may be used as keys and attributes: one object each.
bool looks_like_name(std::string_view text) {
  return text.size() <= 20 && std::ranges::all_of(text, [](char c) {
           return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
         });
}

Value load_constant(Vm& vm, const Constant& constant) {
  using enum Constant::Kind;
  switch (constant.kind) {
    case kNone:
      return Value::none();
    case kTrue:
      return Value::true_value();
    case kFalse:
      return Value::false_value();
    case kEllipsis:
      return Value::ellipsis();
    case kInteger:
      return vm.make_int(constant.integer);
    case kBigInteger:
      return make_integer(vm, from_digits(constant.text, 16));
    case kFloat:
    case kComplex:
      return Value::real(constant.number);
    case kString:
      return looks_like_name(constant.text) ? vm.intern(constant.text) : vm.make_string(constant.text);
    case kBytes:
      return vm.make_bytes(constant.text);
    case kTuple:
      return load_items(vm, constant).value();
    case kFrozenSet: {
      Ref<Set> set = make_frozenset(vm);
      for (const Constant& item : constant.items) set_add(vm, set.get(), load_constant(vm, item));
      return set.value();
    }
    case kCode:
      return load_code(vm, constant.code).value();
  }
  return Value::none();
}

template <typename T>
T* allocate_array(Vm& vm, std::size_t count) {
  return static_cast<T*>(vm.heap.allocate(count * sizeof(T)));
}

const Value* load_names(Vm& vm, std::span<const std::string> names) {
  Value* values = allocate_array<Value>(vm, names.size());
  for (std::size_t i = 0; i < names.size(); ++i) new (values + i) Value(vm.intern(names[i]));
  return values;
}

}  // namespace

Ref<CodeObject> load_code(Vm& vm, std::shared_ptr<const CodeData> shared) {
  auto code = Ref<CodeObject>::steal(vm.heap.make<CodeObject>(vm.types.code));
  const CodeData& data = *shared;
  code->word_count = static_cast<std::uint32_t>(data.words.size());
  code->words = allocate_array<Word>(vm, data.words.size());
  std::memcpy(code->words, data.words.data(), data.words.size() * sizeof(Word));
  code->name_count = static_cast<std::uint32_t>(data.names.size());
  code->names = load_names(vm, data.names);
  std::vector<std::string> slot_names = data.local_names;
  slot_names.insert(slot_names.end(), data.cell_names.begin(), data.cell_names.end());
  slot_names.insert(slot_names.end(), data.free_names.begin(), data.free_names.end());
  code->slot_count = static_cast<std::uint32_t>(slot_names.size());
  code->slot_names = load_names(vm, slot_names);
  code->local_count = static_cast<std::uint32_t>(data.local_names.size());
  code->cell_count = static_cast<std::uint32_t>(data.cell_names.size());
  code->free_count = static_cast<std::uint32_t>(data.free_names.size());
  code->stack_size = data.stack_size;
  code->flags = data.flags;
  code->depth = (data.flags & kCodeNative) != 0 ? 1 : kFrameDepth;
  code->positional_only_count = data.positional_only_count;
  code->positional_count = data.positional_count;
  code->keyword_only_count = data.keyword_only_count;
  code->parameter_count = data.positional_count + data.keyword_only_count +
                          ((data.flags & kCodeVarArgs) != 0) + ((data.flags & kCodeVarKeywords) != 0);
  code->simple = code->parameter_count == code->positional_count;
  // One place beyond what the compiler counted: a sent value or an exception may come in at any suspension.
  code->frame_bytes = static_cast<std::uint32_t>(
      sizeof(Frame) + (std::size_t{code->slot_count} + data.stack_size + 1) * sizeof(Value));
  code->name = vm.intern(data.name);
  code->qualname = vm.intern(data.qualname);
  code->file_name = vm.intern(data.file_name);
  code->docstring = data.has_docstring ? vm.make_string(data.docstring) : Value::none();
  code->data = new std::shared_ptr<const CodeData>(shared);
  Value* constants = allocate_array<Value>(vm, data.constants.size());
  code->constants = constants;
  for (const Constant& constant : data.constants) {
    new (constants + code->constant_count++) Value(load_constant(vm, constant));
  }
  return code;
}

SourcePosition position_at(const CodeObject* code, std::uint32_t word) {
  if (word == kBeforeFirstWord) {
    const std::int32_t line = (*code->data)->first_line;
    return {
        .line = line, .end_line = line, .column = 0, .end_column = std::numeric_limits<std::int32_t>::max()};
  }
  const auto& entries = (*code->data)->positions;
  auto after = std::ranges::upper_bound(entries, word, {}, &PositionEntry::start);
  // Words of the compiler's own clean-up have no line: what stands before them tells.
  while (after != entries.begin()) {
    --after;
    if (after->position.line > 0) return after->position;
  }
  return {};
}

void drop_code(Heap& heap, Object* object) {
  auto* code = static_cast<CodeObject*>(object);
  auto drop_values = [&](const Value* values, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) values[i].~Value();
    heap.free(const_cast<Value*>(values), count * sizeof(Value));
  };
  drop_values(code->constants, code->constant_count);
  drop_values(code->names, code->name_count);
  drop_values(code->slot_names, code->slot_count);
  heap.free(code->words, code->word_count * sizeof(Word));
  for (Value* value : {&code->name, &code->qualname, &code->file_name, &code->docstring}) value->~Value();
  delete code->data;
}

}  // namespace loopscope::python
