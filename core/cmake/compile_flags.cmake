# The flags of our own code, as one interface target (loopscope_flags) that every target links.
# Not for the link flags of the wasm module (wasm/CMakeLists.txt).
if(NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang" OR CMAKE_CXX_COMPILER_VERSION VERSION_LESS 19)
  message(FATAL_ERROR "Loopscope needs clang 19 or newer, found ${CMAKE_CXX_COMPILER_ID} "
    "${CMAKE_CXX_COMPILER_VERSION} (${CMAKE_CXX_COMPILER}). On Debian 12, run: apt-get install clang-19")
endif()

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()
# -O1 keeps the sanitized tests quick; -g names the lines in their reports.
set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g")
set(CMAKE_CXX_FLAGS_RELEASE "-O2")
if(EMSCRIPTEN)
  set(CMAKE_CXX_FLAGS_RELEASE "-Oz -flto")
endif()

add_library(loopscope_flags INTERFACE)
target_compile_options(loopscope_flags INTERFACE -fno-exceptions -fno-rtti -Wall -Wextra -Werror)
# libstdc++ 12 calls a deprecated function of its own in stable_sort, and clang blames the caller.
target_compile_options(loopscope_flags INTERFACE -Wno-deprecated-declarations)

if(LOOPSCOPE_SANITIZE)
  target_compile_options(loopscope_flags INTERFACE
    -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(loopscope_flags INTERFACE -fsanitize=address,undefined)
endif()

if(LOOPSCOPE_FUZZERS)
  # libFuzzer steers by the branches that an input reaches: of all of the engine, not of the fuzz targets alone. Comparisons
  # are not traced, which would make the sanitized tests slow; the dictionary stands in for them.
  target_compile_options(loopscope_flags INTERFACE -fsanitize-coverage=inline-8bit-counters,pc-table)
endif()

if(LOOPSCOPE_LTO AND NOT EMSCRIPTEN)
  find_program(LOOPSCOPE_LLD NAMES ld.lld-19 ld.lld)
  if(LOOPSCOPE_LLD)
    # Fat objects carry machine code beside the bitcode, so that an installed library links with any linker.
    target_compile_options(loopscope_flags INTERFACE -flto=thin -ffat-lto-objects)
    target_link_options(loopscope_flags INTERFACE
      -flto=thin -ffat-lto-objects "--ld-path=${LOOPSCOPE_LLD}" "-Wl,--thinlto-cache-dir=${CMAKE_BINARY_DIR}/lto")
  else()
    message(STATUS "lld 19 not found: the native command is built without link-time optimisation")
  endif()
endif()

# loopscope_precompile(TARGET [HEADER...]): these headers are parsed once for the target; half of a build is the parsing
# of the standard library. Every file still includes what it uses: what a translation unit sees must not hang on this.
function(loopscope_precompile target)
  target_precompile_headers(${target} PRIVATE
    <algorithm> <array> <chrono> <cstdint> <cstring> <expected> <functional> <memory> <optional> <span> <string>
    <string_view> <unordered_map> <utility> <vector> ${ARGN})
  # The header's time of change is not part of it: ccache can tell equal ones.
  target_compile_options(${target} PRIVATE "SHELL:-Xclang -fno-pch-timestamp")
endfunction()
