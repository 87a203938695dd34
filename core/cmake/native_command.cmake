# The native command: core/cli/*.cpp as bin/loopscope of the build folder.
# Not for the layers below it (layers.cmake).
file(GLOB_RECURSE cli_sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/core/cli/*.cpp")
if(cli_sources)
  add_executable(loopscope ${cli_sources})
  target_link_libraries(loopscope PRIVATE loopscope_session loopscope_flags)
endif()
