// CodeObject: a code inside a machine: constants made, names interned, cache words of its own.
// Not here: how it is compiled (compiler.h), nor the plain data it is loaded from (code.h).
#pragma once

#include <cstdint>
#include <memory>

#include "core/python/code.h"
#include "core/python/object.h"
#include "core/python/value.h"

namespace loopscope::python {

class Vm;

struct CodeObject : Object {
  Word* words;              // owned copy: its cache words are written
  const Value* constants;   // owned, constant_count of them
  const Value* names;       // owned, interned str
  const Value* slot_names;  // owned, interned str: locals, cells, free
  std::uint32_t word_count;
  std::uint32_t constant_count;
  std::uint32_t name_count;
  std::uint32_t slot_count;
  std::uint32_t stack_size;
  std::uint32_t flags;
  std::uint32_t positional_only_count;
  std::uint32_t positional_count;
  std::uint32_t keyword_only_count;
  std::uint32_t parameter_count;  // with *args and **kwargs
  std::uint32_t local_count;
  std::uint32_t cell_count;
  std::uint32_t free_count;
  std::uint32_t frame_bytes;  // of a frame for it
  std::uint32_t depth;        // of a frame for it: kFrameDepth, or 1 with kCodeNative
  bool simple;  // only positional parameters, no generator of any kind: CALL fills a frame directly
  Value name;
  Value qualname;
  Value file_name;
  Value docstring;                        // str or None
  std::shared_ptr<const CodeData>* data;  // owned; positions and exceptions are read from it

  bool is(CodeFlags flag) const { return (flags & flag) != 0; }
};

Ref<CodeObject> load_code(Vm& vm, std::shared_ptr<const CodeData> data);

// Stands for the place before a function's first instruction: the line of its `def`.
inline constexpr std::uint32_t kBeforeFirstWord = 0xFFFFFFFF;

// Where the instruction at `word` comes from; line 0 where nothing is known.
SourcePosition position_at(const CodeObject* code, std::uint32_t word);

}  // namespace loopscope::python
