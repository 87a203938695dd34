// SessionHost: the caller's host with what a session adds: it keeps what the script prints, and ends the run
// at a limit of time. Not for: clocks and networks themselves, every question goes on to the caller's host.
#pragma once

#include <optional>
#include <string>

#include "core/runtime/host.h"

namespace loopscope::session {

// Text of one stream, up to a megabyte; what is beyond is counted and said.
class KeptOutput {
 public:
  void add(std::string_view text);
  // With a last line that says how much is missing, if any is.
  std::string text() const;

 private:
  static constexpr std::size_t kMostBytes = std::size_t{1} << 20;
  std::string kept_;
  std::size_t left_out_ = 0;
};

class SessionHost final : public runtime::Host {
 public:
  SessionHost(runtime::Host& host, std::optional<runtime::Microseconds> time_limit)
      : host_(host), time_limit_(time_limit) {}

  bool limit_reached() { return time_limit_ && host_.now() >= *time_limit_; }
  std::string standard_output() const { return standard_output_.text(); }
  std::string standard_error() const { return standard_error_.text(); }

  runtime::Microseconds now() override { return host_.now(); }
  runtime::Microseconds read_clock() override { return host_.read_clock(); }
  void turn_ended() override { host_.turn_ended(); }
  void spend(std::chrono::nanoseconds computing) override { host_.spend(computing); }
  bool idle_until(std::optional<runtime::Microseconds> deadline) override;
  void poll() override { host_.poll(); }
  bool slice_over() override { return host_.slice_over() || limit_reached(); }
  runtime::HttpRequestId start_request(const runtime::HttpRequest& request,
                                       runtime::HttpObserver& observer) override {
    return host_.start_request(request, observer);
  }
  void abort_request(runtime::HttpRequestId id) override { host_.abort_request(id); }
  void close_connections(std::uint32_t connection_pool) override { host_.close_connections(connection_pool); }
  std::size_t requests_under_way() const override { return host_.requests_under_way(); }
  void write(runtime::OutputStream stream, std::string_view text) override;
  void fill_entropy(std::span<std::byte> bytes) override { host_.fill_entropy(bytes); }

 private:
  runtime::Host& host_;
  std::optional<runtime::Microseconds> time_limit_;
  KeptOutput standard_output_;
  KeptOutput standard_error_;
};

}  // namespace loopscope::session
