// Writes code as text. Not for: checking it (verify_code.cpp).
#include "core/python/disassemble.h"

#include <cstdio>

namespace loopscope::python {

namespace {

constexpr std::string_view kOpcodeNames[] = {
#define LOOPSCOPE_OPCODE_NAME(name, cache, operand, effect, meaning) #name,
    LOOPSCOPE_OPCODES(LOOPSCOPE_OPCODE_NAME)
#undef LOOPSCOPE_OPCODE_NAME
};
constexpr std::string_view kBinaryNames[] = {"+", "-",  "*",  "/", "//", "%", "**",
                                             "@", "<<", ">>", "&", "|",  "^"};
constexpr std::string_view kCompareNames[] = {"<", "<=", "==", "!=", ">", ">="};

std::string quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    char code[8];
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\'' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20 || byte == 0x7F) {
      std::snprintf(code, sizeof code, "\\x%02x", byte);
      out += code;
    } else {
      out += c;
    }
  }
  return out + "'";
}

std::string constant_text(const Constant& constant) {
  char number[40];
  switch (constant.kind) {
    case Constant::Kind::kNone:
      return "None";
    case Constant::Kind::kTrue:
      return "True";
    case Constant::Kind::kFalse:
      return "False";
    case Constant::Kind::kEllipsis:
      return "...";
    case Constant::Kind::kInteger:
      return std::to_string(constant.integer);
    case Constant::Kind::kBigInteger:
      return "0x" + constant.text;
    case Constant::Kind::kFloat:
    case Constant::Kind::kComplex:
      std::snprintf(number, sizeof number, "%.17g%s", constant.number,
                    constant.kind == Constant::Kind::kFloat ? "" : "j");
      return std::string(number) +
             (constant.kind == Constant::Kind::kFloat &&
                      std::string_view(number).find_first_of(".en") == std::string_view::npos
                  ? ".0"
                  : "");
    case Constant::Kind::kString:
      return quoted(constant.text);
    case Constant::Kind::kBytes:
      return "b" + quoted(constant.text);
    case Constant::Kind::kTuple:
    case Constant::Kind::kFrozenSet: {
      const bool is_tuple = constant.kind == Constant::Kind::kTuple;
      std::string out = is_tuple ? "(" : "frozenset({";
      for (std::size_t i = 0; i < constant.items.size(); i++) {
        out.append(i > 0 ? ", " : "").append(constant_text(constant.items[i]));
      }
      if (is_tuple && constant.items.size() == 1) out += ',';
      return out + (is_tuple ? ")" : "})");
    }
    case Constant::Kind::kCode:
      return "<code " + constant.code->qualname + ">";
  }
  return {};
}

class Disassembler {
 public:
  Disassembler(const CodeData& code, const DisassembleOptions& options) : code_(code), options_(options) {}

  std::string run() {
    out_.append(code_.qualname).append(" (line ").append(std::to_string(code_.first_line)).append(")\n");
    std::size_t position = 0;
    std::int32_t last_line = -1;
    for (std::uint32_t word = 0; word < code_.words.size();) {
      while (position + 1 < code_.positions.size() && code_.positions[position + 1].start <= word) position++;
      const SourcePosition place =
          code_.positions.empty() ? SourcePosition{} : code_.positions[position].position;
      instruction(word, place, last_line);
      last_line = place.line;
      word += 1u + kOpcodeCacheWords[static_cast<std::size_t>(opcode_of(code_.words[word]))];
    }
    for (const ExceptionEntry& entry : code_.exceptions) {
      char line[96];
      std::snprintf(line, sizeof line, "  exceptions %u to %u -> %u, depth %u\n", entry.start, entry.end,
                    entry.handler, entry.depth);
      out_ += line;
    }
    for (const Constant& constant : code_.constants) {
      if (constant.kind == Constant::Kind::kCode)
        out_.append("\n").append(disassemble(*constant.code, options_));
    }
    return std::move(out_);
  }

 private:
  void instruction(std::uint32_t word, const SourcePosition& place, std::int32_t last_line) {
    const Word bits = code_.words[word];
    const auto opcode = static_cast<std::size_t>(opcode_of(bits));
    char text[128];
    const std::string line = place.line == last_line ? ""
                             : place.line == 0       ? "-"
                                                     : std::to_string(place.line);
    std::snprintf(text, sizeof text, "%5s %5u  %-22s", line.c_str(), word, kOpcodeNames[opcode].data());
    std::string row = text;
    row.append(" ").append(operand_text(bits));
    if (options_.positions) {
      std::snprintf(text, sizeof text, "  [%d:%d-%d:%d]", place.line, place.column, place.end_line,
                    place.end_column);
      row += text;
    }
    row.erase(row.find_last_not_of(' ') + 1);
    out_.append(row) += '\n';
  }

  std::string slot(std::uint32_t index) const {
    const std::size_t locals = code_.local_names.size(), cells = code_.cell_names.size();
    if (index < locals) return code_.local_names[index];
    if (index < locals + cells) return code_.cell_names[index - locals];
    return index < locals + cells + code_.free_names.size() ? code_.free_names[index - locals - cells] : "?";
  }

  std::string operand_text(Word bits) const {
    const std::uint32_t operand = operand_of(bits);
    const std::uint32_t low = operand & kMaxPairOperand, high = operand >> 12;
    const auto constant = [this](std::uint32_t i) {
      return i < code_.constants.size() ? constant_text(code_.constants[i]) : std::string("?");
    };
    const auto name = [this](std::uint32_t i) {
      return i < code_.names.size() ? code_.names[i] : std::string("?");
    };
    switch (kOpcodeOperands[static_cast<std::size_t>(opcode_of(bits))]) {
      case OperandKind::kNone:
        return {};
      case OperandKind::kCount:
      case OperandKind::kFlags:
        return std::to_string(operand);
      case OperandKind::kSigned:
        return std::to_string(signed_operand_of(bits));
      case OperandKind::kConst:
        return constant(operand);
      case OperandKind::kName:
        return name(operand);
      case OperandKind::kNameFlag:
        return name(operand >> 1) + (operand & 1 ? " (call)" : "");
      case OperandKind::kSlot:
        return slot(operand);
      case OperandKind::kSlotPair:
        if (opcode_of(bits) == Opcode::UNPACK_EX) return std::to_string(low) + ", " + std::to_string(high);
        return slot(low) + ", " + slot(high);
      case OperandKind::kSlotConst:
        return slot(low) + ", " + constant(high);
      case OperandKind::kJump:
        return "to " + std::to_string(operand);
      case OperandKind::kBinary:
        return std::string(operand < std::size(kBinaryNames) ? kBinaryNames[operand] : "?");
      case OperandKind::kCompare:
        return std::string(operand < std::size(kCompareNames) ? kCompareNames[operand] : "?");
    }
    return {};
  }

  const CodeData& code_;
  const DisassembleOptions& options_;
  std::string out_;
};

}  // namespace

std::string disassemble(const CodeData& code, const DisassembleOptions& options) {
  return Disassembler(code, options).run();
}

}  // namespace loopscope::python
