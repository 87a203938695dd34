// NFKC of identifiers (PEP 3131): decompose, put marks in order, compose. Hangul by arithmetic, the rest by
// tables. Not for: unicodedata.normalize of any text; the tables know only characters that identifiers may
// hold.
#include <algorithm>
#include <span>
#include <unordered_map>
#include <vector>

#include "core/python/unicode.h"
#include "core/python/unicode_tables.h"

namespace loopscope::python {

namespace {

constexpr char32_t kHangulBase = 0xAC00, kLeadBase = 0x1100, kVowelBase = 0x1161, kTailBase = 0x11A7;
constexpr char32_t kLeadCount = 19, kVowelCount = 21, kTailCount = 28;
constexpr char32_t kHangulCount = kLeadCount * kVowelCount * kTailCount;

class PackedReader {
 public:
  explicit PackedReader(std::span<const std::uint8_t> table) : table_(table) {}
  bool at_end() const { return next_ == table_.size(); }
  char32_t number() {
    char32_t number = 0;
    while (next_ < table_.size()) {
      const std::uint8_t byte = table_[next_++];
      number = number << 7 | (byte & 0x7Fu);
      if ((byte & 0x80u) == 0) break;
    }
    return number;
  }
  char32_t distance_from(char32_t origin) {
    const char32_t coded = number();
    return coded & 1u ? origin - (coded + 1) / 2 : origin + coded / 2;
  }

 private:
  std::span<const std::uint8_t> table_;
  std::size_t next_ = 0;
};

struct Tables {
  std::unordered_map<char32_t, std::u32string> decomposed;
  std::unordered_map<std::uint64_t, char32_t> composed;
  std::unordered_map<char32_t, std::uint8_t> classes;

  Tables() {
    PackedReader forms(kCompatibility);
    for (char32_t code = 0; !forms.at_end();) {
      const char32_t head = forms.number();
      code += head >> 3;
      char32_t length = head & 7u;
      if (length == 7) length = forms.number();
      std::u32string form;
      for (char32_t before = code; form.size() < length;) form += before = forms.distance_from(before);
      decomposed.emplace(code, std::move(form));
    }
    PackedReader pairs(kCompositions);
    for (char32_t code = 0; !pairs.at_end();) {
      code += pairs.number();
      const char32_t first = pairs.distance_from(code);
      const char32_t second = pairs.number();
      composed.emplace(static_cast<std::uint64_t>(first) << 32 | second, code);
      decomposed.emplace(code, std::u32string{first, second});
    }
    PackedReader marks(kCombiningClasses);
    for (char32_t code = 0; !marks.at_end();) {
      code += marks.number();
      const char32_t length = marks.number();
      const auto kind = static_cast<std::uint8_t>(marks.number());
      for (char32_t i = 0; i < length; i++) classes.emplace(code++, kind);
    }
  }

  std::uint8_t combining_class(char32_t character) const {
    const auto found = classes.find(character);
    return found == classes.end() ? 0 : found->second;
  }

  void decompose(char32_t character, std::u32string& out) const {
    if (character >= kHangulBase && character < kHangulBase + kHangulCount) {
      const char32_t index = character - kHangulBase;
      out += kLeadBase + index / (kVowelCount * kTailCount);
      out += kVowelBase + index % (kVowelCount * kTailCount) / kTailCount;
      if (index % kTailCount != 0) out += kTailBase + index % kTailCount;
      return;
    }
    const auto found = decomposed.find(character);
    if (found == decomposed.end()) {
      out += character;
      return;
    }
    for (const char32_t part : found->second) decompose(part, out);
  }

  // 0: the two do not compose.
  char32_t compose(char32_t first, char32_t second) const {
    if (first >= kLeadBase && first < kLeadBase + kLeadCount && second >= kVowelBase &&
        second < kVowelBase + kVowelCount) {
      return kHangulBase + ((first - kLeadBase) * kVowelCount + (second - kVowelBase)) * kTailCount;
    }
    const bool open_syllable =
        first >= kHangulBase && first < kHangulBase + kHangulCount && (first - kHangulBase) % kTailCount == 0;
    if (open_syllable && second > kTailBase && second < kTailBase + kTailCount)
      return first + (second - kTailBase);
    const auto found = composed.find(static_cast<std::uint64_t>(first) << 32 | second);
    return found == composed.end() ? 0 : found->second;
  }
};

void order_marks(std::u32string& text, const Tables& tables) {
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && tables.combining_class(text[end]) != 0) end++;
    // By insertion, which keeps the order of equals; runs are a few marks long.
    for (std::size_t at = i + 1; at < end; at++) {
      for (std::size_t j = at; j > i && tables.combining_class(text[j - 1]) > tables.combining_class(text[j]);
           j--) {
        std::swap(text[j - 1], text[j]);
      }
    }
    i = end + 1;
  }
}

std::u32string compose_all(const std::u32string& text, const Tables& tables) {
  std::u32string out;
  std::size_t starter = std::u32string::npos;
  int last_class = 0;  // of what stands after the starter; -1: nothing does
  for (const char32_t character : text) {
    const int kind = tables.combining_class(character);
    if (starter != std::u32string::npos && last_class < kind + (last_class == -1 ? 1 : 0)) {
      const char32_t together = tables.compose(out[starter], character);
      if (together != 0) {
        out[starter] = together;
        continue;
      }
    }
    out += character;
    if (kind == 0) starter = out.size() - 1;
    last_class = kind == 0 ? -1 : kind;
  }
  return out;
}

}  // namespace

std::string normalize_identifier(std::string_view identifier) {
  if (std::all_of(identifier.begin(), identifier.end(),
                  [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
    return std::string(identifier);
  }
  static const Tables tables;
  std::u32string decomposed;
  for (std::size_t i = 0; i < identifier.size(); i += utf8_length(identifier[i])) {
    tables.decompose(decode_utf8(identifier.substr(i)), decomposed);
  }
  order_marks(decomposed, tables);
  std::string out;
  for (const char32_t character : compose_all(decomposed, tables)) append_utf8(out, character);
  return out;
}

}  // namespace loopscope::python
