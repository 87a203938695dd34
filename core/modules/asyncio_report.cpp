// The texts of reports, and debug mode's memory of where things were made: one dict per run, address ->
// (place, stack), empty while nobody asks for it. Not for: who finds an error (asyncio_future.cpp,
// asyncio_callback.cpp).
#include "core/modules/asyncio_report.h"

#include <cstdio>

#include "core/modules/script_run.h"

namespace loopscope::modules {
namespace {

using python::Dict;
using python::Object;
using python::Ref;
using python::Tuple;
using python::Value;
using python::Vm;

Value address_key(Vm& vm, const Object* object) {
  return vm.make_int(static_cast<std::int64_t>(reinterpret_cast<std::uintptr_t>(object)));
}

// (place, stack), or null.
const Tuple* origin_of(Vm& vm, const Object* object) {
  const Value& origins = ScriptRun::of(vm).debug_origins;
  const Value* found = nullptr;
  if (origins.is_empty() || object == nullptr) return nullptr;
  dict_find(vm, origins.as<Dict>(), address_key(vm, object), &found);
  return found != nullptr ? found->as<Tuple>() : nullptr;
}

std::string_view text_of(const Value& string) { return string.as<python::String>()->view(); }

bool logs(Vm& vm) { return dict_find_string(vm.modules(), vm.intern("logging")) != nullptr; }

void put(Vm& vm, Dict* dict, std::string_view key, Value value) {
  python::dict_set_string(vm, dict, vm.intern(key), std::move(value));
}

}  // namespace

bool has_handler(const LoopObject* loop) {
  return !loop->exception_handler.is_empty() || logs(*loop->type->vm);
}

Value handler_method(Vm& vm, LoopObject* loop) {
  return vm.find_attribute(Value::share(loop), vm.intern("call_exception_handler"));
}

Value handler_argument(Vm& vm, const LoopError& error) {
  Ref<Dict> context = python::make_dict(vm);
  put(vm, context.get(), "message", vm.make_string(error.message));
  if (error.exception) put(vm, context.get(), "exception", error.exception);
  put(vm, context.get(), error.key, error.subject ? error.subject : vm.make_string(error.text));
  if (const Tuple* made = origin_of(vm, error.origin)) put(vm, context.get(), "source_traceback", (*made)[1]);
  return std::move(context).value();
}

void print_loop_error(Vm& vm, const LoopError& error) {
  std::string subject = std::string(error.key) + ": " + error.text + "\n";
  std::string origin;
  if (const Tuple* made = origin_of(vm, error.origin)) {
    origin =
        "source_traceback: Object created at (most recent call last):\n" + std::string(text_of((*made)[1]));
  }
  // The keys go by the alphabet.
  bool origin_first = error.key > "source_traceback";
  std::string shown =
      std::string(error.message) + "\n" + (origin_first ? origin + subject : subject + origin);
  if (error.exception) shown += vm.format_exception(error.exception);
  vm.environment.write_stderr(shown);
}

void remember_origin(Vm& vm, const LoopObject* loop, const Object* object) {
  if (!loop->debug) return;
  python::UserPosition place = vm.current_position();
  if (place.position.line <= 0) return;
  Value& origins = ScriptRun::of(vm).debug_origins;
  if (origins.is_empty()) origins = python::make_dict(vm).value();
  const Value parts[] = {
      vm.make_string(std::string(place.file_name) + ":" + std::to_string(place.position.line)),
      vm.make_string(vm.format_stack())};
  dict_set(vm, origins.as<Dict>(), address_key(vm, object), python::make_tuple(vm, parts).value());
}

void forget_origin(Vm& vm, const Object* object) {
  const Value& origins = ScriptRun::of(vm).debug_origins;
  if (!origins.is_empty()) dict_remove(vm, origins.as<Dict>(), address_key(vm, object));
}

std::string created_at_text(Vm& vm, const Object* object) {
  const Tuple* made = origin_of(vm, object);
  return made != nullptr ? " created at " + std::string(text_of((*made)[0])) : std::string();
}

double seconds_taken(const LoopObject* loop) {
  return static_cast<double>((loop->loop->time() - loop->step_began).count()) / 1e6;
}

void report_slow(Vm& vm, LoopObject* loop, std::string_view shown) {
  char seconds[40];
  std::snprintf(seconds, sizeof seconds, "%.3f", seconds_taken(loop));
  std::string message = "Executing " + std::string(shown) + " took " + seconds + " seconds";
  if (!logs(vm)) {
    vm.environment.write_stderr(message + "\n");
    return;
  }
  Value module = vm.import_now("asyncio.loops");
  const Value arguments[] = {vm.make_string("warning"), vm.make_string(message)};
  Value done =
      module.is_empty() ? Value() : vm.call_now(vm.find_attribute(module, vm.intern("_log")), arguments);
  if (done.is_empty()) vm.take_exception();
}

}  // namespace loopscope::modules
