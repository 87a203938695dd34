# CMake's toolchain file of the `wasm` preset: hands over to that of the Emscripten that locate.mjs finds.
# Not for flags (core/cmake/compile_flags.cmake, wasm/CMakeLists.txt).
# CMake reads this file again for each compiler check, with no cache of ours: the environment carries the answer.
if(NOT DEFINED ENV{LOOPSCOPE_EMSCRIPTEN_ROOT})
  execute_process(
    COMMAND node "${CMAKE_CURRENT_LIST_DIR}/locate.mjs"
    OUTPUT_VARIABLE emscripten_root OUTPUT_STRIP_TRAILING_WHITESPACE
    ERROR_VARIABLE emscripten_words ERROR_STRIP_TRAILING_WHITESPACE
    RESULT_VARIABLE emscripten_status)
  if(NOT emscripten_status EQUAL 0)
    message(FATAL_ERROR "${emscripten_words}\n(${emscripten_status})")
  endif()
  set(ENV{LOOPSCOPE_EMSCRIPTEN_ROOT} "${emscripten_root}")
endif()
set(EMSCRIPTEN_ROOT_PATH "$ENV{LOOPSCOPE_EMSCRIPTEN_ROOT}")
include("${EMSCRIPTEN_ROOT_PATH}/cmake/Modules/Platform/Emscripten.cmake")
