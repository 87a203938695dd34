// ChromeJson and its texts: the document of a small run. Not for: opening it in Perfetto.
#include "core/trace/chrome_json.h"

#include <gtest/gtest.h>

#include "core/trace/json_text.h"

namespace loopscope::trace {
namespace {

std::string quoted(std::string_view text) {
  std::string out;
  append_json_text(out, text);
  return out;
}

TEST(JsonText, QuotesControlsAndBrokenBytesAreEscaped) {
  EXPECT_EQ(quoted("a\"b\\c\n\x01"), R"("a\"b\\c\u000a\u0001")");
  EXPECT_EQ(quoted("면 🍜"), "\"면 🍜\"");
  EXPECT_EQ(quoted("\xFFz\xC3"), "\"\xEF\xBF\xBDz\xEF\xBF\xBD\"");
  EXPECT_EQ(quoted("\xED\xA0\x80"), "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");  // a lone surrogate
}

Batch sleep_of_one_task() {
  return {.records =
              {
                  {.time = 0,
                   .kind = Kind::TaskCreated,
                   .subject = 1,
                   .line = 3,
                   .value = 1 | std::uint64_t{2} << 32U},
                  {.time = 0, .kind = Kind::TaskReady, .subject = 1},
                  {.time = 1, .kind = Kind::StepBegin, .subject = 1, .line = 3},
                  {.time = 2, .kind = Kind::WaitBegin, .detail = 1, .subject = 1, .line = 4, .value = 50},
                  {.time = 2, .kind = Kind::StepEnd, .subject = 1, .line = 4},
                  {.time = 50, .kind = Kind::TaskReady, .subject = 1},
                  {.time = 51, .kind = Kind::StepBegin, .subject = 1, .line = 4},
                  {.time = 52, .kind = Kind::StepEnd, .subject = 1, .line = 5},
                  {.time = 52, .kind = Kind::TaskDone, .detail = 0, .subject = 1},
              },
          .texts = {{1, "Task-1"}, {2, "main"}}};
}

TEST(ChromeJson, AStepAWaitAndBeingReadyAreSlicesOnTheTasksTrack) {
  ChromeJson json;
  json.begin_program("concurrent");
  json.add(sleep_of_one_task());
  const std::string text = json.finish();
  EXPECT_TRUE(text.contains(R"("name":"process_name","args":{"name":"concurrent"})")) << text;
  EXPECT_TRUE(text.contains(R"("tid":1,"ts":0,"name":"thread_name","args":{"name":"Task-1 main"})")) << text;
  EXPECT_TRUE(text.contains(R"({"ph":"X","pid":1,"tid":1,"ts":0,"name":"ready","cat":"ready","dur":1})"))
      << text;
  EXPECT_TRUE(text.contains(R"("ts":1,"name":"run","cat":"run","dur":1,"args":{"line":4})")) << text;
  EXPECT_TRUE(text.contains(R"("ts":2,"name":"sleep","cat":"wait","dur":48,"args":{"line":4})")) << text;
  EXPECT_TRUE(text.contains(R"("ts":52,"name":"finished")")) << text;
}

TEST(ChromeJson, WhoWokeWhomIsAnArrowToTheStepThatFollowed) {
  ChromeJson json;
  json.add({.records =
                {
                    {.time = 1, .kind = Kind::StepBegin, .subject = 1},
                    {.time = 1, .kind = Kind::TaskReady, .subject = 2, .object = 1},
                    {.time = 2, .kind = Kind::StepEnd, .subject = 1},
                    {.time = 3, .kind = Kind::StepBegin, .subject = 2},
                },
            .texts = {}});
  const std::string text = json.finish();
  EXPECT_TRUE(text.contains(R"({"ph":"s","pid":1,"tid":1,"ts":1,"name":"wakes","cat":"wake","id":1})"))
      << text;
  EXPECT_TRUE(
      text.contains(R"({"ph":"f","pid":1,"tid":2,"ts":3,"name":"wakes","cat":"wake","bp":"e","id":1})"))
      << text;
}

TEST(ChromeJson, WhatIsStillOpenAtTheEndEndsThere) {
  ChromeJson json;
  json.add({.records =
                {
                    {.time = 5, .kind = Kind::StepBegin, .subject = 0},
                    {.time = 6, .kind = Kind::BlockBegin, .detail = 1, .subject = 0, .line = 8, .value = 100},
                    {.time = 90, .kind = Kind::Output, .detail = 1, .object = 1},
                },
            .texts = {{1, "hi\n"}}});
  const std::string text = json.finish();
  EXPECT_TRUE(text.contains(R"("ts":6,"name":"blocked","cat":"blocked","dur":84,"args":{"line":8})")) << text;
  EXPECT_TRUE(text.contains(R"("name":"hi\u000a","cat":"stdout")")) << text;
}

TEST(ChromeJson, RecordsThatMakeNoSenseDoNoHarm) {
  ChromeJson json;
  Batch batch;
  for (unsigned kind = 0; kind < 256; ++kind) {
    for (const std::uint32_t subject : {0U, 7U, 0xFFFFFFFFU}) {
      batch.records.push_back({.time = 256 - kind,
                               .kind = static_cast<Kind>(kind),
                               .detail = static_cast<std::uint16_t>(kind * 7),
                               .subject = subject,
                               .object = subject});
    }
  }
  json.add(batch);
  EXPECT_TRUE(json.finish().ends_with("]}\n"));
}

}  // namespace
}  // namespace loopscope::trace
