// Writes JSON, with CPython's layouts and messages.
// Not for: `default` and encoders of the script, which the library asks.
#include <algorithm>
#include <cmath>
#include <vector>

#include "core/host/json_value.h"
#include "core/modules/json_text.h"
#include "core/python/numbers/float_text.h"

namespace loopscope::modules {
namespace {

using python::Value;
using python::Vm;

constexpr std::size_t kDeepest = 990;

std::string_view text_of(const Value& string) { return string.as<python::String>()->view(); }

class Writer {
 public:
  Writer(Vm& vm, const JsonLayout& layout, std::string* out, Value* unsupported)
      : vm_(vm), layout_(layout), out_(*out), unsupported_(unsupported) {}

  JsonWritten write(const Value& value) {
    if (value.is_none()) return put("null");
    if (value.is_bool()) return put(value.is_true() ? "true" : "false");
    if (vm_.is_string(value))
      return host::append_json_string(out_, text_of(value), layout_.ascii_only), JsonWritten::Yes;
    if (vm_.is_instance(value, vm_.types.int_)) return put_int(value);
    if (vm_.is_instance(value, vm_.types.float_)) return put_float(value);
    bool is_list = vm_.is_list(value);
    if (!is_list && !vm_.is_tuple(value) && !vm_.is_dict(value)) {
      *unsupported_ = value;
      return JsonWritten::Unsupported;
    }
    for (const Value& outer : open_) {
      if (outer.is(value)) return raised(vm_.types.value_error, "Circular reference detected");
    }
    if (open_.size() > kDeepest) {
      return raised(vm_.types.recursion_error,
                    "maximum recursion depth exceeded while encoding a JSON object");
    }
    if (!vm_.heap.reserve(out_.size())) {
      vm_.raise_memory_error();
      return JsonWritten::Raised;
    }
    open_.push_back(value);
    JsonWritten written = vm_.is_dict(value) ? put_dict(value.as<python::Dict>())
                                             : put_items(is_list ? value.as<python::List>()->span()
                                                                 : value.as<python::Tuple>()->items());
    open_.pop_back();
    return written;
  }

 private:
  JsonWritten put(std::string_view text) {
    out_ += text;
    return JsonWritten::Yes;
  }
  JsonWritten raised(python::Type* type, std::string_view message) {
    vm_.raise(type, message);
    return JsonWritten::Raised;
  }

  // An int's digits, also of subclasses, whose own repr does not count.
  JsonWritten put_int(const Value& value) {
    std::string digits;
    if (!int_text(value, &digits)) return JsonWritten::Raised;
    return put(digits);
  }
  bool int_text(const Value& value, std::string* digits) {
    if (value.is_small_int()) {
      *digits = std::to_string(value.as_small_int());
      return true;
    }
    Value plain = python::make_integer(vm_, value.as<python::Integer>()->number);
    Value text = vm_.repr(plain);
    if (!vm_.is_string(text)) return false;
    *digits = text_of(text);
    return true;
  }

  static double number_of(const Value& value) {
    return value.is_double() ? value.as_double() : value.as<python::FloatObject>()->number;
  }
  bool float_text(double number, std::string* text) {
    *text = python::float_repr(number);
    if (std::isfinite(number)) return true;
    if (!layout_.allow_nan) {
      vm_.raise(vm_.types.value_error, "Out of range float values are not JSON compliant: ", *text);
      return false;
    }
    *text = std::isnan(number) ? "NaN" : number < 0 ? "-Infinity" : "Infinity";
    return true;
  }
  JsonWritten put_float(const Value& value) {
    std::string text;
    return float_text(number_of(value), &text) ? put(text) : JsonWritten::Raised;
  }

  void new_line() {
    if (!layout_.indented) return;
    out_ += '\n';
    for (std::size_t i = 0; i < open_.size(); ++i) out_ += layout_.indent;
  }
  void separate(bool first) {
    if (!first) out_ += layout_.item_separator;
    new_line();
  }
  void close(char bracket, bool empty) {
    Value last = std::move(open_.back());
    open_.pop_back();
    if (!empty) new_line();
    open_.push_back(std::move(last));
    out_ += bracket;
  }

  JsonWritten put_items(std::span<const Value> items) {
    out_ += '[';
    bool first = true;
    for (const Value& item : items) {
      separate(std::exchange(first, false));
      if (JsonWritten written = write(Value(item)); written != JsonWritten::Yes) return written;
    }
    close(']', first);
    return JsonWritten::Yes;
  }

  // Text of a key. Yes; Raised; Unsupported: it is to be left out.
  JsonWritten key_text(const Value& key, std::string* text) {
    if (vm_.is_string(key)) return *text = text_of(key), JsonWritten::Yes;
    if (key.is_none()) return *text = "null", JsonWritten::Yes;
    if (key.is_bool()) return *text = key.is_true() ? "true" : "false", JsonWritten::Yes;
    if (vm_.is_instance(key, vm_.types.int_))
      return int_text(key, text) ? JsonWritten::Yes : JsonWritten::Raised;
    if (vm_.is_instance(key, vm_.types.float_)) {
      return float_text(number_of(key), text) ? JsonWritten::Yes : JsonWritten::Raised;
    }
    if (layout_.skip_keys) return JsonWritten::Unsupported;
    vm_.raise(vm_.types.type_error, "keys must be str, int, float, bool or None, not ", vm_.type_name(key));
    return JsonWritten::Raised;
  }

  JsonWritten put_dict(const python::Dict* dict) {
    std::vector<std::pair<Value, Value>> entries;
    for (std::uint32_t i = 0; i < dict->table.filled; ++i) {
      const auto& entry = dict->table.entries[i];
      if (!entry.key.is_empty()) entries.emplace_back(entry.key, entry.value);
    }
    if (layout_.sort_keys) {
      std::ranges::sort(entries, [&](const auto& a, const auto& b) {
        return !vm_.has_exception() && vm_.less_now(a.first, b.first) == Vm::Answer::kYes;
      });
      if (vm_.has_exception()) return JsonWritten::Raised;
    }
    out_ += '{';
    bool first = true;
    std::string text;
    for (const auto& [key, value] : entries) {
      JsonWritten shown = key_text(key, &text);
      if (shown == JsonWritten::Raised) return shown;
      if (shown == JsonWritten::Unsupported) continue;
      separate(std::exchange(first, false));
      host::append_json_string(out_, text, layout_.ascii_only);
      out_ += layout_.key_separator;
      if (JsonWritten written = write(value); written != JsonWritten::Yes) return written;
    }
    close('}', first);
    return JsonWritten::Yes;
  }

  Vm& vm_;
  const JsonLayout& layout_;
  std::string& out_;
  Value* unsupported_;
  std::vector<Value> open_;  // the containers around, outermost first
};

}  // namespace

JsonWritten write_json(Vm& vm, const Value& value, const JsonLayout& layout, std::string* out,
                       Value* unsupported) {
  return Writer(vm, layout, out, unsupported).write(value);
}

}  // namespace loopscope::modules
