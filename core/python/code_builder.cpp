// Instructions to words. Not for: how deep the stack gets by one instruction (code_effects.cpp).
#include "core/python/code_builder.h"

#include <algorithm>
#include <cstring>

namespace loopscope::python {

namespace {

bool ends_flow(Opcode opcode) {
  switch (opcode) {
    case Opcode::JUMP:
    case Opcode::JUMP_BACKWARD:
    case Opcode::RETURN_VALUE:
    case Opcode::RETURN_NONE:
    case Opcode::RAISE:
    case Opcode::RERAISE:
      return true;
    default:
      return false;
  }
}

}  // namespace

void CodeBuilder::change_depth(int effect) {
  depth_ = static_cast<std::uint32_t>(static_cast<int>(depth_) + effect);
  max_depth_ = std::max(max_depth_, depth_);
}

void CodeBuilder::add(Opcode opcode, std::uint32_t operand, int label) {
  if (operand > kMaxOperand) too_large_ = true;
  instructions_.push_back({opcode, operand, label, position_});
}

void CodeBuilder::emit(Opcode opcode, std::uint32_t operand) {
  if (!reachable_) return;
  add(opcode, operand, -1);
  change_depth(stack_effect(opcode, operand));
  if (ends_flow(opcode)) reachable_ = false;
}

void CodeBuilder::jump(Opcode opcode, Label label) {
  if (!reachable_) return;
  Target& target = targets_[static_cast<std::size_t>(label.index)];
  if (target.depth < 0) target.depth = static_cast<int>(depth_) + jump_stack_effect(opcode);
  add(opcode, 0, label.index);
  change_depth(stack_effect(opcode, 0));
  if (ends_flow(opcode)) reachable_ = false;
}

Label CodeBuilder::new_label() {
  targets_.emplace_back();
  return {static_cast<int>(targets_.size()) - 1};
}

void CodeBuilder::place(Label label) {
  Target& target = targets_[static_cast<std::size_t>(label.index)];
  target.placed = true;
  target.instruction = instructions_.size();
  if (reachable_) {
    if (target.depth < 0) target.depth = static_cast<int>(depth_);
  } else if (target.depth >= 0) {
    depth_ = static_cast<std::uint32_t>(target.depth);
    max_depth_ = std::max(max_depth_, depth_);
    reachable_ = true;
  }
}

std::uint32_t CodeBuilder::name(std::string_view text) {
  const auto [entry, added] = name_index_.emplace(text, static_cast<std::uint32_t>(names_.size()));
  if (added) names_.emplace_back(text);
  return entry->second;
}

// Equal keys: the same constant. 1, 1.0 and True are different ones, so are 0.0 and -0.0. Code is never
// shared.
std::string CodeBuilder::constant_key(const Constant& value) {
  std::string key(1, static_cast<char>(value.kind));
  const auto append_raw = [&key](const void* bytes, std::size_t size) {
    key.append(static_cast<const char*>(bytes), size);
  };
  switch (value.kind) {
    case Constant::Kind::kInteger:
      append_raw(&value.integer, sizeof value.integer);
      break;
    case Constant::Kind::kFloat:
    case Constant::Kind::kComplex:
      append_raw(&value.number, sizeof value.number);
      break;
    case Constant::Kind::kCode: {
      const CodeData* code = value.code.get();
      append_raw(&code, sizeof code);
      break;
    }
    case Constant::Kind::kTuple:
    case Constant::Kind::kFrozenSet:
      for (const Constant& item : value.items) {
        const std::string part = constant_key(item);
        key.append(std::to_string(part.size())).append(":").append(part);
      }
      break;
    default:
      key += value.text;
      break;
  }
  return key;
}

std::uint32_t CodeBuilder::constant(Constant value) {
  const auto [entry, added] =
      constant_index_.emplace(constant_key(value), static_cast<std::uint32_t>(constants_.size()));
  if (added) constants_.push_back(std::move(value));
  return entry->second;
}

void CodeBuilder::load_constant(Constant value) {
  if (!reachable_) return;
  switch (value.kind) {
    case Constant::Kind::kNone:
      return emit(Opcode::LOAD_NONE);
    case Constant::Kind::kTrue:
      return emit(Opcode::LOAD_TRUE);
    case Constant::Kind::kFalse:
      return emit(Opcode::LOAD_FALSE);
    case Constant::Kind::kInteger:
      if (value.integer >= -(1 << 23) && value.integer < (1 << 23)) {
        return emit_signed(Opcode::LOAD_SMALL_INT, static_cast<std::int32_t>(value.integer));
      }
      break;
    default:
      break;
  }
  emit(Opcode::LOAD_CONST, constant(std::move(value)));
}

void CodeBuilder::load_integer(std::int64_t value) {
  Constant constant;
  constant.kind = Constant::Kind::kInteger;
  constant.integer = value;
  load_constant(std::move(constant));
}

Span CodeBuilder::last_position() const {
  for (std::size_t i = instructions_.size(); i-- > 0;) {
    if (instructions_[i].position.end != 0) return instructions_[i].position;
  }
  return position_;
}

CodeBuilder::Region CodeBuilder::begin_region(Label handler, std::uint32_t depth) {
  return {handler, depth, instructions_.size(), true};
}

void CodeBuilder::suspend(Region& region) {
  if (region.open && instructions_.size() > region.start) {
    entries_.push_back({region.start, instructions_.size(), region.handler, region.depth});
    Target& target = targets_[static_cast<std::size_t>(region.handler.index)];
    if (target.depth < 0) target.depth = static_cast<int>(region.depth) + 1;
  }
  region.open = false;
}

void CodeBuilder::resume(Region& region) {
  region.start = instructions_.size();
  region.open = true;
}

SourcePosition CodeBuilder::locate(Span span) const {
  if (span.end == 0 && span.begin == 0) return {};
  const std::uint32_t line = source_.line_of(span.begin), end_line = source_.line_of(span.end);
  return {static_cast<std::int32_t>(line), static_cast<std::int32_t>(end_line),
          static_cast<std::int32_t>(span.begin - source_.line_start(line)),
          static_cast<std::int32_t>(span.end - source_.line_start(end_line))};
}

// Instructions that something jumps to, or at which a range of the exception table begins or ends.
std::vector<bool> CodeBuilder::fusion_barriers() const {
  std::vector<bool> barriers(instructions_.size() + 1);
  for (const Target& target : targets_) {
    if (target.placed) barriers[target.instruction] = true;
  }
  for (const Entry& entry : entries_) barriers[entry.start] = barriers[entry.end] = true;
  return barriers;
}

// Whether the instruction and the next make one; they must be on one line, so that errors stay at their
// place.
bool CodeBuilder::fuse(std::size_t first, Instruction& fused) const {
  const Instruction& a = instructions_[first];
  const Instruction& b = instructions_[first + 1];
  if (a.operand > kMaxPairOperand || b.operand > kMaxPairOperand) return false;
  if (source_.line_of(a.position.begin) != source_.line_of(b.position.begin)) return false;
  if (a.opcode == Opcode::LOAD_FAST && b.opcode == Opcode::LOAD_FAST) {
    fused.opcode = Opcode::LOAD_FAST_LOAD_FAST;
  } else if (a.opcode == Opcode::LOAD_FAST && b.opcode == Opcode::LOAD_CONST) {
    fused.opcode = Opcode::LOAD_FAST_LOAD_CONST;
  } else if (a.opcode == Opcode::STORE_FAST && b.opcode == Opcode::LOAD_FAST) {
    fused.opcode = Opcode::STORE_FAST_LOAD_FAST;
  } else if (a.opcode == Opcode::STORE_FAST && b.opcode == Opcode::STORE_FAST) {
    fused.opcode = Opcode::STORE_FAST_STORE_FAST;
  } else {
    return false;
  }
  fused.operand = a.operand | b.operand << 12;
  return true;
}

bool CodeBuilder::finish(CodeData& out) {
  const std::vector<bool> barriers = fusion_barriers();
  std::vector<std::uint32_t> word_of(instructions_.size() + 1);
  std::vector<std::pair<std::size_t, int>> jumps;  // word, label
  SourcePosition last;
  for (std::size_t i = 0; i < instructions_.size(); i++) {
    Instruction instruction = instructions_[i];
    const auto word = static_cast<std::uint32_t>(out.words.size());
    word_of[i] = word;
    const SourcePosition position = locate(instruction.position);
    if (out.positions.empty() || !(position == last)) out.positions.push_back({word, position});
    last = position;
    if (instruction.label >= 0) {
      jumps.emplace_back(word, instruction.label);
    } else if (i + 1 < instructions_.size() && !barriers[i + 1] && fuse(i, instruction)) {
      word_of[++i] = word;
    }
    out.words.push_back(make_word(instruction.opcode, instruction.operand));
    out.words.insert(out.words.end(), kOpcodeCacheWords[static_cast<std::size_t>(instruction.opcode)], 0);
  }
  word_of.back() = static_cast<std::uint32_t>(out.words.size());
  if (out.words.size() > kMaxOperand) too_large_ = true;
  for (const auto& [word, label] : jumps) {
    out.words[word] |= word_of[targets_[static_cast<std::size_t>(label)].instruction] << 8;
  }
  for (const Entry& entry : entries_) {
    const std::size_t handler = targets_[static_cast<std::size_t>(entry.handler.index)].instruction;
    out.exceptions.push_back({word_of[entry.start], word_of[entry.end], word_of[handler], entry.depth});
  }
  out.names = std::move(names_);
  out.constants = std::move(constants_);
  out.stack_size = max_depth_;
  return !too_large_;
}

}  // namespace loopscope::python
