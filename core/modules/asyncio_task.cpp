// A task's step: the machine runs the coroutine's fiber, and what it comes back with decides what the task
// does next. Not for: waking up, cancelling, ending as the runtime knows them (runtime/task_base.cpp).
#include "core/modules/asyncio_task.h"

#include <new>

#include "core/modules/asyncio_errors.h"
#include "core/modules/asyncio_report.h"
#include "core/modules/asyncio_repr.h"
#include "core/modules/asyncio_waits.h"
#include "core/modules/script_run.h"

namespace loopscope::modules {
namespace {

using python::RunResult;
using python::Value;
using python::Vm;
using runtime::StepOutcome;

std::string_view text_of(const Value& string) { return string.as<python::String>()->view(); }

}  // namespace

ScriptTask::ScriptTask(runtime::EventLoop& loop, const runtime::TaskOptions& options)
    : OwnedByObject<runtime::TaskBase>(loop, options) {}

// What the end of the step lets go of says its last word before anything else runs.
StepOutcome ScriptTask::run_node(runtime::Invocation invocation) {
  Vm& machine = vm();
  StepOutcome outcome = run_as<ScriptTask>(invocation);
  if (machine.heap.has_finalizers()) [[unlikely]] {
    if (outcome == StepOutcome::Done) machine.run_finalizers();
  }
  return outcome;
}

TaskObject* ScriptTask::self() { return static_cast<TaskObject*>(object_of(this)); }
Vm& ScriptTask::vm() { return *self()->type->vm; }

std::uint32_t ScriptTask::line() const {
  auto* object = const_cast<TaskObject*>(self());
  Vm& machine = *object->type->vm;
  if (object->started) return ScriptRun::of(machine).line_of(*object->fiber.get());
  // It begins where its coroutine's code does.
  const python::Value& coroutine = object->coroutine;
  if (!machine.has_layout(coroutine, python::Layout::kGenerator)) return 0;
  const python::Frame* frame = coroutine.as<python::Generator>()->frame;
  if (frame == nullptr || frame->code->is(python::kCodeLibrary)) return 0;
  std::int32_t line = python::position_at(frame->code, 0).line;
  return line > 0 ? static_cast<std::uint32_t>(line) : 0;
}

StepOutcome ScriptTask::step(const runtime::Error* thrown) {
  Vm& machine = vm();
  python::Fiber& fiber = *self()->fiber.get();
  begin_timed(self()->loop.get());
  bool first = !self()->started;
  if (first && !start_code()) {
    end_with(machine.take_exception());
    return StepOutcome::Done;
  }
  // A failed request is no exception yet: its library makes one of what awaiting it gives.
  bool throws = thrown != nullptr && !thrown->is(runtime::ErrorKind::Network);
  if (throws) {
    machine.resume_throw(fiber, exception_of_error(machine, *thrown));
  } else if (!first) {
    machine.resume(fiber);
  }
  return drive();
}

bool ScriptTask::start_code() {
  self()->started = true;
  return vm().start_coroutine(*self()->fiber.get(), self()->coroutine);
}

StepOutcome ScriptTask::continue_step() {
  ScriptRun& run = ScriptRun::of(vm());
  if (run.is_blocked()) {
    std::optional<Value> value = run.continue_block();
    if (!value) return loop().hold_until(run.block_deadline());
    vm().resume(run.innermost(*self()->fiber.get()), std::move(*value));
  }
  return drive();
}

StepOutcome ScriptTask::drive() {
  ScriptRun& run = ScriptRun::of(vm());
  RunResult result = run.run_fiber(*self()->fiber.get());
  if (result.kind == RunResult::Kind::kBlocking) {
    run.begin_block(*self()->fiber.get(), result.block);
    return loop().hold_until(run.block_deadline());
  }
  if (result.kind == RunResult::Kind::kOutOfBudget) return loop().hold_for_slice();
  take_result(result);
  LoopObject* loop_object = self()->loop.get();
  if (is_slow(loop_object)) report_slow(vm(), loop_object, future_text(vm(), self()));
  return StepOutcome::Done;
}

// Of a step that is over.
void ScriptTask::take_result(RunResult& result) {
  if (result.kind == RunResult::Kind::kReturned) {
    self()->result = std::move(result.value);
    if (!finish_returned()) self()->result = Value();
  } else if (result.kind == RunResult::Kind::kRaised) {
    end_with(std::move(result.value));
  } else {
    wait_for(result.value);
  }
}

void ScriptTask::end_eager_step(RunResult result, runtime::TaskBase* interrupted) {
  if (result.kind == RunResult::Kind::kRaised) {
    finish_failed(error_of_exception(vm(), std::move(result.value)));
  } else {
    take_result(result);
  }
  if (done()) self()->coroutine = Value();
  end_eagerly(interrupted);
}

void ScriptTask::wait_for(const Value& awaited) {
  if (awaited.is_none()) {
    step_again();
    return;
  }
  runtime::FutureBase* future = future_of_awaited(vm(), awaited);
  if (future == nullptr) {
    raise_in_next_step("Task got bad yield: " + repr_now(vm(), awaited));
    return;
  }
  switch (wait_on(*future)) {
    case runtime::WaitRefusal::None:
      break;
    case runtime::WaitRefusal::OtherLoop:
      raise_in_next_step("Task " + future_text(vm(), self()) + " got Future " + repr_now(vm(), awaited) +
                         " attached to a different loop");
      break;
    case runtime::WaitRefusal::Itself:
      raise_in_next_step("Task cannot await on itself: " + future_text(vm(), self()));
      break;
  }
}

void ScriptTask::raise_in_next_step(std::string_view message) {
  step_again_with(error_of_exception(vm(), vm().make_exception(vm().types.runtime_error, message)));
}

void ScriptTask::end_with(Value exception) {
  bool ends = ends_the_program(vm(), exception);
  finish_failed(error_of_exception(vm(), exception));
  if (ends) ScriptRun::of(vm()).break_off_with(std::move(exception));
}

void ScriptTask::abandon() {
  python::Fiber* fiber = self()->fiber.get();
  fiber->~Fiber();
  new (fiber) python::Fiber();
}

python::Ref<TaskObject> make_task(Vm& vm, LoopObject* loop, TaskRequest request) {
  python::Type* type = ScriptRun::of(vm).asyncio.task.get();
  auto* object = vm.heap.make<TaskObject>(type, type->basic_size);
  auto task = python::Ref<TaskObject>::steal(object);
  init_task(vm, object, loop, std::move(request));
  return task;
}

void init_task(Vm& vm, TaskObject* object, LoopObject* loop, TaskRequest request) {
  runtime::TaskOptions options;
  options.name = request.name;
  options.hidden = loop->hides_tasks;
  options.line = ScriptRun::of(vm).current_line();
  const auto* generator = request.coroutine.as<python::Generator>();
  options.coroutine_name = text_of(generator->qualname);
  if (generator->frame != nullptr)
    object->code = python::Ref<python::CodeObject>::share(generator->frame->code);
  object->loop = python::Ref<LoopObject>::share(loop);
  object->coroutine = std::move(request.coroutine);
  new (object->fiber.bytes) python::Fiber();
  object->fiber.get()->context = std::move(request.context);
  new (object->task.bytes) ScriptTask(*loop->loop, options);
  remember_origin(vm, loop, object);
  if (!request.eager) object->task.get()->begin();
}

FutureObject* script_future(runtime::FutureBase& future) {
  bool of_runtime = !future.is_task() && (future.wait_kind() == trace::WaitKind::Sleep ||
                                          future.wait_kind() == trace::WaitKind::Network);
  return of_runtime ? nullptr : object_of(&future);
}

runtime::FutureBase* future_of_awaited(Vm& vm, const Value& value) {
  AsyncioTypes& types = ScriptRun::of(vm).asyncio;
  if (is_future(vm, types, value)) return &core_of(as_future(value));
  if (types.wait && vm.is_exact(value, types.wait.get())) return value.as<WaitObject>()->future.get();
  return nullptr;
}

bool ends_the_program(Vm& vm, const Value& exception) {
  return vm.is_instance(exception, vm.types.system_exit) ||
         vm.is_instance(exception, vm.types.keyboard_interrupt);
}

}  // namespace loopscope::modules
