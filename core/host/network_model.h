// NetworkModel: what a network without wires answers, and when: the seam between a host's clock and the
// simulated network. Not for: clocks and queues of completions (virtual_host.h, native_host.h), nor the
// model's numbers (simulated_network.h).
#pragma once

#include <expected>

#include "core/runtime/host.h"

namespace loopscope::host {

// What one request comes to, decided when it starts. The host hands the outcome over at start + total().
struct NetworkAnswer {
  runtime::Microseconds connect{0};   // resolving, TCP and TLS; 0 on a kept connection
  runtime::Microseconds server{0};    // from the request's last byte to the answer's first
  runtime::Microseconds transfer{0};  // the answer's body
  std::expected<runtime::HttpResponse, runtime::HttpError> outcome = runtime::HttpResponse{};

  runtime::Microseconds total() const { return connect + server + transfer; }
};

// Stateful (it keeps the idle connections of each pool), one per run, deterministic: the same calls in the
// same order give the same answers. The seed is its constructor's business. It never blocks and never reads a
// clock: `now` is the host's, and never runs backwards from call to call.
class NetworkModel {
 public:
  virtual ~NetworkModel() = default;

  // A request starts. It takes an idle connection of its pool where there is one. A malformed URL is an
  // outcome, too.
  virtual NetworkAnswer begin(runtime::HttpRequestId id, const runtime::HttpRequest& request,
                              runtime::Microseconds now) = 0;
  // The answer of `id` has arrived in full at `now`: its connection is idle from then on (pool 0: closed).
  virtual void finish(runtime::HttpRequestId id, runtime::Microseconds now) = 0;
  // The request was given up at `now`: its connection is lost.
  virtual void abort(runtime::HttpRequestId id, runtime::Microseconds now) = 0;
  // The pool's idle connections are closed.
  virtual void close_connections(std::uint32_t connection_pool) = 0;
};

}  // namespace loopscope::host
