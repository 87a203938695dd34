// Recorder and read_batch: what goes in comes out. Not for: what records mean.
#include "core/trace/recorder.h"

#include <gtest/gtest.h>

#include <cstring>

#include "core/trace/batch_reader.h"

namespace loopscope::trace {
namespace {

Batch drained(Recorder& recorder) {
  std::vector<std::byte> bytes;
  EXPECT_TRUE(recorder.drain(bytes));
  EXPECT_EQ(bytes.size() % 4, 0U);
  auto batch = read_batch(bytes);
  EXPECT_TRUE(batch) << batch.error();
  return batch ? *batch : Batch{};
}

Record at(std::uint64_t time) { return {.time = time, .kind = Kind::StepBegin, .subject = 1}; }

TEST(Recorder, RecordsComeOutInTheirOrderAndOnlyOnce) {
  Recorder recorder(8);
  for (std::uint64_t time = 0; time < 5; ++time) recorder.add(at(time));
  const Batch batch = drained(recorder);
  ASSERT_EQ(batch.records.size(), 5U);
  for (std::uint64_t time = 0; time < 5; ++time) EXPECT_EQ(batch.records[time].time, time);
  std::vector<std::byte> bytes;
  EXPECT_FALSE(recorder.drain(bytes));
  EXPECT_TRUE(bytes.empty());
}

TEST(Recorder, ARingThatWrapsAroundKeepsItsOrder) {
  Recorder recorder(8);
  for (std::uint64_t time = 0; time < 6; ++time) recorder.add(at(time));
  drained(recorder);
  for (std::uint64_t time = 6; time < 14; ++time) recorder.add(at(time));
  const Batch batch = drained(recorder);
  ASSERT_EQ(batch.records.size(), 8U);
  for (std::uint64_t i = 0; i < 8; ++i) EXPECT_EQ(batch.records[i].time, 6 + i);
}

TEST(Recorder, WhatNobodyDrainedIsLostOldestFirstAndCounted) {
  Recorder recorder(8);
  for (std::uint64_t time = 0; time < 20; ++time) recorder.add(at(time));
  const Batch batch = drained(recorder);
  ASSERT_EQ(batch.records.size(), 9U);
  EXPECT_EQ(batch.records[0].kind, Kind::Dropped);
  EXPECT_EQ(batch.records[0].value, 12U);
  EXPECT_EQ(batch.records[1].time, 12U);
  EXPECT_EQ(batch.records[8].time, 19U);
}

TEST(Recorder, ItSaysWhenItIsNearlyFull) {
  Recorder recorder(8);
  for (std::uint64_t time = 0; time < 5; ++time) recorder.add(at(time));
  EXPECT_FALSE(recorder.nearly_full());
  recorder.add(at(5));
  EXPECT_TRUE(recorder.nearly_full());
  drained(recorder);
  EXPECT_FALSE(recorder.nearly_full());
}

TEST(Recorder, AnInternedTextIsSentOnceAndKeepsItsNumber) {
  Recorder recorder(8);
  const StringId first = recorder.intern("Task-1");
  EXPECT_EQ(recorder.intern("Task-1"), first);
  EXPECT_NE(recorder.intern("Task-2"), first);
  EXPECT_EQ(recorder.intern(""), 0U);
  const Batch batch = drained(recorder);
  ASSERT_EQ(batch.texts.size(), 2U);
  EXPECT_EQ(batch.texts[0], std::pair(first, std::string("Task-1")));
  EXPECT_EQ(recorder.intern("Task-1"), first);
  std::vector<std::byte> bytes;
  EXPECT_FALSE(recorder.drain(bytes));
}

TEST(Recorder, TextsOfAnyLengthAndContentSurvive) {
  Recorder recorder(8);
  std::vector<std::string> texts{
      "a", "ab", "abc", "abcd", "가져오기 🍜", std::string("nul\0byte", 8), std::string(100'000, 'x')};
  for (const std::string& text : texts) recorder.add_text(text);
  const Batch batch = drained(recorder);
  ASSERT_EQ(batch.texts.size(), texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) EXPECT_EQ(batch.texts[i].second, texts[i]);
}

TEST(ReadBatch, EveryCutOfABatchIsRefusedWithWords) {
  Recorder recorder(8);
  recorder.add(at(1));
  recorder.intern("text");
  std::vector<std::byte> bytes;
  recorder.drain(bytes);
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    const auto batch = read_batch(std::span(bytes).first(length));
    ASSERT_FALSE(batch) << length;
    EXPECT_FALSE(batch.error().empty());
  }
  EXPECT_TRUE(read_batch(bytes));
}

TEST(ReadBatch, ANewerVersionAndSomethingElseAreRefused) {
  Recorder recorder(8);
  recorder.add(at(1));
  std::vector<std::byte> bytes;
  recorder.drain(bytes);
  std::vector<std::byte> newer = bytes;
  newer[4] = std::byte{2};
  EXPECT_EQ(read_batch(newer).error(), "the trace batch has version 2, this reader knows 1");
  std::vector<std::byte> other = bytes;
  other[0] = std::byte{'X'};
  EXPECT_FALSE(read_batch(other));
}

TEST(ReadBatch, CountsThatPromiseMoreThanThereIsAreRefused) {
  BatchHeader header{.record_count = 0xFFFFFFFF, .string_count = 0xFFFFFFFF};
  std::vector<std::byte> bytes(sizeof(header));
  std::memcpy(bytes.data(), &header, sizeof(header));
  EXPECT_FALSE(read_batch(bytes));
}

}  // namespace
}  // namespace loopscope::trace
