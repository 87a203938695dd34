// The untyped part of wait: asyncio's _wait. Not for: sorting what is done from what is not, see wait.h.
#include "core/runtime/wait.h"

#include <unordered_set>

#include "core/runtime/alarm.h"
#include "core/runtime/done_listener.h"

namespace loopscope::runtime {
namespace {

// Wakes its future when enough are done or the time is over.
class Wait final : public DoneListener, Alarm {
 public:
  Wait(EventLoop& loop, std::span<const Ref<FutureBase>> futures, WaitOptions options)
      : waiter(loop, *this), left_(futures.size()), return_when_(options.return_when) {
    if (options.timeout) set_alarm(loop, loop.time() + std::min(*options.timeout, EventLoop::kNever));
    for (const Ref<FutureBase>& future : futures) listen(*future);
  }

  const FutureBase* waited_at() const override { return &waiter; }

  ListenerFuture waiter;

 private:
  void on_done(FutureBase& future, std::size_t /*number*/) override {
    --left_;
    bool enough = left_ == 0 || return_when_ == ReturnWhen::FirstCompleted;
    if (return_when_ == ReturnWhen::FirstException && !future.cancelled()) {
      future.mark_retrieved();
      enough = enough || future.failed();
    }
    if (!enough) return;
    cancel_alarm();
    waiter.wake();
  }
  void on_alarm() override { waiter.wake(); }

  std::size_t left_;
  ReturnWhen return_when_;
};

}  // namespace

Coroutine<> wait_for_any_or_all(EventLoop& loop, std::span<const Ref<FutureBase>> futures,
                                WaitOptions options) {
  if (futures.empty()) co_return Error(ErrorKind::InvalidState, "Set of Tasks/Futures is empty.");
  Wait wait(loop, futures, options);
  co_return co_await wait.waiter;
}

std::vector<Ref<FutureBase>> without_repetitions(std::vector<Ref<FutureBase>> futures) {
  std::unordered_set<const FutureBase*> seen;
  std::erase_if(futures,
                [&seen](const Ref<FutureBase>& future) { return !seen.insert(future.get()).second; });
  return futures;
}

}  // namespace loopscope::runtime
