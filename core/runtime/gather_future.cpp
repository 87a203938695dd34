// GatherFuture: counting children, and cancelling them without recursion. Not for: the list of results, see
// gather.h.
#include "core/runtime/gather_future.h"

#include <algorithm>
#include <bit>
#include <ranges>
#include <utility>
#include <vector>

namespace loopscope::runtime {
namespace {

// A gather whose only child is a gather whose only child ... may be long; each level is a call here.
constexpr int kDeepestGather = 1000;

// From so many gathers on, one inside the other, cancel() asks whether they go in a circle.
constexpr std::size_t kLongPath = 990;

// References whose release waits until the one that runs is over: a long chain of gathers goes away by a
// loop.
thread_local std::vector<FutureBase*>* releasing = nullptr;

}  // namespace

// What a cancel() has to cancel still, the next one last, and the gathers that lead to the one that is being
// cancelled.
struct CancelQueue {
  struct Entry {
    Ref<FutureBase> child;
    std::size_t depth;  // so much of the path leads to it
  };
  struct Level {
    GatherFuture* gather;
    bool requested_before;
  };
  std::vector<Entry> entries;
  std::vector<Level> path;
};

GatherFuture::GatherFuture(EventLoop& loop, std::span<FutureBase* const> children, bool return_exceptions)
    : FutureBase(loop),
      LoopMember(loop),
      children_(new FutureBase*[children.size()]),
      child_count_(children.size()),
      return_exceptions_(return_exceptions) {
  set_wait_kind(trace::WaitKind::Task);
  for (std::size_t i = 0; i < children.size(); ++i) {
    children[i]->retain();
    children_[i] = children[i];
  }
}

GatherFuture::~GatherFuture() { release_children(); }

void GatherFuture::release_children() {
  const std::unique_ptr<FutureBase*[]> children = std::move(children_);
  const std::size_t count = std::exchange(child_count_, 0);
  if (releasing != nullptr) {
    releasing->insert(releasing->end(), children.get(), children.get() + count);
    return;
  }
  std::vector<FutureBase*> queue(children.get(), children.get() + count);
  releasing = &queue;
  while (!queue.empty()) {
    FutureBase* child = queue.back();
    queue.pop_back();
    child->release();
  }
  releasing = nullptr;
}

void GatherFuture::start() {
  for (FutureBase* child : children()) {
    if (child->counted_) continue;
    child->counted_ = true;
    ++different_;
    if (!child->done()) ++node_count_;
  }
  nodes_.reset(new Child[node_count_]);
  Child* node = nodes_.get();
  for (FutureBase* child : children()) {
    if (child->counted_ && !child->done()) {
      child->counted_ = false;
      node->owner = this;
      node->future = child;
      retain();
      child->add_done_callback(*node);
      ++node;
    }
  }
  for (FutureBase* child : children()) {
    if (!child->counted_) continue;
    child->counted_ = false;
    child_done(*child);
  }
  if (different_ == 0) {
    leave_loop();
    collect();
    finish();
  }
}

StepOutcome GatherFuture::on_child(Handle& node, Invocation invocation) {
  auto& child = static_cast<Child&>(node);
  const Ref<GatherFuture> gather(kAdopt, child.owner);
  if (invocation == Invocation::Run) gather->child_done(*child.future);
  return StepOutcome::Done;
}

void GatherFuture::child_done(FutureBase& child) {
  if (++finished_ == different_) leave_loop();
  if (done()) {
    child.mark_retrieved();
    return;
  }
  if (!return_exceptions_ && child.error_kind_ != ErrorKind::None) {
    fail(child.take_error());
    failed_now();
    return;
  }
  if (finished_ < different_) return;
  if (cancel_requested_) {
    for (FutureBase* each : children()) each->mark_retrieved();
    fail(child.cancelled() ? child.take_error() : Error(ErrorKind::Cancelled));
    failed_now();
    return;
  }
  collect();
  for (FutureBase* each : children()) each->mark_retrieved();
  finish();
}

bool GatherFuture::takes_cancel() const {
  thread_local int depth = 0;
  if (done() || depth >= kDeepestGather) return false;
  ++depth;
  const bool any =
      std::ranges::any_of(children(), [](const FutureBase* child) { return child->takes_cancel(); });
  --depth;
  return any;
}

// The children are cancelled in their order, each with all that it waits for before the next, from a queue:
// tasks that gather tasks that gather tasks may be 100,000 deep. A circle is seen by Brent's rule, as in
// TaskBase::cancel. Then the rest is left as it is, and the gathers on the way have not been asked
// (CPython: RecursionError).
bool GatherFuture::cancel(Ref<ErrorPayload> message) {
  EventLoop& loop = this->loop();
  if (loop.cancel_queue_ == nullptr) loop.cancel_circle_ = CancelCircle::None;
  if (!takes_cancel()) return false;
  if (loop.cancel_queue_ != nullptr) return enqueue_cancel(*loop.cancel_queue_);
  CancelQueue queue;
  enqueue_cancel(queue);
  loop.cancel_queue_ = &queue;
  while (!queue.entries.empty() && loop.cancel_circle_ == CancelCircle::None) {
    const Ref<FutureBase> child = std::move(queue.entries.back().child);
    queue.path.resize(queue.entries.back().depth);
    queue.entries.pop_back();
    child->cancel(message);
  }
  loop.cancel_queue_ = nullptr;
  if (loop.cancel_circle_ == CancelCircle::None) return true;
  for (const CancelQueue::Level& level : std::views::reverse(queue.path))
    level.gather->cancel_requested_ = level.requested_before;
  return false;
}

bool GatherFuture::enqueue_cancel(CancelQueue& queue) {
  const std::size_t depth = queue.path.size();
  if (depth >= kLongPath && queue.path[std::bit_floor(depth - 1)].gather == this) {
    loop().cancel_circle_ = CancelCircle::Gathers;
    return false;
  }
  queue.path.push_back({this, std::exchange(cancel_requested_, true)});
  for (std::size_t i = child_count_; i-- > 0;) queue.entries.push_back({Ref(children_[i]), depth + 1});
  return true;
}

void GatherFuture::describe_wait(WaitDescription& out) const {
  out.kind = trace::WaitKind::Task;
  for (const FutureBase* child : children()) {
    if (child->done()) continue;
    if (!child->is_task()) {
      if (out.object == 0) child->describe_wait(out);
      continue;
    }
    const trace::TaskId id = static_cast<const TaskBase*>(child)->id();
    if (out.object == 0) {
      out.kind = trace::WaitKind::Task;
      out.object = id;
    } else {
      out.further.push_back(id);
    }
  }
}

void GatherFuture::abandon_member() {
  const Ref<GatherFuture> keep(this);
  // Nodes on the ready queue got Discard before. The others go from the futures that carry them.
  for (std::size_t i = 0; i < node_count_; ++i) {
    Child& node = nodes_[i];
    if (node.linked()) node.future->remove_done_callback(node);
  }
  release_children();
}

}  // namespace loopscope::runtime
