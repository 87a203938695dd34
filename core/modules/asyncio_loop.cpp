// The native part of asyncio's event loop; run_until_complete and what needs the script is library Python
// (library/asyncio/). Not for: scheduling (runtime/event_loop.h).
#include "core/modules/asyncio_loop.h"

#include <cmath>

#include "core/modules/asyncio_future.h"
#include "core/modules/asyncio_handle.h"
#include "core/modules/asyncio_repr.h"
#include "core/modules/asyncio_task.h"
#include "core/modules/asyncio_waits.h"
#include "core/modules/script_run.h"

namespace loopscope::modules {
namespace {

using python::Arguments;
using python::GcVisitor;
using python::Heap;
using python::Object;
using python::Ref;
using python::Type;
using python::Value;
using python::Vm;

LoopObject* self_of(const Arguments& arguments) { return arguments[0].as<LoopObject>(); }

bool check_open(Vm& vm, LoopObject* loop) {
  if (!loop->closed && loop->loop != nullptr) return true;
  vm.raise(vm.types.runtime_error, "Event loop is closed");
  return false;
}

Value create(Vm& vm, Type* type, const Arguments&) {
  ScriptRun& run = ScriptRun::of(vm);
  auto* object = vm.heap.make<LoopObject>(type, type->basic_size);
  object->slow_seconds = 0.1;
  object->slow_duration = Value::real(0.1);
  object->loop = new runtime::EventLoop(run.host(), {run.recorder(), &run.ids()});
  run.add_loop(object);
  return Value::steal(object);
}

void dealloc(Heap&, Object* object) {
  auto* loop = static_cast<LoopObject*>(object);
  ScriptRun::of(*object->type->vm).remove_loop(loop);
  delete loop->loop;
  loop->exception_handler.~Value();
  loop->task_factory.~Value();
}

void traverse(Object* object, GcVisitor& visitor) {
  visitor.visit(static_cast<LoopObject*>(object)->exception_handler);
  visitor.visit(static_cast<LoopObject*>(object)->task_factory);
}
void clear(Heap&, Object* object) {
  static_cast<LoopObject*>(object)->exception_handler = Value();
  static_cast<LoopObject*>(object)->task_factory = Value();
}

bool is_running(Vm& vm, const LoopObject* loop) { return ScriptRun::of(vm).is_running(loop); }

Value repr(Vm& vm, const Value& self) {
  auto* loop = self.as<LoopObject>();
  auto word = [](bool value) { return value ? "True" : "False"; };
  return vm.make_string("<" + std::string(loop->type->name.as<python::String>()->view()) +
                        " running=" + word(is_running(vm, loop)) + " closed=" + word(loop->closed) +
                        " debug=" + word(loop->debug) + ">");
}

// In debug mode only; else it fails when its turn comes.
bool check_callback(Vm& vm, const Value& callback, std::string_view method) {
  if (is_coroutine(vm, callback) || is_coroutine_function(vm, callback)) {
    vm.raise(vm.types.type_error, "coroutines cannot be used with ", method, "()");
    return false;
  }
  if (vm.is_callable(callback)) return true;
  vm.raise(vm.types.type_error, "a callable object was expected by ", method, "(), got ",
           repr_now(vm, callback));
  return false;
}

// Of (self, [when,] callback, *args, context=None): what is missing, or a keyword that is not `context`,
// raises. A callback that cannot be called fails when its turn comes, as CPython's does without debug mode.
bool check_callback_arguments(Vm& vm, const Arguments& arguments, std::string_view method, bool timed,
                              Value* context) {
  Value given;
  for (std::uint32_t i = 0; i < arguments.keyword_count; ++i) {
    if (arguments.keyword_name(i) == "context") {
      given = arguments.keyword_value(i);
      continue;
    }
    vm.raise(vm.types.type_error, "BaseEventLoop.", method, "() got an unexpected keyword argument '",
             arguments.keyword_name(i), "'");
    return false;
  }
  std::size_t needed = timed ? 3 : 2;
  std::string_view checked_as = timed ? "call_at" : method;
  if (arguments.size() >= needed) {
    bool checked = !self_of(arguments)->debug || check_callback(vm, arguments[needed - 1], checked_as);
    return checked && context_argument(vm, given, context);
  }
  std::string_view first = method == "call_at" ? "'when'" : "'delay'";
  if (arguments.size() + 1 == needed) {
    vm.raise(vm.types.type_error, "BaseEventLoop.", method,
             "() missing 1 required positional argument: 'callback'");
  } else {
    vm.raise(vm.types.type_error, "BaseEventLoop.", method,
             "() missing 2 required positional arguments: ", first, " and 'callback'");
  }
  return false;
}

Value call_soon_as(Vm& vm, const Arguments& arguments, std::string_view method) {
  Value context;
  if (!check_callback_arguments(vm, arguments, method, false, &context)) return {};
  if (!check_open(vm, self_of(arguments))) return {};
  return call_soon(vm, self_of(arguments), arguments[1], arguments.positionals().subspan(2),
                   std::move(context));
}

Value call_soon_method(Vm& vm, const Arguments& arguments) {
  return call_soon_as(vm, arguments, "call_soon");
}
Value call_soon_threadsafe(Vm& vm, const Arguments& arguments) {
  return call_soon_as(vm, arguments, "call_soon_threadsafe");
}

bool number_of(Vm& vm, const Value& value, double* number, std::string_view what) {
  if (value.is_double()) return *number = value.as_double(), true;
  if (value.is_small_int()) return *number = static_cast<double>(value.as_small_int()), true;
  if (value.is_bool()) return *number = value.is_true() ? 1 : 0, true;
  vm.raise(vm.types.type_error, what, " must be a number, not ", vm.type_name(value));
  return false;
}

Value call_later_method(Vm& vm, const Arguments& arguments) {
  Value context;
  if (!check_callback_arguments(vm, arguments, "call_later", true, &context)) return {};
  LoopObject* loop = self_of(arguments);
  if (arguments[1].is_none()) return vm.raise(vm.types.type_error, "delay must not be None");
  double delay = 0;
  if (!number_of(vm, arguments[1], &delay, "delay") || !check_open(vm, loop)) return {};
  return call_at(vm, loop, deadline_after(*loop->loop, delay), arguments[2],
                 arguments.positionals().subspan(3), std::move(context));
}

Value call_at_method(Vm& vm, const Arguments& arguments) {
  Value context;
  if (!check_callback_arguments(vm, arguments, "call_at", true, &context)) return {};
  LoopObject* loop = self_of(arguments);
  if (arguments[1].is_none()) return vm.raise(vm.types.type_error, "when cannot be None");
  double when = 0;
  if (!number_of(vm, arguments[1], &when, "when") || !check_open(vm, loop)) return {};
  return call_at(vm, loop, deadline_at(when), arguments[2], arguments.positionals().subspan(3),
                 std::move(context));
}

Value time(Vm& vm, const Arguments& arguments) {
  if (self_of(arguments)->loop == nullptr) return vm.raise(vm.types.runtime_error, "Event loop is closed");
  return Value::real(loop_time(*self_of(arguments)->loop));
}

Value create_future(Vm& vm, const Arguments& arguments) {
  if (!check_open(vm, self_of(arguments))) return {};
  return make_future(vm, self_of(arguments)).value();
}

Value create_task(Vm& vm, const Arguments& arguments) {
  Value bound[3];
  if (!python::bind_arguments(vm, arguments.skip(1), "create_task", "coro, *, name=, context=", bound))
    return {};
  return create_task_on(vm, self_of(arguments), bound[0], bound[1], bound[2]);
}

// For asyncio.run's clean-up: the tasks that are made from now on are not in the trace (True), or are again.
Value hide_tasks(Vm&, const Arguments& arguments) {
  self_of(arguments)->hides_tasks = arguments[1].is_true();
  return Value::none();
}

Value stop(Vm&, const Arguments& arguments) {
  if (self_of(arguments)->loop != nullptr) self_of(arguments)->loop->stop();
  return Value::none();
}

Value is_running_method(Vm& vm, const Arguments& arguments) {
  return Value::boolean(is_running(vm, self_of(arguments)));
}
Value is_closed(Vm&, const Arguments& arguments) { return Value::boolean(self_of(arguments)->closed); }

Value close(Vm& vm, const Arguments& arguments) {
  if (is_running(vm, self_of(arguments)))
    return vm.raise(vm.types.runtime_error, "Cannot close a running event loop");
  self_of(arguments)->closed = true;
  return Value::none();
}

Value run_forever(Vm& vm, const Arguments& arguments) {
  LoopObject* loop = self_of(arguments);
  if (!check_open(vm, loop)) return {};
  if (is_running(vm, loop)) return vm.raise(vm.types.runtime_error, "This event loop is already running");
  if (ScriptRun::of(vm).running_loop() != nullptr) {
    return vm.raise(vm.types.runtime_error, "Cannot run the event loop while another loop is running");
  }
  python::BlockRequest request;
  request.kind = static_cast<std::uint32_t>(BlockKind::RunLoop);
  request.payload = arguments[0];
  return vm.block(std::move(request));
}

Value get_debug(Vm&, const Arguments& arguments) { return Value::boolean(self_of(arguments)->debug); }

Value set_debug(Vm& vm, const Arguments& arguments) {
  Value truth = vm.truth(arguments[1]);
  if (truth.is_special()) return truth;
  self_of(arguments)->debug = truth.is_true();
  if (is_running(vm, self_of(arguments))) vm.tracks_coroutine_origins = truth.is_true();
  return Value::none();
}

Value get_exception_handler(Vm&, const Arguments& arguments) {
  const Value& handler = self_of(arguments)->exception_handler;
  return handler.is_empty() ? Value::none() : handler;
}

Value set_exception_handler(Vm& vm, const Arguments& arguments) {
  if (!arguments[1].is_none() && !vm.is_callable(arguments[1])) {
    return vm.raise(vm.types.type_error, "A callable object or None is expected, got ",
                    repr_now(vm, arguments[1]));
  }
  self_of(arguments)->exception_handler = arguments[1].is_none() ? Value() : arguments[1];
  return Value::none();
}

Value get_task_factory(Vm&, const Arguments& arguments) {
  const Value& factory = self_of(arguments)->task_factory;
  return factory.is_empty() ? Value::none() : factory;
}

Value set_task_factory(Vm& vm, const Arguments& arguments) {
  if (!arguments[1].is_none() && !vm.is_callable(arguments[1]))
    return vm.raise(vm.types.type_error, "task factory must be a callable or None");
  self_of(arguments)->task_factory = arguments[1].is_none() ? Value() : arguments[1];
  return Value::none();
}

// (message, exception or None): prints as CPython's logger does.
Value write_error(Vm& vm, const Arguments& arguments) {
  if (!vm.is_string(arguments[1])) return vm.raise(vm.types.type_error, "message must be a str");
  std::string text(arguments[1].as<python::String>()->view());
  text += "\n";
  if (vm.is_exception(arguments[2])) text += vm.format_exception(arguments[2]);
  vm.environment.write_stderr(text);
  return Value::none();
}

Value take_async_generators(Vm& vm, const Arguments&) {
  return python::make_list(vm, vm.take_loop_generators()).value();
}

Value get_slow_duration(Vm&, const Value& self) { return self.as<LoopObject>()->slow_duration; }
Value set_slow_duration(Vm& vm, const Value& self, const Value& value) {
  auto* loop = self.as<LoopObject>();
  if (value && number_of(vm, value, &loop->slow_seconds, "slow_callback_duration")) {
    loop->slow_duration = value;
    return Value::none();
  }
  return vm.has_exception() ? Value() : vm.raise(vm.types.attribute_error, "slow_callback_duration");
}

constexpr python::NativePropertySpec kProperties[] = {
    {"slow_callback_duration", get_slow_duration, set_slow_duration}};

constexpr python::NativeSpec kMethods[] = {
    {"call_soon", call_soon_method, 0, -1, python::kNativeKeywords},
    {"call_soon_threadsafe", call_soon_threadsafe, 0, -1, python::kNativeKeywords},
    {"call_later", call_later_method, 0, -1, python::kNativeKeywords},
    {"call_at", call_at_method, 0, -1, python::kNativeKeywords},
    {"time", time},
    {"create_future", create_future},
    {"create_task", create_task, 0, 0, python::kNativeKeywords},
    {"_hide_tasks", hide_tasks, 1, 1},
    {"stop", stop},
    {"is_running", is_running_method},
    {"is_closed", is_closed},
    {"close", close},
    {"run_forever", run_forever, 0, 0, python::kNativeMaySuspend},
    {"get_debug", get_debug},
    {"set_debug", set_debug, 1, 1},
    {"get_exception_handler", get_exception_handler},
    {"set_exception_handler", set_exception_handler, 1, 1},
    {"get_task_factory", get_task_factory},
    {"set_task_factory", set_task_factory, 1, 1},
    {"_write_error", write_error, 2, 2},
    {"_take_async_generators", take_async_generators},
};

}  // namespace

LoopObject* running_loop_or_raise(Vm& vm) {
  LoopObject* loop = ScriptRun::of(vm).running_loop();
  if (loop == nullptr) vm.raise(vm.types.runtime_error, "no running event loop");
  return loop;
}

LoopObject* loop_argument(Vm& vm, const Value& loop) {
  ScriptRun& run = ScriptRun::of(vm);
  if (!loop.is_empty() && !loop.is_none()) {
    if (vm.is_instance(loop, run.asyncio.loop.get())) return loop.as<LoopObject>();
    vm.raise(vm.types.type_error, "loop must be an event loop, not ", vm.type_name(loop));
    return nullptr;
  }
  if (run.running_loop() != nullptr) return run.running_loop();
  const Value& current = run.thread().current_loop;
  if (!current.is_empty() && !current.is_none()) return current.as<LoopObject>();
  if (!current.is_empty() || run.thread().number() != 0) {
    vm.raise(vm.types.runtime_error, "There is no current event loop in thread '", run.thread().name(), "'.");
    return nullptr;
  }
  // The main thread's first call makes one, and says that it should not have to.
  vm.warn(vm.types.deprecation_warning, "There is no current event loop");
  Value module = vm.import_now("asyncio.loops");
  if (module.is_special()) return nullptr;
  Value made = vm.call_now(vm.find_attribute(module, vm.intern("new_event_loop")), {});
  if (made.is_special()) return nullptr;
  run.thread().current_loop = made;
  return made.as<LoopObject>();
}

Value create_task_on(Vm& vm, LoopObject* loop, Value coroutine, const Value& name, const Value& context) {
  if (!check_open(vm, loop)) return vm.keep_with_exception(coroutine), Value();
  if (!loop->task_factory.is_empty()) {
    Value module = vm.import_now("asyncio.factories");
    if (module.is_special()) return module;
    const Value none = Value::none();
    return vm.call(vm.find_attribute(module, vm.intern("create_task")), loop->task_factory,
                   Value::share(loop), coroutine, name ? name : none, context ? context : none);
  }
  if (!is_coroutine(vm, coroutine)) {
    return vm.raise(vm.types.type_error, "a coroutine was expected, got ", repr_now(vm, coroutine));
  }
  std::string text;
  if (!task_name(vm, name, &text)) return {};
  TaskRequest request = {.coroutine = std::move(coroutine), .name = text};
  if (!context_argument(vm, context, &request.context)) return {};
  return make_task(vm, loop, std::move(request)).value();
}

Ref<Type> make_loop_type(Vm& vm) {
  python::TypeSpec spec;
  spec.name = "BaseEventLoop";
  spec.module = "asyncio.base_events";
  spec.basic_size = sizeof(LoopObject);
  spec.flags = python::kTypeTracked | python::kTypeSubclassable;
  spec.slots.dealloc = dealloc;
  spec.slots.traverse = traverse;
  spec.slots.clear = clear;
  spec.slots.repr = repr;
  spec.slots.create = create;
  spec.methods = kMethods;
  spec.properties = kProperties;
  return python::make_type(vm, spec);
}

}  // namespace loopscope::modules
