// Reads JSON, with CPython's messages for what is none.
// Not for: hooks, which the library applies to what was read.
#include "core/modules/json_text.h"
#include "core/python/numbers/float_text.h"
#include "core/python/numbers/int_text.h"
#include "core/python/text/utf8.h"

namespace loopscope::modules {
namespace {

using python::Value;
using python::Vm;

constexpr int kDeepest = 990;  // CPython's recursion limit is what stops it there

class Reader {
 public:
  Reader(Vm& vm, std::string_view text, std::size_t offset, JsonError* error)
      : vm_(vm), text_(text), at_(offset), error_(error) {}

  Value value(int depth) {
    if (at_ >= text_.size()) return wrong("Expecting value", at_);
    switch (text_[at_]) {
      case '"':
        return string();
      case '{':
        return object(depth);
      case '[':
        return array(depth);
      default:
        return word_or_number();
    }
  }
  std::size_t offset() const { return at_; }

 private:
  Value wrong(std::string_view message, std::size_t offset) {
    *error_ = {std::string(message), offset};
    return {};
  }

  void skip_space() {
    while (at_ < text_.size() && std::string_view(" \t\n\r").find(text_[at_]) != std::string_view::npos)
      ++at_;
  }
  bool take(char expected) {
    if (at_ >= text_.size() || text_[at_] != expected) return false;
    ++at_;
    return true;
  }
  bool take_word(std::string_view word) {
    if (!text_.substr(at_).starts_with(word)) return false;
    at_ += word.size();
    return true;
  }

  Value too_deep(std::string_view what) {
    return vm_.raise(vm_.types.recursion_error, "maximum recursion depth exceeded while decoding a JSON ",
                     what, " from a unicode string");
  }

  Value object(int depth) {
    if (depth > kDeepest) return too_deep("object");
    python::Ref<python::Dict> dict = python::make_dict(vm_);
    ++at_;
    skip_space();
    if (take('}')) return std::move(dict).value();
    for (;;) {
      if (at_ >= text_.size() || text_[at_] != '"') {
        return wrong("Expecting property name enclosed in double quotes", at_);
      }
      Value key = string();
      if (!key) return {};
      skip_space();
      if (!take(':')) return wrong("Expecting ':' delimiter", at_);
      skip_space();
      Value item = value(depth + 1);
      if (!item || !python::dict_set(vm_, dict.get(), key, std::move(item))) return {};
      skip_space();
      if (take('}')) return std::move(dict).value();
      std::size_t comma = at_;
      if (!take(',')) return wrong("Expecting ',' delimiter", at_);
      skip_space();
      if (at_ < text_.size() && text_[at_] == '}')
        return wrong("Illegal trailing comma before end of object", comma);
    }
  }

  Value array(int depth) {
    if (depth > kDeepest) return too_deep("array");
    python::Ref<python::List> list = python::make_list(vm_);
    ++at_;
    skip_space();
    if (take(']')) return std::move(list).value();
    for (;;) {
      Value item = value(depth + 1);
      if (!item || !python::list_append(vm_, list.get(), std::move(item))) return {};
      skip_space();
      if (take(']')) return std::move(list).value();
      std::size_t comma = at_;
      if (!take(',')) return wrong("Expecting ',' delimiter", at_);
      skip_space();
      if (at_ < text_.size() && text_[at_] == ']')
        return wrong("Illegal trailing comma before end of array", comma);
    }
  }

  // Four hexadecimal digits; -1: they are none.
  std::int32_t unit() {
    if (at_ + 4 > text_.size()) return -1;
    std::int32_t number = 0;
    for (std::size_t i = 0; i < 4; ++i) {
      std::size_t digit = std::string_view("0123456789abcdef0123456789ABCDEF").find(text_[at_ + i]);
      if (digit == std::string_view::npos) return -1;
      number = number * 16 + static_cast<std::int32_t>(digit % 16);
    }
    at_ += 4;
    return number;
  }

  static void append_point(std::string& out, std::uint32_t point) {
    if (point < 0x80) {
      out += static_cast<char>(point);
      return;
    }
    if (point < 0x800) {
      out += static_cast<char>(0xc0 | point >> 6);
    } else {
      if (point < 0x10000) {
        out += static_cast<char>(0xe0 | point >> 12);
      } else {
        out += static_cast<char>(0xf0 | point >> 18);
        out += static_cast<char>(0x80 | (point >> 12 & 63));
      }
      out += static_cast<char>(0x80 | (point >> 6 & 63));
    }
    out += static_cast<char>(0x80 | (point & 63));
  }

  bool escape(std::string& out) {
    std::size_t begin = at_ - 1;  // of the backslash
    if (at_ >= text_.size()) return true;
    char letter = text_[at_++];
    constexpr std::string_view kLetters = "\"\\/bfnrt";
    if (std::size_t simple = kLetters.find(letter); simple != std::string_view::npos) {
      out += "\"\\/\b\f\n\r\t"[simple];
      return true;
    }
    if (letter != 'u') return wrong("Invalid \\escape", begin), false;
    std::int32_t first = unit();
    if (first < 0) return wrong("Invalid \\uXXXX escape", begin + 1), false;
    auto point = static_cast<std::uint32_t>(first);
    if (point >= 0xd800 && point < 0xdc00 && text_.substr(at_).starts_with("\\u")) {
      std::size_t back = at_;
      at_ += 2;
      std::int32_t second = unit();
      if (second >= 0xdc00 && second < 0xe000) {
        point = 0x10000 + ((point & 0x3ff) << 10) + (static_cast<std::uint32_t>(second) & 0x3ff);
      } else {
        at_ = back;
      }
    }
    append_point(out, point);
    return true;
  }

  Value string() {
    std::size_t begin = at_++;
    std::string content;
    for (;;) {
      std::size_t plain = at_;
      while (at_ < text_.size() && text_[at_] != '"' && text_[at_] != '\\' &&
             static_cast<unsigned char>(text_[at_]) >= 0x20) {
        ++at_;
      }
      content += text_.substr(plain, at_ - plain);
      if (at_ >= text_.size()) return wrong("Unterminated string starting at", begin);
      char stop = text_[at_];
      if (stop == '"') break;
      if (stop != '\\') return wrong("Invalid control character at", at_);
      ++at_;
      if (at_ >= text_.size()) return wrong("Unterminated string starting at", begin);
      if (!escape(content)) return {};
    }
    ++at_;
    return vm_.make_string(content);
  }

  std::size_t skip_digits() {
    std::size_t begin = at_;
    while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9') ++at_;
    return at_ - begin;
  }

  Value word_or_number() {
    if (take_word("null")) return Value::none();
    if (take_word("true")) return Value::true_value();
    if (take_word("false")) return Value::false_value();
    if (take_word("NaN")) return Value::real(__builtin_nan(""));
    if (take_word("Infinity")) return Value::real(__builtin_inf());
    if (take_word("-Infinity")) return Value::real(-__builtin_inf());
    std::size_t begin = at_;
    take('-');
    if (!take('0') && skip_digits() == 0) {
      at_ = begin;
      return wrong("Expecting value", begin);
    }
    bool is_float = false;
    std::size_t whole_end = at_;
    if (take('.')) {
      if (skip_digits() > 0) {
        is_float = true;
        whole_end = at_;
      } else {
        at_ = whole_end;
      }
    }
    if (take('e') || take('E')) {
      if (!take('+')) take('-');
      if (skip_digits() > 0) {
        is_float = true;
      } else {
        at_ = whole_end;
      }
    }
    std::string_view digits = text_.substr(begin, at_ - begin);
    if (is_float) return Value::real(python::parse_float(digits).value_or(0));
    auto number = python::parse_int(digits, 10);
    if (!number) return vm_.raise(vm_.types.value_error, python::digit_limit_message(digits.size()));
    return python::make_integer(vm_, std::move(*number));
  }

  Vm& vm_;
  std::string_view text_;
  std::size_t at_;
  JsonError* error_;
};

}  // namespace

Value read_json(Vm& vm, std::string_view text, std::size_t* offset, JsonError* error) {
  Reader reader(vm, text, *offset, error);
  Value value = reader.value(0);
  *offset = reader.offset();
  return value;
}

}  // namespace loopscope::modules
