// Takes URLs apart and puts them together. Every text is hostile: what is not a URL gets words, never a
// guess. Not for: deciding whether a host exists (site_catalog.cpp).
#include "core/host/url.h"

#include <algorithm>

namespace loopscope::host {
namespace {

using runtime::HttpError;

constexpr std::size_t kLongestUrl = 65536;  // browsers refuse far shorter ones in practice; servers at 8 KB
constexpr std::size_t kLongestHost = 253;   // RFC 1035

std::unexpected<HttpError> bad(std::string_view text, std::string_view why) {
  std::string shown(text.substr(0, 80));
  if (text.size() > 80) shown += "...";
  return std::unexpected(
      HttpError{HttpError::Kind::BadUrl, "Invalid URL '" + shown + "': " + std::string(why)});
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  c = lower(c);
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool is_host_character(char c) {
  return is_digit(c) || is_letter(c) || c == '-' || c == '_' || c == '.' ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool good_name(std::string_view host) {
  if (host.empty() || host.size() > kLongestHost || host.front() == '.' || host.front() == '-') return false;
  return std::ranges::all_of(host, is_host_character) && host.find("..") == std::string_view::npos;
}

bool good_ipv6(std::string_view host) {
  if (host.size() < 4 || host.front() != '[' || host.back() != ']') return false;
  return std::ranges::all_of(host.substr(1, host.size() - 2),
                             [](char c) { return hex_value(c) >= 0 || c == ':' || c == '.'; });
}

// "host:port" into the two; the port is left alone where none is given.
bool split_authority(std::string_view authority, std::string& host, std::uint16_t& port) {
  std::size_t end_of_host = authority.find(':');
  if (authority.starts_with('[')) {
    std::size_t bracket = authority.find(']');
    if (bracket == std::string_view::npos) return false;
    end_of_host = bracket + 1 < authority.size() ? bracket + 1 : std::string_view::npos;
    if (end_of_host != std::string_view::npos && authority[end_of_host] != ':') return false;
  }
  host = authority.substr(0, end_of_host);
  std::ranges::transform(host, host.begin(), lower);
  if (host.ends_with('.')) host.pop_back();
  if (end_of_host == std::string_view::npos) return true;
  std::string_view digits = authority.substr(end_of_host + 1);
  if (digits.empty()) return true;
  if (digits.size() > 5 || !std::ranges::all_of(digits, is_digit)) return false;
  unsigned number = 0;
  for (char digit : digits) number = number * 10 + static_cast<unsigned>(digit - '0');
  if (number == 0 || number > 65535) return false;
  port = static_cast<std::uint16_t>(number);
  return true;
}

void set_path_and_query(Url& url, std::string_view rest) {
  rest = rest.substr(0, rest.find('#'));
  std::size_t question = rest.find('?');
  url.path = rest.substr(0, question);
  url.query = question == std::string_view::npos ? std::string() : std::string(rest.substr(question + 1));
  if (!url.path.starts_with('/')) url.path.insert(0, "/");
}

}  // namespace

std::string Url::authority() const {
  std::uint16_t usual = scheme == "https" ? 443 : 80;
  return port == usual ? host : host + ":" + std::to_string(port);
}

std::string Url::origin() const { return scheme + "://" + authority(); }

std::string Url::text() const { return origin() + path + (query.empty() ? "" : "?" + query); }

std::expected<Url, HttpError> parse_url(std::string_view text) {
  if (text.empty()) return bad(text, "it is empty. Write a whole address such as https://example.com/");
  if (text.size() > kLongestUrl) return bad(text, "it is longer than 64 KB");
  for (char c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) return bad(text, "it holds a control character");
  }
  std::size_t colon = text.find("://");
  if (colon == std::string_view::npos) {
    return bad(text,
               "No scheme supplied. Perhaps you meant https://" + std::string(text.substr(0, 80)) + "?");
  }
  Url url;
  url.scheme = text.substr(0, colon);
  std::ranges::transform(url.scheme, url.scheme.begin(), lower);
  if (url.scheme != "http" && url.scheme != "https") return bad(text, "its scheme must be http or https");
  url.port = url.scheme == "https" ? 443 : 80;

  std::string_view rest = text.substr(colon + 3);
  std::size_t end_of_authority = std::min(rest.find_first_of("/?#"), rest.size());
  std::string_view authority = rest.substr(0, end_of_authority);
  if (std::size_t at = authority.rfind('@'); at != std::string_view::npos) authority.remove_prefix(at + 1);
  if (authority.empty()) return bad(text, "No host supplied");
  if (!split_authority(authority, url.host, url.port))
    return bad(text, "its port must be a number from 1 to 65535");
  if (!good_name(url.host) && !good_ipv6(url.host)) return bad(text, "its host is no host name");
  set_path_and_query(url, rest.substr(end_of_authority));
  return url;
}

std::expected<Url, HttpError> resolve_url(const Url& base, std::string_view reference) {
  if (reference.find("://") != std::string_view::npos) return parse_url(reference);
  if (reference.starts_with("//")) return parse_url(base.scheme + ":" + std::string(reference));
  Url url = base;
  if (reference.starts_with('/')) {
    set_path_and_query(url, reference);
  } else {
    set_path_and_query(url, base.path.substr(0, base.path.rfind('/') + 1) + std::string(reference));
  }
  return url;
}

std::string percent_decoded(std::string_view text, bool plus_is_space) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool escape =
        text[i] == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 && hex_value(text[i + 2]) >= 0;
    if (escape) {
      decoded += static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
      i += 2;
    } else {
      decoded += plus_is_space && text[i] == '+' ? ' ' : text[i];
    }
  }
  return decoded;
}

std::vector<std::string_view> path_segments(std::string_view path) {
  std::vector<std::string_view> segments;
  while (!path.empty()) {
    path.remove_prefix(1);
    segments.push_back(path.substr(0, path.find('/')));
    path.remove_prefix(segments.back().size());
  }
  return segments;
}

bool belongs_to_site(std::string_view host, std::string_view site) {
  return host == site || (host.ends_with(site) && host[host.size() - site.size() - 1] == '.');
}

std::vector<std::pair<std::string, std::string>> parse_query(std::string_view query) {
  std::vector<std::pair<std::string, std::string>> pairs;
  while (!query.empty()) {
    std::string_view item = query.substr(0, query.find('&'));
    query.remove_prefix(std::min(item.size() + 1, query.size()));
    if (item.empty()) continue;
    std::size_t equals = std::min(item.find('='), item.size());
    std::string_view value = item.substr(std::min(equals + 1, item.size()));
    pairs.emplace_back(percent_decoded(item.substr(0, equals), true), percent_decoded(value, true));
  }
  return pairs;
}

}  // namespace loopscope::host
