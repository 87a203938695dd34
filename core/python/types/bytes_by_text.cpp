// bytes' methods that a str has, too, and does as well: bytes go to str as characters, and the answer comes
// back. Not those where bytes may be ints (bytes_methods.cpp).
//
// A byte that is not ASCII stands for a character of the private use area: no letter, no digit, without case,
// as bytes' methods see it. So do 0x1C to 0x1F, which are blanks in a str only.
#include <string>

#include "core/python/text/utf8.h"
#include "core/python/types/argument_type.h"
#include "core/python/types/bytes_type.h"
#include "core/python/types/operands.h"

namespace loopscope::python {
namespace {

constexpr char32_t kPrivate = 0xE000;

Value text_of(Vm& vm, const Value& bytes) {
  std::string text;
  for (char c : bytes_view(bytes)) {
    auto byte = static_cast<unsigned char>(c);
    append_utf8(text, byte < 0x80 && (byte < 0x1C || byte > 0x1F) ? byte : kPrivate + byte);
  }
  return vm.make_string(text);
}

Value bytes_of(Vm& vm, const Value& text) {
  std::string bytes;
  std::string_view view = view_of(text);
  for (std::size_t at = 0; at < view.size();)
    bytes.push_back(static_cast<char>(decode_utf8(view, at) & 0xFF));
  return vm.make_bytes(bytes);
}

Value answer_of(Vm& vm, const Value& answer) {
  if (answer.is_special()) return answer;
  if (is_str(answer)) return bytes_of(vm, answer);
  if (!vm.is_tuple(answer)) return answer;
  std::vector<Value> parts;
  for (const Value& part : answer.as<Tuple>()->items()) parts.push_back(bytes_of(vm, part));
  return make_tuple(vm, parts).value();
}

// The method of the callee's name, of str.
Value by_text(Vm& vm, const Arguments& arguments) {
  Value text = text_of(vm, arguments[0]);
  Value method = vm.find_attribute(text, vm.intern(arguments.callee->spec->name));
  std::vector<Value> given(arguments.positionals().begin() + 1, arguments.positionals().end());
  for (Value& each : given) {
    if (is_bytes(each)) each = text_of(vm, each);
  }
  Arguments others = arguments;
  given.insert(given.end(), arguments.values + arguments.size(),
               arguments.values + arguments.size() + arguments.keyword_count);
  others.values = given.data();
  others.positional_count = arguments.positional_count - 1;
  return answer_of(vm, vm.call(method, others));
}

Value with_part(Vm& vm, const Arguments& arguments) {
  if (!require_bytes(vm, arguments[1])) return {};
  return by_text(vm, arguments);
}

Value with_fill(Vm& vm, const Arguments& arguments) {
  std::int64_t width = 0;
  if (!size_of(vm, arguments[1], &width)) return {};
  if (arguments.size() > 2 && (!is_bytes(arguments[2]) || bytes_view(arguments[2]).size() != 1)) {
    return vm.raise(vm.types.type_error, arguments.callee->spec->name,
                    "() argument 2 must be a byte string of length 1, not ", argument_type(vm, arguments[2]));
  }
  return by_text(vm, arguments);
}

Value is_ascii_only(Vm&, const Arguments& arguments) {
  return Value::boolean(is_ascii(bytes_view(arguments[0])));
}

Value translate(Vm& vm, const Arguments& arguments) {
  Value bound[2];
  if (!bind_arguments(vm, arguments.skip(1), "translate", "table, /, delete=", bound)) return {};
  bool has_table = !bound[0].is_none();
  if (has_table && !require_bytes(vm, bound[0])) return {};
  if (has_table && bytes_view(bound[0]).size() != 256) {
    return vm.raise(vm.types.value_error, "translation table must be 256 characters long");
  }
  if (!bound[1].is_empty() && !require_bytes(vm, bound[1])) return {};
  std::string_view deleted = bound[1].is_empty() ? std::string_view() : bytes_view(bound[1]);
  std::string result;
  for (char c : bytes_view(arguments[0])) {
    if (deleted.find(c) != std::string_view::npos) continue;
    result.push_back(has_table ? bytes_view(bound[0])[static_cast<unsigned char>(c)] : c);
  }
  return vm.make_bytes(result);
}

Value make_translation(Vm& vm, const Arguments& arguments) {
  if (!require_bytes(vm, arguments[0]) || !require_bytes(vm, arguments[1])) return {};
  std::string_view from = bytes_view(arguments[0]);
  std::string_view to = bytes_view(arguments[1]);
  if (from.size() != to.size()) {
    return vm.raise(vm.types.value_error, "maketrans arguments must have same length");
  }
  std::string table;
  for (int byte = 0; byte < 256; ++byte) table.push_back(static_cast<char>(byte));
  for (std::size_t i = 0; i < from.size(); ++i) table[static_cast<unsigned char>(from[i])] = to[i];
  return vm.make_bytes(table);
}

constexpr NativeSpec kMethods[] = {
    {"capitalize", by_text},
    {"title", by_text},
    {"swapcase", by_text},
    {"isalnum", by_text},
    {"isalpha", by_text},
    {"isdigit", by_text},
    {"isspace", by_text},
    {"islower", by_text},
    {"isupper", by_text},
    {"istitle", by_text},
    {"isascii", is_ascii_only},
    {"zfill", by_text, 1, 1},
    {"expandtabs", by_text, 0, -1, kNativeKeywords},
    {"center", with_fill, 1, 2},
    {"ljust", with_fill, 1, 2},
    {"rjust", with_fill, 1, 2},
    {"partition", with_part, 1, 1},
    {"rpartition", with_part, 1, 1},
    {"removeprefix", with_part, 1, 1},
    {"removesuffix", with_part, 1, 1},
    {"translate", translate, 0, -1, kNativeKeywords},
    {"maketrans", make_translation, 2, 2, kNativeStaticMethod},
};

}  // namespace

const std::span<const NativeSpec> kBytesMethodsByText = kMethods;

}  // namespace loopscope::python
