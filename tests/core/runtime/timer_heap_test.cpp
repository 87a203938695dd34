// The timers' order, whatever their number: few lie in a heap, many in buckets. Not for: when the loop asks,
// see event_loop_test.cpp.
#include "core/runtime/timer_heap.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <deque>
#include <random>
#include <utility>
#include <vector>

#include "core/runtime/event_loop.h"

namespace loopscope::runtime {
namespace {

struct Timer final : TimerHandle {
  explicit Timer(std::int64_t deadline, int order) : TimerHandle(&Timer::ignore), due(deadline, order) {}
  static StepOutcome ignore(Handle&, Invocation) { return StepOutcome::Done; }
  std::pair<std::int64_t, int> due;
};

// Beside the heap, what is to come out of it.
class TimerHeapTest : public testing::Test {
 protected:
  ~TimerHeapTest() override {
    while (heap.take_any() != nullptr) {
    }
  }

  void set(std::int64_t deadline) {
    Timer& timer = timers.emplace_back(deadline, static_cast<int>(timers.size()));
    heap.push(timer, Microseconds(deadline));
    waiting.push_back(&timer);
  }
  void remove(std::size_t index) {
    heap.remove(*waiting[index]);
    waiting[index] = waiting.back();
    waiting.pop_back();
  }
  // Takes what is due at `now`, and looks at its order and at what is next.
  void take(std::int64_t now) {
    const auto by_order = [](const Timer* one, const Timer* other) { return one->due < other->due; };
    std::ranges::sort(waiting, by_order);
    heap.purge();
    std::size_t taken = 0;
    while (taken < waiting.size() && waiting[taken]->due.first <= now) {
      ASSERT_EQ(heap.first_deadline().count(), waiting[taken]->due.first);
      ASSERT_EQ(heap.take_due(Microseconds(now)), waiting[taken]);
      ++taken;
      heap.purge();
    }
    ASSERT_EQ(heap.take_due(Microseconds(now)), nullptr);
    waiting.erase(waiting.begin(), waiting.begin() + static_cast<std::ptrdiff_t>(taken));
    ASSERT_EQ(heap.empty(), waiting.empty());
    if (!waiting.empty()) ASSERT_EQ(heap.first_deadline().count(), waiting.front()->due.first);
  }

  TimerHeap heap;
  std::deque<Timer> timers;
  std::vector<Timer*> waiting;
  std::mt19937_64 random{7};
};

TEST_F(TimerHeapTest, ManyTimersComeInTheOrderOfDeadlineAndThenOfSetting) {
  for (int i = 0; i < 20'000; ++i) set(static_cast<std::int64_t>(random() % 10'000));
  for (std::int64_t now = 0; now <= 10'000; now += 500) take(now);
  EXPECT_TRUE(heap.empty());
}

TEST_F(TimerHeapTest, TimersAreSetTakenAndRemovedInAnyMixture) {
  std::int64_t now = 0;
  for (int round = 0; round < 300; ++round) {
    const std::int64_t range = std::int64_t{1} << random() % 40;
    for (std::size_t i = random() % 300; i > 0; --i) {
      set(now - 5 + static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(range)));
    }
    for (std::size_t i = random() % 100; i > 0 && !waiting.empty(); --i) remove(random() % waiting.size());
    if (round % 10 == 9) now += range;
    ASSERT_NO_FATAL_FAILURE(take(now));
  }
}

TEST_F(TimerHeapTest, ManyTimersOfOneDeadlineComeInTheOrderOfSetting) {
  for (int i = 0; i < 5'000; ++i) set(i % 2 == 0 ? 1'000'000 : 3);
  take(3);
  take(1'000'000);
  EXPECT_TRUE(heap.empty());
}

TEST_F(TimerHeapTest, TimersThatAreRemovedDoNotPileUp) {
  for (int i = 0; i < 5'000; ++i) set(1'000 + i);
  for (int i = 0; i < 100'000; ++i) {
    set(static_cast<std::int64_t>(random() % 1'000'000) + 10'000);
    remove(waiting.size() - 1);
    if (i % 1'000 == 0) take(0);
  }
  take(0);
  EXPECT_LE(heap.size(), 12'000U);
}

TEST_F(TimerHeapTest, DeadlinesMayLieBeforeTheBeginningAndAtTheEndOfTime) {
  for (int i = 0; i < 1'000; ++i) {
    set(-i);
    set(EventLoop::kNever.count() - i % 7);
  }
  take(0);
  take(EventLoop::kNever.count());
  EXPECT_TRUE(heap.empty());
}

}  // namespace
}  // namespace loopscope::runtime
