// bytes: slots and construction.
// Not its methods (bytes_methods.cpp) and codecs (codecs.cpp).
#include "core/python/types/bytes_type.h"

#include <string>

#include "core/python/text/string_repr.h"
#include "core/python/text/text_search.h"
#include "core/python/types/argument_type.h"
#include "core/python/types/codecs.h"
#include "core/python/types/derived.h"
#include "core/python/types/format_result.h"
#include "core/python/types/iterate.h"
#include "core/python/types/iterators.h"
#include "core/python/types/operands.h"
#include "core/python/types/slices.h"
#include "core/python/types/type_installers.h"

namespace loopscope::python {
namespace {

Value bytes_repr_slot(Vm& vm, const Value& self) { return vm.make_string(bytes_repr(bytes_view(self))); }
Value bytes_length(Vm& vm, const Value& self) { return vm.make_int(self.as<Bytes>()->length); }
Value bytes_truth(Vm&, const Value& self) { return Value::boolean(self.as<Bytes>()->length != 0); }
Value bytes_iterate(Vm& vm, const Value& self) { return make_bytes_iterator(vm, self); }

Value bytes_hash(Vm& vm, const Value& self) {
  // FNV over all bytes, kept in the object; 0 means not computed.
  auto* bytes = self.as<Bytes>();
  if (bytes->hash == 0) {
    std::uint32_t total = 2166136261U;
    for (char c : bytes->view()) total = (total ^ static_cast<unsigned char>(c)) * 16777619U;
    bytes->hash = total == 0 ? 1 : total;
  }
  return vm.make_int(bytes->hash);
}

Value bytes_compare(Vm&, CompareOperator op, const Value& left, const Value& right) {
  if (!is_bytes(left) || !is_bytes(right)) return Value::not_implemented();
  return order_answer(op, bytes_view(left).compare(bytes_view(right)));
}

Value bytes_binary(Vm& vm, BinaryOperator op, const Value& left, const Value& right) {
  if (op == BinaryOperator::kAdd && is_bytes(left)) {
    if (!is_bytes(right)) {
      return vm.raise(vm.types.type_error, "can't concat ", vm.type_name(right), " to bytes");
    }
    std::size_t size = bytes_view(left).size() + bytes_view(right).size();
    if (!check_repeat(vm, 1, size)) return {};
    std::string joined(bytes_view(left));
    return vm.make_bytes(joined.append(bytes_view(right)));
  }
  if (op == BinaryOperator::kModulo && is_bytes(left)) {
    if (vm.native_only()) return Value::deferred();
    return vm.call_library("bytes_percent", "bytes_percent", left, right);
  }
  if (op != BinaryOperator::kMultiply) return Value::not_implemented();
  const Value& bytes = is_bytes(left) ? left : right;
  const Value& times = is_bytes(left) ? right : left;
  if (!is_int(times)) return is_bytes(left) ? refuse_repeat(vm, times) : Value::not_implemented();
  std::int64_t count = 0;
  if (!int64_of(times, &count))
    return vm.raise(vm.types.overflow_error, "cannot fit 'int' into an index-sized integer");
  std::string_view unit = bytes_view(bytes);
  if (!check_repeat(vm, count, unit.size())) return {};
  std::string result;
  for (std::int64_t i = 0; i < count && !unit.empty(); ++i) result.append(unit);
  return vm.make_bytes(result);
}

Value bytes_get_item(Vm& vm, const Value& self, const Value& key) {
  if (asks_script(vm, key)) return get_by_plain_key(vm, vm.types.bytes, self, key);
  std::string_view bytes = bytes_view(self);
  auto length = static_cast<std::int64_t>(bytes.size());
  if (!is_slice(vm, key)) {
    std::int64_t index = 0;
    if (!resolve_index(vm, key, length, &index, "byte", "index out of range")) return {};
    return Value::small_int(static_cast<unsigned char>(bytes[static_cast<std::size_t>(index)]));
  }
  SliceRange range;
  if (!resolve_slice(vm, key, length, &range)) return {};
  if (range.count == length && range.step == 1 && vm.is_exact(self, vm.types.bytes)) return self;
  std::string part;
  for (std::int64_t i = 0; i < range.count; ++i) {
    part.push_back(bytes[static_cast<std::size_t>(range.start + i * range.step)]);
  }
  return vm.make_bytes(part);
}

Value bytes_contains(Vm& vm, const Value& self, const Value& item) {
  if (is_bytes(item))
    return Value::boolean(find_text(bytes_view(self), bytes_view(item)) != std::string_view::npos);
  std::int64_t byte = 0;
  if (!has_index(vm, item)) {
    return vm.raise(vm.types.type_error, "a bytes-like object is required, not '", vm.type_name(item), "'");
  }
  Value whole = vm.index_value(item);
  if (whole.is_empty()) return {};
  if (!int64_of(whole, &byte) || byte < 0 || byte > 255) {
    return vm.raise(vm.types.value_error, "byte must be in range(0, 256)");
  }
  return Value::boolean(bytes_view(self).find(static_cast<char>(byte)) != std::string_view::npos);
}

Value bytes_of_items(Vm& vm, std::span<const Value> items) {
  std::string bytes;
  for (const Value& item : items) {
    std::int64_t byte = 0;
    Value whole = vm.index_value(item);
    if (whole.is_empty()) return {};
    if (!int64_of(whole, &byte) || byte < 0 || byte > 255) {
      return vm.raise(vm.types.value_error, "bytes must be in range(0, 256)");
    }
    bytes.push_back(static_cast<char>(byte));
  }
  return vm.make_bytes(bytes);
}

Value content_of(Vm& vm, const Value (&bound)[3]) {
  for (std::size_t i = 1; i < 3; ++i) {
    if (bound[i].is_empty() || is_str(bound[i])) continue;
    return vm.raise(vm.types.type_error, "bytes() argument '", i == 1 ? "encoding" : "errors",
                    "' must be str, not ", argument_type(vm, bound[i]));
  }
  const Value& source = bound[0];
  if (source.is_empty()) {
    if (bound[1].is_empty() && bound[2].is_empty()) return vm.make_bytes({});
    return vm.raise(vm.types.type_error, bound[1].is_empty() ? "errors" : "encoding",
                    " without a string argument");
  }
  if (is_str(source)) {
    if (bound[1].is_empty()) return vm.raise(vm.types.type_error, "string argument without an encoding");
    return encode_text(vm, source, bound[1], bound[2]);
  }
  if (!bound[1].is_empty()) return vm.raise(vm.types.type_error, "encoding without a string argument");
  if (is_bytes(source))
    return vm.is_exact(source, vm.types.bytes) ? source : vm.make_bytes(bytes_view(source));
  if (vm.type_of(source)->is_script() && lookup(vm.type_of(source), vm.intern("__bytes__")) != nullptr) {
    return vm.call_library("conversions", "to_bytes", source);
  }
  if (has_script_method(vm, vm.type_of(source), vm.names.dunder_index)) {
    return vm.call_library("conversions", "bytes_of_size", source);
  }
  if (is_int(source)) {
    std::int64_t size = 0;
    if (!int64_of(source, &size)) {
      return vm.raise(vm.types.overflow_error, "cannot fit 'int' into an index-sized integer");
    }
    if (size < 0) return vm.raise(vm.types.value_error, "negative count");
    if (!check_repeat(vm, size, 1)) return {};
    return vm.make_bytes(std::string(static_cast<std::size_t>(size), '\0'));
  }
  if (!is_iterable(vm, source)) {
    return vm.raise(vm.types.type_error, "cannot convert '", vm.type_name(source), "' object to bytes");
  }
  Ref<List> items = make_list(vm);
  Value rest;
  switch (collect(vm, source, items.get(), &rest)) {
    case Collected::kAll:
      return bytes_of_items(vm, items->span());
    case Collected::kRaised:
      return {};
    default:
      return finish_collecting(vm, "make_bytes", Value::none(), std::move(items).value(), rest);
  }
}

Value bytes_create(Vm& vm, Type* type, const Arguments& arguments) {
  Value bound[3];
  if (!bind_arguments(vm, arguments, "bytes", "source=, encoding=, errors=", bound)) return {};
  const bool plain = bound[0].is_empty() || is_str(bound[0]) || vm.is_exact(bound[0], vm.types.bytes) ||
                     !bound[1].is_empty() || !bound[2].is_empty();
  if (type != vm.types.bytes && !plain) return derived_by_script(vm, vm.types.bytes, type, bound[0]);
  Value content = content_of(vm, bound);
  return type == vm.types.bytes || content.is_special() ? content : make_derived(vm, type, content);
}

}  // namespace

void install_bytes(Vm& vm) {
  TypeSlots slots;
  slots.repr = bytes_repr_slot;
  slots.hash = bytes_hash;
  slots.length = bytes_length;
  slots.truth = bytes_truth;
  slots.compare = bytes_compare;
  slots.binary = bytes_binary;
  slots.iterate = bytes_iterate;
  slots.get_item = bytes_get_item;
  slots.contains = bytes_contains;
  slots.create = bytes_create;
  extend_type(vm, vm.types.bytes, slots, kBytesMethods);
  extend_type(vm, vm.types.bytes, {}, kBytesMethodsByText);
}

}  // namespace loopscope::python
