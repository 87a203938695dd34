// Requests as futures: answers, errors, aborting. Not for: what a network answers, see tests/core/host.
#include "core/runtime/fetch.h"

#include <gtest/gtest.h>

#include "core/runtime/sleep.h"
#include "tests/core/runtime/cut_off.h"
#include "tests/core/runtime/scenario.h"

namespace loopscope::runtime {
namespace {

class Fetch : public CutOffTest {};

HttpRequest get(std::string url) { return {.method = "GET", .url = std::move(url)}; }

Coroutine<> fetches(EventLoop& loop, Log& log) {
  auto page = co_await fetch(loop, get("https://example.com/"));
  if (!page) co_return page.error();
  log(std::to_string(page->status) + " " + page->body);
  co_return {};
}

TEST_F(Fetch, TheAnswerIsAwaitedAndResumesInTheTurnThatPolled) {
  expect_log(fetches, {"1000 200 https://example.com/", "1002 end"});
}

Coroutine<> fetch_and_give_up(EventLoop& loop, Log& log) {
  const Future<HttpResponse> page = fetch(loop, get("https://example.com/"));
  if (auto slept = co_await sleep(Microseconds(10)); !slept) co_return slept;
  page.cancel();
  auto answer = co_await page;
  log(answer ? "answered" : answer.error().message());
  co_return {};
}

TEST_F(Fetch, CancellingAbortsTheRequest) { expect_log(fetch_and_give_up, {"11 cancelled", "13 end"}); }

Coroutine<> fetch_and_forget(EventLoop& loop, Log& log) {
  (void)fetch(loop, get("https://example.com/"));
  log("asked");
  co_return {};
}

TEST_F(Fetch, ARequestThatNobodyAwaitsDiesWithItsLoop) { expect_log(fetch_and_forget, {"0 asked", "2 end"}); }

LOOP_TEST(Fetch, AFailedRequestIsAnErrorOfKindNetworkWithTheHostsWords) {
  CutOffLoop loop(host);
  const Future<HttpResponse> page = fetch(loop, get("https://nowhere.invalid/"));
  host.answer(1, Microseconds(5),
              std::unexpected(HttpError{HttpError::Kind::UnknownHost, "no such host: nowhere.invalid"}));
  ASSERT_RUNS(loop.run_until_complete(page.base()));
  const Result<HttpResponse> answer = page.result();
  ASSERT_FALSE(answer);
  EXPECT_TRUE(answer.error().is(ErrorKind::Network));
  EXPECT_EQ(answer.error().message(), "no such host: nowhere.invalid");
}

TEST_F(Fetch, TheHostIsToldOfAnAbortedRequestOnce) {
  {
    EventLoop loop(host);
    const Future<HttpResponse> page = fetch(loop, get("https://example.com/"));
    EXPECT_TRUE(page.cancel());
    EXPECT_FALSE(page.cancel());
    EXPECT_EQ(host.aborted, 1U);
    (void)fetch(loop, get("https://example.com/"));
  }
  EXPECT_EQ(host.aborted, 2U);
  EXPECT_EQ(host.requests_under_way(), 0U);
}

}  // namespace
}  // namespace loopscope::runtime
