// read_batch: checks every length before it is used. Not for: writing batches, see recorder.cpp.
#include "core/trace/batch_reader.h"

#include <cstring>

namespace loopscope::trace {

std::expected<Batch, std::string> read_batch(std::span<const std::byte> bytes) {
  BatchHeader header;
  if (bytes.size() < sizeof(header)) return std::unexpected("the trace batch is shorter than its header");
  std::memcpy(&header, bytes.data(), sizeof(header));
  bytes = bytes.subspan(sizeof(header));
  if (header.magic != BatchHeader::kMagic)
    return std::unexpected("this is no trace batch: it does not begin with LST1");
  if (header.version != 1) {
    return std::unexpected("the trace batch has version " + std::to_string(header.version) +
                           ", this reader knows 1");
  }
  const std::size_t record_bytes = std::size_t{header.record_count} * sizeof(Record);
  if (bytes.size() < record_bytes) return std::unexpected("the trace batch ends amid its records");
  Batch batch;
  batch.records.resize(header.record_count);
  if (record_bytes > 0) std::memcpy(batch.records.data(), bytes.data(), record_bytes);
  bytes = bytes.subspan(record_bytes);
  for (std::uint32_t i = 0; i < header.string_count; ++i) {
    std::uint32_t head[2];
    if (bytes.size() < sizeof(head)) return std::unexpected("the trace batch ends amid its texts");
    std::memcpy(head, bytes.data(), sizeof(head));
    bytes = bytes.subspan(sizeof(head));
    const std::size_t padded = (std::size_t{head[1]} + 3) & ~std::size_t{3};
    if (bytes.size() < padded) return std::unexpected("the trace batch ends amid a text");
    batch.texts.emplace_back(head[0], std::string(reinterpret_cast<const char*>(bytes.data()), head[1]));
    bytes = bytes.subspan(padded);
  }
  return batch;
}

}  // namespace loopscope::trace
