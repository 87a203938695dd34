// str's methods that look for texts: find, index, count, startswith, replace, and the yes-or-no ones on
// characters. Not cutting texts apart (str_cut.cpp).
#include "core/python/text/text_search.h"
#include "core/python/text/unicode_class.h"
#include "core/python/text/utf8.h"
#include "core/python/types/str_type.h"
#include "core/python/unicode.h"

namespace loopscope::python {
namespace {

// The bytes of self[start:end] that a search works on, and where they begin. False: raised.
struct Window {
  std::string_view text;
  std::int64_t start = 0;
  bool valid = true;  // false: start lies behind end, nothing is ever found
};

bool window_of(Vm& vm, const Arguments& arguments, Window* window) {
  auto* self = arguments[0].as<String>();
  std::int64_t start = 0;
  std::int64_t end = self->length;
  if (arguments.size() > 2 && !clip_range(vm, arguments, 2, self->length, &start, &end)) return false;
  window->start = start;
  if (start > end) {
    window->valid = false;
    return true;
  }
  std::uint32_t first = string_offset(self, static_cast<std::uint32_t>(start));
  std::uint32_t last =
      end == self->length ? self->byte_length : string_offset(self, static_cast<std::uint32_t>(end));
  window->text = self->view().substr(first, last - first);
  return true;
}

enum class Way : std::uint8_t { kFirst, kLast };

// The code point index, -1 where it is not there, -2 where something is raised.
std::int64_t position(Vm& vm, const Arguments& arguments, const char* name, Way way) {
  if (!require_str(vm, arguments[1], name, 1)) return -2;
  Window window;
  if (!window_of(vm, arguments, &window)) return -2;
  if (!window.valid) return -1;
  std::string_view part = view_of(arguments[1]);
  std::size_t at = way == Way::kFirst ? find_text(window.text, part) : find_last_text(window.text, part);
  if (at == std::string_view::npos) return -1;
  bool ascii = arguments[0].as<String>()->is_ascii();
  return window.start + static_cast<std::int64_t>(ascii ? at : code_points(window.text.substr(0, at)));
}

Value found_or_minus_one(Vm& vm, std::int64_t at) { return at == -2 ? Value() : vm.make_int(at); }

Value found_or_raise(Vm& vm, std::int64_t at) {
  if (at == -1) return vm.raise(vm.types.value_error, "substring not found");
  return at == -2 ? Value() : vm.make_int(at);
}

Value find(Vm& vm, const Arguments& arguments) {
  return found_or_minus_one(vm, position(vm, arguments, "find", Way::kFirst));
}
Value rfind(Vm& vm, const Arguments& arguments) {
  return found_or_minus_one(vm, position(vm, arguments, "rfind", Way::kLast));
}
Value index(Vm& vm, const Arguments& arguments) {
  return found_or_raise(vm, position(vm, arguments, "index", Way::kFirst));
}
Value rindex(Vm& vm, const Arguments& arguments) {
  return found_or_raise(vm, position(vm, arguments, "rindex", Way::kLast));
}

Value count(Vm& vm, const Arguments& arguments) {
  if (!require_str(vm, arguments[1], "count", 1)) return {};
  Window window;
  if (!window_of(vm, arguments, &window)) return {};
  if (!window.valid) return Value::small_int(0);
  std::string_view part = view_of(arguments[1]);
  std::size_t times = part.empty() ? code_points(window.text) + 1 : count_occurrences(window.text, part);
  return vm.make_int(static_cast<std::int64_t>(times));
}

Value has_affix(Vm& vm, const Arguments& arguments, const char* name, bool at_start) {
  Window window;
  if (!window_of(vm, arguments, &window)) return {};
  auto fits = [&](const Value& affix) {
    std::string_view part = view_of(affix);
    return window.valid && (at_start ? window.text.starts_with(part) : window.text.ends_with(part));
  };
  const Value& affix = arguments[1];
  if (is_str(affix)) return Value::boolean(fits(affix));
  if (!has_layout(affix, Layout::kTuple)) {
    return vm.raise(vm.types.type_error, name, " first arg must be str or a tuple of str, not ",
                    vm.type_name(affix));
  }
  for (const Value& item : affix.as<Tuple>()->items()) {
    if (!is_str(item)) {
      return vm.raise(vm.types.type_error, "tuple for ", name, " must only contain str, not ",
                      vm.type_name(item));
    }
    if (fits(item)) return Value::true_value();
  }
  return Value::false_value();
}

Value starts_with(Vm& vm, const Arguments& arguments) { return has_affix(vm, arguments, "startswith", true); }
Value ends_with(Vm& vm, const Arguments& arguments) { return has_affix(vm, arguments, "endswith", false); }

Value replace(Vm& vm, const Arguments& arguments) {
  Value bound[3];
  if (!bind_arguments(vm, arguments.skip(1), "replace", "old, new, /, count=", bound)) return {};
  if (!require_str(vm, bound[0], "replace", 1) || !require_str(vm, bound[1], "replace", 2)) return {};
  std::int64_t most = -1;
  if (!bound[2].is_empty() && !size_of(vm, bound[2], &most)) return {};
  std::string_view text = view_of(arguments[0]);
  std::string_view old = view_of(bound[0]);
  std::string_view replacement = view_of(bound[1]);
  if (old.empty()) {
    if (!check_repeat(vm, static_cast<std::int64_t>(text.size()) + 1, replacement.size() + 1)) return {};
    return vm.make_string(replace_empty(text, replacement, most, true));
  }
  if (most == 0 || find_text(text, old) == std::string_view::npos)
    return substring(vm, arguments[0], 0, INT64_MAX);
  if (replacement.size() > old.size() &&
      !check_repeat(vm, static_cast<std::int64_t>(text.size() / old.size()) + 1, replacement.size())) {
    return {};
  }
  return vm.make_string(replace_occurrences(text, old, replacement, most));
}

// str.isX: not empty, and every character has one of the classes.
Value all_in_class(const Arguments& arguments, unsigned classes) {
  std::string_view text = view_of(arguments[0]);
  for (std::size_t at = 0; at < text.size();) {
    if ((character_class(decode_utf8(text, at)) & classes) == 0) return Value::false_value();
  }
  return Value::boolean(!text.empty());
}

Value is_alpha(Vm&, const Arguments& arguments) { return all_in_class(arguments, kClassAlpha); }
Value is_digit(Vm&, const Arguments& arguments) { return all_in_class(arguments, kClassDigit); }
Value is_decimal(Vm&, const Arguments& arguments) { return all_in_class(arguments, kClassDecimal); }
Value is_numeric(Vm&, const Arguments& arguments) { return all_in_class(arguments, kClassNumeric); }
Value is_alnum(Vm&, const Arguments& arguments) {
  return all_in_class(arguments, kClassAlpha | kClassNumeric);
}

// At least one cased character, and none of the other case.
Value is_case(const Arguments& arguments, unsigned wanted, unsigned refused) {
  std::string_view text = view_of(arguments[0]);
  bool cased = false;
  for (std::size_t at = 0; at < text.size();) {
    unsigned bits = character_class(decode_utf8(text, at));
    if ((bits & refused) != 0) return Value::false_value();
    cased = cased || (bits & wanted) != 0;
  }
  return Value::boolean(cased);
}

Value is_lower(Vm&, const Arguments& arguments) {
  return is_case(arguments, kClassLower, kClassUpper | kClassTitle);
}
Value is_upper(Vm&, const Arguments& arguments) {
  return is_case(arguments, kClassUpper, kClassLower | kClassTitle);
}
Value is_title(Vm&, const Arguments& arguments) {
  return Value::boolean(is_title_text(view_of(arguments[0])));
}
Value is_ascii_method(Vm&, const Arguments& arguments) {
  return Value::boolean(arguments[0].as<String>()->is_ascii());
}

template <bool (*Test)(char32_t)>
bool all_characters(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (!Test(decode_utf8(text, at))) return false;
  }
  return true;
}

Value is_space_method(Vm&, const Arguments& arguments) {
  std::string_view text = view_of(arguments[0]);
  return Value::boolean(!text.empty() && all_characters<is_space>(text));
}
Value is_printable_method(Vm&, const Arguments& arguments) {
  return Value::boolean(all_characters<is_printable>(view_of(arguments[0])));
}
Value is_identifier(Vm&, const Arguments& arguments) {
  std::string_view text = view_of(arguments[0]);
  if (text.empty()) return Value::false_value();
  std::size_t at = 0;
  if (!is_identifier_start(decode_utf8(text, at))) return Value::false_value();
  return Value::boolean(all_characters<is_identifier_continue>(text.substr(at)));
}

constexpr NativeSpec kMethods[] = {
    {"find", find, 1, 3},
    {"rfind", rfind, 1, 3},
    {"index", index, 1, 3},
    {"rindex", rindex, 1, 3},
    {"count", count, 1, 3},
    {"startswith", starts_with, 1, 3},
    {"endswith", ends_with, 1, 3},
    {"replace", replace, 0, -1, kNativeKeywords},
    {"isalpha", is_alpha},
    {"isdigit", is_digit},
    {"isdecimal", is_decimal},
    {"isnumeric", is_numeric},
    {"isalnum", is_alnum},
    {"islower", is_lower},
    {"isupper", is_upper},
    {"istitle", is_title},
    {"isspace", is_space_method},
    {"isprintable", is_printable_method},
    {"isidentifier", is_identifier},
    {"isascii", is_ascii_method},
};

}  // namespace

const std::span<const NativeSpec> kStrSearchMethods = kMethods;

}  // namespace loopscope::python
