// Checks that code keeps the rules of opcodes.h. Not for: the running machine, which trusts the compiler; for
// tests.
#include <deque>

#include "core/python/code_builder.h"
#include "core/python/disassemble.h"

namespace loopscope::python {

namespace {

class Verifier {
 public:
  explicit Verifier(const CodeData& code) : code_(code), depth_at_(code.words.size(), kUnknown) {}

  std::string run() {
    if (!mark_instructions()) return problem_;
    enter(0, 0);
    while (problem_.empty() && !pending_.empty()) {
      const std::uint32_t word = pending_.front();
      pending_.pop_front();
      step(word);
    }
    for (const Constant& constant : code_.constants) {
      if (problem_.empty() && constant.kind == Constant::Kind::kCode) problem_ = verify(*constant.code);
    }
    return std::move(problem_);
  }

 private:
  static constexpr int kUnknown = -1;

  void fail(std::uint32_t word, std::string_view what) {
    if (problem_.empty())
      problem_ = code_.qualname + ", word " + std::to_string(word) + ": " + std::string(what);
  }

  bool mark_instructions() {
    starts_.assign(code_.words.size() + 1, false);
    for (std::uint32_t word = 0; word < code_.words.size();) {
      starts_[word] = true;
      check_operand(word);
      word += 1u + kOpcodeCacheWords[static_cast<std::size_t>(opcode_of(code_.words[word]))];
    }
    return problem_.empty();
  }

  void check_operand(std::uint32_t word) {
    const Word bits = code_.words[word];
    const std::uint32_t operand = operand_of(bits), low = operand & kMaxPairOperand, high = operand >> 12;
    const std::size_t slots = code_.local_names.size() + code_.cell_names.size() + code_.free_names.size();
    bool good = true;
    switch (kOpcodeOperands[static_cast<std::size_t>(opcode_of(bits))]) {
      case OperandKind::kConst:
        good = operand < code_.constants.size();
        break;
      case OperandKind::kName:
        good = operand < code_.names.size();
        break;
      case OperandKind::kNameFlag:
        good = operand >> 1 < code_.names.size();
        break;
      case OperandKind::kSlot:
        good = operand < slots;
        break;
      case OperandKind::kSlotPair:
        good = opcode_of(bits) == Opcode::UNPACK_EX || (low < slots && high < slots);
        break;
      case OperandKind::kSlotConst:
        good = low < slots && high < code_.constants.size();
        break;
      case OperandKind::kJump:
        good = operand < code_.words.size();
        break;
      case OperandKind::kNone:
        good = operand == 0;
        break;
      default:
        break;
    }
    if (!good) fail(word, "operand out of range");
  }

  void enter(std::uint32_t word, int depth) {
    if (word >= code_.words.size() || !starts_[word]) return fail(word, "no instruction begins here");
    if (depth < 0) return fail(word, "the stack underflows");
    if (depth > static_cast<int>(code_.stack_size)) return fail(word, "deeper than stack_size");
    if (depth_at_[word] == kUnknown) {
      depth_at_[word] = depth;
      pending_.push_back(word);
    } else if (depth_at_[word] != depth) {
      fail(word, "reached with " + std::to_string(depth) + " and with " + std::to_string(depth_at_[word]) +
                     " items");
    }
  }

  void step(std::uint32_t word) {
    const Opcode opcode = opcode_of(code_.words[word]);
    const std::uint32_t operand = operand_of(code_.words[word]);
    const int depth = depth_at_[word];
    for (const ExceptionEntry& entry : code_.exceptions) {
      if (word < entry.start || word >= entry.end) continue;
      if (static_cast<int>(entry.depth) > depth)
        fail(word, "covered by an entry that keeps more than there is");
      enter(entry.handler, static_cast<int>(entry.depth) + 1);
      break;
    }
    if (kOpcodeOperands[static_cast<std::size_t>(opcode)] == OperandKind::kJump) {
      enter(operand, depth + jump_stack_effect(opcode));
    }
    switch (opcode) {
      case Opcode::JUMP:
      case Opcode::JUMP_BACKWARD:
      case Opcode::RETURN_VALUE:
      case Opcode::RETURN_NONE:
      case Opcode::RAISE:
      case Opcode::RERAISE:
        if (depth + stack_effect(opcode, operand) < 0) fail(word, "the stack underflows");
        return;
      default:
        enter(word + 1u + kOpcodeCacheWords[static_cast<std::size_t>(opcode)],
              depth + stack_effect(opcode, operand));
    }
  }

  const CodeData& code_;
  std::vector<int> depth_at_;
  std::vector<bool> starts_;
  std::deque<std::uint32_t> pending_;
  std::string problem_;
};

}  // namespace

std::string verify(const CodeData& code) { return Verifier(code).run(); }

}  // namespace loopscope::python
