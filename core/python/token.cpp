// Names of token kinds and the keyword table. Not for: the lexer.
#include "core/python/token.h"

#include <algorithm>
#include <array>

namespace loopscope::python {

namespace {

struct Keyword {
  std::string_view word;
  TokenKind kind;
};

// In byte order of the words, for the binary search: the three with a capital come first in the list as they
// do here.
constexpr Keyword kKeywords[] = {
#define LOOPSCOPE_ROW(name, spelling) {spelling, TokenKind::name},
    LOOPSCOPE_PYTHON_KEYWORDS(LOOPSCOPE_ROW)
#undef LOOPSCOPE_ROW
};
static_assert(std::ranges::is_sorted(kKeywords, {}, &Keyword::word));

constexpr std::string_view kKindNames[] = {
    "EndMarker",
    "Name",
    "Number",
    "String",
    "FStringStart",
    "FStringMiddle",
    "FStringEnd",
    "Newline",
    "Indent",
    "Dedent",
    "Unknown",
    "Error",
#define LOOPSCOPE_ROW(name, spelling) #name,
    LOOPSCOPE_PYTHON_OPERATORS(LOOPSCOPE_ROW) LOOPSCOPE_PYTHON_KEYWORDS(LOOPSCOPE_ROW)
#undef LOOPSCOPE_ROW
};

}  // namespace

TokenKind keyword_kind(std::string_view word) {
  if (word.size() < 2 || word.size() > 8) return TokenKind::Name;
  const Keyword* found = std::ranges::lower_bound(kKeywords, word, {}, &Keyword::word);
  return found != std::end(kKeywords) && found->word == word ? found->kind : TokenKind::Name;
}

bool begins_soft_keyword(std::string_view word) {
  constexpr std::string_view kSoftKeywords[] = {"_", "case", "match", "type"};
  return std::ranges::any_of(kSoftKeywords, [&](std::string_view each) { return each.starts_with(word); });
}

std::string_view token_kind_name(TokenKind kind) { return kKindNames[static_cast<std::size_t>(kind)]; }

}  // namespace loopscope::python
