// How long the parts of a request take in the simulated network: connecting, the server's own time, the
// transfer. Pure functions of host, path, count and seed. Not for: what is answered (sites.h), nor who keeps
// which connection.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/host/url.h"
#include "core/runtime/host.h"

namespace loopscope::host {

// What a host is like from where the script runs.
struct HostProfile {
  runtime::Microseconds round_trip{};
  runtime::Microseconds name_lookup{};  // DNS, part of every new connection
  runtime::Microseconds server{};       // until the first byte of an ordinary page
  double bytes_per_second = 0;
  std::uint32_t page_bytes = 0;  // of an ordinary page
  double jitter = 0;             // a part of the whole: 0.02 is up to 2 % more or less
};

// Sites that people know have figures of their own, "www." and such included; any other follows from name and
// seed.
HostProfile profile_of(std::string_view host, std::uint64_t seed);

// Which request this is, so that each has its own jitter and the same run has the same one again.
struct RequestIdentity {
  std::string_view host;
  std::string_view path;
  std::uint32_t count = 0;  // how many requests to this host and path were before it in the run
  std::uint64_t seed = 1;

  std::uint64_t hash() const;
};

struct RequestDelays {
  runtime::Microseconds connecting{};  // TCP and TLS round trips; to be left out on a kept connection
  runtime::Microseconds server{};      // one round trip and the server's time
  runtime::Microseconds transfer{};
};

// `server_extra` is time that the site itself asked for (/delay/3), which has no jitter. `body_bytes`: both
// directions.
RequestDelays delays_of(const HostProfile& profile, const RequestIdentity& identity, bool encrypted,
                        runtime::Microseconds server_extra, std::size_t body_bytes);

}  // namespace loopscope::host
