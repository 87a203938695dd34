// What the machine reports about a program: exit statuses, warnings, errors that nobody can catch; and the
// source texts that it quotes. Not here: the text of an exception (vm_traceback.cpp).
#include "core/python/internals.h"

namespace loopscope::python {

void Vm::add_source(std::string_view file_name, std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  internals_->sources[std::string(file_name)] = std::move(lines);
}

int Vm::exit_status(const Value& exception, std::string* text) {
  if (!is_subtype(exception.object()->type, types.system_exit)) {
    *text = format_exception(exception);
    return is_subtype(exception.object()->type, types.keyboard_interrupt) ? 130 : 1;
  }
  Tuple* args = exception.as<ExceptionObject>()->args.get();
  Value code = args->size == 0 ? Value::none() : args->size == 1 ? (*args)[0] : Value::share(args);
  if (code.is_none()) return 0;
  if (code.is_small_int()) return static_cast<int>(code.as_small_int() & 0xFF);
  if (code.is_bool()) return code.is_true() ? 1 : 0;
  Value shown;
  {
    NativeOnly scope(*this);
    shown = str(code);
  }
  if (shown.is_deferred()) shown = call_now(Value::share(types.str), std::span<const Value>(&code, 1));
  if (shown.is_empty()) take_exception();
  *text = shown.is_special() ? std::string("\n") : std::string(shown.as<String>()->view()) + "\n";
  return 1;
}

// Without the spaces around it; empty: not known.
std::string_view Vm::Internals::source_line(std::string_view file_name, std::size_t line) const {
  auto source = sources.find(std::string(file_name));
  if (source == sources.end() || line == 0 || line > source->second.size()) return {};
  std::string_view text = source->second[line - 1];
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

std::string Vm::stack_line(std::string_view file_name, std::int32_t line, std::string_view function) const {
  std::string out = "  File \"" + std::string(file_name) + "\", line " + std::to_string(line) + ", in " +
                    std::string(function) + "\n";
  std::string_view text = internals_->source_line(file_name, static_cast<std::size_t>(line));
  if (!text.empty()) out.append("    ").append(text).append("\n");
  return out;
}

void Vm::warn(Type* category, std::string_view message) {
  if (heap.is_closing()) return;
  UserPosition position = current_position();
  bool known = position.position.line > 0;
  bool ended = fiber_ == nullptr;  // the program has; only its leftovers are dropped
  std::string file(known ? position.file_name : std::string_view(ended ? "<sys>" : "sys"));
  std::size_t line = known ? static_cast<std::size_t>(position.position.line) : ended ? 0 : 1;
  std::string name(category->name.as<String>()->view());
  std::string out = file + ":" + std::to_string(line) + ": " + name + ": " + std::string(message) + "\n";
  if (!internals_->warned.insert(out).second) return;
  std::string_view text = internals_->source_line(file, line);
  if (!text.empty()) out.append("  ").append(text).append("\n");
  if (!ended && message.starts_with("coroutine '")) {
    out += "RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n";
  }
  environment.write_stderr(out);
}

}  // namespace loopscope::python
