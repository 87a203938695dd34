// What every Host promises (core/runtime/host.h), asked of each that runs natively. Not for: what only the
// virtual clock does, see virtual_host_test.cpp. Delays are real on the native host, so they are short; no
// test waits otherwise.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <functional>
#include <memory>

#include "core/host/native_host.h"
#include "core/host/virtual_host.h"
#include "core/runtime/fetch.h"
#include "core/runtime/gather.h"
#include "core/runtime/run.h"
#include "core/runtime/sleep.h"
#include "tests/core/host/scripted_network.h"

namespace loopscope::host {
namespace {

using runtime::Coroutine;
using runtime::EventLoop;
using runtime::Future;
using runtime::HttpResponse;
using runtime::Microseconds;
using runtime::Result;
using std::chrono::milliseconds;

struct Collector final : runtime::HttpObserver {
  void on_http_done(runtime::HttpRequestId id,
                    std::expected<HttpResponse, runtime::HttpError> outcome) override {
    ids.push_back(id);
    statuses.push_back(outcome ? outcome->status : -static_cast<int>(outcome.error().kind));
    if (on_each) on_each(id);
  }
  std::vector<runtime::HttpRequestId> ids;
  std::vector<int> statuses;
  std::function<void(runtime::HttpRequestId)> on_each;
};

runtime::HttpRequest get(std::string path) {
  return {.method = "GET", .url = "https://host/" + std::move(path)};
}

struct HostKind {
  const char* name;
  std::unique_ptr<runtime::Host> (*make)(NetworkModel&, OutputSink&);
};

class HostContract : public testing::TestWithParam<HostKind> {
 protected:
  ScriptedNetwork network;
  TextSink sink;
  std::unique_ptr<runtime::Host> host = GetParam().make(network, sink);
  Collector collector;

  // As a loop does it with nothing else to do.
  void wait_for_answers(std::size_t count) {
    while (collector.ids.size() < count && host->idle_until(std::nullopt)) host->poll();
  }
};

TEST_P(HostContract, TheClockBeginsNearZeroAndNeverRunsBackwards) {
  Microseconds last = host->now();
  EXPECT_GE(last, Microseconds(0));
  EXPECT_LT(last, std::chrono::seconds(1));
  for (int i = 0; i < 2000; ++i) {
    const Microseconds now = i % 2 == 0 ? host->now() : host->read_clock();
    EXPECT_GE(now, last);
    last = now;
    host->turn_ended();
  }
}

TEST_P(HostContract, IdlingUntilADeadlineIsNeverEarly) {
  for (const int delay : {0, 1, 50, 999, 1000, 3001}) {
    const Microseconds deadline = host->now() + Microseconds(delay);
    EXPECT_TRUE(host->idle_until(deadline));
    EXPECT_GE(host->now(), deadline);
  }
}

TEST_P(HostContract, ADeadlineOfThePastDoesNotWait) {
  EXPECT_TRUE(host->idle_until(Microseconds(-1'000'000)));
  EXPECT_LT(host->now(), std::chrono::seconds(1));
}

TEST_P(HostContract, WithNeitherDeadlineNorRequestNothingCanGoOn) {
  EXPECT_FALSE(host->idle_until(std::nullopt));
}

TEST_P(HostContract, AnAnswerComesInsidePollAndNotBefore) {
  host->start_request(get("0/200"), collector);
  EXPECT_TRUE(collector.ids.empty());
  EXPECT_EQ(host->requests_under_way(), 1U);
  EXPECT_TRUE(host->idle_until(std::nullopt));
  EXPECT_TRUE(collector.ids.empty());
  host->poll();
  EXPECT_EQ(collector.statuses, std::vector{200});
  EXPECT_EQ(host->requests_under_way(), 0U);
}

TEST_P(HostContract, AnswersComeInTheOrderOfTheirCompletionAndEqualOnesInTheOrderOfTheRequests) {
  const auto slow = host->start_request(get("9000/201"), collector);
  const auto fast = host->start_request(get("1000/202"), collector);
  const auto middle = host->start_request(get("5000/203"), collector);
  EXPECT_EQ(slow, 1U);
  EXPECT_EQ(fast, 2U);
  EXPECT_EQ(middle, 3U);
  wait_for_answers(3);
  EXPECT_EQ(collector.statuses, (std::vector{202, 203, 201}));
}

TEST_P(HostContract, IdlingEndsWithTheFirstAnswerWhenTheDeadlineIsLater) {
  host->start_request(get("1000/200"), collector);
  EXPECT_TRUE(host->idle_until(host->now() + std::chrono::hours(1)));
  host->poll();
  EXPECT_EQ(collector.statuses, std::vector{200});
}

TEST_P(HostContract, AFailureIsAnOutcome) {
  host->start_request(get("10/0"), collector);
  wait_for_answers(1);
  EXPECT_EQ(collector.statuses, std::vector{-static_cast<int>(runtime::HttpError::Kind::UnknownHost)});
}

TEST_P(HostContract, AnAbortedRequestIsNotHeardOfAgain) {
  const auto first = host->start_request(get("500/201"), collector);
  host->start_request(get("1000/202"), collector);
  host->abort_request(first);
  host->abort_request(first);
  host->abort_request(77);
  EXPECT_EQ(host->requests_under_way(), 1U);
  wait_for_answers(1);
  EXPECT_EQ(collector.statuses, std::vector{202});
  EXPECT_EQ(std::ranges::count(network.told, "abort 1"), 1);
}

TEST_P(HostContract, AnObserverMayAbortAnotherAnswerThatHasArrived) {
  host->start_request(get("0/201"), collector);
  const auto second = host->start_request(get("0/202"), collector);
  collector.on_each = [&](runtime::HttpRequestId) { host->abort_request(second); };
  EXPECT_TRUE(host->idle_until(host->now() + milliseconds(1)));
  host->poll();
  host->poll();
  EXPECT_EQ(collector.statuses, std::vector{201});
}

TEST_P(HostContract, ARequestStartedByAnObserverIsAnsweredByALaterPoll) {
  host->start_request(get("0/201"), collector);
  collector.on_each = [&](runtime::HttpRequestId id) {
    if (id < 5) host->start_request(get("0/201"), collector);
  };
  EXPECT_TRUE(host->idle_until(std::nullopt));
  host->poll();
  EXPECT_EQ(collector.ids.size(), 1U);
  wait_for_answers(5);
  EXPECT_EQ(collector.ids.size(), 5U);
}

TEST_P(HostContract, TheNetworkHearsOfAFinishedRequestBeforeTheNextBegins) {
  host->start_request(get("100/200"), collector);
  EXPECT_TRUE(host->idle_until(host->now() + milliseconds(2)));
  host->start_request(get("100/200"), collector);
  EXPECT_EQ(network.told, (std::vector<std::string>{"begin 1", "finish 1", "begin 2"}));
  host->close_connections(3);
  EXPECT_EQ(network.told.back(), "close 3");
}

TEST_P(HostContract, OutputGoesToItsStreamInOrder) {
  host->write(runtime::OutputStream::Stdout, "noodles ");
  host->write(runtime::OutputStream::Stderr, "oops");
  host->write(runtime::OutputStream::Stdout, "면\n");
  EXPECT_EQ(sink.out, "noodles 면\n");
  EXPECT_EQ(sink.err, "oops");
}

TEST_P(HostContract, EntropyFillsAllBytes) {
  std::array<std::byte, 1001> bytes{};
  host->fill_entropy(bytes);
  const auto zeros = std::ranges::count(bytes, std::byte{0});
  EXPECT_LT(zeros, 30);
  host->fill_entropy({});
}

Coroutine<int> status_of(EventLoop& loop, std::string path) {
  const Result<HttpResponse> answer = co_await runtime::fetch(loop, get(std::move(path)));
  if (!answer) co_return answer.error();
  co_return answer->status;
}

Coroutine<int> loads_three_and_sleeps(EventLoop& loop) {
  std::vector<Coroutine<int>> pages;
  for (const char* path : {"3000/200", "1000/201", "2000/202"}) pages.push_back(status_of(loop, path));
  const auto statuses = co_await runtime::gather(loop, std::move(pages));
  if (!statuses) co_return statuses.error();
  if (auto slept = co_await runtime::sleep(milliseconds(1)); !slept) co_return slept.error();
  co_return (*statuses)[0] + (*statuses)[1] + (*statuses)[2];
}

TEST_P(HostContract, ALoopRunsOnIt) {
  EventLoop loop(*host);
  const Result<int> sum = runtime::run(loop, loads_three_and_sleeps(loop));
  ASSERT_TRUE(sum) << sum.error().message();
  EXPECT_EQ(*sum, 603);
  EXPECT_GE(host->now(), milliseconds(4));
}

INSTANTIATE_TEST_SUITE_P(
    Hosts, HostContract,
    testing::Values(HostKind{"Virtual",
                             [](NetworkModel& network, OutputSink& sink) -> std::unique_ptr<runtime::Host> {
                               return std::make_unique<VirtualHost>(network, sink);
                             }},
                    HostKind{"Native",
                             [](NetworkModel& network, OutputSink& sink) -> std::unique_ptr<runtime::Host> {
                               return std::make_unique<NativeHost>(network, sink);
                             }}),
    [](const auto& info) { return std::string(info.param.name); });

}  // namespace
}  // namespace loopscope::host
