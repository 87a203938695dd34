// The texts, piece by piece. They are made from the objects themselves and take no reference of them, so that
// an object that is being dropped can show itself, too. Not for: handles' own texts (asyncio_handle.cpp).
#include "core/modules/asyncio_repr.h"

#include "core/modules/asyncio_callback.h"
#include "core/modules/asyncio_errors.h"
#include "core/modules/asyncio_report.h"
#include "core/modules/asyncio_task.h"
#include "core/modules/script_run.h"
#include "core/python/function.h"
#include "core/python/text/string_repr.h"

namespace loopscope::modules {
namespace {

using python::Value;
using python::Vm;

constexpr std::size_t kMostText = 30;  // reprlib's limits
constexpr std::size_t kMostItems = 6;
constexpr int kMostLevels = 6;

std::string quoted(Vm& vm, std::string_view text) { return repr_now(vm, vm.make_string(text)); }

std::string attribute_text(Vm& vm, const Value& object, const Value& name) {
  Value found = vm.find_attribute(object, name);
  if (vm.has_exception()) vm.take_exception();
  return vm.is_string(found) ? std::string(found.as<python::String>()->view()) : std::string();
}

std::string place_text(const python::CodeObject* code, std::int32_t line) {
  return " at " + std::string(code->file_name.as<python::String>()->view()) + ":" + std::to_string(line);
}

std::string without_middle(const std::string& text, std::size_t most) {
  // Counted in code points, as reprlib does.
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xc0) != 0x80) starts.push_back(i);
  }
  if (starts.size() <= most) return text;
  std::size_t head = (most - 3) / 2;
  std::size_t tail = most - 3 - head;
  return text.substr(0, starts[head]) + "..." + text.substr(starts[starts.size() - tail]);
}

std::string shortened(Vm& vm, const Value& value, int level);

std::string short_items(Vm& vm, std::span<const Value> items, std::string_view open, std::string_view close,
                        int level) {
  if (level <= 0 && !items.empty()) return std::string(open) + "..." + std::string(close);
  std::string text(open);
  for (std::size_t i = 0; i < items.size() && i < kMostItems; ++i) {
    if (i > 0) text += ", ";
    text += shortened(vm, items[i], level - 1);
  }
  if (items.size() > kMostItems) text += ", ...";
  if (close == ")" && items.size() == 1) text += ",";
  return text + std::string(close);
}

std::string shortened(Vm& vm, const Value& value, int level) {
  if (vm.is_exact(value, vm.types.list))
    return short_items(vm, value.as<python::List>()->span(), "[", "]", level);
  if (vm.is_exact(value, vm.types.tuple))
    return short_items(vm, value.as<python::Tuple>()->items(), "(", ")", level);
  if (vm.is_exact(value, vm.types.dict)) {
    const python::HashTable& table = value.as<python::Dict>()->table;
    if (table.used == 0) return "{}";
    if (level <= 0) return "{...}";
    std::string text = "{";
    std::size_t shown = 0;
    for (std::uint32_t i = 0; i < table.filled && shown < 4; ++i) {
      if (table.entries[i].key.is_empty()) continue;
      if (shown++ > 0) text += ", ";
      text += shortened(vm, table.entries[i].key, level - 1) + ": " +
              shortened(vm, table.entries[i].value, level - 1);
    }
    return text + (table.used > 4 ? ", ...}" : "}");
  }
  std::size_t most = vm.is_instance(value, vm.types.int_) ? 40 : kMostText;
  return without_middle(repr_now(vm, value), most);
}

// Names whose callback is one of the runtime's own, as CPython shows the ones in their place.
std::string node_text(Vm& vm, const runtime::Handle& node) {
  if (const CallbackNode* callback = CallbackNode::of(node)) return callback_text(vm, callback->function());
  return ScriptTask::is_step_of_task(node) ? "Task.task_wakeup()" : "gather.<locals>._done_callback()";
}

std::string callbacks_text(Vm& vm, const runtime::FutureBase& future) {
  std::vector<const runtime::Handle*> nodes;
  for (const runtime::Handle* node = future.first_callback(); node != nullptr; node = node->next()) {
    nodes.push_back(node);
  }
  if (nodes.empty()) return "";
  std::string text = " cb=[" + node_text(vm, *nodes.front());
  if (nodes.size() > 2) text += ", <" + std::to_string(nodes.size() - 2) + " more>";
  if (nodes.size() > 1) text += ", " + node_text(vm, *nodes.back());
  return text + "]";
}

std::string outcome_text(Vm& vm, FutureObject* future) {
  const runtime::FutureBase& core = core_of(future);
  if (core.state() != runtime::FutureBase::State::Finished) return "";
  if (core.failed()) return " exception=" + repr_now(vm, exception_of_error(vm, core.error()));
  return " result=" + short_repr(vm, future->result);
}

std::string_view state_name(const runtime::FutureBase& core) {
  switch (core.state()) {
    case runtime::FutureBase::State::Pending:
      return "pending";
    case runtime::FutureBase::State::Finished:
      return "finished";
    case runtime::FutureBase::State::Cancelled:
      return "cancelled";
  }
  return "pending";
}

// What a task waits for: a future of the script, or one of the runtime's, which CPython has as a plain
// future.
std::string waited_for_text(Vm& vm, runtime::FutureBase& target) {
  if (FutureObject* object = script_future(target)) return future_text(vm, object);
  return "<Future " + std::string(state_name(target)) + callbacks_text(vm, target) + ">";
}

std::string task_text(Vm& vm, TaskObject* object) {
  ScriptTask& task = *object->task.get();
  std::string state(state_name(task));
  if (!task.done() && task.cancelling() > 0) state = "cancelling";
  std::string text = "<" + std::string(object->type->name.as<python::String>()->view()) + " " + state +
                     " name=" + quoted(vm, task.name());
  if (object->coroutine) {
    text += " coro=<" + coroutine_text(vm, object->coroutine, object->code.get()) + ">";
  }
  if (task.waiting_for() != nullptr) text += " wait_for=" + waited_for_text(vm, *task.waiting_for());
  return text + outcome_text(vm, object) + callbacks_text(vm, task) + created_at_text(vm, object) + ">";
}

}  // namespace

std::string repr_now(Vm& vm, const Value& value) {
  Value text;
  {
    Vm::NativeOnly scope(vm);
    text = vm.repr(value);
  }
  if (text.is_deferred()) {
    // The repr of a script's own class: the one call that cannot wait.
    const Value* repr = dict_find_string(vm.builtins(), vm.intern("repr"));
    text = repr == nullptr ? Value() : vm.call_now(Value(*repr), std::span(&value, 1));
  }
  if (vm.has_exception()) vm.take_exception();
  if (vm.is_string(text)) return std::string(text.as<python::String>()->view());
  return "<" + std::string(vm.type_name(value)) + " object>";
}

std::string short_repr(Vm& vm, const Value& value) { return shortened(vm, value, kMostLevels); }

std::string callback_text(Vm& vm, const Value& callback, std::span<const Value> arguments, bool debug) {
  std::string name = attribute_text(vm, callback, vm.names.dunder_qualname);
  if (name.empty()) name = attribute_text(vm, callback, vm.names.dunder_name);
  if (name.empty()) name = repr_now(vm, callback);
  name += "(";
  for (std::size_t i = 0; debug && i < arguments.size(); ++i) {
    name += (i > 0 ? ", " : "") + short_repr(vm, arguments[i]);
  }
  name += ")";
  if (!vm.has_layout(callback, python::Layout::kFunction)) return name;
  const python::CodeObject* code = callback.as<python::Function>()->code.get();
  if (code->is(python::kCodeLibrary)) return name;
  return name + place_text(code, (*code->data)->first_line);
}

std::string coroutine_text(Vm& vm, const Value& coroutine, const python::CodeObject* code) {
  if (!vm.has_layout(coroutine, python::Layout::kGenerator)) return repr_now(vm, coroutine);
  const auto* generator = coroutine.as<python::Generator>();
  std::string name(generator->qualname.as<python::String>()->view());
  name += "()";
  if (code == nullptr) return name;
  if (generator->frame == nullptr)
    return name + " done, defined" + place_text(code, (*code->data)->first_line);
  std::int32_t line = (*code->data)->first_line;
  if (generator->state != python::GeneratorState::kCreated) {
    auto next = static_cast<std::uint32_t>(generator->frame->pc - code->words);
    python::SourcePosition position = python::position_at(code, next > 0 ? next - 1 : 0);
    if (position.line > 0) line = position.line;
  }
  return name + " running" + place_text(code, line);
}

std::string future_text(Vm& vm, FutureObject* future) {
  runtime::FutureBase& core = core_of(future);
  if (core.is_task()) return task_text(vm, static_cast<TaskObject*>(future));
  return "<" + std::string(future->type->name.as<python::String>()->view()) + " " +
         std::string(state_name(core)) + outcome_text(vm, future) + callbacks_text(vm, core) +
         created_at_text(vm, future) + ">";
}

}  // namespace loopscope::modules
