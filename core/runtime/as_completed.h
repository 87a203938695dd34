// AsCompleted: futures in the order in which they end: asyncio.as_completed for C++ (asyncio/tasks.py,
// _AsCompletedIterator). Not for: their values in the order of the arguments, that is gather.
#pragma once

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "core/runtime/alarm.h"
#include "core/runtime/done_listener.h"
#include "core/runtime/gather.h"
#include "core/runtime/queue.h"
#include "core/runtime/wait.h"

namespace loopscope::runtime {

// Begins to listen when it is made. next() gives each future once, when it is done. When the timeout has
// passed, each that is left gives Timeout instead; none is cancelled. Outlives who waits at next().
//
//   AsCompleted<Task<int>> finished(loop, tasks);
//   while (finished.left() > 0) {
//     Result<Task<int>> task = co_await finished.next();
//     if (!task) co_return task.error();
//     use(task->result());
//   }
template <class Awaited>
class AsCompleted final : DoneListener, Alarm {
 public:
  AsCompleted(EventLoop& loop, std::vector<Awaited> futures, std::optional<Microseconds> timeout = {})
      : done_(loop) {
    std::vector<Ref<FutureBase>> bases;
    for (const Awaited& future : futures) bases.emplace_back(&base_of(future));
    bases = without_repetitions(std::move(bases));
    for (Awaited& future : futures) {
      if (futures_.size() < bases.size() && &base_of(future) == bases[futures_.size()].get()) {
        futures_.push_back(std::move(future));
      }
    }
    for (std::size_t i = 0; i < futures_.size(); ++i) listen(base_of(futures_[i]), i);
    left_ = running_ = futures_.size();
    if (timeout && left_ > 0) set_alarm(loop, loop.time() + std::min(*timeout, EventLoop::kNever));
  }

  // Futures that next() has not been called for.
  std::size_t left() const { return left_; }
  // Suspends until another one is done; not at all if one is. The errors are Cancelled, Timeout, and
  // InvalidState when none is left.
  Coroutine<Awaited> next() {
    if (left_ == 0) co_return Error(ErrorKind::InvalidState, "every future was given already");
    --left_;
    Result<std::optional<std::size_t>> number = co_await done_.get();
    if (!number) co_return number.error();
    if (!*number) co_return Error(ErrorKind::Timeout);
    co_return std::move(futures_[**number]);
  }

 private:
  void on_done(FutureBase& /*future*/, std::size_t number) override {
    --running_;
    (void)done_.put_now(number);
    if (running_ == 0) cancel_alarm();
  }
  void on_alarm() override {
    stop_listening();
    for (; running_ > 0; --running_) (void)done_.put_now(std::nullopt);
  }

  std::vector<Awaited> futures_;
  Queue<std::optional<std::size_t>> done_;
  std::size_t left_ = 0;
  std::size_t running_ = 0;
};

// Each coroutine becomes a task, in their order.
template <class T>
AsCompleted<Future<T>> as_completed(EventLoop& loop, std::vector<Coroutine<T>> coroutines,
                                    std::optional<Microseconds> timeout = {}) {
  return AsCompleted<Future<T>>(loop, tasks_of(loop, std::move(coroutines)), timeout);
}
template <class Awaited>
AsCompleted<Awaited> as_completed(EventLoop& loop, std::vector<Awaited> futures,
                                  std::optional<Microseconds> timeout = {}) {
  return AsCompleted<Awaited>(loop, std::move(futures), timeout);
}

}  // namespace loopscope::runtime
