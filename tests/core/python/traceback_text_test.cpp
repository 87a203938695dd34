// Tests of traceback_text: every expectation was printed by CPython 3.13 for the same lines.
// Not for: which frames an exception has.
#include "core/python/traceback_text.h"

#include <gtest/gtest.h>

#include <vector>

namespace loopscope::python {
namespace {

std::string text_of(const std::vector<std::string>& lines, SourcePosition position) {
  const TracebackFrame frame{"x.py", "<module>", position, lines};
  return traceback_text({&frame, 1});
}

TEST(TracebackText, PointsAtTheOperatorOfABinaryOperation) {
  EXPECT_EQ(text_of({"y = 1 + (2 / 0)"}, {1, 1, 9, 14}),
            "  File \"x.py\", line 1, in <module>\n"
            "    y = 1 + (2 / 0)\n"
            "             ~~^~~\n");
}

TEST(TracebackText, PointsAtTheBracketsOfASubscriptAndOfACall) {
  EXPECT_EQ(text_of({"print(data['b'])"}, {1, 1, 6, 15}),
            "  File \"x.py\", line 1, in <module>\n"
            "    print(data['b'])\n"
            "          ~~~~^^^^^\n");
  EXPECT_EQ(text_of({"asyncio.run(main())"}, {1, 1, 0, 19}),
            "  File \"x.py\", line 1, in <module>\n"
            "    asyncio.run(main())\n"
            "    ~~~~~~~~~~~^^^^^^^^\n");
}

TEST(TracebackText, LeavesTheCaretsOutWhereTheyWouldUnderlineTheWholeLine) {
  EXPECT_EQ(text_of({"    return f(1)"}, {1, 1, 11, 15}),
            "  File \"x.py\", line 1, in <module>\n"
            "    return f(1)\n");
  EXPECT_EQ(text_of({"  raise ValueError"}, {1, 1, 2, 18}),
            "  File \"x.py\", line 1, in <module>\n"
            "    raise ValueError\n");
}

TEST(TracebackText, GivesWideCharactersTwoColumns) {
  EXPECT_EQ(text_of({"print(\"한글\" + 1)"}, {1, 1, 6, 18}),
            "  File \"x.py\", line 1, in <module>\n"
            "    print(\"한글\" + 1)\n"
            "          ~~~~~~~^~~\n");
}

TEST(TracebackText, ShowsTheLinesOfAnInstructionThatSpansSome) {
  EXPECT_EQ(text_of({"x = f(", "    1,", "    2,", "    3,", ")"}, {1, 5, 4, 1}),
            "  File \"x.py\", line 1, in <module>\n"
            "    x = f(\n"
            "        1,\n"
            "        2,\n"
            "        3,\n"
            "    )\n");
}

TEST(TracebackText, CountsRepetitionsFromTheFourthOn) {
  const std::vector<std::string> lines = {"f()"};
  const std::vector<TracebackFrame> frames(5, TracebackFrame{"x.py", "f", {1, 1, 0, 3}, lines});
  EXPECT_TRUE(traceback_text(frames).ends_with("  [Previous line repeated 2 more times]\n"));
}

TEST(TracebackText, ShowsThePlaceAloneWhereTheTextIsNotKnown) {
  const TracebackFrame frame{"<stdin>", "main", {7, 7, 0, 3}, {}};
  EXPECT_EQ(traceback_text({&frame, 1}), "  File \"<stdin>\", line 7, in main\n");
}

}  // namespace
}  // namespace loopscope::python
