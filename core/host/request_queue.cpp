// RequestQueue: order of completion and delivery. Not for: the network's numbers, see simulated_network.h.
#include "core/host/request_queue.h"

#include <algorithm>

namespace loopscope::host {

using runtime::HttpRequestId;
using runtime::Microseconds;

HttpRequestId RequestQueue::start(const runtime::HttpRequest& request, runtime::HttpObserver& observer,
                                  Microseconds now) {
  settle(now);  // a connection that has just become idle may serve this one
  const HttpRequestId id = ++last_id_;
  NetworkAnswer answer = network_.begin(id, request, now);
  const Microseconds due = now + answer.total();
  under_way_.emplace(Key{due, id}, Exchange{id, due, &observer, std::move(answer.outcome)});
  due_.emplace(id, due);
  return id;
}

void RequestQueue::abort(HttpRequestId id, Microseconds now) {
  settle(now);
  if (const auto found = due_.find(id); found != due_.end()) {
    under_way_.erase(Key{found->second, id});
    due_.erase(found);
    network_.abort(id, now);
    return;
  }
  std::erase_if(arrived_, [id](const Exchange& exchange) { return exchange.id == id; });
}

void RequestQueue::close_connections(std::uint32_t connection_pool, Microseconds now) {
  settle(now);
  network_.close_connections(connection_pool);
}

std::optional<Microseconds> RequestQueue::next_due() const {
  if (!arrived_.empty()) return arrived_.front().due;
  if (!under_way_.empty()) return under_way_.begin()->first.first;
  return std::nullopt;
}

void RequestQueue::settle(Microseconds now) {
  while (!under_way_.empty() && under_way_.begin()->first.first <= now) {
    Exchange exchange = std::move(under_way_.extract(under_way_.begin()).mapped());
    due_.erase(exchange.id);
    network_.finish(exchange.id, exchange.due);
    arrived_.push_back(std::move(exchange));
  }
}

void RequestQueue::deliver(Microseconds now) {
  settle(now);
  if (arrived_.empty()) return;
  const HttpRequestId last = arrived_.back().id;
  // By id, not by count: an observer may abort others that wait here.
  for (bool more = true; more && !arrived_.empty();) {
    Exchange exchange = std::move(arrived_.front());
    arrived_.pop_front();
    more = exchange.id != last;
    exchange.observer->on_http_done(exchange.id, std::move(exchange.outcome));
  }
}

}  // namespace loopscope::host
