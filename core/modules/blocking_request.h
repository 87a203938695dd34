// BlockingRequest: the one request for which a script thread stands still (requests.get, and every request of
// the blocking twin). Not for: requests that are awaited (runtime/request_future.h).
#pragma once

#include <expected>
#include <optional>

#include "core/runtime/host.h"

namespace loopscope::modules {

// Started, then polled for by the driver until done() is true. Its owner aborts it by dropping it.
class BlockingRequest final : private runtime::HttpObserver {
 public:
  using Outcome = std::expected<runtime::HttpResponse, runtime::HttpError>;

  explicit BlockingRequest(runtime::Host& host) : host_(host) {}
  BlockingRequest(const BlockingRequest&) = delete;
  BlockingRequest& operator=(const BlockingRequest&) = delete;
  ~BlockingRequest() { abort(); }

  runtime::HttpRequestId start(const runtime::HttpRequest& request) {
    abort();
    outcome_.reset();
    under_way_ = true;
    id_ = host_.start_request(request, *this);
    return id_;
  }
  void abort() {
    if (under_way_) host_.abort_request(id_);
    under_way_ = false;
  }
  bool done() const { return outcome_.has_value(); }
  runtime::HttpRequestId id() const { return id_; }
  // Of a request that is done; it may be moved out of.
  Outcome& outcome() { return *outcome_; }

 private:
  void on_http_done(runtime::HttpRequestId, Outcome outcome) override {
    under_way_ = false;
    outcome_.emplace(std::move(outcome));
  }

  runtime::Host& host_;
  runtime::HttpRequestId id_ = 0;
  bool under_way_ = false;
  std::optional<Outcome> outcome_;
};

}  // namespace loopscope::modules
