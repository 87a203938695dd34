# loopscope_add_layer(NAME [DEPENDS layer...]): core/NAME/**/*.cpp as the static library loopscope_NAME.
# Not the place that says which layer may include which (check_layers.cmake).
function(loopscope_add_layer name)
  cmake_parse_arguments(PARSE_ARGV 1 layer "" "" "DEPENDS")
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/core/${name}/*.cpp")
  set(target "loopscope_${name}")
  # A layer of headers alone has nothing to archive; it still hands on its include path and what it depends on.
  if(sources)
    add_library(${target} STATIC ${sources})
    set(scope PUBLIC)
    target_link_libraries(${target} PRIVATE $<BUILD_INTERFACE:loopscope_flags>)
    loopscope_precompile(${target})
  else()
    add_library(${target} INTERFACE)
    set(scope INTERFACE)
  endif()
  add_library(loopscope::${name} ALIAS ${target})
  set_target_properties(${target} PROPERTIES EXPORT_NAME ${name})
  target_compile_features(${target} ${scope} cxx_std_23)
  # Compiled without type information, so whoever derives from its classes must be, too. Exceptions are theirs to choose.
  target_compile_options(${target} ${scope} "$<INSTALL_INTERFACE:-fno-rtti>")
  target_include_directories(${target} ${scope}
    "$<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>" "$<INSTALL_INTERFACE:include/loopscope>")
  foreach(dependency IN LISTS layer_DEPENDS)
    target_link_libraries(${target} ${scope} loopscope_${dependency})
  endforeach()
endfunction()
