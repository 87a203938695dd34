// Strings: making, hashing, comparing, interning, joining two.
// Not here: methods of str (types/), what a character is (text/).
#include <cstring>

#include "core/python/internals.h"
#include "core/python/string.h"
#include "core/python/text/utf8.h"
#include "core/python/vm.h"

namespace loopscope::python {
namespace {

constexpr std::size_t kLongestString = std::size_t{1} << 30;

std::uint32_t count_code_points(std::string_view text) {
  if (is_ascii(text)) return static_cast<std::uint32_t>(text.size());
  std::uint32_t count = 0;
  for (char byte : text) count += (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
  return count;
}

std::uint32_t hash_bytes(std::string_view text) {
  std::uint64_t state = 0x9E3779B97F4A7C15ull ^ text.size();
  const char* at = text.data();
  std::size_t left = text.size();
  for (; left >= 8; at += 8, left -= 8) {
    std::uint64_t chunk;
    std::memcpy(&chunk, at, 8);
    state = (state ^ chunk) * 0xFF51AFD7ED558CCDull;
    state ^= state >> 32;
  }
  std::uint64_t tail = 0;
  if (left != 0) std::memcpy(&tail, at, left);
  state = (state ^ tail) * 0xC4CEB9FE1A85EC53ull;
  auto hash = static_cast<std::uint32_t>(state >> 32 ^ state);
  return hash == 0 ? 1 : hash;
}

}  // namespace

std::uint32_t string_hash(const String* string) {
  if (string->hash == 0) const_cast<String*>(string)->hash = hash_bytes(string->view());
  return string->hash;
}

// Most are short: by words, the last of which may overlap the one before. (In wasm memcmp goes by bytes.)
bool string_equal(const String* left, const String* right) {
  if (left == right) return true;
  const std::size_t size = left->byte_length;
  if (size != right->byte_length) return false;
  const char* a = left->data();
  const char* b = right->data();
  auto same = [&]<typename Word>(std::size_t at, Word) {
    Word x, y;
    std::memcpy(&x, a + at, sizeof(Word));
    std::memcpy(&y, b + at, sizeof(Word));
    return x == y;
  };
  if (size < 4) {
    for (std::size_t i = 0; i < size; ++i) {
      if (a[i] != b[i]) return false;
    }
    return true;
  }
  if (size < 8) return same(0, std::uint32_t{}) && same(size - 4, std::uint32_t{});
  for (std::size_t i = 0; i + 8 < size; i += 8) {
    if (!same(i, std::uint64_t{})) return false;
  }
  return same(size - 8, std::uint64_t{});
}

std::uint32_t string_offset(const String* string, std::uint32_t index) {
  if (string->is_ascii()) return index;
  std::uint32_t at_index = string->checkpoint_index;
  std::uint32_t at_byte = string->checkpoint_byte;
  if (index < at_index / 2) at_index = at_byte = 0;
  std::string_view text = string->view();
  auto is_inside = [&](std::uint32_t byte) {
    return (static_cast<unsigned char>(text[byte]) & 0xC0) == 0x80;
  };
  for (; at_index > index; --at_index) {
    do --at_byte;
    while (is_inside(at_byte));
  }
  for (; at_index < index; ++at_index) {
    do ++at_byte;
    while (at_byte < text.size() && is_inside(at_byte));
  }
  string->checkpoint_index = at_index;
  string->checkpoint_byte = at_byte;
  return at_byte;
}

Ref<String> Vm::make_string_buffer(std::size_t bytes) {
  if (bytes > 4096 && (bytes > kLongestString || !heap.reserve(bytes))) {
    raise_memory_error();
    return nullptr;
  }
  auto* string = static_cast<String*>(heap.allocate(String::bytes_for(bytes)));
  string->references = 1;
  string->type = types.str;
  ++types.str->references;
  string->byte_length = static_cast<std::uint32_t>(bytes);
  string->length = 0;
  string->hash = 0;
  string->interned = 0;
  string->checkpoint_index = 0;
  string->checkpoint_byte = 0;
  string->data()[bytes] = 0;
  return Ref<String>::steal(string);
}

void Vm::finish_string(String* string) { string->length = count_code_points(string->view()); }

Value Vm::make_string(std::string_view utf8) {
  if (utf8.size() <= 1) {
    if (utf8.empty()) return names.empty_string;
    auto byte = static_cast<unsigned char>(utf8[0]);
    if (byte < 0x80) return internals_->characters[byte];
  }
  Ref<String> string = make_string_buffer(utf8.size());
  if (!string) return {};
  std::memcpy(string->data(), utf8.data(), utf8.size());
  finish_string(string.get());
  return std::move(string).value();
}

Value Vm::make_bytes(std::string_view bytes) {
  if (bytes.size() > 4096 && (bytes.size() > kLongestString || !heap.reserve(bytes.size()))) {
    return raise_memory_error();
  }
  auto* object = heap.make<Bytes>(types.bytes, Bytes::bytes_for(bytes.size()));
  object->length = static_cast<std::uint32_t>(bytes.size());
  if (!bytes.empty()) std::memcpy(object->data(), bytes.data(), bytes.size());
  return Value::steal(object);
}

Value Vm::intern(std::string_view utf8) {
  auto& table = internals_->interned;
  if (auto found = table.find(utf8); found != table.end()) return found->second;
  auto* string = heap.make<String>(types.str, String::bytes_for(utf8.size()));
  string->byte_length = static_cast<std::uint32_t>(utf8.size());
  std::memcpy(string->data(), utf8.data(), utf8.size());
  finish_string(string);
  string->interned = 1;
  string_hash(string);
  Value value = Value::steal(string);
  table.emplace(string->view(), value);
  return value;
}

Value Vm::intern(const Value& string) {
  auto* text = string.as<String>();
  if (text->interned) return string;
  auto& table = internals_->interned;
  if (auto found = table.find(text->view()); found != table.end()) return found->second;
  if (text->type != types.str || text->byte_length > 256) return intern(text->view());
  text->interned = 1;
  string_hash(text);
  table.emplace(text->view(), string);
  return string;
}

Value Vm::concat(const Value& left, const Value& right) {
  auto* first = left.as<String>();
  auto* second = right.as<String>();
  if (second->byte_length == 0 && first->type == types.str) return left;
  if (first->byte_length == 0 && second->type == types.str) return right;
  std::size_t first_bytes = first->byte_length;
  std::size_t second_bytes = second->byte_length;
  std::uint32_t length = first->length + second->length;
  Ref<String> joined = make_string_buffer(first_bytes + second_bytes);
  if (!joined) return {};
  std::memcpy(joined->data(), first->data(), first_bytes);
  std::memcpy(joined->data() + first_bytes, second->data(), second_bytes);
  joined->length = length;
  return std::move(joined).value();
}

bool Vm::append(Value& left, const String& right) {
  auto* text = left.as<String>();
  const std::size_t before = text->byte_length;
  const std::size_t after = before + right.byte_length;
  if (after > 4096 && (after > kLongestString || !heap.reserve(right.byte_length))) return false;
  if (String::bytes_for(after) != String::bytes_for(before)) {
    static_cast<void>(left.release_to_bits());
    text = static_cast<String*>(heap.reallocate(text, String::bytes_for(before), String::bytes_for(after)));
    left = Value::steal(text);
  }
  std::memcpy(text->data() + before, right.data(), right.byte_length);
  text->data()[after] = 0;
  text->byte_length = static_cast<std::uint32_t>(after);
  text->length += right.length;
  text->hash = 0;
  return true;
}

}  // namespace loopscope::python
