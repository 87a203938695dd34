// CancelCount: how often a task was asked to stop, in the two bytes that a task has left. Not for: anything
// that is often large.
#pragma once

#include <cstdint>

namespace loopscope::runtime {

class CancelCount {
 public:
  CancelCount() = default;
  CancelCount(const CancelCount&) = delete;
  CancelCount& operator=(const CancelCount&) = delete;
  ~CancelCount() {
    if (count_ == kFull) drop_rest();
  }

  operator std::uint32_t() const { return count_ == kFull ? count_ + rest() : count_; }
  void operator++() {
    if (count_ == kFull) {
      add_to_rest(1);
    } else {
      ++count_;
    }
  }
  // Of a count that is not 0.
  void operator--() {
    if (count_ == kFull && rest() > 0) {
      add_to_rest(-1);
    } else {
      --count_;
    }
  }

 private:
  static constexpr std::uint16_t kFull = 0xffff;

  // What does not fit lies in a table.
  std::uint32_t rest() const;
  void add_to_rest(int one);
  void drop_rest();

  std::uint16_t count_ = 0;
};

}  // namespace loopscope::runtime
