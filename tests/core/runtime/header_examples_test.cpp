// The examples of the public headers, as they stand there. Not for: more than that they compile and do what
// they say.
#include <gtest/gtest.h>

#include "core/runtime/fetch.h"
#include "core/runtime/gather.h"
#include "core/runtime/run.h"
#include "core/runtime/sleep.h"
#include "tests/core/runtime/manual_host.h"

namespace loopscope::runtime {
namespace {

using namespace std::chrono_literals;

// coroutine.h
Coroutine<int> add(int a, int b) { co_return a + b; }
Coroutine<int> twice(int n) {
  Result<int> sum = co_await add(n, n);
  if (!sum) co_return sum.error();  // Cancelled comes this way, too: pass it on
  co_return *sum;
}

// future.h
Coroutine<int> five(EventLoop& loop) {
  Promise<int> promise(loop);
  Future<int> future = promise.future();
  promise.set_result(5);  // schedules who waits, runs nobody
  Result<int> five = co_await future;
  co_return five;
}

// sleep.h
Coroutine<int> waits() {
  EventLoop& loop = co_await this_loop();  // never suspends
  if (Result<> done = co_await yield_now(); !done) co_return done.error();
  if (Result<> done = co_await sleep(10ms); !done) co_return done.error();
  co_return static_cast<int>(loop.time() / 10ms);
}

// fetch.h
Coroutine<int> fetches(EventLoop& loop) {
  Result<HttpResponse> page = co_await fetch(loop, {.method = "GET", .url = "https://example.com/"});
  if (!page) co_return page.error();
  co_return page->status;
}

// gather.h
Coroutine<int> both(EventLoop& loop) {
  auto both = co_await gather(loop, add(1, 2), twice(3));
  if (!both) co_return both.error();
  co_return std::get<0>(*both) * 10 + std::get<1>(*both);
}

TEST(HeaderExamples, DoWhatTheySay) {
  ManualHost host;
  host.answer_all_after(1ms, 200);
  EventLoop loop(host);
  EXPECT_EQ(*run(loop, twice(4)), 8);
  EXPECT_EQ(*run(loop, five(loop)), 5);
  EXPECT_EQ(*run(loop, waits()), 1);
  EXPECT_EQ(*run(loop, fetches(loop)), 200);
  EXPECT_EQ(*run(loop, both(loop)), 36);
}

}  // namespace
}  // namespace loopscope::runtime
