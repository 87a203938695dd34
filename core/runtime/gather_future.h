// GatherFuture: the future of asyncio.gather, without the type of its results. Not for: making tasks of
// coroutines, nor for the list of results; a derived class does that (gather.h, core/modules).
#pragma once

#include <cstddef>
#include <memory>
#include <span>

#include "core/runtime/event_loop.h"

namespace loopscope::runtime {

// Done when all its children are (then collect() is called, inside the callback of the last one); or, unless
// `return_exceptions`, with the error of the first child that fails or is cancelled, while the others go on.
// cancel() cancels every child that is not done; the gather ends, as cancelled by error, when the last of
// them has ended. A child that is named twice counts once and is collected twice.
class GatherFuture : public FutureBase, private LoopMember {
 public:
  std::span<FutureBase* const> children() const { return {children_.get(), child_count_}; }
  bool return_exceptions() const { return return_exceptions_; }

  // The gather whose callback on a child `node` is; nullptr: another kind of callback.
  static GatherFuture* of(const Handle& node) {
    return node.calls(&GatherFuture::on_child) ? static_cast<const Child&>(node).owner : nullptr;
  }

  // False when it is done, when no child took the request, or when it is in a circle (CancelCircle).
  bool cancel(Ref<ErrorPayload> message = {}) override;
  bool takes_cancel() const override;
  void describe_wait(WaitDescription& out) const override;

 protected:
  // Takes a reference of each child. All belong to `loop`.
  GatherFuture(EventLoop& loop, std::span<FutureBase* const> children, bool return_exceptions);
  ~GatherFuture() override;

  // Once, when the derived object is complete: begins to listen. With no children, or with all of them done,
  // it is done at once.
  void start();
  // Store what has become of children(), in their order: values, and with return_exceptions errors
  // (FutureBase::error()).
  virtual void collect() = 0;
  // It has just failed: with a child's error, or as cancelled.
  virtual void failed_now() {}

 private:
  struct Child final : Callback {
    Child() : Callback(&GatherFuture::on_child) {}
    GatherFuture* owner = nullptr;
    FutureBase* future = nullptr;
  };

  static StepOutcome on_child(Handle& node, Invocation invocation);
  void child_done(FutureBase& child);
  void abandon_member() override;
  void release_children();
  // Puts the children on the queue; false: it has gone in a circle.
  bool enqueue_cancel(CancelQueue& queue);

  std::unique_ptr<FutureBase*[]> children_;  // a reference each, of repeated ones, too
  std::unique_ptr<Child[]> nodes_;           // one for each different child that was not done at the start
  std::size_t child_count_ = 0;
  std::size_t node_count_ = 0;
  std::size_t different_ = 0;
  std::size_t finished_ = 0;
  bool return_exceptions_;
  bool cancel_requested_ = false;
};

}  // namespace loopscope::runtime
