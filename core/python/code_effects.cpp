// What each instruction does to the stack depth, as opcodes.h says in words. Not for: anything else.
#include "core/python/code_builder.h"

namespace loopscope::python {

int stack_effect(Opcode opcode, std::uint32_t operand) {
  const int count = static_cast<int>(operand);
  switch (opcode) {
    case Opcode::NOP:
    case Opcode::SWAP:
    case Opcode::DELETE_FAST:
    case Opcode::DELETE_GLOBAL:
    case Opcode::DELETE_NAME:
    case Opcode::DELETE_DEREF:
    case Opcode::COPY_FREE_VARS:
    case Opcode::MAKE_CELL:
    case Opcode::UNARY_NEGATIVE:
    case Opcode::UNARY_POSITIVE:
    case Opcode::UNARY_INVERT:
    case Opcode::UNARY_NOT:
    case Opcode::ADD_INT:
    case Opcode::SUBTRACT_INT:
    case Opcode::INPLACE_ADD_INT:
    case Opcode::INPLACE_SUBTRACT_INT:
    case Opcode::LIST_TO_TUPLE:
    case Opcode::CONVERT_VALUE:
    case Opcode::FORMAT_SIMPLE:
    case Opcode::GET_ITER:
    case Opcode::GET_AITER:
    case Opcode::YIELD_VALUE:
    case Opcode::ASYNC_YIELD_VALUE:
    case Opcode::CHECK_EXC_MATCH:
    case Opcode::JUMP:
    case Opcode::JUMP_BACKWARD:
    case Opcode::RETURN_NONE:
    case Opcode::STORE_FAST_LOAD_FAST:
      return 0;
    case Opcode::COPY:
    case Opcode::PUSH_EMPTY:
    case Opcode::LOAD_CONST:
    case Opcode::LOAD_SMALL_INT:
    case Opcode::LOAD_NONE:
    case Opcode::LOAD_TRUE:
    case Opcode::LOAD_FALSE:
    case Opcode::LOAD_ASSERTION_ERROR:
    case Opcode::LOAD_BUILD_CLASS:
    case Opcode::LOAD_FAST:
    case Opcode::LOAD_FAST_AND_CLEAR:
    case Opcode::LOAD_NAME:
    case Opcode::LOAD_CLOSURE:
    case Opcode::LOAD_DEREF:
    case Opcode::LOAD_CLASS_DEREF:
    case Opcode::FOR_ITER:
    case Opcode::GET_AWAITABLE:
    case Opcode::GET_YIELD_FROM_ITER:
    case Opcode::PUSH_EXC_INFO:
    case Opcode::WITH_EXCEPT_START:
    case Opcode::IMPORT_FROM:
    case Opcode::GET_LEN:
    case Opcode::MATCH_SEQUENCE:
    case Opcode::MATCH_MAPPING:
    case Opcode::MATCH_KEYS:
      return 1;
    case Opcode::GET_ANEXT:
    case Opcode::WITH_ENTER:
    case Opcode::ASYNC_WITH_ENTER:
    case Opcode::LOAD_FAST_LOAD_FAST:
    case Opcode::LOAD_FAST_LOAD_CONST:
      return 2;
    case Opcode::POP_TOP:
    case Opcode::STORE_FAST:
    case Opcode::STORE_GLOBAL:
    case Opcode::STORE_NAME:
    case Opcode::STORE_DEREF:
    case Opcode::DELETE_ATTR:
    case Opcode::BINARY_SUBSCR:
    case Opcode::BINARY_ADD:
    case Opcode::BINARY_SUBTRACT:
    case Opcode::BINARY_MULTIPLY:
    case Opcode::BINARY_OP:
    case Opcode::INPLACE_ADD:
    case Opcode::INPLACE_OP:
    case Opcode::COMPARE_OP:
    case Opcode::IS_OP:
    case Opcode::CONTAINS_OP:
    case Opcode::POP_JUMP_IF_FALSE:
    case Opcode::POP_JUMP_IF_TRUE:
    case Opcode::POP_JUMP_IF_NONE:
    case Opcode::POP_JUMP_IF_NOT_NONE:
    case Opcode::JUMP_IF_FALSE_OR_POP:
    case Opcode::JUMP_IF_TRUE_OR_POP:
    case Opcode::LIST_APPEND:
    case Opcode::SET_ADD:
    case Opcode::LIST_EXTEND:
    case Opcode::SET_UPDATE:
    case Opcode::DICT_UPDATE:
    case Opcode::DICT_MERGE:
    case Opcode::FORMAT_WITH_SPEC:
    case Opcode::RETURN_VALUE:
    case Opcode::SEND:
    case Opcode::POP_EXCEPT:
    case Opcode::RERAISE:
    case Opcode::CHECK_EG_MATCH:
    case Opcode::PREP_RERAISE_STAR:
    case Opcode::WITH_EXIT:
    case Opcode::IMPORT_NAME:
    case Opcode::IMPORT_STAR:
      return -1;
    case Opcode::STORE_ATTR:
    case Opcode::DELETE_SUBSCR:
    case Opcode::BINARY_SLICE:
    case Opcode::MAP_ADD:
    case Opcode::END_ASYNC_FOR:
    case Opcode::MATCH_CLASS:
    case Opcode::STORE_FAST_STORE_FAST:
      return -2;
    case Opcode::STORE_SUBSCR:
      return -3;
    case Opcode::STORE_SLICE:
      return -4;
    case Opcode::LOAD_GLOBAL:
    case Opcode::LOAD_ATTR:
      return (opcode == Opcode::LOAD_GLOBAL ? 1 : 0) + (count & 1);
    case Opcode::BUILD_TUPLE:
    case Opcode::BUILD_LIST:
    case Opcode::BUILD_SET:
    case Opcode::BUILD_STRING:
    case Opcode::BUILD_SLICE:
      return 1 - count;
    case Opcode::BUILD_MAP:
      return 1 - 2 * count;
    case Opcode::UNPACK_SEQUENCE:
      return count - 1;
    case Opcode::UNPACK_EX:
      return static_cast<int>((operand & kMaxPairOperand) + (operand >> 12));
    case Opcode::CALL:
      return -1 - count;
    case Opcode::CALL_KW:
      return -2 - count;
    case Opcode::CALL_EX:
      return -2 - (count & 1);
    case Opcode::MAKE_FUNCTION:
      return -((count & 1) + (count >> 1 & 1) + (count >> 2 & 1) + (count >> 3 & 1));
    case Opcode::RAISE:
      return -count;
  }
  return 0;
}

int jump_stack_effect(Opcode opcode) {
  switch (opcode) {
    case Opcode::JUMP:
    case Opcode::JUMP_BACKWARD:
    case Opcode::JUMP_IF_FALSE_OR_POP:
    case Opcode::JUMP_IF_TRUE_OR_POP:
      return 0;
    default:
      return -1;
  }
}

}  // namespace loopscope::python
