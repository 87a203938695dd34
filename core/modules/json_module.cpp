// _json: the natives under library/json/.
// Not for: the text itself (json_reader.cpp, json_writer.cpp).
#include <algorithm>

#include "core/modules/json_text.h"
#include "core/modules/module_table.h"

namespace loopscope::modules {
namespace {

using python::Arguments;
using python::Dict;
using python::Value;
using python::Vm;

std::string_view text_of(const Value& string) { return string.as<python::String>()->view(); }

std::int64_t code_points(std::string_view text) {
  return std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; });
}

// From (text, index): (True, value, index behind it) or (False, message, index of the mistake).
// Indexes count code points.
Value scan(Vm& vm, const Arguments& arguments) {
  if (!vm.is_string(arguments[0])) return vm.raise(vm.types.type_error, "first argument must be a string");
  const auto* string = arguments[0].as<python::String>();
  std::int64_t index = 0;
  if (!vm.index_of(arguments[1], &index)) return {};
  if (index < 0) return vm.raise(vm.types.value_error, "idx cannot be negative");
  std::size_t offset =
      string_offset(string, static_cast<std::uint32_t>(std::min<std::int64_t>(index, string->length)));
  JsonError error;
  Value value = read_json(vm, string->view(), &offset, &error);
  if (vm.has_exception()) return {};
  bool good = !value.is_empty();
  std::int64_t end = code_points(string->view().substr(0, good ? offset : error.offset));
  const Value items[] = {Value::boolean(good), good ? std::move(value) : vm.make_string(error.message),
                         Value::small_int(end)};
  return python::make_tuple(vm, items).value();
}

// (value, skipkeys, ensure_ascii, allow_nan, indent: None or str, item separator, key separator, sort_keys):
// the text, or a tuple of one: what has no JSON form.
Value write(Vm& vm, const Arguments& arguments) {
  for (std::size_t i : {5, 6}) {
    if (!vm.is_string(arguments[i])) return vm.raise(vm.types.type_error, "separators must be str");
  }
  JsonLayout layout;
  layout.skip_keys = arguments[1].is_true();
  layout.ascii_only = arguments[2].is_true();
  layout.allow_nan = arguments[3].is_true();
  layout.indented = vm.is_string(arguments[4]);
  if (layout.indented) layout.indent = text_of(arguments[4]);
  layout.item_separator = text_of(arguments[5]);
  layout.key_separator = text_of(arguments[6]);
  layout.sort_keys = arguments[7].is_true();
  std::string text;
  Value unsupported;
  switch (write_json(vm, arguments[0], layout, &text, &unsupported)) {
    case JsonWritten::Yes:
      if (!vm.heap.reserve(text.size())) return vm.raise_memory_error();
      return vm.make_string(text);
    case JsonWritten::Unsupported:
      return python::make_tuple(vm, std::span(&unsupported, 1)).value();
    case JsonWritten::Raised:
      return {};
  }
  return {};
}

constexpr python::NativeSpec kFunctions[] = {{"scan", scan, 2, 2}, {"write", write, 8, 8}};

}  // namespace

void initialize_json(Vm& vm, Dict* dict) { python::add_functions(vm, dict, kFunctions, "_json"); }

}  // namespace loopscope::modules
