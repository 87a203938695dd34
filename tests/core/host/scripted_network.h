// ScriptedNetwork: a network for tests that answers after the delay and with the status that the URL's path
// asks for. Not for: the simulated network's own tests.
#pragma once

#include <charconv>
#include <string>
#include <vector>

#include "core/host/network_model.h"
#include "core/host/output_sink.h"

namespace loopscope::host {

// "https://host/DELAY_US/STATUS"; status 0 fails as UnknownHost. Writes down what it was told.
class ScriptedNetwork final : public NetworkModel {
 public:
  std::vector<std::string> told;

  NetworkAnswer begin(runtime::HttpRequestId id, const runtime::HttpRequest& request,
                      runtime::Microseconds now) override {
    told.push_back("begin " + std::to_string(id) + (now >= last_ ? "" : " before the last call"));
    last_ = now;
    const std::size_t status_at = request.url.rfind('/');
    const std::size_t delay_at = request.url.rfind('/', status_at - 1);
    NetworkAnswer answer;
    answer.connect = runtime::Microseconds(0);
    answer.server = runtime::Microseconds(number(request.url, delay_at + 1));
    const int status = number(request.url, status_at + 1);
    if (status == 0) {
      answer.outcome = std::unexpected(
          runtime::HttpError{runtime::HttpError::Kind::UnknownHost, "no such host: check its spelling"});
    } else {
      answer.outcome = runtime::HttpResponse{.status = status, .url = request.url, .body = request.body};
    }
    return answer;
  }
  void finish(runtime::HttpRequestId id, runtime::Microseconds) override {
    told.push_back("finish " + std::to_string(id));
  }
  void abort(runtime::HttpRequestId id, runtime::Microseconds) override {
    told.push_back("abort " + std::to_string(id));
  }
  void close_connections(std::uint32_t pool) override { told.push_back("close " + std::to_string(pool)); }

 private:
  static int number(const std::string& url, std::size_t at) {
    int value = 0;
    std::from_chars(url.data() + at, url.data() + url.size(), value);
    return value;
  }
  runtime::Microseconds last_{0};
};

// Keeps what a script printed.
class TextSink final : public OutputSink {
 public:
  void write(runtime::OutputStream stream, std::string_view text) override {
    (stream == runtime::OutputStream::Stdout ? out : err) += text;
  }
  std::string out;
  std::string err;
};

}  // namespace loopscope::host
