// Barrier: asyncio.Barrier for C++ (asyncio/locks.py): a number of tasks that go on together. Not for:
// waiting for tasks to end, that is gather.
#pragma once

#include <cstddef>
#include <cstdint>

#include "core/runtime/condition.h"

namespace loopscope::runtime {

// Used again and again: who comes while the last round still leaves waits until it has left. Outlives those
// who wait.
//
//   Barrier start(loop, 3);
//   Result<std::size_t> index = co_await start.wait();   // 0, 1 or 2: the order of coming
class Barrier {
 public:
  Barrier(EventLoop& loop, std::size_t parties) : changed_(loop), parties_(parties) {}

  std::size_t parties() const { return parties_; }
  // Who waits for the round to be full.
  std::size_t waiting() const { return state_ == State::Filling ? count_ : 0; }
  bool broken() const { return state_ == State::Broken; }

  // Suspends until `parties` tasks wait; the last one goes on at once. The errors are Cancelled,
  // BrokenBarrier when the barrier was reset meanwhile or is aborted, and InvalidState for a barrier of no
  // parties.
  Coroutine<std::size_t> wait() {
    if (parties_ == 0) co_return Error(ErrorKind::InvalidState, "parties must be > 0");
    if (auto locked = co_await changed_.acquire(); !locked) co_return locked.error();
    Result<std::size_t> index = co_await wait_locked();
    changed_.release();
    co_return index;
  }
  // Empties it: who waits gets BrokenBarrier. The error is Cancelled.
  Coroutine<> reset() {
    if (auto locked = co_await changed_.acquire(); !locked) co_return locked;
    state_ = count_ > 0 ? State::Resetting : State::Filling;
    (void)changed_.notify_all();
    changed_.release();
    co_return {};
  }
  // Breaks it: who waits, and who comes until a reset(), gets BrokenBarrier. The error is Cancelled.
  Coroutine<> abort() {
    if (auto locked = co_await changed_.acquire(); !locked) co_return locked;
    state_ = State::Broken;
    (void)changed_.notify_all();
    changed_.release();
    co_return {};
  }

 private:
  enum class State : std::uint8_t { Filling, Draining, Resetting, Broken };

  Coroutine<std::size_t> wait_locked() {
    auto open = co_await changed_.wait_for(
        [this] { return state_ != State::Draining && state_ != State::Resetting; });
    if (!open) co_return open.error();
    if (state_ == State::Broken) co_return Error(ErrorKind::BrokenBarrier, "Barrier aborted");
    const std::size_t index = count_++;
    Result<> passed;
    if (index + 1 == parties_) {
      state_ = State::Draining;
      (void)changed_.notify_all();
    } else {
      passed = co_await changed_.wait_for([this] { return state_ != State::Filling; });
      if (passed && state_ != State::Draining) {
        passed = std::unexpected(Error(ErrorKind::BrokenBarrier, "Abort or reset of barrier"));
      }
    }
    leave();
    if (!passed) co_return passed.error();
    co_return index;
  }
  // The last one to leave opens the next round.
  void leave() {
    if (--count_ > 0) return;
    if (state_ != State::Broken) state_ = State::Filling;
    (void)changed_.notify_all();
  }

  Condition changed_;
  std::size_t parties_;
  std::size_t count_ = 0;
  State state_ = State::Filling;
};

}  // namespace loopscope::runtime
