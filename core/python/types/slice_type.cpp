// slice: construction, attributes, indices(), and applying slices and indexes to sequences.
// Not what sequences do with them.
#include <algorithm>
#include <string>

#include "core/python/slice.h"
#include "core/python/types/format_result.h"
#include "core/python/types/operands.h"
#include "core/python/types/slices.h"
#include "core/python/types/tuple_hash.h"
#include "core/python/types/type_installers.h"

namespace loopscope::python {
namespace {

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

Ref<Tuple> parts_of(Vm& vm, const Value& self) {
  auto* slice = self.as<Slice>();
  const Value parts[] = {slice->start, slice->stop, slice->step};
  return make_tuple(vm, parts);
}

Value slice_compare(Vm& vm, CompareOperator op, const Value& left, const Value& right) {
  if (!is_slice(vm, left) || !is_slice(vm, right)) return Value::not_implemented();
  return vm.compare(op, parts_of(vm, left).value(), parts_of(vm, right).value());
}

Value slice_hash(Vm& vm, const Value& self) {
  Ref<Tuple> parts = parts_of(vm, self);
  std::uint64_t total = 0;
  return hash_items(vm, parts->items(), &total) ? finish_hash(vm, total) : Value();
}

Value get_start(Vm&, const Value& self) { return self.as<Slice>()->start; }
Value get_stop(Vm&, const Value& self) { return self.as<Slice>()->stop; }
Value get_step(Vm&, const Value& self) { return self.as<Slice>()->step; }

Value indices(Vm& vm, const Arguments& arguments) {
  Value length = vm.index_value(arguments[1]);
  if (length.is_empty()) return {};
  BigInteger size = big_of(length);
  if (size.is_negative()) return vm.raise(vm.types.value_error, "length should not be negative");
  WholeSlice whole;
  if (!resolve_whole_slice(vm, arguments[0], size, &whole)) return {};
  const Value triple[] = {make_integer(vm, std::move(whole.start)), make_integer(vm, std::move(whole.stop)),
                          make_integer(vm, std::move(whole.step))};
  return make_tuple(vm, triple).value();
}

// A bound that is not None as an int. False: raised.
bool whole_bound(Vm& vm, const Value& value, BigInteger* number) {
  if (!has_index(vm, value)) {
    std::int64_t none = 0;
    return slice_bound(vm, value, &none);
  }
  Value whole = vm.index_value(value);
  if (whole.is_empty()) return false;
  *number = big_of(whole);
  return true;
}

constexpr NativeSpec kMethods[] = {{"indices", indices, 1, 1}};
constexpr NativePropertySpec kProperties[] = {
    {"start", get_start, refuse_write}, {"stop", get_stop, refuse_write}, {"step", get_step, refuse_write}};

}  // namespace

bool asks_script(Vm& vm, const Value& key) {
  if (!key.is_object() || is_int(key)) return false;
  if (key.object()->type->is_script()) return has_index(vm, key);
  if (!is_slice(vm, key)) return false;
  auto* slice = key.as<Slice>();
  return asks_script(vm, slice->step) || asks_script(vm, slice->start) || asks_script(vm, slice->stop);
}

Value get_by_plain_key(Vm& vm, Type* base, const Value& container, const Value& key) {
  if (vm.native_only()) return Value::deferred();
  return vm.call_library("conversions", "item_at", Value::share(base), container, key);
}

Value set_by_plain_key(Vm& vm, Type* base, const Value& container, const Value& key, const Value& value) {
  if (vm.native_only()) return Value::deferred();
  if (value.is_empty())
    return vm.call_library("conversions", "delete_at", Value::share(base), container, key);
  return vm.call_library("conversions", "assign_at", Value::share(base), container, key, value);
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

bool resolve_whole_slice(Vm& vm, const Value& slice, const BigInteger& length, WholeSlice* whole) {
  auto* parts = slice.as<Slice>();
  whole->step = BigInteger(1);
  if (!parts->step.is_none() && !whole_bound(vm, parts->step, &whole->step)) return false;
  if (whole->step.is_zero()) {
    vm.raise(vm.types.value_error, "slice step cannot be zero");
    return false;
  }
  bool down = whole->step.is_negative();
  BigInteger lowest(down ? -1 : 0);
  BigInteger highest = down ? subtract(length, BigInteger(1)) : length;
  auto clip = [&](const Value& bound, const BigInteger& missing, BigInteger* number) {
    if (bound.is_none()) return *number = missing, true;
    if (!whole_bound(vm, bound, number)) return false;
    if (number->is_negative()) *number = add(*number, length);
    if (compare(*number, lowest) < 0) *number = lowest;
    if (compare(*number, highest) > 0) *number = highest;
    return true;
  };
  return clip(parts->start, down ? highest : lowest, &whole->start) &&
         clip(parts->stop, down ? lowest : highest, &whole->stop);
}

Value refuse_write(Vm& vm, const Value&, const Value&) {
  return vm.raise(vm.types.attribute_error, "readonly attribute");
}

bool resolve_index(Vm& vm, const Value& index, std::int64_t length, std::int64_t* position, const char* kind,
                   const char* range_message) {
  std::int64_t number = 0;
  if (has_index(vm, index)) {
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
