// Code as text: what `loopscope disassemble` prints and the compiler's tests compare. Not for: running it.
#pragma once

#include <string>

#include "core/python/code.h"

namespace loopscope::python {

struct DisassembleOptions {
  bool positions = false;  // columns of every instruction, not only its line
};

// One line per instruction: line of the text, word index, opcode, operand, what the operand stands for; then
// the exception table; then the code objects among the constants.
std::string disassemble(const CodeData& code, const DisassembleOptions& options = {});

// Empty, or the first thing in the code that breaks a rule of opcodes.h: an operand out of range, a jump into
// the middle of an instruction, a stack that would underflow or differ where ways meet. For tests.
std::string verify(const CodeData& code);

}  // namespace loopscope::python
