// range: construction, indexing, membership, its methods.
// Not its iterator (sequence_iterators.cpp).
#include "core/python/types/range_type.h"

#include <string>

#include "core/python/types/int_type.h"
#include "core/python/types/iterators.h"
#include "core/python/types/operands.h"
#include "core/python/types/slices.h"
#include "core/python/types/type_installers.h"

namespace loopscope::python {
namespace {

// Far enough from the borders that start + i * step cannot overflow.
constexpr std::int64_t kMost = std::int64_t{1} << 61;

bool is_near(const Value& number, std::int64_t* small) {
  return int64_of(number, small) && *small <= kMost && *small >= -kMost;
}

BigInteger length_of(const BigInteger& start, const BigInteger& stop, const BigInteger& step) {
  bool down = step.is_negative();
  BigInteger distance = down ? subtract(start, stop) : subtract(stop, start);
  if (distance.is_zero() || distance.is_negative()) return {};
  BigInteger one(1);
  return add(divide_floor(subtract(distance, one), step.absolute()).quotient, one);
}

// The numbers are ints; the step is not zero.
Value make_range(Vm& vm, const Value (&numbers)[3]) {
  auto* range = vm.heap.make<Range>(vm.types.range);
  Value made = Value::steal(range);
  if (!is_near(numbers[0], &range->start) || !is_near(numbers[1], &range->stop) ||
      !is_near(numbers[2], &range->step)) {
    Value length = make_integer(vm, length_of(big_of(numbers[0]), big_of(numbers[1]), big_of(numbers[2])));
    if (length.is_empty()) return {};
    const Value all[] = {numbers[0], numbers[1], numbers[2], length};
    range->start = range->stop = range->step = 0;
    range->big = make_tuple(vm, all);
    return made;
  }
  std::int64_t start = range->start;
  std::int64_t stop = range->stop;
  std::int64_t step = range->step;
  if (step > 0 ? start < stop : start > stop) {
    auto distance =
        step > 0 ? static_cast<std::uint64_t>(stop - start) : static_cast<std::uint64_t>(start - stop);
    auto stride = step > 0 ? static_cast<std::uint64_t>(step) : 0 - static_cast<std::uint64_t>(step);
    range->length = static_cast<std::int64_t>((distance - 1) / stride + 1);
  }
  return made;
}

Value range_create(Vm& vm, Type*, const Arguments& arguments) {
  if (arguments.keyword_count != 0)
    return vm.raise(vm.types.type_error, "range() takes no keyword arguments");
  std::size_t count = arguments.size();
  if (count == 0) return vm.raise(vm.types.type_error, "range expected at least 1 argument, got 0");
  if (count > 3)
    return vm.raise(vm.types.type_error, "range expected at most 3 arguments, got ", std::to_string(count));
  Value numbers[3] = {Value::small_int(0), Value::small_int(0), Value::small_int(1)};
  for (std::size_t i = 0; i < count; ++i) {
    Value& number = numbers[count == 1 ? 1 : i];
    number = vm.index_value(arguments[i]);
    if (number.is_empty()) return {};
    if (!number.is_small_int()) number = make_integer(vm, big_of(number));
  }
  if (numbers[2].is_small_int() && numbers[2].as_small_int() == 0)
    return vm.raise(vm.types.value_error, "range() arg 3 must not be zero");
  return make_range(vm, numbers);
}

enum Part : std::size_t { kStart, kStop, kStep, kLength };

template <Part kPart>
Value part_of(Vm& vm, const Value& self) {
  auto* range = self.as<Range>();
  if (range->big) return (*range->big)[kPart];
  const std::int64_t parts[] = {range->start, range->stop, range->step, range->length};
  return vm.make_int(parts[kPart]);
}

template <Part kPart>
BigInteger big_part(Vm& vm, const Value& self) {
  return big_of(part_of<kPart>(vm, self));
}

bool is_zero(const Value& number) { return number.is_small_int() && number.as_small_int() == 0; }

// start + index * step
Value item_at(Vm& vm, const Value& self, const BigInteger& index) {
  return make_integer(vm, add(big_part<kStart>(vm, self), multiply(index, big_part<kStep>(vm, self))));
}

Value range_repr(Vm& vm, const Value& self) {
  Value step = part_of<kStep>(vm, self);
  bool plain = step.is_small_int() && step.as_small_int() == 1;
  const Value parts[] = {part_of<kStart>(vm, self), part_of<kStop>(vm, self), step};
  std::string text = "range(";
  for (std::size_t i = 0; i < (plain ? 2 : 3); ++i) {
    Value shown = int_text(vm, parts[i]);
    if (shown.is_empty()) return {};
    if (i > 0) text += ", ";
    text += view_of(shown);
  }
  return vm.make_string(text + ")");
}

Value range_length(Vm& vm, const Value& self) {
  Value length = part_of<kLength>(vm, self);
  std::int64_t size = 0;
  return size_of(vm, length, &size) ? length : Value();
}
Value range_truth(Vm& vm, const Value& self) { return Value::boolean(!is_zero(part_of<kLength>(vm, self))); }

Value iterate_from(Vm& vm, const Value& first, const Value& step, const Value& length) {
  return vm.call_library("ranges", "longrange_iterator", first, step, length);
}

Value range_iterate(Vm& vm, const Value& self) {
  auto* range = self.as<Range>();
  if (range->big)
    return iterate_from(vm, (*range->big)[kStart], (*range->big)[kStep], (*range->big)[kLength]);
  return make_range_iterator(vm, range->start, range->length, range->step);
}

Value slice_of(Vm& vm, const Value& self, const Value& key) {
  WholeSlice part;
  if (!resolve_whole_slice(vm, key, big_part<kLength>(vm, self), &part)) return {};
  return make_range(vm, {item_at(vm, self, part.start), item_at(vm, self, part.stop),
                         make_integer(vm, multiply(big_part<kStep>(vm, self), part.step))});
}

Value range_get_item(Vm& vm, const Value& self, const Value& key) {
  auto* range = self.as<Range>();
  if (is_slice(vm, key)) return slice_of(vm, self, key);
  if (key.is_small_int() && !range->big) {
    std::int64_t index = key.as_small_int();
    if (index < 0) index += range->length;
    if (index >= 0 && index < range->length) return vm.make_int(range->start + index * range->step);
  }
  if (!has_index(vm, key)) {
    return vm.raise(vm.types.type_error, "range indices must be integers or slices, not ", vm.type_name(key));
  }
  Value whole = vm.index_value(key);
  if (whole.is_empty()) return {};
  BigInteger index = big_of(whole);
  BigInteger length = big_part<kLength>(vm, self);
  if (index.is_negative()) index = add(index, length);
  if (index.is_negative() || compare(index, length) >= 0)
    return vm.raise(vm.types.index_error, "range object index out of range");
  return item_at(vm, self, index);
}

// The position of a number; empty: it is not in the range.
Value position(Vm& vm, const Value& self, const Value& number) {
  auto* range = self.as<Range>();
  std::int64_t small = 0;
  if (!range->big) {
    if (range->length == 0 || !is_near(number, &small)) return {};
    std::int64_t offset = small - range->start;
    if (offset % range->step != 0) return {};
    std::int64_t index = offset / range->step;
    return index >= 0 && index < range->length ? vm.make_int(index) : Value();
  }
  Division division =
      divide_floor(subtract(big_of(number), big_part<kStart>(vm, self)), big_part<kStep>(vm, self));
  if (!division.remainder.is_zero() || division.quotient.is_negative()) return {};
  if (compare(division.quotient, big_part<kLength>(vm, self)) >= 0) return {};
  return make_integer(vm, division.quotient);
}

// Ints are found by arithmetic, and floats that are whole; objects of the script are asked for each number.
bool needs_search(Vm& vm, const Value& item) { return vm.type_of(item)->has_flag(kTypeScriptEquality); }

Value find(Vm& vm, const Value& self, const Value& item) {
  if (is_int(item)) return position(vm, self, item);
  if (!is_float(item)) return {};
  auto whole = BigInteger::from_double(double_of(item));
  if (!whole || compare(*whole, double_of(item)) != 0) return {};
  return position(vm, self, make_integer(vm, std::move(*whole)));
}

Value range_contains(Vm& vm, const Value& self, const Value& item) {
  if (needs_search(vm, item)) return vm.call_library("calls", "contains_by_iteration", self, item);
  return Value::boolean(!find(vm, self, item).is_empty());
}

// What makes ranges equal, whatever their bounds are called: length, start, step, as far as they matter.
Value identity_of(Vm& vm, const Value& self) {
  Value length = part_of<kLength>(vm, self);
  bool empty = is_zero(length);
  bool single = length.is_small_int() && length.as_small_int() == 1;
  const Value triple[] = {length, empty ? Value::none() : part_of<kStart>(vm, self),
                          empty || single ? Value::none() : part_of<kStep>(vm, self)};
  return make_tuple(vm, triple).value();
}

Value range_compare(Vm& vm, CompareOperator op, const Value& left, const Value& right) {
  if (op != CompareOperator::kEqual && op != CompareOperator::kNotEqual) return Value::not_implemented();
  if (!vm.is_exact(left, vm.types.range) || !vm.is_exact(right, vm.types.range))
    return Value::not_implemented();
  return vm.compare(op, identity_of(vm, left), identity_of(vm, right));
}

Value range_hash(Vm& vm, const Value& self) { return vm.hash(identity_of(vm, self)); }

Value count(Vm& vm, const Arguments& arguments) {
  if (needs_search(vm, arguments[1]))
    return vm.call_library("ranges", "count_of", arguments[0], arguments[1]);
  return Value::small_int(find(vm, arguments[0], arguments[1]).is_empty() ? 0 : 1);
}

Value index(Vm& vm, const Arguments& arguments) {
  if (needs_search(vm, arguments[1]))
    return vm.call_library("ranges", "position_of", arguments[0], arguments[1]);
  Value at = find(vm, arguments[0], arguments[1]);
  if (!at.is_empty()) return at;
  if (!is_int(arguments[1])) return vm.raise(vm.types.value_error, "sequence.index(x): x not in sequence");
  Value shown = int_text(vm, arguments[1]);
  if (shown.is_empty()) return {};
  return vm.raise(vm.types.value_error, view_of(shown), " is not in range");
}

Value reversed(Vm& vm, const Arguments& arguments) {
  auto* range = arguments[0].as<Range>();
  if (range->big) {
    const Value& self = arguments[0];
    Value last = item_at(vm, self, subtract(big_part<kLength>(vm, self), BigInteger(1)));
    return iterate_from(vm, last, make_integer(vm, big_part<kStep>(vm, self).negated()),
                        (*range->big)[kLength]);
  }
  std::int64_t last = range->start + (range->length - 1) * range->step;
  return make_range_iterator(vm, last, range->length, -range->step);
}

void drop(Heap&, Object* object) { static_cast<Range*>(object)->big.~Ref(); }

constexpr NativeSpec kMethods[] = {
    {"count", count, 1, 1},
    {"index", index, 1, 1},
    {"__reversed__", reversed},
};
constexpr NativePropertySpec kProperties[] = {{"start", part_of<kStart>, refuse_write},
                                              {"stop", part_of<kStop>, refuse_write},
                                              {"step", part_of<kStep>, refuse_write}};

}  // namespace

void install_range(Vm& vm) {
  TypeSpec spec;
  spec.name = "range";
  spec.layout = Layout::kRange;
  spec.basic_size = sizeof(Range);
  spec.flags = kTypeSequencePattern;
  spec.slots.dealloc = drop;
  spec.slots.repr = range_repr;
  spec.slots.hash = range_hash;
  spec.slots.length = range_length;
  spec.slots.truth = range_truth;
  spec.slots.compare = range_compare;
  spec.slots.iterate = range_iterate;
  spec.slots.get_item = range_get_item;
  spec.slots.contains = range_contains;
  spec.slots.create = range_create;
  spec.methods = kMethods;
  spec.properties = kProperties;
  Value made = make_type(vm, spec).value();
  vm.types.range = made.as<Type>();
  dict_set_string(vm, vm.builtins(), vm.intern(spec.name), made);
}

}  // namespace loopscope::python
