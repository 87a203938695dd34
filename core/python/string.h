// String: str: UTF-8 in one allocation, with its length in code points and a cached hash. Bytes: bytes.
// Not here: methods of str and bytes (types/), making and interning (Vm::make_string, Vm::intern).
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/python/object.h"
#include "core/python/value.h"

namespace loopscope::python {

// Immutable. Valid UTF-8, but lone surrogates may stand as three bytes each.
struct String : Object {
  std::uint32_t byte_length;
  std::uint32_t length;  // code points
  std::uint32_t hash;    // 0: not computed yet; never 0 once it is
  std::uint32_t interned;
  // A place that was looked up before, so that walking by index is O(1) a step: code point index and its
  // byte.
  mutable std::uint32_t checkpoint_index;
  mutable std::uint32_t checkpoint_byte;

  // The bytes follow the fields; one 0 byte stands behind them.
  char* data() { return reinterpret_cast<char*>(this + 1); }
  const char* data() const { return reinterpret_cast<const char*>(this + 1); }
  std::string_view view() const { return {data(), byte_length}; }
  bool is_ascii() const { return byte_length == length; }
  // A long one has room to grow by up to an eighth: so `s += t` in a loop costs by what it appends (append).
  static std::size_t bytes_for(std::size_t byte_length) {
    const std::size_t bytes = sizeof(String) + byte_length + 1;
    if (bytes <= 512) return bytes;
    const std::size_t step = std::bit_floor(bytes) / 8;
    return (bytes + step - 1) / step * step;
  }
};

// Computes and keeps the hash: never 0.
std::uint32_t string_hash(const String* string);
bool string_equal(const String* left, const String* right);
// Byte where the index-th code point begins; index <= length. Moves the checkpoint.
std::uint32_t string_offset(const String* string, std::uint32_t index);

struct Bytes : Object {
  std::uint32_t length;
  std::uint32_t hash;  // 0: not computed yet

  char* data() { return reinterpret_cast<char*>(this + 1); }
  const char* data() const { return reinterpret_cast<const char*>(this + 1); }
  std::string_view view() const { return {data(), length}; }
  static std::size_t bytes_for(std::size_t length) { return sizeof(Bytes) + length + 1; }
};

}  // namespace loopscope::python
