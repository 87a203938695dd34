// Counts connections; see the header for who owns which.
// Not for: time, connections idle here for ever as far as a run lasts.
#include "core/host/connection_pools.h"

#include <algorithm>

namespace loopscope::host {

bool ConnectionPools::take(runtime::HttpRequestId request, std::uint32_t pool, std::string_view origin) {
  Held& held = held_[request];
  held.pool = pool;
  if (std::ranges::find(held.origins, origin) != held.origins.end()) return true;
  held.origins.emplace_back(origin);
  auto kept = idle_.find(pool);
  if (pool == 0 || kept == idle_.end()) return false;
  auto idle = kept->second.find(origin);
  if (idle == kept->second.end()) return false;
  if (--idle->second == 0) kept->second.erase(idle);
  return true;
}

void ConnectionPools::give_back(runtime::HttpRequestId request) {
  auto found = held_.find(request);
  if (found == held_.end()) return;
  Held held = std::move(found->second);
  held_.erase(found);
  if (held.pool == 0) return;
  for (std::string& origin : held.origins) ++idle_[held.pool][std::move(origin)];
}

void ConnectionPools::drop(runtime::HttpRequestId request) { held_.erase(request); }

void ConnectionPools::close(std::uint32_t pool) {
  idle_.erase(pool);
  for (auto& [request, held] : held_) {
    if (held.pool == pool) held.pool = 0;
  }
}

}  // namespace loopscope::host
