// How a program ends: its traceback, what is left over, its exit status; and what to say when nothing can go
// on. Not for: running it (script_run.cpp).
#include <string>

#include "core/modules/asyncio_report.h"
#include "core/modules/asyncio_repr.h"
#include "core/modules/asyncio_task.h"
#include "core/modules/script_run.h"

namespace loopscope::modules {
namespace {

using python::RunResult;
using python::Value;

// "name 'x' is not defined" and "No module named 'x'" give x.
std::string name_between_quotes(std::string_view text) {
  std::size_t begin = text.find('\'');
  std::size_t end = begin == text.npos ? text.npos : text.find('\'', begin + 1);
  return end == text.npos ? std::string() : std::string(text.substr(begin + 1, end - begin - 1));
}

std::string last_line(std::string text) {
  while (text.ends_with('\n')) text.pop_back();
  std::size_t line = text.rfind('\n');
  return line == text.npos ? text : text.substr(line + 1);
}

bool is_sleep(const RunResult& result) {
  return result.kind == RunResult::Kind::kBlocking &&
         static_cast<BlockKind>(result.block.kind) == BlockKind::Sleep;
}

std::string what_is_waited_for(const runtime::FutureBase& target) {
  runtime::WaitDescription wait;
  target.describe_wait(wait);
  if (wait.kind != trace::WaitKind::Task || wait.object == 0) return "a future that nobody completes";
  std::string text = "task " + std::to_string(wait.object);
  for (trace::TaskId other : wait.further) text += ", " + std::to_string(other);
  return text;
}

}  // namespace

int ScriptRun::finish(const std::function<std::string(const UncaughtError&)>& hint) {
  int status = 0;
  if (uncaught_) {
    note_error(uncaught_);
    if (vm.is_instance(uncaught_, vm.types.system_exit)) {
      std::string text;
      status = vm.exit_status(uncaught_, &text);
      if (!text.empty()) write_stderr(text);
      error_.message.clear();
    } else {
      status = vm.is_instance(uncaught_, vm.types.keyboard_interrupt) ? 130 : 1;
      std::string words = hint(error_);
      if (!words.empty()) write_stderr("hint: " + words + "\n");
      if (!report_by_hook()) write_stderr(vm.format_exception(uncaught_));
    }
    uncaught_ = Value();
  }
  drop_threads();
  // In CPython a closed loop has let go of what its tasks wait for: their coroutines end first.
  close_pending_tasks(true);
  report_pending_tasks();
  close_pending_tasks(false);
  tear_down_loops();
  vm.finish();
  return status;
}

// sys.excepthook, where the script has put one of its own.
bool ScriptRun::report_by_hook() {
  const Value* module = python::dict_find_string(vm.modules(), vm.intern("sys"));
  if (module == nullptr) return false;
  const Value hook = vm.find_attribute(*module, vm.intern("excepthook"));
  if (hook.is_special() || hook.is(vm.find_attribute(*module, vm.intern("__excepthook__")))) return false;
  const Value parts[] = {Value::share(uncaught_.object()->type), uncaught_,
                         vm.find_attribute(uncaught_, vm.intern("__traceback__"))};
  if (vm.call_now(hook, parts).is_empty()) {
    write_stderr("Error in sys.excepthook:\n" + vm.format_exception(vm.take_exception()) +
                 "\nOriginal exception was:\n" + vm.format_exception(uncaught_));
  }
  return true;
}

void ScriptRun::note_error(const Value& exception) {
  error_.message = last_line(vm.format_exception(exception));
  error_.missing_module = vm.is_instance(exception, vm.types.module_not_found_error);
  if (error_.missing_module || vm.is_instance(exception, vm.types.name_error)) {
    error_.missing_name = name_between_quotes(error_.message);
  }
  const auto* entry = exception.as<python::ExceptionObject>()->traceback.get();
  for (; entry != nullptr; entry = entry->next.get()) {
    if (!entry->code->is(python::kCodeLibrary))
      error_.position = python::position_at(entry->code.get(), entry->word);
  }
}

// Tasks of loops that were left standing, as CPython reports them when they are dropped.
void ScriptRun::report_pending_tasks() {
  for (LoopObject* loop : loops_) {
    if (loop->loop == nullptr) continue;
    for (runtime::TaskBase* task = loop->loop->first_task(); task != nullptr; task = task->next_task()) {
      FutureObject* object = object_of(task);
      LoopError error = {.message = "Task was destroyed but it is pending!",
                         .key = "task",
                         .subject = Value::share(object),
                         .origin = object};
      if (has_handler(loop)) {
        const Value argument = handler_argument(vm, error);
        if (vm.call_now(handler_method(vm, loop), std::span(&argument, 1)).is_empty()) vm.take_exception();
      } else {
        error.text = future_text(vm, object);
        print_loop_error(vm, error);
      }
    }
  }
}

// Their finally blocks run, as they do where CPython drops them. No loop runs any more: what would wait
// fails.
void ScriptRun::close_pending_tasks(bool of_closed_loops) {
  for (std::size_t i = 0; i < loops_.size(); ++i) {
    runtime::EventLoop* loop = loops_[i]->closed == of_closed_loops ? loops_[i]->loop : nullptr;
    runtime::TaskBase* task = loop != nullptr ? loop->first_task() : nullptr;
    for (; task != nullptr; task = task->next_task()) {
      auto* object = static_cast<TaskObject*>(object_of(task));
      python::Fiber& fiber = *object->fiber.get();
      if (!object->started || fiber.frame == nullptr) continue;
      Value keep = Value::share(object);
      Value coroutine = object->coroutine;
      vm.resume_throw(fiber, vm.make_exception(vm.types.generator_exit, {}));
      RunResult result = vm.run(fiber);
      while (result.kind == RunResult::Kind::kOutOfBudget || is_sleep(result)) {
        if (is_sleep(result)) vm.resume(fiber);  // nobody is left to see how long it takes
        result = vm.run(fiber);
      }
      if (result.kind == RunResult::Kind::kReturned) continue;
      if (result.kind != RunResult::Kind::kRaised) {
        result.value = vm.make_exception(vm.types.runtime_error, "coroutine ignored GeneratorExit");
      }
      if (vm.is_instance(result.value, vm.types.generator_exit)) continue;
      write_unraisable("Exception ignored in: " + repr_now(vm, coroutine) + "\n" +
                       vm.format_exception(result.value));
    }
  }
}

std::vector<std::string> ScriptRun::describe_stuck() {
  std::vector<std::string> lines;
  for (const std::unique_ptr<ScriptThread>& thread : threads_) {
    if (thread->waits_for_lock()) {
      lines.push_back("thread '" + thread->name() + "', line " + std::to_string(thread->block_line()) +
                      ", waits for a lock or another thread");
    }
    describe_stuck_tasks(thread->running_event_loop(), lines);
  }
  return lines;
}

void ScriptRun::describe_stuck_tasks(runtime::EventLoop* loop, std::vector<std::string>& lines) {
  if (loop == nullptr) return;
  for (runtime::TaskBase* task = loop->first_task(); task != nullptr; task = task->next_task()) {
    if (task->waiting_for() == nullptr) continue;
    auto* object = static_cast<TaskObject*>(object_of(task));
    std::string line = "task " + std::to_string(task->id()) + " '" + task->name() + "' (" +
                       coroutine_text(vm, object->coroutine, nullptr) + ")";
    if (task->line() > 0) line += ", line " + std::to_string(task->line()) + ",";
    lines.push_back(line + " waits for " + what_is_waited_for(*task->waiting_for()));
  }
}

}  // namespace loopscope::modules
