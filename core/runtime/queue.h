// Queue: asyncio.Queue for C++ (asyncio/queues.py). Not for: a single value, that is a Promise; nor for other
// orders, those are lifo_queue.h and priority_queue.h.
#pragma once

#include <cstddef>
#include <deque>
#include <utility>

#include "core/runtime/event.h"

namespace loopscope::runtime {

// Outlives those who wait. `Items` keeps the items and says which is the next: push, pop and size.
//
//   Queue<int> orders(loop, 10);
//   if (auto put = co_await orders.put(5); !put) co_return put.error();
//   Result<int> order = co_await orders.get();
//   ...
//   orders.task_done();   // for those who wait at `co_await orders.join()`
template <class T, class Items>
class BasicQueue {
 public:
  // `capacity` 0: no limit.
  explicit BasicQueue(EventLoop& loop, std::size_t capacity = 0)
      : loop_(loop), capacity_(capacity), finished_(loop) {}

  std::size_t size() const { return items_.size(); }
  std::size_t capacity() const { return capacity_; }
  bool empty() const { return size() == 0; }
  bool full() const { return capacity_ > 0 && size() >= capacity_; }

  // Suspends while the queue is full. The errors are Cancelled and QueueShutDown; then nothing was put.
  Coroutine<> put(T item) {
    while (full()) {
      if (shut_down_) co_return Error(ErrorKind::QueueShutDown);
      Result<> woken;
      bool given = false;
      {
        Waiter waiter(loop_, putters_, trace::WaitKind::Queue);
        woken = co_await waiter;
        given = waiter.woken();
      }
      if (!woken) {
        if (!full() && given) putters_.wake_next();  // the turn that was this one's
        co_return woken;
      }
    }
    co_return put_now(std::move(item));
  }
  // QueueFull or QueueShutDown: nothing was done.
  Result<> put_now(T item) {
    if (shut_down_) return std::unexpected(Error(ErrorKind::QueueShutDown));
    if (full()) return std::unexpected(Error(ErrorKind::QueueFull));
    items_.push(std::move(item));
    ++unfinished_;
    finished_.clear();
    getters_.wake_next();
    return {};
  }
  // Suspends while the queue is empty. The errors are Cancelled, and QueueShutDown when it is empty and
  // nothing more will come; then nothing was taken.
  Coroutine<T> get() {
    while (empty()) {
      if (shut_down_) co_return Error(ErrorKind::QueueShutDown);
      Result<> woken;
      bool given = false;
      {
        Waiter waiter(loop_, getters_, trace::WaitKind::Queue);
        woken = co_await waiter;
        given = waiter.woken();
      }
      if (!woken) {
        if (!empty() && given) getters_.wake_next();
        co_return woken.error();
      }
    }
    co_return get_now();
  }
  // QueueEmpty, or QueueShutDown when it is empty and nothing more will come.
  Result<T> get_now() {
    if (empty()) {
      return std::unexpected(Error(shut_down_ ? ErrorKind::QueueShutDown : ErrorKind::QueueEmpty));
    }
    Result<T> item(std::in_place, items_.pop());
    putters_.wake_next();
    return item;
  }

  // What one item that was taken stands for is done. InvalidState: it was called more often than put.
  Result<> task_done() {
    if (unfinished_ == 0) {
      return std::unexpected(Error(ErrorKind::InvalidState, "task_done() called too many times"));
    }
    if (--unfinished_ == 0) finished_.set();
    return {};
  }
  // Suspends until task_done() was called for each item that was put. The error is Cancelled.
  Coroutine<> join() {
    if (unfinished_ > 0) co_return co_await finished_.wait();
    co_return {};
  }

  // From now on put() fails; get() does, too, when the queue is empty. Who waits at either is woken to see
  // it. Immediately: the items are dropped, each as if it were done.
  void shutdown(bool immediate = false) {
    shut_down_ = true;
    if (immediate) {
      for (; !empty(); items_.pop()) {
        if (unfinished_ > 0) --unfinished_;
      }
      if (unfinished_ == 0) finished_.set();
    }
    getters_.wake_all();
    putters_.wake_all();
  }
  bool is_shut_down() const { return shut_down_; }

 private:
  EventLoop& loop_;
  std::size_t capacity_;
  Items items_;
  std::size_t unfinished_ = 0;
  bool shut_down_ = false;
  Event finished_;
  Waiters getters_;
  Waiters putters_;
};

// First in, first out.
template <class T>
class FirstInFirstOut {
 public:
  std::size_t size() const { return items_.size(); }
  void push(T item) { items_.push_back(std::move(item)); }
  T pop() {
    T item = std::move(items_.front());
    items_.pop_front();
    return item;
  }

 private:
  std::deque<T> items_;
};

template <class T>
using Queue = BasicQueue<T, FirstInFirstOut<T>>;

}  // namespace loopscope::runtime
