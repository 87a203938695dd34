// ScriptTask: a task whose code is a coroutine of the script, as the runtime's loop steps it.
// Not for: the methods that scripts call on it (asyncio_task_type.cpp).
#pragma once

#include <string>
#include <string_view>

#include "core/modules/asyncio_types.h"

namespace loopscope::modules {

struct TaskObject;

class ScriptTask final : public OwnedByObject<runtime::TaskBase> {
 public:
  ScriptTask(runtime::EventLoop& loop, const runtime::TaskOptions& options);
  ~ScriptTask() override = default;
  void begin() { start(); }

  std::uint32_t line() const override;
  runtime::StepOutcome step(const runtime::Error* thrown);
  runtime::StepOutcome continue_step();
  // An eager start: the task whose step it interrupts; later what its first step came to. False: the first
  // step cannot even begin, and has raised.
  runtime::TaskBase* begin_eager_step() { return begin_eagerly(); }
  bool start_code();
  void end_eager_step(python::RunResult result, runtime::TaskBase* interrupted);

  // Whether the handle is some task's node, in a queue or among a future's callbacks.
  static bool is_step_of_task(const runtime::Handle& node) { return node.of_task(); }

 private:
  runtime::StepOutcome run_node(runtime::Invocation invocation) override;
  void abandon() override;
  runtime::StepOutcome drive();
  void take_result(python::RunResult& result);
  void wait_for(const python::Value& awaited);
  void raise_in_next_step(std::string_view message);
  void end_with(python::Value exception);
  TaskObject* self();
  const TaskObject* self() const { return const_cast<ScriptTask*>(this)->self(); }
  python::Vm& vm();
};

struct TaskObject : FutureObject {
  Embedded<ScriptTask> task;
  Embedded<python::Fiber> fiber;  // made and destroyed with the object
  python::Value coroutine;        // empty once the task ended in its eager start
  python::Ref<python::CodeObject>
      code;  // of the coroutine, for reprs after it has ended; null for other awaitables
  bool started;
};

struct TaskRequest {
  python::Value coroutine;     // must be one
  std::string_view name = {};  // empty: "Task-N"
  python::Value context = {};  // for its fiber (context_variables.h)
  bool eager = false;          // not on the ready queue: who asks for it starts it (ScriptRun::run_fiber)
};

// A new task, on the loop's ready queue unless it is eager.
python::Ref<TaskObject> make_task(python::Vm& vm, LoopObject* loop, TaskRequest request);
// The same in an object whose memory exists: for asyncio.Task and its subclasses.
void init_task(python::Vm& vm, TaskObject* object, LoopObject* loop, TaskRequest request);

bool is_coroutine(python::Vm& vm, const python::Value& value);
// An `async def`, or a bound method that is one.
bool is_coroutine_function(python::Vm& vm, const python::Value& value);
// A name argument as text: str() of what is no str; None or empty gives "". False: raised.
bool task_name(python::Vm& vm, const python::Value& name, std::string* text);

// The object that embeds a future; null: it is one of the runtime's own (a sleep, a request).
FutureObject* script_future(runtime::FutureBase& future);
// The runtime's future that awaiting `value` waits for: of a Future, a sleep, a request; null: none of them.
runtime::FutureBase* future_of_awaited(python::Vm& vm, const python::Value& value);
// SystemExit and KeyboardInterrupt are not kept in a task alone: the loop breaks off.
bool ends_the_program(python::Vm& vm, const python::Value& exception);

}  // namespace loopscope::modules
