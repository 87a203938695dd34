// DoneListener: one that hears of the ends of several futures, and may die before them: what wait,
// as_completed and TaskGroup are made of. Not for: single callbacks (callback.h); nor for gather, whose nodes
// lie in one block.
#pragma once

#include <cstddef>

#include "core/runtime/block_pool.h"
#include "core/runtime/frame_future.h"
#include "core/runtime/linked_list.h"

namespace loopscope::runtime {

// Base of an owner in a frame or on the stack.
class DoneListener {
 public:
  DoneListener(const DoneListener&) = delete;
  DoneListener& operator=(const DoneListener&) = delete;

  // The future that somebody waits at until this one has heard enough; nullptr: nobody waits now. For those
  // who draw who waits for whom.
  virtual const FutureBase* waited_at() const { return nullptr; }
  // The tasks that it has not heard of.
  void describe_wait(WaitDescription& out) const;
  // The listener whose callback `node` is; nullptr: another kind of callback.
  static const DoneListener* of(const Handle& node);

 protected:
  DoneListener() = default;
  ~DoneListener() { stop_listening(); }

  // on_done(future, number) is called in the turn after the future's end. The future is kept alive until
  // then.
  void listen(FutureBase& future, std::size_t number = 0);
  // Hears nothing more. A callback that is due already keeps its place in the turn, as in CPython.
  void stop_listening();
  bool listening() const { return !nodes_.empty(); }
  // The futures whose end it has not heard of, in the order of listen().
  template <class F>
  void for_each_future(F function) const {
    for (const Node* node = nodes_.first(); node != nullptr; node = nodes_.after(*node))
      function(*node->future);
  }
  // Is called when `future` has left the list.
  virtual void on_done(FutureBase& future, std::size_t number) = 0;

 private:
  struct Listening;
  struct Node final : Callback, ListNode<Listening>, InBlocks {
    Node(DoneListener& listener, FutureBase& awaited, std::size_t of_number)
        : Callback(&DoneListener::on_end), owner(&listener), future(&awaited), number(of_number) {}
    DoneListener* owner;  // null: it listens no more
    Ref<FutureBase> future;
    std::size_t number;
  };

  static StepOutcome on_end(Handle& node, Invocation invocation);

  LinkedList<Node, Listening> nodes_;
};

// Where the owner's task waits until a listener has heard enough.
class ListenerFuture final : public FrameFuture {
 public:
  ListenerFuture(EventLoop& loop, const DoneListener& listener)
      : FrameFuture(loop, trace::WaitKind::Task), listener_(listener) {}
  void describe_wait(WaitDescription& out) const override { listener_.describe_wait(out); }

 private:
  const DoneListener& listener_;
};

}  // namespace loopscope::runtime
