// A stable merge sort over natural runs, with comparisons without the machine where all keys are of one kind.
// Not what the key function makes of the items: the library calls that.
#include "core/python/types/sort.h"

#include <algorithm>
#include <cmath>

#include "core/python/types/containers_module.h"
#include "core/python/types/list_type.h"
#include "core/python/types/operands.h"

namespace loopscope::python {
namespace {

// Runs shorter than this are lengthened by insertion.
constexpr std::size_t kShortestRun = 16;

enum class Kind : std::uint8_t { kSmallInts, kDoubles, kStrings, kMixed };

Kind kind_of(const Vm& vm, std::span<const Value> keys) {
  bool ints = true;
  bool doubles = true;
  bool strings = true;
  for (const Value& key : keys) {
    ints = ints && key.is_small_int();
    doubles = doubles && key.is_double() && !std::isnan(key.as_double());
    strings = strings && vm.is_exact(key, vm.types.str);
  }
  return ints ? Kind::kSmallInts : (doubles ? Kind::kDoubles : (strings ? Kind::kStrings : Kind::kMixed));
}

// `less` answers 1, 0, or -1 where it raised.
template <typename Less>
class MergeSort {
 public:
  MergeSort(std::vector<std::uint32_t>& order, Less less)
      : order_(order), buffer_(order.size()), less_(less) {}

  bool run() {
    std::vector<std::size_t> starts = {0};
    for (std::size_t start = 0; start < order_.size();) {
      std::size_t end = 0;
      if (!take_run(start, &end)) return false;
      starts.push_back(end);
      start = end;
    }
    // Neighbouring runs are merged level by level: about log2 of the runs times all items.
    while (starts.size() > 2) {
      std::vector<std::size_t> merged = {0};
      std::size_t i = 0;
      for (; i + 2 < starts.size(); i += 2) {
        if (!merge(starts[i], starts[i + 1], starts[i + 2])) return false;
        merged.push_back(starts[i + 2]);
      }
      if (i + 1 < starts.size()) merged.push_back(starts[i + 1]);
      starts = std::move(merged);
    }
    return true;
  }

 private:
  // [start, *end) is a run: ascending as it stands, or strictly descending and turned, or lengthened by
  // insertion.
  bool take_run(std::size_t start, std::size_t* end) {
    std::size_t at = start + 1;
    if (at < order_.size()) {
      int down = less_(order_[at], order_[start]);
      if (down < 0) return false;
      for (++at; at < order_.size(); ++at) {
        int below = less_(order_[at], order_[at - 1]);
        if (below < 0) return false;
        if (below != down) break;
      }
      if (down != 0)
        std::reverse(order_.begin() + static_cast<std::ptrdiff_t>(start),
                     order_.begin() + static_cast<std::ptrdiff_t>(at));
    }
    std::size_t wanted = std::min(order_.size(), start + kShortestRun);
    for (; at < wanted; ++at) {
      if (!insert(start, at)) return false;
    }
    *end = at;
    return true;
  }

  // Puts order_[at] into its place in [start, at), behind its equals.
  bool insert(std::size_t start, std::size_t at) {
    std::uint32_t item = order_[at];
    std::size_t low = start;
    std::size_t high = at;
    while (low < high) {
      std::size_t middle = (low + high) / 2;
      int below = less_(item, order_[middle]);
      if (below < 0) return false;
      if (below != 0) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    for (std::size_t i = at; i > low; --i) order_[i] = order_[i - 1];
    order_[low] = item;
    return true;
  }

  bool merge(std::size_t start, std::size_t middle, std::size_t end) {
    int below = less_(order_[middle], order_[middle - 1]);
    if (below <= 0) return below == 0;  // in order already
    std::copy(order_.begin() + static_cast<std::ptrdiff_t>(start),
              order_.begin() + static_cast<std::ptrdiff_t>(middle), buffer_.begin());
    std::size_t left = 0;
    std::size_t left_end = middle - start;
    std::size_t right = middle;
    std::size_t out = start;
    while (left < left_end && right < end) {
      int take_right = less_(order_[right], buffer_[left]);
      if (take_right < 0) return false;
      order_[out++] = take_right != 0 ? order_[right++] : buffer_[left++];
    }
    while (left < left_end) order_[out++] = buffer_[left++];
    return true;
  }

  std::vector<std::uint32_t>& order_;
  std::vector<std::uint32_t> buffer_;
  Less less_;
};

template <typename Less>
bool merge_sort(std::vector<std::uint32_t>& order, Less less) {
  return MergeSort<Less>(order, less).run();
}

// list.sort makes the list look empty meanwhile, and notices when a comparison changed it.
class BorrowedItems {
 public:
  explicit BorrowedItems(List* list)
      : list_(list),
        items_(std::exchange(list->items, nullptr)),
        size_(std::exchange(list->size, 0)),
        capacity_(std::exchange(list->capacity, 0)) {}
  std::span<Value> items() { return {items_, size_}; }
  // False: the list was changed meanwhile; what was put in is dropped.
  bool give_back(Vm& vm) {
    bool unchanged = list_->items == nullptr;
    list_clear(vm, list_);
    list_->items = items_;
    list_->size = size_;
    list_->capacity = capacity_;
    return unchanged;
  }

 private:
  List* list_;
  Value* items_;
  std::uint32_t size_;
  std::uint32_t capacity_;
};

void permute(std::span<Value> items, const std::vector<std::uint32_t>& order) {
  std::vector<Value> sorted;
  sorted.reserve(items.size());
  for (std::uint32_t index : order) sorted.push_back(std::move(items[index]));
  for (std::size_t i = 0; i < items.size(); ++i) new (&items[i]) Value(std::move(sorted[i]));
}

// `keys` empty: the items are their own keys.
Value sort_by(Vm& vm, List* list, std::span<const Value> keys, bool reverse) {
  BorrowedItems borrowed(list);
  std::vector<std::uint32_t> order;
  bool done =
      sorted_order(vm, keys.empty() ? std::span<const Value>(borrowed.items()) : keys, reverse, &order);
  if (done) permute(borrowed.items(), order);
  bool unchanged = borrowed.give_back(vm);
  if (!done) return {};
  if (!unchanged) return vm.raise(vm.types.value_error, "list modified during sort");
  return Value::none();
}

}  // namespace

bool sorted_order(Vm& vm, std::span<const Value> keys, bool reverse, std::vector<std::uint32_t>* order) {
  order->resize(keys.size());
  for (std::size_t i = 0; i < keys.size(); ++i) {
    // Reversing before and after keeps equal ones in their order.
    (*order)[i] = static_cast<std::uint32_t>(reverse ? keys.size() - 1 - i : i);
  }
  bool done = true;
  switch (kind_of(vm, keys)) {
    case Kind::kSmallInts:
      merge_sort(*order, [&](std::uint32_t a, std::uint32_t b) {
        return int{keys[a].as_small_int() < keys[b].as_small_int()};
      });
      break;
    case Kind::kDoubles:
      merge_sort(*order, [&](std::uint32_t a, std::uint32_t b) {
        return int{keys[a].as_double() < keys[b].as_double()};
      });
      break;
    case Kind::kStrings:
      merge_sort(*order,
                 [&](std::uint32_t a, std::uint32_t b) { return int{view_of(keys[a]) < view_of(keys[b])}; });
      break;
    default:
      done = merge_sort(*order, [&](std::uint32_t a, std::uint32_t b) {
        Vm::Answer answer = vm.less_now(keys[a], keys[b]);
        return answer == Vm::Answer::kRaised ? -1 : int{answer == Vm::Answer::kYes};
      });
      break;
  }
  if (reverse) std::ranges::reverse(*order);
  return done;
}

Value sort_list(Vm& vm, const Value& list, const Value& key, const Value& reverse) {
  bool down = false;
  if (!reverse.is_empty()) {
    Value truth = vm.truth(reverse);
    if (truth.is_special()) return truth;
    down = truth.is_true();
  }
  auto* items = list.as<List>();
  if (key.is_empty() || key.is_none()) return sort_by(vm, items, {}, down);
  // Native key functions (len, str.lower, itemgetter) need no library.
  std::vector<Value> keys;
  keys.reserve(items->size);
  {
    Vm::NativeOnly scope(vm);
    for (std::uint32_t i = 0; i < items->size; ++i) {
      Value item = (*items)[i];
      Value made = vm.call(key, item);
      if (made.is_empty()) return {};
      if (made.is_deferred()) break;
      keys.push_back(std::move(made));
    }
  }
  if (keys.size() == items->size) return sort_by(vm, items, keys, down);
  if (vm.native_only()) return Value::deferred();
  return vm.call_library("containers", "sort_by_key", list, key, Value::boolean(down));
}

Value sort_with_keys(Vm& vm, const Arguments& arguments) {
  auto* list = arguments[0].as<List>();
  auto* keys = arguments[1].as<List>();
  if (keys->size != list->size) return vm.raise(vm.types.value_error, "list modified during sort");
  std::vector<Value> held(keys->begin(), keys->end());
  return sort_by(vm, list, held, arguments[2].is_true());
}

Value exchange_items(Vm& vm, const Arguments& arguments) {
  auto* list = arguments[0].as<List>();
  auto* held = arguments[1].as<List>();
  Ref<List> taken = make_list(vm);
  std::swap(taken->items, list->items);
  std::swap(taken->size, list->size);
  std::swap(taken->capacity, list->capacity);
  std::swap(list->items, held->items);
  std::swap(list->size, held->size);
  std::swap(list->capacity, held->capacity);
  return std::move(taken).value();
}

}  // namespace loopscope::python
