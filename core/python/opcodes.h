// The instruction set of the script machine: one table, and the protocols between compiler and machine.
// Not here: what holds the instructions (code.h), nor what executes them (vm_loop.cpp).
#pragma once

#include <cstdint>

namespace loopscope::python {

// Shape
//   An instruction is one 32-bit word: opcode in the low 8 bits, operand in the high 24. Opcodes with inline
//   caches are followed by that many cache words; the compiler emits zeros, only the machine writes them.
//   Jump operands are absolute word indexes into the code. Stack effects read "before -- after", the top at
//   the right. `empty` is the empty Value, never a Python object.
//
// Variables
//   A code has one array of slots: parameters, other locals, cells that are not parameters, free variables
//   (code.h). Operands of kind kSlot are indexes into it. A function with free variables starts with
//   COPY_FREE_VARS n; then one MAKE_CELL per cell (a parameter that is a cell is wrapped in place). Module
//   code uses LOAD_GLOBAL, STORE_GLOBAL, DELETE_GLOBAL; only class bodies use the *_NAME forms (the namespace
//   being filled).
//
// Calls
//   On the stack: callable, self-or-empty, arguments. A plain call pushes the callable, then empty
//   (PUSH_EMPTY, or bit 0 of LOAD_GLOBAL). A method call is LOAD_ATTR with bit 0, which leaves (function,
//   self) or (value, empty). CALL n: n positional arguments, self not counted. CALL_KW n: n arguments, the
//   last of them keywords, and on top the constant tuple of their names. CALL_EX: callable, empty, a tuple or
//   any iterable of positionals and, with bit 0, a fresh dict of keywords (made by BUILD_MAP and DICT_MERGE).
//
// Jumps
//   Conditional jumps take any object and ask its truth themselves; they only go forward. JUMP_BACKWARD is
//   where the budget is charged: every loop has one. A COMPARE_OP, IS_OP or CONTAINS_OP directly followed by
//   POP_JUMP_IF_FALSE or POP_JUMP_IF_TRUE runs as one step.
//
// Exceptions
//   The exception table (code.h) gives handler and stack depth for ranges of words. When an instruction
//   raises, the stack is dropped to `depth`, the exception pushed, and the handler runs:
//     PUSH_EXC_INFO                         exc -- previous exc        exc is now the one being handled
//     <type>; CHECK_EXC_MATCH               exc type -- exc bool
//     POP_JUMP_IF_FALSE next clause
//     STORE e, or POP_TOP; body; POP_EXCEPT                            previous --
//     no clause matched: RERAISE            exc --                     no second traceback entry for this
//     frame
//   The words after PUSH_EXC_INFO (clause tests, bodies, that RERAISE) are covered by an entry of depth + 1,
//   so that `previous` stays; its handler is  SWAP 2; POP_EXCEPT; RERAISE      previous exc -- exc previous
//   -- exc -- `except E as e`: the body is also covered by an inner entry, whose handler makes e unbound and
//   does RERAISE. `finally`: its body twice, once on the normal way and once as a handler (PUSH_EXC_INFO;
//   body; RERAISE). RAISE 0 raises what is being handled; RAISE 1: exception; RAISE 2: exception, cause.
//   except*: PUSH_EXC_INFO; BUILD_LIST 0; COPY 2                     previous exc list rest
//   per clause <type>; CHECK_EG_MATCH; UNPACK_SEQUENCE 2 (rest match); where there is a match PUSH_EXC_INFO;
//   SWAP 2; POP_TOP makes it the one being handled; STORE e, or POP_TOP; body, whose own exception the
//   handler puts into the list. At the end LIST_APPEND 1 (rest); PREP_RERAISE_STAR says what is raised.
//
// with
//   <manager>; WITH_ENTER -- exit exit-self value; body; WITH_EXIT; POP_TOP. Handler, of the depth that
//   keeps exit and exit-self: PUSH_EXC_INFO; WITH_EXCEPT_START; POP_JUMP_IF_TRUE suppress; RERAISE;
//   suppress: POP_TOP (exc); POP_EXCEPT; POP_TOP; POP_TOP (the exit pair).
//   async with: ASYNC_WITH_ENTER; GET_AWAITABLE 1; SEND, and  GET_AWAITABLE 2; SEND  after WITH_EXIT and
//   after WITH_EXCEPT_START.
//
// await and yield
//   await x: <x>; GET_AWAITABLE 0; SEND.   yield from x: <x>; GET_YIELD_FROM_ITER; SEND.
//   SEND takes (iterator, value to send) and leaves the result. There is no loop around it: a generator's or
//   coroutine's frame is linked behind this one and runs; what it yields leaves the whole chain at once, and
//   a resumption goes straight to the innermost frame. A native awaitable that is not done suspends on the
//   SEND itself. yield x: <x>; YIELD_VALUE, which leaves the sent value. In an async generator: <x>;
//   ASYNC_YIELD_VALUE. Generator, coroutine and async generator functions have no special first instruction:
//   the flags (code.h) make the call create the object, and its first resumption starts at word 0 with an
//   empty stack. All kinds end by RETURN_VALUE or RETURN_NONE. A StopIteration that escapes is made a
//   RuntimeError by the machine.
//
// Loops
//   for: <iterable>; GET_ITER; top: FOR_ITER end; ...; JUMP_BACKWARD top; end: (the iterator is gone
//   already). `break` pops the iterator (POP_TOP) and jumps. async for: <iterable>; GET_AITER; top:
//   GET_ANEXT; SEND; ...; JUMP_BACKWARD top. GET_ANEXT and SEND are covered by an entry whose depth keeps the
//   aiterator; its handler is END_ASYNC_FOR (aiterator exc --): StopAsyncIteration ends the loop with the
//   next word, anything else is raised on.
//
// Comprehensions
//   Inlined as CPython 3.12 and later do (no frame of their own in tracebacks): the iteration variables are
//   slots of the surrounding code; LOAD_FAST_AND_CLEAR saves each below the result, SWAP and STORE_FAST
//   restore it, also from an exception handler. STORE_FAST of empty unbinds. Module and class bodies get
//   slots for them, too. Where inlining is awkward, a nested function called with the outermost iterator is
//   right as well. Generator expressions are generator functions called with the iterator (GET_ITER or
//   GET_AITER outside). LIST_APPEND, SET_ADD, MAP_ADD i: the container is the i-th item once the operands are
//   popped, 1 is the top.
//
// class
//   LOAD_BUILD_CLASS; PUSH_EMPTY; <function of the body>; <name>; bases; CALL, CALL_KW or CALL_EX.
//   The body starts with STORE_NAME of __module__ (from __name__) and __qualname__. If a method uses
//   __class__ or super, the body has a cell named __class__ and ends with LOAD_CLOSURE; STORE_NAME
//   __classcell__. It returns None. super() without arguments is a plain call of the global; the machine
//   finds __class__ in the caller's slots by name, so a function that names `super` has __class__ as a free
//   variable.
//
// match
//   GET_LEN, MATCH_SEQUENCE, MATCH_MAPPING push their answer above the subject. MATCH_KEYS: subject keys --
//   subject keys (tuple of values, or None). MATCH_CLASS n: subject class names -- (tuple of attributes, or
//   None).

// Operand kinds, for the disassembler and the verifier.
enum class OperandKind : std::uint8_t {
  kNone,       // must be zero
  kCount,      // an unsigned number: how many, or how deep
  kSigned,     // a signed 24-bit number
  kConst,      // index into the constants
  kName,       // index into the names
  kNameFlag,   // index into the names << 1, bit 0: call form
  kSlot,       // index into the slots
  kSlotPair,   // two slots, the first in the low 12 bits
  kSlotConst,  // a slot in the low 12 bits, a constant above
  kJump,       // absolute word index
  kBinary,     // a BinaryOperator
  kCompare,    // a CompareOperator
  kFlags,      // bits, see the meaning
};

enum class BinaryOperator : std::uint8_t {
  kAdd,
  kSubtract,
  kMultiply,
  kTrueDivide,
  kFloorDivide,
  kModulo,
  kPower,
  kMatrixMultiply,
  kLeftShift,
  kRightShift,
  kAnd,
  kOr,
  kXor,
};
inline constexpr int kBinaryOperatorCount = 13;

enum class CompareOperator : std::uint8_t { kLess, kLessEqual, kEqual, kNotEqual, kGreater, kGreaterEqual };

enum class UnaryOperator : std::uint8_t { kNegative, kPositive, kInvert };

enum class ConversionKind : std::uint8_t { kNone, kStr, kRepr, kAscii };

// X(NAME, cache words, operand kind, "stack effect", "meaning")
// clang-format off
#define LOOPSCOPE_OPCODES(X) \
  /* -- stack -- */ \
  X(NOP, 0, kNone, "--", "does nothing; keeps a position (an empty `pass` line is traced by it)") \
  X(POP_TOP, 0, kNone, "value --", "drops the top") \
  X(COPY, 0, kCount, "-- value", "pushes a copy of the i-th item, 1 is the top") \
  X(SWAP, 0, kCount, "--", "exchanges the top with the i-th item, 2 is the one below the top") \
  X(PUSH_EMPTY, 0, kNone, "-- empty", "the self slot of a plain call") \
  /* -- constants -- */ \
  X(LOAD_CONST, 0, kConst, "-- value", "a constant") \
  X(LOAD_SMALL_INT, 0, kSigned, "-- int", "the operand itself") \
  X(LOAD_NONE, 0, kNone, "-- None", "None") \
  X(LOAD_TRUE, 0, kNone, "-- True", "True") \
  X(LOAD_FALSE, 0, kNone, "-- False", "False") \
  X(LOAD_ASSERTION_ERROR, 0, kNone, "-- type", "the builtin AssertionError whatever the names say") \
  X(LOAD_BUILD_CLASS, 0, kNone, "-- callable", "the builtin that makes classes") \
  /* -- variables -- */ \
  X(LOAD_FAST, 0, kSlot, "-- value", "a local; UnboundLocalError if unbound") \
  X(LOAD_FAST_AND_CLEAR, 0, kSlot, "-- value-or-empty", "saves a local for an inlined comprehension and unbinds it") \
  X(STORE_FAST, 0, kSlot, "value --", "sets a local; empty unbinds it") \
  X(DELETE_FAST, 0, kSlot, "--", "unbinds a local; UnboundLocalError if unbound") \
  X(LOAD_GLOBAL, 2, kNameFlag, "-- value [empty]", "a global or builtin; bit 0: also pushes empty. Cache: hint, version") \
  X(STORE_GLOBAL, 1, kName, "value --", "sets a global. Cache: hint") \
  X(DELETE_GLOBAL, 0, kName, "--", "deletes a global") \
  X(LOAD_NAME, 0, kName, "-- value", "class namespace, then globals, then builtins") \
  X(STORE_NAME, 0, kName, "value --", "sets a name of the class namespace") \
  X(DELETE_NAME, 0, kName, "--", "deletes a name of the class namespace") \
  X(COPY_FREE_VARS, 0, kCount, "--", "first instruction: the function's closure into the last slots") \
  X(MAKE_CELL, 0, kSlot, "--", "wraps the slot's value (or unbound) in a new cell") \
  X(LOAD_CLOSURE, 0, kSlot, "-- cell", "the cell itself, for a closure tuple") \
  X(LOAD_DEREF, 0, kSlot, "-- value", "what the cell holds; NameError if unbound") \
  X(STORE_DEREF, 0, kSlot, "value --", "sets what the cell holds; empty unbinds it") \
  X(DELETE_DEREF, 0, kSlot, "--", "unbinds the cell") \
  X(LOAD_CLASS_DEREF, 0, kSlot, "-- value", "class namespace by the slot's name, then the cell") \
  /* -- attributes and items -- */ \
  X(LOAD_ATTR, 4, kNameFlag, "owner -- value | owner -- callable self-or-empty", "attribute; bit 0: method form. Cache: version, kind, pointer") \
  X(STORE_ATTR, 2, kName, "value owner --", "owner.name = value. Cache: version, hint") \
  X(DELETE_ATTR, 0, kName, "owner --", "del owner.name") \
  X(BINARY_SUBSCR, 0, kNone, "container key -- value", "container[key]") \
  X(STORE_SUBSCR, 0, kNone, "value container key --", "container[key] = value") \
  X(DELETE_SUBSCR, 0, kNone, "container key --", "del container[key]") \
  X(BUILD_SLICE, 0, kCount, "start stop [step] -- slice", "operand 2 or 3") \
  X(BINARY_SLICE, 0, kNone, "container start stop -- value", "container[start:stop]") \
  X(STORE_SLICE, 0, kNone, "value container start stop --", "container[start:stop] = value") \
  /* -- operators -- */ \
  X(BINARY_ADD, 0, kNone, "left right -- value", "left + right") \
  X(BINARY_SUBTRACT, 0, kNone, "left right -- value", "left - right") \
  X(BINARY_MULTIPLY, 0, kNone, "left right -- value", "left * right") \
  X(BINARY_OP, 0, kBinary, "left right -- value", "any other binary operator") \
  X(INPLACE_ADD, 0, kNone, "left right -- value", "left += right, the result is to be stored") \
  X(INPLACE_OP, 0, kBinary, "left right -- value", "any augmented operator") \
  X(ADD_INT, 0, kSigned, "left -- value", "left + operand, where the source has a small int literal") \
  X(SUBTRACT_INT, 0, kSigned, "left -- value", "left - operand") \
  X(INPLACE_ADD_INT, 0, kSigned, "left -- value", "left += operand") \
  X(INPLACE_SUBTRACT_INT, 0, kSigned, "left -- value", "left -= operand") \
  X(UNARY_NEGATIVE, 0, kNone, "value -- value", "-value") \
  X(UNARY_POSITIVE, 0, kNone, "value -- value", "+value") \
  X(UNARY_INVERT, 0, kNone, "value -- value", "~value") \
  X(UNARY_NOT, 0, kNone, "value -- bool", "not value") \
  X(COMPARE_OP, 0, kCompare, "left right -- value", "rich comparison, see CompareOperator") \
  X(IS_OP, 0, kCount, "left right -- bool", "left is right; operand 1: is not") \
  X(CONTAINS_OP, 0, kCount, "item container -- bool", "item in container; operand 1: not in") \
  /* -- jumps -- */ \
  X(JUMP, 0, kJump, "--", "forward jump") \
  X(JUMP_BACKWARD, 0, kJump, "--", "backward jump; the budget is charged here") \
  X(POP_JUMP_IF_FALSE, 0, kJump, "value --", "jumps when not true; may go backward only over a JUMP_BACKWARD") \
  X(POP_JUMP_IF_TRUE, 0, kJump, "value --", "jumps when true") \
  X(POP_JUMP_IF_NONE, 0, kJump, "value --", "jumps when None") \
  X(POP_JUMP_IF_NOT_NONE, 0, kJump, "value --", "jumps when not None") \
  X(JUMP_IF_FALSE_OR_POP, 0, kJump, "value -- [value]", "`and`: keeps the value when it jumps") \
  X(JUMP_IF_TRUE_OR_POP, 0, kJump, "value -- [value]", "`or`: keeps the value when it jumps") \
  /* -- building -- */ \
  X(BUILD_TUPLE, 0, kCount, "items -- tuple", "a tuple of n") \
  X(BUILD_LIST, 0, kCount, "items -- list", "a list of n") \
  X(BUILD_SET, 0, kCount, "items -- set", "a set of n") \
  X(BUILD_MAP, 0, kCount, "key value ... -- dict", "a dict of n pairs") \
  X(BUILD_STRING, 0, kCount, "strings -- str", "joins n strings of an f-string") \
  X(LIST_APPEND, 0, kCount, "value --", "appends to the i-th item below") \
  X(SET_ADD, 0, kCount, "value --", "adds to the i-th item below") \
  X(MAP_ADD, 0, kCount, "key value --", "sets in the i-th item below") \
  X(LIST_EXTEND, 0, kCount, "iterable --", "extends the i-th item below") \
  X(SET_UPDATE, 0, kCount, "iterable --", "updates the i-th item below") \
  X(DICT_UPDATE, 0, kCount, "mapping --", "{**mapping} into the i-th item below") \
  X(DICT_MERGE, 0, kCount, "mapping --", "f(**mapping): duplicates are a TypeError naming the callable 2 + i below (callable empty args dict mapping: i = 1)") \
  X(LIST_TO_TUPLE, 0, kNone, "list -- tuple", "for f(*a, *b) and (*a, b)") \
  X(UNPACK_SEQUENCE, 0, kCount, "iterable -- items", "exactly n, the first on top") \
  X(UNPACK_EX, 0, kSlotPair, "iterable -- items", "low 12 bits before the star, high 12 after; the first on top") \
  X(CONVERT_VALUE, 0, kCount, "value -- str", "f-string !s !r !a, see ConversionKind") \
  X(FORMAT_SIMPLE, 0, kNone, "value -- str", "format(value, '')") \
  X(FORMAT_WITH_SPEC, 0, kNone, "value spec -- str", "format(value, spec)") \
  /* -- calls and functions -- */ \
  X(CALL, 0, kCount, "callable self-or-empty args -- value", "n positional arguments") \
  X(CALL_KW, 0, kCount, "callable self-or-empty args names -- value", "n arguments, the last ones keywords; names is a constant tuple") \
  X(CALL_EX, 0, kFlags, "callable empty args [kwargs] -- value", "bit 0: a keyword dict is there") \
  X(MAKE_FUNCTION, 0, kFlags, "[defaults] [kwdefaults] [annotations] [closure] code -- function", "bits 1 tuple, 2 dict, 4 dict, 8 tuple") \
  X(RETURN_VALUE, 0, kNone, "value --", "ends the frame") \
  X(RETURN_NONE, 0, kNone, "--", "return None") \
  /* -- iteration -- */ \
  X(GET_ITER, 0, kNone, "iterable -- iterator", "iter(iterable)") \
  X(FOR_ITER, 0, kJump, "iterator -- iterator value", "at the end pops the iterator and jumps") \
  X(GET_AITER, 0, kNone, "iterable -- aiterator", "async for: __aiter__") \
  X(GET_ANEXT, 0, kNone, "aiterator -- aiterator awaitable None", "async for: __anext__, made awaitable") \
  X(END_ASYNC_FOR, 0, kNone, "aiterator exc --", "swallows StopAsyncIteration, raises anything else on") \
  X(GET_AWAITABLE, 0, kCount, "value -- iterator None", "0 await, 1 __aenter__'s, 2 __aexit__'s result (for the message)") \
  X(GET_YIELD_FROM_ITER, 0, kNone, "iterable -- iterator None", "yield from") \
  X(SEND, 0, kNone, "iterator value -- result", "runs the awaitable or delegate to its end") \
  X(YIELD_VALUE, 0, kNone, "value -- sent", "generator's yield") \
  X(ASYNC_YIELD_VALUE, 0, kNone, "value -- sent", "async generator's yield") \
  /* -- exceptions and with -- */ \
  X(PUSH_EXC_INFO, 0, kNone, "exc -- previous exc", "exc becomes the exception being handled") \
  X(POP_EXCEPT, 0, kNone, "previous --", "previous is the exception being handled again") \
  X(CHECK_EXC_MATCH, 0, kNone, "exc type -- exc bool", "type may be a tuple") \
  X(CHECK_EG_MATCH, 0, kNone, "exc type -- pair", "except*: splits; (match, rest), each may be None") \
  X(PREP_RERAISE_STAR, 0, kNone, "orig list -- exc-or-None", "except*: what is to be raised at the end") \
  X(RAISE, 0, kCount, "[exc] [cause] --", "0, 1 or 2 operands") \
  X(RERAISE, 0, kNone, "exc --", "goes on raising; no new traceback entry for this frame") \
  X(WITH_ENTER, 0, kNone, "manager -- exit exit-self value", "calls __enter__") \
  X(ASYNC_WITH_ENTER, 0, kNone, "manager -- exit exit-self awaitable", "calls __aenter__") \
  X(WITH_EXIT, 0, kNone, "exit exit-self -- value", "calls exit(None, None, None)") \
  X(WITH_EXCEPT_START, 0, kNone, "exit exit-self previous exc -- exit exit-self previous exc value", "calls exit(type, exc, traceback)") \
  /* -- imports -- */ \
  X(IMPORT_NAME, 0, kName, "level fromlist -- module", "fromlist a tuple or None; without one `import a.b` gives a") \
  X(IMPORT_FROM, 0, kName, "module -- module value", "from module import name") \
  X(IMPORT_STAR, 0, kNone, "module --", "from module import *") \
  /* -- match -- */ \
  X(GET_LEN, 0, kNone, "value -- value length", "len(value)") \
  X(MATCH_SEQUENCE, 0, kNone, "value -- value bool", "list, tuple, range and the like, not str or bytes") \
  X(MATCH_MAPPING, 0, kNone, "value -- value bool", "dict and the like") \
  X(MATCH_KEYS, 0, kNone, "subject keys -- subject keys values-or-None", "looks all keys up") \
  X(MATCH_CLASS, 0, kCount, "subject class names -- attributes-or-None", "n positional patterns, names a tuple") \
  /* -- fused pairs: made by the compiler's last pass where the second is no jump target -- */ \
  X(LOAD_FAST_LOAD_FAST, 0, kSlotPair, "-- value value", "two locals") \
  X(LOAD_FAST_LOAD_CONST, 0, kSlotConst, "-- value value", "a local and a constant") \
  X(STORE_FAST_LOAD_FAST, 0, kSlotPair, "value -- value", "stores the first slot, loads the second") \
  X(STORE_FAST_STORE_FAST, 0, kSlotPair, "value value --", "the top into the first slot, the one below into the second")
// clang-format on

enum class Opcode : std::uint8_t {
#define LOOPSCOPE_OPCODE_ENUM(name, cache, operand, effect, meaning) name,
  LOOPSCOPE_OPCODES(LOOPSCOPE_OPCODE_ENUM)
#undef LOOPSCOPE_OPCODE_ENUM
};

#define LOOPSCOPE_OPCODE_COUNT(name, cache, operand, effect, meaning) +1
inline constexpr int kOpcodeCount = 0 LOOPSCOPE_OPCODES(LOOPSCOPE_OPCODE_COUNT);
#undef LOOPSCOPE_OPCODE_COUNT

inline constexpr std::uint8_t kOpcodeCacheWords[] = {
#define LOOPSCOPE_OPCODE_CACHE(name, cache, operand, effect, meaning) cache,
    LOOPSCOPE_OPCODES(LOOPSCOPE_OPCODE_CACHE)
#undef LOOPSCOPE_OPCODE_CACHE
};

inline constexpr OperandKind kOpcodeOperands[] = {
#define LOOPSCOPE_OPCODE_OPERAND(name, cache, operand, effect, meaning) OperandKind::operand,
    LOOPSCOPE_OPCODES(LOOPSCOPE_OPCODE_OPERAND)
#undef LOOPSCOPE_OPCODE_OPERAND
};

// One instruction word.
using Word = std::uint32_t;

constexpr std::uint32_t kMaxOperand = (1u << 24) - 1;
constexpr std::uint32_t kMaxPairOperand = (1u << 12) - 1;

constexpr Word make_word(Opcode opcode, std::uint32_t operand = 0) {
  return static_cast<Word>(opcode) | operand << 8;
}
constexpr Opcode opcode_of(Word word) { return static_cast<Opcode>(word & 0xFF); }
constexpr std::uint32_t operand_of(Word word) { return word >> 8; }
constexpr std::int32_t signed_operand_of(Word word) { return static_cast<std::int32_t>(word) >> 8; }

}  // namespace loopscope::python
