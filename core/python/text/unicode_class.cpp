// Character classes, and case of single characters, from packed tables that are unpacked once on first use.
// Not case of whole texts (unicode_case.cpp).
#include "core/python/text/unicode_class.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "core/python/text/unicode_class_tables.h"

namespace loopscope::python {
namespace {

class Reader {
 public:
  explicit Reader(std::span<const unsigned char> bytes) : bytes_(bytes) {}
  bool done() const { return at_ == bytes_.size(); }
  std::uint32_t byte() { return bytes_[at_++]; }
  // Seven bits a byte, the highest first; all bytes but the last are marked.
  std::uint32_t varint() {
    std::uint32_t value = 0;
    while ((bytes_[at_] & 0x80U) != 0) value = (value << 7) | (bytes_[at_++] & 0x7FU);
    return (value << 7) | bytes_[at_++];
  }
  std::int32_t signed_varint() {
    std::uint32_t value = varint();
    return (value & 1U) != 0 ? -static_cast<std::int32_t>(value / 2) - 1
                             : static_cast<std::int32_t>(value / 2);
  }

 private:
  std::span<const unsigned char> bytes_;
  std::size_t at_ = 0;
};

// Where a run of characters of one class begins, in the low 24 bits, and its class in the high 8.
const std::vector<std::uint32_t>& class_runs() {
  static const std::vector<std::uint32_t> runs = [] {
    std::vector<std::uint32_t> result;
    Reader reader(tables::kClassRuns);
    std::uint32_t start = 0x80;
    while (!reader.done()) {
      std::uint32_t head = reader.byte();
      std::uint32_t length = (head >> 4) + 1;
      if (length == 16) length += reader.varint();
      result.push_back(start | (head & 15U) << 24);
      start += length;
    }
    return result;
  }();
  return runs;
}

struct CaseRun {
  std::uint32_t start;
  std::uint32_t last;  // inclusive
  std::uint32_t stride;
  std::int32_t distance;
};

std::vector<CaseRun> unpack_case(std::span<const unsigned char> table) {
  std::vector<CaseRun> result;
  Reader reader(table);
  std::uint32_t start = 0;
  while (!reader.done()) {
    start += reader.varint();
    std::uint32_t shape = reader.varint();
    std::uint32_t stride = (shape & 1U) + 1;
    result.push_back({start, start + shape / 2 * stride, stride, reader.signed_varint()});
  }
  return result;
}

char32_t map_case(const std::vector<CaseRun>& runs, char32_t c) {
  auto after = std::ranges::upper_bound(runs, c, {},
                                        [](const CaseRun& run) { return static_cast<char32_t>(run.start); });
  // Runs of every second character may hold another run in their gaps: the one before is asked, too.
  for (int i = 0; i < 2 && after != runs.begin(); ++i) {
    --after;
    if (c <= after->last && (c - after->start) % after->stride == 0) {
      return static_cast<char32_t>(static_cast<std::int32_t>(c) + after->distance);
    }
  }
  return c;
}

unsigned ascii_class(char32_t c) {
  if (c >= 'a' && c <= 'z') return kClassAlpha | kClassLower;
  if (c >= 'A' && c <= 'Z') return kClassAlpha | kClassUpper;
  if (c >= '0' && c <= '9') return kClassDecimal | kClassDigit | kClassNumeric;
  return 0;
}

}  // namespace

unsigned character_class(char32_t c) {
  if (c < 0x80) return ascii_class(c);
  // Hangul syllables and the commonest ideographs' neighbours need no search.
  if (c >= 0xAC00 && c <= 0xD7A3) return kClassAlpha;
  const auto& runs = class_runs();
  auto after = std::ranges::upper_bound(runs, static_cast<std::uint32_t>(c), {},
                                        [](std::uint32_t run) { return run & 0xFFFFFFU; });
  std::uint32_t run = *(after - 1);
  std::uint32_t kind = run >> 24;
  if (kind < 14) return tables::kClassBits[kind];
  bool upper = ((c - (run & 0xFFFFFFU)) % 2 == 0) == (kind == 14);
  return kClassAlpha | (upper ? kClassUpper : kClassLower);
}

int decimal_value(char32_t c) {
  if (c < 0x80) return c >= '0' && c <= '9' ? static_cast<int>(c - '0') : -1;
  if ((character_class(c) & kClassDecimal) == 0) return -1;
  // Decimal digits stand in tens; a run of them (all styles of mathematical digits are one) begins with a
  // zero.
  const auto& runs = class_runs();
  auto after = std::ranges::upper_bound(runs, static_cast<std::uint32_t>(c), {},
                                        [](std::uint32_t run) { return run & 0xFFFFFFU; });
  return static_cast<int>((c - (*(after - 1) & 0xFFFFFFU)) % 10);
}

bool is_space(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1C && c <= 0x1F);
  return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_line_break(char32_t c) {
  return (c >= '\n' && c <= '\r') || (c >= 0x1C && c <= 0x1E) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

char32_t to_lower(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  static const std::vector<CaseRun> runs = unpack_case(tables::kLowerMap);
  return map_case(runs, c);
}

char32_t to_upper(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z' ? c - 32 : c;
  static const std::vector<CaseRun> runs = unpack_case(tables::kUpperMap);
  return map_case(runs, c);
}

}  // namespace loopscope::python
