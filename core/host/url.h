// A URL taken apart, as the simulated network and the hosts need it: http and https, absolute.
// Not for: what a script sees of a URL (its libraries do that), nor other schemes.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/runtime/host.h"

namespace loopscope::host {

struct Url {
  std::string scheme;  // "http" or "https"
  std::string host;    // lower case; an IPv6 address keeps its brackets
  std::uint16_t port = 0;
  std::string path = "/";  // still percent-encoded, begins with a slash
  std::string query;       // without the question mark

  // "https://host:8443", the port left out where it is the scheme's own. Connections are kept per origin.
  std::string origin() const;
  // Host and port as the Host header says them.
  std::string authority() const;
  // The whole again; a fragment is never part of it.
  std::string text() const;
};

// Errors: BadUrl with a message that says what a URL must look like.
std::expected<Url, runtime::HttpError> parse_url(std::string_view text);

// `reference` as it stands in a Location header of an answer from `base`: absolute, from the root, or
// relative.
std::expected<Url, runtime::HttpError> resolve_url(const Url& base, std::string_view reference);

// %41 becomes A; a damaged escape stays as it is. In queries and forms a plus is a space.
std::string percent_decoded(std::string_view text, bool plus_is_space);

// The parts of a path between its slashes, still encoded, as views into it: "/a//b" gives "a", "", "b"; "/"
// gives "".
std::vector<std::string_view> path_segments(std::string_view path);

// Whether `host` is the site itself or a name below it, as "www.naver.com" is of "naver.com".
bool belongs_to_site(std::string_view host, std::string_view site);

// The pairs of a query or of a form, decoded, in their order.
std::vector<std::pair<std::string, std::string>> parse_query(std::string_view query);

}  // namespace loopscope::host
