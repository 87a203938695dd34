// The loop's own words: raw Values, dispatching, and the macros of its instructions. Included by vm_loop.cpp
// alone. Not here: any instruction.
#pragma once

#include "core/python/inline_caches.h"
#include "core/python/internals.h"
#include "core/python/types/sequence_iterators.h"
#include "core/python/vm_rare.h"

#if defined(__EMSCRIPTEN__)
#define LOOPSCOPE_COMPUTED_GOTO 0
#else
#define LOOPSCOPE_COMPUTED_GOTO 1
#endif

namespace loopscope::python {

inline std::uint64_t& raw(Value& value) { return reinterpret_cast<std::uint64_t&>(value); }
inline bool both_ints(std::uint64_t a, std::uint64_t b) { return (a & b) >= Value::kIntTag; }
inline bool is_double_bits(std::uint64_t bits) {
  return bits - Value::kDoubleOffset < Value::kIntTag - Value::kDoubleOffset;
}
inline bool both_doubles(std::uint64_t a, std::uint64_t b) { return is_double_bits(a) && is_double_bits(b); }
inline std::int64_t int_of(std::uint64_t bits) { return static_cast<std::int64_t>(bits << 15) >> 15; }
inline double double_of(std::uint64_t bits) { return std::bit_cast<double>(bits - Value::kDoubleOffset); }
inline std::uint64_t int_bits(std::int64_t value) { return Value::small_int(value).bits(); }
inline std::uint64_t double_bits(double value) { return Value::real(value).bits(); }

template <typename T>
bool compare_numbers(CompareOperator op, T a, T b) {
  switch (op) {
    case CompareOperator::kLess:
      return a < b;
    case CompareOperator::kLessEqual:
      return a <= b;
    case CompareOperator::kEqual:
      return a == b;
    case CompareOperator::kNotEqual:
      return a != b;
    case CompareOperator::kGreater:
      return a > b;
    case CompareOperator::kGreaterEqual:
      return a >= b;
  }
  return false;
}

}  // namespace loopscope::python

#if LOOPSCOPE_COMPUTED_GOTO
#define DISPATCH()              \
  do {                          \
    word = *pc++;               \
    goto* kLabels[word & 0xFF]; \
  } while (false)
#define OP(name) op_##name:
#else
#define DISPATCH() goto next
#define OP(name) case Opcode::name:
#endif
#define OPERAND() (word >> 8)
#define LOAD_STATE()                    \
  do {                                  \
    frame = fiber.frame;                \
    pc = frame->pc;                     \
    sp = frame->stack;                  \
    slots = frame->slots();             \
    words = frame->code->words;         \
    constants = frame->code->constants; \
    names = frame->code->names;         \
  } while (false)
#define SAVE_STATE()   \
  do {                 \
    frame->pc = pc;    \
    frame->stack = sp; \
  } while (false)
#define PUSH(value) new (sp++) Value(value)
#define DROP() (--sp)->~Value()
#define DROP_MANY(count) \
  for (std::uint32_t dropped = (count); dropped != 0; --dropped) DROP()
// Runs a slow step, drops its operands and pushes its result; or raises, or goes on in the frame it has
// pushed.
#define STEP(count, expression)           \
  do {                                    \
    SAVE_STATE();                         \
    result = (expression);                \
    DROP_MANY(count);                     \
    if (result.is_special()) [[unlikely]] \
      goto special;                       \
    PUSH(std::move(result));              \
  } while (false)
// The same for steps that leave nothing.
#define STEP_VOID(count, expression)      \
  do {                                    \
    SAVE_STATE();                         \
    result = (expression);                \
    DROP_MANY(count);                     \
    if (result.is_special()) [[unlikely]] \
      goto special_void;                  \
  } while (false)
#define CHECK_FINALIZERS()                   \
  if (vm.heap.has_finalizers()) [[unlikely]] \
  goto finalizers
#define ARITHMETIC(int_expression, double_expression, slow)                                  \
  {                                                                                          \
    std::uint64_t a = raw(sp[-2]);                                                           \
    std::uint64_t b = raw(sp[-1]);                                                           \
    if (both_ints(a, b)) [[likely]] {                                                        \
      std::int64_t number;                                                                   \
      if (!int_expression(int_of(a), int_of(b), &number) && Value::fits_small_int(number)) { \
        --sp;                                                                                \
        raw(sp[-1]) = int_bits(number);                                                      \
        DISPATCH();                                                                          \
      }                                                                                      \
    } else if (both_doubles(a, b)) {                                                         \
      --sp;                                                                                  \
      raw(sp[-1]) = double_bits(double_of(a) double_expression double_of(b));                \
      DISPATCH();                                                                            \
    }                                                                                        \
    STEP(2, slow);                                                                           \
    DISPATCH();                                                                              \
  }
#define ARITHMETIC_WITH_OPERAND(sign, slow)                                   \
  {                                                                           \
    if (sp[-1].is_small_int()) [[likely]] {                                   \
      std::int64_t number = int_of(raw(sp[-1])) sign signed_operand_of(word); \
      if (Value::fits_small_int(number)) [[likely]] {                         \
        raw(sp[-1]) = int_bits(number);                                       \
        DISPATCH();                                                           \
      }                                                                       \
    }                                                                         \
    STEP(1, slow);                                                            \
    DISPATCH();                                                               \
  }
// Takes the branch at once for bools and small values; else asks, and if the script answers, runs again with
// a bool.
#define BRANCH(when_true, when_false)       \
  {                                         \
    std::uint64_t bits = raw(sp[-1]);       \
    if (bits == Value::kTrueBits) {         \
      condition = true;                     \
    } else if (bits == Value::kFalseBits) { \
      condition = false;                    \
    } else {                                \
      SAVE_STATE();                         \
      --frame->pc;                          \
      result = vm.truth(sp[-1]);            \
      if (result.is_special()) [[unlikely]] \
        goto special_again;                 \
      condition = result.is_true();         \
    }                                       \
    if (condition) {                        \
      when_true;                            \
    } else {                                \
      when_false;                           \
    }                                       \
    DISPATCH();                             \
  }

#define PUSH_BITS(bits) \
  {                     \
    raw(*sp++) = bits;  \
    DISPATCH();         \
  }

#define ANY_OPERATOR(slow)                                                                       \
  {                                                                                              \
    auto op = static_cast<BinaryOperator>(OPERAND());                                            \
    if (both_ints(raw(sp[-2]), raw(sp[-1])) && fast_int_operator(op, sp[-2], sp[-1], &result)) { \
      --sp;                                                                                      \
      raw(sp[-1]) = result.release_to_bits();                                                    \
      DISPATCH();                                                                                \
    }                                                                                            \
    STEP(2, slow);                                                                               \
    DISPATCH();                                                                                  \
  }

// Goes on in the fiber's current frame, whichever that is by now.
#define GO_ON()                                 \
  do {                                          \
    LOAD_STATE();                               \
    if (in.leave != Leave::kNo) goto attention; \
    DISPATCH();                                 \
  } while (false)
