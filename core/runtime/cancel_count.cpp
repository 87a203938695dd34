// The table of what does not fit into a CancelCount. Not for: the counting, it is inline.
#include "core/runtime/cancel_count.h"

#include <unordered_map>

namespace loopscope::runtime {
namespace {

thread_local std::unordered_map<const CancelCount*, std::uint32_t> rests;

}  // namespace

std::uint32_t CancelCount::rest() const {
  const auto found = rests.find(this);
  return found != rests.end() ? found->second : 0;
}

void CancelCount::add_to_rest(int one) { rests[this] += static_cast<std::uint32_t>(one); }

void CancelCount::drop_rest() { rests.erase(this); }

}  // namespace loopscope::runtime
