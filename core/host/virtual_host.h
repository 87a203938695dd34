// VirtualHost: the host of the virtual clock: time jumps to the next event, and a run takes no time.
// Deterministic. Not for: what the network answers (network_model.h), nor for pacing a run for the eye, which
// is the page's.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include "core/host/output_sink.h"
#include "core/host/request_queue.h"
#include "core/host/seeded_entropy.h"

namespace loopscope::host {

// The clock's rules: it stands still, but for
//   idle_until     jumps to the deadline or to the next answer, whichever is first
//   turn_ended     1 us
//   read_clock     1 us from the 1,001st reading on since the last turn or idle_until
//   spend          as said, fractions of a microsecond are kept
class VirtualHost : public runtime::Host {
 public:
  struct Options {
    std::uint64_t seed = 1;
    // How much real time a pump may take before slice_over() says so; nothing: it may run for ever (the
    // command line).
    std::optional<std::chrono::milliseconds> slice = {};
  };

  VirtualHost(NetworkModel& network, OutputSink& output) : VirtualHost(network, output, Options{}) {}
  VirtualHost(NetworkModel& network, OutputSink& output, Options options);

  // A pump begins: its slice runs from now. Only needed where there is a slice.
  void begin_slice();

  runtime::Microseconds now() override { return now_; }
  runtime::Microseconds read_clock() override;
  void turn_ended() override;
  void spend(std::chrono::nanoseconds computing) override;
  bool idle_until(std::optional<runtime::Microseconds> deadline) override;
  void poll() override { requests_.deliver(now_); }
  bool slice_over() override;
  runtime::HttpRequestId start_request(const runtime::HttpRequest& request,
                                       runtime::HttpObserver& observer) override;
  void abort_request(runtime::HttpRequestId id) override;
  void close_connections(std::uint32_t connection_pool) override;
  std::size_t requests_under_way() const override { return requests_.count(); }
  void write(runtime::OutputStream stream, std::string_view text) override { output_.write(stream, text); }
  void fill_entropy(std::span<std::byte> bytes) override { entropy_.fill(bytes); }

 private:
  OutputSink& output_;
  RequestQueue requests_;
  SeededEntropy entropy_;
  runtime::Microseconds now_{0};
  std::chrono::nanoseconds spent_{0};  // less than 1 us
  std::uint32_t free_reads_;           // until reading the clock costs
  std::optional<std::chrono::milliseconds> slice_;
  std::chrono::steady_clock::time_point slice_end_;
};

}  // namespace loopscope::host
