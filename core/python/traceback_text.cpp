// The text of an exception as CPython prints it: traceback, causes, groups, notes, "Did you mean"; warnings;
// exit statuses. Not here: marks under source lines (source_carets.cpp).
#include <algorithm>

#include "core/python/internals.h"
#include "core/python/library_code.h"
#include "core/python/name_hints.h"
#include "core/python/source_carets.h"

namespace loopscope::python {
namespace {

std::string_view text_of(const Value& string) { return string.as<String>()->view(); }

const std::vector<std::string>* source_lines(Vm& vm, std::string_view file) {
  auto& sources = vm.internals().sources;
  auto found = sources.find(std::string(file));
  return found != sources.end() ? &found->second : nullptr;
}

void append_entry(Vm& vm, const Traceback* entry, std::string& out) {
  CodeObject* code = entry->code.get();
  SourcePosition position = position_at(code, entry->word);
  std::string_view file = text_of(code->file_name);
  out.append("  File \"").append(file).append("\", line ").append(std::to_string(position.line));
  out.append(", in ").append(text_of(code->name)).append("\n");
  const auto* lines = source_lines(vm, file);
  if (lines == nullptr) return;
  // A word of a cache belongs to the instruction before it.
  std::uint32_t word = 0;
  for (std::uint32_t next = 0; next <= entry->word;) {
    word = next;
    next += 1 + kOpcodeCacheWords[static_cast<int>(opcode_of(code->words[next]))];
  }
  out += source_with_carets(*lines, position, opcode_of(code->words[word]));
}

bool same_place(const Traceback* a, const Traceback* b) {
  return a->code.get() == b->code.get() &&
         position_at(a->code.get(), a->word).line == position_at(b->code.get(), b->word).line;
}

void append_repeated(std::size_t count, std::string& out) {
  constexpr std::size_t kShown = 3;
  if (count <= kShown) return;
  std::size_t more = count - kShown;
  out +=
      "  [Previous line repeated " + std::to_string(more) + (more == 1 ? " more time]\n" : " more times]\n");
}

void append_traceback(Vm& vm, const Traceback* entry, std::string& out) {
  std::size_t repeated = 0;
  const Traceback* last = nullptr;
  for (; entry != nullptr; entry = entry->next.get()) {
    if (last == nullptr || !same_place(last, entry)) {
      append_repeated(repeated, out);
      repeated = 0;
      last = entry;
    }
    if (++repeated <= 3) append_entry(vm, entry, out);
  }
  append_repeated(repeated, out);
}

// str(value) whatever it takes; script methods run nested.
std::string text_now(Vm& vm, const Value& value, std::string_view failed) {
  Value text;
  {
    Vm::NativeOnly scope(vm);
    text = vm.str(value);
  }
  if (text.is_deferred()) {
    const Value* function = dict_find_string(vm.builtins(), vm.intern("str"));
    text = vm.call_now(*function, std::span<const Value>(&value, 1));
  }
  if (text.is_empty()) {
    vm.take_exception();
    return std::string(failed);
  }
  return std::string(text_of(text));
}

std::string type_text(Vm& vm, Type* type) {
  std::string_view module = vm.is_string(type->module) ? text_of(type->module) : std::string_view();
  std::string name(vm.is_string(type->qualname) ? text_of(type->qualname) : vm.name_of(type));
  if (module.empty() || module == "builtins" || module == "__main__") return name;
  return std::string(module) + "." + name;
}

void append_last_line(Vm& vm, const Value& exception, std::string& out) {
  out += type_text(vm, exception.object()->type);
  std::string text = text_now(vm, exception, "<exception str() failed>");
  text += name_hint(vm, exception);
  if (!text.empty()) out.append(": ").append(text);
  out += '\n';
  const auto& notes = exception.as<ExceptionObject>()->notes;
  if (!notes) return;
  for (const Value& note : notes->span()) {
    if (vm.is_string(note)) out.append(text_of(note)).append("\n");
  }
}

std::string indent_lines(std::string_view text, std::string_view indent) {
  std::string out;
  while (!text.empty()) {
    std::size_t end = std::min(text.find('\n'), text.size() - 1);
    out.append(indent).append(text.substr(0, end + 1));
    text.remove_prefix(end + 1);
  }
  return out;
}

constexpr std::string_view kCause =
    "\nThe above exception was the direct cause of the following exception:\n\n";
constexpr std::string_view kContext =
    "\nDuring handling of the above exception, another exception occurred:\n\n";
constexpr int kDeepestGroup = 10;
constexpr std::size_t kWidestGroup = 15;

std::string format_chain(Vm& vm, const Value& exception, std::vector<Object*>& seen, int depth);

// Members below their group, each under a numbered rule.
std::string format_members(Vm& vm, const Value& group, std::vector<Object*>& seen, int depth) {
  const Tuple* members = (*group.as<ExceptionObject>()->args)[1].as<Tuple>();
  std::string out;
  for (std::size_t i = 0; i < members->size; ++i) {
    bool more = i == kWidestGroup;
    std::string title = more ? "..." : std::to_string(i + 1);
    out += (i == 0 ? "+-" : "  ");
    out += "+---------------- " + title + " ----------------\n";
    if (more) {
      std::size_t rest = members->size - kWidestGroup;
      out += "  | and " + std::to_string(rest) + " more exception" + (rest == 1 ? "" : "s") + "\n";
      break;
    }
    bool nested = is_subtype((*members)[i].object()->type, vm.types.base_exception_group);
    std::string text = format_chain(vm, (*members)[i], seen, depth + 1);
    out += nested ? indent_lines(text, "  ") : indent_lines(text, "  | ");
    bool ends_with_rule = nested && i + 1 == members->size;
    if (i + 1 == members->size && !ends_with_rule) out += "  +------------------------------------\n";
  }
  return out;
}

std::string format_one(Vm& vm, const Value& exception, std::vector<Object*>& seen, int depth) {
  auto* object = exception.as<ExceptionObject>();
  bool group = is_subtype(object->type, vm.types.base_exception_group) && object->args->size == 2;
  std::string out;
  if (!group) {
    if (object->traceback) {
      out += "Traceback (most recent call last):\n";
      append_traceback(vm, object->traceback.get(), out);
    }
    append_last_line(vm, exception, out);
    return out;
  }
  if (depth > kDeepestGroup) return "... (max_group_depth is " + std::to_string(kDeepestGroup) + ")\n";
  std::string body;
  if (object->traceback) append_traceback(vm, object->traceback.get(), body);
  append_last_line(vm, exception, body);
  std::string members = format_members(vm, exception, seen, depth);
  if (depth == 0) {
    if (object->traceback) out += "  + Exception Group Traceback (most recent call last):\n";
    out += indent_lines(body, "  | ");
    out += "  " + members.substr(0, members.find('\n') + 1);
    out += indent_lines(std::string_view(members).substr(members.find('\n') + 1), "  ");
    return out;
  }
  if (object->traceback) out += "| Exception Group Traceback (most recent call last):\n";
  out += indent_lines(body, "| ");
  out += members.substr(0, members.find('\n') + 1);
  out += std::string_view(members).substr(members.find('\n') + 1);
  return out;
}

std::string format_chain(Vm& vm, const Value& exception, std::vector<Object*>& seen, int depth) {
  std::vector<std::pair<Value, std::string_view>> chain;
  Value current = exception;
  std::string_view link;
  while (!current.is_empty() && std::ranges::find(seen, current.object()) == seen.end()) {
    seen.push_back(current.object());
    chain.emplace_back(current, link);
    auto* object = current.as<ExceptionObject>();
    if (!object->cause.is_empty()) {
      link = kCause;
      current = Value(object->cause);
    } else if (!object->suppress_context && !object->context.is_empty()) {
      link = kContext;
      current = Value(object->context);
    } else {
      current = Value();
    }
  }
  std::string out;
  for (std::size_t i = chain.size(); i-- > 0;) {
    out += format_one(vm, chain[i].first, seen, depth);
    out += chain[i].second;
  }
  return out;
}

}  // namespace

void Vm::add_source(std::string_view file_name, std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  internals_->sources[std::string(file_name)] = std::move(lines);
}

std::string Vm::format_exception(const Value& exception) {
  std::vector<Object*> seen;
  return format_chain(*this, exception, seen, 0);
}

int Vm::exit_status(const Value& exception, std::string* text) {
  if (!is_subtype(exception.object()->type, types.system_exit)) {
    *text = format_exception(exception);
    return is_subtype(exception.object()->type, types.keyboard_interrupt) ? 130 : 1;
  }
  const Tuple* args = exception.as<ExceptionObject>()->args.get();
  Value code = args->size == 0 ? Value::none() : (*args)[0];
  if (code.is_none()) return 0;
  if (code.is_small_int()) return static_cast<int>(code.as_small_int() & 0xFF);
  if (code.is_bool()) return code.is_true() ? 1 : 0;
  *text = text_now(*this, code, "") + "\n";
  return 1;
}

void Vm::warn(Type* category, std::string_view message) {
  if (heap.is_closing()) return;
  UserPosition position = current_position();
  std::string file(position.position.line > 0 ? position.file_name : std::string_view("sys"));
  int line = position.position.line > 0 ? position.position.line : 1;
  std::string name(name_of(category));
  std::string key = file + ":" + std::to_string(line) + ":" + name + ":" + std::string(message);
  if (!internals_->warned.insert(key).second) return;
  std::string out = file + ":" + std::to_string(line) + ": " + name + ": " + std::string(message) + "\n";
  if (const auto* lines = source_lines(*this, file);
      lines != nullptr && line <= static_cast<int>(lines->size())) {
    std::string_view source = (*lines)[static_cast<std::size_t>(line) - 1];
    while (!source.empty() && (source.front() == ' ' || source.front() == '\t')) source.remove_prefix(1);
    while (!source.empty() && (source.back() == ' ' || source.back() == '\r')) source.remove_suffix(1);
    if (!source.empty()) out += "  " + std::string(source) + "\n";
  }
  if (message.ends_with("was never awaited")) {
    out += "RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n";
  }
  environment.write_stderr(out);
}

void Vm::Internals::write_unraisable(Vm& vm, std::string_view where, const Value& exception) {
  std::string out(where.empty() ? std::string_view("Exception ignored in: <finalizer>") : where);
  out += "\n" + vm.format_exception(exception);
  vm.environment.write_unraisable(out);
}

}  // namespace loopscope::python
