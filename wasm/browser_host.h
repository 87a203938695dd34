// BrowserHost: the host of a run on the real clock in a page, a worker or Node: it never blocks, JavaScript
// pumps it. Not for: the virtual clock (core/host/virtual_host.h); what JavaScript does with a request
// (requests.mts).
#pragma once

#include <emscripten/val.h>

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/host/network_model.h"
#include "core/host/output_sink.h"
#include "core/runtime/host.h"

namespace loopscope::wasm {

// Who answers a request.
enum class Answering : std::uint8_t {
  Engine,         // this host, from the network model, after the delay that the model says
  ServiceWorker,  // a real fetch() of the page's own path, which the service worker answers with what the
                  // model says
  Internet,       // a real fetch() of the URL itself
};

// `port` is the RequestPort of requests.mts. Everything runs on one thread; what JavaScript reports
// (complete, fail) is queued here and handed over in poll().
class BrowserHost final : public runtime::Host {
 public:
  // `network` may be null only for Answering::Internet. `port` and `output` outlive the host.
  BrowserHost(Answering answering, std::unique_ptr<host::NetworkModel> network, emscripten::val port,
              host::OutputSink& output);

  // A pump begins: slice_over() counts from here.
  void begin_slice();
  // When JavaScript has to pump again, in milliseconds as performance.now() counts them, unless a request
  // ends before that. nullopt: no timer is set.
  std::optional<double> wakeup_ms() const;

  // The answer of a fetch() that start_request began. Headers are lines, a name and its value by turns. For
  // Answering::ServiceWorker only status and body are read: an answer that is not the model's own (no service
  // worker stood between) is replaced by the model's, after its delay.
  void complete(runtime::HttpRequestId id, runtime::HttpResponse response);
  // The fetch() failed. `reason` is the browser's message.
  void fail(runtime::HttpRequestId id, std::string_view reason);

  runtime::Microseconds now() override;
  runtime::Microseconds read_clock() override { return now(); }
  void turn_ended() override {}
  void spend(std::chrono::nanoseconds) override {}
  bool idle_until(std::optional<runtime::Microseconds> deadline) override;
  void poll() override;
  bool slice_over() override;
  runtime::HttpRequestId start_request(const runtime::HttpRequest& request,
                                       runtime::HttpObserver& observer) override;
  void abort_request(runtime::HttpRequestId id) override;
  void close_connections(std::uint32_t connection_pool) override;
  std::size_t requests_under_way() const override { return pending_.size(); }
  void write(runtime::OutputStream stream, std::string_view text) override { output_.write(stream, text); }
  void fill_entropy(std::span<std::byte> bytes) override;

 private:
  struct Pending {
    runtime::HttpObserver* observer = nullptr;
    std::string url;
    std::expected<runtime::HttpResponse, runtime::HttpError> outcome = runtime::HttpResponse{};
    runtime::Microseconds due{0};  // when the model's outcome is complete
    bool own = false;              // this host answers, it is in own_answers_; else a fetch() is under way
  };
  using PendingTable = std::unordered_map<runtime::HttpRequestId, Pending>;

  void start_simulated(runtime::HttpRequestId id, const runtime::HttpRequest& request, Pending& pending);
  void start_real(runtime::HttpRequestId id, const runtime::HttpRequest& request, Pending& pending);
  void answer_by_itself(runtime::HttpRequestId id, Pending& pending);

  Answering answering_;
  std::unique_ptr<host::NetworkModel> network_;
  emscripten::val port_;
  host::OutputSink& output_;
  double start_ms_;
  double slice_begin_ms_;
  std::optional<runtime::Microseconds> loop_deadline_;
  PendingTable pending_;
  std::set<std::pair<runtime::Microseconds, runtime::HttpRequestId>> own_answers_;
  std::vector<runtime::HttpRequestId> done_;  // in the order in which they ended
  runtime::HttpRequestId next_id_ = 1;
};

}  // namespace loopscope::wasm
