// TimerBuckets: where timers lie that are not due for long, in no order, so that setting one costs a write.
// Not for: the order in which they come due; timer_heap.h asks for some of them when it has none left.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace loopscope::runtime {

// A timer as both have it.
struct TimerEntry {
  std::int64_t when;
  std::uint64_t key;  // order of setting in the high bits, slot in the low ones

  // Without a branch: which of four keys is least cannot be predicted.
  bool before(const TimerEntry& other) const {
    return static_cast<bool>(static_cast<int>(when < other.when) |
                             (static_cast<int>(when == other.when) & static_cast<int>(key < other.key)));
  }
};

// A radix queue: what is here lies beyond the horizon, in a bucket that follows from the highest byte in
// which its deadline differs from the horizon, and from the value of that byte. So the lowest bucket that is
// not empty has the earliest ones; it is split when it has many. Each entry moves at most seven times, in
// practice twice.
class TimerBuckets {
 public:
  // Of no deadline before 0.
  explicit TimerBuckets(std::int64_t horizon) : horizon_(static_cast<std::uint64_t>(horizon)) {}

  bool takes(std::int64_t when) const { return when > static_cast<std::int64_t>(horizon_); }
  std::size_t size() const { return size_; }
  // `entry` is one that it takes.
  void add(const TimerEntry& entry);
  // Moves the earliest ones to the end of `out`, one at least if there is any; what stays is later than all
  // of them, and so is what it takes from now on.
  void take_first(std::vector<TimerEntry>& out);
  // Moves all of them there.
  void take_all(std::vector<TimerEntry>& out);

 private:
  static constexpr unsigned kBits = 8;
  static constexpr std::size_t kDigits = 1U << kBits;
  static constexpr std::size_t kFew = 512;  // not worth splitting

  struct Level {
    std::array<std::vector<TimerEntry>, kDigits> buckets;
    std::array<std::uint64_t, kDigits / 64> filled{};  // a bit for each bucket

    int first_filled() const;  // below 0: none
  };

  void place(const TimerEntry& entry);

  std::uint64_t horizon_;
  std::size_t size_ = 0;
  std::array<std::unique_ptr<Level>, 64 / kBits> levels_;
};

}  // namespace loopscope::runtime
