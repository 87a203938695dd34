// The matcher of regular expressions, by programs written out.
// Not here: patterns (tests/conformance/modules/re_patterns.py).
#include "core/modules/re_matcher.h"

#include <gtest/gtest.h>

#include <string>

namespace loopscope::modules {
namespace {

using Words = std::vector<std::int64_t>;

std::int64_t op(ReOp code) { return static_cast<std::int64_t>(code); }

// (a*)*b in words: each a may be taken by the inner or by the outer star.
Words nested_stars() {
  return {op(ReOp::kSplit),
          3,
          17,
          op(ReOp::kSave),
          3,
          op(ReOp::kSplit),
          8,
          12,
          op(ReOp::kChar),
          'a',
          op(ReOp::kJump),
          5,
          op(ReOp::kProgress),
          3,
          17,
          op(ReOp::kJump),
          0,
          op(ReOp::kChar),
          'b',
          op(ReOp::kMatch)};
}

TEST(ReMatcher, what_would_try_too_many_ways_is_stopped) {
  Words program = nested_stars();
  std::u32string text(60, U'a');
  Matcher matcher(program, text, 2, 4);
  EXPECT_EQ(matcher.match(0, 60, false, false), Matcher::Result::kTooLong);
}

TEST(ReMatcher, a_long_text_needs_no_stack) {
  Words program = nested_stars();
  std::u32string text(200'000, U'a');
  text += U'b';
  Matcher matcher(program, text, 2, 4);
  auto end = static_cast<std::int64_t>(text.size());
  EXPECT_EQ(matcher.match(0, end, true, false), Matcher::Result::kYes);
  EXPECT_EQ(matcher.spans()[1], end);
}

TEST(ReMatcher, a_search_that_must_advance_does_not_end_where_it_began) {
  Words program = {op(ReOp::kRepeat), 0, 0, -1, op(ReOp::kChar), 'x', op(ReOp::kMatch)};
  std::u32string text = U"ax";
  Matcher matcher(program, text, 2, 3);
  EXPECT_EQ(matcher.search(0, 2, false), Matcher::Result::kYes);
  EXPECT_EQ(matcher.spans()[1], 0);
  EXPECT_EQ(matcher.search(0, 2, true), Matcher::Result::kYes);
  EXPECT_EQ(matcher.spans()[0], 1);
  EXPECT_EQ(matcher.spans()[1], 2);
}

}  // namespace
}  // namespace loopscope::modules
