// Vm::format_exception: what CPython prints for an exception that nobody caught: its chain, tracebacks,
// notes, groups, hints. Not here: how a frame's lines are drawn (traceback_text.cpp), which name is close to
// another (suggestions.cpp).
#include <algorithm>
#include <string>
#include <unordered_set>
#include <vector>

#include "core/python/exception_groups.h"
#include "core/python/internals.h"
#include "core/python/known_modules.h"
#include "core/python/suggestions.h"
#include "core/python/traceback_text.h"

namespace loopscope::python {
namespace {

// CPython's own bounds for groups.
constexpr std::size_t kWidestGroup = 15;
constexpr std::size_t kDeepestGroup = 10;
// Chains may be long, and may lead in a circle.
constexpr std::size_t kLongestChain = 1000;

constexpr std::string_view kCauseHeading =
    "\nThe above exception was the direct cause of the following exception:\n\n";
constexpr std::string_view kContextHeading =
    "\nDuring handling of the above exception, another exception occurred:\n\n";

// The builtins in CPython's order, without the exceptions, which come last.
constexpr std::string_view kFirstBuiltins =
    "abs all any ascii bin breakpoint callable chr compile delattr dir divmod eval exec format getattr "
    "globals "
    "hasattr hash hex id input isinstance issubclass iter aiter len locals max min next anext oct ord pow "
    "print "
    "repr round setattr sorted sum vars None Ellipsis NotImplemented False True bool memoryview bytearray "
    "bytes "
    "classmethod complex dict enumerate filter float frozenset property int list map object range reversed "
    "set "
    "slice staticmethod str super tuple type zip";

class ExceptionText {
 public:
  ExceptionText(Vm& vm, const std::unordered_map<std::string, std::vector<std::string>>& sources)
      : vm_(vm), sources_(sources) {}

  void add_chain(const Value& exception) {
    struct Link {
      Value exception;
      std::string_view heading;  // stands before the link that comes after it in the text
    };
    std::vector<Link> links = {{exception, {}}};
    while (links.size() < kLongestChain) {
      const auto* last = links.back().exception.as<ExceptionObject>();
      if (seen_.insert(last).second == false) break;
      const bool has_cause = last->cause.is_object();
      const Value& next = has_cause ? last->cause : last->context;
      if (!next.is_object() || (!has_cause && last->suppress_context) || seen_.contains(next.object())) break;
      links.back().heading = has_cause ? kCauseHeading : kContextHeading;
      links.push_back({next, {}});
    }
    for (std::size_t i = links.size(); i-- > 0;) {
      if (i + 1 < links.size()) emit(links[i].heading);
      if (is_exception_group(vm_, links[i].exception)) {
        add_group(links[i].exception);
      } else {
        add_one(links[i].exception);
      }
    }
  }

  // As CPython's code in C shows what nobody can catch: without carets, causes, hints and notes; once the
  // program has ended without its lines.
  void add_plain(const Value& exception, bool with_source) {
    const Traceback* entry = exception.as<ExceptionObject>()->traceback.get();
    if (entry != nullptr) text_ += "Traceback (most recent call last):\n";
    for (; entry != nullptr; entry = entry->next.get()) {
      const std::string_view file = entry->code->file_name.as<String>()->view();
      std::string lines = vm_.stack_line(file, position_at(entry->code.get(), entry->word).line,
                                         entry->code->name.as<String>()->view());
      text_ += with_source ? lines : lines.substr(0, lines.find('\n') + 1);
    }
    text_ += last_line(exception, {});
  }

  std::string take() { return std::move(text_); }

 private:
  void add_one(const Value& exception) {
    add_frames(exception, "Traceback (most recent call last):\n", '|');
    emit(last_lines(exception));
  }

  void add_frames(const Value& exception, std::string_view heading, char margin) {
    std::vector<TracebackFrame> frames;
    for (const Traceback* entry = exception.as<ExceptionObject>()->traceback.get(); entry != nullptr;
         entry = entry->next.get()) {
      const CodeObject* code = entry->code.get();
      const std::string_view file = code->file_name.as<String>()->view();
      const auto source = sources_.find(std::string(file));
      frames.push_back({file, code->name.as<String>()->view(), position_at(code, entry->word),
                        source == sources_.end() ? std::span<const std::string>() : source->second});
    }
    if (frames.empty()) return;
    emit(heading, margin);
    emit(traceback_text(frames));
  }

  void add_group(const Value& exception) {
    if (depth_ > kDeepestGroup) {
      emit("... (max_group_depth is " + std::to_string(kDeepestGroup) + ")\n");
      return;
    }
    const bool outermost = depth_ == 0;
    if (outermost) ++depth_;
    add_frames(exception, "Exception Group Traceback (most recent call last):\n", outermost ? '+' : '|');
    emit(last_lines(exception));
    const std::span<const Value> members = group_members(exception);
    const std::size_t shown = std::min(members.size(), kWidestGroup + 1);
    for (std::size_t i = 0; i < shown; ++i) {
      const bool cut_off = i == kWidestGroup;
      const std::string title = cut_off ? "..." : std::to_string(i + 1);
      needs_closing_ = i + 1 == shown;
      text_.append(2 * depth_, ' ').append(i == 0 ? "+-" : "  ");
      text_.append("+---------------- ").append(title).append(" ----------------\n");
      ++depth_;
      if (cut_off) {
        const std::size_t more = members.size() - kWidestGroup;
        emit("and " + std::to_string(more) + (more > 1 ? " more exceptions\n" : " more exception\n"));
      } else {
        add_chain(members[i]);
      }
      if (i + 1 == shown && needs_closing_) {
        text_.append(2 * depth_, ' ').append("+------------------------------------\n");
        needs_closing_ = false;
      }
      --depth_;
    }
    if (outermost) depth_ = 0;
  }

  // "KeyError: 'b'"
  std::string last_line(const Value& exception, std::string_view hint) {
    const Type* type = exception.object()->type;
    std::string text;
    if (type->module.is_object() && vm_.is_string(type->module)) {
      const std::string_view module = type->module.as<String>()->view();
      if (module != "builtins" && module != "__main__") text.append(module).append(".");
    }
    text.append((vm_.is_string(type->qualname) ? type->qualname : type->name).as<String>()->view());
    std::string message = text_of(exception);
    message += hint;
    if (!message.empty()) text.append(": ").append(message);
    text.push_back('\n');
    return text;
  }

  // The same with a hint, then the notes.
  std::string last_lines(const Value& exception) {
    std::string text = last_line(exception, suggestion_for_exception(exception));
    if (const List* notes = exception.as<ExceptionObject>()->notes.get()) {
      for (const Value& note : notes->span()) text.append(text_of(note)).append("\n");
    }
    return text;
  }

  // str(value); a script's __str__ runs to its end here, since nothing of the program goes on any more.
  std::string text_of(const Value& value) {
    Value shown;
    {
      Vm::NativeOnly scope(vm_);
      shown = vm_.str(value);
    }
    if (shown.is_deferred()) {
      const Value arguments[] = {value};
      shown = vm_.call_now(Value::share(vm_.types.str), arguments);
    }
    if (shown.is_special() || !vm_.is_string(shown)) {
      vm_.take_exception();
      return "<exception str() failed>";
    }
    return std::string(shown.as<String>()->view());
  }

  std::string suggestion_for_exception(const Value& exception) {
    const auto* object = exception.as<ExceptionObject>();
    const auto attribute = [&](std::string_view name) -> const Value* {
      Dict* dict = instance_dict(vm_, exception.object(), false);
      const Value* found = dict != nullptr ? dict_find_string(dict, vm_.intern(name)) : nullptr;
      return found != nullptr && !found->is_none() ? found : nullptr;
    };
    const Value* name = attribute("name");
    if (is_subtype(object->type, vm_.types.import_error)) name = attribute("name_from");
    if (name == nullptr || !vm_.is_string(*name)) return {};
    const std::string wrong(name->as<String>()->view());
    std::vector<std::string_view> candidates;
    const bool is_name_error = is_subtype(object->type, vm_.types.name_error);
    std::string close;
    if (is_name_error) {
      // In the order in which CPython looks: of names that are equally close the first one wins.
      close = add_visible_names(object, *name, candidates);
    } else if (is_subtype(object->type, vm_.types.attribute_error)) {
      const Value* owner = attribute("obj");
      if (owner != nullptr) add_attributes(*owner, candidates);
    } else if (is_subtype(object->type, vm_.types.import_error)) {
      const Value* module = attribute("name");
      const Value* found =
          module != nullptr && vm_.is_string(*module) ? dict_find_string(vm_.modules(), *module) : nullptr;
      if (found != nullptr) add_attributes(*found, candidates);
    }
    if (!is_name_error) {
      if (!wrong.starts_with('_'))
        std::erase_if(candidates, [](std::string_view candidate) { return candidate.starts_with('_'); });
      std::ranges::sort(candidates);
    }
    if (close.empty()) close = closest_name(wrong, candidates);
    std::string hint = close.empty() ? std::string() : ". Did you mean: '" + close + "'?";
    if (is_name_error && is_standard_module(wrong)) {
      hint += hint.empty() ? ". Did you forget to import '" + wrong + "'?"
                           : " Or did you forget to import '" + wrong + "'?";
    }
    return hint;
  }

  static void add_keys(const Dict* dict, std::vector<std::string_view>& names, Vm& vm) {
    for (std::uint32_t i = 0; i < dict->table.filled; ++i) {
      const Value& key = dict->table.entries[i].key;
      if (!key.is_empty() && vm.is_string(key)) names.push_back(key.as<String>()->view());
    }
  }

  // Where the name was looked for: the variables of the innermost function, its module's globals, the
  // builtins. "self.name" where it is an attribute of the method's object.
  std::string add_visible_names(const ExceptionObject* exception, const Value& wrong,
                                std::vector<std::string_view>& names) {
    const Traceback* innermost = exception->traceback.get();
    while (innermost != nullptr && innermost->next) innermost = innermost->next.get();
    if (innermost != nullptr) {
      const CodeObject* code = innermost->code.get();
      const Frame* frame = innermost->frame;
      for (std::uint32_t slot = 0; slot < code->slot_count && frame != nullptr; ++slot) {
        const Value* value = &const_cast<Frame*>(frame)->slots()[slot];
        if (vm_.has_layout(*value, Layout::kCell)) value = &value->as<Cell>()->content;
        if (value->is_empty() || !vm_.is_string(code->slot_names[slot])) continue;
        names.push_back(code->slot_names[slot].as<String>()->view());
        if (names.back() != "self") continue;
        Vm::NativeOnly scope(vm_);
        const Value found = vm_.find_attribute(*value, wrong);
        vm_.take_exception();
        if (!found.is_empty()) return "self." + std::string(wrong.as<String>()->view());
      }
      if (frame != nullptr && frame->names != nullptr) add_keys(frame->names, names, vm_);
      if (innermost->globals) add_keys(innermost->globals.get(), names, vm_);
    }
    for (std::string_view rest = kFirstBuiltins; !rest.empty();) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      names.push_back(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    add_keys(vm_.builtins(), names, vm_);
    return {};
  }

  void add_attributes(const Value& owner, std::vector<std::string_view>& names) {
    if (vm_.has_layout(owner, Layout::kModule)) {
      const Dict* dict = owner.as<Module>()->dict.get();
      add_keys(dict, names, vm_);
      const Value* late = dict_find_string(dict, vm_.intern("__late__"));
      if (late == nullptr || !vm_.is_tuple(*late)) return;
      for (const Value& name : late->as<Tuple>()->items()) names.push_back(name.as<String>()->view());
      return;
    }
    if (owner.is_object() && !vm_.is_type(owner)) {
      if (const Dict* dict = instance_dict(vm_, owner.object(), false)) add_keys(dict, names, vm_);
    }
    const Type* type = vm_.is_type(owner) ? owner.as<Type>() : vm_.type_of(owner);
    for (const Value& each : type->mro->items()) add_keys(each.as<Type>()->dict.get(), names, vm_);
  }

  // Lines of `text`, each behind the margin of the groups that it stands in.
  void emit(std::string_view text, char margin = '|') {
    std::string before(2 * depth_, ' ');
    if (depth_ > 0) before.append({margin, ' '});
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
      text_.append(before).append(text.substr(0, end));
      text.remove_prefix(end);
    }
  }

  Vm& vm_;
  const std::unordered_map<std::string, std::vector<std::string>>& sources_;
  std::unordered_set<const Object*> seen_;
  std::size_t depth_ = 0;
  bool needs_closing_ = false;
  std::string text_;
};

}  // namespace

std::string Vm::format_exception(const Value& exception) {
  Value raised = take_exception();  // asking texts may raise, too
  ExceptionText text(*this, internals_->sources);
  text.add_chain(exception);
  exception_ = std::move(raised);
  return text.take();
}

void Vm::Internals::write_unraisable(Vm& vm, std::string_view where, const Value& exception) {
  ExceptionText text(vm, vm.internals().sources);
  text.add_plain(exception, !vm.internals().has_finished);
  vm.environment.write_unraisable(std::string(where.empty() ? "Exception ignored in: <finalizer>" : where) +
                                  "\n" + text.take());
}

}  // namespace loopscope::python
