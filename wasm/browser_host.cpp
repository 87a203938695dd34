// The browser's host: its clock, its queue of finished requests, and which of them JavaScript fetches.
// Not for: the fetch() itself (requests.mts), nor for arming the wakeup (turnstile.mts).
#include "wasm/browser_host.h"

#include <emscripten/emscripten.h>

#include <algorithm>
#include <utility>

namespace loopscope::wasm {
namespace {

using runtime::HttpError;
using runtime::HttpRequest;
using runtime::HttpRequestId;
using runtime::HttpResponse;
using runtime::Microseconds;

// One pump's share of the thread: short enough that Stop, drawing and other workers' messages are heard at
// once, long enough that giving it back (10 us) costs nothing.
constexpr double kSliceMs = 5;

// No response of fetch() can have another status, so a service worker cannot give one.
constexpr int kFirstStatus = 200;
constexpr int kLastStatus = 599;

std::string header_lines(const runtime::HeaderList& headers) {
  std::string lines;
  for (const auto& [name, value] : headers) {
    // A line break cannot be in a header: such a one is left out, as a browser would refuse it.
    if (name.find_first_of("\r\n") != std::string::npos || value.find_first_of("\r\n") != std::string::npos) {
      continue;
    }
    lines.append(name).append("\n").append(value).append("\n");
  }
  return lines;
}

emscripten::val bytes_view(const std::string& bytes) {
  return emscripten::val(
      emscripten::typed_memory_view(bytes.size(), reinterpret_cast<const unsigned char*>(bytes.data())));
}

}  // namespace

BrowserHost::BrowserHost(Answering answering, std::unique_ptr<host::NetworkModel> network,
                         emscripten::val port, host::OutputSink& output)
    : answering_(answering),
      network_(std::move(network)),
      port_(std::move(port)),
      output_(output),
      start_ms_(emscripten_get_now()),
      slice_begin_ms_(start_ms_) {}

Microseconds BrowserHost::now() {
  // Rounded down, so that no deadline is reached early.
  return Microseconds(static_cast<std::int64_t>((emscripten_get_now() - start_ms_) * 1000.0));
}

void BrowserHost::begin_slice() { slice_begin_ms_ = emscripten_get_now(); }

bool BrowserHost::slice_over() { return emscripten_get_now() - slice_begin_ms_ >= kSliceMs; }

bool BrowserHost::idle_until(std::optional<Microseconds> deadline) {
  loop_deadline_ = deadline;
  return false;
}

std::optional<double> BrowserHost::wakeup_ms() const {
  if (!done_.empty()) return start_ms_;
  std::optional<Microseconds> next = loop_deadline_;
  if (!own_answers_.empty() && (!next || own_answers_.begin()->first < *next))
    next = own_answers_.begin()->first;
  if (!next) return std::nullopt;
  return start_ms_ + static_cast<double>(next->count()) / 1000.0;
}

void BrowserHost::poll() {
  if (pending_.empty()) return;
  const Microseconds time = now();
  while (!own_answers_.empty() && own_answers_.begin()->first <= time) {
    done_.push_back(own_answers_.begin()->second);
    own_answers_.erase(own_answers_.begin());
  }
  // What observers start meanwhile waits for the next poll; what they abort is no longer in the table.
  for (const HttpRequestId id : std::exchange(done_, {})) {
    PendingTable::node_type node = pending_.extract(id);
    if (node.empty()) continue;
    if (network_ != nullptr) network_->finish(id, time);
    node.mapped().observer->on_http_done(id, std::move(node.mapped().outcome));
  }
}

HttpRequestId BrowserHost::start_request(const HttpRequest& request, runtime::HttpObserver& observer) {
  const HttpRequestId id = next_id_++;
  Pending& pending = pending_[id];
  pending.observer = &observer;
  pending.url = request.url;
  if (answering_ == Answering::Internet) {
    start_real(id, request, pending);
  } else {
    start_simulated(id, request, pending);
  }
  return id;
}

void BrowserHost::answer_by_itself(HttpRequestId id, Pending& pending) {
  pending.own = true;
  own_answers_.emplace(pending.due, id);
}

void BrowserHost::start_simulated(HttpRequestId id, const HttpRequest& request, Pending& pending) {
  const Microseconds time = now();
  host::NetworkAnswer answer = network_->begin(id, request, time);
  const Microseconds delay = answer.total();
  pending.outcome = std::move(answer.outcome);
  pending.due = time + delay;
  const bool fetchable = pending.outcome.has_value() && pending.outcome->status >= kFirstStatus &&
                         pending.outcome->status <= kLastStatus;
  if (answering_ == Answering::Engine || !fetchable) {
    answer_by_itself(id, pending);
    return;
  }
  const HttpResponse& response = *pending.outcome;
  port_.call<void>("startSimulated", id, request.method, request.url, static_cast<double>(delay.count()),
                   response.status, response.reason, header_lines(response.headers),
                   bytes_view(response.body));
}

void BrowserHost::start_real(HttpRequestId id, const HttpRequest& request, Pending&) {
  port_.call<void>("startReal", id, request.method, request.url, header_lines(request.headers),
                   bytes_view(request.body));
}

void BrowserHost::complete(HttpRequestId id, HttpResponse response) {
  const auto found = pending_.find(id);
  if (found == pending_.end()) return;
  Pending& pending = found->second;
  if (answering_ == Answering::ServiceWorker) {
    // Early: clocks of two workers may differ.
    if (now() < pending.due || response.status != pending.outcome->status ||
        response.body != pending.outcome->body) {
      answer_by_itself(id, pending);
      return;
    }
  } else {
    pending.outcome = std::move(response);
  }
  done_.push_back(id);
}

void BrowserHost::fail(HttpRequestId id, std::string_view reason) {
  const auto found = pending_.find(id);
  if (found == pending_.end()) return;
  Pending& pending = found->second;
  if (answering_ == Answering::ServiceWorker) {
    answer_by_itself(id, pending);
    return;
  }
  std::string message = "cannot fetch " + pending.url + ": ";
  message += reason;
  message += " (the host is unreachable, or does not allow other sites to read it)";
  pending.outcome = std::unexpected(HttpError{HttpError::Kind::Broken, std::move(message)});
  done_.push_back(id);
}

void BrowserHost::abort_request(HttpRequestId id) {
  const PendingTable::node_type node = pending_.extract(id);
  if (node.empty()) return;
  if (network_ != nullptr) network_->abort(id, now());
  own_answers_.erase({node.mapped().due, id});
  if (!node.mapped().own) port_.call<void>("abort", id);
}

void BrowserHost::close_connections(std::uint32_t connection_pool) {
  if (network_ != nullptr) network_->close_connections(connection_pool);
}

void BrowserHost::fill_entropy(std::span<std::byte> bytes) {
  port_.call<void>("fillEntropy", emscripten::val(emscripten::typed_memory_view(
                                      bytes.size(), reinterpret_cast<unsigned char*>(bytes.data()))));
}

}  // namespace loopscope::wasm
