// VirtualHost: the clock that jumps. Not for: requests, see request_queue.cpp.
#include "core/host/virtual_host.h"

#include <algorithm>

namespace loopscope::host {

using runtime::Microseconds;

namespace {

// A script that spins on the clock until a deadline must end; one that reads it a few times per turn must not
// see it move.
constexpr std::uint32_t kFreeReads = 1000;
constexpr Microseconds kTick{1};

}  // namespace

VirtualHost::VirtualHost(NetworkModel& network, OutputSink& output, Options options)
    : output_(output),
      requests_(network),
      entropy_(options.seed),
      free_reads_(kFreeReads),
      slice_(options.slice) {
  begin_slice();
}

void VirtualHost::begin_slice() {
  if (slice_) slice_end_ = std::chrono::steady_clock::now() + *slice_;
}

bool VirtualHost::slice_over() { return slice_ && std::chrono::steady_clock::now() >= slice_end_; }

Microseconds VirtualHost::read_clock() {
  if (free_reads_ > 0) {
    --free_reads_;
  } else {
    now_ += kTick;
  }
  return now_;
}

void VirtualHost::turn_ended() {
  now_ += kTick;
  free_reads_ = kFreeReads;
}

void VirtualHost::spend(std::chrono::nanoseconds computing) {
  spent_ += computing;
  const auto whole = std::chrono::floor<Microseconds>(spent_);
  now_ += whole;
  spent_ -= whole;
}

bool VirtualHost::idle_until(std::optional<Microseconds> deadline) {
  std::optional<Microseconds> next = requests_.next_due();
  if (!next || (deadline && *deadline < *next)) next = deadline;
  if (!next) return false;
  now_ = std::max(now_, *next);
  free_reads_ = kFreeReads;
  return true;
}

runtime::HttpRequestId VirtualHost::start_request(const runtime::HttpRequest& request,
                                                  runtime::HttpObserver& observer) {
  return requests_.start(request, observer, now_);
}

void VirtualHost::abort_request(runtime::HttpRequestId id) { requests_.abort(id, now_); }

void VirtualHost::close_connections(std::uint32_t connection_pool) {
  requests_.close_connections(connection_pool, now_);
}

}  // namespace loopscope::host
