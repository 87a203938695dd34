// Frames: making and freeing them, filling parameters from the arguments of a call with CPython's messages.
// Not here: who calls (vm_calls.cpp), what runs in them (vm_loop.cpp).
#include <algorithm>
#include <cstring>

#include "core/python/internals.h"
#include "core/python/suggestions.h"

namespace loopscope::python {

Frame* Vm::Internals::make_frame(Vm& vm, Function* function) {
  Frame* back = vm.fiber_->frame;
  CodeObject* code = function->code.get();
  std::uint32_t depth = code->depth + (back != nullptr ? back->depth : 0);
  if (depth > vm.deepest) [[unlikely]] {
    vm.raise(vm.types.recursion_error, "maximum recursion depth exceeded");
    return nullptr;
  }
  auto* frame = static_cast<Frame*>(vm.heap.allocate(code->frame_bytes));
  ++function->references;
  frame->function = function;
  frame->code = code;
  frame->pc = code->words;
  frame->back = back;
  frame->generator = nullptr;
  frame->names = nullptr;
  new (&frame->held) Value();
  frame->on_return = back != nullptr ? FrameReturn::kPush : FrameReturn::kRoot;
  frame->started = false;
  frame->gives_generator_exit = false;
  frame->depth = depth;
  frame->bytes = code->frame_bytes;
  frame->stack = frame->slots() + code->slot_count;
  std::memset(static_cast<void*>(frame->slots()), 0, code->slot_count * sizeof(Value));
  return frame;
}

void Vm::Internals::free_frame(Heap& heap, Frame* frame) {
  // Everything is taken out first: what a dropped value does must not find a half-dropped frame.
  Value* end = frame->stack;
  for (Value* value = frame->slots(); value != end; ++value) value->~Value();
  frame->held.~Value();
  if (frame->names != nullptr) drop_reference(frame->names);
  drop_reference(frame->function);
  heap.free(frame, frame->bytes);
}

void Vm::Internals::visit_frame(Frame* frame, GcVisitor& visitor) {
  visitor.visit(static_cast<Object*>(frame->function));
  if (frame->names != nullptr) visitor.visit(static_cast<Object*>(frame->names));
  visitor.visit(frame->held);
  for (Value* value = frame->slots(); value != frame->stack; ++value) visitor.visit(*value);
}

namespace {

std::string quoted_list(const std::vector<std::string_view>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i != 0) text += names.size() == 2 ? " and " : i + 1 == names.size() ? ", and " : ", ";
    text.append("'").append(names[i]).append("'");
  }
  return text;
}

std::string_view text_of(const Value& string) { return string.as<String>()->view(); }

void raise_missing(Vm& vm, Function* function, std::string_view kind,
                   const std::vector<std::string_view>& names) {
  vm.raise(vm.types.type_error, text_of(function->qualname), "() missing ", std::to_string(names.size()),
           " required ", kind, names.size() == 1 ? " argument: " : " arguments: ", quoted_list(names));
}

void raise_too_many(Vm& vm, Function* function, Frame* frame, std::uint32_t given) {
  CodeObject* code = function->code.get();
  std::uint32_t most = code->positional_count;
  std::uint32_t defaults = function->defaults ? std::min(function->defaults->size, most) : 0;
  std::uint32_t keyword_only_given = 0;
  for (std::uint32_t i = 0; i < code->keyword_only_count; ++i) {
    keyword_only_given += !frame->slots()[code->positional_count + i].is_empty();
  }
  std::string takes = defaults != 0
                          ? "from " + std::to_string(most - defaults) + " to " + std::to_string(most)
                          : std::to_string(most);
  bool plural = defaults != 0 || most != 1;
  std::string were = std::to_string(given);
  if (keyword_only_given != 0) {
    were += given == 1 ? " positional argument" : " positional arguments";
    were += " (and " + std::to_string(keyword_only_given) +
            (keyword_only_given == 1 ? " keyword-only argument)" : " keyword-only arguments)");
  }
  vm.raise(vm.types.type_error, text_of(function->qualname), "() takes ", takes,
           plural ? " positional arguments but " : " positional argument but ", were,
           given == 1 && keyword_only_given == 0 ? " was given" : " were given");
}

// Which parameter a keyword means; parameter count: none of them.
std::uint32_t parameter_index(const CodeObject* code, const Value& name) {
  std::uint32_t count = code->positional_count + code->keyword_only_count;
  for (std::uint32_t i = code->positional_only_count; i < count; ++i) {
    if (code->slot_names[i].is(name)) return i;
  }
  for (std::uint32_t i = code->positional_only_count; i < count; ++i) {
    if (string_equal(code->slot_names[i].as<String>(), name.as<String>())) return i;
  }
  return count;
}

void raise_unexpected(Vm& vm, Function* function, const Arguments& arguments, std::string_view name) {
  CodeObject* code = function->code.get();
  std::vector<std::string_view> positional_only;
  for (std::uint32_t i = 0; i < code->positional_only_count; ++i) {
    for (std::uint32_t k = 0; k < arguments.keyword_count; ++k) {
      if (arguments.keyword_name(k) == text_of(code->slot_names[i]))
        positional_only.push_back(arguments.keyword_name(k));
    }
  }
  if (!positional_only.empty()) {
    std::string names;
    for (std::string_view each : positional_only) names += (names.empty() ? "" : ", ") + std::string(each);
    vm.raise(vm.types.type_error, text_of(function->qualname),
             "() got some positional-only arguments passed as keyword arguments: '", names, "'");
    return;
  }
  std::vector<std::string_view> candidates;
  for (std::uint32_t i = code->positional_only_count; i < code->positional_count + code->keyword_only_count;
       ++i) {
    candidates.push_back(text_of(code->slot_names[i]));
  }
  vm.raise(vm.types.type_error, text_of(function->qualname), "() got an unexpected keyword argument '", name,
           "'", keyword_hint(name, candidates));
}

bool bind_keywords(Vm& vm, Function* function, Frame* frame, const Arguments& arguments, Dict* extra) {
  CodeObject* code = function->code.get();
  Value* slots = frame->slots();
  std::uint32_t named = code->positional_count + code->keyword_only_count;
  for (std::uint32_t k = 0; k < arguments.keyword_count; ++k) {
    const Value& name = arguments.names[k];
    std::uint32_t index = parameter_index(code, name);
    if (index < named) {
      if (!slots[index].is_empty()) {
        vm.raise(vm.types.type_error, text_of(function->qualname), "() got multiple values for argument '",
                 text_of(name), "'");
        return false;
      }
      slots[index] = arguments.keyword_value(k);
    } else if (extra != nullptr) {
      dict_set_string(vm, extra, name, arguments.keyword_value(k));
    } else {
      raise_unexpected(vm, function, arguments, text_of(name));
      return false;
    }
  }
  return true;
}

bool fill_defaults(Vm& vm, Function* function, Frame* frame, std::uint32_t given) {
  CodeObject* code = function->code.get();
  Value* slots = frame->slots();
  std::uint32_t defaults = function->defaults ? function->defaults->size : 0;
  std::uint32_t required = code->positional_count - std::min(defaults, code->positional_count);
  std::vector<std::string_view> missing;
  for (std::uint32_t i = given; i < code->positional_count; ++i) {
    if (!slots[i].is_empty()) continue;
    if (i >= required) {
      slots[i] = (*function->defaults)[i + defaults - code->positional_count];
    } else {
      missing.push_back(text_of(code->slot_names[i]));
    }
  }
  if (!missing.empty()) {
    raise_missing(vm, function, "positional", missing);
    return false;
  }
  for (std::uint32_t i = code->positional_count; i < code->positional_count + code->keyword_only_count; ++i) {
    if (!slots[i].is_empty()) continue;
    const Value* value =
        function->kwdefaults ? dict_find_string(function->kwdefaults.get(), code->slot_names[i]) : nullptr;
    if (value != nullptr) {
      slots[i] = *value;
    } else {
      missing.push_back(text_of(code->slot_names[i]));
    }
  }
  if (!missing.empty()) {
    raise_missing(vm, function, "keyword-only", missing);
    return false;
  }
  return true;
}

bool bind_all(Vm& vm, Function* function, Frame* frame, const Arguments& arguments) {
  CodeObject* code = function->code.get();
  Value* slots = frame->slots();
  std::uint32_t given = arguments.positional_count;
  std::uint32_t taken = std::min(given, code->positional_count);
  for (std::uint32_t i = 0; i < taken; ++i) slots[i] = arguments[i];
  std::uint32_t next = code->positional_count + code->keyword_only_count;
  if (code->is(kCodeVarArgs)) {
    slots[next++] = make_tuple(vm, std::span<const Value>(arguments.values + taken, given - taken)).value();
  }
  Dict* extra = nullptr;
  if (code->is(kCodeVarKeywords)) {
    Ref<Dict> keywords = make_dict(vm);
    extra = keywords.get();
    slots[next] = std::move(keywords).value();
  }
  if (arguments.keyword_count != 0 && !bind_keywords(vm, function, frame, arguments, extra)) return false;
  if (given > code->positional_count && !code->is(kCodeVarArgs)) {
    raise_too_many(vm, function, frame, given);
    return false;
  }
  return fill_defaults(vm, function, frame, taken);
}

}  // namespace

Frame* Vm::Internals::bind_call(Vm& vm, Function* function, const Arguments& arguments) {
  Frame* frame = make_frame(vm, function);
  if (frame == nullptr) return nullptr;
  if (bind_all(vm, function, frame, arguments)) return frame;
  free_frame(vm.heap, frame);
  return nullptr;
}

Value Vm::Internals::enter(Vm& vm, Frame* frame) {
  if ((frame->code->flags & kGeneratorKinds) != 0) return make_generator(vm, frame);
  vm.fiber_->frame = frame;
  return Value::suspended();
}

Value Vm::Internals::call_function(Vm& vm, Function* function, const Arguments& arguments) {
  if (vm.native_only_ != 0) return Value::deferred();
  Frame* frame = bind_call(vm, function, arguments);
  return frame != nullptr ? enter(vm, frame) : Value();
}

}  // namespace loopscope::python
