// Which instructions the loop hands to one function each, because they are rare or slow anyway.
// Not here: the loop (vm_loop.cpp).
#pragma once

// The loop jumps from each of these to execute_rare (vm_rare.cpp).
#define LOOPSCOPE_RARE_OPCODES(X)                                                                            \
  X(LOAD_ASSERTION_ERROR)                                                                                    \
  X(LOAD_BUILD_CLASS)                                                                                        \
  X(MAKE_CELL) X(COPY_FREE_VARS) X(LOAD_CLOSURE) X(DELETE_GLOBAL) X(LOAD_NAME) X(STORE_NAME) X(DELETE_NAME)  \
      X(DELETE_DEREF) X(LOAD_CLASS_DEREF) X(DELETE_ATTR) X(DELETE_SUBSCR) X(BUILD_SLICE) X(BINARY_SLICE)     \
          X(STORE_SLICE) X(UNARY_NEGATIVE) X(UNARY_POSITIVE) X(UNARY_INVERT) X(BUILD_TUPLE) X(BUILD_LIST)    \
              X(BUILD_SET) X(BUILD_MAP) X(BUILD_STRING) X(SET_ADD) X(MAP_ADD) X(LIST_EXTEND) X(SET_UPDATE)   \
                  X(DICT_UPDATE) X(DICT_MERGE) X(LIST_TO_TUPLE) X(UNPACK_EX) X(CONVERT_VALUE)                \
                      X(FORMAT_SIMPLE) X(FORMAT_WITH_SPEC) X(CALL_EX) X(MAKE_FUNCTION) X(GET_AITER)          \
                          X(GET_ANEXT) X(END_ASYNC_FOR) X(GET_YIELD_FROM_ITER) X(ASYNC_YIELD_VALUE)          \
                              X(PUSH_EXC_INFO) X(POP_EXCEPT) X(CHECK_EXC_MATCH) X(CHECK_EG_MATCH)            \
                                  X(PREP_RERAISE_STAR) X(RAISE) X(RERAISE) X(WITH_ENTER) X(ASYNC_WITH_ENTER) \
                                      X(WITH_EXIT) X(WITH_EXCEPT_START) X(IMPORT_NAME) X(IMPORT_FROM)        \
                                          X(IMPORT_STAR) X(GET_LEN) X(MATCH_SEQUENCE) X(MATCH_MAPPING)       \
                                              X(MATCH_KEYS) X(MATCH_CLASS)
