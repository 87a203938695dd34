// gather: several coroutines, tasks or futures as one, for C++. Not for: the rules of cancelling and errors,
// see gather_future.h.
#pragma once

#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "core/runtime/gather_future.h"
#include "core/runtime/task.h"

namespace loopscope::runtime {

// A GatherFuture with its list of results. Collect has `Value` (what the gather gives) and `Value
// operator()() const`.
template <class Collect>
class GatherState final : public GatherFuture, public ValueSlot<typename Collect::Value> {
 public:
  using Value = typename Collect::Value;

  static Future<Value> start(EventLoop& loop, const std::vector<FutureBase*>& children,
                             bool return_exceptions, Collect collect) {
    Ref<GatherState> gather(kAdopt, new GatherState(loop, children, return_exceptions, std::move(collect)));
    gather->GatherFuture::start();
    return Future<Value>(gather, gather.get());
  }

 private:
  GatherState(EventLoop& loop, const std::vector<FutureBase*>& children, bool return_exceptions,
              Collect collect)
      : GatherFuture(loop, children, return_exceptions), collect_(std::move(collect)) {}
  ~GatherState() override { this->discard_callbacks(); }
  void collect() override {
    if constexpr (std::is_void_v<Value>) {
      this->put();
    } else {
      this->put(collect_());
    }
  }
  void failed_now() override { watch_error(*this, {}); }

  Collect collect_;
};

template <class T>
struct CollectValues {
  using Value = std::vector<T>;
  Value operator()() const {
    Value values;
    values.reserve(children.size());
    for (const Future<T>& child : children) values.push_back(*child.result());
    return values;
  }
  std::vector<Future<T>> children;
};

struct CollectNothing {
  using Value = void;
  std::vector<Future<>> children;
};

template <class T>
struct CollectResults {
  using Value = std::vector<Result<T>>;
  Value operator()() const {
    Value results;
    results.reserve(children.size());
    for (const Future<T>& child : children) results.push_back(child.result());
    return results;
  }
  std::vector<Future<T>> children;
};

template <class... T>
struct CollectTuple {
  template <class U>
  using Element = std::conditional_t<std::is_void_v<U>, std::monostate, U>;
  using Value = std::tuple<Element<T>...>;
  Value operator()() const {
    return std::apply([](const auto&... child) { return Value(element(child)...); }, children);
  }
  template <class U>
  static Element<U> element(const Future<U>& child) {
    if constexpr (std::is_void_v<U>) {
      return {};
    } else {
      return *child.result();
    }
  }
  std::tuple<Future<T>...> children;
};

template <class... T>
struct CollectResultTuple {
  using Value = std::tuple<Result<T>...>;
  Value operator()() const {
    return std::apply([](const auto&... child) { return Value(child.result()...); }, children);
  }
  std::tuple<Future<T>...> children;
};

template <class Collect, class... T>
Future<typename Collect::Value> gather_tuple(EventLoop& loop, bool return_exceptions,
                                             std::tuple<Future<T>...> futures) {
  const std::vector<FutureBase*> bases =
      std::apply([](const auto&... future) { return std::vector<FutureBase*>{&future.base()...}; }, futures);
  return GatherState<Collect>::start(loop, bases, return_exceptions, {std::move(futures)});
}

template <class T>
std::vector<FutureBase*> bases_of(const std::vector<Future<T>>& futures) {
  std::vector<FutureBase*> bases;
  bases.reserve(futures.size());
  for (const Future<T>& future : futures) bases.push_back(&future.base());
  return bases;
}

template <class T>
std::vector<Future<T>> tasks_of(EventLoop& loop, std::vector<Coroutine<T>> coroutines) {
  std::vector<Future<T>> tasks;
  tasks.reserve(coroutines.size());
  for (Coroutine<T>& coroutine : coroutines) tasks.push_back(create_task(loop, std::move(coroutine)));
  return tasks;
}

// All values in the order of the arguments, or the first error; the others then go on. Done one callback
// after the last child.
template <class T>
  requires(!std::is_void_v<T>)
Future<std::vector<T>> gather(EventLoop& loop, std::vector<Future<T>> futures) {
  const std::vector<FutureBase*> bases = bases_of(futures);
  return GatherState<CollectValues<T>>::start(loop, bases, false, {std::move(futures)});
}
// Each coroutine becomes a task, in their order.
template <class T>
  requires(!std::is_void_v<T>)
Future<std::vector<T>> gather(EventLoop& loop, std::vector<Coroutine<T>> coroutines) {
  return gather(loop, tasks_of(loop, std::move(coroutines)));
}

// Of those without values: done when all are, or the first error.
inline Future<> gather(EventLoop& loop, std::vector<Future<>> futures) {
  const std::vector<FutureBase*> bases = bases_of(futures);
  return GatherState<CollectNothing>::start(loop, bases, false, {std::move(futures)});
}
inline Future<> gather(EventLoop& loop, std::vector<Coroutine<>> coroutines) {
  return gather(loop, tasks_of(loop, std::move(coroutines)));
}

// What has become of each, errors among them: asyncio's return_exceptions=True.
template <class T>
Future<std::vector<Result<T>>> gather_results(EventLoop& loop, std::vector<Future<T>> futures) {
  const std::vector<FutureBase*> bases = bases_of(futures);
  return GatherState<CollectResults<T>>::start(loop, bases, true, {std::move(futures)});
}
template <class T>
Future<std::vector<Result<T>>> gather_results(EventLoop& loop, std::vector<Coroutine<T>> coroutines) {
  return gather_results(loop, tasks_of(loop, std::move(coroutines)));
}

// Of different types: a tuple, std::monostate in the place of void.
//
//   auto both = co_await gather(loop, load(), count());   // Result<std::tuple<Page, int>>
template <class... T>
Future<typename CollectTuple<T...>::Value> gather(EventLoop& loop, Coroutine<T>... coroutines) {
  return gather_tuple<CollectTuple<T...>>(
      loop, false, std::tuple<Future<T>...>{create_task(loop, std::move(coroutines))...});
}
// The same with errors in their places: Result<std::tuple<Result<Page>, Result<int>>>.
template <class... T>
Future<typename CollectResultTuple<T...>::Value> gather_results(EventLoop& loop, Coroutine<T>... coroutines) {
  return gather_tuple<CollectResultTuple<T...>>(
      loop, true, std::tuple<Future<T>...>{create_task(loop, std::move(coroutines))...});
}

}  // namespace loopscope::runtime
