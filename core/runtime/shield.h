// shield: awaiting a task without cancelling it when one is cancelled oneself: asyncio.shield for C++
// (asyncio/tasks.py). Not for: keeping the task alive; the loop does that.
#pragma once

#include <utility>

#include "core/runtime/task.h"

namespace loopscope::runtime {

// The untyped rule: a future that ends as `inner` does, one callback later, and may be cancelled alone.
class ShieldFuture : public FutureBase, private LoopMember {
 public:
  void describe_wait(WaitDescription& out) const override { inner_->describe_wait(out); }
  // The shield whose callback on its inner future `node` is; nullptr: another kind of callback.
  static ShieldFuture* of(const Handle& node);

 protected:
  explicit ShieldFuture(Ref<FutureBase> inner);
  ~ShieldFuture() override;

  // Once, when the derived object is complete: begins to listen.
  void start();
  // Takes the inner future's value over, and ends with it.
  virtual void take_over(const Ref<FutureBase>& inner) = 0;

 private:
  struct Node final : Callback {
    Node(Function function, ShieldFuture& shield) : Callback(function), owner(shield) {}
    ShieldFuture& owner;
  };

  static StepOutcome on_inner(Handle& node, Invocation invocation);
  static StepOutcome on_outer(Handle& node, Invocation invocation);
  void inner_done();
  void abandon_member() override;

  Ref<FutureBase> inner_;
  Node on_inner_;  // among the inner future's callbacks, and
  Node on_outer_;  // among this one's own: each holds a reference of this while it is linked
};

template <class T>
class ShieldState final : public ShieldFuture, public ValueSlot<T> {
 public:
  static Future<T> start(const Future<T>& inner) {
    Ref<ShieldState> shield(kAdopt, new ShieldState(inner));
    shield->ShieldFuture::start();
    return Future<T>(shield, shield.get());
  }

 private:
  explicit ShieldState(const Future<T>& inner) : ShieldFuture(inner.base_ref()), inner_slot_(inner.slot()) {}
  ~ShieldState() override { this->discard_callbacks(); }
  void take_over(const Ref<FutureBase>& inner) override {
    Result<T> result = Future<T>(inner, inner_slot_).shared_result();
    if constexpr (!std::is_void_v<T>) this->put(std::move(*result));
    this->finish();
  }

  ValueSlot<T>* inner_slot_;
};

// Cancelling what this gives (or the task that awaits it) does not cancel `inner`, which goes on; if `inner`
// is cancelled, so is this. A future that is done already is given back itself.
//
//   const Task<Page> task = create_task(loop, load());   // keep it
//   Result<Page> page = co_await shield(task);           // Cancelled: the task still runs
template <class T>
Future<T> shield(const Future<T>& inner) {
  return inner.done() ? inner : ShieldState<T>::start(inner);
}
// The coroutine becomes a task.
template <class T>
Future<T> shield(EventLoop& loop, Coroutine<T> coroutine) {
  return shield(create_task(loop, std::move(coroutine)));
}

}  // namespace loopscope::runtime
