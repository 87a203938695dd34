// range: construction, indexing, membership, its methods.
// Not its iterator (sequence_iterators.cpp).
#include "core/python/types/range_type.h"

#include <string>

#include "core/python/types/format_result.h"
#include "core/python/types/iterators.h"
#include "core/python/types/operands.h"
#include "core/python/types/slices.h"
#include "core/python/types/type_installers.h"

namespace loopscope::python {
namespace {

// Far enough from the borders that start + i * step cannot overflow.
constexpr std::int64_t kMost = std::int64_t{1} << 61;

Value make_range(Vm& vm, std::int64_t start, std::int64_t stop, std::int64_t step) {
  auto* range = vm.heap.make<Range>(vm.types.range);
  range->start = start;
  range->stop = stop;
  range->step = step;
  if (step > 0 ? start < stop : start > stop) {
    auto distance =
        step > 0 ? static_cast<std::uint64_t>(stop - start) : static_cast<std::uint64_t>(start - stop);
    auto stride = step > 0 ? static_cast<std::uint64_t>(step) : 0 - static_cast<std::uint64_t>(step);
    range->length = static_cast<std::int64_t>((distance - 1) / stride + 1);
  }
  return Value::steal(range);
}

Value range_create(Vm& vm, Type*, const Arguments& arguments) {
  if (arguments.keyword_count != 0)
    return vm.raise(vm.types.type_error, "range() takes no keyword arguments");
  std::size_t count = arguments.size();
  if (count == 0) return vm.raise(vm.types.type_error, "range expected at least 1 argument, got 0");
  if (count > 3)
    return vm.raise(vm.types.type_error, "range expected at most 3 arguments, got ", std::to_string(count));
  std::int64_t numbers[3] = {0, 0, 1};
  for (std::size_t i = 0; i < count; ++i) {
    std::int64_t* number = &numbers[count == 1 ? 1 : i];
    if (arguments[i].is_small_int()) {
      *number = arguments[i].as_small_int();
    } else if (is_int(arguments[i])) {
      if (!int64_of(arguments[i], number) || *number > kMost || *number < -kMost) {
        return vm.raise(vm.types.overflow_error, "Loopscope does not support ranges beyond 2**61");
      }
    } else if (needs_script_index(vm, arguments[i])) {
      if (vm.native_only()) return Value::deferred();
      return vm.call_library("conversions", "range_of", make_tuple(vm, arguments.positionals()).value());
    } else if (!vm.index_of(arguments[i], number)) {
      return {};
    }
  }
  if (numbers[2] == 0) return vm.raise(vm.types.value_error, "range() arg 3 must not be zero");
  return make_range(vm, numbers[0], numbers[1], numbers[2]);
}

Value range_repr(Vm& vm, const Value& self) {
  auto* range = self.as<Range>();
  std::string text = "range(" + std::to_string(range->start) + ", " + std::to_string(range->stop);
  if (range->step != 1) text += ", " + std::to_string(range->step);
  return vm.make_string(text + ")");
}

Value range_length(Vm& vm, const Value& self) { return vm.make_int(self.as<Range>()->length); }
Value range_truth(Vm&, const Value& self) { return Value::boolean(self.as<Range>()->length != 0); }

Value range_iterate(Vm& vm, const Value& self) {
  auto* range = self.as<Range>();
  return make_range_iterator(vm, range->start, range->length, range->step);
}

Value range_get_item(Vm& vm, const Value& self, const Value& key) {
  auto* range = self.as<Range>();
  if (is_slice(vm, key)) {
    SliceRange part;
    if (!resolve_slice(vm, key, range->length, &part)) return {};
    std::int64_t start = range->start + part.start * range->step;
    std::int64_t stop = range->start + part.stop * range->step;
    return make_range(vm, start, stop, range->step * part.step);
  }
  if (needs_script_index(vm, key)) return index_by_script(vm, self, key);
  std::int64_t index = 0;
  if (is_int(key) && !int64_of(key, &index)) {
    return vm.raise(vm.types.index_error, "range object index out of range");
  }
  if (!resolve_index(vm, key, range->length, &index, "range", "range object index out of range")) return {};
  return vm.make_int(range->start + index * range->step);
}

// The position of a number; -1: it is not in the range.
std::int64_t position(const Range* range, std::int64_t number) {
  if (range->length == 0) return -1;
  std::int64_t offset = number - range->start;
  if (offset % range->step != 0) return -1;
  std::int64_t index = offset / range->step;
  return index >= 0 && index < range->length ? index : -1;
}

// The int that a value is for membership: floats with a whole value count. False: none.
bool member_of(const Value& item, std::int64_t* number) {
  if (is_int(item)) return int64_of(item, number) && *number < kMost && *number > -kMost;
  if (!is_float(item)) return false;
  double real = double_of(item);
  if (!(real > -9e15 && real < 9e15)) return false;
  *number = static_cast<std::int64_t>(real);
  return static_cast<double>(*number) == real;
}

Value range_contains(Vm&, const Value& self, const Value& item) {
  std::int64_t number = 0;
  return Value::boolean(member_of(item, &number) && position(self.as<Range>(), number) >= 0);
}

Value range_compare(Vm& vm, CompareOperator op, const Value& left, const Value& right) {
  if (op != CompareOperator::kEqual && op != CompareOperator::kNotEqual) return Value::not_implemented();
  if (!vm.is_exact(left, vm.types.range) || !vm.is_exact(right, vm.types.range))
    return Value::not_implemented();
  auto* a = left.as<Range>();
  auto* b = right.as<Range>();
  bool equal = a->length == b->length &&
               (a->length == 0 || (a->start == b->start && (a->length == 1 || a->step == b->step)));
  return Value::boolean(equal == (op == CompareOperator::kEqual));
}

Value range_hash(Vm& vm, const Value& self) {
  auto* range = self.as<Range>();
  std::uint64_t total = static_cast<std::uint64_t>(range->length) * 1000003U;
  if (range->length > 0) total = (total ^ static_cast<std::uint64_t>(range->start)) * 1000003U;
  if (range->length > 1) total ^= static_cast<std::uint64_t>(range->step);
  return vm.make_int(static_cast<std::int64_t>(total >> 16));
}

Value count(Vm& vm, const Arguments& arguments) {
  Value found = range_contains(vm, arguments[0], arguments[1]);
  return Value::small_int(found.is_true() ? 1 : 0);
}

Value index(Vm& vm, const Arguments& arguments) {
  std::int64_t number = 0;
  std::int64_t at = member_of(arguments[1], &number) ? position(arguments[0].as<Range>(), number) : -1;
  if (at >= 0) return vm.make_int(at);
  Vm::NativeOnly scope(vm);
  Value shown = vm.repr(arguments[1]);
  return vm.raise(vm.types.value_error, is_str(shown) ? view_of(shown) : vm.type_name(arguments[1]),
                  " is not in range");
}

Value reversed(Vm& vm, const Arguments& arguments) {
  auto* range = arguments[0].as<Range>();
  std::int64_t last = range->start + (range->length - 1) * range->step;
  return make_range_iterator(vm, last, range->length, -range->step);
}

Value get_start(Vm& vm, const Value& self) { return vm.make_int(self.as<Range>()->start); }
Value get_stop(Vm& vm, const Value& self) { return vm.make_int(self.as<Range>()->stop); }
Value get_step(Vm& vm, const Value& self) { return vm.make_int(self.as<Range>()->step); }

constexpr NativeSpec kMethods[] = {
    {"count", count, 1, 1},
    {"index", index, 1, 1},
    {"__reversed__", reversed},
};
constexpr NativePropertySpec kProperties[] = {{"start", get_start}, {"stop", get_stop}, {"step", get_step}};

}  // namespace

void install_range(Vm& vm) {
  TypeSpec spec;
  spec.name = "range";
  spec.layout = Layout::kRange;
  spec.basic_size = sizeof(Range);
  spec.flags = kTypeSequencePattern;
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
