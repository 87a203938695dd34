// FrameFuture: a future without a value inside a coroutine's frame: what a primitive parks its caller at,
// without an allocation. Not for: sharing; only the task of that frame waits for it.
#pragma once

#include "core/runtime/awaiting.h"

namespace loopscope::runtime {

// `co_await future` gives Result<>: the error is what is thrown into the task meanwhile, which is Cancelled.
// It suspends until wake() or a cancellation; the loop resumes the task in the turn after that. Its frame
// outlives everybody who refers to it, so that it counts no references.
class FrameFuture : public FutureBase {
 public:
  FrameFuture(EventLoop& loop, trace::WaitKind kind) : FutureBase(loop) { set_wait_kind(kind); }
  ~FrameFuture() override = default;
  void retain() final {}
  void release() final {}

  // False: it is woken or cancelled already.
  bool wake() { return finish(); }
  bool woken() const { return done() && !cancelled(); }

  auto operator co_await() { return Awaiter(*this); }

 private:
  struct Awaiter : FutureAwaiter {
    using FutureAwaiter::FutureAwaiter;
    Result<> await_resume() const {
      if (Error* error = take_thrown()) return std::unexpected(std::move(*error));
      return {};
    }
  };
};

}  // namespace loopscope::runtime
