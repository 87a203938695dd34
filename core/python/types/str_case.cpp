// str's methods that change case or pad: upper, title, center, zfill, expandtabs.
// Not the rules of case (core/python/text/unicode_case.cpp).
#include "core/python/text/text_search.h"
#include "core/python/text/unicode_class.h"
#include "core/python/text/utf8.h"
#include "core/python/types/derived.h"
#include "core/python/types/str_type.h"

namespace loopscope::python {
namespace {

// ASCII texts, the commonest, change byte by byte.
template <bool Upper>
Value change_ascii(Vm& vm, const String* text) {
  Ref<String> result = vm.make_string_buffer(text->byte_length);
  if (!result) return {};
  constexpr char kFirst = Upper ? 'a' : 'A';
  const char* source = text->data();
  char* target = result->data();
  for (std::uint32_t i = 0; i < text->byte_length; ++i) {
    char c = source[i];
    target[i] = static_cast<unsigned char>(c - kFirst) < 26 ? static_cast<char>(c ^ 0x20) : c;
  }
  vm.finish_string(result.get());
  return std::move(result).value();
}

Value upper(Vm& vm, const Arguments& arguments) {
  auto* text = arguments[0].as<String>();
  return text->is_ascii() ? change_ascii<true>(vm, text) : vm.make_string(upper_text(text->view()));
}
Value lower(Vm& vm, const Arguments& arguments) {
  auto* text = arguments[0].as<String>();
  return text->is_ascii() ? change_ascii<false>(vm, text) : vm.make_string(lower_text(text->view()));
}
Value title(Vm& vm, const Arguments& arguments) { return vm.make_string(title_text(view_of(arguments[0]))); }
Value capitalize(Vm& vm, const Arguments& arguments) {
  return vm.make_string(capitalize_text(view_of(arguments[0])));
}
Value swapcase(Vm& vm, const Arguments& arguments) {
  return vm.make_string(swapcase_text(view_of(arguments[0])));
}
Value casefold(Vm& vm, const Arguments& arguments) {
  return vm.make_string(casefold_text(view_of(arguments[0])));
}

enum class Side : std::uint8_t { kLeft, kCenter, kRight };

Value pad(Vm& vm, const Arguments& arguments, Side side) {
  std::int64_t width = 0;
  if (!size_of(vm, arguments[1], &width)) return {};
  std::string_view fill = " ";
  if (arguments.size() > 2) {
    if (!is_str(arguments[2])) {
      return vm.raise(vm.types.type_error, "The fill character must be a unicode character, not ",
                      vm.type_name(arguments[2]));
    }
    if (arguments[2].as<String>()->length != 1) {
      return vm.raise(vm.types.type_error, "The fill character must be exactly one character long");
    }
    fill = view_of(arguments[2]);
  }
  auto length = static_cast<std::int64_t>(arguments[0].as<String>()->length);
  if (width <= length) return substring(vm, arguments[0], 0, INT64_MAX);
  std::int64_t padding = width - length;
  if (!check_repeat(vm, padding, fill.size())) return {};
  std::int64_t before = 0;
  if (side == Side::kRight) before = padding;
  // CPython's rule: the odd one goes left where the width is odd.
  if (side == Side::kCenter) before = padding / 2 + (padding & width & 1);
  std::string result;
  for (std::int64_t i = 0; i < before; ++i) result += fill;
  result += view_of(arguments[0]);
  for (std::int64_t i = before; i < padding; ++i) result += fill;
  return vm.make_string(result);
}

Value ljust(Vm& vm, const Arguments& arguments) { return pad(vm, arguments, Side::kLeft); }
Value rjust(Vm& vm, const Arguments& arguments) { return pad(vm, arguments, Side::kRight); }
Value center(Vm& vm, const Arguments& arguments) { return pad(vm, arguments, Side::kCenter); }

Value zfill(Vm& vm, const Arguments& arguments) {
  std::int64_t width = 0;
  if (!size_of(vm, arguments[1], &width)) return {};
  auto* text = arguments[0].as<String>();
  std::int64_t padding = width - text->length;
  if (padding <= 0) return substring(vm, arguments[0], 0, INT64_MAX);
  if (!check_repeat(vm, padding, 1)) return {};
  std::string result(text->view());
  bool sign = !result.empty() && (result[0] == '+' || result[0] == '-');
  result.insert(sign ? 1 : 0, static_cast<std::size_t>(padding), '0');
  return vm.make_string(result);
}

Value expandtabs(Vm& vm, const Arguments& arguments) {
  Value bound[1];
  if (!bind_arguments(vm, arguments.skip(1), "expandtabs", "tabsize=", bound)) return {};
  std::int64_t size = 8;
  if (!bound[0].is_empty() && !size_of(vm, bound[0], &size)) return {};
  std::string_view text = view_of(arguments[0]);
  if (!check_repeat(vm, static_cast<std::int64_t>(count_occurrences(text, "\t")),
                    static_cast<std::size_t>(size > 0 ? size : 0))) {
    return {};
  }
  return vm.make_string(expand_tabs(text, size));
}

constexpr NativeSpec kMethods[] = {
    {"__getnewargs__", new_arguments},
    {"upper", upper},
    {"lower", lower},
    {"title", title},
    {"capitalize", capitalize},
    {"swapcase", swapcase},
    {"casefold", casefold},
    {"ljust", ljust, 1, 2},
    {"rjust", rjust, 1, 2},
    {"center", center, 1, 2},
    {"zfill", zfill, 1, 1},
    {"expandtabs", expandtabs, 0, -1, kNativeKeywords},
};

}  // namespace

const std::span<const NativeSpec> kStrCaseMethods = kMethods;

}  // namespace loopscope::python
