// The figures of known hosts, and the rules by which all others get theirs.
// Not for: measuring the real internet; the figures are typical for a person in Korea, rounded.
#include "core/host/latency_model.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/host/stable_hash.h"

namespace loopscope::host {
namespace {

using runtime::Microseconds;

struct KnownHost {
  std::string_view name;
  int warm_ms;        // an ordinary page on a kept connection: round trip, server, transfer
  int round_trip_ms;  // connecting is two of them and a name lookup: about half of warm_ms
  int page_kilobytes;
  int transfer_ms;  // what the ordinary page's bytes take, a part of warm_ms
};

constexpr std::array kKnownHosts = std::to_array<KnownHost>({
    {"naver.com", 170, 37, 64, 20},      {"google.com", 330, 76, 20, 14},
    {"instagram.com", 700, 164, 48, 48}, {"youtube.com", 900, 212, 80, 60},
    {"daum.net", 190, 40, 48, 18},       {"kakao.com", 180, 38, 40, 16},
    {"python.org", 240, 52, 50, 20},     {"github.com", 290, 64, 60, 24},
    {"wikipedia.org", 310, 68, 72, 30},  {"stackoverflow.com", 360, 80, 56, 28},
    {"microsoft.com", 280, 60, 64, 24},  {"facebook.com", 420, 94, 56, 36},
    {"amazon.com", 520, 116, 80, 60},    {"apple.com", 210, 46, 64, 22},
    {"example.com", 150, 33, 1, 1},      {"example.org", 150, 33, 1, 1},
    {"example.net", 150, 33, 1, 1},      {"httpbin.org", 200, 90, 1, 2},
    {"typicode.com", 120, 26, 1, 1},
});

constexpr double kKnownJitter = 0.015;  // small, so that a lesson's sums come out
constexpr double kOtherJitter = 0.12;
constexpr Microseconds kNameLookup{8'000};

Microseconds milliseconds(double value) { return Microseconds{std::llround(value * 1000)}; }

Microseconds scaled(Microseconds time, double factor) {
  return Microseconds{std::llround(static_cast<double>(time.count()) * factor)};
}

}  // namespace

HostProfile profile_of(std::string_view host, std::uint64_t seed) {
  for (const KnownHost& known : kKnownHosts) {
    if (!belongs_to_site(host, known.name)) continue;
    HostProfile profile;
    profile.round_trip = milliseconds(known.round_trip_ms);
    profile.name_lookup = kNameLookup;
    profile.server = milliseconds(known.warm_ms - known.round_trip_ms - known.transfer_ms);
    profile.page_bytes = static_cast<std::uint32_t>(known.page_kilobytes) * 1024;
    profile.bytes_per_second = profile.page_bytes / (known.transfer_ms / 1000.0);
    profile.jitter = kKnownJitter;
    return profile;
  }
  Luck luck(stable_hash(host, seed));
  HostProfile profile;
  profile.round_trip = milliseconds(15 + static_cast<double>(luck.below(150)));
  profile.name_lookup = milliseconds(4 + static_cast<double>(luck.below(30)));
  profile.server = milliseconds(25 + static_cast<double>(luck.below(300)));
  profile.page_bytes = static_cast<std::uint32_t>(4096 + luck.below(60 * 1024));
  profile.bytes_per_second = 1e6 + static_cast<double>(luck.below(4'000'000));
  profile.jitter = kOtherJitter;
  return profile;
}

std::uint64_t RequestIdentity::hash() const {
  return mix(stable_hash(host, seed) ^ stable_hash(path, seed + 1) * 3 ^ mix(count));
}

RequestDelays delays_of(const HostProfile& profile, const RequestIdentity& identity, bool encrypted,
                        Microseconds server_extra, std::size_t body_bytes) {
  Luck luck(identity.hash());
  auto jittered = [&](Microseconds time) { return scaled(time, 1 + profile.jitter * luck.swing()); };
  RequestDelays delays;
  delays.connecting =
      jittered(profile.name_lookup + profile.round_trip * (encrypted ? 2 : 1));  // TCP, then TLS 1.3
  delays.server = jittered(profile.round_trip + profile.server) + server_extra;
  double seconds = static_cast<double>(body_bytes) / std::max(profile.bytes_per_second, 1.0);
  delays.transfer = jittered(Microseconds{std::llround(seconds * 1e6)});
  return delays;
}

}  // namespace loopscope::host
