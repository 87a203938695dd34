// Arguments of native functions: counting positionals, binding keywords, with the messages that CPython's
// natives have. Not here: functions of the script (vm_frames.cpp).
#include <algorithm>

#include "core/python/internals.h"
#include "core/python/native.h"
#include "core/python/suggestions.h"

namespace loopscope::python {
namespace {

struct Parameter {
  std::string_view name;
  bool optional = false;
  bool positional_only = false;
  bool keyword_only = false;
};

// "iterable, /, *, key=, reverse=" in parts. `star` tells whether a lone * stood there.
std::vector<Parameter> parse_signature(std::string_view signature) {
  std::vector<Parameter> parameters;
  bool keyword_only = false;
  while (!signature.empty()) {
    std::size_t end = std::min(signature.find(','), signature.size());
    std::string_view part = signature.substr(0, end);
    signature.remove_prefix(std::min(end + 1, signature.size()));
    while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
    while (!part.empty() && part.back() == ' ') part.remove_suffix(1);
    if (part == "/") {
      for (Parameter& parameter : parameters) parameter.positional_only = true;
    } else if (part == "*") {
      keyword_only = true;
    } else if (!part.empty()) {
      bool optional = part.back() == '=';
      if (optional) part.remove_suffix(1);
      parameters.push_back({part, optional, false, keyword_only});
    }
  }
  return parameters;
}

std::string plural(std::size_t count, std::string_view noun) {
  return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

}  // namespace

bool bind_arguments(Vm& vm, const Arguments& arguments, std::string_view function, std::string_view signature,
                    std::span<Value> bound) {
  std::vector<Parameter> parameters = parse_signature(signature);
  std::size_t most = 0;
  std::size_t required = 0;
  std::size_t by_place = 0;  // how many must be given without their names
  for (const Parameter& parameter : parameters) {
    most += !parameter.keyword_only;
    required += !parameter.keyword_only && !parameter.optional;
    by_place += parameter.positional_only && !parameter.optional;
  }
  std::size_t given = arguments.size() + arguments.keyword_count;
  auto refuse_count = [&](std::string_view how, std::size_t bound, std::string_view noun, std::size_t got) {
    vm.raise(vm.types.type_error, function, "() takes ", how, plural(bound, noun), " (", std::to_string(got),
             " given)");
    return false;
  };
  if (given > parameters.size()) {
    return refuse_count("at most ", parameters.size(),
                        arguments.size() == 0 ? "keyword argument" : "argument", given);
  }
  if (arguments.size() > most) {
    if (most > 0) {
      return refuse_count(required == most ? "exactly " : "at most ", most, "positional argument",
                          arguments.size());
    }
    vm.raise(vm.types.type_error, function, "() takes no positional arguments");
    return false;
  }
  if (arguments.size() < by_place) {
    return refuse_count(by_place == most ? "exactly " : "at least ", by_place, "positional argument",
                        arguments.size());
  }
  for (std::size_t i = 0; i < arguments.size(); ++i) bound[i] = arguments[i];
  // A name that is not known is told last, one that stands for what is there already before that.
  std::string wrong;
  for (std::size_t k = 0; k < arguments.keyword_count; ++k) {
    std::string_view name = arguments.keyword_name(k);
    auto found = std::ranges::find_if(
        parameters, [&](const Parameter& each) { return !each.positional_only && each.name == name; });
    if (found == parameters.end()) {
      std::vector<std::string_view> names;
      for (const Parameter& each : parameters) {
        if (!each.positional_only) names.push_back(each.name);
      }
      if (wrong.empty()) {
        wrong = std::string(function) + "() got an unexpected keyword argument '" + std::string(name) + "'" +
                keyword_hint(name, names);
      }
      continue;
    }
    Value& place = bound[static_cast<std::size_t>(found - parameters.begin())];
    if (!place.is_empty()) {
      wrong = "argument for " + std::string(function) + "() given by name ('" + std::string(name) +
              "') and position (" + std::to_string(found - parameters.begin() + 1) + ")";
      continue;
    }
    place = arguments.keyword_value(k);
  }
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    const Parameter& parameter = parameters[i];
    if (parameter.optional || !bound[i].is_empty()) continue;
    if (parameter.keyword_only) {
      vm.raise(vm.types.type_error, function, "() missing required keyword-only argument: '", parameter.name,
               "'");
    } else {
      vm.raise(vm.types.type_error, function, "() missing required argument '", parameter.name, "' (pos ",
               std::to_string(i + 1), ")");
    }
    return false;
  }
  if (wrong.empty()) return true;
  vm.raise(vm.types.type_error, wrong);
  return false;
}

namespace {

// How CPython names a method in the messages of functions without or with one argument.
std::string qualified_name(const NativeFunction* function) {
  if (!function->owner) return function->spec->name;
  return std::string(function->owner->qualname.as<String>()->view()) + "." + function->spec->name;
}

bool check_counts(Vm& vm, NativeFunction* function, std::size_t given) {
  const NativeSpec* spec = function->spec;
  auto minimum = static_cast<std::size_t>(spec->minimum);
  auto maximum = static_cast<std::size_t>(spec->maximum);
  if (given >= minimum && (spec->maximum < 0 || given <= maximum)) return true;
  bool is_slot = function->type == vm.types.wrapper_descriptor;
  if (!is_slot && spec->maximum == 0) {
    vm.raise(vm.types.type_error, qualified_name(function), "() takes no arguments (", std::to_string(given),
             " given)");
  } else if (!is_slot && minimum == 1 && maximum == 1) {
    vm.raise(vm.types.type_error, qualified_name(function), "() takes exactly one argument (",
             std::to_string(given), " given)");
  } else {
    std::size_t bound = given < minimum ? minimum : maximum;
    std::string_view how = minimum == maximum ? "" : given < minimum ? "at least " : "at most ";
    vm.raise(vm.types.type_error, is_slot ? "" : spec->name, is_slot ? "" : " ", "expected ", how,
             plural(bound, "argument"), ", got ", std::to_string(given));
  }
  return false;
}

}  // namespace

Value Vm::Internals::call_native(Vm& vm, NativeFunction* function, const Arguments& given) {
  const NativeSpec* spec = function->spec;
  if (vm.native_only_ != 0 && (spec->flags & kNativeMaySuspend) != 0) return Value::deferred();
  Arguments arguments = given;
  arguments.callee = function;
  std::vector<Value> with_bound;
  std::size_t skipped = 0;
  if (!function->bound.is_empty()) {
    with_bound.reserve(given.size() + given.keyword_count + 1);
    with_bound.push_back(function->bound);
    with_bound.insert(with_bound.end(), given.values, given.values + given.size() + given.keyword_count);
    arguments.values = with_bound.data();
    ++arguments.positional_count;
    skipped = 1;
  } else if (function->owner && (spec->flags & kNativeStaticMethod) == 0) {
    skipped = 1;
    const bool is_slot = function->type == vm.types.wrapper_descriptor;
    if (arguments.size() == 0 && is_slot) [[unlikely]] {
      return vm.raise(vm.types.type_error, "descriptor '", spec->name, "' of '",
                      vm.name_of(function->owner.get()), "' object needs an argument");
    }
    if (arguments.size() == 0) [[unlikely]] {
      return vm.raise(vm.types.type_error, "unbound method ", qualified_name(function),
                      "() needs an argument");
    }
    bool fits = (spec->flags & kNativeClassMethod) != 0 ||
                is_subtype(vm.type_of(arguments[0]), function->owner.get());
    if (!fits) [[unlikely]] {
      return vm.raise(vm.types.type_error, "descriptor '", spec->name, is_slot ? "' requires a '" : "' for '",
                      vm.name_of(function->owner.get()),
                      is_slot ? "' object but received a '" : "' objects doesn't apply to a '",
                      vm.type_name(arguments[0]), is_slot ? "'" : "' object");
    }
  }
  if ((spec->flags & kNativeKeywords) == 0) {
    if (arguments.keyword_count != 0) [[unlikely]] {
      return vm.raise(vm.types.type_error, qualified_name(function), "() takes no keyword arguments");
    }
    if (!check_counts(vm, function, arguments.size() - skipped)) [[unlikely]]
      return {};
  }
  return spec->call(vm, arguments);
}

}  // namespace loopscope::python
