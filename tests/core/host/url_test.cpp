// URLs taken apart and put together again.
// Not for: whether a host exists (simulated_network_test.cpp).
#include "core/host/url.h"

#include <gtest/gtest.h>

namespace loopscope::host {
namespace {

TEST(Url, is_taken_apart) {
  auto url = parse_url("HTTPS://User:secret@API.Example.com:8443/a%20b/c?x=1&y=2#part");
  ASSERT_TRUE(url.has_value());
  EXPECT_EQ(url->scheme, "https");
  EXPECT_EQ(url->host, "api.example.com");
  EXPECT_EQ(url->port, 8443);
  EXPECT_EQ(url->path, "/a%20b/c");
  EXPECT_EQ(url->query, "x=1&y=2");
  EXPECT_EQ(url->text(), "https://api.example.com:8443/a%20b/c?x=1&y=2");
}

TEST(Url, leaves_out_the_usual_port_and_adds_the_missing_slash) {
  EXPECT_EQ(parse_url("http://a.kr:80?q")->text(), "http://a.kr/?q");
  EXPECT_EQ(parse_url("https://한글.kr")->origin(), "https://한글.kr");
  EXPECT_EQ(parse_url("http://[::1]:8080/x")->origin(), "http://[::1]:8080");
}

TEST(Url, references_are_resolved_from_where_they_stand) {
  Url base = *parse_url("https://a.kr/one/two?q=1");
  EXPECT_EQ(resolve_url(base, "/x?y")->text(), "https://a.kr/x?y");
  EXPECT_EQ(resolve_url(base, "three")->text(), "https://a.kr/one/three");
  EXPECT_EQ(resolve_url(base, "http://b.kr")->text(), "http://b.kr/");
  EXPECT_EQ(resolve_url(base, "//c.kr/z")->text(), "https://c.kr/z");
}

TEST(Url, queries_are_decoded_in_order) {
  auto pairs = parse_query("a=1+2&b=%ED%95%9C&&c&d=%zz");
  ASSERT_EQ(pairs.size(), 4u);
  EXPECT_EQ(pairs[0].second, "1 2");
  EXPECT_EQ(pairs[1].second, "한");
  EXPECT_EQ(pairs[2], std::make_pair(std::string("c"), std::string()));
  EXPECT_EQ(pairs[3].second, "%zz");
}

TEST(Url, any_bytes_are_a_url_or_an_error) {
  std::uint32_t state = 1;
  for (int round = 0; round < 20'000; ++round) {
    std::string text = round % 2 == 0 ? "http://" : "";
    for (int i = 0; i < 12; ++i) {
      state = state * 1664525 + 1013904223;
      text += "a.:/?#[]@%0 \x80\n"[(state >> 24) % 14];
    }
    auto url = parse_url(text);
    if (url) {
      EXPECT_TRUE(parse_url(url->text()).has_value()) << text;
    } else {
      EXPECT_FALSE(url.error().message.empty());
    }
  }
}

}  // namespace
}  // namespace loopscope::host
