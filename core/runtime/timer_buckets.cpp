// TimerBuckets' splitting. Not for: timers that were removed; their entries stay until they are taken.
#include "core/runtime/timer_buckets.h"

#include <bit>
#include <utility>

namespace loopscope::runtime {

int TimerBuckets::Level::first_filled() const {
  for (std::size_t word = 0; word < filled.size(); ++word) {
    if (filled[word] != 0) return static_cast<int>(word * 64) + std::countr_zero(filled[word]);
  }
  return -1;
}

void TimerBuckets::place(const TimerEntry& entry) {
  const auto when = static_cast<std::uint64_t>(entry.when);
  const unsigned level = (63U - static_cast<unsigned>(std::countl_zero(when ^ horizon_))) / kBits;
  const std::size_t digit = when >> (level * kBits) & (kDigits - 1);
  if (!levels_[level]) levels_[level] = std::make_unique<Level>();
  levels_[level]->buckets[digit].push_back(entry);
  levels_[level]->filled[digit / 64] |= std::uint64_t{1} << digit % 64;
}

void TimerBuckets::add(const TimerEntry& entry) {
  place(entry);
  ++size_;
}

void TimerBuckets::take_first(std::vector<TimerEntry>& out) {
  const std::size_t before = out.size();
  for (unsigned level = 0; level < levels_.size();) {
    const int digit = levels_[level] ? levels_[level]->first_filled() : -1;
    if (digit < 0) {
      ++level;
      continue;
    }
    const auto index = static_cast<std::size_t>(digit);
    const std::vector<TimerEntry> taken = std::exchange(levels_[level]->buckets[index], {});
    levels_[level]->filled[index / 64] &= ~(std::uint64_t{1} << index % 64);
    // The bucket's deadlines: the horizon's higher bytes, this one, and any lower ones.
    const std::uint64_t any = (std::uint64_t{1} << (level * kBits)) - 1;
    const std::uint64_t begin = (horizon_ & ~(any | any << kBits | (kDigits - 1))) | index << (level * kBits);
    if (level == 0 || taken.size() <= kFew) {
      horizon_ = begin | any;
      out.insert(out.end(), taken.begin(), taken.end());
    } else {
      horizon_ = begin;
      for (const TimerEntry& entry : taken) {
        if (takes(entry.when)) {
          place(entry);
        } else {
          out.push_back(entry);
        }
      }
      level = 0;
    }
    if (out.size() != before) break;
  }
  size_ -= out.size() - before;
}

void TimerBuckets::take_all(std::vector<TimerEntry>& out) {
  for (const std::unique_ptr<Level>& level : levels_) {
    if (!level) continue;
    for (int digit = level->first_filled(); digit >= 0; digit = level->first_filled()) {
      const auto index = static_cast<std::size_t>(digit);
      std::vector<TimerEntry>& bucket = level->buckets[index];
      out.insert(out.end(), bucket.begin(), bucket.end());
      bucket = {};
      level->filled[index / 64] &= ~(std::uint64_t{1} << index % 64);
    }
  }
  size_ = 0;
}

}  // namespace loopscope::runtime
