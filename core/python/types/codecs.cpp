// Encoding and decoding, with CPython's UnicodeEncodeError and UnicodeDecodeError.
// Not finding errors in UTF-8 (core/python/text/utf8.cpp).
#include "core/python/types/codecs.h"

#include <algorithm>
#include <string>

#include "core/python/text/utf8.h"
#include "core/python/types/operands.h"

namespace loopscope::python {
namespace {

enum class Codec : std::uint8_t {
  kUtf8,
  kUtf8Signed,
  kAscii,
  kLatin1,
  kUtf16,
  kUtf16Little,
  kUtf16Big,
  kUtf32,
  kUnknown
};

struct CodecName {
  std::string_view alias;
  Codec codec;
};

constexpr CodecName kNames[] = {
    {"utf8", Codec::kUtf8},           {"u8", Codec::kUtf8},
    {"cp65001", Codec::kUtf8},        {"utf8sig", Codec::kUtf8Signed},
    {"ascii", Codec::kAscii},         {"usascii", Codec::kAscii},
    {"latin1", Codec::kLatin1},       {"iso88591", Codec::kLatin1},
    {"l1", Codec::kLatin1},           {"utf16", Codec::kUtf16},
    {"utf16le", Codec::kUtf16Little}, {"utf16be", Codec::kUtf16Big},
    {"utf32", Codec::kUtf32},
};

Codec codec_of(std::string_view name) {
  std::string plain;
  for (char c : name) {
    if (c == '-' || c == '_' || c == ' ') continue;
    plain.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
  }
  for (const CodecName& known : kNames) {
    if (known.alias == plain) return known.codec;
  }
  return Codec::kUnknown;
}

const char* name_of(Codec codec) {
  switch (codec) {
    case Codec::kAscii:
      return "ascii";
    case Codec::kLatin1:
      return "latin-1";
    case Codec::kUtf16:
      return "utf-16";
    case Codec::kUtf16Little:
      return "utf-16-le";
    case Codec::kUtf16Big:
      return "utf-16-be";
    case Codec::kUtf32:
      return "utf-32-le";
    default:
      return "utf-8";
  }
}

// UnicodeEncodeError and UnicodeDecodeError have five arguments, of which their text is made.
Value raise_codec_error(Vm& vm, Type* type, Codec codec, const Value& object, std::int64_t start,
                        std::int64_t end, std::string_view reason) {
  const Value parts[] = {vm.make_string(name_of(codec)), object, vm.make_int(start), vm.make_int(end),
                         vm.make_string(reason)};
  Value error = vm.call(Value::share(type), std::span<const Value>(parts));
  return error.is_special() ? error : vm.raise_exception(error);
}

void append_code_escape(std::string& out, char32_t c) {
  constexpr char kHex[] = "0123456789abcdef";
  int digits = c < 0x100 ? 2 : (c < 0x10000 ? 4 : 8);
  out += c < 0x100 ? "\\x" : (c < 0x10000 ? "\\u" : "\\U");
  for (int i = digits - 1; i >= 0; --i) out.push_back(kHex[(c >> (4 * i)) & 15U]);
}

// What an error handler puts in the place of a character. False: no such handler (or "strict").
bool replace_unencodable(std::string_view handler, char32_t c, std::string& out) {
  if (handler == "ignore") return true;
  if (handler == "replace") {
    out.push_back('?');
  } else if (handler == "backslashreplace") {
    append_code_escape(out, c);
  } else if (handler == "xmlcharrefreplace") {
    out.append("&#").append(std::to_string(static_cast<std::uint32_t>(c))).push_back(';');
  } else {
    return false;
  }
  return true;
}

void append_unit(std::string& out, std::uint32_t unit, int bytes, bool big) {
  for (int i = 0; i < bytes; ++i) {
    int shift = 8 * (big ? bytes - 1 - i : i);
    out.push_back(static_cast<char>(unit >> shift & 0xFFU));
  }
}

// False: the codec has no form for it.
bool append_encoded(std::string& out, Codec codec, char32_t c) {
  bool surrogate = c >= 0xD800 && c < 0xE000;
  switch (codec) {
    case Codec::kAscii:
    case Codec::kLatin1:
      if (c >= (codec == Codec::kAscii ? 0x80U : 0x100U)) return false;
      out.push_back(static_cast<char>(c));
      return true;
    case Codec::kUtf16:
    case Codec::kUtf16Little:
    case Codec::kUtf16Big: {
      if (surrogate) return false;
      bool big = codec == Codec::kUtf16Big;
      if (c >= 0x10000) {
        append_unit(out, 0xD800U + ((c - 0x10000) >> 10), 2, big);
        append_unit(out, 0xDC00U + ((c - 0x10000) & 0x3FFU), 2, big);
      } else {
        append_unit(out, c, 2, big);
      }
      return true;
    }
    case Codec::kUtf32:
      if (surrogate) return false;
      append_unit(out, c, 4, false);
      return true;
    default:
      if (surrogate) return false;
      append_utf8(out, c);
      return true;
  }
}

std::string_view encoding_name(const Value& encoding) {
  return encoding.is_empty() ? std::string_view("utf-8") : view_of(encoding);
}

const char* encode_reason(Codec codec) {
  if (codec == Codec::kAscii) return "ordinal not in range(128)";
  return codec == Codec::kLatin1 ? "ordinal not in range(256)" : "surrogates not allowed";
}

// Bytes that are being decoded, and what an error handler makes of those that cannot be.
class Decoding {
 public:
  Decoding(Vm& vm, const Value& bytes, std::string_view handler)
      : vm_(vm), bytes_(bytes), handler_(handler) {}

  // The bytes from `start` to `end` are wrong. False: raised.
  bool recover(Codec codec, std::size_t start, std::size_t end, std::string_view reason) {
    std::string_view wrong = bytes_view(bytes_).substr(start, end - start);
    if (handler_ == "ignore") return true;
    if (handler_ == "replace") return append_utf8(text, 0xFFFD), true;
    if (handler_ == "backslashreplace") {
      for (char c : wrong) append_code_escape(text, static_cast<unsigned char>(c));
      return true;
    }
    bool above_ascii = std::ranges::all_of(wrong, [](char c) { return (c & 0x80) != 0; });
    if (handler_ == "surrogateescape" && above_ascii) {
      for (char c : wrong) append_utf8(text, 0xDC00 + static_cast<unsigned char>(c));
      return true;
    }
    if (handler_ == "xmlcharrefreplace" || handler_ == "namereplace") {
      vm_.raise(vm_.types.type_error, "don't know how to handle UnicodeDecodeError in error callback");
    } else if (handler_ != "strict" && handler_ != "surrogateescape" && handler_ != "surrogatepass") {
      vm_.raise(vm_.types.lookup_error, "unknown error handler name '", handler_, "'");
    } else {
      raise_codec_error(vm_, vm_.types.unicode_decode_error, codec, bytes_, static_cast<std::int64_t>(start),
                        static_cast<std::int64_t>(end), reason);
    }
    return false;
  }

  std::string text;

 private:
  Vm& vm_;
  const Value& bytes_;
  std::string_view handler_;
};

bool decode_utf8_bytes(Decoding& decoding, std::string_view bytes, std::size_t from, Codec codec) {
  Utf8Error error;
  while (find_utf8_error(bytes, from, error)) {
    decoding.text.append(bytes.substr(from, error.start - from));
    if (!decoding.recover(codec, error.start, error.end, error.reason)) return false;
    from = error.end;
  }
  decoding.text.append(bytes.substr(from));
  return true;
}

bool decode_wide(Decoding& decoding, std::string_view data, Codec codec) {
  std::size_t unit = codec == Codec::kUtf32 ? 4 : 2;
  std::size_t at = 0;
  if (codec == Codec::kUtf16) {
    bool big = data.starts_with("\xFE\xFF");
    if (big || data.starts_with("\xFF\xFE")) at = 2;
    codec = big ? Codec::kUtf16Big : Codec::kUtf16Little;
  }
  bool big = codec == Codec::kUtf16Big;
  if (unit == 4 && data.starts_with(std::string_view("\xFF\xFE\0\0", 4))) at = 4;
  auto read = [&](std::size_t from) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < unit; ++i) {
      value |= static_cast<std::uint32_t>(static_cast<unsigned char>(data[from + i]))
               << (8 * (big ? unit - 1 - i : i));
    }
    return value;
  };
  while (at < data.size()) {
    std::size_t end = std::min(at + unit, data.size());
    const char* reason = "truncated data";
    if (end - at == unit) {
      std::uint32_t c = read(at);
      bool surrogate = c >= 0xD800 && c < 0xE000;
      if (unit == 2 && surrogate) {
        reason = c < 0xDC00 ? "illegal UTF-16 surrogate" : "illegal encoding";
        std::uint32_t low = at + 4 <= data.size() ? read(at + 2) : 0;
        if (c < 0xDC00 && low >= 0xDC00 && low < 0xE000) {
          append_utf8(decoding.text, 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00));
          at += 4;
          continue;
        }
        if (c < 0xDC00 && at + 4 > data.size()) {
          reason = "unexpected end of data";
          end = data.size();
        }
      } else if (surrogate) {
        reason = "code point in surrogate code point range(0xd800, 0xe000)";
      } else if (c > 0x10FFFF) {
        reason = "code point not in range(0x110000)";
      } else {
        append_utf8(decoding.text, c);
        at = end;
        continue;
      }
    }
    if (!decoding.recover(codec, at, end, reason)) return false;
    at = end;
  }
  return true;
}

bool decode_single_bytes(Decoding& decoding, std::string_view data, Codec codec) {
  for (std::size_t i = 0; i < data.size(); ++i) {
    auto c = static_cast<unsigned char>(data[i]);
    if (codec == Codec::kLatin1 || c < 0x80) {
      append_utf8(decoding.text, c);
    } else if (!decoding.recover(codec, i, i + 1, "ordinal not in range(128)")) {
      return false;
    }
  }
  return true;
}

}  // namespace

Value encode_text(Vm& vm, const Value& str, const Value& encoding, const Value& errors) {
  Codec codec = codec_of(encoding_name(encoding));
  if (codec == Codec::kUnknown)
    return vm.raise(vm.types.lookup_error, "unknown encoding: ", view_of(encoding));
  std::string_view handler = errors.is_empty() ? std::string_view("strict") : view_of(errors);
  auto* string = str.as<String>();
  std::string_view text = string->view();
  bool single = codec == Codec::kUtf8 || codec == Codec::kAscii || codec == Codec::kLatin1;
  if (string->is_ascii() && single) return vm.make_bytes(text);
  std::string bytes;
  if (codec == Codec::kUtf8Signed) bytes = "\xEF\xBB\xBF";
  if (codec == Codec::kUtf16) bytes = "\xFF\xFE";
  if (codec == Codec::kUtf32) bytes = std::string("\xFF\xFE\0\0", 4);
  std::int64_t index = 0;
  for (std::size_t at = 0; at < text.size(); ++index) {
    char32_t c = decode_utf8(text, at);
    if (append_encoded(bytes, codec, c)) continue;
    if (handler == "surrogateescape" && c >= 0xDC80 && c <= 0xDCFF) {
      bytes.push_back(static_cast<char>(c - 0xDC00));
      continue;
    }
    if (handler == "surrogatepass" && codec == Codec::kUtf8) {
      append_utf8(bytes, c);
      continue;
    }
    if (replace_unencodable(handler, c, bytes)) continue;
    if (handler != "strict" && handler != "surrogateescape" && handler != "surrogatepass") {
      return vm.raise(vm.types.lookup_error, "unknown error handler name '", handler, "'");
    }
    // All that follow and cannot be encoded either are told of at once.
    std::int64_t end = index + 1;
    std::string unused;
    while (single && at < text.size() && !append_encoded(unused, codec, decode_utf8(text, at))) ++end;
    return raise_codec_error(vm, vm.types.unicode_encode_error, codec, str, index, end, encode_reason(codec));
  }
  return vm.make_bytes(bytes);
}

Value decode_bytes(Vm& vm, const Value& bytes, const Value& encoding, const Value& errors) {
  Codec codec = codec_of(encoding_name(encoding));
  if (codec == Codec::kUnknown)
    return vm.raise(vm.types.lookup_error, "unknown encoding: ", view_of(encoding));
  std::string_view handler = errors.is_empty() ? std::string_view("strict") : view_of(errors);
  Decoding decoding(vm, bytes, handler);
  std::string_view data = bytes_view(bytes);
  bool done = false;
  if (codec == Codec::kAscii || codec == Codec::kLatin1) {
    done = decode_single_bytes(decoding, data, codec);
  } else if (codec == Codec::kUtf8 || codec == Codec::kUtf8Signed) {
    bool marked = codec == Codec::kUtf8Signed && data.starts_with("\xEF\xBB\xBF");
    done = decode_utf8_bytes(decoding, data, marked ? 3 : 0, codec);
  } else {
    done = decode_wide(decoding, data, codec);
  }
  return done ? vm.make_string(decoding.text) : Value();
}

}  // namespace loopscope::python
