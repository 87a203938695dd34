# Chooses clang 19 before project() looks for a compiler, and ccache where there is one.
# Not for flags (compile_flags.cmake) nor for the wasm compiler (wasm/toolchain/emscripten.cmake).
if(NOT CMAKE_TOOLCHAIN_FILE AND NOT CMAKE_CXX_COMPILER AND NOT DEFINED ENV{CXX})
  find_program(LOOPSCOPE_CLANG NAMES clang++-19 clang++)
  if(NOT LOOPSCOPE_CLANG)
    message(FATAL_ERROR "Loopscope needs clang 19: on Debian 12, run: apt-get install clang-19 lld-19 libclang-rt-19-dev")
  endif()
  set(CMAKE_CXX_COMPILER "${LOOPSCOPE_CLANG}")
endif()

if(NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
  find_program(LOOPSCOPE_CCACHE ccache)
  if(LOOPSCOPE_CCACHE)
    # It hands a precompiled header on only where it may pass over what such a header hides from it.
    set(CMAKE_CXX_COMPILER_LAUNCHER
      "${CMAKE_COMMAND}" -E env CCACHE_SLOPPINESS=pch_defines,time_macros "${LOOPSCOPE_CCACHE}")
  endif()
endif()
