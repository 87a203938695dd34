// JSON read and written: layouts, escapes, hostile texts.
// Not for: the `json` module of a script.
#include "core/host/json_value.h"

#include <gtest/gtest.h>

namespace loopscope::host {
namespace {

std::string again(std::string_view text) {
  auto value = parse_json(text);
  return value ? to_text(*value, {}) : value.error();
}

TEST(JsonValue, is_written_as_it_was_read) {
  for (const char* text :
       {"null", "true", "[]", "{}", "-0.5e+10", "\"a\\\"b\\n\"", "[1,[2,{\"k\":[]}]]", "\"한글\""}) {
    EXPECT_EQ(again(text), text);
  }
}

TEST(JsonValue, of_equal_keys_the_last_one_counts) {
  EXPECT_EQ(again(R"({"a":1,"b":2,"a":3})"), R"({"b":2,"a":3})");
}

TEST(JsonValue, escapes_become_code_points_and_back) {
  EXPECT_EQ(again(R"("\u0041\ud83d\ude00\/")"), "\"A😀/\"");
  auto value = parse_json("\"한😀\"");
  ASSERT_TRUE(value.has_value());
  EXPECT_EQ(to_text(*value, {0, ",", ":", false, true}), R"("\ud55c\ud83d\ude00")");
}

TEST(JsonValue, a_layout_indents_sorts_and_separates) {
  JsonValue value =
      JsonValue::object().set("b", JsonValue::array().push(1).push(true)).set("a", JsonValue::object());
  EXPECT_EQ(to_text(value, {2, ", ", ": ", true, true}),
            "{\n  \"a\": {}, \n  \"b\": [\n    1, \n    true\n  ]\n}");
}

TEST(JsonValue, what_is_no_json_gets_words) {
  for (const char* text : {"", " ", "nul", "01", "1.", "-", "[1,]", "{\"a\"}", "{a:1}", "\"", "\"\\",
                           "\"\\x\"", "\"\\u12\"", "1 2", "\"\x01\"", "NaN"}) {
    EXPECT_TRUE(again(text).starts_with("not JSON at offset ")) << text;
  }
}

TEST(JsonValue, deep_nesting_is_an_error_and_damaged_text_is_mended) {
  EXPECT_NE(again(std::string(100'000, '[')).find("nested too deeply"), std::string::npos);
  EXPECT_EQ(again("\"\xff\""), "\"\xef\xbf\xbd\"");
  EXPECT_EQ(again(R"("\ud800")"), "\"\xef\xbf\xbd\"");
}

TEST(JsonValue, many_keys_are_read_in_linear_time) {
  std::string text = "{";
  for (int i = 0; i < 100'000; ++i) text += "\"k" + std::to_string(i) + "\":1,";
  text.back() = '}';
  auto value = parse_json(text);
  ASSERT_TRUE(value.has_value());
  EXPECT_EQ(value->members().size(), 100'000u);
}

}  // namespace
}  // namespace loopscope::host
