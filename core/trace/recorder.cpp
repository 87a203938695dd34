// Recorder: the table of texts and the batches. Not for: the wire format's meaning, see record.h.
#include "core/trace/recorder.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace loopscope::trace {
namespace {

// Every machine that core is built for is little endian, as the wire format is: records are copied as they
// are.
static_assert(std::endian::native == std::endian::little);

template <class T>
void append(std::vector<std::byte>& out, const T* data, std::size_t count) {
  const std::size_t at = out.size();
  out.resize(at + count * sizeof(T));
  if (count > 0) std::memcpy(out.data() + at, data, count * sizeof(T));
}

}  // namespace

Recorder::Recorder(std::size_t capacity)
    : ring_(new Record[std::bit_ceil(std::max<std::size_t>(capacity, 1))]),
      mask_(std::bit_ceil(std::max<std::size_t>(capacity, 1)) - 1) {}

StringId Recorder::intern(std::string_view text) {
  if (text.empty()) return 0;
  const auto found = interned_.find(text);
  if (found != interned_.end()) return found->second;
  const StringId id = add_text(text);
  if (id != 0 && interned_.size() < kMostInterned) interned_.emplace(text, id);
  return id;
}

StringId Recorder::add_text(std::string_view text) {
  if (text.empty() || unsent_bytes_ + text.size() > kMostUnsentBytes) return 0;
  const StringId id = next_string_++;
  unsent_.push_back({id, std::string(text)});
  unsent_bytes_ += text.size();
  return id;
}

bool Recorder::drain(std::vector<std::byte>& batch) {
  if (pending() == 0 && unsent_.empty()) return false;
  const std::uint64_t capacity = mask_ + 1;
  const std::uint64_t lost = pending() > capacity ? pending() - capacity : 0;
  const std::uint64_t first = drained_ + lost;
  const BatchHeader header{.record_count = static_cast<std::uint32_t>(written_ - first + (lost > 0 ? 1 : 0)),
                           .string_count = static_cast<std::uint32_t>(unsent_.size())};
  append(batch, &header, 1);
  if (lost > 0) {
    const Record dropped{.time = ring_[first & mask_].time, .kind = Kind::Dropped, .value = lost};
    append(batch, &dropped, 1);
  }
  // At most two pieces: up to the ring's end, and from its beginning.
  const std::uint64_t until_end = std::min(written_ - first, capacity - (first & mask_));
  append(batch, &ring_[first & mask_], until_end);
  append(batch, &ring_[0], written_ - first - until_end);
  for (const Unsent& unsent : unsent_) {
    const std::uint32_t head[2] = {unsent.id, static_cast<std::uint32_t>(unsent.text.size())};
    append(batch, head, 2);
    append(batch, unsent.text.data(), unsent.text.size());
    batch.resize((batch.size() + 3) & ~std::size_t{3});
  }
  unsent_.clear();
  unsent_bytes_ = 0;
  drained_ = written_;
  return true;
}

}  // namespace loopscope::trace
