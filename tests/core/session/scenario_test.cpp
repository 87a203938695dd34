// A scenario's text cut into programs: markers, labels, shared text, line numbers.
// Not for: running them (session_test.cpp).
#include "core/session/scenario.h"

#include <gtest/gtest.h>

namespace loopscope::session {
namespace {

std::vector<std::string> labels(std::string_view text) {
  std::vector<std::string> names;
  for (const auto& program : split_scenario(text).programs) names.push_back(program.label);
  return names;
}

using Labels = std::vector<std::string>;

TEST(Scenario, a_text_without_a_marker_is_one_program) {
  Scenario scenario = split_scenario("import asyncio\nprint(1)\n");
  ASSERT_EQ(scenario.programs.size(), 1u);
  EXPECT_EQ(scenario.programs[0].text, "import asyncio\nprint(1)\n");
  EXPECT_TRUE(scenario.programs[0].uses_asyncio);
  EXPECT_EQ(scenario.programs[0].last_line, 2);
}

TEST(Scenario, an_empty_text_is_one_empty_program) {
  EXPECT_EQ(labels(""), Labels{"program 1"});
  EXPECT_EQ(split_scenario("").programs[0].text, "");
}

TEST(Scenario, each_program_gets_the_shared_text_and_keeps_its_lines) {
  Scenario scenario = split_scenario("import time\nX = 1\n# %% sync\na()\n# %% concurrent\nb()\nc()");
  ASSERT_EQ(scenario.programs.size(), 2u);
  EXPECT_EQ(scenario.programs[0].text, "import time\nX = 1\n# %% sync\na()\n");
  EXPECT_EQ(scenario.programs[1].text, "import time\nX = 1\n\n\n# %% concurrent\nb()\nc()");
  EXPECT_EQ(scenario.programs[1].first_line, 5);
  EXPECT_EQ(scenario.programs[1].last_line, 7);
}

TEST(Scenario, labels_are_made_unique_and_missing_ones_numbered) {
  EXPECT_EQ(labels("# %% a\n# %% a\n# %%\n# %% a\n# %% a (2)\n"),
            (Labels{"a", "a (2)", "program 3", "a (3)", "a (2) (2)"}));
}

TEST(Scenario, text_cells_belong_to_nobody) {
  Scenario scenario = split_scenario(
      "s = 1\n# %% [markdown]\n# words\n# %% one\nx\n# %% notes [md]\n\"\"\"\n# %% no\n\"\"\"\n");
  ASSERT_EQ(scenario.programs.size(), 1u);
  EXPECT_EQ(scenario.programs[0].text, "s = 1\n\n\n# %% one\nx\n");
}

TEST(Scenario, markers_inside_strings_are_text) {
  EXPECT_EQ(labels("x = '''\n# %% no\n'''\n# %% yes\n"), Labels{"yes"});
  EXPECT_EQ(labels("x = 'a\\\n# %% no'\n# %% yes\n"), Labels{"yes"});
  EXPECT_EQ(labels("x = 'unfinished\n# %% yes\n"), Labels{"yes"});
  EXPECT_EQ(labels("# it's a comment\n# %% yes\n"), Labels{"yes"});
  EXPECT_EQ(labels("x = r'\\'\n# %% yes\n"), Labels{"yes"});
  EXPECT_EQ(labels("x = \"\"\"a\\\"\"\"\n# %% no\n\"\"\"\n"), Labels{"program 1"});
}

TEST(Scenario, only_whole_markers_at_the_start_of_a_line_count) {
  EXPECT_EQ(labels("#%% a\n  # %% no\nx # %% no\n# %%time\n#   %% b\n# %%% c\n"), (Labels{"a", "b", "c"}));
}

TEST(Scenario, metadata_is_no_part_of_a_label) {
  EXPECT_EQ(labels("# %% my label tags=\"x\" id=\"y\"\n# %% say \"hi\"\n# %% [code]\n"),
            (Labels{"my label", "say \"hi\"", "program 3"}));
}

TEST(Scenario, windows_and_old_line_ends_count_as_lines) {
  Scenario scenario = split_scenario("s\r\n# %% 하나\r\nx\r\n# %% 둘\r\ny\r\n");
  ASSERT_EQ(scenario.programs.size(), 2u);
  EXPECT_EQ(scenario.programs[1].label, "둘");
  EXPECT_EQ(scenario.programs[1].text, "s\r\n\n\n# %% 둘\r\ny\r\n");
  EXPECT_EQ(labels("a\r# %% b\rc"), Labels{"b"});
}

TEST(Scenario, an_import_of_asyncio_is_seen_where_it_is_one) {
  auto uses = [](std::string_view text) { return split_scenario(text).programs.back().uses_asyncio; };
  EXPECT_TRUE(uses("import time, asyncio\n# %% a\nx\n"));
  EXPECT_TRUE(uses("# %% a\nfrom asyncio import sleep\n"));
  EXPECT_TRUE(uses("def f():\n    import asyncio as aio\n"));
  EXPECT_FALSE(uses("x = '''\nimport asyncio\n'''\n"));
  EXPECT_FALSE(uses("import asyncio_tools\nprint('asyncio')\n"));
  EXPECT_FALSE(uses("# %% a\nimport asyncio\n# %% b\nx\n"));
}

TEST(Scenario, says_which_earlier_program_defines_a_name) {
  Scenario scenario =
      split_scenario("S = 1\n# %% a\nasync def fetch(): pass\nN: int = 2\n# %% b\nfetch()\nM = 3\nS == 1\n");
  EXPECT_EQ(earlier_program_that_defines(scenario, 1, "fetch"), "a");
  EXPECT_EQ(earlier_program_that_defines(scenario, 1, "N"), "a");
  EXPECT_EQ(earlier_program_that_defines(scenario, 1, "S"), "");
  EXPECT_EQ(earlier_program_that_defines(scenario, 1, "M"), "");
  EXPECT_EQ(earlier_program_that_defines(scenario, 0, "M"), "");
}

}  // namespace
}  // namespace loopscope::session
