// bytes' methods: searching, cutting, case of ASCII letters, hexadecimal.
// Not the algorithms on plain bytes (core/python/text/text_search.h).
#include <algorithm>
#include <string>

#include "core/python/text/text_search.h"
#include "core/python/text/utf8.h"
#include "core/python/types/argument_type.h"
#include "core/python/types/bytes_type.h"
#include "core/python/types/codecs.h"
#include "core/python/types/derived.h"
#include "core/python/types/iterate.h"
#include "core/python/types/operands.h"

namespace loopscope::python {
namespace {

// The bytes of an argument that may be one int, in *single then. False: raised.
bool needle_of(Vm& vm, const Value& value, char* single, std::string_view* needle) {
  if (is_bytes(value)) {
    *needle = bytes_view(value);
    return true;
  }
  std::int64_t byte = 0;
  if (!has_index(vm, value)) {
    vm.raise(vm.types.type_error, "argument should be integer or bytes-like object, not '",
             vm.type_name(value), "'");
    return false;
  }
  Value whole = vm.index_value(value);
  if (whole.is_empty()) return false;
  if (!int64_of(whole, &byte) || byte < 0 || byte > 255) {
    vm.raise(vm.types.value_error, "byte must be in range(0, 256)");
    return false;
  }
  *single = static_cast<char>(byte);
  *needle = {single, 1};
  return true;
}

// -1: not there; -2: raised.
std::int64_t position(Vm& vm, const Arguments& arguments, bool last) {
  char single = 0;
  std::string_view needle;
  if (!needle_of(vm, arguments[1], &single, &needle)) return -2;
  std::string_view text = bytes_view(arguments[0]);
  std::int64_t start = 0;
  std::int64_t end = 0;
  if (!clip_range(vm, arguments, 2, static_cast<std::int64_t>(text.size()), &start, &end)) return -2;
  if (start > end) return -1;
  text = text.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(end - start));
  std::size_t at = last ? find_last_text(text, needle) : find_text(text, needle);
  return at == std::string_view::npos ? -1 : start + static_cast<std::int64_t>(at);
}

Value find(Vm& vm, const Arguments& arguments) {
  std::int64_t at = position(vm, arguments, false);
  return at == -2 ? Value() : vm.make_int(at);
}
Value rfind(Vm& vm, const Arguments& arguments) {
  std::int64_t at = position(vm, arguments, true);
  return at == -2 ? Value() : vm.make_int(at);
}
template <bool kLast>
Value index(Vm& vm, const Arguments& arguments) {
  std::int64_t at = position(vm, arguments, kLast);
  if (at == -1) return vm.raise(vm.types.value_error, "subsection not found");
  return at == -2 ? Value() : vm.make_int(at);
}

Value count(Vm& vm, const Arguments& arguments) {
  char single = 0;
  std::string_view needle;
  if (!needle_of(vm, arguments[1], &single, &needle)) return {};
  std::string_view text = bytes_view(arguments[0]);
  std::int64_t start = 0;
  std::int64_t end = 0;
  if (!clip_range(vm, arguments, 2, static_cast<std::int64_t>(text.size()), &start, &end)) return {};
  if (start > end) return Value::small_int(0);
  text = text.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(end - start));
  return vm.make_int(
      static_cast<std::int64_t>(needle.empty() ? text.size() + 1 : count_occurrences(text, needle)));
}

Value has_affix(Vm& vm, const Arguments& arguments, bool at_start, const char* name) {
  std::string_view text = bytes_view(arguments[0]);
  std::int64_t start = 0;
  std::int64_t end = 0;
  if (!clip_range(vm, arguments, 2, static_cast<std::int64_t>(text.size()), &start, &end)) return {};
  bool valid = start <= end;
  if (valid) text = text.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(end - start));
  auto fits = [&](const Value& affix) {
    return valid && (at_start ? text.starts_with(bytes_view(affix)) : text.ends_with(bytes_view(affix)));
  };
  if (is_bytes(arguments[1])) return Value::boolean(fits(arguments[1]));
  if (!vm.is_tuple(arguments[1])) {
    return vm.raise(vm.types.type_error, name, " first arg must be bytes or a tuple of bytes, not ",
                    vm.type_name(arguments[1]));
  }
  for (const Value& affix : arguments[1].as<Tuple>()->items()) {
    if (!require_bytes(vm, affix)) return {};
    if (fits(affix)) return Value::true_value();
  }
  return Value::false_value();
}
Value starts_with(Vm& vm, const Arguments& arguments) { return has_affix(vm, arguments, true, "startswith"); }
Value ends_with(Vm& vm, const Arguments& arguments) { return has_affix(vm, arguments, false, "endswith"); }

Value replace(Vm& vm, const Arguments& arguments) {
  if (!require_bytes(vm, arguments[1]) || !require_bytes(vm, arguments[2])) return {};
  std::int64_t most = -1;
  if (arguments.size() > 3 && !size_of(vm, arguments[3], &most)) return {};
  std::string_view text = bytes_view(arguments[0]);
  std::string_view old = bytes_view(arguments[1]);
  std::string_view replacement = bytes_view(arguments[2]);
  if (!check_repeat(vm, static_cast<std::int64_t>(text.size()) + 1, replacement.size())) return {};
  if (old.empty()) return vm.make_bytes(replace_empty(text, replacement, most, false));
  return vm.make_bytes(replace_occurrences(text, old, replacement, most));
}

Value list_of(Vm& vm, const TextParts& parts) {
  Ref<List> list = make_list(vm, parts.size());
  for (std::string_view part : parts) {
    if (!list_append(vm, list.get(), vm.make_bytes(part))) return {};
  }
  return std::move(list).value();
}

Value split_either(Vm& vm, const Arguments& arguments, bool right) {
  Value bound[2];
  if (!bind_arguments(vm, arguments.skip(1), right ? "rsplit" : "split", "sep=, maxsplit=", bound)) return {};
  std::int64_t most = -1;
  if (!bound[1].is_empty() && !size_of(vm, bound[1], &most)) return {};
  std::string_view text = bytes_view(arguments[0]);
  if (bound[0].is_empty() || bound[0].is_none()) {
    return list_of(vm, right ? split_blanks_from_right(text, most, false) : split_blanks(text, most, false));
  }
  if (!require_bytes(vm, bound[0])) return {};
  std::string_view cut = bytes_view(bound[0]);
  if (cut.empty()) return vm.raise(vm.types.value_error, "empty separator");
  return list_of(vm, right ? split_by_from_right(text, cut, most) : split_by(text, cut, most));
}
Value split(Vm& vm, const Arguments& arguments) { return split_either(vm, arguments, false); }
Value rsplit(Vm& vm, const Arguments& arguments) { return split_either(vm, arguments, true); }

Value splitlines(Vm& vm, const Arguments& arguments) {
  Value bound[1];
  if (!bind_arguments(vm, arguments.skip(1), "splitlines", "keepends=", bound)) return {};
  Vm::NativeOnly scope(vm);
  bool keep = !bound[0].is_empty() && !vm.truth(bound[0]).is_false();
  return list_of(vm, split_lines(bytes_view(arguments[0]), keep, false));
}

Value strip_sides(Vm& vm, const Arguments& arguments, bool left, bool right) {
  std::string_view text = bytes_view(arguments[0]);
  if (arguments.size() < 2 || arguments[1].is_none())
    return vm.make_bytes(strip_blanks(text, left, right, false));
  if (!require_bytes(vm, arguments[1])) return {};
  return vm.make_bytes(strip_set(text, bytes_view(arguments[1]), left, right, false));
}
Value strip(Vm& vm, const Arguments& arguments) { return strip_sides(vm, arguments, true, true); }
Value lstrip(Vm& vm, const Arguments& arguments) { return strip_sides(vm, arguments, true, false); }
Value rstrip(Vm& vm, const Arguments& arguments) { return strip_sides(vm, arguments, false, true); }

Value join(Vm& vm, const Arguments& arguments) {
  std::span<const Value> items;
  if (vm.is_list(arguments[1])) {
    items = arguments[1].as<List>()->span();
  } else if (vm.is_tuple(arguments[1])) {
    items = arguments[1].as<Tuple>()->items();
  } else if (!is_iterable(vm, arguments[1])) {
    return vm.raise(vm.types.type_error, "can only join an iterable");
  } else {
    return vm.native_only() ? Value::deferred()
                            : vm.call_library("iterables", "join_bytes", arguments[0], arguments[1]);
  }
  std::string joined;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (!is_bytes(items[i])) {
      if (vm.type_name(items[i]) == "bytearray" && vm.type_of(items[i])->has_flag(kTypeImmutable) &&
          !vm.native_only()) {
        return vm.call_library("iterables", "join_bytes", arguments[0], arguments[1]);
      }
      return vm.raise(vm.types.type_error, "sequence item ", std::to_string(i),
                      ": expected a bytes-like object, ", vm.type_name(items[i]), " found");
    }
    if (!vm.heap.reserve(joined.size() + bytes_view(items[i]).size())) return vm.raise_memory_error();
    if (i > 0) joined += bytes_view(arguments[0]);
    joined += bytes_view(items[i]);
  }
  return vm.make_bytes(joined);
}

template <char First>
Value change_case(Vm& vm, const Arguments& arguments) {
  std::string bytes(bytes_view(arguments[0]));
  for (char& c : bytes) {
    if (static_cast<unsigned char>(c - First) < 26) c = static_cast<char>(c ^ 0x20);
  }
  return vm.make_bytes(bytes);
}

Value hex(Vm& vm, const Arguments& arguments) {
  Value bound[2];
  if (!bind_arguments(vm, arguments.skip(1), "hex", "sep=, bytes_per_sep=", bound)) return {};
  std::int64_t group = 1;
  if (!bound[1].is_empty() && !vm.index_of(bound[1], &group)) return {};
  std::string_view separator;
  if (!bound[0].is_empty()) {
    Vm::NativeOnly scope(vm);
    Value length = vm.length(bound[0]);
    if (length.is_empty()) return {};
    if (!length.is(Value::small_int(1))) return vm.raise(vm.types.value_error, "sep must be length 1.");
    if (!is_str(bound[0]) && !is_bytes(bound[0])) {
      return vm.raise(vm.types.type_error, "sep must be str or bytes.");
    }
    separator = is_str(bound[0]) ? view_of(bound[0]) : bytes_view(bound[0]);
    if (!is_ascii(separator)) return vm.raise(vm.types.value_error, "sep must be ASCII.");
  }
  // Groups are counted from the right; from the left where their size is negative.
  std::string text;
  std::string_view bytes = bytes_view(arguments[0]);
  auto size = static_cast<std::uint64_t>(group < 0 ? -group : group);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i > 0 && size > 0 && (group > 0 ? bytes.size() - i : i) % size == 0) text += separator;
    auto c = static_cast<unsigned char>(bytes[i]);
    text.push_back("0123456789abcdef"[c >> 4]);
    text.push_back("0123456789abcdef"[c & 15]);
  }
  return vm.make_string(text);
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  auto lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

Value fromhex(Vm& vm, const Arguments& arguments) {
  if (!is_str(arguments[1])) {
    return vm.raise(vm.types.type_error, "fromhex() argument must be str, not ",
                    argument_type(vm, arguments[1]));
  }
  std::string_view text = view_of(arguments[1]);
  std::string bytes;
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == ' ' || (text[i] >= '\t' && text[i] <= '\r')) {
      ++i;
      continue;
    }
    int high = hex_digit(text[i]);
    int low = i + 1 < text.size() ? hex_digit(text[i + 1]) : -1;
    if (high < 0 || low < 0) {
      return vm.raise(vm.types.value_error, "non-hexadecimal number found in fromhex() arg at position ",
                      std::to_string(high < 0 ? i : i + 1));
    }
    bytes.push_back(static_cast<char>(high * 16 + low));
    i += 2;
  }
  Value made = vm.make_bytes(bytes);
  return arguments[0].is(Value::share(vm.types.bytes)) ? made : vm.call(arguments[0], made);
}

Value decode(Vm& vm, const Arguments& arguments) {
  Value bound[2];
  if (!bind_arguments(vm, arguments.skip(1), "decode", "encoding=, errors=", bound)) return {};
  for (int i = 0; i < 2; ++i) {
    if (!bound[i].is_empty() && !is_str(bound[i])) {
      return vm.raise(vm.types.type_error, "decode() argument '", i == 0 ? "encoding" : "errors",
                      "' must be str, not ", argument_type(vm, bound[i]));
    }
  }
  return decode_bytes(vm, arguments[0], bound[0], bound[1]);
}

Value bytes_method(Vm& vm, const Arguments& arguments) {
  if (vm.is_exact(arguments[0], vm.types.bytes)) return arguments[0];
  return vm.make_bytes(bytes_view(arguments[0]));
}

constexpr NativeSpec kMethods[] = {
    {"__bytes__", bytes_method},
    {"__getnewargs__", new_arguments},
    {"find", find, 1, 3},
    {"rfind", rfind, 1, 3},
    {"index", index<false>, 1, 3},
    {"rindex", index<true>, 1, 3},
    {"count", count, 1, 3},
    {"startswith", starts_with, 1, 3},
    {"endswith", ends_with, 1, 3},
    {"replace", replace, 2, 3},
    {"split", split, 0, -1, kNativeKeywords},
    {"rsplit", rsplit, 0, -1, kNativeKeywords},
    {"splitlines", splitlines, 0, -1, kNativeKeywords},
    {"strip", strip, 0, 1},
    {"lstrip", lstrip, 0, 1},
    {"rstrip", rstrip, 0, 1},
    {"join", join, 1, 1},
    {"upper", change_case<'a'>},
    {"lower", change_case<'A'>},
    {"hex", hex, 0, -1, kNativeKeywords},
    {"fromhex", fromhex, 1, 1, kNativeClassMethod},
    {"decode", decode, 0, -1, kNativeKeywords},
};

}  // namespace

bool require_bytes(Vm& vm, const Value& value) {
  if (is_bytes(value)) return true;
  vm.raise(vm.types.type_error, "a bytes-like object is required, not '", vm.type_name(value), "'");
  return false;
}

const std::span<const NativeSpec> kBytesMethods = kMethods;

}  // namespace loopscope::python
