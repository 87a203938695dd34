// The simulated network as a host sees it: what connecting, server and transfer take, and which connections
// are kept. Not for: the sites' bodies (sites_test.cpp) nor URLs and JSON (url_test.cpp,
// json_value_test.cpp).
#include "core/host/simulated_network.h"

#include <gtest/gtest.h>

#include <array>

#include "core/host/latency_model.h"

namespace loopscope::host {
namespace {

using runtime::HttpError;
using runtime::HttpRequest;
using runtime::Microseconds;

HttpRequest get(std::string url, std::uint32_t pool = 0) {
  HttpRequest request;
  request.method = "GET";
  request.url = std::move(url);
  request.connection_pool = pool;
  return request;
}

// A client of the network that keeps the ids and the clock.
class Client {
 public:
  explicit Client(std::uint64_t seed = 1) : network(seed) {}

  NetworkAnswer begin(const HttpRequest& request) { return network.begin(++last_id, request, now); }

  // One request after the other.
  NetworkAnswer complete(const HttpRequest& request) {
    NetworkAnswer answer = begin(request);
    now += answer.total();
    network.finish(last_id, now);
    return answer;
  }

  SimulatedNetwork network;
  std::uint32_t last_id = 0;
  Microseconds now{0};
};

double seconds(Microseconds time) { return static_cast<double>(time.count()) / 1e6; }

constexpr std::array<std::string_view, 4> kFour = {"naver.com", "google.com", "instagram.com", "youtube.com"};

struct Named {
  const char* url;
  double warm_ms;
};

class NamedHost : public testing::TestWithParam<Named> {};

TEST_P(NamedHost, answers_a_warm_request_in_its_own_time_and_a_cold_one_in_half_as_much_again) {
  Client client;
  NetworkAnswer cold = client.complete(get(GetParam().url, 1));
  NetworkAnswer warm = client.complete(get(GetParam().url, 1));
  EXPECT_EQ(warm.connect, Microseconds{0});
  EXPECT_NEAR(seconds(warm.total()) * 1000, GetParam().warm_ms, GetParam().warm_ms * 0.03);
  EXPECT_NEAR(seconds(cold.connect) * 1000, GetParam().warm_ms * 0.48, GetParam().warm_ms * 0.05);
}

INSTANTIATE_TEST_SUITE_P(
    Known, NamedHost,
    testing::Values(Named{"https://naver.com/", 170}, Named{"https://www.naver.com", 170},
                    Named{"https://google.com", 330}, Named{"https://instagram.com", 700},
                    Named{"https://www.youtube.com/", 900}, Named{"https://python.org", 240}));

TEST(SimulatedNetwork, forty_requests_over_four_sites_one_by_one_in_a_session_take_about_21_seconds) {
  Client client;
  for (int i = 0; i < 40; ++i) client.complete(get("https://" + std::string(kFour[i % 4]), 1));
  EXPECT_NEAR(seconds(client.now), 21.5, 0.8);
}

TEST(SimulatedNetwork, thirty_requests_over_three_sites_one_by_one_in_a_session_take_about_12_seconds) {
  Client client;
  for (int i = 0; i < 30; ++i) client.complete(get("https://" + std::string(kFour[i % 3]), 1));
  EXPECT_NEAR(seconds(client.now), 12.3, 0.5);
}

TEST(SimulatedNetwork, forty_requests_at_once_take_about_1_4_seconds) {
  Client client;
  Microseconds longest{0};
  for (int i = 0; i < 40; ++i) {
    longest = std::max(longest, client.begin(get("https://" + std::string(kFour[i % 4]), 1)).total());
  }
  EXPECT_NEAR(seconds(longest), 1.38, 0.07);
}

TEST(SimulatedNetwork, a_request_without_a_pool_connects_each_time) {
  Client client;
  for (int i = 0; i < 3; ++i) EXPECT_GT(client.complete(get("https://naver.com")).connect, Microseconds{0});
}

TEST(SimulatedNetwork, requests_that_overlap_need_a_connection_each_and_leave_both_for_later) {
  Client client;
  EXPECT_GT(client.begin(get("https://naver.com", 1)).connect.count(), 0);
  EXPECT_GT(client.begin(get("https://naver.com", 1)).connect.count(), 0);
  client.network.finish(1, client.now);
  client.network.finish(2, client.now);
  EXPECT_EQ(client.begin(get("https://naver.com", 1)).connect.count(), 0);
  EXPECT_EQ(client.begin(get("https://naver.com", 1)).connect.count(), 0);
  EXPECT_GT(client.begin(get("https://naver.com", 1)).connect.count(), 0);
}

TEST(SimulatedNetwork, a_connection_serves_its_own_pool_and_origin_only) {
  Client client;
  client.complete(get("https://naver.com", 1));
  EXPECT_GT(client.complete(get("https://naver.com", 2)).connect.count(), 0);
  EXPECT_GT(client.complete(get("https://www.naver.com", 1)).connect.count(), 0);
  EXPECT_GT(client.complete(get("http://naver.com", 1)).connect.count(), 0);
  EXPECT_EQ(client.complete(get("https://naver.com/other", 1)).connect.count(), 0);
}

TEST(SimulatedNetwork, an_aborted_request_loses_its_connection) {
  Client client;
  client.complete(get("https://naver.com", 1));
  EXPECT_EQ(client.begin(get("https://naver.com", 1)).connect.count(), 0);
  client.network.abort(client.last_id, client.now);
  EXPECT_GT(client.complete(get("https://naver.com", 1)).connect.count(), 0);
}

TEST(SimulatedNetwork, closing_a_pool_closes_what_is_idle_and_what_comes_back_later) {
  Client client;
  client.complete(get("https://naver.com", 1));
  client.begin(get("https://google.com", 1));
  client.network.close_connections(1);
  client.network.finish(client.last_id, client.now);
  EXPECT_GT(client.complete(get("https://naver.com", 1)).connect.count(), 0);
  EXPECT_GT(client.complete(get("https://google.com", 1)).connect.count(), 0);
}

TEST(SimulatedNetwork, the_same_seed_gives_the_same_delays_and_another_seed_others) {
  auto delays = [](std::uint64_t seed) {
    Client client(seed);
    std::vector<std::int64_t> all;
    for (const char* url :
         {"https://naver.com/a", "https://naver.com/a", "https://some-shop.kr/", "https://b.dev/x"}) {
      all.push_back(client.complete(get(url)).total().count());
    }
    return all;
  };
  EXPECT_EQ(delays(1), delays(1));
  EXPECT_NE(delays(1), delays(2));
  EXPECT_NE(delays(1)[0], delays(1)[1]) << "the second request has a jitter of its own";
}

TEST(SimulatedNetwork, a_delay_that_the_site_was_asked_for_comes_on_top_and_ends_at_ten_seconds) {
  Client client;
  client.complete(get("https://httpbin.org/get", 1));
  EXPECT_NEAR(seconds(client.complete(get("https://httpbin.org/delay/3", 1)).total()), 3.2, 0.05);
  EXPECT_NEAR(seconds(client.complete(get("https://httpbin.org/delay/99", 1)).total()), 10.2, 0.05);
}

TEST(SimulatedNetwork, a_longer_answer_takes_longer_to_transfer) {
  Client client;
  Microseconds little = client.complete(get("https://httpbin.org/bytes/10", 1)).transfer;
  Microseconds much = client.complete(get("https://httpbin.org/bytes/100000", 1)).transfer;
  EXPECT_GT(much, little * 50);
}

TEST(SimulatedNetwork, redirects_are_followed_and_each_costs_a_request) {
  Client client;
  client.complete(get("https://httpbin.org/get", 1));
  NetworkAnswer answer = client.complete(get("https://httpbin.org/redirect/2", 1));
  ASSERT_TRUE(answer.outcome.has_value());
  EXPECT_EQ(answer.outcome->url, "https://httpbin.org/get");
  EXPECT_EQ(answer.outcome->status, 200);
  EXPECT_EQ(answer.connect.count(), 0);
  EXPECT_NEAR(seconds(answer.total()), 0.6, 0.03);
}

TEST(SimulatedNetwork, a_redirect_in_circles_is_an_error) {
  Client client;
  NetworkAnswer answer = client.complete(
      get("https://httpbin.org/redirect-to?url=https%3A%2F%2Fhttpbin.org%2Fabsolute-redirect%2F99"));
  ASSERT_FALSE(answer.outcome.has_value());
  EXPECT_EQ(answer.outcome.error().kind, HttpError::Kind::Broken);
}

TEST(SimulatedNetwork, a_post_that_is_redirected_arrives_as_a_get) {
  Client client;
  HttpRequest request = get("https://httpbin.org/redirect-to?url=/anything");
  request.method = "POST";
  request.body = "x=1";
  NetworkAnswer answer = client.complete(request);
  ASSERT_TRUE(answer.outcome.has_value());
  EXPECT_NE(answer.outcome->body.find("\"method\": \"GET\""), std::string::npos);
}

TEST(SimulatedNetwork, a_head_request_gets_the_headers_and_no_body) {
  Client client;
  HttpRequest request = get("https://naver.com");
  request.method = "HEAD";
  NetworkAnswer answer = client.complete(request);
  ASSERT_TRUE(answer.outcome.has_value());
  EXPECT_EQ(answer.outcome->body, "");
  bool has_length = false;
  for (const auto& [name, value] : answer.outcome->headers)
    has_length |= name == "Content-Length" && value.size() >= 5;
  EXPECT_TRUE(has_length);
}

struct Failing {
  const char* url;
  HttpError::Kind kind;
};

class FailingUrl : public testing::TestWithParam<Failing> {};

TEST_P(FailingUrl, is_an_outcome_with_words) {
  Client client;
  NetworkAnswer answer = client.complete(get(GetParam().url));
  ASSERT_FALSE(answer.outcome.has_value());
  EXPECT_EQ(answer.outcome.error().kind, GetParam().kind);
  EXPECT_GT(answer.outcome.error().message.size(), 15u);
}

INSTANTIATE_TEST_SUITE_P(
    Every, FailingUrl,
    testing::Values(Failing{"", HttpError::Kind::BadUrl}, Failing{"naver.com", HttpError::Kind::BadUrl},
                    Failing{"ftp://naver.com", HttpError::Kind::BadUrl},
                    Failing{"https://", HttpError::Kind::BadUrl},
                    Failing{"https://:80/", HttpError::Kind::BadUrl},
                    Failing{"https://a b/", HttpError::Kind::BadUrl},
                    Failing{"https://a.com:99999/", HttpError::Kind::BadUrl},
                    Failing{"https://a.com/\n", HttpError::Kind::BadUrl},
                    Failing{"https://nowhere.invalid/", HttpError::Kind::UnknownHost},
                    Failing{"https://this-site-does-not-exist.com/", HttpError::Kind::UnknownHost},
                    Failing{"https://nodots/", HttpError::Kind::UnknownHost},
                    Failing{"http://localhost:8000/", HttpError::Kind::Refused},
                    Failing{"http://127.0.0.1/", HttpError::Kind::Refused},
                    Failing{"http://[::1]:8080/", HttpError::Kind::Refused}));

TEST(LatencyModel, an_unknown_host_keeps_its_figures_through_a_run) {
  HostProfile first = profile_of("some-shop.kr", 1);
  HostProfile again = profile_of("some-shop.kr", 1);
  EXPECT_EQ(first.server, again.server);
  EXPECT_EQ(first.page_bytes, again.page_bytes);
  EXPECT_NE(first.server, profile_of("some-shop.kr", 2).server);
  EXPECT_GE(first.page_bytes, 4096u);
}

}  // namespace
}  // namespace loopscope::host
