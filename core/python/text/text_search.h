// Cutting and searching texts of str and bytes: split, strip, replace, lines. Offsets are bytes.
// Not the methods themselves (core/python/types/str_*.cpp, bytes_*.cpp).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace loopscope::python {

using TextParts = std::vector<std::string_view>;

// As std::string_view::find and rfind, but in linear time for whatever texts.
std::size_t find_text(std::string_view text, std::string_view part, std::size_t from = 0);
std::size_t find_last_text(std::string_view text, std::string_view part);

// How many times `part` stands in `text` without overlap; an empty part between all bytes is not counted
// here.
std::size_t count_occurrences(std::string_view text, std::string_view part);

// Replaces at most `most` of them from the left; most < 0: all. `old` is not empty.
std::string replace_occurrences(std::string_view text, std::string_view old, std::string_view replacement,
                                std::int64_t most);
// What replacing the empty text does: `replacement` before every code point (or byte) and at the end.
std::string replace_empty(std::string_view text, std::string_view replacement, std::int64_t most,
                          bool by_code_points);

// split(None) takes runs of blanks; `unicode` says whether those of other scripts count (str) or not (bytes).
TextParts split_blanks(std::string_view text, std::int64_t most, bool unicode);
TextParts split_blanks_from_right(std::string_view text, std::int64_t most, bool unicode);
// By a separator that is not empty.
TextParts split_by(std::string_view text, std::string_view separator, std::int64_t most);
TextParts split_by_from_right(std::string_view text, std::string_view separator, std::int64_t most);
TextParts split_lines(std::string_view text, bool keep_ends, bool unicode);

// Blanks from the left and the right side as asked.
std::string_view strip_blanks(std::string_view text, bool left, bool right, bool unicode);
// Any of the characters in `set`; by code points or by bytes.
std::string_view strip_set(std::string_view text, std::string_view set, bool left, bool right, bool unicode);

// Tabs become blanks up to the next multiple of `size` columns.
std::string expand_tabs(std::string_view text, std::int64_t size);

}  // namespace loopscope::python
