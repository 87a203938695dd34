// append_json_text: a text as a JSON string. Not for: parsing JSON, nor for the script's json module.
#pragma once

#include <string>
#include <string_view>

namespace loopscope::trace {

// Appends `text` in double quotes, with what JSON demands escaped. Bytes that are not UTF-8 become U+FFFD.
void append_json_text(std::string& out, std::string_view text);

}  // namespace loopscope::trace
