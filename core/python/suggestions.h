// "Did you mean": the closest of some names, by CPython's measure of distance.
// Not here: where the names come from.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace loopscope::python {

// Empty where none is close enough.
std::string_view closest_name(std::string_view name, std::span<const std::string_view> candidates);
// ". Did you mean 'x'?" behind an unexpected keyword, or nothing.
std::string keyword_hint(std::string_view name, std::span<const std::string_view> candidates);

}  // namespace loopscope::python
