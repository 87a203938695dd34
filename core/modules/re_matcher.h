// Matcher: runs a regular expression's program over a text, backtracking on a list of its own.
// Not for: the syntax of patterns (library/re), strings of the script (re_module.cpp).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace loopscope::modules {

// What library/re/_parser.py emits; each word is one number, operands behind the instruction.
enum class ReOp : std::int64_t {
  kMatch,       // the end
  kChar,        // c
  kCharNoCase,  // c, lower case
  kAny,         // all but a line's end
  kAnyAll,
  kSet,                  // count, negated, no case, then count times (0, low, high) or (1, category, negated)
  kJump,                 // to
  kSplit,                // first, other
  kSave,                 // slot
  kMark,                 // group: it was closed last
  kProgress,             // slot, else: nothing was matched since the slot was saved: goes to else
  kRepeat,               // mode, least, most (-1: no limit), then a single-character item
  kAt,                   // kind
  kBackReference,        // group
  kBackReferenceNoCase,  // group
  kLook,                 // kind: 0 ahead, 1 not ahead, 2 atomic; step back; behind the end
  kLookEnd,              // ends the innermost kLook
  kCondition,            // group, where to go if it has not matched
};

class Matcher {
 public:
  enum class Result : std::uint8_t { kNo, kYes, kTooLong };

  // `group_slots` of `slots` are spans; one more behind them is the group closed last (0: none).
  Matcher(std::span<const std::int64_t> program, std::span<const char32_t> text, std::size_t group_slots,
          std::size_t slots);

  // At `start`, up to `end`; `whole`: must reach `end`; `advance`: must not be empty.
  Result match(std::int64_t start, std::int64_t end, bool whole, bool advance);
  // The first place at or behind `start`.
  Result search(std::int64_t start, std::int64_t end, bool advance);

  // Starts and ends of the groups, -1 where one has no part; then the group closed last.
  std::span<const std::int64_t> spans() const { return {slots_.data(), group_slots_ + 1}; }

 private:
  struct Choice {
    enum class Kind : std::uint8_t { kBranch, kUndo, kFewer, kMore, kBarrier } kind;
    std::int64_t pc;
    std::int64_t at;
    std::int64_t limit;
  };

  bool item_matches(std::int64_t pc, char32_t c) const;
  std::int64_t after_item(std::int64_t pc) const;
  bool stands(std::int64_t kind, std::int64_t at) const;
  void set_slot(std::int64_t slot, std::int64_t value);
  bool repeat(std::int64_t* pc, std::int64_t* at);
  bool same_as_group(std::int64_t group, bool no_case, std::int64_t* at) const;
  // Ends the innermost look: true goes on at *pc.
  bool end_look(std::int64_t* pc, std::int64_t* at);
  bool backtrack(std::int64_t* pc, std::int64_t* at);

  std::span<const std::int64_t> program_;
  std::span<const char32_t> text_;
  std::size_t group_slots_;
  std::vector<std::int64_t> slots_;
  std::vector<Choice> choices_;
  std::int64_t barrier_ = -1;  // the innermost kBarrier's place among the choices
  std::int64_t end_ = 0;
  std::int64_t steps_ = 0;
};

}  // namespace loopscope::modules
