// What the sites of the simulated network answer: httpbin.org endpoint by endpoint, and the services of
// lessons. Not for: delays and connections (simulated_network_test.cpp).
#include "core/host/sites.h"

#include <gtest/gtest.h>

namespace loopscope::host {
namespace {

using runtime::HttpRequest;
using runtime::HttpResponse;

SiteAnswer ask(std::string_view url, std::string method = "GET", std::string body = "",
               runtime::HeaderList headers = {{"accept", "*/*"}, {"User-Agent", "python-requests/2.32.3"}}) {
  Url parsed = *parse_url(url);
  HttpRequest request{std::move(method), std::string(url), std::move(headers), std::move(body)};
  return answer_of_site({request, parsed, 7, 20'000});
}

std::string body(std::string_view url) { return ask(url).response.body; }

TEST(Httpbin, get_has_the_layout_of_the_service) {
  std::string headers = body("https://httpbin.org/headers");
  std::string trace = headers.substr(headers.find("Root="), 40);
  EXPECT_EQ(
      body("https://httpbin.org/get?b=2&a=1&a=%ED%95%9C"),
      "{\n  \"args\": {\n    \"a\": [\n      \"1\", \n      \"\\ud55c\"\n    ], \n    \"b\": \"2\"\n  }, \n"
      "  \"headers\": {\n    \"Accept\": \"*/*\", \n    \"Host\": \"httpbin.org\", \n"
      "    \"User-Agent\": \"python-requests/2.32.3\", \n"
      "    \"X-Amzn-Trace-Id\": \"" +
          trace +
          "\"\n  }, \n  \"origin\": \"203.0.113.7\", \n"
          "  \"url\": \"https://httpbin.org/get?b=2&a=1&a=\\ud55c\"\n}\n");
}

TEST(Httpbin, delay_takes_its_time_up_to_ten_seconds_and_answers_any_method) {
  EXPECT_EQ(ask("https://httpbin.org/delay/3").server_extra.count(), 3'000'000);
  EXPECT_EQ(ask("https://httpbin.org/delay/0.5", "POST", "x").server_extra.count(), 500'000);
  EXPECT_EQ(ask("https://httpbin.org/delay/1e300").server_extra.count(), 10'000'000);
  EXPECT_EQ(ask("https://httpbin.org/delay/-1").response.status, 500);
  EXPECT_EQ(ask("https://httpbin.org/delay/x").response.status, 500);
}

TEST(Httpbin, status_answers_what_it_was_asked_for) {
  EXPECT_EQ(ask("https://httpbin.org/status/404").response.reason, "NOT FOUND");
  EXPECT_EQ(ask("https://httpbin.org/status/503", "POST").response.status, 503);
  EXPECT_EQ(ask("https://httpbin.org/status/xyz").response.status, 400);
  int one_of = ask("https://httpbin.org/status/200,500").response.status;
  EXPECT_TRUE(one_of == 200 || one_of == 500);
}

TEST(Httpbin, post_shows_json_and_forms) {
  std::string json = ask("https://httpbin.org/post", "POST", R"({"n": 1})").response.body;
  EXPECT_NE(json.find("\"data\": \"{\\\"n\\\": 1}\""), std::string::npos);
  EXPECT_NE(json.find("\"json\": {\n    \"n\": 1\n  }"), std::string::npos);
  std::string form = ask("https://httpbin.org/post", "POST", "a=1&b=x+y",
                         {{"Content-Type", "application/x-www-form-urlencoded"}})
                         .response.body;
  EXPECT_NE(form.find("\"form\": {\n    \"a\": \"1\", \n    \"b\": \"x y\"\n  }"), std::string::npos);
  EXPECT_NE(form.find("\"json\": null"), std::string::npos);
}

TEST(Httpbin, a_wrong_method_and_an_unknown_path_are_refused_as_there) {
  EXPECT_EQ(ask("https://httpbin.org/get", "POST").response.status, 405);
  EXPECT_EQ(ask("https://httpbin.org/post").response.status, 405);
  EXPECT_EQ(ask("https://httpbin.org/nothing").response.status, 404);
  EXPECT_EQ(ask("https://httpbin.org/bytes/-1").response.status, 404);
}

TEST(Httpbin, bytes_are_as_many_as_asked_and_capped) {
  EXPECT_EQ(body("https://httpbin.org/bytes/1024").size(), 1024u);
  EXPECT_EQ(body("https://httpbin.org/bytes/999999999999").size(), 102'400u);
  EXPECT_EQ(body("https://httpbin.org/bytes/64?seed=5"), body("https://httpbin.org/stream-bytes/64?seed=5"));
}

TEST(Httpbin, small_endpoints_answer) {
  EXPECT_EQ(body("https://httpbin.org/ip"), "{\n  \"origin\": \"203.0.113.7\"\n}\n");
  EXPECT_EQ(body("https://httpbin.org/user-agent"), "{\n  \"user-agent\": \"python-requests/2.32.3\"\n}\n");
  EXPECT_EQ(body("https://httpbin.org/base64/SFRUUEJJTiBpcyBhd2Vzb21l"), "HTTPBIN is awesome");
  EXPECT_EQ(body("https://httpbin.org/uuid").size(), 53u);
  EXPECT_EQ(body("https://httpbin.org/cookies"), "{\n  \"cookies\": {}\n}\n");
  EXPECT_NE(body("https://httpbin.org/html").find("Moby-Dick"), std::string::npos);
  EXPECT_NE(body("https://httpbin.org/json").find("\"author\": \"Yours Truly\", \n"), std::string::npos);
  EXPECT_EQ(ask("https://httpbin.org/basic-auth/u/p").response.status, 401);
}

TEST(Jsonplaceholder, todo_1_is_the_one_that_everybody_knows) {
  EXPECT_EQ(
      body("https://jsonplaceholder.typicode.com/todos/1"),
      "{\n  \"userId\": 1,\n  \"id\": 1,\n  \"title\": \"delectus aut autem\",\n  \"completed\": false\n}");
}

TEST(Jsonplaceholder, collections_have_their_sizes_filters_and_children) {
  auto size = [](std::string_view path) {
    return parse_json(body("https://jsonplaceholder.typicode.com" + std::string(path)))->items().size();
  };
  EXPECT_EQ(size("/posts"), 100u);
  EXPECT_EQ(size("/users"), 10u);
  EXPECT_EQ(size("/posts?userId=3"), 10u);
  EXPECT_EQ(size("/posts/1/comments"), 5u);
  EXPECT_EQ(size("/todos?_limit=7"), 7u);
  EXPECT_EQ(ask("https://jsonplaceholder.typicode.com/posts/101").response.status, 404);
  EXPECT_EQ(ask("https://jsonplaceholder.typicode.com/posts/99999999999999999999").response.status, 404);
}

TEST(Jsonplaceholder, writes_answer_what_they_would_have_done) {
  SiteAnswer made = ask("https://jsonplaceholder.typicode.com/posts", "POST", R"({"title":"t"})");
  EXPECT_EQ(made.response.status, 201);
  EXPECT_EQ(made.response.body, "{\n  \"title\": \"t\",\n  \"id\": 101\n}");
  EXPECT_EQ(ask("https://jsonplaceholder.typicode.com/posts/1", "DELETE").response.body, "{}");
}

TEST(GithubApi, users_repositories_and_events_are_json) {
  auto user = parse_json(body("https://api.github.com/users/octocat"));
  ASSERT_TRUE(user.has_value());
  EXPECT_EQ(user->find("login")->text(), "octocat");
  EXPECT_EQ(parse_json(body("https://api.github.com/repos/python/cpython"))->find("full_name")->text(),
            "python/cpython");
  EXPECT_EQ(parse_json(body("https://api.github.com/events"))->items().size(), 30u);
  EXPECT_EQ(ask("https://api.github.com/nothing/here").response.status, 404);
}

TEST(AnyApi, answers_an_object_with_the_id_of_the_path) {
  EXPECT_EQ(parse_json(body("https://api.shop.kr/items/42"))->find("id")->text(), "42");
  EXPECT_EQ(parse_json(body("https://pokeapi.co/api/v2/pokemon/151"))->find("id")->text(), "151");
}

TEST(WebPage, has_a_title_and_its_usual_size) {
  std::string page = body("https://www.naver.com/");
  EXPECT_NE(page.find("<title>Naver</title>"), std::string::npos);
  EXPECT_NEAR(static_cast<double>(page.size()), 20'000, 700);
  EXPECT_EQ(page, body("https://www.naver.com/"));
  EXPECT_NE(page, body("https://www.naver.com/other"));
  EXPECT_NE(body("https://example.com").find("<h1>Example Domain</h1>"), std::string::npos);
  EXPECT_NE(body("https://a.kr/%3Cscript%3E").find("&lt;script>"), std::string::npos);
}

TEST(Sites, answer_any_path_of_any_site_without_harm) {
  std::uint32_t state = 1;
  for (std::string_view site : {"https://httpbin.org/", "https://jsonplaceholder.typicode.com/",
                                "https://api.github.com/", "https://api.x.kr/", "https://x.kr/"}) {
    for (int round = 0; round < 500; ++round) {
      std::string url(site);
      for (int i = 0; i < 10; ++i) {
        state = state * 1664525 + 1013904223;
        constexpr std::string_view kParts[] = {
            "bytes/",    "status/",           "links/",  "/",      "9", "posts/", "%",      "?seed=",
            "redirect/", "drip?duration=nan", "base64/", "users/", ",", "-1",     "range/", "stream/"};
        url += kParts[state >> 24 & 15];
      }
      EXPECT_GE(ask(url).response.status, 100) << url;
    }
  }
}

}  // namespace
}  // namespace loopscope::host
