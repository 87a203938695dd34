// Coroutine<T>: asyncio's coroutine for C++. Not for: running concurrently, that is a task (task.h).
#pragma once

#include <coroutine>
#include <cstdlib>
#include <optional>
#include <source_location>
#include <type_traits>
#include <utility>

#include "core/runtime/coroutine_task.h"

namespace loopscope::runtime {

// Lazy: calling the function runs nothing. `co_await std::move(coroutine)` (or a call right there) runs it
// inside the task that awaits, at once and without a turn of the loop; create_task (task.h) runs it as a task
// of its own. It is awaited once.
//
// The await gives Result<T>. A body returns a value, an error (`co_return error;`), a Result<T>, or, for T
// void, `co_return {};`. Parameters are copied into the frame; references must outlive the coroutine. A
// lambda's captures do not: pass arguments.
//
//   Coroutine<int> add(int a, int b) { co_return a + b; }
//   Coroutine<int> twice(int n) {
//     Result<int> sum = co_await add(n, n);
//     if (!sum) co_return sum.error();   // Cancelled comes this way, too: pass it on
//     co_return *sum;
//   }
template <class T = void>
class [[nodiscard("a coroutine that is not awaited never runs")]] Coroutine {
 public:
  struct Body;
  using promise_type = Body;  // the language's own name
  using Value = T;

  Coroutine(Coroutine&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
  Coroutine& operator=(Coroutine other) noexcept {
    std::swap(handle_, other.handle_);
    return *this;
  }
  ~Coroutine() {
    if (handle_) destroy_unstarted(as_handle(handle_));
  }

  auto operator co_await() && { return Awaiter{{}, std::exchange(handle_, nullptr), std::nullopt}; }

  // For create_task: the frame is the caller's now.
  [[nodiscard("the frame would leak")]] CoroutineHandle take() {
    return as_handle(std::exchange(handle_, nullptr));
  }

 private:
  using Frame = std::coroutine_handle<promise_type>;

  static CoroutineHandle as_handle(Frame frame) { return CoroutineHandle::from_address(frame.address()); }

  // Owns the child's frame from the suspension to the resumption. In between the task does: see
  // destroy_frames.
  struct Awaiter : CoroutineAwaiter {
    bool await_ready() const { return false; }
    template <class Promise>
    void await_suspend(std::coroutine_handle<Promise> coroutine) {
      parent = CoroutineHandle::from_address(coroutine.address());
      CoroutinePromise& promise = child.promise();
      promise.task = coroutine.promise().task;
      promise.awaiter = this;
      promise.task->go_on_with(as_handle(child));
    }
    Result<T> await_resume() {
      child.destroy();
      return std::move(*result);
    }
    Frame child;
    std::optional<Result<T>> result;
  };

  explicit Coroutine(Frame frame) : handle_(frame) {}

  Frame handle_;
};

template <class T>
struct Coroutine<T>::Body : CoroutinePromise {
  struct AtEnd {
    bool await_ready() const noexcept { return false; }
    void await_suspend(Frame frame) noexcept {
      const CoroutinePromise& promise = frame.promise();
      if (promise.awaiter != nullptr) {
        promise.task->go_on_with(promise.awaiter->parent);
      } else {
        CoroutineTask::suspend_at_end();
      }
    }
    void await_resume() const noexcept {}
  };

  Coroutine get_return_object(std::source_location here = std::source_location::current()) {
    location = here;
    // The promise's place in a frame follows from its alignment: the same for all, so that a handle to any
    // coroutine can be kept as a handle to CoroutinePromise.
    static_assert(alignof(promise_type) == alignof(CoroutinePromise));
    return Coroutine(Frame::from_promise(*this));
  }
  std::suspend_always initial_suspend() const { return {}; }
  AtEnd final_suspend() const noexcept { return {}; }
  void unhandled_exception() const { std::abort(); }  // core is built without exceptions

  template <class Returned = Result<T>>
  void return_value(Returned&& returned) {
    if constexpr (std::is_same_v<std::remove_cvref_t<Returned>, Error>) {
      deliver(std::unexpected(std::forward<Returned>(returned)));
    } else {
      deliver(Result<T>(std::forward<Returned>(returned)));
    }
  }

 private:
  void deliver(Result<T> result) {
    // The analyzer does not see that a promise's members were initialised.
    if (awaiter != nullptr) {  // NOLINT(clang-analyzer-core.UndefinedBinaryOperatorResult)
      static_cast<Awaiter*>(awaiter)->result.emplace(std::move(result));
    } else {
      static_cast<TaskState<T>*>(task)->complete(std::move(result));
    }
  }
};

}  // namespace loopscope::runtime
