// MinimalLoop: the least that a coroutine scheduler can be, made by hand: the limit that the benches compare
// with. Not for: anything else. It has no tasks, no names, no errors, no cancelling.
#pragma once

#include <coroutine>
#include <cstdint>
#include <cstdlib>
#include <queue>
#include <utility>
#include <vector>

namespace loopscope::bench {

class MinimalLoop {
 public:
  void ready(std::coroutine_handle<> handle) {
    if (count_ == ring_.size()) grow();
    ring_[(first_ + count_++) & (ring_.size() - 1)] = handle;
  }
  void at(std::int64_t when, std::coroutine_handle<> handle) { timers_.push({when, sequence_++, handle}); }
  void run() {
    for (;;) {
      if (count_ == 0) {
        if (timers_.empty()) return;
        now_ = timers_.top().when;
        while (!timers_.empty() && timers_.top().when <= now_) {
          ready(timers_.top().handle);
          timers_.pop();
        }
      }
      const auto handle = ring_[first_];
      first_ = (first_ + 1) & (ring_.size() - 1);
      --count_;
      handle.resume();
    }
  }

 private:
  struct Timer {
    std::int64_t when;
    std::uint64_t sequence;
    std::coroutine_handle<> handle;
    bool operator<(const Timer& other) const {
      return when != other.when ? when > other.when : sequence > other.sequence;
    }
  };

  void grow() {
    std::vector<std::coroutine_handle<>> larger(ring_.empty() ? 16 : ring_.size() * 2);
    for (std::size_t i = 0; i < count_; ++i) larger[i] = ring_[(first_ + i) & (ring_.size() - 1)];
    ring_ = std::move(larger);
    first_ = 0;
  }

  std::vector<std::coroutine_handle<>> ring_;
  std::size_t first_ = 0;
  std::size_t count_ = 0;
  std::priority_queue<Timer> timers_;
  std::uint64_t sequence_ = 0;
  std::int64_t now_ = 0;
};

// Started by hand, destroys itself at its end.
struct MinimalTask {
  struct promise_type {
    MinimalTask get_return_object() { return {std::coroutine_handle<promise_type>::from_promise(*this)}; }
    std::suspend_always initial_suspend() const { return {}; }
    std::suspend_never final_suspend() const noexcept { return {}; }
    void return_void() const {}
    void unhandled_exception() const { std::abort(); }
  };
  std::coroutine_handle<> handle;
};

struct MinimalYield {
  MinimalLoop& loop;
  bool await_ready() const { return false; }
  void await_suspend(std::coroutine_handle<> handle) const { loop.ready(handle); }
  void await_resume() const {}
};

struct MinimalSleep {
  MinimalLoop& loop;
  std::int64_t when;
  bool await_ready() const { return false; }
  void await_suspend(std::coroutine_handle<> handle) const { loop.at(when, handle); }
  void await_resume() const {}
};

// A lazy coroutine that gives an int, by symmetric transfer.
class MinimalLazy {
 public:
  struct promise_type {
    struct AtEnd {
      bool await_ready() const noexcept { return false; }
      std::coroutine_handle<> await_suspend(std::coroutine_handle<promise_type> handle) const noexcept {
        return handle.promise().parent;
      }
      void await_resume() const noexcept {}
    };
    MinimalLazy get_return_object() {
      return MinimalLazy(std::coroutine_handle<promise_type>::from_promise(*this));
    }
    std::suspend_always initial_suspend() const { return {}; }
    AtEnd final_suspend() const noexcept { return {}; }
    void return_value(int result) { value = result; }
    void unhandled_exception() const { std::abort(); }
    std::coroutine_handle<> parent;
    int value = 0;
  };

  explicit MinimalLazy(std::coroutine_handle<promise_type> handle) : handle_(handle) {}
  MinimalLazy(MinimalLazy&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
  ~MinimalLazy() {
    if (handle_) handle_.destroy();
  }
  bool await_ready() const { return false; }
  std::coroutine_handle<> await_suspend(std::coroutine_handle<> parent) const {
    handle_.promise().parent = parent;
    return handle_;
  }
  int await_resume() const { return handle_.promise().value; }

 private:
  std::coroutine_handle<promise_type> handle_;
};

}  // namespace loopscope::bench
