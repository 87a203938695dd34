// str.format and format_map: finding each field's value and formatting it.
// Not taking templates apart (core/python/text/format_field.h).
#include "core/python/text/format_field.h"
#include "core/python/text/string_repr.h"
#include "core/python/text/utf8.h"
#include "core/python/types/format_result.h"
#include "core/python/types/formatting_module.h"
#include "core/python/types/str_type.h"

namespace loopscope::python {
namespace {

// Where fields find their values: a call's arguments, or one mapping.
struct FieldValues {
  std::span<const Value> positionals;
  const Dict* keywords = nullptr;  // may be null
  const Value* mapping = nullptr;  // format_map's argument
};

class TemplateFormatter {
 public:
  TemplateFormatter(Vm& vm, const FieldValues& values) : vm_(vm), values_(values) {}

  // False: raised, or `needs_script`.
  bool run(std::string_view text, std::string* out, int depth) {
    if (depth == 0) return fail(vm_.types.value_error, "Max string recursion exceeded");
    for (std::size_t at = 0; at < text.size();) {
      auto piece = next_format_piece(text, at);
      if (!piece) {
        raise_format_error(vm_, piece.error());
        return false;
      }
      if (!piece->is_field) {
        out->append(piece->literal);
      } else if (!add_field(*piece, out, depth)) {
        return false;
      }
    }
    return true;
  }
  bool needs_script = false;

 private:
  bool fail(Type* type, std::string_view message) {
    vm_.raise(type, message);
    return false;
  }
  // False where the value is special; notes what it is.
  bool usable(const Value& value) {
    needs_script = needs_script || value.is_deferred();
    return !value.is_special();
  }

  bool add_field(const FormatPiece& piece, std::string* out, int depth) {
    auto name = parse_field_name(piece.name);
    if (!name) {
      raise_format_error(vm_, name.error());
      return false;
    }
    Value value = first_value(*name);
    if (!usable(value)) return false;
    for (const FieldStep& step : name->steps) {
      if (step.is_attribute) {
        value = vm_.get_attribute(value, vm_.intern(step.text));
      } else {
        Value key = step.index >= 0 ? vm_.make_int(step.index) : vm_.make_string(step.text);
        value = vm_.get_item(value, key);
      }
      if (!usable(value)) return false;
    }
    if (piece.conversion != 0) {
      value = convert(value, piece.conversion);
      if (!usable(value)) return false;
    }
    std::string spec(piece.spec);
    if (piece.nested) {
      spec.clear();
      if (!run(piece.spec, &spec, depth - 1)) return false;
    }
    Value text = vm_.format(value, vm_.make_string(spec));
    if (!usable(text)) return false;
    if (!vm_.heap.reserve(out->size() + view_of(text).size())) {
      vm_.raise_memory_error();
      return false;
    }
    out->append(view_of(text));
    return true;
  }

  Value convert(const Value& value, char32_t conversion) {
    if (conversion == 's') return vm_.str(value);
    if (conversion != 'r' && conversion != 'a') {
      std::string shown;
      append_utf8(shown, conversion);
      return vm_.raise(vm_.types.value_error, "Unknown conversion specifier ", shown);
    }
    Value text = vm_.repr(value);
    if (conversion == 'r' || text.is_special()) return text;
    return vm_.make_string(escape_non_ascii(view_of(text)));
  }

  Value first_value(const FieldName& name) {
    if (name.first.empty() || name.index >= 0) return positional(name);
    Value key = vm_.make_string(name.first);
    if (values_.mapping != nullptr) return vm_.get_item(*values_.mapping, key);
    const Value* found = values_.keywords == nullptr ? nullptr : dict_find_string(values_.keywords, key);
    if (found == nullptr) return vm_.raise_with(vm_.types.key_error, key);
    return *found;
  }

  Value positional(const FieldName& name) {
    bool automatic = name.first.empty();
    if (numbering_ != Numbering::kUnknown && (numbering_ == Numbering::kAutomatic) != automatic) {
      return vm_.raise(vm_.types.value_error,
                       automatic
                           ? "cannot switch from manual field specification to automatic field numbering"
                           : "cannot switch from automatic field numbering to manual field specification");
    }
    numbering_ = automatic ? Numbering::kAutomatic : Numbering::kManual;
    std::int64_t index = automatic ? next_++ : name.index;
    if (values_.mapping != nullptr) {
      return vm_.raise(vm_.types.value_error, "Format string contains positional fields");
    }
    if (index >= static_cast<std::int64_t>(values_.positionals.size())) {
      return vm_.raise(vm_.types.index_error, "Replacement index ", std::to_string(index),
                       " out of range for positional args tuple");
    }
    return values_.positionals[static_cast<std::size_t>(index)];
  }

  enum class Numbering : std::uint8_t { kUnknown, kAutomatic, kManual };
  Vm& vm_;
  const FieldValues& values_;
  Numbering numbering_ = Numbering::kUnknown;
  std::int64_t next_ = 0;
};

constexpr int kNesting = 2;

Ref<Dict> keywords_of(Vm& vm, const Arguments& arguments) {
  Ref<Dict> keywords = make_dict(vm);
  for (std::uint32_t i = 0; i < arguments.keyword_count; ++i) {
    dict_set_string(vm, keywords.get(), vm.intern(arguments.names[i]), arguments.keyword_value(i));
  }
  return keywords;
}

// The text; empty: raised; deferred: the script is needed.
Value format_natively(Vm& vm, const Value& format, const FieldValues& values) {
  Vm::NativeOnly scope(vm);
  TemplateFormatter formatter(vm, values);
  std::string text;
  if (formatter.run(view_of(format), &text, kNesting)) return vm.make_string(text);
  return formatter.needs_script ? Value::deferred() : Value();
}

Value format(Vm& vm, const Arguments& arguments) {
  return str_format_call(vm, arguments[0], arguments.skip(1));
}

Value format_map(Vm& vm, const Arguments& arguments) {
  FieldValues values;
  values.mapping = &arguments[1];
  Value text = format_natively(vm, arguments[0], values);
  if (!text.is_deferred() || vm.native_only()) return text;
  return vm.call_library("formatting", "str_format", arguments[0], Value::none(), arguments[1]);
}

Value format_method(Vm& vm, const Arguments& arguments) {
  if (!is_str(arguments[1])) {
    return vm.raise(vm.types.type_error, "__format__() argument must be str, not ",
                    vm.type_name(arguments[1]));
  }
  return finish_format(vm,
                       format_text(view_of(arguments[0]), view_of(arguments[1]), vm.type_name(arguments[0])));
}

constexpr NativeSpec kMethods[] = {
    {"format", format, 0, -1, kNativeKeywords},
    {"format_map", format_map, 1, 1},
    {"__format__", format_method, 1, 1},
};

}  // namespace

Value str_format_call(Vm& vm, const Value& format, const Arguments& arguments) {
  Ref<Dict> keywords = arguments.keyword_count > 0 ? keywords_of(vm, arguments) : nullptr;
  FieldValues values;
  values.positionals = arguments.positionals();
  values.keywords = keywords.get();
  Value text = format_natively(vm, format, values);
  if (!text.is_deferred() || vm.native_only()) return text;
  if (!keywords) keywords = make_dict(vm);
  return vm.call_library("formatting", "str_format", format, make_tuple(vm, arguments.positionals()).value(),
                         keywords.value());
}

Value format_pieces(Vm& vm, const Arguments& arguments) {
  std::string_view text = view_of(arguments[0]);
  Ref<List> pieces = make_list(vm);
  for (std::size_t at = 0; at < text.size();) {
    auto piece = next_format_piece(text, at);
    if (!piece) return raise_format_error(vm, piece.error());
    if (!piece->is_field) {
      if (!list_append(vm, pieces.get(), vm.make_string(piece->literal))) return {};
      continue;
    }
    auto name = parse_field_name(piece->name);
    if (!name) return raise_format_error(vm, name.error());
    Ref<List> steps = make_list(vm);
    for (const FieldStep& step : name->steps) {
      const Value pair[] = {Value::boolean(step.is_attribute), step.index >= 0 && !step.is_attribute
                                                                   ? vm.make_int(step.index)
                                                                   : vm.make_string(step.text)};
      if (!list_append(vm, steps.get(), make_tuple(vm, pair).value())) return {};
    }
    std::string conversion;
    if (piece->conversion != 0) append_utf8(conversion, piece->conversion);
    Value first = name->first.empty() ? Value::none()
                  : name->index >= 0  ? vm.make_int(name->index)
                                      : vm.make_string(name->first);
    const Value field[] = {first, std::move(steps).value(), vm.make_string(conversion),
                           vm.make_string(piece->spec)};
    if (!list_append(vm, pieces.get(), make_tuple(vm, field).value())) return {};
  }
  return std::move(pieces).value();
}

const std::span<const NativeSpec> kStrFormatMethods = kMethods;

}  // namespace loopscope::python
