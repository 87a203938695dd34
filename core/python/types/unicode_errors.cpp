// UnicodeDecodeError and UnicodeEncodeError: their text and attributes, made of their five arguments.
// Not raising them (codecs.cpp).
#include <cstdio>
#include <string>

#include "core/python/exception.h"
#include "core/python/text/utf8.h"
#include "core/python/types/operands.h"
#include "core/python/types/type_installers.h"

namespace loopscope::python {
namespace {

// encoding, object, start, end, reason; false where the exception was made with others.
bool has_parts(const Value& self) {
  auto* error = self.as<ExceptionObject>();
  if (!error->args || error->args->size != 5) return false;
  auto items = error->args->items();
  return is_str(items[0]) && (is_str(items[1]) || is_bytes(items[1])) && items[2].is_small_int() &&
         items[3].is_small_int() && is_str(items[4]);
}

template <std::size_t Index>
Value get_part(Vm& vm, const Value& self) {
  if (!has_parts(self))
    return vm.raise(vm.types.type_error, "this exception was made without its five arguments");
  return (*self.as<ExceptionObject>()->args)[Index];
}

// What stands at the place: "byte 0xff" or "character '\xe9'".
std::string shown_item(const Value& object, std::int64_t start) {
  char buffer[32];
  if (is_bytes(object)) {
    std::string_view bytes = bytes_view(object);
    auto at = static_cast<std::size_t>(start);
    if (at >= bytes.size()) return "byte";
    std::snprintf(buffer, sizeof buffer, "byte 0x%02x", static_cast<unsigned char>(bytes[at]));
    return buffer;
  }
  std::string_view text = view_of(object);
  std::size_t at = utf8_offset(text, static_cast<std::size_t>(start));
  if (at >= text.size()) return "character";
  auto code = static_cast<unsigned>(decode_utf8(text, at));
  const char* form =
      code < 0x100 ? "character '\\x%02x'" : (code < 0x10000 ? "character '\\u%04x'" : "character '\\U%08x'");
  std::snprintf(buffer, sizeof buffer, form, code);
  return buffer;
}

Value error_text(Vm& vm, const Value& self) {
  if (!has_parts(self)) return vm.types.value_error->slots.str(vm, self);
  auto items = self.as<ExceptionObject>()->args->items();
  std::int64_t start = items[2].as_small_int();
  std::int64_t end = items[3].as_small_int();
  bool bytes = is_bytes(items[1]);
  std::string text =
      "'" + std::string(view_of(items[0])) + "' codec can't " + (bytes ? "decode " : "encode ");
  if (end == start + 1 && start >= 0) {
    text += shown_item(items[1], start) + " in position " + std::to_string(start);
  } else {
    text += bytes ? "bytes" : "characters";
    text += " in position " + std::to_string(start) + "-" + std::to_string(end - 1);
  }
  return vm.make_string(text + ": " + std::string(view_of(items[4])));
}

constexpr NativePropertySpec kProperties[] = {
    {"encoding", get_part<0>}, {"object", get_part<1>}, {"start", get_part<2>},
    {"end", get_part<3>},      {"reason", get_part<4>},
};

}  // namespace

void install_unicode_errors(Vm& vm) {
  TypeSlots slots;
  slots.str = error_text;
  extend_type(vm, vm.types.unicode_decode_error, slots, {}, kProperties);
  extend_type(vm, vm.types.unicode_encode_error, slots, {}, kProperties);
}

}  // namespace loopscope::python
