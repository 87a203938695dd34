// RequestQueue: the requests under way on a modelled network, and the answers that have arrived and nobody
// has polled yet. Not for: the answers themselves (network_model.h), nor for real requests (the browser's
// host has its own).
#pragma once

#include <cstddef>
#include <deque>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

#include "core/host/network_model.h"

namespace loopscope::host {

// What the virtual and the native host share. All times are the host's; none may lie before that of an
// earlier call.
class RequestQueue {
 public:
  explicit RequestQueue(NetworkModel& network) : network_(network) {}

  runtime::HttpRequestId start(const runtime::HttpRequest& request, runtime::HttpObserver& observer,
                               runtime::Microseconds now);
  void abort(runtime::HttpRequestId id, runtime::Microseconds now);
  void close_connections(std::uint32_t connection_pool, runtime::Microseconds now);

  // When the next answer is complete; of one that waits to be delivered, the past. Nothing: none is under
  // way.
  std::optional<runtime::Microseconds> next_due() const;
  // Hands over the answers that are complete at `now`, in order of (completion, id). Those that observers
  // start meanwhile wait for the next call.
  void deliver(runtime::Microseconds now);
  std::size_t count() const { return under_way_.size() + arrived_.size(); }

 private:
  struct Exchange {
    runtime::HttpRequestId id;
    runtime::Microseconds due;
    runtime::HttpObserver* observer;  // null: aborted after it had arrived
    std::expected<runtime::HttpResponse, runtime::HttpError> outcome;
  };
  using Key = std::pair<runtime::Microseconds, runtime::HttpRequestId>;

  void settle(runtime::Microseconds now);

  NetworkModel& network_;
  runtime::HttpRequestId last_id_ = 0;
  std::map<Key, Exchange> under_way_;
  std::unordered_map<runtime::HttpRequestId, runtime::Microseconds> due_;  // key into under_way_
  std::deque<Exchange> arrived_;
};

}  // namespace loopscope::host
