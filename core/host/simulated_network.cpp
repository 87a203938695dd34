// Puts the model together: URL, host, connection, delays, the site's answer, redirects.
// Not for: figures and answers, which are pure functions in files of their own.
#include "core/host/simulated_network.h"

#include <array>

#include "core/host/http_date.h"
#include "core/host/latency_model.h"
#include "core/host/sites.h"

namespace loopscope::host {
namespace {

using runtime::HttpError;
using runtime::HttpRequest;
using runtime::HttpRequestId;
using runtime::HttpResponse;
using runtime::Microseconds;

constexpr int kMostRedirects = 30;              // what requests follows, too
constexpr std::int64_t kEpoch = 1'704'067'200;  // 2024-01-01 UTC: where the virtual clock begins
constexpr Microseconds kRefusal{1'000};         // this machine answers at once
constexpr std::size_t kHeaderBytes = 400;       // of a request and an answer together, about

const std::string* header_of(const HttpResponse& response, std::string_view name) {
  for (const auto& [key, value] : response.headers) {
    if (key == name) return &value;
  }
  return nullptr;
}

bool redirects(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

// What a client sends to where it was redirected: after 301 to 303 a POST becomes a GET without a body.
void prepare_redirected(HttpRequest& request, int status) {
  bool keeps_method = status == 307 || status == 308 || request.method == "GET" || request.method == "HEAD";
  if (keeps_method) return;
  request.method = "GET";
  request.body.clear();
}

void finish_headers(HttpResponse& response, std::string_view method, Microseconds at) {
  response.headers.emplace_back("Date", http_date(kEpoch + at.count() / 1'000'000));
  bool bodiless = response.status < 200 || response.status == 204 || response.status == 304;
  if (!bodiless) response.headers.emplace_back("Content-Length", std::to_string(response.body.size()));
  if (bodiless || method == "HEAD") response.body.clear();
}

}  // namespace

HttpResponse SimulatedNetwork::exchange(HttpRequestId id, const HttpRequest& request, const Url& url,
                                        Microseconds now, NetworkAnswer& times) {
  std::uint32_t count = requests_before_[url.host + url.path]++;
  RequestIdentity identity{url.host, url.path, count, seed_};
  HostProfile profile = profile_of(url.host, seed_);
  SiteAnswer answer = answer_of_site({request, url, identity.hash(), profile.page_bytes});
  std::size_t bytes =
      kHeaderBytes + request.body.size() + (request.method == "HEAD" ? 0 : answer.response.body.size());
  RequestDelays delays = delays_of(profile, identity, url.scheme == "https", answer.server_extra, bytes);
  if (!connections_.take(id, request.connection_pool, url.origin())) times.connect += delays.connecting;
  times.server += delays.server;
  times.transfer += delays.transfer;
  finish_headers(answer.response, request.method, now + times.connect + times.server);
  answer.response.url = url.text();
  return std::move(answer.response);
}

NetworkAnswer SimulatedNetwork::begin(HttpRequestId id, const HttpRequest& request, Microseconds now) {
  NetworkAnswer answer;
  auto fail = [&](HttpError error) {
    answer.outcome = std::unexpected(std::move(error));
    return answer;
  };
  HttpRequest current = request;
  auto url = parse_url(request.url);
  for (int followed = 0; url; ++followed) {
    if (auto there = check_host(url->host); !there) {
      bool refused = there.error().kind == HttpError::Kind::Refused;
      answer.connect += refused ? kRefusal : profile_of(url->host, seed_).name_lookup;
      return fail(std::move(there.error()));
    }
    HttpResponse response = exchange(id, current, *url, now, answer);
    const std::string* location = header_of(response, "Location");
    if (!redirects(response.status) || location == nullptr) {
      answer.outcome = std::move(response);
      return answer;
    }
    if (followed == kMostRedirects) {
      return fail(
          {HttpError::Kind::Broken, "Exceeded 30 redirects: the site sends its visitors round in circles"});
    }
    prepare_redirected(current, response.status);
    url = resolve_url(*url, *location);
  }
  return fail(std::move(url.error()));
}

void SimulatedNetwork::finish(HttpRequestId id, Microseconds) { connections_.give_back(id); }

void SimulatedNetwork::abort(HttpRequestId id, Microseconds) { connections_.drop(id); }

void SimulatedNetwork::close_connections(std::uint32_t connection_pool) {
  connections_.close(connection_pool);
}

}  // namespace loopscope::host
