// ValueSlot: where the value of a future lives, beside the untyped FutureBase. Not for: errors, the
// FutureBase has those.
#pragma once

#include <optional>
#include <utility>

namespace loopscope::runtime {

// The value beside a FutureBase. Set if and only if that finished without an error.
template <class T>
struct ValueSlot {
  std::optional<T> value;

  void put(T&& result) { value.emplace(std::move(result)); }
  T copy() const { return *value; }
  T take() { return std::move(*value); }
};
template <>
struct ValueSlot<void> {
  void put() {}
  void copy() const {}
  void take() {}
};

}  // namespace loopscope::runtime
