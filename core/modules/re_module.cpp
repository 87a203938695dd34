// _re: programs of regular expressions run over strs.
// Not for: patterns and match objects, which library/re makes.
#include <algorithm>

#include "core/modules/module_table.h"
#include "core/modules/re_matcher.h"
#include "core/python/text/unicode_class.h"
#include "core/python/text/utf8.h"
#include "core/python/unicode.h"

namespace loopscope::modules {
namespace {

using python::Arguments;
using python::Dict;
using python::Value;
using python::Vm;

std::vector<char32_t> code_points(std::string_view text) {
  std::vector<char32_t> points;
  points.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) points.push_back(python::decode_utf8(text, at));
  return points;
}

// find(program, slots of groups, all slots, text, start, end, mode, most): a list of tuples, one per match:
// starts and ends of the groups, -1 where one has no part, then the group closed last. Modes: 0 at the start,
// 1 the whole, 2 everywhere, at most `most` of them (0: all).
Value find(Vm& vm, const Arguments& arguments) {
  const auto* words = arguments[0].as<python::Tuple>();
  std::vector<std::int64_t> program;
  program.reserve(words->size);
  for (const Value& word : words->items()) program.push_back(word.as_small_int());
  auto number = [&](std::size_t place) { return arguments[place].as_small_int(); };
  std::vector<char32_t> text = code_points(arguments[3].as<python::String>()->view());
  std::int64_t start = number(4);
  std::int64_t end = std::min(number(5), static_cast<std::int64_t>(text.size()));
  std::int64_t mode = number(6);
  std::int64_t most = mode == 2 ? number(7) : 1;
  Matcher matcher(program, text, static_cast<std::size_t>(number(1)), static_cast<std::size_t>(number(2)));
  python::Ref<python::List> found = python::make_list(vm);
  bool advance = false;
  while (start <= end && (most == 0 || found->size < most)) {
    Matcher::Result result =
        mode == 2 ? matcher.search(start, end, advance) : matcher.match(start, end, mode == 1, false);
    if (result == Matcher::Result::kTooLong) {
      return vm.raise(vm.types.runtime_error,
                      "Loopscope stops a regular expression that tries too many ways: write it so that less "
                      "can match twice");
    }
    if (result == Matcher::Result::kNo) break;
    std::vector<Value> spans;
    for (std::int64_t place : matcher.spans()) spans.push_back(Value::small_int(place));
    start = matcher.spans()[1];
    advance = matcher.spans()[0] == start;
    if (!list_append(vm, found.get(), python::make_tuple(vm, spans).value())) return {};
  }
  return std::move(found).value();
}

Value lower(Vm&, const Arguments& arguments) {
  return Value::small_int(
      static_cast<std::int64_t>(python::to_lower(static_cast<char32_t>(arguments[0].as_small_int()))));
}

constexpr python::NativeSpec kFunctions[] = {{"find", find, 8, 8}, {"lower", lower, 1, 1}};

}  // namespace

void initialize_re(Vm& vm, Dict* dict) { python::add_functions(vm, dict, kFunctions, "_re"); }

}  // namespace loopscope::modules
