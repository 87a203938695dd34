// ManualHost: a host for tests of the runtime alone: a clock that jumps, answers that the test gives.
// Not for: tests of the real hosts, see tests/core/host.
#pragma once

#include <algorithm>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "core/runtime/host.h"

namespace loopscope::runtime {

class ManualHost : public Host {
 public:
  // When set, slice_over() says so each time it has been asked this often.
  std::optional<std::uint64_t> questions_per_slice;
  // idle_until does not wait, as in a browser.
  bool gives_thread_back = false;
  // Called by idle_until when there is no deadline, but a request under way: the test answers it here.
  std::string text;
  std::uint64_t turns = 0;
  std::uint64_t polls = 0;
  std::uint64_t aborted = 0;

  // The answer to a request, complete at `due`.
  void answer(HttpRequestId id, Microseconds due, std::expected<HttpResponse, HttpError> outcome) {
    answers_.emplace(std::pair(due, id), std::move(outcome));
  }
  // Each request that starts from now on is answered `delay` later with `status`.
  void answer_all_after(Microseconds delay, int status) {
    automatic_delay_ = delay;
    automatic_status_ = status;
  }
  const HttpRequest& last_request() const { return last_request_; }

  Microseconds now() override { return now_; }
  Microseconds read_clock() override { return now_; }
  void turn_ended() override {
    ++turns;
    now_ += Microseconds(1);
  }
  void spend(std::chrono::nanoseconds computing) override {
    now_ += std::chrono::floor<Microseconds>(computing);
  }
  bool idle_until(std::optional<Microseconds> deadline) override {
    if (gives_thread_back) return false;
    std::optional<Microseconds> next = deadline;
    if (!answers_.empty())
      next = std::min(deadline.value_or(Microseconds::max()), answers_.begin()->first.first);
    if (!next) return false;
    now_ = std::max(now_, *next);
    return true;
  }
  void poll() override {
    ++polls;
    while (!answers_.empty() && answers_.begin()->first.first <= now_) {
      auto node = answers_.extract(answers_.begin());
      const auto found = observers_.find(node.key().second);
      if (found == observers_.end()) continue;
      HttpObserver* observer = found->second;
      observers_.erase(found);
      observer->on_http_done(node.key().second, std::move(node.mapped()));
    }
  }
  bool slice_over() override { return questions_per_slice && ++questions_ % *questions_per_slice == 0; }
  HttpRequestId start_request(const HttpRequest& request, HttpObserver& observer) override {
    last_request_ = request;
    observers_[++last_id_] = &observer;
    if (automatic_delay_) {
      answer(last_id_, now_ + *automatic_delay_,
             HttpResponse{.status = automatic_status_, .body = request.url});
    }
    return last_id_;
  }
  void abort_request(HttpRequestId id) override {
    aborted += observers_.erase(id);
    std::erase_if(answers_, [id](const auto& entry) { return entry.first.second == id; });
  }
  void close_connections(std::uint32_t /*connection_pool*/) override {}
  std::size_t requests_under_way() const override { return observers_.size(); }
  void write(OutputStream /*stream*/, std::string_view output) override { text += output; }
  void fill_entropy(std::span<std::byte> bytes) override { std::ranges::fill(bytes, std::byte{4}); }

  void advance(Microseconds time) { now_ += time; }

 private:
  Microseconds now_{0};
  std::uint64_t questions_ = 0;
  HttpRequestId last_id_ = 0;
  HttpRequest last_request_;
  std::optional<Microseconds> automatic_delay_;
  int automatic_status_ = 200;
  std::map<HttpRequestId, HttpObserver*> observers_;
  std::map<std::pair<Microseconds, HttpRequestId>, std::expected<HttpResponse, HttpError>> answers_;
};

}  // namespace loopscope::runtime
