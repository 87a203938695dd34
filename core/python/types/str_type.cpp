// str: slots, construction, indexing, joining and repeating.
// Not its methods (str_search.cpp, str_cut.cpp, str_case.cpp, str_format.cpp, str_translate.cpp).
#include "core/python/types/str_type.h"

#include <cstring>

#include "core/python/text/string_repr.h"
#include "core/python/text/text_search.h"
#include "core/python/text/utf8.h"
#include "core/python/types/argument_type.h"
#include "core/python/types/codecs.h"
#include "core/python/types/derived.h"
#include "core/python/types/format_result.h"
#include "core/python/types/iterators.h"
#include "core/python/types/slices.h"
#include "core/python/types/type_installers.h"

namespace loopscope::python {
namespace {

Value str_repr(Vm& vm, const Value& self) { return vm.make_string(string_repr(view_of(self))); }

Value str_str(Vm& vm, const Value& self) {
  return self.object()->type == vm.types.str ? self : vm.make_string(view_of(self));
}

Value str_hash(Vm& vm, const Value& self) { return vm.make_int(string_hash(self.as<String>())); }

Value str_length(Vm& vm, const Value& self) { return vm.make_int(self.as<String>()->length); }

Value str_truth(Vm&, const Value& self) { return Value::boolean(self.as<String>()->byte_length != 0); }

Value str_compare(Vm&, CompareOperator op, const Value& left, const Value& right) {
  if (!is_str(left) || !is_str(right)) return Value::not_implemented();
  if (op == CompareOperator::kEqual || op == CompareOperator::kNotEqual) {
    bool equal = string_equal(left.as<String>(), right.as<String>());
    return Value::boolean(equal == (op == CompareOperator::kEqual));
  }
  // UTF-8 sorts as its code points do.
  return order_answer(op, view_of(left).compare(view_of(right)));
}

Value repeat(Vm& vm, const Value& text, const Value& times) {
  std::int64_t count = 0;
  if (!int64_of(times, &count)) {
    return vm.raise(vm.types.overflow_error, "cannot fit 'int' into an index-sized integer");
  }
  auto* source = text.as<String>();
  if (count <= 0 || source->byte_length == 0) return vm.names.empty_string;
  if (count == 1 && source->type == vm.types.str) return text;
  if (!check_repeat(vm, count, source->byte_length)) return {};
  std::size_t unit = source->byte_length;
  Ref<String> result = vm.make_string_buffer(unit * static_cast<std::size_t>(count));
  if (!result) return {};
  if (unit == 1) {
    std::memset(result->data(), source->data()[0], static_cast<std::size_t>(count));
  } else {
    for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
      std::memcpy(result->data() + i * unit, source->data(), unit);
    }
  }
  vm.finish_string(result.get());
  return std::move(result).value();
}

Value str_binary(Vm& vm, BinaryOperator op, const Value& left, const Value& right) {
  switch (op) {
    case BinaryOperator::kAdd:
      if (is_str(left) && is_str(right)) return vm.concat(left, right);
      if (!is_str(left)) break;
      return vm.raise(vm.types.type_error, "can only concatenate str (not \"", vm.type_name(right),
                      "\") to str");
    case BinaryOperator::kMultiply: {
      const Value& text = is_str(left) ? left : right;
      const Value& times = is_str(left) ? right : left;
      if (is_int(times)) return repeat(vm, text, times);
      return is_str(left) ? refuse_repeat(vm, times) : Value::not_implemented();
    }
    case BinaryOperator::kModulo:
      if (is_str(left)) return str_percent(vm, left, right);
      break;
    default:
      break;
  }
  return Value::not_implemented();
}

Value str_get_item(Vm& vm, const Value& self, const Value& key) {
  if (asks_script(vm, key)) return get_by_plain_key(vm, vm.types.str, self, key);
  auto* text = self.as<String>();
  if (is_slice(vm, key)) {
    SliceRange range;
    if (!resolve_slice(vm, key, text->length, &range)) return {};
    if (range.step == 1) return substring(vm, self, range.start, range.start + range.count);
    std::string picked;
    for (std::int64_t i = 0; i < range.count; ++i) {
      auto index = static_cast<std::uint32_t>(range.start + i * range.step);
      std::size_t begin = string_offset(text, index);
      picked.append(text->view(), begin, utf8_length(text->data()[begin]));
    }
    return vm.make_string(picked);
  }
  std::int64_t index = 0;
  if (!resolve_index(vm, key, text->length, &index, "string", "string index out of range")) return {};
  std::size_t begin = string_offset(text, static_cast<std::uint32_t>(index));
  return vm.make_string(text->view().substr(begin, utf8_length(text->data()[begin])));
}

Value str_contains(Vm& vm, const Value& self, const Value& item) {
  if (!is_str(item)) {
    return vm.raise(vm.types.type_error, "'in <string>' requires string as left operand, not ",
                    vm.type_name(item));
  }
  return Value::boolean(find_text(view_of(self), view_of(item)) != std::string_view::npos);
}

Value str_format_slot(Vm& vm, const Value& self, const Value& spec) {
  if (view_of(spec).empty()) return str_str(vm, self);
  return finish_format(vm, format_text(view_of(self), view_of(spec), vm.type_name(self)));
}

Value str_iterate(Vm& vm, const Value& self) { return make_str_iterator(vm, self); }

// The text that str(...) gives; may be special.
Value text_of(Vm& vm, const Value (&bound)[3]) {
  if (bound[0].is_empty()) return vm.names.empty_string;
  if (bound[1].is_empty() && bound[2].is_empty()) return vm.str(bound[0]);
  for (std::size_t i = 1; i < 3; ++i) {
    if (bound[i].is_empty() || is_str(bound[i])) continue;
    return vm.raise(vm.types.type_error, "str() argument '", i == 1 ? "encoding" : "errors",
                    "' must be str, not ", vm.type_name(bound[i]));
  }
  if (is_str(bound[0])) return vm.raise(vm.types.type_error, "decoding str is not supported");
  if (!is_bytes(bound[0])) {
    return vm.raise(vm.types.type_error, "decoding to str: need a bytes-like object, ",
                    vm.type_name(bound[0]), " found");
  }
  return decode_bytes(vm, bound[0], bound[1], bound[2]);
}

Value str_create(Vm& vm, Type* type, const Arguments& arguments) {
  if (type == vm.types.str && arguments.keyword_count == 0 && arguments.size() == 1)
    return vm.str(arguments[0]);
  if (arguments.size() > 3 && arguments.keyword_count == 0) {
    return vm.raise(vm.types.type_error, "str expected at most 3 arguments, got ",
                    std::to_string(arguments.size()));
  }
  Value bound[3];
  if (!bind_arguments(vm, arguments, "str", "object=, encoding=, errors=", bound)) return {};
  if (type == vm.types.str) return text_of(vm, bound);
  Value text;
  {
    Vm::NativeOnly scope(vm);
    text = text_of(vm, bound);
  }
  if (text.is_deferred()) return derived_by_script(vm, vm.types.str, type, bound[0]);
  return text.is_empty() ? Value() : make_derived(vm, type, text);
}

}  // namespace

Value substring(Vm& vm, const Value& str, std::int64_t begin, std::int64_t end) {
  auto* text = str.as<String>();
  if (begin >= end) return vm.names.empty_string;
  if (begin == 0 && end >= text->length && text->type == vm.types.str) return str;
  std::uint32_t first = string_offset(text, static_cast<std::uint32_t>(begin));
  std::uint32_t last =
      end >= text->length ? text->byte_length : string_offset(text, static_cast<std::uint32_t>(end));
  return vm.make_string(text->view().substr(first, last - first));
}

bool require_str(Vm& vm, const Value& value, const char* function, int position) {
  if (is_str(value)) return true;
  vm.raise(vm.types.type_error, function, "() argument ", std::to_string(position), " must be str, not ",
           argument_type(vm, value));
  return false;
}

void install_str(Vm& vm) {
  TypeSlots slots;
  slots.repr = str_repr;
  slots.str = str_str;
  slots.hash = str_hash;
  slots.length = str_length;
  slots.truth = str_truth;
  slots.compare = str_compare;
  slots.binary = str_binary;
  slots.get_item = str_get_item;
  slots.contains = str_contains;
  slots.format = str_format_slot;
  slots.iterate = str_iterate;
  slots.create = str_create;
  extend_type(vm, vm.types.str, slots, kStrSearchMethods);
  for (auto methods : {kStrCutMethods, kStrCaseMethods, kStrFormatMethods, kStrTableMethods}) {
    extend_type(vm, vm.types.str, {}, methods);
  }
}

}  // namespace loopscope::python
