// The builtin functions that take items: iter, next, all, any, sum, and their asynchronous kin.
// Not min, max, sorted (order.cpp) and the lazy iterators (core/python/types/lazy_iterators.cpp).
#include <cmath>
#include <string>

#include "core/python/builtins/builtin_functions.h"
#include "core/python/types/iterate.h"
#include "core/python/types/iterators.h"
#include "core/python/types/lazy_iterators.h"
#include "core/python/types/operands.h"

namespace loopscope::python {
namespace {

Value iter(Vm& vm, const Arguments& arguments) {
  if (arguments.size() == 1) return vm.iterate(arguments[0]);
  if (!vm.is_callable(arguments[0])) return vm.raise(vm.types.type_error, "iter(v, w): v must be callable");
  return iterator_by(vm, OwnType::kCallIterator,
                     vm.call_library("iterables", "iterate_until", arguments[0], arguments[1]));
}

Value next(Vm& vm, const Arguments& arguments) {
  const Value& iterator = arguments[0];
  if (arguments.size() == 1) {
    Value item = vm.next(iterator);
    if (!item.is_exhausted()) return item;
    // What awaits has a result at its end.
    auto* await_step = vm.type_of(iterator)->slots.await_step;
    Value result = await_step != nullptr ? await_step(vm, iterator) : Value();
    return vm.has_exception() ? Value() : vm.raise_with(vm.types.stop_iteration, std::move(result));
  }
  Value item;
  {
    Vm::NativeOnly scope(vm);
    item = vm.next(iterator);
  }
  if (item.is_exhausted()) return arguments[1];
  if (item.is_empty() && vm.exception_matches(vm.types.stop_iteration)) {
    vm.take_exception();
    return arguments[1];
  }
  if (!item.is_deferred() || vm.native_only()) return item;
  return vm.call_library("iterables", "next_or", iterator, arguments[1]);
}

Value aiter(Vm& vm, const Arguments& arguments) {
  Type* type = vm.type_of(arguments[0]);
  if (type->slots.async_iterate != nullptr) return type->slots.async_iterate(vm, arguments[0]);
  return vm.raise(vm.types.type_error, "'", vm.type_name(arguments[0]), "' object is not an async iterable");
}

Value anext(Vm& vm, const Arguments& arguments) {
  Type* type = vm.type_of(arguments[0]);
  if (type->slots.async_next == nullptr) {
    return vm.raise(vm.types.type_error, "'", vm.type_name(arguments[0]),
                    "' object is not an async iterator");
  }
  if (arguments.size() == 1) return type->slots.async_next(vm, arguments[0]);
  return vm.call_library("iterables", "anext_or", arguments[0], arguments[1]);
}

// iter(iterable) for a loop here; empty with *deferred where the library must do all of it.
Value native_iterator(Vm& vm, const Value& iterable, bool* deferred) {
  Value iterator;
  {
    Vm::NativeOnly scope(vm);
    iterator = vm.iterate(iterable);
  }
  *deferred =
      iterator.is_deferred() || (vm.native_only() && !iterator.is_empty() && !is_native_iterator(iterator));
  return *deferred ? Value() : iterator;
}

// After so many items the library goes on, where the script can be stopped: 10 ms or so.
constexpr std::int64_t kMostAtOnce = 1'000'000;

// any: looks for a true one; all: for a false one.
Value search_truth(Vm& vm, const Value& iterable, bool wanted, const char* library) {
  bool deferred = false;
  Value iterator = native_iterator(vm, iterable, &deferred);
  if (iterator.is_empty() && !deferred) return {};
  Value item;
  if (!deferred) {
    const bool nested = vm.native_only();
    Vm::NativeOnly scope(vm);
    for (std::int64_t taken = 0;; ++taken) {
      if (taken == kMostAtOnce && !nested) {
        item = Value();
        break;
      }
      item = vm.next(iterator);
      if (item.is_exhausted()) return Value::boolean(!wanted);
      if (item.is_empty()) return {};
      if (item.is_deferred()) {
        item = Value();
        break;
      }
      Value truth = vm.truth(item);
      if (truth.is_empty()) return {};
      if (truth.is_deferred()) break;
      if (truth.is_true() == wanted) return Value::boolean(wanted);
    }
  }
  if (vm.native_only()) return Value::deferred();
  Ref<List> taken = make_list(vm);
  if (!item.is_empty() && !list_append(vm, taken.get(), item)) return {};
  return vm.call_library("iterables", library, std::move(taken).value(), deferred ? iterable : iterator);
}

Value any(Vm& vm, const Arguments& arguments) { return search_truth(vm, arguments[0], true, "any_rest"); }
Value all(Vm& vm, const Arguments& arguments) { return search_truth(vm, arguments[0], false, "all_rest"); }

// A running sum: ints as long as they fit, floats with the error carried along (as CPython 3.12 and later
// do), then anything that adds.
class Summer {
 public:
  Summer(Vm& vm, Value start) : vm_(vm), total_(std::move(start)) {
    counting_ = total_.is_small_int();
    if (counting_) count_ = total_.as_small_int();
    if (total_.is_double()) begin_floats(total_.as_double());
  }

  // None: added; else special.
  Value add(const Value& item) {
    if (counting_) {
      if (item.is_small_int() && !__builtin_add_overflow(count_, item.as_small_int(), &count_))
        return Value::none();
      total_ = vm_.make_int(count_);
      counting_ = false;
    }
    if (floating_) {
      if (item.is_double()) {
        add_float(item.as_double());
        return Value::none();
      }
      if (item.is_small_int()) {
        high_ += static_cast<double>(item.as_small_int());
        return Value::none();
      }
      total_ = Value::real(float_total());
      floating_ = false;
    }
    Value sum = vm_.binary(BinaryOperator::kAdd, total_, item);
    if (sum.is_special()) return sum;
    total_ = std::move(sum);
    if (total_.is_double()) begin_floats(total_.as_double());
    return Value::none();
  }

  Value total() const {
    if (counting_) return vm_.make_int(count_);
    return floating_ ? Value::real(float_total()) : total_;
  }

 private:
  void begin_floats(double value) {
    floating_ = true;
    high_ = value;
    low_ = 0;
  }
  void add_float(double x) {
    double sum = high_ + x;
    low_ += std::fabs(high_) >= std::fabs(x) ? (high_ - sum) + x : (x - sum) + high_;
    high_ = sum;
  }
  double float_total() const { return low_ != 0 && std::isfinite(low_) ? high_ + low_ : high_; }

  Vm& vm_;
  Value total_;
  bool counting_ = false;
  bool floating_ = false;
  std::int64_t count_ = 0;
  double high_ = 0;
  double low_ = 0;
};

Value sum(Vm& vm, const Arguments& arguments) {
  Value bound[2];
  if (!bind_arguments(vm, arguments, "sum", "iterable, /, start=", bound)) return {};
  Value start = bound[1].is_empty() ? Value::small_int(0) : bound[1];
  if ((is_str(start) || is_bytes(start)) && !is_iterable(vm, bound[0])) return vm.iterate(bound[0]);
  if (is_str(start)) {
    return vm.raise(vm.types.type_error, "sum() can't sum strings [use ''.join(seq) instead]");
  }
  if (is_bytes(start)) {
    return vm.raise(vm.types.type_error, "sum() can't sum bytes [use b''.join(seq) instead]");
  }
  bool deferred = false;
  Value iterator = native_iterator(vm, bound[0], &deferred);
  if (iterator.is_empty() && !deferred) return {};
  Summer summer(vm, start);
  Value item;
  if (!deferred) {
    const bool nested = vm.native_only();
    Vm::NativeOnly scope(vm);
    for (std::int64_t taken = 0;; ++taken) {
      if (taken == kMostAtOnce && !nested) {
        item = Value();
        break;
      }
      item = vm.next(iterator);
      if (item.is_exhausted()) return summer.total();
      if (item.is_empty()) return {};
      if (item.is_deferred()) {
        item = Value();
        break;
      }
      Value done = summer.add(item);
      if (done.is_empty()) return {};
      if (done.is_deferred()) break;
    }
  }
  if (vm.native_only()) return Value::deferred();
  Ref<List> taken = make_list(vm);
  if (!item.is_empty() && !list_append(vm, taken.get(), item)) return {};
  return vm.call_library("iterables", "sum_rest", std::move(taken).value(), deferred ? bound[0] : iterator,
                         summer.total());
}

// One step of the library's sum; `lost` is a list of the one float that rounding has lost so far.
Value sum_step(Vm& vm, const Arguments& arguments) {
  Value& lost = (*arguments[0].as<List>())[0];
  const Value& total = arguments[1];
  const Value& item = arguments[2];
  if (total.is_double()) {
    double high = total.as_double();
    if (item.is_small_int()) return Value::real(high + static_cast<double>(item.as_small_int()));
    if (item.is_double()) {
      double x = item.as_double();
      double sum = high + x;
      lost = Value::real(lost.as_double() +
                         (std::fabs(high) >= std::fabs(x) ? (high - sum) + x : (x - sum) + high));
      return Value::real(sum);
    }
    Value rest = std::exchange(lost, Value::real(0));
    return vm.binary(BinaryOperator::kAdd, Value::real(high + rest.as_double()), item);
  }
  return vm.binary(BinaryOperator::kAdd, total, item);
}

Value sum_end(Vm&, const Arguments& arguments) {
  double lost = (*arguments[0].as<List>())[0].as_double();
  if (!arguments[1].is_double() || lost == 0 || !std::isfinite(lost)) return arguments[1];
  return Value::real(arguments[1].as_double() + lost);
}

constexpr NativeSpec kLibrary[] = {{"sum_step", sum_step, 3, 3}, {"sum_end", sum_end, 2, 2}};

constexpr NativeSpec kFunctions[] = {
    {"iter", iter, 1, 2},
    {"next", next, 1, 2},
    {"aiter", aiter, 1, 1},
    {"anext", anext, 1, 2},
    {"any", any, 1, 1},
    {"all", all, 1, 1},
    {"sum", sum, 0, -1, kNativeKeywords},
};

}  // namespace

const std::span<const NativeSpec> kIterationFunctions = kFunctions;
const std::span<const NativeSpec> kIterationLibraryFunctions = kLibrary;

}  // namespace loopscope::python
