// slice: construction, attributes, indices(), and applying slices and indexes to sequences.
// Not what sequences do with them.
#include <algorithm>
#include <string>

#include "core/python/slice.h"
#include "core/python/types/format_result.h"
#include "core/python/types/operands.h"
#include "core/python/types/slices.h"
#include "core/python/types/type_installers.h"

namespace loopscope::python {
namespace {

// A bound of a slice, far beyond every length where it is large. False: raised.
bool slice_bound(Vm& vm, const Value& value, std::int64_t* number) {
  if (value.is_small_int()) {
    *number = value.as_small_int();
    return true;
  }
  if (is_int(value)) {
    if (!int64_of(value, number)) *number = big_of(value).is_negative() ? INT64_MIN / 4 : INT64_MAX / 4;
    *number = std::clamp(*number, INT64_MIN / 4, INT64_MAX / 4);
    return true;
  }
  if (vm.index_of(value, number)) return true;
  vm.take_exception();
  vm.raise(vm.types.type_error, "slice indices must be integers or None or have an __index__ method");
  return false;
}

Value slice_create(Vm& vm, Type*, const Arguments& arguments) {
  if (arguments.keyword_count != 0)
    return vm.raise(vm.types.type_error, "slice() takes no keyword arguments");
  if (arguments.size() == 0)
    return vm.raise(vm.types.type_error, "slice expected at least 1 argument, got 0");
  if (arguments.size() > 3) {
    return vm.raise(vm.types.type_error, "slice expected at most 3 arguments, got ",
                    std::to_string(arguments.size()));
  }
  if (arguments.size() == 1) return make_slice(vm, Value::none(), arguments[0], Value::none());
  return make_slice(vm, arguments[0], arguments[1], arguments.size() == 3 ? arguments[2] : Value::none());
}

Value slice_repr(Vm& vm, const Value& self) {
  auto* slice = self.as<Slice>();
  std::string text = "slice(";
  const Value parts[] = {slice->start, slice->stop, slice->step};
  Vm::NativeOnly scope(vm);
  for (std::size_t i = 0; i < 3; ++i) {
    Value part = vm.repr(parts[i]);
    if (part.is_deferred()) part = vm.make_string("...");
    if (part.is_empty()) return {};
    if (i > 0) text += ", ";
    text += view_of(part);
  }
  return vm.make_string(text + ")");
}

Value slice_compare(Vm& vm, CompareOperator op, const Value& left, const Value& right) {
  if (!is_slice(vm, left) || !is_slice(vm, right)) return Value::not_implemented();
  if (op != CompareOperator::kEqual && op != CompareOperator::kNotEqual) return Value::not_implemented();
  auto* a = left.as<Slice>();
  auto* b = right.as<Slice>();
  const Value* pairs[3][2] = {{&a->start, &b->start}, {&a->stop, &b->stop}, {&a->step, &b->step}};
  bool equal = true;
  for (auto& pair : pairs) {
    Vm::Answer answer = vm.equal_now(*pair[0], *pair[1]);
    if (answer == Vm::Answer::kRaised) return {};
    equal = equal && answer == Vm::Answer::kYes;
  }
  return Value::boolean(equal == (op == CompareOperator::kEqual));
}

Value slice_hash(Vm& vm, const Value& self) {
  auto* slice = self.as<Slice>();
  std::int64_t total = 7;
  for (const Value* part : {&slice->start, &slice->stop, &slice->step}) {
    std::int64_t hash = 0;
    if (!vm.hash_now(*part, &hash)) return {};
    total = static_cast<std::int64_t>(static_cast<std::uint64_t>(total) * 1000003U ^
                                      static_cast<std::uint64_t>(hash));
  }
  return vm.make_int(total);
}

Value get_start(Vm&, const Value& self) { return self.as<Slice>()->start; }
Value get_stop(Vm&, const Value& self) { return self.as<Slice>()->stop; }
Value get_step(Vm&, const Value& self) { return self.as<Slice>()->step; }

Value indices(Vm& vm, const Arguments& arguments) {
  std::int64_t length = 0;
  if (!size_of(vm, arguments[1], &length)) return {};
  if (length < 0) return vm.raise(vm.types.value_error, "length should not be negative");
  SliceRange range;
  if (!resolve_slice(vm, arguments[0], length, &range)) return {};
  const Value triple[] = {vm.make_int(range.start), vm.make_int(range.stop), vm.make_int(range.step)};
  return make_tuple(vm, triple).value();
}

constexpr NativeSpec kMethods[] = {{"indices", indices, 1, 1}};
constexpr NativePropertySpec kProperties[] = {{"start", get_start}, {"stop", get_stop}, {"step", get_step}};

}  // namespace

bool needs_script_index(Vm& vm, const Value& key) {
  return key.is_object() && key.object()->type->is_script() && !is_int(key) &&
         lookup(key.object()->type, vm.names.dunder_index) != nullptr;
}

Value index_by_script(Vm& vm, const Value& container, const Value& key) {
  if (vm.native_only()) return Value::deferred();
  return vm.call_library("conversions", "item_at_index", container, key);
}

bool resolve_slice(Vm& vm, const Value& slice, std::int64_t length, SliceRange* range) {
  auto* parts = slice.as<Slice>();
  std::int64_t step = 1;
  if (!parts->step.is_none() && !slice_bound(vm, parts->step, &step)) return false;
  if (step == 0) {
    vm.raise(vm.types.value_error, "slice step cannot be zero");
    return false;
  }
  bool down = step < 0;
  std::int64_t lowest = down ? -1 : 0;
  std::int64_t highest = down ? length - 1 : length;
  std::int64_t start = down ? highest : lowest;
  std::int64_t stop = down ? lowest : highest;
  if (!parts->start.is_none()) {
    if (!slice_bound(vm, parts->start, &start)) return false;
    if (start < 0) start += length;
    start = std::clamp(start, lowest, std::max(lowest, highest));
  }
  if (!parts->stop.is_none()) {
    if (!slice_bound(vm, parts->stop, &stop)) return false;
    if (stop < 0) stop += length;
    stop = std::clamp(stop, lowest, std::max(lowest, highest));
  }
  range->start = start;
  range->stop = stop;
  range->step = step;
  if (down) {
    range->count = stop < start ? (start - stop - 1) / -step + 1 : 0;
  } else {
    range->count = start < stop ? (stop - start - 1) / step + 1 : 0;
  }
  return true;
}

bool resolve_index(Vm& vm, const Value& index, std::int64_t length, std::int64_t* position, const char* kind,
                   const char* range_message) {
  std::int64_t number = 0;
  if (is_int(index)) {
    if (!int64_of(index, &number)) {
      vm.raise(vm.types.index_error, "cannot fit '", vm.type_name(index), "' into an index-sized integer");
      return false;
    }
  } else if (lookup(vm.type_of(index), vm.names.dunder_index) != nullptr) {
    if (!vm.index_of(index, &number)) return false;
  } else {
    std::string_view what = kind;
    if (what == "string") {
      vm.raise(vm.types.type_error, "string indices must be integers, not '", vm.type_name(index), "'");
    } else {
      vm.raise(vm.types.type_error, what, " indices must be integers or slices, not ", vm.type_name(index));
    }
    return false;
  }
  if (number < 0) number += length;
  if (number < 0 || number >= length) {
    vm.raise(vm.types.index_error, range_message);
    return false;
  }
  *position = number;
  return true;
}

void install_slice(Vm& vm) {
  TypeSlots slots;
  slots.repr = slice_repr;
  slots.compare = slice_compare;
  slots.hash = slice_hash;
  slots.create = slice_create;
  extend_type(vm, vm.types.slice, slots, kMethods, kProperties);
}

}  // namespace loopscope::python
