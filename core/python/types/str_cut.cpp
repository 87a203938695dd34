// str's methods that cut and join: split, strip, partition, join, lines, prefixes.
// Not looking for texts (str_search.cpp).
#include <cstring>

#include "core/python/text/text_search.h"
#include "core/python/types/argument_type.h"
#include "core/python/types/iterate.h"
#include "core/python/types/str_type.h"

namespace loopscope::python {
namespace {

Value list_of(Vm& vm, const TextParts& parts) {
  Ref<List> list = make_list(vm, parts.size());
  for (std::string_view part : parts) {
    Value text = vm.make_string(part);
    if (text.is_empty() || !list_append(vm, list.get(), std::move(text))) return {};
  }
  return std::move(list).value();
}

Value split_either(Vm& vm, const Arguments& arguments, const char* name, bool right) {
  Value separator;
  std::int64_t most = -1;
  if (arguments.keyword_count == 0 && arguments.size() <= 2) {
    if (arguments.size() == 2) separator = arguments[1];
  } else {
    Value bound[2];
    if (!bind_arguments(vm, arguments.skip(1), name, "sep=, maxsplit=", bound)) return {};
    separator = bound[0];
    if (!bound[1].is_empty() && !size_of(vm, bound[1], &most)) return {};
  }
  std::string_view text = view_of(arguments[0]);
  if (separator.is_empty() || separator.is_none()) {
    return list_of(vm, right ? split_blanks_from_right(text, most, true) : split_blanks(text, most, true));
  }
  if (!is_str(separator))
    return vm.raise(vm.types.type_error, "must be str or None, not ", vm.type_name(separator));
  std::string_view cut = view_of(separator);
  if (cut.empty()) return vm.raise(vm.types.value_error, "empty separator");
  return list_of(vm, right ? split_by_from_right(text, cut, most) : split_by(text, cut, most));
}

Value split(Vm& vm, const Arguments& arguments) { return split_either(vm, arguments, "split", false); }
Value rsplit(Vm& vm, const Arguments& arguments) { return split_either(vm, arguments, "rsplit", true); }

Value splitlines(Vm& vm, const Arguments& arguments) {
  Value bound[1];
  if (!bind_arguments(vm, arguments.skip(1), "splitlines", "keepends=", bound)) return {};
  bool keep = false;
  if (!bound[0].is_empty()) {
    Value truth = vm.truth(bound[0]);
    if (truth.is_special()) return truth;
    keep = truth.is_true();
  }
  return list_of(vm, split_lines(view_of(arguments[0]), keep, true));
}

Value strip_sides(Vm& vm, const Arguments& arguments, const char* name, bool left, bool right) {
  std::string_view text = view_of(arguments[0]);
  std::string_view stripped;
  if (arguments.size() < 2 || arguments[1].is_none()) {
    stripped = strip_blanks(text, left, right, true);
  } else if (is_str(arguments[1])) {
    stripped = strip_set(text, view_of(arguments[1]), left, right, true);
  } else {
    return vm.raise(vm.types.type_error, name, " arg must be None or str");
  }
  if (stripped.size() == text.size()) return substring(vm, arguments[0], 0, INT64_MAX);
  return vm.make_string(stripped);
}

Value strip(Vm& vm, const Arguments& arguments) { return strip_sides(vm, arguments, "strip", true, true); }
Value lstrip(Vm& vm, const Arguments& arguments) { return strip_sides(vm, arguments, "lstrip", true, false); }
Value rstrip(Vm& vm, const Arguments& arguments) { return strip_sides(vm, arguments, "rstrip", false, true); }

Value partition_at(Vm& vm, const Arguments& arguments, bool last) {
  if (!is_str(arguments[1]))
    return vm.raise(vm.types.type_error, "must be str, not ", vm.type_name(arguments[1]));
  std::string_view text = view_of(arguments[0]);
  std::string_view cut = view_of(arguments[1]);
  if (cut.empty()) return vm.raise(vm.types.value_error, "empty separator");
  std::size_t at = last ? find_last_text(text, cut) : find_text(text, cut);
  Value whole = substring(vm, arguments[0], 0, INT64_MAX);
  const Value& nothing = vm.names.empty_string;
  if (at == std::string_view::npos) {
    const Value parts[] = {last ? nothing : whole, nothing, last ? whole : nothing};
    return make_tuple(vm, parts).value();
  }
  const Value parts[] = {vm.make_string(text.substr(0, at)), arguments[1],
                         vm.make_string(text.substr(at + cut.size()))};
  return make_tuple(vm, parts).value();
}

Value partition(Vm& vm, const Arguments& arguments) { return partition_at(vm, arguments, false); }
Value rpartition(Vm& vm, const Arguments& arguments) { return partition_at(vm, arguments, true); }

Value remove_prefix(Vm& vm, const Arguments& arguments) {
  if (!is_str(arguments[1])) {
    return vm.raise(vm.types.type_error, "removeprefix() argument must be str, not ",
                    argument_type(vm, arguments[1]));
  }
  std::string_view text = view_of(arguments[0]);
  std::string_view prefix = view_of(arguments[1]);
  if (prefix.empty() || !text.starts_with(prefix)) return substring(vm, arguments[0], 0, INT64_MAX);
  return vm.make_string(text.substr(prefix.size()));
}

Value remove_suffix(Vm& vm, const Arguments& arguments) {
  if (!is_str(arguments[1])) {
    return vm.raise(vm.types.type_error, "removesuffix() argument must be str, not ",
                    argument_type(vm, arguments[1]));
  }
  std::string_view text = view_of(arguments[0]);
  std::string_view suffix = view_of(arguments[1]);
  if (suffix.empty() || !text.ends_with(suffix)) return substring(vm, arguments[0], 0, INT64_MAX);
  return vm.make_string(text.substr(0, text.size() - suffix.size()));
}

Value join_items(Vm& vm, std::string_view separator, std::span<const Value> items) {
  if (items.size() == 1 && vm.is_exact(items[0], vm.types.str)) return items[0];
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (!is_str(items[i])) {
      return vm.raise(vm.types.type_error, "sequence item ", std::to_string(i), ": expected str instance, ",
                      vm.type_name(items[i]), " found");
    }
    bytes += items[i].as<String>()->byte_length + (i > 0 ? separator.size() : 0);
    if (bytes > (std::size_t{1} << 30)) return vm.raise_memory_error();
  }
  Ref<String> joined = vm.make_string_buffer(bytes);
  if (!joined) return {};
  char* at = joined->data();
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0 && !separator.empty()) {
      std::memcpy(at, separator.data(), separator.size());
      at += separator.size();
    }
    std::string_view item = view_of(items[i]);
    std::memcpy(at, item.data(), item.size());
    at += item.size();
  }
  vm.finish_string(joined.get());
  return std::move(joined).value();
}

Value join(Vm& vm, const Arguments& arguments) {
  std::string_view separator = view_of(arguments[0]);
  const Value& iterable = arguments[1];
  if (has_layout(iterable, Layout::kList)) return join_items(vm, separator, iterable.as<List>()->span());
  if (has_layout(iterable, Layout::kTuple)) return join_items(vm, separator, iterable.as<Tuple>()->items());
  if (!is_iterable(vm, iterable)) return vm.raise(vm.types.type_error, "can only join an iterable");
  Ref<List> items = make_list(vm);
  Value rest;
  switch (collect(vm, iterable, items.get(), &rest)) {
    case Collected::kAll:
      return join_items(vm, separator, items->span());
    case Collected::kRaised:
      return {};
    default:
      return finish_collecting(vm, "join", arguments[0], std::move(items).value(), rest);
  }
}

constexpr NativeSpec kMethods[] = {
    {"split", split, 0, -1, kNativeKeywords},
    {"rsplit", rsplit, 0, -1, kNativeKeywords},
    {"splitlines", splitlines, 0, -1, kNativeKeywords},
    {"strip", strip, 0, 1},
    {"lstrip", lstrip, 0, 1},
    {"rstrip", rstrip, 0, 1},
    {"partition", partition, 1, 1},
    {"rpartition", rpartition, 1, 1},
    {"removeprefix", remove_prefix, 1, 1},
    {"removesuffix", remove_suffix, 1, 1},
    {"join", join, 1, 1},
};

}  // namespace

const std::span<const NativeSpec> kStrCutMethods = kMethods;

}  // namespace loopscope::python
