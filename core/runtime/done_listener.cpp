// DoneListener's callbacks. Not for: what is done when they come.
#include "core/runtime/done_listener.h"

#include <memory>
#include <utility>

namespace loopscope::runtime {

void DoneListener::listen(FutureBase& future, std::size_t number) {
  auto* node = new Node(*this, future, number);
  nodes_.append(*node);
  future.add_done_callback(*node);
}

StepOutcome DoneListener::on_end(Handle& handle, Invocation invocation) {
  const std::unique_ptr<Node> node(static_cast<Node*>(&handle));
  node->ListNode<Listening>::unlink();
  if (invocation == Invocation::Run && node->owner != nullptr)
    node->owner->on_done(*node->future, node->number);
  return StepOutcome::Done;
}

void DoneListener::stop_listening() {
  while (Node* node = nodes_.first()) {
    node->owner = nullptr;
    node->ListNode<Listening>::unlink();
    if (node->listening()) node->future->remove_done_callback(*node);  // gone now
  }
}

void DoneListener::describe_wait(WaitDescription& out) const {
  out.kind = trace::WaitKind::Task;
  for_each_future([&out](const FutureBase& future) {
    if (future.done() || !future.is_task()) return;
    const trace::TaskId id = static_cast<const TaskBase&>(future).id();
    if (out.object == 0) {
      out.object = id;
    } else {
      out.further.push_back(id);
    }
  });
}

const DoneListener* DoneListener::of(const Handle& node) {
  return node.calls(&DoneListener::on_end) ? static_cast<const Node&>(node).owner : nullptr;
}

}  // namespace loopscope::runtime
