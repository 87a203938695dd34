// Which site answers for which host, which hosts there are none of, and what all answers share.
// Not for: the answers themselves, one file per site.
#include <algorithm>
#include <array>

#include "core/host/sites.h"
#include "core/host/stable_hash.h"

namespace loopscope::host {
namespace {

using runtime::HttpError;

struct Status {
  int code;
  std::string_view reason;
};

constexpr std::array kReasons = std::to_array<Status>({
    {100, "Continue"},
    {101, "Switching Protocols"},
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {203, "Non-Authoritative Information"},
    {204, "No Content"},
    {205, "Reset Content"},
    {206, "Partial Content"},
    {300, "Multiple Choices"},
    {301, "Moved Permanently"},
    {302, "Found"},
    {303, "See Other"},
    {304, "Not Modified"},
    {307, "Temporary Redirect"},
    {308, "Permanent Redirect"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {402, "Payment Required"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {406, "Not Acceptable"},
    {407, "Proxy Authentication Required"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {410, "Gone"},
    {411, "Length Required"},
    {412, "Precondition Failed"},
    {413, "Request Entity Too Large"},
    {414, "Request-URI Too Long"},
    {415, "Unsupported Media Type"},
    {416, "Requested Range Not Satisfiable"},
    {417, "Expectation Failed"},
    {418, "I'm a teapot"},
    {422, "Unprocessable Entity"},
    {425, "Too Early"},
    {428, "Precondition Required"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {451, "Unavailable For Legal Reasons"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {502, "Bad Gateway"},
    {503, "Service Unavailable"},
    {504, "Gateway Timeout"},
    {505, "HTTP Version Not Supported"},
});

// Names reserved so that no site ever has them (RFC 2606, RFC 6762), and what examples write for a site that
// is missing.
constexpr std::array<std::string_view, 5> kReservedEndings = {".invalid", ".test", ".example", ".local",
                                                              ".onion"};
constexpr std::array<std::string_view, 7> kMissingByName = {
    "nonexist", "non-exist", "doesnotexist", "does-not-exist", "notexist", "not-exist", "invalid"};

bool is_number_address(std::string_view host) {
  return host.starts_with('[') || host.find_first_not_of("0123456789.") == std::string_view::npos;
}

bool looks_like_api(const Url& url) {
  return url.host.starts_with("api.") || url.host.starts_with("api-") || url.path.starts_with("/api/") ||
         url.path == "/api" || url.path.ends_with(".json");
}

constexpr std::array<std::string_view, 48> kWords = {
    "sunt",    "aut",    "facere", "qui",      "est",     "esse",    "ea",      "molestias", "quasi", "rerum",
    "optio",   "dolor",  "magnam", "nesciunt", "quas",    "odio",    "eum",     "dolorem",   "eius",  "nihil",
    "veniam",  "fugiat", "minus",  "illo",     "ratione", "tempore", "laborum", "nostrum",   "culpa", "ipsam",
    "vero",    "harum",  "sequi",  "labore",   "totam",   "animi",   "commodi", "placeat",   "velit", "porro",
    "debitis", "cumque", "soluta", "ut",       "et",      "quia",    "sit",     "voluptas"};

}  // namespace

std::string_view reason_of(int status) {
  auto found = std::ranges::find(kReasons, status, &Status::code);
  return found == kReasons.end() ? std::string_view("Unknown") : found->reason;
}

SiteAnswer answer_with(int status, std::string_view content_type, std::string body) {
  SiteAnswer answer;
  answer.response.status = status;
  answer.response.reason = reason_of(status);
  answer.response.headers.emplace_back("Content-Type", content_type);
  answer.response.body = std::move(body);
  return answer;
}

SiteAnswer answer_with_json(int status, const JsonValue& value, const JsonStyle& style) {
  return answer_with(status, "application/json; charset=utf-8", to_text(value, style));
}

std::string words_of_luck(std::uint64_t hash, int count) {
  Luck luck(hash);
  std::string words;
  for (int i = 0; i < count; ++i) {
    if (i > 0) words += ' ';
    words += kWords[luck.below(kWords.size())];
  }
  return words;
}

std::expected<void, HttpError> check_host(std::string_view host) {
  bool own = host == "localhost" || host.ends_with(".localhost") || is_number_address(host);
  if (own) {
    return std::unexpected(HttpError{HttpError::Kind::Refused,
                                     "Connection refused: nothing listens on '" + std::string(host) +
                                         "' in the simulated network. Use a host name such as httpbin.org"});
  }
  bool missing = host.find('.') == std::string_view::npos ||
                 std::ranges::any_of(kReservedEndings, [&](auto ending) { return host.ends_with(ending); }) ||
                 std::ranges::any_of(kMissingByName, [&](auto part) { return host.find(part) != host.npos; });
  if (missing) {
    return std::unexpected(HttpError{
        HttpError::Kind::UnknownHost,
        "Name or service not known: there is no host '" + std::string(host) + "'. Check how it is spelt"});
  }
  return {};
}

SiteAnswer answer_of_site(const SiteRequest& request) {
  const std::string& host = request.url.host;
  if (belongs_to_site(host, "httpbin.org")) return answer_of_httpbin(request);
  if (host == "jsonplaceholder.typicode.com") return answer_of_jsonplaceholder(request);
  if (host == "api.github.com") return answer_of_github_api(request);
  if (looks_like_api(request.url)) return answer_of_any_api(request);
  return answer_of_web_page(request);
}

}  // namespace loopscope::host
