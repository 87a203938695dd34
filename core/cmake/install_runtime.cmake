# What `cmake --install` puts where, so that find_package(loopscope) gives a C++ program loopscope::runtime.
# Public are the runtime, the trace that it writes and the hosts that it runs on; the Python front end is the engine's own.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/loopscope")
install(TARGETS loopscope_runtime loopscope_trace loopscope_host EXPORT loopscope_targets
  ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}")
foreach(layer runtime trace host)
  install(DIRECTORY "${PROJECT_SOURCE_DIR}/core/${layer}/"
    DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/loopscope/core/${layer}" FILES_MATCHING PATTERN "*.h")
endforeach()
install(EXPORT loopscope_targets NAMESPACE loopscope:: DESTINATION "${package_dir}" FILE loopscope-targets.cmake)

configure_package_config_file("${PROJECT_SOURCE_DIR}/core/cmake/loopscope-config.cmake.in"
  "${PROJECT_BINARY_DIR}/loopscope-config.cmake" INSTALL_DESTINATION "${package_dir}")
write_basic_package_version_file("${PROJECT_BINARY_DIR}/loopscope-config-version.cmake"
  COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/loopscope-config.cmake" "${PROJECT_BINARY_DIR}/loopscope-config-version.cmake"
  DESTINATION "${package_dir}")
