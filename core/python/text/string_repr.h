// How repr() writes a text or bytes: quotes, escapes, what is printable.
// Not the repr of containers (core/python/types).
#pragma once

#include <string>
#include <string_view>

namespace loopscope::python {

// 'text', in double quotes where it holds single ones only. Valid UTF-8; lone surrogates are escaped.
std::string string_repr(std::string_view text);
void append_string_repr(std::string& out, std::string_view text);
// b'bytes'.
std::string bytes_repr(std::string_view bytes);
// As ascii(): what is not ASCII is escaped. The argument is a repr already.
std::string escape_non_ascii(std::string_view text);

}  // namespace loopscope::python
