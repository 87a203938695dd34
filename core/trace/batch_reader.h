// read_batch: the wire format back into records and texts, for whoever reads the trace in C++. Not for: the
// page, which has a reader of its own; nor for what the records mean.
#pragma once

#include <cstddef>
#include <expected>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/trace/record.h"

namespace loopscope::trace {

struct Batch {
  std::vector<Record> records;
  std::vector<std::pair<StringId, std::string>> texts;
};

// `bytes` is one whole batch (record.h). The error says in words what is wrong with it; nothing of a damaged
// batch is used.
std::expected<Batch, std::string> read_batch(std::span<const std::byte> bytes);

}  // namespace loopscope::trace
