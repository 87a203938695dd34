// Waiting for the end of what was cancelled: asyncio's _cancel_and_wait. Not for: the deadline, see
// timeout.cpp.
#include "core/runtime/wait_for.h"

#include <array>

namespace loopscope::runtime {

Coroutine<> cancel_and_wait(EventLoop& loop, Ref<FutureBase> future) {
  const std::array<Ref<FutureBase>, 1> only{std::move(future)};
  only.front()->cancel();
  co_return co_await wait_for_any_or_all(loop, only, {});
}

}  // namespace loopscope::runtime
