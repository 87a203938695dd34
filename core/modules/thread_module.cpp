// _thread: starting threads, the lock from which all else is made, and who runs.
// Not for: Thread, Condition and the like, which are library Python (library/threading.py).
#include "core/modules/thread_module.h"

#include <cmath>

#include "core/modules/module_table.h"
#include "core/modules/script_run.h"
#include "core/python/default_repr.h"

namespace loopscope::modules {
namespace {

using python::Arguments;
using python::Dict;
using python::Object;
using python::Type;
using python::Value;
using python::Vm;

// threading.TIMEOUT_MAX, in seconds.
constexpr double kLongestTimeout = 9223372036.0;

LockObject* self_of(const Arguments& arguments) { return arguments[0].as<LockObject>(); }

Value create(Vm& vm, Type* type, const Arguments&) {
  return Value::steal(vm.heap.make<LockObject>(type, type->basic_size));
}

void dealloc(python::Heap&, Object*) {}

Value repr(Vm& vm, const Value& self) {
  const char* state = self.as<LockObject>()->locked ? "locked" : "unlocked";
  return vm.make_string(std::string("<") + state + " _thread.lock object at " + python::address_text(self) +
                        ">");
}

Value wait_for_lock(Vm& vm, const Arguments& arguments, std::int64_t microseconds) {
  python::BlockRequest block;
  block.kind = static_cast<std::uint32_t>(BlockKind::Lock);
  block.microseconds = microseconds;
  block.payload = arguments[0];
  return vm.block(std::move(block));
}

// (blocking=True, timeout=-1): whether it was taken.
Value acquire(Vm& vm, const Arguments& arguments) {
  Value bound[2];
  if (!python::bind_arguments(vm, arguments.skip(1), "acquire", "blocking=, timeout=", bound)) return {};
  Value blocks = bound[0].is_empty() ? Value::boolean(true) : vm.truth(bound[0]);
  if (blocks.is_special()) return blocks;
  double timeout = -1;
  if (bound[1].is_double()) {
    timeout = bound[1].as_double();
  } else if (!bound[1].is_empty()) {
    std::int64_t whole = 0;
    if (!vm.index_of(bound[1], &whole)) return {};
    timeout = static_cast<double>(whole);
  }
  if (!blocks.is_true() && timeout != -1)
    return vm.raise(vm.types.value_error, "can't specify a timeout for a non-blocking call");
  if (timeout < 0 && timeout != -1)
    return vm.raise(vm.types.value_error, "timeout value must be a non-negative number");
  if (!(timeout <= kLongestTimeout)) return vm.raise(vm.types.overflow_error, "timeout value is too large");
  LockObject* lock = self_of(arguments);
  if (!lock->locked) return lock->locked = true, Value::boolean(true);
  if (!blocks.is_true() || timeout == 0) return Value::boolean(false);
  return wait_for_lock(vm, arguments,
                       timeout < 0 ? -1 : static_cast<std::int64_t>(std::nearbyint(timeout * 1e6)));
}

Value enter(Vm& vm, const Arguments& arguments) {
  LockObject* lock = self_of(arguments);
  if (!lock->locked) return lock->locked = true, Value::boolean(true);
  return wait_for_lock(vm, arguments, -1);
}

Value release(Vm& vm, const Arguments& arguments) {
  if (!std::exchange(self_of(arguments)->locked, false))
    return vm.raise(vm.types.runtime_error, "release unlocked lock");
  return Value::none();
}

Value locked(Vm&, const Arguments& arguments) { return Value::boolean(self_of(arguments)->locked); }

constexpr python::NativeSpec kLockMethods[] = {
    {"acquire", acquire, 0, 0, python::kNativeKeywords | python::kNativeMaySuspend},
    {"release", release},
    {"locked", locked},
    {"__enter__", enter, 0, 0, python::kNativeMaySuspend},
    {"__exit__", release, 3, 3},
};

// (function, name, hidden): the new thread goes on first.
Value start_thread(Vm& vm, const Arguments& arguments) {
  ScriptRun::of(vm).start_thread(arguments[0], std::string(arguments[1].as<python::String>()->view()),
                                 arguments[2].is_true());
  python::BlockRequest block;
  block.kind = static_cast<std::uint32_t>(BlockKind::Started);
  return vm.block(std::move(block));
}

// What distinguishes threads: the program's is 0.
Value current(Vm& vm, const Arguments&) {
  ScriptRun& run = ScriptRun::of(vm);
  return Value::small_int(run.thread().number());
}

Value name(Vm& vm, const Arguments&) { return vm.make_string(ScriptRun::of(vm).thread().name()); }

// (text, exception): on stderr, above the traceback.
Value write_error(Vm& vm, const Arguments& arguments) {
  std::string text(arguments[0].as<python::String>()->view());
  vm.environment.write_stderr(text + vm.format_exception(arguments[1]));
  return Value::none();
}

constexpr python::NativeSpec kFunctions[] = {
    {"start_thread", start_thread, 3, 3, python::kNativeMaySuspend},
    {"current", current},
    {"name", name},
    {"write_error", write_error, 2, 2},
};

}  // namespace

void initialize_thread(Vm& vm, Dict* dict) {
  python::TypeSpec spec;
  spec.name = "_thread.lock";
  spec.basic_size = sizeof(LockObject);
  spec.slots.dealloc = dealloc;
  spec.slots.repr = repr;
  spec.slots.create = create;
  spec.methods = kLockMethods;
  python::dict_set_string(vm, dict, vm.intern("lock"), python::make_type(vm, spec).value());
  python::add_functions(vm, dict, kFunctions, "_thread");
}

}  // namespace loopscope::modules
