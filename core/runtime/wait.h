// wait: until the first, or all, of several futures are done: asyncio.wait for C++ (asyncio/tasks.py, _wait).
// Not for: their values together, that is gather.
#pragma once

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "core/runtime/sleep.h"
#include "core/runtime/task.h"

namespace loopscope::runtime {

enum class ReturnWhen : std::uint8_t {
  FirstCompleted,
  FirstException,  // or when all are done; a cancelled one is no exception
  AllCompleted,
};

struct WaitOptions {
  ReturnWhen return_when = ReturnWhen::AllCompleted;
  std::optional<Microseconds> timeout = {};  // then it gives what is done: no error, and nothing is cancelled
};

// Each in the order of the arguments; one that is named twice is there once.
template <class Awaited>
struct Waited {
  std::vector<Awaited> done;
  std::vector<Awaited> pending;
};

template <class T>
FutureBase& base_of(const Future<T>& future) {
  return future.base();
}
inline FutureBase& base_of(const Ref<FutureBase>& future) { return *future; }

// The untyped rule: suspends for a turn at least, even if all are done. The error is Cancelled, or
// InvalidState for no futures at all. `futures` outlives the wait.
Coroutine<> wait_for_any_or_all(EventLoop& loop, std::span<const Ref<FutureBase>> futures,
                                WaitOptions options);
// The same futures without repetitions, in the order of their first.
std::vector<Ref<FutureBase>> without_repetitions(std::vector<Ref<FutureBase>> futures);

// Futures or tasks of one type; of several types as std::vector<Ref<FutureBase>> (Future<T>::base_ref()).
// Cancelling who waits cancels none of them.
//
//   auto waited = co_await wait(tasks, {.return_when = ReturnWhen::FirstCompleted});
//   if (!waited) co_return waited.error();
//   for (const Task<int>& task : waited->done) use(task.result());
//   for (const Task<int>& task : waited->pending) task.cancel();
template <class Awaited>
Coroutine<Waited<Awaited>> wait(std::vector<Awaited> futures, WaitOptions options = {}) {
  EventLoop& loop = co_await this_loop();
  std::vector<Ref<FutureBase>> bases;
  bases.reserve(futures.size());
  for (const Awaited& future : futures) bases.emplace_back(&base_of(future));
  bases = without_repetitions(std::move(bases));
  if (auto waited = co_await wait_for_any_or_all(loop, bases, options); !waited) co_return waited.error();
  Waited<Awaited> result;
  auto next = bases.begin();
  for (Awaited& future : futures) {
    if (next == bases.end() || next->get() != &base_of(future)) continue;
    ++next;
    (base_of(future).done() ? result.done : result.pending).push_back(std::move(future));
  }
  co_return result;
}

}  // namespace loopscope::runtime
