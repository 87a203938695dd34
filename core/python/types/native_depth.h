// How deep native code is nested in itself: repr of lists in lists, comparing them, iterators over iterators.
// Not the depth of script calls (Fiber::depth).
#pragma once

#include "core/python/vm.h"

namespace loopscope::python {

// Counts while it exists. Where `too_deep()`, raise instead of going on: the machine's stack is small in a
// browser.
class NativeDepth {
 public:
  NativeDepth() {
    if (depth_++ == 0) entered_ = 0;
    ++entered_;
  }
  ~NativeDepth() { --depth_; }
  NativeDepth(const NativeDepth&) = delete;
  NativeDepth& operator=(const NativeDepth&) = delete;

  // 600 levels of the widest of these functions are some 300 KB of a stack of 1 MB.
  // And one list that is twice in another, that twice in a third ... is as large as it is deep: what visits
  // more than ten million containers in one go never ends.
  bool too_deep() const { return depth_ > 600 || entered_ > 10'000'000; }
  // `doing` ends the message: " in comparison".
  Value raise(Vm& vm, std::string_view doing = {}) const {
    return vm.raise(vm.types.recursion_error, "maximum recursion depth exceeded", doing);
  }

 private:
  // One engine runs on one thread; machines of the same thread share its stack and so the count.
  static inline thread_local int depth_ = 0;
  static inline thread_local int entered_ = 0;  // since the outermost one began
};

inline constexpr std::string_view kWhileShowing = " while getting the repr of an object";
inline constexpr std::string_view kInComparison = " in comparison";

}  // namespace loopscope::python
