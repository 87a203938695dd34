// CodeBuilder: takes instructions one after the other and makes a CodeData of them: jumps, exception table,
// positions, stack depth, constants and names without duplicates, fused pairs. Not for: which instructions
// (compiler_*.cpp).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/python/code.h"
#include "core/python/source.h"

namespace loopscope::python {

// A place to jump to. Made by new_label, set by place; its stack depth is that of the first jump to it.
struct Label {
  int index = -1;
};

class CodeBuilder {
 public:
  explicit CodeBuilder(const Source& source) : source_(source) {}

  // Instructions that cannot be reached are dropped, so callers need not know whether they are.
  void emit(Opcode opcode, std::uint32_t operand = 0);
  void emit_signed(Opcode opcode, std::int32_t operand) {
    emit(opcode, static_cast<std::uint32_t>(operand) & kMaxOperand);
  }
  void jump(Opcode opcode, Label target);
  Label new_label();
  void place(Label label);
  bool is_reachable() const { return reachable_; }
  std::uint32_t depth() const { return depth_; }

  // Every instruction emitted from here on comes from `span`. Gives what was set before.
  Span set_position(Span span) { return std::exchange(position_, span); }
  Span position() const { return position_; }
  // Of the last instruction that has a place: where a function that runs off its end is.
  Span last_position() const;

  std::uint32_t constant(Constant value);
  std::uint32_t name(std::string_view text);
  void load_constant(Constant value);
  void load_integer(std::int64_t value);

  // A range of instructions whose exceptions go to `handler`. Ranges end inner first. While a `return`
  // unwinds, the ranges it leaves are suspended.
  struct Region {
    Label handler;
    std::uint32_t depth = 0;  // items kept below the exception
    std::size_t start = 0;
    bool open = false;
  };
  Region begin_region(Label handler, std::uint32_t depth);
  void suspend(Region& region);
  void resume(Region& region);
  void end(Region& region) { suspend(region); }

  // False: the code is too long for its operands.
  bool finish(CodeData& out);

 private:
  struct Instruction {
    Opcode opcode;
    std::uint32_t operand;
    int label;  // of a jump; -1: none
    Span position;
  };
  struct Entry {
    std::size_t start, end;
    Label handler;
    std::uint32_t depth;
  };
  struct Target {
    std::size_t instruction = 0;
    int depth = -1;  // -1: nothing jumps there so far
    bool placed = false;
  };

  void add(Opcode opcode, std::uint32_t operand, int label);
  void change_depth(int effect);
  std::vector<bool> fusion_barriers() const;
  bool fuse(std::size_t first, Instruction& fused) const;
  SourcePosition locate(Span span) const;
  static std::string constant_key(const Constant& value);

  const Source& source_;
  std::vector<Instruction> instructions_;
  std::vector<Target> targets_;
  std::vector<Entry> entries_;
  std::vector<Constant> constants_;
  std::unordered_map<std::string, std::uint32_t> constant_index_;
  std::vector<std::string> names_;
  std::unordered_map<std::string, std::uint32_t> name_index_;
  Span position_;
  std::uint32_t depth_ = 0;
  std::uint32_t max_depth_ = 0;
  bool reachable_ = true;
  bool too_large_ = false;
};

Constant string_constant(std::string_view text);

// What an instruction does to the stack depth when it does not jump.
int stack_effect(Opcode opcode, std::uint32_t operand);
// Of a jump, when it jumps.
int jump_stack_effect(Opcode opcode);

}  // namespace loopscope::python
