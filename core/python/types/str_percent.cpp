// "format" % values: fetching the values for each conversion, in order or by key.
// Not reading conversions and writing numbers (core/python/text/percent_format.h).
#include <cmath>

#include "core/python/text/percent_format.h"
#include "core/python/text/string_repr.h"
#include "core/python/text/utf8.h"
#include "core/python/types/float_type.h"
#include "core/python/types/format_result.h"
#include "core/python/types/formatting_module.h"
#include "core/python/types/int_type.h"
#include "core/python/types/str_type.h"

namespace loopscope::python {
namespace {

// What a pass over the format is for.
enum class Pass : std::uint8_t {
  kWrite,    // the whole text, natively
  kCollect,  // only the values of %s, %r and %a, for the library to make texts of
  kJoin,     // the whole text, with those texts given
};

class PercentFormatter {
 public:
  PercentFormatter(Vm& vm, const Value& format, const Value& values, Pass pass)
      : vm_(vm), format_(view_of(format)), values_(values), pass_(pass) {
    is_tuple_ = has_layout(values, Layout::kTuple);
  }
  // kJoin: one text per value that kCollect gave.
  void give_texts(std::span<const Value> texts) { texts_ = texts; }
  List* collected = nullptr;

  // The text; empty: raised; deferred: a value needs the script.
  Value run() {
    std::size_t at = 0;
    while (at < format_.size()) {
      std::size_t percent = std::min(format_.find('%', at), format_.size());
      text_.append(format_.substr(at, percent - at));
      if (percent == format_.size()) break;
      at = percent + 1;
      if (at < format_.size() && format_[at] == '%') {
        text_.push_back('%');
        ++at;
        continue;
      }
      Value problem = convert(at);
      if (!problem.is_none()) return problem;
    }
    if (!used_mapping_ && next_ < count() && !takes_anything()) {
      return vm_.raise(vm_.types.type_error, "not all arguments converted during string formatting");
    }
    return vm_.make_string(text_);
  }

 private:
  std::size_t count() const { return is_tuple_ ? values_.as<Tuple>()->size : 1; }

  // A single value that is a mapping may stay unused: lists and bytes count as such for CPython, too.
  bool takes_anything() const {
    return !is_tuple_ && !is_str(values_) && vm_.type_of(values_)->slots.get_item != nullptr;
  }

  // None: done. Else what run() returns.
  Value convert(std::size_t& at) {
    // The mapping is asked for before the key is read to its end.
    if (at < format_.size() && format_[at] == '(' && !takes_anything()) {
      return vm_.raise(vm_.types.type_error, "format requires a mapping");
    }
    auto parsed = parse_percent(format_, at);
    if (!parsed) return raise_format_error(vm_, parsed.error());
    PercentSpec spec = *parsed;
    Value current;
    if (spec.key) {
      current = vm_.get_item(values_, vm_.make_string(*spec.key));
      if (current.is_special()) return current;
      used_mapping_ = true;
    }
    if (spec.star_width) {
      if (!take_star(&spec.width, false)) return {};
      if (spec.width < 0) {
        spec.left = true;
        spec.width = -spec.width;
      }
    }
    if (spec.star_precision && (!take_star(&spec.precision, true) ||
                                (spec.precision = std::max<std::int64_t>(spec.precision, 0)) < 0)) {
      return {};
    }
    if (spec.type == '%' && spec.plain) {
      text_.push_back('%');
      return Value::none();
    }
    if (!spec.key && !take(&current)) return {};
    return write(current, spec);
  }

  // False: raised.
  bool take(Value* value) {
    if (next_ >= count() || (used_mapping_ && !is_tuple_)) {
      vm_.raise(vm_.types.type_error, "not enough arguments for format string");
      return false;
    }
    *value = is_tuple_ ? (*values_.as<Tuple>())[next_] : values_;
    ++next_;
    return true;
  }

  bool take_star(std::int64_t* number, bool is_precision) {
    Value value;
    if (!take(&value)) return false;
    if (!is_int(value)) {
      vm_.raise(vm_.types.type_error, "* wants int");
      return false;
    }
    // A width that is too large is told of when the field is written.
    bool fits = int64_of(value, number);
    if (fits && (!is_precision || (*number > INT32_MIN && *number < INT32_MAX))) {
      *number = std::clamp<std::int64_t>(*number, -kMaxFormattedWidth - 1, kMaxFormattedWidth + 1);
      return true;
    } else {
      vm_.raise(vm_.types.overflow_error, "Python int too large to convert to C ",
                is_precision ? "int" : "ssize_t");
    }
    return false;
  }

  Value write(const Value& value, const PercentSpec& spec) {
    switch (spec.type) {
      case 's':
      case 'r':
      case 'a':
        return write_text(value, spec);
      case 'c':
        return write_character(value, spec);
      case 'd':
      case 'i':
      case 'u':
      case 'o':
      case 'x':
      case 'X':
        return write_int(value, spec);
      case 'e':
      case 'E':
      case 'f':
      case 'F':
      case 'g':
      case 'G':
        return write_float(value, spec);
      default:
        return raise_format_error(vm_, unsupported_percent(spec));
    }
  }

  Value add(const Formatted& formatted) {
    if (!formatted) return raise_format_error(vm_, formatted.error());
    if (!vm_.heap.reserve(text_.size() + formatted->size())) return vm_.raise_memory_error();
    text_ += *formatted;
    return Value::none();
  }

  Value write_text(const Value& value, const PercentSpec& spec) {
    if (pass_ == Pass::kCollect) {
      const Value pair[] = {vm_.make_string({reinterpret_cast<const char*>(&spec.type), 1}), value};
      return list_append(vm_, collected, make_tuple(vm_, pair).value()) ? Value::none() : Value();
    }
    Value text;
    if (pass_ == Pass::kJoin) {
      text = next_text_ < texts_.size() ? texts_[next_text_++] : vm_.names.empty_string;
    } else {
      text = spec.type == 's' ? vm_.str(value) : vm_.repr(value);
      if (text.is_special()) return text;
    }
    if (spec.type == 'a') return add(percent_text(escape_non_ascii(view_of(text)), spec));
    return add(percent_text(view_of(text), spec));
  }

  Value write_character(const Value& value, const PercentSpec& spec) {
    if (is_str(value) && value.as<String>()->length == 1) return add(percent_text(view_of(value), spec));
    Value whole = has_index(vm_, value) ? vm_.index_value(value) : Value();
    if (whole.is_empty()) {
      if (vm_.has_exception() && !vm_.exception_matches(vm_.types.type_error)) return {};
      vm_.take_exception();
      return vm_.raise(vm_.types.type_error, "%c requires int or char");
    }
    std::int64_t code = 0;
    if (!int64_of(whole, &code) || code < 0 || code > 0x10FFFF) {
      return vm_.raise(vm_.types.overflow_error, "%c arg not in range(0x110000)");
    }
    std::string text;
    append_utf8(text, static_cast<char32_t>(code));
    return add(percent_text(text, spec));
  }

  Value write_int(const Value& value, const PercentSpec& spec) {
    bool decimal = spec.type == 'd' || spec.type == 'i' || spec.type == 'u';
    if (is_int(value)) return add(percent_int(big_of(value), spec));
    if (decimal && is_float(value)) {
      Value whole = int_from_double(vm_, double_of(value));
      return whole.is_empty() ? Value() : add(percent_int(big_of(whole), spec));
    }
    if (has_index(vm_, value) || (decimal && lookup(vm_.type_of(value), vm_.names.dunder_int) != nullptr)) {
      Value whole =
          decimal ? vm_.call_now(Value::share(vm_.types.int_), std::span(&value, 1)) : vm_.index_value(value);
      if (!whole.is_empty()) return add(percent_int(big_of(whole), spec));
      if (!vm_.exception_matches(vm_.types.type_error)) return {};
      vm_.take_exception();
    }
    const char letter[] = {'%', static_cast<char>(spec.type), '\0'};
    return vm_.raise(vm_.types.type_error, letter, " format: ", decimal ? "a real number" : "an integer",
                     " is required, not ", vm_.type_name(value));
  }

  Value write_float(const Value& value, const PercentSpec& spec) {
    double number = 0;
    if (!is_real(value)) {
      Value real = vm_.float_value(value);
      if (real.is_empty() && !vm_.has_exception())
        vm_.raise(vm_.types.type_error, "must be real number, not ", vm_.type_name(value));
      if (real.is_empty()) return {};
      number = real.as_double();
    } else if (!real_of(value, &number))
      return vm_.raise(vm_.types.overflow_error, "int too large to convert to float");
    return add(percent_float(number, spec));
  }

  Vm& vm_;
  std::string_view format_;
  const Value& values_;
  Pass pass_;
  bool is_tuple_ = false;
  bool used_mapping_ = false;
  std::size_t next_ = 0;
  std::span<const Value> texts_;
  std::size_t next_text_ = 0;
  std::string text_;
};

}  // namespace

Value str_percent(Vm& vm, const Value& format, const Value& values) {
  {
    Vm::NativeOnly scope(vm);
    Value text = PercentFormatter(vm, format, values, Pass::kWrite).run();
    if (!text.is_deferred()) return text;
  }
  if (vm.native_only()) return Value::deferred();
  return vm.call_library("formatting", "str_percent", format, values);
}

Value percent_values(Vm& vm, const Arguments& arguments) {
  Ref<List> collected = make_list(vm);
  Vm::NativeOnly scope(vm);
  PercentFormatter formatter(vm, arguments[0], arguments[1], Pass::kCollect);
  formatter.collected = collected.get();
  Value text = formatter.run();
  if (text.is_deferred()) return vm.raise(vm.types.type_error, "format requires a mapping");
  return text.is_empty() ? Value() : std::move(collected).value();
}

Value percent_join(Vm& vm, const Arguments& arguments) {
  Vm::NativeOnly scope(vm);
  PercentFormatter formatter(vm, arguments[0], arguments[1], Pass::kJoin);
  formatter.give_texts(arguments[2].as<List>()->span());
  return formatter.run();
}

}  // namespace loopscope::python
