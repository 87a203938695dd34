// The simulated network: every URL answers, after a delay that host, path, count and seed decide. Same delays
// under the real and the virtual clock. Not for: waiting until then (the host that asks), nor what the sites
// say (sites.h).
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

#include "core/host/connection_pools.h"
#include "core/host/network_model.h"
#include "core/host/url.h"

namespace loopscope::host {

// A request pays for connecting once per connection, for the server's time, and for the transfer by size;
// redirects are followed and paid for one by one. Failures are outcomes: a malformed URL at once, an unknown
// host after its name lookup, this machine's own addresses are refused.
class SimulatedNetwork final : public NetworkModel {
 public:
  explicit SimulatedNetwork(std::uint64_t seed) : seed_(seed) {}

  NetworkAnswer begin(runtime::HttpRequestId id, const runtime::HttpRequest& request,
                      runtime::Microseconds now) override;
  void finish(runtime::HttpRequestId id, runtime::Microseconds now) override;
  void abort(runtime::HttpRequestId id, runtime::Microseconds now) override;
  void close_connections(std::uint32_t connection_pool) override;

 private:
  // One request and its answer, redirects not followed; adds what it takes to `times`.
  runtime::HttpResponse exchange(runtime::HttpRequestId id, const runtime::HttpRequest& request,
                                 const Url& url, runtime::Microseconds now, NetworkAnswer& times);

  std::uint64_t seed_;
  ConnectionPools connections_;
  std::unordered_map<std::string, std::uint32_t> requests_before_;  // by host and path
};

}  // namespace loopscope::host
