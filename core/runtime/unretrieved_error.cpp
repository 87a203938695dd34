// Watching failed futures of C++ until they die. Not for: the script's futures; their objects do it
// themselves.
#include "core/runtime/unretrieved_error.h"

#include "core/runtime/block_pool.h"
#include "core/runtime/diagnostics.h"
#include "core/runtime/event_loop.h"

namespace loopscope::runtime {
namespace {

// Sits where a pending future's callbacks are. Goes with the future, or reports early when the loop goes
// first.
class UnretrievedError final : public Callback, public InBlocks, private LoopMember {
 public:
  UnretrievedError(FutureBase& future, std::source_location origin)
      : Callback(&UnretrievedError::on_end),
        LoopMember(future.loop()),
        future_(future),
        loop_(&future.loop()),
        origin_(origin) {
    future.attach(*this);
  }

 private:
  static StepOutcome on_end(Handle& node, Invocation /*invocation*/) {
    auto* self = static_cast<UnretrievedError*>(&node);
    self->report();
    delete self;
    return StepOutcome::Done;
  }

  void report() {
    if (loop_ == nullptr || !future_.error_unretrieved()) return;
    future_.mark_retrieved();
    call_exception_handler(*loop_, {.message = future_.is_task() ? "Task exception was never retrieved"
                                                                 : "Future exception was never retrieved",
                                    .error = future_.error(),
                                    .future = &future_,
                                    .origin = origin_});
  }

  void abandon_member() override {
    report();
    loop_ = nullptr;
  }

  FutureBase& future_;
  EventLoop* loop_;  // null: it is gone
  std::source_location origin_;
};

}  // namespace

void watch_error(FutureBase& future, std::source_location origin) { new UnretrievedError(future, origin); }

}  // namespace loopscope::runtime
