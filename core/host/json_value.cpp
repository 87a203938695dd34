// Reads and writes JSON. The reader takes RFC 8259 and nothing more, with bounded nesting.
// Not for: speed on large documents; the simulated services' answers are small.
#include "core/host/json_value.h"

#include <algorithm>

namespace loopscope::host {
namespace {

constexpr int kDeepest = 200;  // as deep as brackets may nest in a script; keeps the C++ stack small

void append_utf8(std::string& out, std::uint32_t point) {
  if (point < 0x80) {
    out += static_cast<char>(point);
  } else if (point < 0x800) {
    out += static_cast<char>(0xc0 | point >> 6);
    out += static_cast<char>(0x80 | (point & 63));
  } else if (point < 0x10000) {
    out += static_cast<char>(0xe0 | point >> 12);
    out += static_cast<char>(0x80 | (point >> 6 & 63));
    out += static_cast<char>(0x80 | (point & 63));
  } else {
    out += static_cast<char>(0xf0 | point >> 18);
    out += static_cast<char>(0x80 | (point >> 12 & 63));
    out += static_cast<char>(0x80 | (point >> 6 & 63));
    out += static_cast<char>(0x80 | (point & 63));
  }
}

// The code point at `offset`, which moves behind it; U+FFFD and one byte for what is no UTF-8.
std::uint32_t next_code_point(std::string_view text, std::size_t& offset) {
  auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  unsigned first = byte(offset);
  std::size_t length = first < 0x80 ? 1 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
  if (length == 0 || first > 0xf4 || offset + length > text.size()) return ++offset, 0xfffd;
  std::uint32_t point = length == 1 ? first : first & (0x7f >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(offset + i) & 0xc0) != 0x80) return ++offset, 0xfffd;
    point = point << 6 | (byte(offset + i) & 63);
  }
  bool too_long = (length == 3 && point < 0x800) || (length == 4 && (point < 0x10000 || point > 0x10ffff));
  if (too_long || (point >= 0xd800 && point < 0xe000)) return ++offset, 0xfffd;
  offset += length;
  return point;
}

void append_escape(std::string& out, std::uint32_t unit) {
  constexpr char kHex[] = "0123456789abcdef";
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) out += kHex[unit >> shift & 15];
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  std::expected<JsonValue, std::string> document() {
    auto value = read(0);
    if (!value) return value;
    skip_space();
    if (at_ < text_.size()) return wrong("more text after the value");
    return value;
  }

 private:
  using Result = std::expected<JsonValue, std::string>;

  std::unexpected<std::string> wrong(std::string_view why) const {
    return std::unexpected("not JSON at offset " + std::to_string(at_) + ": " + std::string(why));
  }

  void skip_space() {
    while (at_ < text_.size() && std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos)
      ++at_;
  }

  bool take(char expected) {
    skip_space();
    if (at_ >= text_.size() || text_[at_] != expected) return false;
    ++at_;
    return true;
  }

  bool take_word(std::string_view word) {
    if (!text_.substr(at_).starts_with(word)) return false;
    at_ += word.size();
    return true;
  }

  Result read(int depth) {
    if (depth > kDeepest) return wrong("nested too deeply");
    skip_space();
    if (at_ >= text_.size()) return wrong("a value is missing");
    if (take('{')) return read_object(depth);
    if (take('[')) return read_array(depth);
    if (text_[at_] == '"') return read_string();
    if (take_word("null")) return JsonValue();
    if (take_word("true")) return JsonValue(true);
    if (take_word("false")) return JsonValue(false);
    return read_number();
  }

  Result read_object(int depth) {
    std::vector<std::pair<std::string, JsonValue>> members;
    if (take('}')) return JsonValue::object();
    do {
      skip_space();
      if (at_ >= text_.size() || text_[at_] != '"') return wrong("a name between quotes is missing");
      auto key = read_string();
      if (!key) return key;
      if (!take(':')) return wrong("a colon is missing");
      auto value = read(depth + 1);
      if (!value) return value;
      members.emplace_back(key->text(), std::move(*value));
    } while (take(','));
    if (!take('}')) return wrong("a comma or } is missing");
    return JsonValue::object_of(std::move(members));
  }

  Result read_array(int depth) {
    JsonValue array = JsonValue::array();
    if (take(']')) return array;
    do {
      auto value = read(depth + 1);
      if (!value) return value;
      array.push(std::move(*value));
    } while (take(','));
    if (!take(']')) return wrong("a comma or ] is missing");
    return array;
  }

  // Four hexadecimal digits, or -1.
  int read_unit() {
    int unit = 0;
    for (int i = 0; i < 4; ++i, ++at_) {
      if (at_ >= text_.size()) return -1;
      std::size_t digit = std::string_view("0123456789abcdef0123456789ABCDEF").find(text_[at_]);
      if (digit == std::string_view::npos) return -1;
      unit = unit * 16 + static_cast<int>(digit % 16);
    }
    return unit;
  }

  Result read_string() {
    std::string value;
    for (++at_; at_ < text_.size() && text_[at_] != '"';) {
      if (static_cast<unsigned char>(text_[at_]) < 0x20) return wrong("a control character in a string");
      if (text_[at_] != '\\') {
        append_utf8(value, next_code_point(text_, at_));
        continue;
      }
      if (++at_ >= text_.size()) break;
      char escape = text_[at_++];
      std::size_t simple = std::string_view("\"\\/bfnrt").find(escape);
      if (simple != std::string_view::npos) {
        value += "\"\\/\b\f\n\r\t"[simple];
        continue;
      }
      int unit = escape == 'u' ? read_unit() : -1;
      if (unit < 0) return wrong("an unknown escape");
      auto point = static_cast<std::uint32_t>(unit);
      if (point >= 0xd800 && point < 0xdc00 && take_word("\\u")) {
        int low = read_unit();
        bool pair = low >= 0xdc00 && low < 0xe000;
        point = pair ? 0x10000 + ((point & 0x3ff) << 10) + (static_cast<std::uint32_t>(low) & 0x3ff) : 0xfffd;
      }
      append_utf8(value, point >= 0xd800 && point < 0xe000 ? 0xfffd : point);
    }
    if (at_ >= text_.size()) return wrong("a string does not end");
    ++at_;
    return JsonValue(std::move(value));
  }

  std::size_t skip_digits() {
    std::size_t begin = at_;
    while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9') ++at_;
    return at_ - begin;
  }

  Result read_number() {
    std::size_t begin = at_;
    if (text_[at_] == '-') ++at_;
    std::size_t first = at_;
    std::size_t digits = skip_digits();
    bool good = digits == 1 || (digits > 1 && text_[first] != '0');
    if (good && take_word(".")) good = skip_digits() > 0;
    if (good && (take_word("e") || take_word("E"))) {
      if (!take_word("+")) take_word("-");
      good = skip_digits() > 0;
    }
    if (!good) return wrong("no JSON value");
    return JsonValue::number(std::string(text_.substr(begin, at_ - begin)));
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

void append_value(std::string& out, const JsonValue& value, const JsonStyle& style, int depth) {
  auto new_line = [&](int level) {
    if (style.indent > 0) out.append("\n").append(static_cast<std::size_t>(style.indent * level), ' ');
  };
  auto separate = [&](bool first) {
    if (!first) out += style.item_separator;
    new_line(depth + 1);
  };
  switch (value.kind()) {
    case JsonValue::Kind::Null:
      out += "null";
      return;
    case JsonValue::Kind::True:
      out += "true";
      return;
    case JsonValue::Kind::False:
      out += "false";
      return;
    case JsonValue::Kind::Number:
      out += value.text();
      return;
    case JsonValue::Kind::String:
      append_json_string(out, value.text(), style.ascii_only);
      return;
    case JsonValue::Kind::Array: {
      out += '[';
      bool first = true;
      for (const JsonValue& item : value.items()) {
        separate(std::exchange(first, false));
        append_value(out, item, style, depth + 1);
      }
      if (!first) new_line(depth);
      out += ']';
      return;
    }
    case JsonValue::Kind::Object: {
      std::vector<const std::pair<std::string, JsonValue>*> members;
      for (const auto& member : value.members()) members.push_back(&member);
      if (style.sort_keys)
        std::ranges::sort(members, {},
                          [](const auto* member) -> const std::string& { return member->first; });
      out += '{';
      bool first = true;
      for (const auto* member : members) {
        separate(std::exchange(first, false));
        append_json_string(out, member->first, style.ascii_only);
        out += style.key_separator;
        append_value(out, member->second, style, depth + 1);
      }
      if (!first) new_line(depth);
      out += '}';
    }
  }
}

}  // namespace

JsonValue JsonValue::object_of(std::vector<std::pair<std::string, JsonValue>> members) {
  std::vector<std::size_t> by_key(members.size());
  for (std::size_t i = 0; i < by_key.size(); ++i) by_key[i] = i;
  std::ranges::sort(by_key, [&](std::size_t a, std::size_t b) {
    int order = members[a].first.compare(members[b].first);
    return order < 0 || (order == 0 && a < b);
  });
  std::vector<bool> dropped(members.size());
  for (std::size_t i = 1; i < by_key.size(); ++i) {
    if (members[by_key[i - 1]].first == members[by_key[i]].first) dropped[by_key[i - 1]] = true;
  }
  JsonValue object(Kind::Object);
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (!dropped[i]) object.members_.push_back(std::move(members[i]));
  }
  return object;
}

JsonValue JsonValue::number(std::string literal) {
  JsonValue value(Kind::Number);
  value.text_ = std::move(literal);
  return value;
}

JsonValue& JsonValue::push(JsonValue item) {
  items_.push_back(std::move(item));
  return *this;
}

JsonValue& JsonValue::set(std::string key, JsonValue value) {
  auto same =
      std::ranges::find(members_, key, [](const auto& member) -> const std::string& { return member.first; });
  if (same != members_.end()) {
    same->second = std::move(value);
  } else {
    members_.emplace_back(std::move(key), std::move(value));
  }
  return *this;
}

const JsonValue* JsonValue::find(std::string_view key) const {
  for (const auto& [name, value] : members_) {
    if (name == key) return &value;
  }
  return nullptr;
}

void append_json_string(std::string& out, std::string_view text, bool ascii_only) {
  out += '"';
  for (std::size_t at = 0; at < text.size();) {
    std::uint32_t point = next_code_point(text, at);
    std::size_t special = point < 0x80 ? std::string_view("\"\\\b\f\n\r\t").find(static_cast<char>(point))
                                       : std::string_view::npos;
    if (special != std::string_view::npos) {
      out += '\\';
      out += "\"\\bfnrt"[special];
    } else if (point < 0x20 || (ascii_only && point >= 0x7f && point < 0x10000)) {
      append_escape(out, point);
    } else if (ascii_only && point >= 0x10000) {
      append_escape(out, 0xd800 + ((point - 0x10000) >> 10));
      append_escape(out, 0xdc00 + (point & 0x3ff));
    } else {
      append_utf8(out, point);
    }
  }
  out += '"';
}

std::string to_text(const JsonValue& value, const JsonStyle& style) {
  std::string out;
  append_value(out, value, style, 0);
  return out;
}

std::expected<JsonValue, std::string> parse_json(std::string_view text) { return Reader(text).document(); }

}  // namespace loopscope::host
