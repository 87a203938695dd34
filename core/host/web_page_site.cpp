// An HTML page of plausible size for every site that is no service: a title, a heading, paragraphs, links.
// Not for: imitating what the real sites say; only their size and their manners (status, headers) are
// followed.
#include "core/host/sites.h"
#include "core/host/stable_hash.h"

namespace loopscope::host {
namespace {

// "www.naver.com" becomes "Naver".
std::string site_name(std::string_view host) {
  if (host.starts_with("www.")) host.remove_prefix(4);
  std::string name(host.substr(0, host.find('.')));
  if (!name.empty() && name[0] >= 'a' && name[0] <= 'z') name[0] = static_cast<char>(name[0] - 32);
  return name;
}

std::string escaped(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c == '<') {
      out += "&lt;";
    } else if (c == '&') {
      out += "&amp;";
    } else {
      out += c;
    }
  }
  return out;
}

SiteAnswer example_page() {
  return answer_with(
      200, "text/html; charset=UTF-8",
      "<!doctype html>\n<html>\n<head>\n    <title>Example Domain</title>\n\n    <meta charset=\"utf-8\" "
      "/>\n    <meta "
      "http-equiv=\"Content-type\" content=\"text/html; charset=utf-8\" />\n    <meta name=\"viewport\" "
      "content=\"width=device-width, initial-scale=1\" />\n</head>\n\n<body>\n<div>\n    <h1>Example "
      "Domain</h1>\n    "
      "<p>This domain is for use in illustrative examples in documents. You may use this\n    domain in "
      "literature without "
      "prior coordination or asking for permission.</p>\n    <p><a "
      "href=\"https://www.iana.org/domains/example\">More "
      "information...</a></p>\n</div>\n</body>\n</html>\n");
}

}  // namespace

SiteAnswer answer_of_web_page(const SiteRequest& asked) {
  const Url& url = asked.url;
  if (url.host.ends_with("example.com") || url.host.ends_with("example.org") ||
      url.host.ends_with("example.net")) {
    return example_page();
  }
  if (url.path == "/robots.txt") return answer_with(200, "text/plain", "User-agent: *\nDisallow:\n");
  // The same page every time: its text follows from the address alone.
  std::uint64_t page = stable_hash(url.path + "?" + url.query, stable_hash(url.host));
  std::string name = site_name(url.host);
  std::string title =
      url.path == "/" ? name : name + " - " + escaped(percent_decoded(url.path.substr(1), false));
  std::string body = "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>" +
                     title + "</title>\n</head>\n<body>\n<h1>" + title + "</h1>\n";
  // The front page has its usual size, the pages behind it between a quarter and all of that.
  std::size_t size = asked.page_bytes;
  if (url.path != "/") size = size / 4 + page % (size * 3 / 4 + 1);
  constexpr std::string_view kEnd = "</body>\n</html>\n";
  std::string paragraph = words_of_luck(page, 60);
  for (std::uint64_t number = 1; body.size() + paragraph.size() + 64 < size; ++number) {
    body += "<p id=\"p" + std::to_string(number) + "\"><a href=\"/" +
            std::to_string(mix(page + number) % 10000) + "\">" + paragraph.substr(0, paragraph.find(' ')) +
            "</a> " + paragraph + "</p>\n";
  }
  SiteAnswer answer = answer_with(200, "text/html; charset=utf-8", body + std::string(kEnd));
  answer.response.headers.emplace_back("Server", "nginx");
  return answer;
}

}  // namespace loopscope::host
