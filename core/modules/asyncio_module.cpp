// _asyncio: the native functions and types from which library/asyncio/ makes the module that scripts see.
// Not for: the types themselves, one file each.
#include <vector>

#include "core/modules/asyncio_errors.h"
#include "core/modules/asyncio_future.h"
#include "core/modules/asyncio_gather.h"
#include "core/modules/asyncio_handle.h"
#include "core/modules/asyncio_loop.h"
#include "core/modules/asyncio_task.h"
#include "core/modules/asyncio_waits.h"
#include "core/modules/module_table.h"
#include "core/modules/script_run.h"
#include "core/python/exception.h"
#include "core/python/function.h"

namespace loopscope::modules {
namespace {

using python::Arguments;
using python::Dict;
using python::Ref;
using python::Type;
using python::Value;
using python::Vm;
using runtime::TaskBase;

Value get_running_loop(Vm& vm, const Arguments&) {
  LoopObject* loop = running_loop_or_raise(vm);
  return loop != nullptr ? Value::share(loop) : Value();
}

// None where no loop runs.
Value running_loop_or_none(Vm& vm, const Arguments&) {
  LoopObject* loop = ScriptRun::of(vm).running_loop();
  return loop != nullptr ? Value::share(loop) : Value::none();
}

Value create_task(Vm& vm, const Arguments& arguments) {
  Value bound[3];
  if (arguments.size() > 1) {
    return vm.raise(vm.types.type_error, "create_task() takes 1 positional argument but ",
                    std::to_string(arguments.size()), " were given");
  }
  if (arguments.size() == 0 && arguments.keyword_count == 0)
    return vm.raise(vm.types.type_error, "create_task() missing 1 required positional argument: 'coro'");
  if (!python::bind_arguments(vm, arguments, "create_task", "coro, *, name=, context=", bound)) return {};
  LoopObject* loop = running_loop_or_raise(vm);
  if (loop == nullptr) return vm.keep_with_exception(bound[0]), Value();
  return create_task_on(vm, loop, bound[0], bound[1], bound[2]);
}

// The loop of (loop=None), as current_task and all_tasks take it.
LoopObject* optional_loop(Vm& vm, const Arguments& arguments, std::string_view function) {
  Value bound[1];
  if (!python::bind_arguments(vm, arguments, function, "loop=", bound)) return nullptr;
  bool given = !bound[0].is_empty() && !bound[0].is_none();
  return given ? loop_argument(vm, bound[0]) : running_loop_or_raise(vm);
}

Value current_task(Vm& vm, const Arguments& arguments) {
  LoopObject* loop = optional_loop(vm, arguments, "current_task");
  if (loop == nullptr) return {};
  TaskBase* task = loop->loop != nullptr ? loop->loop->current_task() : nullptr;
  return task != nullptr ? Value::share(object_of(task)) : Value::none();
}

// Unfinished tasks in the order of their creation.
Value task_list(Vm& vm, const Arguments& arguments) {
  LoopObject* loop = optional_loop(vm, arguments, "all_tasks");
  if (loop == nullptr) return {};
  Ref<python::List> tasks = python::make_list(vm);
  if (loop->loop == nullptr) return std::move(tasks).value();
  for (TaskBase* task = loop->loop->first_task(); task != nullptr; task = task->next_task()) {
    if (!python::list_append(vm, tasks.get(), Value::share(object_of(task)))) return {};
  }
  return std::move(tasks).value();
}

Value all_tasks(Vm& vm, const Arguments& arguments) {
  Value list = task_list(vm, arguments);
  if (list.is_special()) return list;
  Ref<python::Set> tasks = python::make_set(vm);
  for (const Value& task : list.as<python::List>()->span()) {
    if (!python::set_add(vm, tasks.get(), task)) return {};
  }
  return std::move(tasks).value();
}

// gather(arguments, return_exceptions): the future; None where an argument is neither a future nor a
// coroutine, no loop runs, or it makes its tasks in a way of its own: then the library does it or says so.
// Coroutines become tasks of the running loop, the same one once.
Value gather(Vm& vm, const Arguments& arguments) {
  ScriptRun& run = ScriptRun::of(vm);
  std::span<const Value> children = arguments[0].as<python::Tuple>()->items();
  LoopObject* loop = run.running_loop();
  const bool uses_factory = loop != nullptr && !loop->task_factory.is_empty();
  loop = nullptr;
  for (const Value& child : children) {
    if (is_future(vm, run.asyncio, child)) {
      LoopObject* own = as_future(child)->loop.get();
      if (loop != nullptr && own != loop) {
        return vm.raise(vm.types.value_error,
                        "The future belongs to a different loop than the one specified as the loop argument");
      }
      loop = own;
    } else if (!is_coroutine(vm, child) || uses_factory) {
      return Value::none();
    }
  }
  if (loop == nullptr && (loop = run.running_loop()) == nullptr) return Value::none();
  std::vector<Ref<FutureObject>> futures;
  std::vector<FutureObject*> borrowed;
  futures.reserve(children.size());
  for (std::size_t i = 0; i < children.size(); ++i) {
    if (is_future(vm, run.asyncio, children[i])) {
      futures.push_back(Ref<FutureObject>::share(as_future(children[i])));
    } else {
      std::size_t same = 0;
      // Only a coroutine that somebody else holds, too, can stand here twice.
      bool may_repeat = children[i].object()->references > 1;
      while (may_repeat && same < i && !children[same].is(children[i])) ++same;
      if (may_repeat && same < i) {
        futures.push_back(futures[same]);
      } else {
        futures.push_back(make_task(vm, loop, {.coroutine = children[i], .context = inherited_context(vm)}));
      }
    }
    borrowed.push_back(futures.back().get());
  }
  return make_gather(vm, loop, borrowed, arguments[1].is_true());
}

// The wait of asyncio.sleep(delay > 0).
Value sleep_wait(Vm& vm, const Arguments& arguments) {
  LoopObject* loop = running_loop_or_raise(vm);
  if (loop == nullptr) return {};
  double delay = 0;
  if (arguments[0].is_double()) {
    delay = arguments[0].as_double();
  } else if (arguments[0].is_small_int()) {
    delay = static_cast<double>(arguments[0].as_small_int());
  } else if (arguments[0].is_true()) {
    delay = 1;
  } else {
    return vm.raise(vm.types.type_error, "unsupported operand type(s) for +: 'float' and '",
                    vm.type_name(arguments[0]), "'");
  }
  runtime::Microseconds left = deadline_after(*loop->loop, delay) - loop->loop->time();
  return make_wait(vm, WaitKind::Sleep, runtime::SleepFuture::start(*loop->loop, left));
}

Value turn_wait(Vm& vm, const Arguments&) { return make_wait(vm, WaitKind::Turn, nullptr); }

Value get_current_loop(Vm& vm, const Arguments&) {
  const Value& loop = ScriptRun::of(vm).thread().current_loop;
  return loop.is_empty() ? Value::ellipsis() : loop;
}

Value set_current_loop(Vm& vm, const Arguments& arguments) {
  AsyncioTypes& types = ScriptRun::of(vm).asyncio;
  if (!arguments[0].is_none() && !vm.is_instance(arguments[0], types.loop.get())) {
    return vm.raise(vm.types.type_error,
                    "loop argument must be an instance of AbstractEventLoop or None, not '",
                    vm.type_name(arguments[0]), "'");
  }
  ScriptRun::of(vm).thread().current_loop = arguments[0];
  return Value::none();
}

Value iscoroutine(Vm& vm, const Arguments& arguments) {
  return Value::boolean(is_coroutine(vm, arguments[0]));
}

Value isfuture(Vm& vm, const Arguments& arguments) {
  return Value::boolean(is_future(vm, ScriptRun::of(vm).asyncio, arguments[0]));
}

Value iscoroutinefunction(Vm& vm, const Arguments& arguments) {
  return Value::boolean(is_coroutine_function(vm, arguments[0]));
}

Value warn_deprecated(Vm& vm, const Arguments& arguments) {
  if (vm.is_string(arguments[0]))
    vm.warn(vm.types.deprecation_warning, arguments[0].as<python::String>()->view());
  return vm.has_exception() ? Value() : Value::none();
}

// sys.modules.get(name)
Value loaded_module(Vm& vm, const Arguments& arguments) {
  const Value* module =
      vm.is_string(arguments[0]) ? dict_find_string(vm.modules(), vm.intern(arguments[0])) : nullptr;
  return module != nullptr ? *module : Value::none();
}

// (file, line, function): the two lines that a traceback has for a frame.
Value source_line(Vm& vm, const Arguments& arguments) {
  if (!vm.is_string(arguments[0]) || !arguments[1].is_small_int() || !vm.is_string(arguments[2]))
    return vm.raise(vm.types.type_error, "a file, a line and a function are expected");
  return vm.make_string(vm.stack_line(arguments[0].as<python::String>()->view(),
                                      static_cast<std::int32_t>(arguments[1].as_small_int()),
                                      arguments[2].as<python::String>()->view()));
}

// (loop, kind): a future for who waits at a lock or a queue; `kind` is a trace::WaitKind.
Value make_waiter(Vm& vm, const Arguments& arguments) {
  Ref<FutureObject> waiter = make_future(vm, arguments[0].as<LoopObject>());
  core_of(waiter.get()).set_wait_kind(static_cast<trace::WaitKind>(arguments[1].as_small_int()));
  return std::move(waiter).value();
}

// The callback of run_until_complete: stops the loop, unless the program is to end.
Value stop_when_done(Vm& vm, const Arguments& arguments) {
  if (!is_future(vm, ScriptRun::of(vm).asyncio, arguments[0])) return Value::none();
  FutureObject* future = as_future(arguments[0]);
  if (core_of(future).failed()) core_of(future).mark_retrieved();
  if (future->loop->loop != nullptr) future->loop->loop->stop();
  return Value::none();
}

constexpr python::NativeSpec kFunctions[] = {
    {"get_running_loop", get_running_loop},
    {"_get_running_loop", running_loop_or_none},
    {"create_task", create_task, 0, 0, python::kNativeKeywords},
    {"current_task", current_task, 0, 0, python::kNativeKeywords},
    {"all_tasks", all_tasks, 0, 0, python::kNativeKeywords},
    {"task_list", task_list, 0, 0, python::kNativeKeywords},
    {"gather", gather, 2, 2},
    {"sleep_wait", sleep_wait, 1, 1},
    {"turn_wait", turn_wait},
    {"get_current_loop", get_current_loop},
    {"set_current_loop", set_current_loop, 1, 1},
    {"make_waiter", make_waiter, 2, 2},
    {"source_line", source_line, 3, 3},
    {"loaded_module", loaded_module, 1, 1},
    {"iscoroutine", iscoroutine, 1, 1},
    {"iscoroutinefunction", iscoroutinefunction, 1, 1},
    {"isfuture", isfuture, 1, 1},
    {"warn_deprecated", warn_deprecated, 1, 1},
    {"_run_until_complete_cb", stop_when_done, 1, 1},
};

Ref<Type> make_exception_type(Vm& vm, const char* name, Type* base) {
  python::TypeSpec spec;
  spec.name = name;
  spec.module = "asyncio.exceptions";
  spec.layout = python::Layout::kException;
  spec.basic_size = sizeof(python::ExceptionObject);
  spec.flags = python::kTypeTracked | python::kTypeSubclassable;
  spec.base = base;
  return python::make_type(vm, spec);
}

void put(Vm& vm, Dict* dict, const char* name, Value value) {
  python::dict_set_string(vm, dict, vm.intern(name), std::move(value));
}

}  // namespace

void initialize_asyncio(Vm& vm, Dict* dict) {
  ScriptRun& run = ScriptRun::of(vm);
  AsyncioTypes& types = run.asyncio;
  types.cancelled_error = make_exception_type(vm, "CancelledError", vm.types.base_exception);
  types.invalid_state_error = make_exception_type(vm, "InvalidStateError", vm.types.exception);
  types.loop = make_loop_type(vm);
  types.handle = make_handle_type(vm);
  types.timer_handle = make_timer_handle_type(vm, types.handle.get());
  types.future = make_future_type(vm);
  types.task = make_task_type(vm, types.future.get());
  types.gathering_future = make_gather_type(vm, types.future.get());
  types.wait = make_wait_type(vm);
  types.error_payload = make_error_payload_type(vm);
  put(vm, dict, "CancelledError", types.cancelled_error.value());
  put(vm, dict, "InvalidStateError", types.invalid_state_error.value());
  put(vm, dict, "BaseEventLoop", types.loop.value());
  put(vm, dict, "Handle", types.handle.value());
  put(vm, dict, "TimerHandle", types.timer_handle.value());
  put(vm, dict, "Future", types.future.value());
  put(vm, dict, "Task", types.task.value());
  put(vm, dict, "blocking_twin", Value::boolean(run.settings().blocking_twin));
  python::add_functions(vm, dict, kFunctions, "_asyncio");
}

}  // namespace loopscope::modules
