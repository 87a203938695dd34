// Splitting, stripping, replacing on plain UTF-8 or bytes.
// Not case and classes of characters (unicode_class.cpp).
#include "core/python/text/text_search.h"

#include <algorithm>

#include "core/python/text/unicode_class.h"
#include "core/python/text/utf8.h"

namespace loopscope::python {
namespace {

bool is_byte_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// The character at `at`; moves behind it.
char32_t take(std::string_view text, std::size_t& at, bool unicode) {
  return unicode ? decode_utf8(text, at) : static_cast<unsigned char>(text[at++]);
}

char32_t take_before(std::string_view text, std::size_t& at, bool unicode) {
  return unicode ? decode_utf8_before(text, at) : static_cast<unsigned char>(text[--at]);
}

bool is_blank(char32_t c, bool unicode) {
  return unicode ? is_space(c) : c < 0x80 && is_byte_blank(static_cast<char>(c));
}

std::size_t skip_blanks(std::string_view text, std::size_t at, bool unicode) {
  while (at < text.size()) {
    std::size_t next = at;
    if (!is_blank(take(text, next, unicode), unicode)) break;
    at = next;
  }
  return at;
}

std::size_t skip_word(std::string_view text, std::size_t at, bool unicode) {
  while (at < text.size()) {
    std::size_t next = at;
    if (is_blank(take(text, next, unicode), unicode)) break;
    at = next;
  }
  return at;
}

std::size_t skip_back(std::string_view text, std::size_t at, bool blanks, bool unicode) {
  while (at > 0) {
    std::size_t next = at;
    if (is_blank(take_before(text, next, unicode), unicode) != blanks) break;
    at = next;
  }
  return at;
}

// Knuth, Morris and Pratt: never looks at a character of the text twice.
std::size_t find_by_prefixes(std::string_view text, std::string_view part, std::size_t from) {
  // For each place in the part: how long a beginning of it ends there.
  std::vector<std::uint32_t> borders(part.size());
  std::uint32_t border = 0;
  for (std::size_t i = 1; i < part.size(); ++i) {
    while (border != 0 && part[i] != part[border]) border = borders[border - 1];
    if (part[i] == part[border]) ++border;
    borders[i] = border;
  }
  std::uint32_t matched = 0;
  for (std::size_t at = from; at < text.size(); ++at) {
    while (matched != 0 && text[at] != part[matched]) matched = borders[matched - 1];
    if (text[at] == part[matched]) ++matched;
    if (matched == part.size()) return at + 1 - matched;
  }
  return std::string_view::npos;
}

}  // namespace

std::size_t find_text(std::string_view text, std::string_view part, std::size_t from) {
  constexpr std::size_t kShort = 64;
  if (part.size() <= kShort) return text.find(part, from);
  std::size_t compared = 0;
  for (std::size_t at = from; at + part.size() <= text.size(); ++at) {
    at = text.find(part.front(), at);
    if (at == std::string_view::npos || at + part.size() > text.size()) break;
    auto different = std::mismatch(part.begin(), part.end(), text.begin() + static_cast<std::ptrdiff_t>(at));
    if (different.first == part.end()) return at;
    compared += static_cast<std::size_t>(different.first - part.begin());
    // Much more was compared than passed: this text is made to be slow.
    if (compared > 16 * (at - from) + 16 * part.size()) return find_by_prefixes(text, part, at + 1);
  }
  return std::string_view::npos;
}

std::size_t find_last_text(std::string_view text, std::string_view part) {
  constexpr std::size_t kShort = 1000;
  if (part.size() <= kShort) return text.rfind(part);
  std::string backwards(text.rbegin(), text.rend());
  std::string part_backwards(part.rbegin(), part.rend());
  std::size_t at = find_text(backwards, part_backwards);
  return at == std::string_view::npos ? at : text.size() - at - part.size();
}

std::size_t count_occurrences(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = find_text(text, part); at != std::string_view::npos;
       at = find_text(text, part, at + part.size()))
    ++count;
  return count;
}

std::string replace_occurrences(std::string_view text, std::string_view old, std::string_view replacement,
                                std::int64_t most) {
  std::string result;
  std::size_t from = 0;
  for (std::size_t at = find_text(text, old); at != std::string_view::npos && most != 0;
       at = find_text(text, old, from)) {
    result.append(text, from, at - from).append(replacement);
    from = at + old.size();
    --most;
  }
  return result.append(text, from);
}

std::string replace_empty(std::string_view text, std::string_view replacement, std::int64_t most,
                          bool by_code_points) {
  std::string result;
  std::size_t at = 0;
  while (most != 0) {
    result += replacement;
    --most;
    if (at >= text.size()) break;
    std::size_t begin = at;
    at += by_code_points ? utf8_length(text[at]) : 1;
    result += text.substr(begin, at - begin);
  }
  return result.append(text.substr(at));
}

TextParts split_blanks(std::string_view text, std::int64_t most, bool unicode) {
  TextParts parts;
  std::size_t at = skip_blanks(text, 0, unicode);
  while (at < text.size()) {
    if (most >= 0 && static_cast<std::int64_t>(parts.size()) == most) {
      parts.push_back(text.substr(at));  // the blanks at its end, too
      break;
    }
    std::size_t end = skip_word(text, at, unicode);
    parts.push_back(text.substr(at, end - at));
    at = skip_blanks(text, end, unicode);
  }
  return parts;
}

TextParts split_blanks_from_right(std::string_view text, std::int64_t most, bool unicode) {
  TextParts parts;
  std::size_t end = skip_back(text, text.size(), true, unicode);
  while (end > 0) {
    if (most >= 0 && static_cast<std::int64_t>(parts.size()) == most) {
      parts.push_back(text.substr(0, end));
      break;
    }
    std::size_t begin = skip_back(text, end, false, unicode);
    parts.push_back(text.substr(begin, end - begin));
    end = skip_back(text, begin, true, unicode);
  }
  std::ranges::reverse(parts);
  return parts;
}

TextParts split_by(std::string_view text, std::string_view separator, std::int64_t most) {
  TextParts parts;
  std::size_t from = 0;
  while (most < 0 || static_cast<std::int64_t>(parts.size()) < most) {
    std::size_t at = find_text(text, separator, from);
    if (at == std::string_view::npos) break;
    parts.push_back(text.substr(from, at - from));
    from = at + separator.size();
  }
  parts.push_back(text.substr(from));
  return parts;
}

TextParts split_by_from_right(std::string_view text, std::string_view separator, std::int64_t most) {
  TextParts parts;
  while (most < 0 || static_cast<std::int64_t>(parts.size()) < most) {
    std::size_t at = text.rfind(separator);
    if (at == std::string_view::npos) break;
    parts.push_back(text.substr(at + separator.size()));
    text = text.substr(0, at);
  }
  parts.push_back(text);
  std::ranges::reverse(parts);
  return parts;
}

TextParts split_lines(std::string_view text, bool keep_ends, bool unicode) {
  TextParts lines;
  std::size_t from = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t end = at;
    char32_t c = take(text, at, unicode);
    if (unicode ? !is_line_break(c) : c != '\n' && c != '\r') continue;
    if (c == '\r' && at < text.size() && text[at] == '\n') ++at;
    lines.push_back(text.substr(from, (keep_ends ? at : end) - from));
    from = at;
  }
  if (from < text.size()) lines.push_back(text.substr(from));
  return lines;
}

std::string_view strip_blanks(std::string_view text, bool left, bool right, bool unicode) {
  if (left) text.remove_prefix(skip_blanks(text, 0, unicode));
  if (right) text = text.substr(0, skip_back(text, text.size(), true, unicode));
  return text;
}

std::string_view strip_set(std::string_view text, std::string_view set, bool left, bool right, bool unicode) {
  auto holds = [&](std::string_view character) {
    if (!unicode || character.size() == 1) return set.find(character[0]) != std::string_view::npos;
    return set.find(character) != std::string_view::npos;
  };
  while (left && !text.empty()) {
    std::size_t length = unicode ? utf8_length(text[0]) : 1;
    if (!holds(text.substr(0, length))) break;
    text.remove_prefix(length);
  }
  while (right && !text.empty()) {
    std::size_t at = text.size();
    take_before(text, at, unicode);
    if (!holds(text.substr(at))) break;
    text = text.substr(0, at);
  }
  return text;
}

std::string expand_tabs(std::string_view text, std::int64_t size) {
  std::string result;
  std::int64_t column = 0;
  for (char c : text) {
    if (c == '\t') {
      std::int64_t blanks = size > 0 ? size - column % size : 0;
      result.append(static_cast<std::size_t>(blanks), ' ');
      column += blanks;
      continue;
    }
    result.push_back(c);
    if (c == '\n' || c == '\r') {
      column = 0;
    } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
      ++column;
    }
  }
  return result;
}

}  // namespace loopscope::python
