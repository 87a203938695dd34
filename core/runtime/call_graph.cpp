// Reading callbacks backwards: whom a future wakes. Not for: anything that runs often.
#include "core/runtime/call_graph.h"

#include <algorithm>
#include <unordered_set>

#include "core/runtime/coroutine_task.h"
#include "core/runtime/diagnostics.h"
#include "core/runtime/done_listener.h"
#include "core/runtime/gather_future.h"
#include "core/runtime/shield.h"

namespace loopscope::runtime {
namespace {

// The future that ends, or is looked at, when `node` is called; nullptr: none.
const FutureBase* woken_through(const Handle& node) {
  if (const GatherFuture* gather = GatherFuture::of(node)) return gather;
  if (const ShieldFuture* shield = ShieldFuture::of(node)) return shield;
  if (const DoneListener* listener = DoneListener::of(node)) return listener->waited_at();
  return nullptr;
}

// "waits for a, b": the tasks among what it waits for.
std::string waits_for(const EventLoop& loop, const WaitDescription& wait) {
  std::string text;
  for (const TaskBase* task = loop.first_task(); task != nullptr; task = task->next_task()) {
    const trace::TaskId id = task->id();
    if (id == 0 || (id != wait.object && std::ranges::find(wait.further, id) == wait.further.end())) continue;
    text += (text.empty() ? "waits for " : ", ") + task->name();
  }
  return text.empty() ? "waits for a future" : text;
}

std::string waits(const TaskBase& task) {
  if (task.in_step()) return "runs";
  const FutureBase* awaited = task.waiting_for();
  if (awaited == nullptr || awaited->done()) return "ready";
  WaitDescription wait;
  awaited->describe_wait(wait);
  switch (wait.kind) {
    case trace::WaitKind::Sleep:
      return "sleeps until " + std::to_string(wait.value) + " us";
    case trace::WaitKind::Network:
      return "waits for a request";
    case trace::WaitKind::Lock:
      return "waits at a lock";
    case trace::WaitKind::Queue:
      return "waits at a queue";
    case trace::WaitKind::Task:
      return waits_for(task.loop(), wait);
    case trace::WaitKind::Thread:
    case trace::WaitKind::Other:
      break;
  }
  return "waits for a future";
}

}  // namespace

std::vector<std::source_location> coroutine_stack(const TaskBase& task) {
  const CoroutineTask* of_coroutines = CoroutineTask::from(task);
  return of_coroutines != nullptr ? of_coroutines->stack() : std::vector<std::source_location>();
}

std::vector<TaskBase*> awaited_by(const FutureBase& future) {
  std::vector<TaskBase*> tasks;
  std::unordered_set<const FutureBase*> seen{&future};
  std::vector<const FutureBase*> queue{&future};
  for (std::size_t next = 0; next < queue.size(); ++next) {
    if (queue[next]->done()) continue;
    for (Handle* node = queue[next]->first_callback(); node != nullptr; node = node->next()) {
      if (node->of_task()) {
        tasks.push_back(TaskBase::of_node(*node).get());
      } else if (const FutureBase* through = woken_through(*node);
                 through != nullptr && seen.insert(through).second) {
        queue.push_back(through);
      }
    }
  }
  return tasks;
}

std::vector<const TaskBase*> waiting_chain(const TaskBase& task) {
  std::vector<const TaskBase*> chain;
  std::unordered_set<const TaskBase*> seen;
  const TaskBase* at = &task;
  while (at != nullptr && seen.insert(at).second) {
    chain.push_back(at);
    const FutureBase* awaited = at->waiting_for();
    at = awaited != nullptr && awaited->is_task() && !awaited->done() ? static_cast<const TaskBase*>(awaited)
                                                                      : nullptr;
  }
  return chain;
}

std::string format_call_graph(const EventLoop& loop) {
  std::string text;
  for (const TaskBase* task = loop.first_task(); task != nullptr; task = task->next_task()) {
    text += task->name() + ": ";
    std::string between;
    for (const std::source_location& function : coroutine_stack(*task)) {
      text += between + std::string(function_name(function));
      between = " > ";
    }
    text += (between.empty() ? "" : ", ") + waits(*task);
    between = "; awaited by ";
    for (const TaskBase* waiter : awaited_by(*task)) {
      text += between + waiter->name();
      between = ", ";
    }
    text += "\n";
  }
  return text;
}

}  // namespace loopscope::runtime
