// JSON to values of the script and back, as CPython's json module does it.
// Not for: hooks and classes of the script (library/json/), nor core's own JSON (core/host/json_value.h).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/python/vm.h"

namespace loopscope::modules {

// Where and why a text is no JSON; `offset` in bytes.
struct JsonError {
  std::string message;
  std::size_t offset = 0;
};

// One value that begins at `offset`, which moves behind it. Empty: `error` is set, or an exception was raised
// where its message is empty.
python::Value read_json(python::Vm& vm, std::string_view text, std::size_t* offset, JsonError* error);

struct JsonLayout {
  bool skip_keys = false;
  bool ascii_only = true;
  bool allow_nan = true;
  bool sort_keys = false;
  bool indented = false;
  std::string indent;  // of one level
  std::string item_separator = ", ";
  std::string key_separator = ": ";
};

enum class JsonWritten : std::uint8_t {
  Yes,
  Raised,
  Unsupported,  // *unsupported is what has no JSON form: `default` is to be asked
};

JsonWritten write_json(python::Vm& vm, const python::Value& value, const JsonLayout& layout, std::string* out,
                       python::Value* unsupported);

}  // namespace loopscope::modules
