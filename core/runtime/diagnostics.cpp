// The probe of a loop that is asked for diagnostics, and futures in words. Not for: deciding when an error
// counts as unretrieved, see unretrieved_error.cpp.
#include "core/runtime/diagnostics.h"

#include <cstdio>
#include <memory>
#include <utility>

#include "core/runtime/coroutine_task.h"

namespace loopscope::runtime {
namespace {

// The loop of this thread that hears of coroutines that were never started.
constinit thread_local EventLoop* debugged_loop = nullptr;

std::string in_angle_brackets(std::string_view text) { return "<" + std::string(text) + ">"; }

std::string place_of(const std::source_location& location) {
  return std::string(location.file_name()) + ":" + std::to_string(location.line());
}

void write_to_stderr(EventLoop& loop, const ErrorContext& context) {
  std::string text = context.message + "\n";
  if (context.future != nullptr) text += "future: " + describe(*context.future) + "\n";
  if (context.origin.line() != 0) {
    text += "coroutine: " + std::string(function_name(context.origin)) + "() at " + place_of(context.origin) +
            "\n";
  }
  if (context.error) text += "error: " + context.error.message() + "\n";
  loop.host().write(OutputStream::Stderr, text);
}

class Diagnostics final : public LoopProbe {
 public:
  explicit Diagnostics(EventLoop& loop) : loop_(loop) {}
  ~Diagnostics() override { hear_of_unstarted(false); }

  static Diagnostics& of(EventLoop& loop) {
    if (loop.probe() == nullptr) loop.set_probe(std::make_unique<Diagnostics>(loop));
    return *static_cast<Diagnostics*>(loop.probe());
  }

  void report(const ErrorContext& context) const {
    if (handler) {
      handler(loop_, context);
    } else {
      write_to_stderr(loop_, context);
    }
  }

  StepOutcome run_step(Handle& node) override {
    const Ref<TaskBase> task = node.of_task() ? TaskBase::of_node(node) : Ref<TaskBase>();
    const Microseconds begin = loop_.time();
    const StepOutcome outcome = run(node);
    const Microseconds took = loop_.time() - begin;
    if (took >= slow_step) {
      report({.message = "Executing " + (task ? describe(*task) : std::string("<Handle>")) + " took " +
                         seconds(took) + " seconds",
              .future = task.get()});
    }
    return outcome;
  }

  void task_abandoned(TaskBase& task) override {
    report({.message = "Task was destroyed but it is pending!", .future = &task});
  }

  void hear_of_unstarted(bool on) const {
    if (on) {
      debugged_loop = &loop_;
      unstarted_hook = &on_unstarted;
    } else if (debugged_loop == &loop_) {
      debugged_loop = nullptr;
      unstarted_hook = nullptr;
    }
  }

  ExceptionHandler handler;
  Microseconds slow_step{0};

 private:
  static void on_unstarted(const CoroutinePromise& promise) {
    of(*debugged_loop)
        .report(
            {.message = "coroutine '" + std::string(function_name(promise.location)) + "' was never awaited",
             .origin = promise.location});
  }

  // Milliseconds are what a person reads.
  static std::string seconds(Microseconds time) {
    const long long milliseconds = std::chrono::round<std::chrono::milliseconds>(time).count();
    char text[32];
    std::snprintf(text, sizeof text, "%lld.%03lld", milliseconds / 1000, milliseconds % 1000);
    return text;
  }

  EventLoop& loop_;
};

std::string_view state_word(const FutureBase& future) {
  if (!future.done()) {
    const bool cancelling = future.is_task() && static_cast<const TaskBase&>(future).must_cancel();
    return cancelling ? "cancelling" : "pending";
  }
  return future.cancelled() ? "cancelled" : "finished";
}

}  // namespace

void set_exception_handler(EventLoop& loop, ExceptionHandler handler) {
  Diagnostics::of(loop).handler = std::move(handler);
}

void call_exception_handler(EventLoop& loop, const ErrorContext& context) {
  Diagnostics::of(loop).report(context);
}

void set_debug(EventLoop& loop, bool debug, Microseconds slow_step) {
  Diagnostics& diagnostics = Diagnostics::of(loop);
  diagnostics.slow_step = slow_step;
  diagnostics.hear_of_unstarted(debug);
  loop.set_debug(debug);
}

std::string describe(const FutureBase& future) {
  std::string text = future.is_task() ? "Task " : "Future ";
  text += state_word(future);
  if (future.is_task()) {
    const auto& task = static_cast<const TaskBase&>(future);
    text += " name='" + task.name() + "'";
    if (const CoroutineTask* of_coroutine = CoroutineTask::from(task)) {
      const std::vector<std::source_location> stack = of_coroutine->stack();
      if (!stack.empty()) text += " coro=<" + std::string(function_name(stack.front())) + "()>";
    }
    if (task.waiting_for() != nullptr) {
      const FutureBase& awaited = *task.waiting_for();
      text += " wait_for=" + in_angle_brackets(awaited.is_task()
                                                   ? "Task " + std::string(state_word(awaited)) + " name='" +
                                                         static_cast<const TaskBase&>(awaited).name() + "'"
                                                   : "Future " + std::string(state_word(awaited)));
    }
  }
  if (future.failed()) text += " error='" + future.error().message() + "'";
  return in_angle_brackets(text);
}

// From what clang gives: "Coroutine<int> a::(anonymous namespace)::f(int, T) [T = double]".
std::string_view function_name(const std::source_location& location) {
  std::string_view name = location.function_name();
  name = name.substr(0, name.find(" ["));
  std::size_t end = name.rfind(')');
  if (end == std::string_view::npos) return name;
  int open = 0;
  do {
    if (name[end] == ')') ++open;
    if (name[end] == '(') --open;
  } while (open > 0 && end-- > 0);
  name = name.substr(0, end);
  return name.substr(name.find_last_of(": ") + 1);
}

}  // namespace loopscope::runtime
