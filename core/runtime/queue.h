// Queue<T>: asyncio.Queue for C++. Not for: priorities or last-in first-out, nor for join and task_done.
#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <utility>

#include "core/runtime/coroutine.h"
#include "core/runtime/waiters.h"

namespace loopscope::runtime {

// First in, first out. Outlives those who wait.
//
//   Queue<int> orders(loop, 10);
//   if (auto put = co_await orders.put(5); !put) co_return put.error();
//   Result<int> order = co_await orders.get();
template <class T>
class Queue {
 public:
  // `capacity` 0: no limit.
  explicit Queue(EventLoop& loop, std::size_t capacity = 0) : loop_(loop), capacity_(capacity) {}

  std::size_t size() const { return items_.size(); }
  bool empty() const { return items_.empty(); }
  bool full() const { return capacity_ > 0 && items_.size() >= capacity_; }

  // Suspends while the queue is full. The error is Cancelled; then nothing was put.
  Coroutine<> put(T item) {
    while (full()) {
      std::optional<Waiters::Place> place(std::in_place, loop_, putters_, trace::WaitKind::Queue);
      const Future<> turn = place->future();
      Result<> woken = co_await turn;
      place.reset();
      if (!woken) {
        if (!full() && !turn.cancelled()) putters_.wake_next();  // the turn that was this one's
        co_return woken;
      }
    }
    put_now(std::move(item));
    co_return {};
  }
  // False, and nothing done, if the queue is full.
  bool put_now(T item) {
    if (full()) return false;
    items_.push_back(std::move(item));
    getters_.wake_next();
    return true;
  }
  // Suspends while the queue is empty. The error is Cancelled; then nothing was taken.
  Coroutine<T> get() {
    while (empty()) {
      std::optional<Waiters::Place> place(std::in_place, loop_, getters_, trace::WaitKind::Queue);
      const Future<> turn = place->future();
      Result<> woken = co_await turn;
      place.reset();
      if (!woken) {
        if (!empty() && !turn.cancelled()) getters_.wake_next();
        co_return woken.error();
      }
    }
    co_return *get_now();
  }
  std::optional<T> get_now() {
    if (empty()) return std::nullopt;
    std::optional<T> item(std::move(items_.front()));
    items_.pop_front();
    putters_.wake_next();
    return item;
  }

 private:
  EventLoop& loop_;
  std::size_t capacity_;
  std::deque<T> items_;
  Waiters getters_;
  Waiters putters_;
};

}  // namespace loopscope::runtime
