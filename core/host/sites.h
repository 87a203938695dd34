// What the services of the simulated network answer to one request, redirects not followed.
// Not for: how long it takes (latency_model.h), nor what a script's libraries make of an answer.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

#include "core/host/json_value.h"
#include "core/host/url.h"
#include "core/runtime/host.h"

namespace loopscope::host {

struct SiteRequest {
  const runtime::HttpRequest& request;
  const Url& url;
  std::uint64_t luck = 0;  // hash of host, path, count and seed: what is random in the answer follows from it
  std::uint32_t page_bytes = 0;  // how long an ordinary page of this host is
};

struct SiteAnswer {
  runtime::HttpResponse response;        // url is left empty
  runtime::Microseconds server_extra{};  // the site takes this much longer than its usual time
};

// Errors: UnknownHost for names that nobody can have (.invalid, .test, one word ...), Refused for this
// machine's own.
std::expected<void, runtime::HttpError> check_host(std::string_view host);

// The answer of the service that stands at the URL's host: one of those below.
SiteAnswer answer_of_site(const SiteRequest& request);

SiteAnswer answer_of_httpbin(const SiteRequest& request);          // httpbin.org, endpoint by endpoint
SiteAnswer answer_of_jsonplaceholder(const SiteRequest& request);  // jsonplaceholder.typicode.com
SiteAnswer answer_of_github_api(const SiteRequest& request);       // api.github.com
SiteAnswer answer_of_any_api(const SiteRequest& request);   // any other host that looks like a JSON service
SiteAnswer answer_of_web_page(const SiteRequest& request);  // an HTML page

// Parts that the services share.
std::string_view reason_of(int status);  // "Not Found"; "Unknown" for a number without a name
SiteAnswer answer_with(int status, std::string_view content_type, std::string body);
SiteAnswer answer_with_json(int status, const JsonValue& value, const JsonStyle& style);
std::string words_of_luck(std::uint64_t luck, int count);  // lower case, with blanks between

}  // namespace loopscope::host
