// Which connections a client keeps open, per pool and origin, and which request holds one.
// Not for: what connecting costs (latency_model.h), nor a client's limit of connections (its library queues).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/runtime/host.h"

namespace loopscope::host {

class ConnectionPools {
 public:
  // The request needs a connection to `origin` out of `pool` (0: none is kept). True: it holds one already or
  // took an idle one. False: it holds a new one, which must first be opened. Redirects make a request hold
  // several.
  bool take(runtime::HttpRequestId request, std::uint32_t pool, std::string_view origin);
  // What the request holds becomes idle again, or is closed where its pool keeps none. Unknown requests are
  // passed over.
  void give_back(runtime::HttpRequestId request);
  // What the request holds is lost.
  void drop(runtime::HttpRequestId request);
  // Idle connections of the pool are closed; what its requests hold is closed when they end.
  void close(std::uint32_t pool);

 private:
  struct Held {
    std::uint32_t pool = 0;
    std::vector<std::string> origins;
  };

  std::map<runtime::HttpRequestId, Held> held_;
  std::map<std::uint32_t, std::map<std::string, int, std::less<>>> idle_;  // pool -> origin -> how many
};

}  // namespace loopscope::host
