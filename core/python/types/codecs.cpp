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
  kUtf32Little,
  kUtf32Big,
  kUnknown
};

// Without what stands between letters and digits.
struct CodecName {
  std::string_view alias;
  Codec codec;
};

constexpr CodecName kNames[] = {
    {"utf8", Codec::kUtf8},           {"u8", Codec::kUtf8},
    {"cp65001", Codec::kUtf8},        {"utf8sig", Codec::kUtf8Signed},
    {"ascii", Codec::kAscii},         {"usascii", Codec::kAscii},
    {"646", Codec::kAscii},           {"iso646us", Codec::kAscii},
    {"latin1", Codec::kLatin1},       {"iso88591", Codec::kLatin1},
    {"l1", Codec::kLatin1},           {"8859", Codec::kLatin1},
    {"cp819", Codec::kLatin1},        {"latin", Codec::kLatin1},
    {"utf16", Codec::kUtf16},         {"u16", Codec::kUtf16},
    {"utf16le", Codec::kUtf16Little}, {"utf16be", Codec::kUtf16Big},
    {"utf32", Codec::kUtf32},         {"u32", Codec::kUtf32},
    {"utf32le", Codec::kUtf32Little}, {"utf32be", Codec::kUtf32Big},
};

// What names of CPython's other codecs begin with. Their tables are larger than all of this machine's text.
constexpr std::string_view kOthers[] = {
    "cp",   "euc",   "ks",   "ms949", "uhc",      "johab", "windows",       "iso88", "iso20", "latin", "gb",
    "big5", "shift", "sjis", "utf7",  "punycode", "idna",  "unicodeescape", "raw",   "koi8",  "mac",
};
constexpr std::string_view kTransforms[] = {"hex", "base64", "rot13", "zlib", "bz2", "quopri", "uu"};

std::string plain_name(std::string_view name) {
  std::string plain;
  for (char c : name) {
    if (c == '-' || c == '_' || c == ' ') continue;
    plain.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
  }
  return plain;
}

Codec codec_of(std::string_view name) {
  std::string plain = plain_name(name);
  for (const CodecName& known : kNames) {
    if (known.alias == plain) return known.codec;
  }
  return Codec::kUnknown;
}

Value refuse_encoding(Vm& vm, std::string_view name, const char* function) {
  if (name.find('\0') != std::string_view::npos)
    return vm.raise(vm.types.value_error, "embedded null character");
  std::string plain = plain_name(name);
  for (std::string_view transform : kTransforms) {
    if (plain == transform) {
      return vm.raise(vm.types.lookup_error, "'", name, "' is not a text encoding; use codecs.", function,
                      "() to handle arbitrary codecs");
    }
  }
  for (std::string_view other : kOthers) {
    if (plain.starts_with(other))
      return vm.raise(vm.types.runtime_error, "Loopscope does not support the encoding '", name, "'");
  }
  return vm.raise(vm.types.lookup_error, "unknown encoding: ", name);
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
      return "utf-32";
    case Codec::kUtf32Little:
      return "utf-32-le";
    case Codec::kUtf32Big:
      return "utf-32-be";
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

// Bytes of a code unit.
int unit_of(Codec codec) {
  if (codec < Codec::kUtf16) return 1;
  return codec < Codec::kUtf32 ? 2 : 4;
}
bool is_big(Codec codec) { return codec == Codec::kUtf16Big || codec == Codec::kUtf32Big; }
bool is_surrogate(char32_t c) { return c >= 0xD800 && c < 0xE000; }

void append_unit(std::string& out, std::uint32_t unit, int bytes, bool big) {
  for (int i = 0; i < bytes; ++i) {
    int shift = 8 * (big ? bytes - 1 - i : i);
    out.push_back(static_cast<char>(unit >> shift & 0xFFU));
  }
}

// False: the codec has no form for it. Surrogates have one with `pass`.
bool append_encoded(std::string& out, Codec codec, char32_t c, bool pass = false) {
  if (codec == Codec::kAscii || codec == Codec::kLatin1) {
    if (c >= (codec == Codec::kAscii ? 0x80U : 0x100U)) return false;
    out.push_back(static_cast<char>(c));
    return true;
  }
  if (is_surrogate(c) && !pass) return false;
  int unit = unit_of(codec);
  if (unit == 1) {
    append_utf8(out, c);
  } else if (unit == 2 && c >= 0x10000) {
    append_unit(out, 0xD800U + ((c - 0x10000) >> 10), 2, is_big(codec));
    append_unit(out, 0xDC00U + ((c - 0x10000) & 0x3FFU), 2, is_big(codec));
  } else {
    append_unit(out, c, unit, is_big(codec));
  }
  return true;
}

std::string_view encoding_name(const Value& encoding) {
  return encoding.is_empty() ? std::string_view("utf-8") : view_of(encoding);
}

const char* encode_reason(Codec codec) {
  if (codec == Codec::kAscii) return "ordinal not in range(128)";
  return codec == Codec::kLatin1 ? "ordinal not in range(256)" : "surrogates not allowed";
}

std::uint32_t read_unit(std::string_view data, std::size_t from, int unit, bool big) {
  std::uint32_t value = 0;
  for (int i = 0; i < unit; ++i) {
    value |= static_cast<std::uint32_t>(static_cast<unsigned char>(data[from + static_cast<std::size_t>(i)]))
             << (8 * (big ? unit - 1 - i : i));
  }
  return value;
}

// Bytes that are being decoded, and what an error handler makes of those that cannot be.
class Decoding {
 public:
  Decoding(Vm& vm, const Value& bytes, std::string_view handler)
      : vm_(vm), bytes_(bytes), handler_(handler) {}

  // The bytes from `start` to `end` are wrong; moves `end` to where decoding goes on. False: raised.
  bool recover(Codec codec, std::size_t start, std::size_t& end, std::string_view reason) {
    std::string_view wrong = bytes_view(bytes_).substr(start, end - start);
    if (handler_ == "ignore") return true;
    if (handler_ == "replace") return append_utf8(text, 0xFFFD), true;
    if (handler_ == "backslashreplace") {
      for (char c : wrong) append_code_escape(text, static_cast<unsigned char>(c));
      return true;
    }
    if (handler_ == "surrogateescape" && (wrong[0] & 0x80) != 0) {
      // As far as they are not ASCII.
      for (end = start; end - start < wrong.size() && (wrong[end - start] & 0x80) != 0; ++end)
        append_utf8(text, 0xDC00 + static_cast<unsigned char>(wrong[end - start]));
      return true;
    }
    if (handler_ == "surrogatepass" && passes(codec, start, end)) return true;
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
  // Is there a surrogate's code, which would else be refused?
  bool passes(Codec codec, std::size_t start, std::size_t& end) {
    if (codec == Codec::kAscii) return false;
    std::string_view data = bytes_view(bytes_);
    auto size = static_cast<std::size_t>(unit_of(codec) == 1 ? 3 : unit_of(codec));
    if (data.size() - start < size) return false;
    std::uint32_t code = 0;
    if (size == 3) {
      std::uint32_t bytes = read_unit(data, start, 3, true);
      if ((bytes & 0xF0C0C0U) == 0xE08080U)
        code = (bytes >> 4 & 0xF000U) | (bytes >> 2 & 0xFC0U) | (bytes & 0x3FU);
    } else {
      code = read_unit(data, start, unit_of(codec), is_big(codec));
    }
    if (!is_surrogate(code)) return false;
    append_utf8(text, code);
    end = start + size;
    return true;
  }

  Vm& vm_;
  const Value& bytes_;
  std::string_view handler_;
};

bool decode_utf8_bytes(Decoding& decoding, std::string_view bytes, std::size_t from) {
  Utf8Error error;
  while (find_utf8_error(bytes, from, error)) {
    decoding.text.append(bytes.substr(from, error.start - from));
    from = error.end;
    if (!decoding.recover(Codec::kUtf8, error.start, from, error.reason)) return false;
  }
  decoding.text.append(bytes.substr(from));
  return true;
}

// The codec behind the mark that says which byte comes first, and the mark's size.
Codec marked_codec(std::string_view data, Codec codec, std::size_t* mark) {
  if (codec != Codec::kUtf16 && codec != Codec::kUtf32) return codec;
  bool narrow = codec == Codec::kUtf16;
  auto unit = static_cast<std::size_t>(unit_of(codec));
  bool big = data.starts_with(narrow ? std::string_view("\xFE\xFF") : std::string_view("\0\0\xFE\xFF", 4));
  if (big || data.starts_with(std::string_view("\xFF\xFE\0\0", unit))) *mark = unit;
  if (narrow) return big ? Codec::kUtf16Big : Codec::kUtf16Little;
  return big ? Codec::kUtf32Big : Codec::kUtf32Little;
}

bool decode_wide(Decoding& decoding, std::string_view data, Codec codec) {
  std::size_t at = 0;
  codec = marked_codec(data, codec, &at);
  auto unit = static_cast<std::size_t>(unit_of(codec));
  auto read = [&](std::size_t from) { return read_unit(data, from, unit_of(codec), is_big(codec)); };
  while (at < data.size()) {
    std::size_t end = std::min(at + unit, data.size());
    const char* reason = "truncated data";
    if (end - at == unit) {
      std::uint32_t c = read(at);
      if (unit == 2 && is_surrogate(c)) {
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
      } else if (is_surrogate(c)) {
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
    } else {
      std::size_t end = i + 1;
      if (!decoding.recover(codec, i, end, "ordinal not in range(128)")) return false;
    }
  }
  return true;
}

}  // namespace

Value encode_text(Vm& vm, const Value& str, const Value& encoding, const Value& errors) {
  Codec codec = codec_of(encoding_name(encoding));
  if (codec == Codec::kUnknown) return refuse_encoding(vm, view_of(encoding), "encode");
  std::string_view handler = errors.is_empty() ? std::string_view("strict") : view_of(errors);
  auto* string = str.as<String>();
  std::string_view text = string->view();
  bool single = unit_of(codec) == 1;
  if (string->is_ascii() && single && codec != Codec::kUtf8Signed) return vm.make_bytes(text);
  // What xmlcharrefreplace and backslashreplace write in place of one character is the longest.
  constexpr std::size_t kLongestReplacement = 10;
  const std::size_t most = handler.ends_with("replace") ? kLongestReplacement : 1;
  if (!vm.heap.reserve((single ? text.size() : string->length * std::size_t{4}) * most))
    return vm.raise_memory_error();
  std::string bytes;
  if (codec == Codec::kUtf8Signed) bytes = "\xEF\xBB\xBF";
  if (codec == Codec::kUtf16 || codec == Codec::kUtf32) append_unit(bytes, 0xFEFF, unit_of(codec), false);
  std::int64_t index = 0;
  for (std::size_t at = 0; at < text.size(); ++index) {
    char32_t c = decode_utf8(text, at);
    if (append_encoded(bytes, codec, c)) continue;
    if (handler == "surrogateescape" && single && c >= 0xDC80 && c <= 0xDCFF) {
      bytes.push_back(static_cast<char>(c - 0xDC00));
      continue;
    }
    if (handler == "surrogatepass" && is_surrogate(c) && append_encoded(bytes, codec, c, true)) continue;
    std::string replacement;
    if (replace_unencodable(handler, c, replacement)) {
      for (char each : replacement) append_encoded(bytes, codec, static_cast<unsigned char>(each));
      continue;
    }
    if (handler == "namereplace")
      return vm.raise(vm.types.runtime_error, "Loopscope does not support the error handler 'namereplace'");
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

namespace {

// Where the first lone surrogate begins from `at` on; npos: there is none.
std::size_t find_surrogate(std::string_view text, std::size_t at) {
  while ((at = text.find('\xED', at)) != std::string_view::npos) {
    if (at + 2 < text.size() && static_cast<unsigned char>(text[at + 1]) >= 0xA0) return at;
    ++at;
  }
  return at;
}

}  // namespace

bool is_writable(Vm& vm, const Value& str) {
  if (str.as<String>()->is_ascii() || find_surrogate(view_of(str), 0) == std::string_view::npos) return true;
  encode_text(vm, str, {}, {});
  return false;
}

std::optional<std::string> escape_surrogates(std::string_view text) {
  std::size_t found = find_surrogate(text, 0);
  if (found == std::string_view::npos) return std::nullopt;
  std::string escaped;
  std::size_t from = 0;
  for (; found != std::string_view::npos; found = find_surrogate(text, from)) {
    escaped.append(text.substr(from, found - from));
    from = found;
    append_code_escape(escaped, decode_utf8(text, from));
  }
  return escaped.append(text.substr(from));
}

Value decode_bytes(Vm& vm, const Value& bytes, const Value& encoding, const Value& errors) {
  if (bytes_view(bytes).empty()) return vm.names.empty_string;
  Codec codec = codec_of(encoding_name(encoding));
  if (codec == Codec::kUnknown) return refuse_encoding(vm, view_of(encoding), "decode");
  std::string_view handler = errors.is_empty() ? std::string_view("strict") : view_of(errors);
  // \xff for a byte is the longest.
  if (!vm.heap.reserve(bytes_view(bytes).size() * 4)) return vm.raise_memory_error();
  Decoding decoding(vm, bytes, handler);
  std::string_view data = bytes_view(bytes);
  bool done = false;
  if (codec == Codec::kAscii || codec == Codec::kLatin1) {
    done = decode_single_bytes(decoding, data, codec);
  } else if (unit_of(codec) == 1) {
    bool marked = codec == Codec::kUtf8Signed && data.starts_with("\xEF\xBB\xBF");
    done = decode_utf8_bytes(decoding, data, marked ? 3 : 0);
  } else {
    done = decode_wide(decoding, data, codec);
  }
  return done ? vm.make_string(decoding.text) : Value();
}

}  // namespace loopscope::python
