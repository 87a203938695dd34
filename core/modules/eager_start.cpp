// Tasks that start eagerly: their first step runs amid the step or the callback that made them. The machine
// never nests, so the outer fiber blocks and is resumed with the task. Not for: who asks for it
// (asyncio_task_type.cpp).
#include "core/modules/asyncio_task.h"
#include "core/modules/script_run.h"

namespace loopscope::modules {

using python::Fiber;
using python::RunResult;
using python::Value;

namespace {

// Where CPython, four frames a task, is at its limit of 1,000.
constexpr std::size_t kDeepest = 250;

}  // namespace

RunResult ScriptThread::run_fiber(Fiber& fiber) {
  for (;;) {
    Fiber& inner = innermost(fiber);
    RunResult result = run_.vm.run(inner);
    if (result.kind == RunResult::Kind::kOutOfBudget) return result;
    if (result.kind == RunResult::Kind::kBlocking) {
      if (static_cast<BlockKind>(result.block.kind) != BlockKind::EagerStart) return result;
      begin_eager_start(inner, std::move(result.block.payload));
    } else if (&inner == &fiber) {
      return result;
    } else {
      end_eager_start(std::move(result));
    }
  }
}

Fiber& ScriptThread::innermost(Fiber& fiber) const {
  Fiber* inner = &fiber;
  for (const EagerStart& start : eager_starts_) {
    if (start.outer == inner) inner = start.task.as<TaskObject>()->fiber.get();
  }
  return *inner;
}

void ScriptThread::begin_eager_start(Fiber& outer, Value task) {
  auto* object = task.as<TaskObject>();
  eager_starts_.push_back({std::move(task), &outer, object->task.get()->begin_eager_step()});
  if (eager_starts_.size() > kDeepest) {
    run_.vm.raise(run_.vm.types.recursion_error, "maximum recursion depth exceeded");
  } else if (object->task.get()->start_code()) {
    return;
  }
  end_eager_start({RunResult::Kind::kRaised, run_.vm.take_exception(), {}});
}

void ScriptThread::end_eager_start(RunResult result) {
  EagerStart start = std::move(eager_starts_.back());
  eager_starts_.pop_back();
  Value thrown;
  if (result.kind == RunResult::Kind::kRaised && ends_the_program(run_.vm, result.value))
    thrown = result.value;
  start.task.as<TaskObject>()->task.get()->end_eager_step(std::move(result), start.interrupted);
  if (thrown) {
    run_.vm.resume_throw(*start.outer, std::move(thrown));
  } else {
    run_.vm.resume(*start.outer, std::move(start.task));
  }
}

}  // namespace loopscope::modules
