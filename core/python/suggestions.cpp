// The edit distance behind "Did you mean": a change of case costs 1, any other change, insertion or
// removal 2. Not here: where the names come from.
#include "core/python/suggestions.h"

#include <algorithm>
#include <vector>

namespace loopscope::python {
namespace {

constexpr std::size_t kMove = 2;
constexpr std::size_t kCase = 1;
constexpr std::size_t kLongest = 40;
constexpr std::size_t kMostCandidates = 750;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::size_t change_cost(char a, char b) {
  if (a == b) return 0;
  return lower(a) == lower(b) ? kCase : kMove;
}

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  while (!a.empty() && !b.empty() && a.front() == b.front()) a.remove_prefix(1), b.remove_prefix(1);
  while (!a.empty() && !b.empty() && a.back() == b.back()) a.remove_suffix(1), b.remove_suffix(1);
  if (a.empty() || b.empty()) return (a.size() + b.size()) * kMove;
  if (a.size() > kLongest || b.size() > kLongest) return limit + 1;
  std::vector<std::size_t> row(a.size() + 1);
  for (std::size_t i = 0; i <= a.size(); ++i) row[i] = i * kMove;
  for (std::size_t j = 0; j < b.size(); ++j) {
    std::size_t diagonal = row[0];
    row[0] = (j + 1) * kMove;
    for (std::size_t i = 0; i < a.size(); ++i) {
      std::size_t change = diagonal + change_cost(a[i], b[j]);
      diagonal = row[i + 1];
      row[i + 1] = std::min({change, row[i] + kMove, row[i + 1] + kMove});
    }
  }
  return row.back();
}

}  // namespace

std::string_view closest_name(std::string_view name, std::span<const std::string_view> candidates) {
  if (candidates.size() > kMostCandidates || name.size() > kLongest) return {};
  std::string_view best;
  std::size_t best_distance = ~std::size_t{0};
  for (std::string_view candidate : candidates) {
    if (candidate == name) continue;
    std::size_t limit = (name.size() + candidate.size() + 3) * kMove / 6;
    limit = std::min(limit, best_distance - 1);
    std::size_t distance = edit_distance(name, candidate, limit);
    if (distance > limit || distance >= best_distance) continue;
    best = candidate;
    best_distance = distance;
  }
  return best;
}

std::string keyword_hint(std::string_view name, std::span<const std::string_view> candidates) {
  const std::string_view close = closest_name(name, candidates);
  return close.empty() ? std::string() : ". Did you mean '" + std::string(close) + "'?";
}

}  // namespace loopscope::python
