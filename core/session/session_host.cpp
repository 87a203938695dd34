// Keeping output, and no sleep beyond the limit of time.
// Not for: deciding what happens at the limit (session.cpp).
#include "core/session/session_host.h"

#include <algorithm>

namespace loopscope::session {

void KeptOutput::add(std::string_view text) {
  std::size_t room = kMostBytes - std::min(kMostBytes, kept_.size());
  if (left_out_ > 0) room = 0;
  std::size_t length = std::min(room, text.size());
  // Not in the middle of a character.
  while (length < text.size() && length > 0 && (static_cast<unsigned char>(text[length]) & 0xc0) == 0x80)
    --length;
  kept_ += text.substr(0, length);
  left_out_ += text.size() - length;
}

std::string KeptOutput::text() const {
  if (left_out_ == 0) return kept_;
  return kept_ + "\n[" + std::to_string(left_out_) + " more bytes are not shown]\n";
}

bool SessionHost::idle_until(std::optional<runtime::Microseconds> deadline) {
  if (!time_limit_) return host_.idle_until(deadline);
  if (!deadline && host_.requests_under_way() == 0) return false;
  return host_.idle_until(std::min(deadline.value_or(*time_limit_), *time_limit_));
}

void SessionHost::write(runtime::OutputStream stream, std::string_view text) {
  (stream == runtime::OutputStream::Stdout ? standard_output_ : standard_error_).add(text);
  host_.write(stream, text);
}

}  // namespace loopscope::session
