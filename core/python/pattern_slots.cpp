// How many slots a pattern takes apart into; the counterpart of compiler_match.cpp. Not for: its names' own
// variables.
#include "core/python/scope.h"

namespace loopscope::python {

namespace {

std::uint32_t slots_of(Seq<Pattern*> patterns) {
  std::uint32_t slots = static_cast<std::uint32_t>(patterns.size());
  for (const Pattern* pattern : patterns) slots += pattern_slots(pattern);
  return slots;
}

}  // namespace

std::uint32_t pattern_slots(const Pattern* pattern) {
  switch (pattern->kind) {
    case PatternKind::Value:
    case PatternKind::Singleton:
      return 0;
    case PatternKind::Star:
      return 1;
    case PatternKind::As: {
      const Pattern* inner = static_cast<const AsPattern*>(pattern)->pattern;
      return 1 + (inner ? pattern_slots(inner) : 0);
    }
    case PatternKind::Sequence:
      return slots_of(static_cast<const PatternList*>(pattern)->patterns);
    case PatternKind::Or:
      // All alternatives bind the same names, no more of them than one has nodes.
      return 2 * slots_of(static_cast<const PatternList*>(pattern)->patterns);
    case PatternKind::Mapping:
      return 3 + slots_of(static_cast<const MappingPattern*>(pattern)->patterns);
    case PatternKind::Class: {
      const auto& match_class = *static_cast<const ClassPattern*>(pattern);
      return 1 + slots_of(match_class.patterns) + slots_of(match_class.keyword_patterns);
    }
  }
  return 0;
}

}  // namespace loopscope::python
