// JSON services: api.github.com, and a general one for every other host that looks like a service.
// Not for: services with a file of their own (httpbin_site.cpp, jsonplaceholder_site.cpp).
#include <algorithm>

#include "core/host/sites.h"
#include "core/host/stable_hash.h"

namespace loopscope::host {
namespace {

constexpr JsonStyle kCompact{0, ",", ":", false, false};
constexpr int kListLength = 30;  // GitHub's page size

// Decoded; without the empty one that a slash at the end leaves.
std::vector<std::string> segments_of(std::string_view path) {
  std::vector<std::string> segments;
  for (std::string_view segment : path_segments(path)) segments.push_back(percent_decoded(segment, false));
  if (!segments.empty() && segments.back().empty()) segments.pop_back();
  return segments;
}

std::int64_t figure(std::string_view what, std::string_view of, std::uint64_t bound) {
  return static_cast<std::int64_t>(stable_hash(of, stable_hash(what)) % bound);
}

JsonValue short_user(const std::string& login) {
  return JsonValue::object()
      .set("login", login)
      .set("id", figure("id", login, 10'000'000))
      .set("url", "https://api.github.com/users/" + login)
      .set("html_url", "https://github.com/" + login)
      .set("type", "User")
      .set("site_admin", false);
}

JsonValue user(const std::string& login) {
  return short_user(login)
      .set("name", login == "octocat" ? std::string("The Octocat") : login)
      .set("company", JsonValue())
      .set("blog", "")
      .set("location", "Seoul")
      .set("public_repos", figure("repos", login, 200))
      .set("public_gists", figure("gists", login, 50))
      .set("followers", figure("followers", login, 20'000))
      .set("following", figure("following", login, 300))
      .set("created_at", "2011-01-25T18:44:36Z")
      .set("updated_at", "2024-01-01T00:00:00Z");
}

JsonValue repository(const std::string& owner, const std::string& name) {
  std::string full = owner + "/" + name;
  return JsonValue::object()
      .set("id", figure("id", full, 100'000'000))
      .set("name", name)
      .set("full_name", full)
      .set("private", false)
      .set("owner", short_user(owner))
      .set("html_url", "https://github.com/" + full)
      .set("description", words_of_luck(stable_hash(full), 6))
      .set("fork", false)
      .set("url", "https://api.github.com/repos/" + full)
      .set("stargazers_count", figure("stars", full, 80'000))
      .set("watchers_count", figure("stars", full, 80'000))
      .set("forks_count", figure("forks", full, 30'000))
      .set("open_issues_count", figure("issues", full, 7'000))
      .set("language", "Python")
      .set("default_branch", "main");
}

JsonValue event(std::uint64_t luck, int number) {
  std::string seed = std::to_string(luck + static_cast<std::uint64_t>(number));
  std::string login = "user" + std::to_string(figure("login", seed, 9000));
  bool push = figure("kind", seed, 3) != 0;
  return JsonValue::object()
      .set("id", std::to_string(34'000'000'000 + figure("id", seed, 1'000'000'000)))
      .set("type", push ? "PushEvent" : "WatchEvent")
      .set("actor", short_user(login))
      .set("repo",
           JsonValue::object().set("id", figure("repo", seed, 900'000)).set("name", login + "/project"))
      .set("public", true)
      .set("created_at", "2024-01-01T00:00:00Z");
}

SiteAnswer missing() {
  return answer_with_json(404,
                          JsonValue::object()
                              .set("message", "Not Found")
                              .set("documentation_url", "https://docs.github.com/rest")
                              .set("status", "404"),
                          kCompact);
}

SiteAnswer github(const SiteRequest& asked) {
  std::vector<std::string> parts = segments_of(asked.url.path);
  std::string first = parts.empty() ? "" : parts[0];
  auto is = [&](std::string_view name, std::size_t count) { return first == name && parts.size() == count; };
  JsonValue list = JsonValue::array();
  if (parts.empty()) {
    return answer_with_json(200,
                            JsonValue::object()
                                .set("current_user_url", "https://api.github.com/user")
                                .set("events_url", "https://api.github.com/events")
                                .set("user_url", "https://api.github.com/users/{user}")
                                .set("repository_url", "https://api.github.com/repos/{owner}/{repo}"),
                            kCompact);
  }
  if (is("zen", 1)) return answer_with(200, "text/plain;charset=utf-8", "Responsive is better than fast.");
  if (is("users", 2)) return answer_with_json(200, user(parts[1]), kCompact);
  if (is("repos", 3)) return answer_with_json(200, repository(parts[1], parts[2]), kCompact);
  if (is("users", 3) && parts[2] == "repos") {
    for (int i = 1; i <= 8; ++i) list.push(repository(parts[1], "project-" + std::to_string(i)));
    return answer_with_json(200, list, kCompact);
  }
  if (is("events", 1) || (is("users", 3) && parts[2] == "events") ||
      (is("repos", 4) && parts[3] == "events")) {
    for (int i = 0; i < kListLength; ++i) list.push(event(asked.luck, i));
    return answer_with_json(200, list, kCompact);
  }
  return missing();
}

}  // namespace

SiteAnswer answer_of_github_api(const SiteRequest& asked) {
  SiteAnswer answer = github(asked);
  auto& headers = answer.response.headers;
  headers.emplace_back("Server", "github.com");
  headers.emplace_back("X-RateLimit-Limit", "60");
  headers.emplace_back("X-RateLimit-Remaining", "59");
  return answer;
}

// An object that names what was asked for: the last number of the path is its id.
SiteAnswer answer_of_any_api(const SiteRequest& asked) {
  std::vector<std::string> parts = segments_of(asked.url.path);
  std::string last = parts.empty() ? "root" : parts.back();
  bool numbered =
      last.size() <= 15 && last.find_first_not_of("0123456789") == std::string::npos && !last.empty();
  std::string address = asked.url.host + asked.url.path;
  std::int64_t id = figure("id", address, 1000) + 1;
  if (numbered) {
    id = 0;
    for (char digit : last) id = id * 10 + (digit - '0');
  }
  JsonValue value = JsonValue::object()
                        .set("id", id)
                        .set("name", words_of_luck(stable_hash(address), 1) + "-" + std::to_string(id))
                        .set("status", "ok")
                        .set("value", figure("value", address, 1000))
                        .set("path", asked.url.path);
  bool created = asked.request.method == "POST";
  return answer_with_json(created ? 201 : 200, value, kCompact);
}

}  // namespace loopscope::host
