// run: cancelling what a main coroutine left behind. Not for: the script's asyncio.run, which is
// core/modules's.
#include "core/runtime/run.h"

#include <vector>

#include "core/runtime/diagnostics.h"
#include "core/runtime/gather_future.h"

namespace loopscope::runtime {
namespace {

// Waits for tasks and wants nothing of them.
class EndOfTasks final : public GatherFuture {
 public:
  EndOfTasks(EventLoop& loop, const std::vector<FutureBase*>& tasks) : GatherFuture(loop, tasks, true) {}
  using GatherFuture::start;

 private:
  ~EndOfTasks() override = default;
  void collect() override {}
};

}  // namespace

Result<> cancel_all_tasks(EventLoop& loop) {
  std::vector<FutureBase*> tasks;
  tasks.reserve(loop.task_count());
  for (TaskBase* task = loop.first_task(); task != nullptr; task = task->next_task()) tasks.push_back(task);
  if (tasks.empty()) return {};
  for (FutureBase* task : tasks) task->cancel();
  const Ref<EndOfTasks> all(kAdopt, new EndOfTasks(loop, tasks));
  all->start();
  if (Result<> ended = loop.run_until_complete(*all); !ended) return ended;
  for (FutureBase* task : tasks) {
    if (!task->failed()) continue;
    call_exception_handler(loop, {.message = "unhandled exception during asyncio.run() shutdown",
                                  .error = task->error(),
                                  .future = task});
  }
  return {};
}

}  // namespace loopscope::runtime
