// Future<T> and Promise<T>: a future with the type of its value, for C++. Not for: tasks (task.h) or the
// untyped rules (future_base.h).
#pragma once

#include <type_traits>
#include <utility>

#include "core/runtime/awaiting.h"
#include "core/runtime/event_loop.h"
#include "core/runtime/unretrieved_error.h"
#include "core/runtime/value_slot.h"

namespace loopscope::runtime {

// A future somebody sets by hand: asyncio's loop.create_future().
template <class T>
class FutureState final : public FutureBase, public ValueSlot<T> {
 public:
  explicit FutureState(EventLoop& loop) : FutureBase(loop) {}

  template <class... Value>
  bool set_result(Value&&... value) {
    if (done()) return false;
    this->put(T(std::forward<Value>(value))...);
    return finish();
  }

 private:
  ~FutureState() override { this->discard_callbacks(); }
};

// A share in a future. `co_await future` suspends the task until it is done, and is resumed by the loop in
// the turn after; if it is done already, it goes on at once. It gives a copy of the value, or the error.
// `co_await std::move(future)` takes the value out: for values that cannot be copied, and when nobody else
// awaits it.
//
//   Promise<int> promise(loop);
//   Future<int> future = promise.future();
//   promise.set_result(5);                  // schedules who waits, runs nobody
//   Result<int> five = co_await future;
template <class T = void>
class [[nodiscard("a future that nobody awaits tells nobody of its error")]] Future {
 public:
  using Value = T;

  Future() = default;
  Future(Ref<FutureBase> base, ValueSlot<T>* slot) : base_(std::move(base)), slot_(slot) {}

  FutureBase& base() const { return *base_; }
  const Ref<FutureBase>& base_ref() const { return base_; }
  // Where its value is, or will be: for futures that take it over.
  ValueSlot<T>* slot() const { return slot_; }
  explicit operator bool() const { return static_cast<bool>(base_); }
  bool done() const { return base_->done(); }
  bool cancelled() const { return base_->cancelled(); }
  // See FutureBase::cancel.
  bool cancel(std::string_view message = {}) const {
    return base_->cancel(message.empty() ? Ref<ErrorPayload>() : text_payload(message));
  }
  // A copy of the value; the error; InvalidState while it is not done.
  Result<T> result() const {
    if (base_->done() && !base_->failed() && !base_->cancelled())
      return value_of([this] { return slot_->copy(); });
    return std::unexpected(base_->take_error());
  }
  // The same, moving the value out.
  Result<T> take_result() const {
    if (base_->done() && !base_->failed() && !base_->cancelled())
      return value_of([this] { return slot_->take(); });
    return std::unexpected(base_->take_error());
  }

  // A copy, or, of a value that cannot be copied, the value itself.
  Result<T> shared_result() const {
    if constexpr (std::is_void_v<T> || std::is_copy_constructible_v<T>) {
      return result();
    } else {
      return take_result();
    }
  }

  auto operator co_await() const& { return Awaiter<false>(*this); }
  auto operator co_await() && { return Awaiter<true>(std::move(*this)); }

 private:
  template <bool kTake>
  struct Awaiter : FutureAwaiter {
    explicit Awaiter(Future shared) : FutureAwaiter(shared.base()), future(std::move(shared)) {}
    Result<T> await_resume() {
      if (Error* error = take_thrown()) return std::unexpected(std::move(*error));
      if constexpr (kTake) {
        return future.take_result();
      } else {
        return future.result();
      }
    }
    Future future;
  };

  static Result<T> value_of(auto&& read) {
    if constexpr (std::is_void_v<T>) {
      read();
      return {};
    } else {
      return Result<T>(std::in_place, read());
    }
  }

  Ref<FutureBase> base_;
  ValueSlot<T>* slot_ = nullptr;
};

// The side that sets a future. Copies share it.
template <class T = void>
class Promise {
 public:
  explicit Promise(EventLoop& loop) : state_(kAdopt, new FutureState<T>(loop)) {}

  Future<T> future() const { return Future<T>(state_, state_.get()); }
  // Both give false when the future is done already: asyncio's InvalidStateError.
  template <class... Value>
  bool set_result(Value&&... value) const {
    return state_->set_result(std::forward<Value>(value)...);
  }
  bool set_error(Error error) const {
    const bool failed = state_->fail(error);
    if (failed) watch_error(*state_, {});
    return failed;
  }

 private:
  Ref<FutureState<T>> state_;
};

}  // namespace loopscope::runtime
