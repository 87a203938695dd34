// ShieldFuture's two callbacks. Not for: values, see shield.h.
#include "core/runtime/shield.h"

#include "core/runtime/drop_flat.h"
#include "core/runtime/unretrieved_error.h"

namespace loopscope::runtime {

ShieldFuture::ShieldFuture(Ref<FutureBase> inner)
    : FutureBase(inner->loop()),
      LoopMember(inner->loop()),
      inner_(std::move(inner)),
      on_inner_(&ShieldFuture::on_inner, *this),
      on_outer_(&ShieldFuture::on_outer, *this) {
  set_wait_kind(trace::WaitKind::Task);
}

// A shield of a shield of a shield may be long.
ShieldFuture::~ShieldFuture() {
  drop_flat<[](FutureBase* future) { future->release(); }>(inner_.take());
}

void ShieldFuture::start() {
  retain();
  inner_->add_done_callback(on_inner_);
  retain();
  add_done_callback(on_outer_);
}

StepOutcome ShieldFuture::on_inner(Handle& node, Invocation invocation) {
  const Ref<ShieldFuture> shield(kAdopt, &static_cast<Node&>(node).owner);
  if (invocation == Invocation::Run) {
    shield->inner_done();
  } else if (shield->on_outer_.listening()) {
    shield->remove_done_callback(shield->on_outer_);  // it will never be done
  }
  return StepOutcome::Done;
}

void ShieldFuture::inner_done() {
  leave_loop();
  if (cancelled()) {
    if (!inner_->cancelled()) inner_->mark_retrieved();
  } else if (inner_->cancelled()) {
    FutureBase::cancel();
  } else if (inner_->failed()) {
    inner_->mark_retrieved();
    fail(inner_->error());
    watch_error(*this, {});
  } else {
    take_over(inner_);
  }
}

// A turn after the shield's own end: what becomes of an inner future that goes on concerns it no more.
StepOutcome ShieldFuture::on_outer(Handle& node, Invocation invocation) {
  const Ref<ShieldFuture> shield(kAdopt, &static_cast<Node&>(node).owner);
  if (invocation == Invocation::Run && shield->on_inner_.listening()) {
    shield->leave_loop();
    shield->inner_->remove_done_callback(shield->on_inner_);
  }
  return StepOutcome::Done;
}

ShieldFuture* ShieldFuture::of(const Handle& node) {
  return node.calls(&ShieldFuture::on_inner) ? &static_cast<const Node&>(node).owner : nullptr;
}

void ShieldFuture::abandon_member() {
  if (on_inner_.listening()) inner_->remove_done_callback(on_inner_);
}

}  // namespace loopscope::runtime
