// str.encode and bytes.decode: UTF-8, ASCII, Latin-1, UTF-16 and UTF-32, with the usual error handlers.
// Not the texts of sources (core/python/source.h).
#pragma once

#include <optional>
#include <string>

#include "core/python/vm.h"

namespace loopscope::python {

// `encoding` and `errors` are strs or empty. Bytes or str; empty: raised.
Value encode_text(Vm& vm, const Value& str, const Value& encoding, const Value& errors);
// Is there no lone surrogate? UnicodeEncodeError where there is one: it cannot be written.
bool is_writable(Vm& vm, const Value& str);
// Lone surrogates as \udXXX: how stderr writes them. Null: there are none.
std::optional<std::string> escape_surrogates(std::string_view text);
Value decode_bytes(Vm& vm, const Value& bytes, const Value& encoding, const Value& errors);

}  // namespace loopscope::python
