# What `cmake --install` puts where, so that find_package(loopscope) gives a C++ program loopscope::runtime.
# Only the runtime and the trace are public; the Python front end is the engine's own.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/loopscope")
install(TARGETS loopscope_runtime loopscope_trace EXPORT loopscope_targets
  ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}")
foreach(layer runtime trace)
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
