// The matcher's steps.
// Not for: what a pattern means (library/re).
#include "core/modules/re_matcher.h"

#include <algorithm>

#include "core/python/text/unicode_class.h"

namespace loopscope::modules {
namespace {

constexpr std::int64_t kMostSteps = 50'000'000;  // about half a second
constexpr std::size_t kMostChoices = 2'000'000;  // 64 MB

bool is_word(char32_t c, bool ascii) {
  if (c < 0x80) return (c | 32U) - 'a' < 26 || c - '0' < 10 || c == '_';
  constexpr unsigned kAlnum =
      python::kClassAlpha | python::kClassDecimal | python::kClassDigit | python::kClassNumeric;
  return !ascii && (python::character_class(c) & kAlnum) != 0;
}

// 0 digits, 1 blanks, 2 word characters; 3 more: of ASCII only.
bool in_category(std::int64_t category, char32_t c) {
  bool ascii = category >= 3;
  switch (category % 3) {
    case 0:
      return c < 0x80 || ascii ? c - '0' < 10 : (python::character_class(c) & python::kClassDecimal) != 0;
    case 1:
      return c < 0x80 || ascii ? c == ' ' || c - 9 < 5 || (!ascii && c - 0x1C < 4) : python::is_space(c);
    default:
      return is_word(c, ascii);
  }
}

}  // namespace

Matcher::Matcher(std::span<const std::int64_t> program, std::span<const char32_t> text,
                 std::size_t group_slots, std::size_t slots)
    : program_(program), text_(text), group_slots_(group_slots), slots_(slots) {}

bool Matcher::item_matches(std::int64_t pc, char32_t c) const {
  const std::int64_t* word = &program_[static_cast<std::size_t>(pc)];
  switch (static_cast<ReOp>(word[0])) {
    case ReOp::kChar:
      return static_cast<std::int64_t>(c) == word[1];
    case ReOp::kCharNoCase:
      return static_cast<std::int64_t>(python::to_lower(c)) == word[1];
    case ReOp::kAny:
      return c != '\n';
    case ReOp::kAnyAll:
      return true;
    default:
      break;
  }
  const std::int64_t* items = word + 4;
  auto holds = [&](char32_t one) {
    for (std::int64_t i = 0; i < word[1]; ++i) {
      const std::int64_t* item = items + i * 3;
      bool inside = item[0] == 0 ? static_cast<std::int64_t>(one) >= item[1] &&
                                       static_cast<std::int64_t>(one) <= item[2]
                                 : in_category(item[1], one) != (item[2] != 0);
      if (inside) return true;
    }
    return false;
  };
  bool found = holds(c) || (word[3] != 0 && (holds(python::to_lower(c)) || holds(python::to_upper(c))));
  return found != (word[2] != 0);
}

std::int64_t Matcher::after_item(std::int64_t pc) const {
  switch (static_cast<ReOp>(program_[static_cast<std::size_t>(pc)])) {
    case ReOp::kChar:
    case ReOp::kCharNoCase:
      return pc + 2;
    case ReOp::kSet:
      return pc + 4 + program_[static_cast<std::size_t>(pc) + 1] * 3;
    default:
      return pc + 1;
  }
}

// 0 the text's begin, 1 a line's begin, 2 the end or before the last line's end, 3 a line's end, 4 the very
// end, 5 a word's edge, 6 no such; 7 and 8 the same of ASCII.
bool Matcher::stands(std::int64_t kind, std::int64_t at) const {
  auto is = [&](std::int64_t place, char32_t c) { return text_[static_cast<std::size_t>(place)] == c; };
  switch (kind) {
    case 0:
      return at == 0;
    case 1:
      return at == 0 || is(at - 1, '\n');
    case 2:
      return at == end_ || (at + 1 == end_ && is(at, '\n'));
    case 3:
      return at == end_ || is(at, '\n');
    case 4:
      return at == end_;
    default: {
      if (text_.empty()) return false;
      bool ascii = kind >= 7;
      bool before = at > 0 && is_word(text_[static_cast<std::size_t>(at) - 1], ascii);
      bool behind = at < end_ && is_word(text_[static_cast<std::size_t>(at)], ascii);
      return (before != behind) == (kind % 2 != 0);
    }
  }
}

void Matcher::set_slot(std::int64_t slot, std::int64_t value) {
  std::int64_t& place = slots_[static_cast<std::size_t>(slot)];
  choices_.push_back({Choice::Kind::kUndo, slot, place, 0});
  place = value;
}

bool Matcher::repeat(std::int64_t* pc, std::int64_t* at) {
  const std::int64_t* word = &program_[static_cast<std::size_t>(*pc)];
  std::int64_t mode = word[1];  // 0 greedy, 1 lazy, 2 possessive
  std::int64_t item = *pc + 4;
  std::int64_t start = *at;
  std::int64_t furthest = word[3] < 0 ? end_ : std::min(end_, start + word[3]);
  std::int64_t wanted = mode == 1 ? std::min(start + word[2], furthest) : furthest;
  std::int64_t place = start;
  while (place < wanted && item_matches(item, text_[static_cast<std::size_t>(place)])) ++place;
  steps_ += place - start;
  if (place - start < word[2]) return false;
  *at = place;
  if (mode == 0 && place > start + word[2]) {
    choices_.push_back({Choice::Kind::kFewer, after_item(item), place - 1, start + word[2]});
  }
  if (mode == 1 && place < furthest) choices_.push_back({Choice::Kind::kMore, item, place, furthest});
  *pc = after_item(item);
  return true;
}

bool Matcher::same_as_group(std::int64_t group, bool no_case, std::int64_t* at) const {
  std::int64_t from = slots_[static_cast<std::size_t>(group) * 2];
  std::int64_t to = slots_[static_cast<std::size_t>(group) * 2 + 1];
  if (from < 0 || to < from || *at + to - from > end_) return false;
  for (; from < to; ++from, ++*at) {
    char32_t a = text_[static_cast<std::size_t>(from)];
    char32_t b = text_[static_cast<std::size_t>(*at)];
    if (a != b && !(no_case && python::to_lower(a) == python::to_lower(b))) return false;
  }
  return true;
}

bool Matcher::end_look(std::int64_t* pc, std::int64_t* at) {
  auto place = static_cast<std::size_t>(barrier_);
  Choice barrier = choices_[place];
  const std::int64_t* word = &program_[static_cast<std::size_t>(barrier.pc)];
  if (word[1] == 1) {
    // It must not match: what it has set goes, and the barrier with it.
    for (; choices_.size() > place + 1; choices_.pop_back()) {
      const Choice& last = choices_.back();
      if (last.kind == Choice::Kind::kUndo) slots_[static_cast<std::size_t>(last.pc)] = last.at;
    }
    choices_.pop_back();
    barrier_ = barrier.limit;
    return false;
  }
  // Its choices go; what it has set stays, to be undone when something before it is tried anew.
  std::size_t kept = place;
  for (std::size_t i = place + 1; i < choices_.size(); ++i) {
    if (choices_[i].kind == Choice::Kind::kUndo) choices_[kept++] = choices_[i];
  }
  choices_.resize(kept);
  barrier_ = barrier.limit;
  if (word[1] == 0) *at = barrier.at;
  ++*pc;
  return true;
}

bool Matcher::backtrack(std::int64_t* pc, std::int64_t* at) {
  while (!choices_.empty()) {
    Choice& last = choices_.back();
    switch (last.kind) {
      case Choice::Kind::kUndo:
        slots_[static_cast<std::size_t>(last.pc)] = last.at;
        choices_.pop_back();
        break;
      case Choice::Kind::kBranch:
        *pc = last.pc;
        *at = last.at;
        choices_.pop_back();
        return true;
      case Choice::Kind::kFewer:
        *pc = last.pc;
        *at = last.at--;
        if (last.at < last.limit) choices_.pop_back();
        return true;
      case Choice::Kind::kMore:
        if (!item_matches(last.pc, text_[static_cast<std::size_t>(last.at)])) {
          choices_.pop_back();
          break;
        }
        *pc = after_item(last.pc);
        *at = ++last.at;
        if (last.at >= last.limit) choices_.pop_back();
        return true;
      case Choice::Kind::kBarrier: {
        std::int64_t look = last.pc;
        *at = last.at;
        barrier_ = last.limit;
        choices_.pop_back();
        if (program_[static_cast<std::size_t>(look) + 1] != 1) break;
        *pc = program_[static_cast<std::size_t>(look) + 3];
        return true;
      }
    }
  }
  return false;
}

Matcher::Result Matcher::match(std::int64_t start, std::int64_t end, bool whole, bool advance) {
  end_ = end;
  choices_.clear();
  barrier_ = -1;
  std::ranges::fill(slots_, -1);
  slots_[group_slots_] = 0;
  std::int64_t pc = 0;
  std::int64_t at = start;
  for (;;) {
    if (++steps_ > kMostSteps || choices_.size() > kMostChoices) return Result::kTooLong;
    const std::int64_t* word = &program_[static_cast<std::size_t>(pc)];
    bool good = true;
    switch (static_cast<ReOp>(word[0])) {
      case ReOp::kMatch:
        good = !(whole && at != end_) && !(advance && at == start);
        if (!good) break;
        slots_[0] = start;
        slots_[1] = at;
        return Result::kYes;
      case ReOp::kChar:
      case ReOp::kCharNoCase:
      case ReOp::kAny:
      case ReOp::kAnyAll:
      case ReOp::kSet:
        good = at < end_ && item_matches(pc, text_[static_cast<std::size_t>(at)]);
        ++at;
        pc = after_item(pc);
        break;
      case ReOp::kJump:
        pc = word[1];
        break;
      case ReOp::kSplit:
        choices_.push_back({Choice::Kind::kBranch, word[2], at, 0});
        pc = word[1];
        break;
      case ReOp::kSave:
        set_slot(word[1], at);
        pc += 2;
        break;
      case ReOp::kMark:
        set_slot(static_cast<std::int64_t>(group_slots_), word[1]);
        pc += 2;
        break;
      case ReOp::kProgress:
        pc = slots_[static_cast<std::size_t>(word[1])] == at ? word[2] : pc + 3;
        break;
      case ReOp::kRepeat:
        good = repeat(&pc, &at);
        break;
      case ReOp::kAt:
        good = stands(word[1], at);
        pc += 2;
        break;
      case ReOp::kBackReference:
      case ReOp::kBackReferenceNoCase:
        good = same_as_group(word[1], static_cast<ReOp>(word[0]) == ReOp::kBackReferenceNoCase, &at);
        pc += 2;
        break;
      case ReOp::kLook:
        choices_.push_back({Choice::Kind::kBarrier, pc, at, barrier_});
        barrier_ = static_cast<std::int64_t>(choices_.size()) - 1;
        at -= word[2];
        good = at >= 0;
        pc += 4;
        break;
      case ReOp::kLookEnd:
        good = end_look(&pc, &at);
        break;
      case ReOp::kCondition:
        pc = slots_[static_cast<std::size_t>(word[1]) * 2 + 1] < 0 ? word[2] : pc + 3;
        break;
    }
    if (!good && !backtrack(&pc, &at)) return Result::kNo;
  }
}

Matcher::Result Matcher::search(std::int64_t start, std::int64_t end, bool advance) {
  bool by_first = program_[0] == static_cast<std::int64_t>(ReOp::kChar);
  for (std::int64_t at = start; at <= end; ++at) {
    if (by_first) {
      while (at < end && static_cast<std::int64_t>(text_[static_cast<std::size_t>(at)]) != program_[1]) ++at;
      if (at == end) return Result::kNo;
    }
    Result result = match(at, end, false, advance && at == start);
    if (result != Result::kNo) return result;
  }
  return Result::kNo;
}

}  // namespace loopscope::modules
