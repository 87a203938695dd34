# loopscope_embed_python(LAYER): core/LAYER/library/**/*.py compiled in, read back through embedded_modules() of
# "core/LAYER/embedded_modules.h", which is generated, too. Not for scripts that are read at run time.
find_package(Python3 3.9 REQUIRED COMPONENTS Interpreter)
set(LOOPSCOPE_EMBED_DIR "${CMAKE_CURRENT_LIST_DIR}")

function(loopscope_embed_python layer)
  set(folder "${PROJECT_SOURCE_DIR}/core/${layer}/library")
  set(generated "${PROJECT_BINARY_DIR}/generated")
  set(header "${generated}/core/${layer}/embedded_modules.h")
  set(source "${generated}/core/${layer}/embedded_modules.cpp")
  set(script "${LOOPSCOPE_EMBED_DIR}/embed_python.py")
  file(GLOB_RECURSE modules CONFIGURE_DEPENDS "${folder}/*.py")
  add_custom_command(
    OUTPUT "${header}" "${source}"
    COMMAND "${Python3_EXECUTABLE}" "${script}" --layer ${layer} --folder "${folder}" --output "${generated}"
    DEPENDS "${script}" ${modules}
    COMMENT "Embedding core/${layer}/library"
    VERBATIM)
  set(target "loopscope_${layer}_library")
  add_library(${target} STATIC "${source}" "${header}")
  target_include_directories(${target} PUBLIC "${generated}")
  target_link_libraries(${target} PRIVATE loopscope_flags)
  get_target_property(type loopscope_${layer} TYPE)
  if(type STREQUAL "INTERFACE_LIBRARY")
    target_link_libraries(loopscope_${layer} INTERFACE ${target})
  else()
    target_link_libraries(loopscope_${layer} PUBLIC ${target})
    # The header must exist before the layer's own sources are compiled.
    add_dependencies(loopscope_${layer} ${target})
  endif()
endfunction()
