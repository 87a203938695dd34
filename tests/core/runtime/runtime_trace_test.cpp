// What the runtime writes into the trace: kinds, order and fields. Not for: the ring and the format, see
// tests/core/trace.
#include <gtest/gtest.h>

#include <map>

#include "core/runtime/fetch.h"
#include "core/runtime/gather.h"
#include "core/runtime/run.h"
#include "core/runtime/sleep.h"
#include "core/trace/batch_reader.h"
#include "core/trace/summary.h"
#include "tests/core/runtime/cut_off.h"

namespace loopscope::runtime {
namespace {

using std::chrono::milliseconds;
using trace::Kind;

class RuntimeTrace : public CutOffTest {
 protected:
  trace::Batch drained() {
    std::vector<std::byte> bytes;
    recorder.drain(bytes);
    auto batch = trace::read_batch(bytes);
    EXPECT_TRUE(batch);
    return batch ? *batch : trace::Batch{};
  }
  // "time kind subject object", the kind as a word.
  static std::vector<std::string> lines(const trace::Batch& batch) {
    static const std::map<Kind, std::string> names{
#define LOOPSCOPE_TEST_ROW(name, number) {Kind::name, #name},
        LOOPSCOPE_TRACE_KINDS(LOOPSCOPE_TEST_ROW)
#undef LOOPSCOPE_TEST_ROW
    };
    std::vector<std::string> all;
    for (const trace::Record& record : batch.records) {
      all.push_back(std::to_string(record.time) + " " + names.at(record.kind) + " " +
                    std::to_string(record.subject) + " " + std::to_string(record.object));
    }
    return all;
  }

  trace::Recorder recorder{1024};
  CutOffLoop loop{host, {.recorder = &recorder}};
};

Coroutine<> sleeps_once() { co_return co_await sleep(milliseconds(1)); }

LOOP_TEST(RuntimeTrace, ATaskThatSleepsIsWrittenDownFromItsCreationToItsEnd) {
  ASSERT_RUNS(run(loop, sleeps_once()));
  const trace::Batch batch = drained();
  EXPECT_EQ(lines(batch),
            (std::vector<std::string>{"0 TaskCreated 1 0", "0 TaskReady 1 0", "0 LoopBegin 0 0",
                                      "0 StepBegin 1 0", "0 TimerSet 1 1", "0 WaitBegin 1 1", "0 StepEnd 1 0",
                                      "1000 TimerFired 1 0", "1000 TaskReady 1 0", "1001 StepBegin 1 0",
                                      "1001 StepEnd 1 0", "1001 TaskDone 1 0", "1003 LoopEnd 0 0"}));
  EXPECT_EQ(batch.records[5].detail, static_cast<std::uint16_t>(trace::WaitKind::Sleep));
  EXPECT_EQ(batch.records[5].value, 1000U);
  EXPECT_EQ(batch.texts, (std::vector<std::pair<trace::StringId, std::string>>{{1, "Task-1"}}));
}

Coroutine<int> number(int value) {
  if (auto slept = co_await sleep(milliseconds(1)); !slept) co_return slept.error();
  co_return value;
}

Coroutine<> gathers(EventLoop& loop) {
  std::vector<Coroutine<int>> three;
  for (int i = 0; i < 3; ++i) three.push_back(number(i));
  auto all = co_await gather(loop, std::move(three));
  if (!all) co_return all.error();
  co_return {};
}

LOOP_TEST(RuntimeTrace, AGatherNamesAllTheTasksItWaitsFor) {
  ASSERT_RUNS(run(loop, gathers(loop)));
  std::vector<std::uint32_t> waits;
  const trace::Batch batch = drained();
  for (const trace::Record& record : batch.records) {
    if (record.subject == 1 && (record.kind == Kind::WaitBegin || record.kind == Kind::WaitOn)) {
      waits.push_back(record.object);
    }
  }
  EXPECT_EQ(waits, (std::vector<std::uint32_t>{2, 3, 4}));
  trace::Summary summary;
  summary.add(batch.records);
  EXPECT_EQ(summary.tasks(), 4U);
  EXPECT_EQ(summary.peak_waiting(), 3U);
}

Coroutine<> fetches(EventLoop& loop) {
  auto page = co_await fetch(loop, {.method = "GET", .url = "https://example.com/"});
  if (!page) co_return page.error();
  co_return Error(ErrorKind::Failed, "the noodles are cold");
}

LOOP_TEST(RuntimeTrace, ARequestAndAFailureCarryTheirTexts) {
  host.answer_all_after(milliseconds(1), 404);
  ASSERT_RUN(run(loop, fetches(loop)).has_value(), false);
  const trace::Batch batch = drained();
  std::map<trace::StringId, std::string> texts(batch.texts.begin(), batch.texts.end());
  std::size_t seen = 0;
  for (const trace::Record& record : batch.records) {
    if (record.kind == Kind::RequestBegin) {
      EXPECT_EQ(texts[static_cast<trace::StringId>(record.value)], "GET https://example.com/");
      ++seen;
    } else if (record.kind == Kind::RequestEnd) {
      EXPECT_EQ(record.detail, 404U);
      EXPECT_EQ(record.value, 20U);
      ++seen;
    } else if (record.kind == Kind::WaitBegin) {
      EXPECT_EQ(record.detail, static_cast<std::uint16_t>(trace::WaitKind::Network));
      EXPECT_EQ(record.object, 1U);
      ++seen;
    } else if (record.kind == Kind::TaskDone) {
      EXPECT_EQ(record.detail, static_cast<std::uint16_t>(trace::Outcome::Failed));
      EXPECT_EQ(texts[record.object], "the noodles are cold");
      ++seen;
    }
  }
  EXPECT_EQ(seen, 4U);
}

Coroutine<> cancels(EventLoop& loop) {
  const Task<> task = create_task(loop, sleeps_once());
  if (auto turn = co_await yield_now(); !turn) co_return turn;
  task.cancel();
  (void)co_await task;
  co_return {};
}

LOOP_TEST(RuntimeTrace, ACancellationNamesWhoAskedAndTheTimerThatWasTakenBack) {
  ASSERT_RUNS(run(loop, cancels(loop)));
  const std::vector<std::string> all = lines(drained());
  EXPECT_EQ(std::ranges::count(all, "1 CancelRequested 2 1"), 1);
  EXPECT_EQ(std::ranges::count(all, "1 TimerCancelled 1 0"), 1);
  EXPECT_EQ(std::ranges::count(all, "2 TaskDone 2 0"), 1);
}

LOOP_TEST(RuntimeTrace, AHiddenTaskLeavesNoTraceAndTakesNoNumber) {
  const Task<> hidden = create_task(loop, sleeps_once(), {.hidden = true});
  ASSERT_RUNS(loop.run_until_complete(hidden.base()));
  for (const trace::Record& record : drained().records) {
    EXPECT_NE(record.kind, Kind::TaskCreated);
    EXPECT_EQ(record.subject, record.kind == Kind::TimerSet || record.kind == Kind::TimerFired ? 1U : 0U);
  }
  EXPECT_EQ(hidden.name(), "Task-1");
  const Task<> shown = create_task(loop, sleeps_once());
  EXPECT_EQ(shown.id(), 1U);
}

LOOP_TEST(RuntimeTrace, NeverTwoStepsAtOnce) {
  ASSERT_RUNS(run(loop, gathers(loop)));
  trace::TaskId running = 0;
  for (const trace::Record& record : drained().records) {
    if (record.kind == Kind::StepBegin) {
      EXPECT_EQ(running, 0U);
      running = record.subject;
    } else if (record.kind == Kind::StepEnd) {
      EXPECT_EQ(running, record.subject);
      running = 0;
    }
  }
  EXPECT_EQ(running, 0U);
}

}  // namespace
}  // namespace loopscope::runtime
