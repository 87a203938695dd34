// str.maketrans, translate and encode.
// Not the codecs (codecs.cpp).
#include "core/python/text/utf8.h"
#include "core/python/types/argument_type.h"
#include "core/python/types/codecs.h"
#include "core/python/types/str_type.h"

namespace loopscope::python {
namespace {

// {code: value} of a dict whose keys are ints or single characters.
Value table_of_dict(Vm& vm, const Value& mapping) {
  if (!vm.is_dict(mapping)) {
    return vm.raise(vm.types.type_error, "if you give only one argument to maketrans it must be a dict");
  }
  Ref<Dict> table = make_dict(vm);
  const HashTable& source = mapping.as<Dict>()->table;
  for (std::uint32_t i = 0; i < source.filled; ++i) {
    Value key = source.entries[i].key;
    if (key.is_empty()) continue;
    if (is_str(key)) {
      if (key.as<String>()->length != 1) {
        return vm.raise(vm.types.value_error, "string keys in translate table must be of length 1");
      }
      key = Value::small_int(static_cast<std::int64_t>(decode_utf8(view_of(key))));
    } else if (!is_int(key)) {
      return vm.raise(vm.types.type_error, "keys in translate table must be strings or integers");
    }
    if (!dict_set(vm, table.get(), key, source.entries[i].value)) return {};
  }
  return std::move(table).value();
}

Value maketrans(Vm& vm, const Arguments& arguments) {
  if (arguments.size() == 1) return table_of_dict(vm, arguments[0]);
  for (std::size_t i = arguments.size(); i-- > 0;) {
    if (!is_str(arguments[i])) {
      if (i == 0)
        return vm.raise(vm.types.type_error,
                        "first maketrans argument must be a string if there is a second argument");
      if (i == 2 && !is_str(arguments[1])) continue;
      return vm.raise(vm.types.type_error, "maketrans() argument ", std::to_string(i + 1),
                      " must be str, not ", argument_type(vm, arguments[i]));
    }
  }
  if (arguments[0].as<String>()->length != arguments[1].as<String>()->length) {
    return vm.raise(vm.types.value_error, "the first two maketrans arguments must have equal length");
  }
  Ref<Dict> table = make_dict(vm);
  auto set = [&](char32_t code, Value value) {
    return dict_set(vm, table.get(), Value::small_int(static_cast<std::int64_t>(code)), std::move(value));
  };
  std::string_view from = view_of(arguments[0]);
  std::string_view to = view_of(arguments[1]);
  for (std::size_t i = 0, j = 0; i < from.size();) {
    char32_t code = decode_utf8(from, i);
    if (!set(code, Value::small_int(static_cast<std::int64_t>(decode_utf8(to, j))))) return {};
  }
  if (arguments.size() == 3) {
    std::string_view dropped = view_of(arguments[2]);
    for (std::size_t i = 0; i < dropped.size();) {
      if (!set(decode_utf8(dropped, i), Value::none())) return {};
    }
  }
  return std::move(table).value();
}

// Appends what the table makes of a character. False: raised, or deferred in *special.
bool append_translated(Vm& vm, const Value& table, char32_t code, std::string* out, Value* special) {
  Value replacement = vm.get_item(table, Value::small_int(static_cast<std::int64_t>(code)));
  if (replacement.is_empty() && vm.exception_matches(vm.types.lookup_error)) {
    vm.take_exception();
    append_utf8(*out, code);
    return true;
  }
  if (replacement.is_special()) {
    *special = replacement;
    return false;
  }
  if (replacement.is_none()) return true;
  if (is_str(replacement)) {
    out->append(view_of(replacement));
    return true;
  }
  std::int64_t number = 0;
  if (is_int(replacement)) {
    if (int64_of(replacement, &number) && number >= 0 && number <= 0x10FFFF) {
      append_utf8(*out, static_cast<char32_t>(number));
      return true;
    }
    vm.raise(vm.types.value_error, "character mapping must be in range(0x110000)");
    return false;
  }
  vm.raise(vm.types.type_error, "character mapping must return integer, None or str");
  return false;
}

Value translate(Vm& vm, const Arguments& arguments) {
  std::string_view text = view_of(arguments[0]);
  std::string result;
  {
    Vm::NativeOnly scope(vm);
    Value special;
    bool done = true;
    for (std::size_t at = 0; at < text.size() && done;) {
      done = append_translated(vm, arguments[1], decode_utf8(text, at), &result, &special);
    }
    if (done) return vm.make_string(result);
    if (!special.is_deferred()) return {};
  }
  if (vm.native_only()) return Value::deferred();
  return vm.call_library("formatting", "str_translate", arguments[0], arguments[1]);
}

Value encode(Vm& vm, const Arguments& arguments) {
  Value bound[2];
  if (!bind_arguments(vm, arguments.skip(1), "encode", "encoding=, errors=", bound)) return {};
  for (int i = 0; i < 2; ++i) {
    if (!bound[i].is_empty() && !is_str(bound[i])) {
      return vm.raise(vm.types.type_error, "encode() argument '", i == 0 ? "encoding" : "errors",
                      "' must be str, not ", argument_type(vm, bound[i]));
    }
  }
  return encode_text(vm, arguments[0], bound[0], bound[1]);
}

constexpr NativeSpec kMethods[] = {
    {"maketrans", maketrans, 1, 3, kNativeStaticMethod},
    {"translate", translate, 1, 1},
    {"encode", encode, 0, -1, kNativeKeywords},
};

}  // namespace

const std::span<const NativeSpec> kStrTableMethods = kMethods;

}  // namespace loopscope::python
