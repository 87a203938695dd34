// NativeHost: the host of the real clock outside a browser: idling blocks the thread. Not for: real sockets;
// its network is the modelled one, with the model's delays in real time. On wasm it is not there: nothing may
// block a browser's thread.
#pragma once

#if !defined(__EMSCRIPTEN__)

#include <chrono>
#include <optional>

#include "core/host/output_sink.h"
#include "core/host/request_queue.h"

namespace loopscope::host {

// The clock is the system's monotonic one, counted from construction, rounded down: what has a deadline is
// never early.
class NativeHost final : public runtime::Host {
 public:
  NativeHost(NetworkModel& network, OutputSink& output);

  runtime::Microseconds now() override;
  runtime::Microseconds read_clock() override { return now(); }
  void turn_ended() override {}
  void spend(std::chrono::nanoseconds /*computing*/) override {}
  bool idle_until(std::optional<runtime::Microseconds> deadline) override;
  void poll() override;
  bool slice_over() override { return false; }
  runtime::HttpRequestId start_request(const runtime::HttpRequest& request,
                                       runtime::HttpObserver& observer) override;
  void abort_request(runtime::HttpRequestId id) override;
  void close_connections(std::uint32_t connection_pool) override;
  std::size_t requests_under_way() const override { return requests_.count(); }
  void write(runtime::OutputStream stream, std::string_view text) override { output_.write(stream, text); }
  // From the operating system.
  void fill_entropy(std::span<std::byte> bytes) override;

 private:
  OutputSink& output_;
  RequestQueue requests_;
  std::int64_t start_ns_;
};

}  // namespace loopscope::host

#endif  // !defined(__EMSCRIPTEN__)
