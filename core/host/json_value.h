// A JSON value, read and written: what the simulated services answer and what the command's summary is made
// of. Not for: the `json` module of a script, which works on the script's own objects.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace loopscope::host {

class JsonValue {
 public:
  enum class Kind : std::uint8_t { Null, True, False, Number, String, Array, Object };

  JsonValue() = default;
  JsonValue(bool value) : kind_(value ? Kind::True : Kind::False) {}
  JsonValue(int value) : JsonValue(static_cast<std::int64_t>(value)) {}
  JsonValue(std::int64_t value) : kind_(Kind::Number), text_(std::to_string(value)) {}
  JsonValue(const char* value) : JsonValue(std::string(value)) {}
  JsonValue(std::string_view value) : JsonValue(std::string(value)) {}
  JsonValue(std::string value) : kind_(Kind::String), text_(std::move(value)) {}  // UTF-8

  static JsonValue array() { return JsonValue(Kind::Array); }
  static JsonValue object() { return JsonValue(Kind::Object); }
  // Of equal keys the last one counts.
  static JsonValue object_of(std::vector<std::pair<std::string, JsonValue>> members);
  // `literal` must be a JSON number, such as "0.125".
  static JsonValue number(std::string literal);

  Kind kind() const { return kind_; }
  const std::string& text() const { return text_; }  // of a string or a number
  const std::vector<JsonValue>& items() const { return items_; }
  const std::vector<std::pair<std::string, JsonValue>>& members() const { return members_; }

  JsonValue& push(JsonValue item);                    // to an array
  JsonValue& set(std::string key, JsonValue value);   // in an object; replaces an equal key, keeps its place
  const JsonValue* find(std::string_view key) const;  // nullptr: no such key, or no object

 private:
  explicit JsonValue(Kind kind) : kind_(kind) {}

  Kind kind_ = Kind::Null;
  std::string text_;
  std::vector<JsonValue> items_;
  std::vector<std::pair<std::string, JsonValue>> members_;
};

struct JsonStyle {
  int indent = 0;  // 0: all on one line
  std::string_view item_separator = ",";
  std::string_view key_separator = ":";
  bool sort_keys = false;
  bool ascii_only = false;
};

std::string to_text(const JsonValue& value, const JsonStyle& style);

// Errors: a sentence with the offset. Nesting beyond 200 is one.
std::expected<JsonValue, std::string> parse_json(std::string_view text);

// Text between quotes as JSON writes it; with `ascii_only` everything else becomes \uXXXX. Damaged UTF-8
// becomes U+FFFD.
void append_json_string(std::string& out, std::string_view text, bool ascii_only);

}  // namespace loopscope::host
