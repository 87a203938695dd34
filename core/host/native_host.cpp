// NativeHost: the monotonic clock and blocking until a deadline. Not for: requests, see request_queue.cpp.
#include "core/host/native_host.h"

#if !defined(__EMSCRIPTEN__)

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <ctime>

namespace loopscope::host {

using runtime::Microseconds;

namespace {

constexpr std::int64_t kNanosecondsPerSecond = 1'000'000'000;
constexpr std::int64_t kNanosecondsPerMicrosecond = 1000;

std::int64_t monotonic_ns() {
  timespec time{};
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * kNanosecondsPerSecond + time.tv_nsec;
}

// Blocks the thread until the monotonic clock shows `end` or more; a signal does not shorten it.
void sleep_until_ns(std::int64_t end) {
  const timespec time{.tv_sec = end / kNanosecondsPerSecond, .tv_nsec = end % kNanosecondsPerSecond};
  while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &time, nullptr) == EINTR) {
  }
}

}  // namespace

NativeHost::NativeHost(NetworkModel& network, OutputSink& output)
    : output_(output), requests_(network), start_ns_(monotonic_ns()) {}

Microseconds NativeHost::now() {
  return Microseconds((monotonic_ns() - start_ns_) / kNanosecondsPerMicrosecond);
}

bool NativeHost::idle_until(std::optional<Microseconds> deadline) {
  std::optional<Microseconds> next = requests_.next_due();
  if (!next || (deadline && *deadline < *next)) next = deadline;
  if (!next) return false;
  // A sleep of years is cut, so that the nanoseconds fit; the loop looks at the clock again and sleeps on.
  constexpr Microseconds kLongest = std::chrono::hours(24);
  const Microseconds until = std::min(*next, now() + kLongest);
  sleep_until_ns(start_ns_ + until.count() * kNanosecondsPerMicrosecond);
  return true;
}

void NativeHost::poll() {
  if (requests_.count() > 0) requests_.deliver(now());
}

runtime::HttpRequestId NativeHost::start_request(const runtime::HttpRequest& request,
                                                 runtime::HttpObserver& observer) {
  return requests_.start(request, observer, now());
}

void NativeHost::abort_request(runtime::HttpRequestId id) { requests_.abort(id, now()); }

void NativeHost::close_connections(std::uint32_t connection_pool) {
  requests_.close_connections(connection_pool, now());
}

void NativeHost::fill_entropy(std::span<std::byte> bytes) {
  constexpr std::size_t kMostAtOnce = 256;  // getentropy's own limit
  while (!bytes.empty()) {
    const std::size_t count = std::min(bytes.size(), kMostAtOnce);
    if (getentropy(bytes.data(), count) != 0) return;  // only a kernel without the call fails; zeros then
    bytes = bytes.subspan(count);
  }
}

}  // namespace loopscope::host

#endif  // !defined(__EMSCRIPTEN__)
