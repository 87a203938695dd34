// Compiled code as plain data: what the compiler makes, the disassembler prints and the machine loads.
// Not here: the code object inside a running machine (code_object.h), nor the meaning of instructions
// (opcodes.h).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/python/opcodes.h"

namespace loopscope::python {

struct CodeData;

// A constant of a code. Plain data so that compiling needs no heap of the machine.
struct Constant {
  enum class Kind : std::uint8_t {
    kNone,
    kTrue,
    kFalse,
    kEllipsis,
    kInteger,     // integer
    kBigInteger,  // text: hexadecimal digits without prefix, lower case, never negative, beyond 63 bits
    kFloat,       // number
    kComplex,     // number: the imaginary part (the compiler refuses it by name where it is not supported)
    kString,      // text: UTF-8
    kBytes,       // text: the bytes
    kTuple,       // items
    kFrozenSet,   // items (`x in {1, 2}`)
    kCode,        // code
  };
  Kind kind = Kind::kNone;
  std::int64_t integer = 0;
  double number = 0;
  std::string text;
  std::vector<Constant> items;
  std::shared_ptr<const CodeData> code;
};

// Where an instruction comes from. Lines count from 1; columns are UTF-8 byte offsets from 0, the end
// exclusive. line 0: no position (compiler's own cleanup code; tracebacks then show the line before).
struct SourcePosition {
  std::int32_t line = 0;
  std::int32_t end_line = 0;
  std::int32_t column = 0;
  std::int32_t end_column = 0;
  bool operator==(const SourcePosition&) const = default;
};

// From word `start` (an instruction, not a cache word) up to the next entry's start. Sorted by start, the
// first is 0.
struct PositionEntry {
  std::uint32_t start = 0;
  SourcePosition position;
};

// An instruction in [start, end) that raises: stack dropped to `depth` items, exception pushed, on to
// `handler`. Entries are searched from the first to the last and the first that covers the word wins: inner
// ones come first.
struct ExceptionEntry {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  std::uint32_t handler = 0;
  std::uint32_t depth = 0;
};

enum CodeFlags : std::uint32_t {
  kCodeFunction = 1u << 0,     // has fast locals; without it: module or class body
  kCodeVarArgs = 1u << 1,      // *args: its slot follows the keyword-only parameters
  kCodeVarKeywords = 1u << 2,  // **kwargs: its slot follows that
  kCodeGenerator = 1u << 3,
  kCodeCoroutine = 1u << 4,
  kCodeAsyncGenerator = 1u << 5,
  kCodeLibrary = 1u << 6,    // our own Python: left out of tracebacks and of the user's positions
  kCodeClassBody = 1u << 7,  // uses a namespace dict (the *_NAME instructions)
  kCodeNested = 1u << 8,     // made inside another function
  kCodeNative = 1u << 9,     // stands for what CPython has in C: is no depth of its own for RecursionError
};

// What a frame of the script adds to Frame::depth; one that stands for C code adds 1, so that recursion among
// such frames has an end, too, yet a thousand of them between the script's do not count.
inline constexpr std::uint32_t kFrameDepth = 4096;

struct CodeData {
  std::string name;       // "main", "<module>", "<lambda>", "<genexpr>"
  std::string qualname;   // "Kitchen.cook.<locals>.<lambda>"
  std::string file_name;  // as tracebacks show it
  std::int32_t first_line = 1;
  std::uint32_t flags = 0;

  // Parameters in slot order: positional-only, positional-or-keyword, keyword-only, then *args, then
  // **kwargs.
  std::uint32_t positional_only_count = 0;
  std::uint32_t positional_count = 0;  // positional-only ones included
  std::uint32_t keyword_only_count = 0;

  // Slots: local_names (parameters first), then cell_names (cells that are not parameters), then free_names.
  // A parameter that inner functions use stays in local_names; its slot is wrapped by MAKE_CELL.
  std::vector<std::string> local_names;
  std::vector<std::string> cell_names;
  std::vector<std::string> free_names;

  std::vector<std::string> names;  // globals, attributes, modules; mangled already
  std::vector<Constant> constants;
  std::vector<Word> words;  // instructions and their cache words (zero)
  std::vector<PositionEntry> positions;
  std::vector<ExceptionEntry> exceptions;
  std::uint32_t stack_size = 0;  // most stack items at once, over all paths; handlers' pushes included
  std::string docstring;
  bool has_docstring = false;
};

}  // namespace loopscope::python
