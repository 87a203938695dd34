// SHA-512 of a text, which `random.seed` of a str mixes into the seed.
// Not for: hashlib; nothing streams here.
#pragma once

#include <array>
#include <cstddef>
#include <span>

namespace loopscope::modules {

std::array<std::byte, 64> sha512(std::span<const std::byte> message);

}  // namespace loopscope::modules
