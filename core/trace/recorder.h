// Recorder: the ring into which core writes the trace, and its table of texts. Not for: what records mean,
// see record.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/trace/record.h"

namespace loopscope::trace {

// One per run. Writing a record costs a copy of 32 bytes and never allocates; when nobody drains, the oldest
// records are lost and counted (Kind::Dropped). Texts are numbered, and sent once.
class Recorder {
 public:
  static constexpr std::size_t kDefaultCapacity = 1U << 16U;  // 2 MB
  // Texts remembered for reuse; beyond it each is sent anew, so that a script that makes up names cannot eat
  // the memory.
  static constexpr std::size_t kMostInterned = 1U << 16U;

  // `capacity` in records, rounded up to a power of two.
  explicit Recorder(std::size_t capacity = kDefaultCapacity);

  void add(const Record& record) {
    ring_[written_ & mask_] = record;
    ++written_;
  }

  // The number of a text that may come again (names, URLs). "" is 0.
  StringId intern(std::string_view text);
  // The number of a text that is not expected again (output): it is not remembered after it was drained. ""
  // is 0.
  StringId add_text(std::string_view text);

  // Records since the last drain; more than the capacity: the first ones are lost.
  std::uint64_t pending() const { return written_ - drained_; }
  // Three quarters full: drain soon.
  bool nearly_full() const { return pending() * 4 >= (mask_ + 1) * 3 || unsent_bytes_ > kUnsentBytes; }
  std::uint64_t total() const { return written_; }

  // Appends one batch in the wire format, and empties ring and table of unsent texts. False, and nothing
  // appended, if nothing happened since the last one. `batch` should be empty or end at a multiple of 8
  // bytes.
  bool drain(std::vector<std::byte>& batch);

 private:
  static constexpr std::size_t kUnsentBytes = 1U << 20U;
  // Beyond it texts are lost (number 0): only somebody who never drains comes here, and memory has an end.
  static constexpr std::size_t kMostUnsentBytes = 64U << 20U;

  struct Unsent {
    StringId id;
    std::string text;
  };
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };

  std::unique_ptr<Record[]> ring_;
  std::uint64_t mask_;
  std::uint64_t written_ = 0;
  std::uint64_t drained_ = 0;
  StringId next_string_ = 1;
  std::size_t unsent_bytes_ = 0;
  std::vector<Unsent> unsent_;
  std::unordered_map<std::string, StringId, TextHash, std::equal_to<>> interned_;
};

}  // namespace loopscope::trace
