// Iterators over list, tuple, str, bytes, range, and reversed ones.
// Not over dict and set (table_iterators.cpp).
#include "core/python/types/sequence_iterators.h"

#include "core/python/text/utf8.h"
#include "core/python/types/iterators.h"
#include "core/python/types/lazy_iterators.h"
#include "core/python/types/operands.h"
#include "core/python/types/own_types.h"
#include "core/python/types/reversed_type.h"
#include "core/python/types/table_iterators.h"
#include "core/python/types/type_installers.h"

namespace loopscope::python {
namespace {

Value make_iterator(Vm& vm, OwnType type, const Value& sequence, std::uint32_t index = 0) {
  auto* iterator = vm.heap.make<SequenceIterator>(own_type(vm, type));
  iterator->sequence = sequence;
  iterator->index = index;
  return Value::steal(iterator);
}

Value finish(SequenceIterator* iterator) {
  iterator->sequence = Value();
  return Value::exhausted();
}

Value tuple_next(Vm&, const Value& self) {
  auto* iterator = self.as<SequenceIterator>();
  if (iterator->sequence.is_empty()) return Value::exhausted();
  auto* tuple = iterator->sequence.as<Tuple>();
  if (iterator->index < tuple->size) return (*tuple)[iterator->index++];
  return finish(iterator);
}

Value str_next(Vm& vm, const Value& self) {
  auto* iterator = self.as<SequenceIterator>();
  if (iterator->sequence.is_empty()) return Value::exhausted();
  auto* text = iterator->sequence.as<String>();
  if (iterator->index >= text->byte_length) return finish(iterator);
  std::size_t length = utf8_length(text->data()[iterator->index]);
  Value character = vm.make_string(text->view().substr(iterator->index, length));
  iterator->index += static_cast<std::uint32_t>(length);
  ++iterator->skipped;
  return character;
}

Value bytes_next(Vm&, const Value& self) {
  auto* iterator = self.as<SequenceIterator>();
  if (iterator->sequence.is_empty()) return Value::exhausted();
  auto* bytes = iterator->sequence.as<Bytes>();
  if (iterator->index >= bytes->length) return finish(iterator);
  return Value::small_int(static_cast<unsigned char>(bytes->data()[iterator->index++]));
}

// The next item of a reversed iterator is the one before `index`.
Value reversed_next(Vm& vm, const Value& self) {
  auto* iterator = self.as<SequenceIterator>();
  if (iterator->sequence.is_empty()) return Value::exhausted();
  Value sequence = iterator->sequence;
  if (iterator->index == 0) return finish(iterator);
  if (is_str(sequence)) {
    std::size_t at = iterator->index;
    std::size_t end = at;
    decode_utf8_before(view_of(sequence), at);
    iterator->index = static_cast<std::uint32_t>(at);
    return vm.make_string(view_of(sequence).substr(at, end - at));
  }
  std::uint32_t index = --iterator->index;
  if (has_layout(sequence, Layout::kList)) {
    auto* list = sequence.as<List>();
    return index < list->size ? (*list)[index] : finish(iterator);
  }
  if (has_layout(sequence, Layout::kTuple)) return (*sequence.as<Tuple>())[index];
  return Value::small_int(static_cast<unsigned char>(sequence.as<Bytes>()->data()[index]));
}

Value range_length_hint(Vm& vm, const Arguments& arguments) {
  return vm.make_int(arguments[0].as<RangeIterator>()->remaining);
}

Value sequence_length_hint(Vm& vm, const Arguments& arguments) {
  auto* iterator = arguments[0].as<SequenceIterator>();
  const Value& sequence = iterator->sequence;
  if (sequence.is_empty()) return Value::small_int(0);
  std::int64_t size = 0;
  if (has_layout(sequence, Layout::kList)) size = sequence.as<List>()->size;
  if (has_layout(sequence, Layout::kTuple)) size = sequence.as<Tuple>()->size;
  if (is_bytes(sequence)) size = sequence.as<Bytes>()->length;
  if (is_str(sequence)) return vm.make_int(sequence.as<String>()->length - iterator->skipped);
  return vm.make_int(std::max<std::int64_t>(size - iterator->index, 0));
}

Value self_slot(Vm&, const Value& self) { return self; }

void drop(Heap&, Object* object) { static_cast<SequenceIterator*>(object)->sequence.~Value(); }
void visit(Object* object, GcVisitor& visitor) {
  visitor.visit(static_cast<SequenceIterator*>(object)->sequence);
}

constexpr NativeSpec kSequenceMethods[] = {{"__length_hint__", sequence_length_hint}};
constexpr NativeSpec kRangeMethods[] = {{"__length_hint__", range_length_hint}};

void install_one(Vm& vm, OwnType type, const char* name, Value (*next)(Vm&, const Value&)) {
  bool named = type == OwnType::kReversed;
  TypeSpec spec;
  spec.name = name;
  spec.basic_size = sizeof(SequenceIterator);
  spec.flags = kTypeTracked | (named ? 0 : kTypeClosed);
  spec.slots.dealloc = drop;
  spec.slots.traverse = visit;
  spec.slots.iterate = self_slot;
  spec.slots.next = next;
  if (named) spec.slots.create = reversed_create;
  spec.methods = kSequenceMethods;
  install_own_type(vm, type, spec, named);
}

}  // namespace

Value make_list_iterator(Vm& vm, const Value& list) {
  return make_iterator(vm, OwnType::kListIterator, list);
}
Value make_tuple_iterator(Vm& vm, const Value& tuple) {
  return make_iterator(vm, OwnType::kTupleIterator, tuple);
}
Value make_str_iterator(Vm& vm, const Value& str) {
  bool ascii = str.as<String>()->length == str.as<String>()->byte_length && vm.is_exact(str, vm.types.str);
  return make_iterator(vm, ascii ? OwnType::kStrIterator : OwnType::kWideStrIterator, str);
}
Value make_bytes_iterator(Vm& vm, const Value& bytes) {
  return make_iterator(vm, OwnType::kBytesIterator, bytes);
}

Value make_reversed_iterator(Vm& vm, const Value& sequence) {
  if (has_layout(sequence, Layout::kList)) {
    return make_iterator(vm, OwnType::kListReverseIterator, sequence, sequence.as<List>()->size);
  }
  std::uint32_t end = 0;
  if (has_layout(sequence, Layout::kTuple)) end = sequence.as<Tuple>()->size;
  if (is_bytes(sequence)) end = sequence.as<Bytes>()->length;
  if (is_str(sequence)) end = sequence.as<String>()->byte_length;
  return make_iterator(vm, OwnType::kReversed, sequence, end);
}

Value make_range_iterator(Vm& vm, std::int64_t start, std::int64_t count, std::int64_t step) {
  auto* iterator = vm.heap.make<RangeIterator>(own_type(vm, OwnType::kRangeIterator));
  iterator->next = start;
  iterator->remaining = count;
  iterator->step = step;
  return Value::steal(iterator);
}

Value list_next(Vm&, const Value& self) {
  auto* iterator = self.as<SequenceIterator>();
  if (iterator->sequence.is_empty()) return Value::exhausted();
  auto* list = iterator->sequence.as<List>();
  if (iterator->index < list->size) return (*list)[iterator->index++];
  return finish(iterator);
}

Value range_next(Vm& vm, const Value& self) {
  auto* iterator = self.as<RangeIterator>();
  if (iterator->remaining <= 0) return Value::exhausted();
  --iterator->remaining;
  std::int64_t number = iterator->next;
  iterator->next += iterator->step;
  return vm.make_int(number);
}

bool is_native_iterator(const Value& iterator) {
  if (!iterator.is_object()) return false;
  auto* next = iterator.object()->type->slots.next;
  return next == list_next || next == tuple_next || next == str_next || next == bytes_next ||
         next == range_next || next == reversed_next || is_table_next(next) ||
         is_native_lazy_iterator(iterator);
}

void install_sequence_iterators(Vm& vm) {
  install_one(vm, OwnType::kListIterator, "list_iterator", list_next);
  install_one(vm, OwnType::kTupleIterator, "tuple_iterator", tuple_next);
  install_one(vm, OwnType::kStrIterator, "str_ascii_iterator", str_next);
  install_one(vm, OwnType::kWideStrIterator, "str_iterator", str_next);
  install_one(vm, OwnType::kBytesIterator, "bytes_iterator", bytes_next);
  install_one(vm, OwnType::kListReverseIterator, "list_reverseiterator", reversed_next);
  install_one(vm, OwnType::kReversed, "reversed", reversed_next);
  TypeSpec spec;
  spec.name = "range_iterator";
  spec.basic_size = sizeof(RangeIterator);
  spec.flags = kTypeClosed;
  spec.slots.iterate = self_slot;
  spec.slots.next = range_next;
  spec.methods = kRangeMethods;
  install_own_type(vm, OwnType::kRangeIterator, spec);
}

}  // namespace loopscope::python
